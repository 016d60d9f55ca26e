use sp_consensus_aura::inherents::InherentDataProvider;

use super::*;

const FAST: SlotDuration = SlotDuration::from_millis(250);
const SLOW: SlotDuration = SlotDuration::from_millis(12_000);

fn slot(provider: &InherentDataProvider) -> u64 {
    u64::from(**provider)
}

#[test]
fn short_slots_may_be_ahead_and_long_ones_not() {
    assert_eq!(slots_of(TOLERANCE, FAST), 8);
    assert_eq!(slots_of(TOLERANCE, SLOW), 0);
    for (length, ahead) in [(FAST, 8), (SLOW, 0)] {
        let (judged, time) = tolerant(length);
        let now = *Slot::from_timestamp(*time, length);
        assert_eq!(slot(&judged), now + ahead);
    }
}

#[test]
fn the_log_is_told_once_in_a_while() {
    let (complaint, start) = (Complaint::default(), Instant::now());
    let line = |after: Duration| complaint.due(start + after, || "late".into());
    assert_eq!(line(Duration::ZERO).as_deref(), Some("late"));
    assert_eq!(line(AGAIN / 2), None);
    assert!(line(AGAIN).is_some());
    assert_eq!(line(AGAIN + AGAIN / 2), None);
}

#[test]
fn the_log_is_told_how_wrong_the_clock_is_and_what_to_do() {
    let line = behind(107.into(), 100.into(), FAST);
    assert!(
        line.contains("by 1.750 s") && line.contains("NTP"),
        "{line}"
    );
    let line = set_back(400.into(), 100.into(), SLOW);
    assert!(
        line.contains("by 3600.000 s") && line.contains("restart"),
        "{line}"
    );
}
