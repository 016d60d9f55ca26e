//! What both directions share.

use crate::wide::full_mul;

/// Fractional bits.
pub const FRAC: u32 = 120;
/// 1.
pub const ONE: u128 = 1 << FRAC;
/// floor(ln 2 * 2^120).
pub(super) const LN_2: u128 = 921_350_637_599_661_305_226_344_307_672_478_454;

/// `floor(a * b)` in fixed point; for factors below 2^4.
pub(super) fn mul(a: u128, b: u128) -> u128 {
    full_mul(a, b).checked_shr(FRAC).unwrap_or(u128::MAX)
}

/// A polynomial, lowest coefficient first.
pub(super) fn polynomial(coefficients: &[u128], x: u128) -> u128 {
    coefficients
        .iter()
        .rev()
        .fold(0, |sum, c| mul(sum, x).saturating_add(*c))
}
