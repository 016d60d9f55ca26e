//! The supply at its milestones, in whole blocks on the real runtime: a year between two blocks
//! (spec 10 §6).

use frame_support::traits::fungible::Mutate;
use pallet_subtensor::{BlockEmission, SubnetMovingPrice};
use pallet_subtensor_runtime_api::runtime_decl_for_subnet_info_runtime_api as subnet_info;
use subnet_info::SubnetInfoRuntimeApi as _;
use subtensor_emission::{MAX_ISSUANCE, block_emission};
use subtensor_fixed::I96F32;
use subtensor_primitives::TaoBalance;

use super::{
    block,
    blocks::{SUBNET, TAO, populate},
    dev_chain,
};
use crate::{AccountId, Balances, Runtime};

/// Issuance at which a block emits half.
const FIRST_HALVING: u64 = MAX_ISSUANCE / 2;
/// Least issuance at which nothing is emitted any more.
const LAST_EMISSION: u64 = 20_999_999_980_442_226;

/// A chain at work, and so much TAO in the hands of nobody that `issuance` exists.
fn at_issuance(issuance: u64, run: impl FnOnce()) {
    dev_chain().execute_with(|| {
        populate();
        SubnetMovingPrice::<Runtime>::insert(SUBNET, I96F32::from_bits(1 << 31));
        let missing = issuance - Balances::total_issuance();
        Balances::mint_into(&AccountId::new([9; 32]), missing).expect("the account can hold it");
        block(alloc::vec![]);
        run();
    });
}

/// Makes a block; returns what it emitted and what the schedule said.
fn emitted() -> (u64, u64) {
    let before = Balances::total_issuance();
    block(alloc::vec![]);
    let minted = Balances::total_issuance() - before;
    assert_eq!(BlockEmission::<Runtime>::get(), block_emission(before));
    assert_eq!(
        Runtime::get_block_emission(),
        TaoBalance::new(block_emission(before))
    );
    (minted, block_emission(before))
}

#[test]
fn the_first_halving_comes_with_the_supply() {
    at_issuance(FIRST_HALVING - 5 * TAO, || {
        let blocks: alloc::vec::Vec<(u64, u64)> = (0..12).map(|_| emitted()).collect();
        for (minted, scheduled) in &blocks {
            // Rounding of shares is never minted.
            assert!(
                *minted <= *scheduled && minted + 2 >= *scheduled,
                "{minted}"
            );
        }
        let whole = blocks.iter().filter(|(_, scheduled)| *scheduled == TAO);
        let half = blocks.iter().filter(|(_, scheduled)| *scheduled == TAO / 2);
        // The block before the first counted one had its part of the five.
        let (whole, half) = (whole.count(), half.count());
        assert!(
            (4..=5).contains(&whole) && whole + half == 12,
            "{whole} {half}"
        );
        assert!(Balances::total_issuance() > FIRST_HALVING);
    });
}

#[test]
fn at_the_cap_nothing_is_emitted_and_the_chain_goes_on() {
    at_issuance(LAST_EMISSION - 3, || {
        for _ in 0..15 {
            let (minted, scheduled) = emitted();
            assert!(minted <= scheduled && scheduled <= 1);
        }
        assert!(Balances::total_issuance() <= MAX_ISSUANCE);
        assert!(Balances::total_issuance() >= LAST_EMISSION - 3);
    });
}
