use super::*;
use proptest::prelude::*;

#[test]
fn medians_are_those_of_30_6_4() {
    for (prices, expected) in [
        (vec![], U64F64::ONE),
        (vec![7], U64F64::from_num(7)),
        (vec![5, 2], U64F64::from_ratio(7, 2)),
        (vec![7, 2, 5], U64F64::from_num(5)),
        (vec![1, 9, 1, 1], U64F64::ONE),
    ] {
        let mut prices: Vec<U64F64> = prices.into_iter().map(U64F64::from_num).collect();
        assert_eq!(median(&mut prices), expected);
    }
}

proptest! {
    #[test]
    fn half_of_the_prices_are_on_either_side(
        bits in prop::collection::vec(0..u128::MAX / 2, 1..40),
    ) {
        let mut prices: Vec<U64F64> = bits.into_iter().map(U64F64::from_bits).collect();
        let middle = median(&mut prices);
        let half = prices.len().div_ceil(2);
        prop_assert!(prices.iter().filter(|price| **price <= middle).count() >= half);
        // The mean of two neighbours is rounded down by less than a unit.
        let unit = U64F64::from_bits(1);
        let above = prices
            .iter()
            .filter(|price| price.saturating_add(unit) > middle);
        prop_assert!(above.count() >= half);
    }
}
