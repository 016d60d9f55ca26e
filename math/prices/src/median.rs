//! The price at which a new pool opens: the median of those there are (spec 30
//! §6.4).

use subtensor_fixed::U64F64;

/// Median of prices (TAO per alpha), which it sorts; of an even number the mean
/// of both in the middle, rounded down. 1 if there is none.
pub fn median(prices: &mut [U64F64]) -> U64F64 {
    prices.sort_unstable();
    let upper = prices.get(prices.len() / 2).copied();
    let lower = prices
        .len()
        .checked_sub(1)
        .and_then(|last| prices.get(last / 2))
        .copied();
    match (lower, upper) {
        (Some(lower), Some(upper)) if lower == upper => upper,
        (Some(lower), Some(upper)) => lower.saturating_add(upper).safe_div(U64F64::from_num(2)),
        _ => U64F64::ONE,
    }
}

#[cfg(test)]
mod tests {
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
}
