use super::*;

#[test]
fn weight_prices_are_half_of_those_in_60_8_1() {
    for (ref_time, fee) in [
        (2_000, 0),
        (2_001, 1),
        (4_000, 1),
        (25_000_000, 6_250),
        (108_157_000, 27_039),
        (1_000_000_000, 250_000),
        (1_000_000_000_000, 250_000_000),
    ] {
        assert_eq!(
            WeightToFee::weight_to_fee(&Weight::from_parts(ref_time, 7)),
            fee,
            "{ref_time}"
        );
    }
}
