use super::*;

#[test]
fn return_of_a_thousand_tao() {
    let tao = 1_000_000_000u64;
    assert_eq!(
        return_per_1000(U64F64::from_num(1_000 * tao), 11_796, 10_000 * tao),
        82_000_457_770
    );
    assert_eq!(return_per_1000(U64F64::from_num(tao), 0, 0), 0);
    assert_eq!(return_per_1000(U64F64::from_num(tao), u16::MAX, tao), 0);
}
