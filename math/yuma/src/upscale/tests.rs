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
