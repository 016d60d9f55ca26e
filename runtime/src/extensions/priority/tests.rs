use super::*;
use crate::extensions::nonce::MAX_WAITING;

/// The first of an account's queue with that tip.
fn first(class: DispatchClass, pays: Pays, tip: Balance) -> TransactionPriority {
    priority_of(class, pays, tip) + TransactionPriority::from(MAX_WAITING)
}

#[test]
fn no_tip_leads_out_of_a_class() {
    use DispatchClass::{Normal, Operational};
    assert!(first(Normal, Pays::No, u64::MAX) < priority_of(Normal, Pays::Yes, 0));
    assert!(first(Normal, Pays::Yes, u64::MAX) < priority_of(Operational, Pays::Yes, 0));
}

#[test]
fn more_tip_is_more_priority_up_to_one_tao() {
    let paid = |tip| priority_of(DispatchClass::Normal, Pays::Yes, tip);
    assert!(paid(1) > paid(0));
    assert!(paid(MAX_TIP) > paid(MAX_TIP - 1));
    assert_eq!(paid(MAX_TIP + 1), paid(MAX_TIP));
}
