//! Powers of ratios for the weighted pool: `ratio^exponent` as exp of ln with
//! 120 fractional bits (spec 50 §5.1). Each function is monotone in its ratio,
//! as both of them are. For exponents up to 99 and ratios up to 1001:
//!
//! - [`decay_above`] is at least the exact power and exceeds it by less than
//!   2^-109 (2^-114 for exponents up to 1);
//! - [`growth_below`] is at most the exact power and falls short of it by less
//!   than one unit in the 18th decimal.

use crate::weights::WEIGHT_ONE;
use subtensor_fixed::{
    full_mul,
    q120::{EXP_ERROR, FRAC, ONE, Operand, exp, exp_neg, ln},
};

/// A non-negative rational exponent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exponent {
    pub(crate) num: u64,
    /// Not 0.
    pub(crate) den: u64,
}

/// Lower bound of `ln(large / small) * exponent`; `None` if it is 256 or more.
fn log_power(large: Operand, small: Operand, exponent: Exponent) -> Option<u128> {
    full_mul(ln(large, small), exponent.num.into()).checked_div(exponent.den.into())
}

/// Upper bound of `(small / large)^exponent` for `0 < small <= large`, in
/// fixed point, at most 1 and never 0.
pub(crate) fn decay_above(small: u128, large: u128, exponent: Exponent) -> u128 {
    let operands = (Operand::from_u128(large), Operand::from_u128(small));
    log_power(operands.0, operands.1, exponent)
        .map_or(0, exp_neg)
        .saturating_add(EXP_ERROR)
        .min(ONE)
}

/// Lower bound of `(large / small)^exponent` for `0 < small <= large`, in
/// parts of 10^18, at least 10^18; `cap` (below 2^11 times 10^18) if the power
/// is above it.
pub(crate) fn growth_below(large: Operand, small: Operand, exponent: Exponent, cap: u128) -> u128 {
    let Some((grown, doublings @ 0..=11)) = log_power(large, small, exponent).map(exp) else {
        return cap;
    };
    full_mul(grown.saturating_sub(EXP_ERROR), WEIGHT_ONE.into())
        .checked_shr(FRAC.saturating_sub(doublings))
        .map_or(cap, |parts| parts.clamp(WEIGHT_ONE.into(), cap))
}
