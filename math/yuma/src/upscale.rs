//! Weights relative to the largest of their row, as they are stored and as [`crate::EpochInput`]
//! takes them (spec 40 §3.3).

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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn a_row_keeps_its_order_and_its_proportions(
            row in (0u32..16, prop::collection::vec(any::<u16>(), 1..40))
                .prop_map(|(shift, row)| {
                    row.into_iter().map(|weight| weight >> shift).collect::<Vec<_>>()
                }),
        ) {
            let scaled = max_upscale(&row);
            let largest = u64::from(*row.iter().max().unwrap());
            for (weight, after) in row.iter().zip(&scaled) {
                let exact = (u64::from(*weight) * FULL * 2 + largest).checked_div(2 * largest);
                // Exact halves may be rounded down.
                prop_assert!(
                    exact.unwrap_or_default() - u64::from(*after) <= 1,
                    "{weight} {after}"
                );
                for (other, other_after) in row.iter().zip(&scaled) {
                    prop_assert!(weight > other || after <= other_after);
                }
            }
            if largest > 0 {
                prop_assert_eq!(scaled.iter().max(), Some(&u16::MAX));
            }
            // What is scaled already stays.
            prop_assert_eq!(max_upscale(&scaled), scaled);
        }
    }
}
