//! The gate that shares of the block emission pass: what is below the bar loses
//! most of its share to what is above it (spec 90 §16, steps 3 and 4).

#[cfg(test)]
mod tests;

use crate::shares::normalised;
use alloc::vec::Vec;
use subtensor_fixed::{
    U64F64, full_mul,
    q120::{self, Operand},
};

/// The exponents that a gate may have.
pub const GATE_EXPONENTS: core::ops::RangeInclusive<U64F64> = U64F64::ONE..=U64F64::from_num(8);

/// The bar that these shares set: the share of that rank, counted from 1 and from the largest
/// down, or the last one that is not 0. With rank 0 the first share that, together with all larger
/// ones, reaches `quantile` of the whole. None if all shares are 0.
pub fn gate_bar(shares: &[U64F64], rank: u16, quantile: U64F64) -> Option<U64F64> {
    let mut positive: Vec<U64F64> = shares.iter().copied().filter(|s| !s.is_zero()).collect();
    positive.sort_unstable_by(|one, other| other.cmp(one));
    let found = match rank.checked_sub(1) {
        Some(place) => positive.get(usize::from(place)),
        None => {
            let mut sum = U64F64::ZERO;
            positive.iter().find(|share| {
                sum = sum.saturating_add(**share);
                sum >= quantile
            })
        }
    };
    found.or(positive.last()).copied()
}

/// The shares behind a gate, in the order given, again with a sum of at most 1: each is divided by
/// `1 + (bar / share)^exponent`, so that one at the bar keeps half, then all by their sum. As they
/// were if the bar is 0 or nothing passes. An exponent out of [`GATE_EXPONENTS`] counts as the
/// nearest in it.
pub fn gated_shares(shares: Vec<U64F64>, bar: U64F64, exponent: U64F64) -> Vec<U64F64> {
    if bar.is_zero() {
        return shares;
    }
    let exponent = exponent.clamp(*GATE_EXPONENTS.start(), *GATE_EXPONENTS.end());
    let passed: Vec<U64F64> = shares.iter().map(|s| pass(*s, bar, exponent)).collect();
    if passed.iter().all(|share| share.is_zero()) {
        return shares;
    }
    normalised(&passed)
}

/// What passes of a share; 0 where the divisor is too large for a number.
fn pass(share: U64F64, bar: U64F64, exponent: U64F64) -> U64F64 {
    let ratio = bar.checked_div(share).unwrap_or(U64F64::MAX);
    let divisor = power(ratio, exponent).saturating_add(U64F64::ONE);
    if divisor == U64F64::MAX {
        return U64F64::ZERO;
    }
    share.safe_div(divisor)
}

/// `base^exponent`, rounded down and saturating: whole powers by multiplication, what is left of
/// the exponent by exp and ln. Never falls where the base grows.
fn power(base: U64F64, exponent: U64F64) -> U64F64 {
    let whole = exponent.to_u64();
    let power = (0..whole).fold(U64F64::ONE, |power, _| power.saturating_mul(base));
    let rest = exponent.saturating_sub(U64F64::from_num(whole));
    if rest.is_zero() || base.is_zero() {
        return power;
    }
    power.saturating_mul(root(base, rest))
}

/// `base^exponent` for a base above 0 and an exponent below 1.
fn root(base: U64F64, exponent: U64F64) -> U64F64 {
    let logarithm = |large: U64F64, small: U64F64| {
        let operand = |number: U64F64| Operand::from_u128(number.to_bits());
        full_mul(q120::ln(operand(large), operand(small)), exponent.to_bits())
            .checked_shr(U64F64::FRAC)
            .unwrap_or(u128::MAX)
    };
    let (mantissa, doublings) = if base < U64F64::ONE {
        (q120::exp_neg(logarithm(U64F64::ONE, base)), 0)
    } else {
        q120::exp(logarithm(base, U64F64::ONE))
    };
    let surplus = q120::FRAC.saturating_sub(U64F64::FRAC);
    let bits = full_mul(mantissa, 1 << doublings.min(U64F64::FRAC)).checked_shr(surplus);
    U64F64::from_bits(bits.unwrap_or(u128::MAX))
}
