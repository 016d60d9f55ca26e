//! Weights relative to the largest of their row, as they are stored and as [`crate::EpochInput`]
//! takes them (spec 40 §3.3).

#[cfg(test)]
mod tests;

use alloc::vec::Vec;

use crate::q32::ONE;

/// The largest weight of a scaled row.
const FULL: u64 = u16::MAX as u64;
/// Above this largest weight the factor is computed first, which rounds exact halves down.
const FACTOR_FIRST: u64 = 32_768;

/// To the nearest whole number, halves up, at most [`FULL`].
fn round(value: u64) -> u16 {
    let rounded = value.saturating_add(ONE / 2) / ONE;
    rounded.try_into().unwrap_or(u16::MAX)
}

/// Scales a row so that its largest weight is 65535. A row of zeros stays.
pub fn max_upscale(weights: &[u16]) -> Vec<u16> {
    let largest = u64::from(weights.iter().copied().max().unwrap_or_default());
    let factor = (FULL << 32).checked_div(largest).unwrap_or_default();
    let scale = |weight: u64| match largest {
        0 => 0,
        largest if largest > FACTOR_FIRST => round(weight.saturating_mul(factor)),
        largest => round(
            (weight.saturating_mul(FULL) << 32)
                .checked_div(largest)
                .unwrap_or_default(),
        ),
    };
    weights
        .iter()
        .map(|weight| scale(u64::from(*weight)))
        .collect()
}
