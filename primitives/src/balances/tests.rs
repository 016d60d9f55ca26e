use super::*;

#[test]
fn amounts_encode_as_integers() {
    let raw = 1_234_567_890_123u64;
    assert_eq!(TaoBalance::new(raw).encode(), raw.encode());
    assert_eq!(
        codec::Compact(AlphaBalance::new(raw)).encode(),
        codec::Compact(raw).encode()
    );
    assert_eq!(serde_json::to_string(&TaoBalance::new(5)).unwrap(), "5");
}

#[test]
fn arithmetic_saturates() {
    let one = AlphaBalance::new(1);
    assert_eq!(AlphaBalance::MAX.saturating_add(one), AlphaBalance::MAX);
    assert_eq!(AlphaBalance::ZERO.saturating_sub(one), AlphaBalance::ZERO);
    assert_eq!(AlphaBalance::ZERO.checked_sub(one), None);
    let total: AlphaBalance = [AlphaBalance::MAX, one].into_iter().sum();
    assert_eq!(total, AlphaBalance::MAX);
    let mut x = one;
    x.saturating_accrue(one);
    x.saturating_reduce(AlphaBalance::new(3));
    assert!(x.is_zero());
}
