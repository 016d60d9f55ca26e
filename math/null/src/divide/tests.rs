use proptest::{collection::vec, prelude::*};

use super::*;

#[test]
fn pots_are_divided_as_in_90_15_3() {
    for (pot, weights, parts) in [
        (65_536, vec![65_534, 1], vec![65_535, 1]),
        (500, vec![1, 1, 1], vec![167, 167, 166]),
        (1, vec![1, 1, 1, 1], vec![1, 0, 0, 0]),
        (500_000, vec![3, 1], vec![375_000, 125_000]),
        (u64::MAX, vec![1, 1], vec![1 << 63, (1 << 63) - 1]),
        (u64::MAX, vec![0, 5, 0], vec![0, u64::MAX, 0]),
        (7, vec![0, 0], vec![0, 0]),
        (7, vec![], vec![]),
    ] {
        assert_eq!(divide(pot, &weights), parts, "{pot} by {weights:?}");
    }
}

#[test]
fn of_equal_remainders_the_first_counts_and_a_larger_one_goes_before() {
    // 10 by 5, 5, 6: 3.125, 3.125, 3.75.
    assert_eq!(divide(10, &[5, 5, 6]), [3, 3, 4]);
    // 11: 3.4375, 3.4375, 4.125.
    assert_eq!(divide(11, &[5, 5, 6]), [4, 3, 4]);
}

proptest! {
    #[test]
    fn parts_sum_to_the_pot_and_are_the_exact_ones_rounded_down_or_up(
        pot in prop_oneof![any::<u64>(), 0u64..1_000, Just(u64::MAX)],
        weights in vec(prop_oneof![0u128..4, 0u128..1 << 16, 0u128..1 << 96], 1..40),
    ) {
        let parts = divide(pot, &weights);
        let total: u128 = weights.iter().sum();
        prop_assume!(total > 0);
        prop_assert_eq!(parts.iter().map(|part| u128::from(*part)).sum::<u128>(), pot.into());
        let mut order = Vec::new();
        for (part, weight) in parts.iter().zip(&weights) {
            let floor = full_mul(pot.into(), *weight).checked_div(total).unwrap();
            let extra = u128::from(*part) - floor;
            prop_assert!(extra <= 1);
            let product = full_mul(pot.into(), *weight);
            let rest = product.low.wrapping_sub(floor.wrapping_mul(total));
            prop_assert!(rest < total);
            order.push((extra, rest));
        }
        // Nobody who got a rao more lost less by rounding than somebody who did not, and of equals
        // the first got it.
        for (place, (extra, rest)) in order.iter().enumerate() {
            for (other, (other_extra, other_rest)) in order.iter().enumerate() {
                if extra > other_extra {
                    prop_assert!(rest > other_rest || (rest == other_rest && place < other));
                }
            }
        }
        // More weight is never less money, but for a rao.
        for (one, other) in weights.iter().zip(&parts).zip(weights.iter().zip(&parts).skip(1)) {
            if one.0 > other.0 {
                prop_assert!(one.1 + 1 >= *other.1);
            }
        }
    }
}
