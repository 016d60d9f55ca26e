//! Every subnet that there can be, all of them full: hooks stay within their part of a block, and
//! every subnet has its epochs though all of them are due at once (design 7.1, 8.4).

use crate::population::{self, FULL, START};
use frame_support::{traits::Hooks, weights::Weight};
use node_subtensor_runtime::{Runtime, SubtensorModule, System, genesis};
use pallet_subtensor::{LastEpochBlock, MaxEpochsPerBlock, SubnetEpochIndex, Tempo, WeightInfo};
use subtensor_primitives::NetUid;

/// Blocks between two epochs: all epochs of a tempo fit, but never all at once.
const TEMPO: u16 = 100;
const TEMPOS: u32 = 10;

type Weights = <Runtime as pallet_subtensor::Config>::WeightInfo;

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

/// A chain of full subnets, all of whose epochs are due in the same block.
fn chain() -> sp_io::TestExternalities {
    let storage =
        genesis::native::storage(&genesis::DEV.into(), &[]).expect("the preset is a genesis");
    let mut chain = sp_io::TestExternalities::from(storage);
    chain.execute_with(|| {
        population::populate(FULL);
        MaxEpochsPerBlock::<Runtime>::put(2);
        for netuid in netuids() {
            Tempo::<Runtime>::insert(netuid, TEMPO);
            LastEpochBlock::<Runtime>::insert(netuid, u64::from(START));
        }
    });
    chain.commit_all().expect("the changes are complete");
    chain
}

/// What `on_initialize` may weigh: epochs stop at a quarter of the block, and the one that passes
/// it is the last.
fn max_weight_of_a_block() -> Weight {
    let block = <Runtime as frame_system::Config>::BlockWeights::get().max_block;
    let epoch = Weights::epoch(256, 256).saturating_add(Weights::pay_dividends(256));
    let step = Weights::block_step(129, 128);
    (block / 4).saturating_add(epoch).saturating_add(step * 2)
}

#[test]
fn no_subnet_starves_and_no_block_does_more_than_its_part() {
    let mut chain = chain();
    let before = chain.execute_with(|| netuids().map(epochs_of).collect::<Vec<u64>>());
    let mut so_far: u64 = before.iter().sum();
    for number in START + 1..=START + u32::from(TEMPO) * TEMPOS {
        let (weight, all) = chain.execute_with(|| {
            let weight = run_block(number);
            (weight, netuids().map(epochs_of).sum::<u64>())
        });
        chain.commit_all().expect("the changes are complete");
        let ran = all - so_far;
        so_far = all;
        assert!(ran <= 2, "{ran} epochs in a block");
        let most = max_weight_of_a_block();
        assert!(weight.all_lte(most), "{weight:?} of {most:?}");
        let idle = Weights::block_step(129, 128);
        assert!(ran == 0 || weight.ref_time() > idle.ref_time());
    }
    chain.execute_with(|| {
        let counts: Vec<u64> = netuids()
            .zip(before)
            .map(|(netuid, before)| epochs_of(netuid) - before)
            .collect();
        let (least, most) = (counts.iter().min().unwrap(), counts.iter().max().unwrap());
        assert!(*least >= 9 && *most <= 10, "{counts:?}");
    });
}
