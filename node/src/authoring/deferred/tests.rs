use super::*;

fn number(of: usize) -> Hash {
    Hash::from_low_u64_be(of as u64)
}

#[test]
fn a_submission_waits_once() {
    let deferred = Deferred::default();
    assert!(deferred.may_wait(number(1), 10));
    assert!(deferred.may_wait(number(2), 10));
    assert!(deferred.may_wait(number(1), 10));
    assert!(!deferred.may_wait(number(1), 11));
    assert!(!deferred.may_wait(number(1), 17));
    // It expired long ago.
    assert!(deferred.may_wait(number(1), 18));
}

#[test]
fn only_so_many_wait() {
    let deferred = Deferred::default();
    assert!((0..MAX_WAITING).all(|of| deferred.may_wait(number(of), 1)));
    assert!(!deferred.may_wait(number(MAX_WAITING), 8));
    assert!(deferred.may_wait(number(MAX_WAITING), 9));
}
