//! Exponential decay.

use subtensor_fixed::{U64F64, q120};

/// Exponents below minus this are cut off.
const MAX_EXPONENT: u64 = 40;
/// Fractional bits that an exponential has beyond those of `U64F64`.
const EXTRA: u32 = q120::FRAC - U64F64::FRAC;

/// e^-x rounded down, for x up to [`MAX_EXPONENT`].
fn exp_neg(x: U64F64) -> U64F64 {
    U64F64::from_bits(q120::exp_neg(x.to_bits() << EXTRA) >> EXTRA)
}

/// What is left of 1 after `blocks` with the time constant `rate`: `e^-(blocks / rate)`, all after
/// no blocks, else nothing with the time constant 0.
pub(crate) fn decay(blocks: u64, rate: u64) -> U64F64 {
    match (blocks, rate) {
        (0, _) => U64F64::ONE,
        (_, 0) => U64F64::ZERO,
        _ => exp_neg(U64F64::from_ratio(blocks, rate).min(U64F64::from_num(MAX_EXPONENT))),
    }
}
