//! Exact wide integer helpers behind the fixed-point types: multiply two
//! 128-bit magnitudes or divide a shifted one without losing a bit, then
//! saturate once at the end (spec 50 §3).

use primitive_types::U256;

/// Largest `u128` not above `value`.
pub(crate) fn narrow(value: U256) -> u128 {
    u128::try_from(value).unwrap_or(u128::MAX)
}

/// `floor(a * b / 2^shift)`, exact; `shift < 256`.
pub(crate) fn mul_shift(a: u128, b: u128, shift: u32) -> U256 {
    // Two factors below 2^128 cannot overflow 256 bits.
    U256::from(a).saturating_mul(U256::from(b)) >> shift
}

/// `floor(a * 2^shift / b)`, exact; `None` for `b == 0`; `shift <= 128`.
pub(crate) fn shift_div(a: u128, b: u128, shift: u32) -> Option<U256> {
    (U256::from(a) << shift).checked_div(U256::from(b))
}

/// `floor(a * b / d)` saturating at `u128::MAX`; 0 when `d` is 0.
pub fn mul_div_u128(a: u128, b: u128, d: u128) -> u128 {
    mul_shift(a, b, 0)
        .checked_div(U256::from(d))
        .map_or(0, narrow)
}

/// `floor(a * b / d)` saturating at `u64::MAX`; 0 when `d` is 0.
pub fn mul_div_u64(a: u64, b: u64, d: u64) -> u64 {
    u128::from(a)
        .saturating_mul(u128::from(b))
        .checked_div(u128::from(d))
        .map_or(0, |q| u64::try_from(q).unwrap_or(u64::MAX))
}
