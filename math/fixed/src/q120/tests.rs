//! Tables and error bounds against exact series on big integers.

use super::exp::EXP_EIGHTHS;
use super::ln::LN_EIGHTHS;
use super::number::LN_2;
use super::*;
use crate::full_mul;
use num_bigint::BigUint;
use proptest::prelude::*;

/// Fractional bits of the exact values.
const BITS: u32 = 400;

fn big(value: impl Into<BigUint>) -> BigUint {
    value.into()
}

fn one() -> BigUint {
    big(1u8) << BITS
}

/// `e^x` by its series.
fn exact_exp(x: &BigUint) -> BigUint {
    let terms = std::iter::successors(Some((one(), 0u32)), |(term, k)| {
        let next: BigUint = ((term * x) >> BITS) / (k + 1);
        (next != big(0u8)).then_some((next, k + 1))
    });
    terms.map(|(term, _)| term).sum()
}

/// `2 artanh((n - d) / (n + d))`, the logarithm of `n / d`.
fn series_of_ln(n: &BigUint, d: &BigUint) -> BigUint {
    let z = ((n - d) << BITS) / (n + d);
    let square = (&z * &z) >> BITS;
    let powers = std::iter::successors(Some(z), |power| {
        let next: BigUint = (power * &square) >> BITS;
        (next != big(0u8)).then_some(next)
    });
    let terms = powers.zip(0u32..).map(|(power, k)| power / (2 * k + 1));
    terms.sum::<BigUint>() << 1u8
}

/// `ln(n / d)` for `n >= d`.
fn exact_ln(n: &BigUint, d: &BigUint) -> BigUint {
    let doublings = (n.bits() - d.bits()).saturating_sub(1);
    let ln_2 = series_of_ln(&big(2u8), &big(1u8));
    ln_2 * doublings + series_of_ln(n, &(d << doublings))
}

/// The value in the precision of the module, rounded down.
fn rounded(exact: &BigUint) -> BigUint {
    exact >> (BITS - FRAC)
}

fn precise(value: u128) -> BigUint {
    big(value) << (BITS - FRAC)
}

#[test]
fn tables_are_the_exact_values_rounded_down() {
    assert_eq!(big(LN_2), rounded(&exact_ln(&big(2u8), &big(1u8))));
    for (j, value) in (8u8..).zip(LN_EIGHTHS) {
        assert_eq!(big(value), rounded(&exact_ln(&big(j), &big(8u8))), "{j}");
    }
    for (j, value) in (0u8..).zip(EXP_EIGHTHS) {
        let exact = exact_exp(&(one() * j / 8u8));
        assert_eq!(big(value), rounded(&exact), "{j}");
    }
}

#[test]
fn the_ends_are_exact() {
    assert_eq!(exp(0), (ONE, 0));
    assert_eq!(exp_neg(0), ONE);
    assert_eq!(exp_neg(u128::MAX), 0);
    let same = Operand::from_u128(3);
    assert_eq!(ln(same, same), 0);
    assert_eq!(ln(same, Operand::from_u128(4)), 0);
}

/// Exponents below `2^bits` of all lengths, and those next to where the reduction changes.
fn exponents(bits: u32) -> impl Strategy<Value = u128> {
    let shift = 128 - FRAC - bits;
    prop_oneof![
        (any::<u128>(), 0u32..128).prop_map(move |(x, less)| (x >> shift) >> less),
        (0u128..(8 << bits), 0u128..9)
            .prop_map(|(eighths, step)| { ((eighths << (FRAC - 3)) + 4).saturating_sub(step) }),
        (0u128..(1 << bits), 0u128..9)
            .prop_map(|(halvings, step)| (halvings * LN_2 + 4).saturating_sub(step)),
    ]
}

/// Positive numbers of all lengths.
fn any_width() -> impl Strategy<Value = u128> {
    (any::<u128>(), 0u32..128).prop_map(|(bits, shift)| (bits >> shift).max(1))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn exponentials_are_within_their_error(x in exponents(7)) {
        let exact = exact_exp(&precise(x));
        let inverse = (one() * one()) / &exact;
        let got = precise(exp_neg(x));
        prop_assert!(got <= &inverse + 1u8);
        prop_assert!(got + precise(EXP_ERROR) > inverse);

        let (mantissa, doublings) = exp(x);
        prop_assert!((ONE..=2 * ONE).contains(&mantissa));
        if doublings <= 11 {
            let error = precise(EXP_ERROR) << doublings;
            let got = precise(mantissa) << doublings;
            prop_assert!(got < &exact + &error);
            prop_assert!(got + error > exact);
        }
    }

    #[test]
    fn exponentials_are_monotone(x in exponents(7), step in 1u128..9) {
        prop_assert!(exp_neg(x + step) <= exp_neg(x));
        let ((low, before), (high, after)) = (exp(x), exp(x + step));
        prop_assert!((before, low) <= (after, high));
    }

    #[test]
    fn logarithms_are_within_their_error(a in any_width(), b in any_width()) {
        let (large, small) = (a.max(b), a.min(b));
        let exact = exact_ln(&big(large), &big(small));
        // Operands of more than 118 bits lose the rest.
        let slack = precise(1 << 8);
        let got = precise(ln(Operand::from_u128(large), Operand::from_u128(small)));
        if small >> 118 == 0 {
            prop_assert!(got <= &exact + 1u8);
        }
        prop_assert!(got < &exact + &slack);
        prop_assert!(got + slack > exact);
    }

    #[test]
    fn wide_operands_are_bounds(a in any_width(), b in any_width()) {
        let one = Operand::from_u128(1);
        let product = full_mul(a, b);
        let exact = exact_ln(&(big(a) * b), &big(1u8));
        let (below, above) = (ln(Operand::below(product), one), ln(Operand::above(product), one));
        prop_assert!(below <= above);
        prop_assert!(precise(below) <= exact);
        prop_assert!(precise(above + (1 << 8)) > exact);
    }
}
