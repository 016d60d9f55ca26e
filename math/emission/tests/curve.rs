//! The curve of issuance against the schedule itself, block by block (spec 10
//! §6).

use proptest::prelude::*;
use subtensor_emission::{
    INITIAL_BLOCK_EMISSION, MAX_ISSUANCE, block_emission, blocks_until_end, eras, issuance_after,
};

/// Where emission has ended (spec 10 §6).
const LAST_ISSUANCE: u64 = 20_999_999_980_442_226;

/// Issuance after so many blocks, one after the other.
fn stepped(issuance: u64, blocks: u64) -> u64 {
    (0..blocks).fold(issuance, |issuance, _| issuance + block_emission(issuance))
}

#[test]
fn every_block_from_genesis_to_the_end_is_where_the_curve_says() {
    let (mut issuance, mut block) = (0, 0);
    for era in eras(0) {
        assert_eq!((block, issuance), (era.blocks_before, era.issuance_before));
        while block_emission(issuance) == era.emission {
            issuance += era.emission;
            block += 1;
        }
        assert_eq!(
            (block, issuance),
            (era.blocks_after(), era.issuance_after())
        );
        assert!(issuance <= MAX_ISSUANCE);
    }
    assert_eq!(block_emission(issuance), 0);
    assert_eq!((issuance, block), (LAST_ISSUANCE, blocks_until_end(0)));
}

#[test]
fn thirty_eras_halve_the_emission_until_it_is_nothing() {
    let eras: Vec<_> = eras(0).collect();
    assert_eq!(eras.len(), 30);
    for (k, era) in (0..).zip(&eras) {
        assert_eq!(era.halvings, k);
        assert_eq!(era.emission, INITIAL_BLOCK_EMISSION >> k);
    }
    let last = eras.last().unwrap();
    assert_eq!((last.emission, last.issuance_after()), (1, LAST_ISSUANCE));
}

#[test]
fn the_first_two_halvings_come_after_whole_numbers_of_blocks() {
    let ends: Vec<_> = eras(0).take(2).map(|era| era.blocks_after()).collect();
    assert_eq!(ends, [10_500_000, 21_000_000]);
    assert_eq!(issuance_after(0, 10_500_000), 10_500_000_000_000_000);
    assert_eq!(issuance_after(0, 10_500_001), 10_500_000_500_000_000);
}

#[test]
fn a_halving_that_is_past_or_never_comes_has_no_era() {
    let halvings = |issuance| -> Vec<u32> { eras(issuance).map(|era| era.halvings).collect() };
    assert_eq!(halvings(0), (0..30).collect::<Vec<_>>());
    assert_eq!(halvings(MAX_ISSUANCE / 2), (1..30).collect::<Vec<_>>());
}

#[test]
fn nothing_is_minted_after_the_end() {
    for issuance in [LAST_ISSUANCE, MAX_ISSUANCE, u64::MAX] {
        assert_eq!(blocks_until_end(issuance), 0);
        assert_eq!(eras(issuance).next(), None);
        assert_eq!(issuance_after(issuance, u64::MAX), issuance);
    }
    assert_eq!(issuance_after(0, u64::MAX), LAST_ISSUANCE);
}

/// Any issuance, often one near a halving.
fn issuance() -> impl Strategy<Value = u64> {
    let near = (0u32..31, 0u64..2_000_000_000_000)
        .prop_map(|(k, less)| (MAX_ISSUANCE - (MAX_ISSUANCE >> k)).saturating_sub(less));
    let late = (0u64..100_000).prop_map(|less| LAST_ISSUANCE - less);
    prop_oneof![0..=MAX_ISSUANCE, near, late]
}

proptest! {
    #[test]
    fn the_curve_is_the_schedule_stepped(issuance in issuance(), blocks in 0u64..20_000) {
        prop_assert_eq!(issuance_after(issuance, blocks), stepped(issuance, blocks));
    }

    #[test]
    fn blocks_may_be_counted_in_two_parts(
        issuance in issuance(), first in 0u64..400_000_000, second in 0u64..400_000_000,
    ) {
        let at_once = issuance_after(issuance, first + second);
        prop_assert_eq!(issuance_after(issuance_after(issuance, first), second), at_once);
    }

    #[test]
    fn issuance_never_falls_and_never_passes_the_cap(
        issuance in issuance(), blocks in prop_oneof![0u64..1_000_000_000, any::<u64>()],
    ) {
        let after = issuance_after(issuance, blocks);
        prop_assert!(issuance <= after && after <= MAX_ISSUANCE);
    }

    #[test]
    fn the_block_after_an_era_is_the_first_to_mint_less(issuance in issuance()) {
        let minted_by = |block| {
            issuance_after(issuance, block) - issuance_after(issuance, block - 1)
        };
        for era in eras(issuance) {
            prop_assert_eq!(era.emission, INITIAL_BLOCK_EMISSION >> era.halvings);
            prop_assert_eq!(minted_by(era.blocks_before + 1), era.emission);
            prop_assert_eq!(minted_by(era.blocks_after()), era.emission);
            prop_assert!(minted_by(era.blocks_after() + 1) < era.emission);
        }
    }

    #[test]
    fn the_last_block_that_mints_is_the_end(issuance in issuance()) {
        let end = blocks_until_end(issuance);
        let after = issuance_after(issuance, end);
        prop_assert_eq!(block_emission(after), 0);
        prop_assert!(end == 0 || issuance_after(issuance, end - 1) < after);
    }
}
