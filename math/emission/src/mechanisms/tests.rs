use super::*;
use proptest::prelude::*;

#[test]
fn parts_are_those_of_20_9_2() {
    for (emission, split, parts) in [
        (25, None, vec![5, 5, 5, 5, 5]),
        (10, None, vec![4, 2, 2, 2]),
        (
            19,
            Some(vec![3_450, 6_899, 10_348, 17_247, 27_594]),
            vec![1, 2, 3, 5, 8],
        ),
        (
            1_000_000_000,
            Some(vec![16_383, 49_152]),
            vec![249_988_556, 750_011_444],
        ),
        // Parts that are not named get nothing, those beyond the count are cut.
        (65_535, Some(vec![65_535]), vec![65_535, 0]),
        (65_535, Some(vec![1, 2, 65_532]), vec![65_533, 2]),
        (u64::MAX, Some(vec![65_535]), vec![u64::MAX]),
        (7, None, vec![7]),
    ] {
        let count = parts.len() as u8;
        assert_eq!(mechanism_parts(emission, count, split.as_deref()), parts);
    }
    assert_eq!(mechanism_parts(7, 0, None), [7], "there is always one");
}

proptest! {
    #[test]
    fn parts_are_the_whole(
        emission: u64,
        count: u8,
        split in prop::option::of(prop::collection::vec(any::<u16>(), 0..20)),
    ) {
        let parts = mechanism_parts(emission, count, split.as_deref());
        prop_assert_eq!(parts.len(), usize::from(count.max(1)));
        prop_assert_eq!(
            parts.iter().map(|part| u128::from(*part)).sum::<u128>(),
            emission.into()
        );
    }

    #[test]
    fn a_whole_split_is_kept_but_for_rounding(
        emission: u64,
        weights in prop::collection::vec(0u16..4_096, 0..15),
    ) {
        let named: u16 = weights.iter().sum();
        let split: Vec<u16> = weights.iter().copied().chain([u16::MAX - named]).collect();
        let parts = mechanism_parts(emission, split.len() as u8, Some(&split));
        for (part, weight) in parts.iter().zip(&split).skip(1) {
            let exact = u128::from(emission) * u128::from(*weight) / 65_535;
            prop_assert_eq!(u128::from(*part), exact);
        }
    }
}
