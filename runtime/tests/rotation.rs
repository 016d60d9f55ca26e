//! Every subnet that there can be, all of them full: hooks stay within their part of a block, and every subnet has its
//! epochs though all of them are due at once (design 7.1, 8.4).

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by a panic"
)]
#![allow(dead_code, reason = "the population serves the benchmarks too")]

#[path = "../benches/runtime/population.rs"]
mod population;

use frame_support::{
    traits::{Get, Hooks},
    weights::Weight,
};
use node_subtensor_runtime::{Runtime, SubtensorModule, System, genesis};
use pallet_subtensor::{LastEpochBlock, MaxEpochsPerBlock, SubnetEpochIndex, Tempo, WeightInfo};
use population::{FULL, START};
use subtensor_primitives::NetUid;

/// Blocks between two epochs: all epochs of a tempo fit, but never all at once.
const TEMPO: u16 = 100;
const TEMPOS: u32 = 10;

fn netuids() -> impl Iterator<Item = NetUid> {
    (1..=FULL.subnets).map(NetUid::new)
}

fn epochs_of(netuid: NetUid) -> u64 {
    SubnetEpochIndex::<Runtime>::get(netuid)
}

fn run_block(number: u32) -> Weight {
    System::set_block_number(number);
    System::reset_events();
    let weight = SubtensorModule::on_initialize(number);
    SubtensorModule::on_finalize(number);
    weight
}

#[test]
fn no_subnet_starves_and_no_block_does_more_than_its_part() {
    let storage =
        genesis::native::storage(&genesis::DEV.into(), &[]).expect("the preset is a genesis");
    sp_io::TestExternalities::from(storage).execute_with(|| {
        population::populate(FULL);
        MaxEpochsPerBlock::<Runtime>::put(2);
        for netuid in netuids() {
            Tempo::<Runtime>::insert(netuid, TEMPO);
            LastEpochBlock::<Runtime>::insert(netuid, u64::from(START));
        }
        let before: Vec<u64> = netuids().map(epochs_of).collect();
        let all_epochs = || netuids().map(epochs_of).sum::<u64>();

        let most = <Runtime as frame_system::Config>::BlockWeights::get().max_block;
        type Weights = <Runtime as pallet_subtensor::Config>::WeightInfo;
        let idle = Weights::block_step(129, 128);
        let epoch = Weights::epoch(256, 256).saturating_add(Weights::pay_dividends(256));
        for number in START + 1..=START + u32::from(TEMPO) * TEMPOS {
            let so_far = all_epochs();
            let weight = run_block(number);
            let ran = all_epochs() - so_far;
            assert!(ran <= 2, "{ran} epochs in a block");
            // Epochs stop at a quarter of the block; the one that passes it is the last.
            let allowed = (most / 4).saturating_add(epoch).saturating_add(idle * 2);
            assert!(weight.all_lte(allowed), "{weight:?} of {allowed:?}");
            if ran > 0 {
                assert!(weight.ref_time() > idle.ref_time());
            }
        }

        let counts: Vec<u64> = netuids()
            .zip(before)
            .map(|(netuid, before)| epochs_of(netuid) - before)
            .collect();
        let (least, most) = (counts.iter().min().unwrap(), counts.iter().max().unwrap());
        assert!(*least >= 9 && *most <= 10, "{counts:?}");
    });
}
