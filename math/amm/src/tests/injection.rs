//! Protocol liquidity never moves the price (spec 50 §5.5, §1.2 row 7).

use num_bigint::BigUint;
use proptest::prelude::*;

use super::{E9, any_pool, any_width, exact_price, pool, weights};
use crate::{HALF_WEIGHT, MIN_WEIGHT, Pool, WEIGHT_ONE};

/// The pool after an injection; `None` if it must not take place.
fn injected(pool: &Pool, tao: u64, alpha: u64) -> Option<Pool> {
    let quote_weight_parts = pool.adjusted_weight(tao, alpha).ok()?;
    Some(Pool {
        tao: pool.tao + tao,
        alpha: pool.alpha + alpha,
        quote_weight_parts,
    })
}

/// Whether two prices agree to one part in `parts`.
fn agree(a: &Pool, b: &Pool, parts: u64) -> bool {
    let (a, b) = (exact_price(a), exact_price(b));
    let (left, right) = (&a.0 * &b.1, &b.0 * &a.1);
    let gap: BigUint = if left > right {
        &left - &right
    } else {
        &right - &left
    };
    gap * parts <= left
}

#[test]
fn a_year_of_injections_keeps_the_price() {
    let first = pool(3_000_000 * E9, 40_000 * E9, 4_300_000_000);
    let mut now = first;
    for block in 0..100_000u64 {
        // One side, the other, both.
        let (tao, alpha) =
            [(7_000_001, 0), (0, 510_000_013), (5_000_003, 900_000_017)][(block % 3) as usize];
        now = injected(&now, tao, alpha).unwrap();
    }
    assert!(now.tao > first.tao && now.alpha > first.alpha);
    assert!(agree(&first, &now, 1_000_000_000_000));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn injections_keep_the_price_and_the_bounds_of_the_weights(
        tao in any_width(100_000_000), alpha in any_width(100_000_000), weight in weights(),
        more_tao in any_width(0), more_alpha in any_width(0), kind in 0u8..3,
    ) {
        let before = Pool {
            tao: tao >> 1,
            alpha: alpha >> 1,
            quote_weight_parts: weight,
        };
        let before = Pool {
            tao: before.tao.max(100_000_000),
            alpha: before.alpha.max(100_000_000),
            ..before
        };
        let (more_tao, more_alpha) = match kind {
            0 => (more_tao, 0),
            1 => (0, more_alpha),
            _ => (more_tao, more_alpha),
        };
        let Some(after) = injected(&before, more_tao, more_alpha) else {
            return Ok(());
        };
        prop_assert!(after.weights_in_bounds());
        prop_assert_eq!(
            after.base_weight_parts() + after.quote_weight_parts,
            WEIGHT_ONE
        );
        prop_assert!(agree(&before, &after, 1_000_000_000_000));
    }

    #[test]
    fn an_injection_in_proportion_keeps_the_weights(
        tao in 100_000_000u64..1 << 54,
        alpha in 100_000_000u64..1 << 54,
        weight in weights(),
        times in 1u64..100,
    ) {
        let pool = Pool {
            tao,
            alpha,
            quote_weight_parts: weight,
        };
        // Rounding may step over the bound that a weight stands on.
        let Ok(adjusted) = pool.adjusted_weight(tao * times, alpha * times) else {
            prop_assert!(weight.min(WEIGHT_ONE - weight) - MIN_WEIGHT < 2_000_000);
            return Ok(());
        };
        prop_assert!(adjusted.abs_diff(weight) < 2_000_000);
    }

    #[test]
    fn no_injection_overflows(pool in any_pool(), tao in any_width(0), alpha in any_width(0)) {
        if let Ok(weight) = pool.adjusted_weight(tao, alpha) {
            prop_assert!((MIN_WEIGHT..=WEIGHT_ONE - MIN_WEIGHT).contains(&weight));
            prop_assert!(
                pool.tao.checked_add(tao).is_some() && pool.alpha.checked_add(alpha).is_some()
            );
            if pool.tao == 0 && pool.alpha == 0 {
                prop_assert_eq!(weight, HALF_WEIGHT);
            }
        }
    }
}
