//! The stated error bounds of the powers, against the model and against exact
//! integers.

use num_bigint::BigUint;
use proptest::prelude::*;
use subtensor_fixed::q120::{ONE, Operand};

use super::model::{self, BITS, big};
use super::{any_width, weights};
use crate::WEIGHT_ONE;
use crate::power::{Exponent, decay_above, growth_below};

/// A cap that no power of these tests reaches.
const CAP: u128 = 2_000 * WEIGHT_ONE as u128;

/// Two numbers with a ratio from 1 to 1001.
fn operands() -> impl Strategy<Value = (u64, u128)> {
    (any_width(1), any_width(0), 0u64..=1_000).prop_map(|(reserve, fraction, times)| {
        let part = (u128::from(reserve) * u128::from(fraction)) >> 64;
        let net = u128::from(reserve) * u128::from(times) + part;
        (
            reserve,
            u128::from(reserve) + net.min(1_000 * u128::from(reserve)),
        )
    })
}

/// The exponents of a pool in both directions, and those of limits.
fn exponents() -> impl Strategy<Value = Exponent> {
    (weights(), any::<bool>()).prop_map(|(num, curve)| Exponent {
        num,
        den: if curve { WEIGHT_ONE - num } else { WEIGHT_ONE },
    })
}

fn decay(reserve: u64, after: u128, exponent: Exponent) -> u128 {
    decay_above(reserve.into(), after, exponent)
}

fn growth(reserve: u64, after: u128, exponent: Exponent) -> u128 {
    let (large, small) = (
        Operand::from_u128(after),
        Operand::from_u128(reserve.into()),
    );
    growth_below(large, small, exponent, CAP)
}

/// Checks both powers of a pair against the model.
fn check(reserve: u64, after: u128, exponent: Exponent) {
    let (n, d) = (big(after), big(reserve));
    let got = big(decay(reserve, after, exponent)) << (BITS - 120);
    let exact = model::inverse_power(&n, &d, exponent.num, exponent.den);
    // The model may itself be off by far less.
    let noise = big(1u8) << (BITS - 200);
    let bound = if exponent.num > exponent.den {
        109
    } else {
        114
    };
    assert!(&got + &noise >= exact, "{reserve} {after} {exponent:?}");
    assert!(
        got < exact + (big(1u8) << (BITS - bound)),
        "{reserve} {after} {exponent:?}"
    );

    if exponent.num <= exponent.den {
        let got = (big(growth(reserve, after, exponent)) << BITS) / WEIGHT_ONE;
        let exact = model::power(&n, &d, exponent.num, exponent.den);
        assert!(got <= &exact + &noise, "{reserve} {after} {exponent:?}");
        let unit = (big(1_001u16) << BITS) / 1_000u16 / WEIGHT_ONE;
        assert!(got + unit > exact, "{reserve} {after} {exponent:?}");
    }
}

#[test]
fn bounds_hold_at_the_extremes_and_next_to_equal_weights() {
    let half = WEIGHT_ONE / 2;
    let steps = [0, 1, 2, 1_000, 500_000_000, half / 50 * 49];
    let exponents = steps.iter().flat_map(|step| {
        [half - step, half + step]
            .into_iter()
            .flat_map(|num| [WEIGHT_ONE - num, WEIGHT_ONE].map(|den| Exponent { num, den }))
    });
    for exponent in exponents {
        for reserve in [1, 3, 1_000_000, 21_000_000_000_000_000, u64::MAX] {
            let reserve_in = u128::from(reserve);
            for net in [
                1,
                reserve_in / 1_000_000,
                reserve_in / 8,
                reserve_in,
                1_000 * reserve_in,
            ] {
                check(reserve, reserve_in + net, exponent);
                check(reserve, reserve_in + net.saturating_sub(1), exponent);
            }
        }
    }
}

/// `x^n`.
fn raised(x: impl Into<BigUint>, n: u64) -> BigUint {
    x.into().pow(u32::try_from(n).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn powers_are_within_their_bounds((reserve, after) in operands(), exponent in exponents()) {
        check(reserve, after, exponent);
    }

    #[test]
    fn powers_never_fall_where_their_ratio_grows(
        (reserve, after) in operands(), exponent in exponents(), eighth in 0u128..128,
        step in 1u128..4,
    ) {
        // Anywhere, and where the reduction changes its segment.
        let edge = u128::from(reserve) * (8 + eighth) / 8;
        for after in [after, edge.saturating_sub(step).max(reserve.into())] {
            let higher = after + step;
            prop_assert!(decay(reserve, higher, exponent) <= decay(reserve, after, exponent));
            prop_assert!(growth(reserve, higher, exponent) >= growth(reserve, after, exponent));
        }
    }
}

proptest! {
    #[test]
    fn powers_bracket_exact_roots((reserve, after) in operands(), percent in 1u64..100) {
        // decay^(1 - w) compares with (reserve / after)^w in integers.
        let exponent = Exponent { num: percent, den: 100 - percent };
        let got = decay(reserve, after, exponent);
        let right = raised(reserve, exponent.num) * raised(ONE, exponent.den);
        let left = |decay: u128| raised(decay, exponent.den) * raised(after, exponent.num);
        prop_assert!(left(got) >= right);
        if let Some(below) = got.checked_sub(1 << 11) {
            prop_assert!(left(below) < right);
        }
    }
}
