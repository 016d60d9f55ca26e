//! Values that each registration raises and that halve over a fixed number of
//! blocks (spec 30 §8.3): prices in rao, and the difficulty of proofs of work
//! in tries (§21).

#[cfg(test)]
mod tests;

use subtensor_fixed::U64F64;

/// The factor of a value that does not fall, in 2^-32.
pub const NO_DECAY: u64 = 1 << 32;
const HALF: u64 = NO_DECAY / 2;

/// Floor of `a * b`, both in 2^-32 or one of them whole, capped at `u64::MAX`.
fn mul(a: u64, b: u64) -> u64 {
    (u128::from(a).saturating_mul(b.into()) >> 32)
        .try_into()
        .unwrap_or(u64::MAX)
}

/// `base^exponent` in 2^-32, rounded down at each multiplication.
fn pow(base: u64, mut exponent: u16) -> u64 {
    let (mut result, mut square) = (NO_DECAY, base);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = mul(result, square);
        }
        exponent >>= 1;
        if exponent > 0 {
            square = mul(square, square);
        }
    }
    result
}

/// Factor by which a value falls in each block, in 2^-32: the largest whose
/// power `half_life` (blocks) is at most one half; [`NO_DECAY`] for 0.
pub fn decay_factor(half_life: u16) -> u64 {
    if half_life == 0 {
        return NO_DECAY;
    }
    let (mut low, mut high) = (0u64, NO_DECAY);
    loop {
        let middle = low.midpoint(high);
        if middle == low {
            return low;
        }
        if pow(middle, half_life) > HALF {
            high = middle
        } else {
            low = middle
        }
    }
}

/// A value a block later, rounded down; `factor` is in 2^-32.
pub fn decayed(value: u64, factor: u64) -> u64 {
    mul(value, factor)
}

/// A value after a registration, rounded down, at most `u64::MAX`. A factor
/// below 1 counts as 1.
pub fn raised(value: u64, factor: U64F64) -> u64 {
    U64F64::from_num(value)
        .saturating_mul(factor.max(U64F64::ONE))
        .to_u64()
}
