//! Powers of ratios for the weighted pool: `r^(num/den)` through exp and ln in
//! fixed point with 112 fractional bits. Both series keep every term above
//! one unit, so for ln(r) below 89 and exponents below 100 the result is
//! within 2^-96 of the exact one; results carry a margin of 2^-88 on the side
//! that keeps the pool whole (spec 50 §5.1).

use primitive_types::U256;

/// Fractional bits of the values in this file.
pub(crate) const FRAC: usize = 112;
/// Added or subtracted so that a result is a true bound.
const MARGIN: u128 = 1 << 24;
/// floor(ln 2 * 2^112).
const LN_2: u128 = 3_599_025_928_123_676_973_540_407_451_845_618;

/// A non-negative rational exponent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// Numerator.
    pub num: u64,
    /// Denominator; not 0.
    pub den: u64,
}

pub(crate) fn one() -> U256 {
    U256::one() << FRAC
}

fn div(a: U256, b: U256) -> U256 {
    a.checked_div(b).unwrap_or_default()
}

/// `floor(ln(a / b))` in fixed point for `a >= b > 0`; below 2^7.
fn ln_ratio(a: u128, b: u128) -> U256 {
    // a / b = 2^k * m with m in [1, 2).
    let mut k = b.leading_zeros().saturating_sub(a.leading_zeros());
    if k > 0 && b.checked_shl(k).is_none_or(|scaled| scaled > a) {
        k = k.saturating_sub(1);
    }
    let scaled = U256::from(b) << k;
    let a = U256::from(a);
    // ln m = 2 artanh(z) with z = (m - 1) / (m + 1) <= 1/3.
    let z = div(a.saturating_sub(scaled) << FRAC, a.saturating_add(scaled));
    let square = z.saturating_mul(z) >> FRAC;
    let (mut term, mut sum) = (z, z);
    for n in 1u64..60 {
        term = term.saturating_mul(square) >> FRAC;
        if term.is_zero() {
            break;
        }
        let divisor = n.saturating_mul(2).saturating_add(1);
        sum = sum.saturating_add(div(term, divisor.into()));
    }
    (sum << 1).saturating_add(U256::from(LN_2).saturating_mul(k.into()))
}

/// `e^f` for `0 <= f < ln 2 + 1`, in fixed point.
fn exp_small(f: U256) -> U256 {
    let (mut term, mut sum) = (one(), one());
    for n in 1u64..60 {
        term = div(term.saturating_mul(f) >> FRAC, n.into());
        if term.is_zero() {
            break;
        }
        sum = sum.saturating_add(term);
    }
    sum
}

/// `ln(a / b) * exponent`, split into multiples of ln 2 and the rest.
fn log_power(a: u128, b: u128, exponent: Ratio) -> (U256, U256) {
    // 119 bits times 64 bits.
    let log = div(
        ln_ratio(a, b).saturating_mul(exponent.num.into()),
        exponent.den.into(),
    );
    let whole = div(log, LN_2.into());
    let rest = log.saturating_sub(whole.saturating_mul(LN_2.into()));
    (whole, rest)
}

/// Upper bound of `(small / large)^exponent` for `0 < small <= large`, in
/// fixed point, at most 1. It exceeds the exact value by less than 2^-87.
pub(crate) fn decay_above(small: u128, large: u128, exponent: Ratio) -> U256 {
    let (whole, rest) = log_power(large, small, exponent);
    let margin = U256::from(MARGIN);
    let decayed = if whole > U256::from(200u8) {
        U256::zero()
    } else {
        // e^-(n ln2 + f) = 2^-(n+1) * e^(ln2 - f)
        let shift = whole.saturating_add(U256::one()).low_u32();
        exp_small(U256::from(LN_2).saturating_sub(rest)) >> shift
    };
    decayed.saturating_add(margin).min(one())
}

/// Lower bound of `(large / small)^exponent` for `0 < small <= large`, in
/// fixed point, at least 1; `cap` (below 2^64) if the power exceeds it.
pub(crate) fn growth_below(large: u128, small: u128, exponent: Ratio, cap: U256) -> U256 {
    if exponent.num == exponent.den {
        let exact = div(U256::from(large) << FRAC, U256::from(small));
        return exact.clamp(one(), cap);
    }
    if exponent.num.checked_mul(2) == Some(exponent.den) {
        // Equal weights: a square root, exact to the last bit kept. Ratios
        // beyond the cap squared end here so that the shift below fits.
        let ratio = div(U256::from(large) << 120, U256::from(small));
        if ratio >> 120 > U256::from(u16::MAX) {
            return cap;
        }
        let root = (ratio << 100).integer_sqrt() << 2;
        return root.clamp(one(), cap);
    }
    let (whole, rest) = log_power(large, small, exponent);
    if whole > U256::from(64u8) {
        return cap;
    }
    let grown = exp_small(rest) << whole.low_u32();
    grown
        .saturating_sub(U256::from(MARGIN) << whole.low_u32())
        .clamp(one(), cap)
}
