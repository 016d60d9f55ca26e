use super::*;

fn transaction(priority: TransactionPriority, requires: &[u8]) -> ValidTransaction {
    ValidTransaction {
        priority,
        requires: requires.iter().map(|tag| vec![*tag]).collect(),
        ..Default::default()
    }
}

#[test]
fn a_full_pool_takes_only_what_is_more_urgent() {
    let content = Content {
        least: Some(5),
        provides: HashSet::from([vec![1]]),
    };
    let ready = |priority, full| content.admits(&transaction(priority, &[1]), full, false);
    assert!(ready(6, true));
    assert!(!ready(5, true));
    assert!(!ready(4, true));
    assert!(ready(4, false));
}

#[test]
fn what_waits_for_something_missing_needs_room_among_its_kind() {
    let content = Content {
        least: Some(5),
        provides: HashSet::from([vec![1]]),
    };
    let waits = transaction(9, &[1, 2]);
    assert!(content.admits(&waits, true, false));
    assert!(!content.admits(&waits, false, true));
    // With nothing ready, an account's next transaction always is.
    assert!(Content::default().admits(&transaction(0, &[]), true, true));
}
