use super::*;

#[test]
fn symbols_are_distinct_characters() {
    let all: BTreeSet<Vec<u8>> = (0..COUNT).map(|index| symbol(index).unwrap()).collect();
    assert_eq!(all.len(), usize::from(COUNT));
    assert_eq!(symbol(COUNT), None);
    assert_eq!(default_symbol(NetUid::ROOT), "\u{3a4}".as_bytes());
    assert_eq!(default_symbol(NetUid::new(1)), "α".as_bytes());
    assert_eq!(
        default_symbol(NetUid::new(4_000)),
        default_symbol(NetUid::ROOT)
    );
}
