//! Weights relative to the largest of their row (spec 40 §3.3). The numbers count 2^-32, like the engine's.

use alloc::vec::Vec;

const FULL: u64 = 65_535;
/// Above this largest weight the factor is computed first, which rounds exact halves down.
const FACTOR_FIRST: u64 = 32_768;

fn round(value: u64) -> u16 {
    let rounded = value.saturating_add(1 << 31) >> 32;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_those_of_40_3_3() {
        for (row, scaled) in [
            (vec![], vec![]),
            (vec![1], vec![65535]),
            (vec![0, 1], vec![0, 65535]),
            (vec![10, 20], vec![32768, 65535]),
            (vec![1, 2, 3], vec![21845, 43690, 65535]),
            (vec![100, 33, 7], vec![65535, 21627, 4587]),
            (vec![32768, 16384], vec![65535, 32768]),
            (vec![32769, 16384], vec![65535, 32767]),
            (vec![40000, 20000], vec![65535, 32767]),
            (vec![65534, 32767], vec![65535, 32767]),
            (vec![0, 1, 65534], vec![0, 1, 65535]),
            (
                vec![0, 1, 2, 3, 4, 65533, 65535],
                vec![0, 1, 2, 3, 4, 65533, 65535],
            ),
            (vec![0, 0], vec![0, 0]),
        ] {
            assert_eq!(max_upscale(&row), scaled, "{row:?}");
        }
    }
}
