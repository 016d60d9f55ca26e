//! What a block does on every subnet.

use frame_support::traits::Hooks;
use frame_system::pallet_prelude::BlockNumberFor;

use subtensor_fixed::I96F32;

use super::{Job, job};
use crate::{
    Coinbase, Dissolution, Pallet, Registration, Subnets,
    benchmarking::{Setup, TAO, states::*},
    pallet::*,
};

/// The next block, in which no epoch is due and everything moves that does so by itself: prices and
/// difficulties of registration fall, and root stakers are paid.
fn block<T: Setup>() -> Job {
    for netuid in subnets::<T>() {
        Tempo::<T>::insert(netuid, 0);
        RegistrationsThisBlock::<T>::insert(netuid, 1);
        SubnetRootSellTao::<T>::insert(netuid, tao(1));
        Registration::<T>::set_burn_half_life(netuid, 1);
        Burn::<T>::insert(netuid, MaxBurn::<T>::get(netuid));
        Difficulty::<T>::insert(netuid, u64::MAX / 4);
        SubnetMovingPrice::<T>::insert(netuid, I96F32::from_num(2));
    }
    SubnetTAO::<T>::insert(ROOT, tao(1_000 * TAO));
    job(|| {
        Pallet::<T>::on_initialize(BlockNumberFor::<T>::from(2u32));
    })
}

/// Subnets that nobody has started.
pub(crate) fn block_step<T: Setup>(count: u32) -> Job {
    some_subnets::<T>(count);
    for netuid in subnets::<T>() {
        FirstEmissionBlockNumber::<T>::remove(netuid);
    }
    block::<T>()
}

/// Subnets that are emitted to.
pub(crate) fn block_step_emitted<T: Setup>(count: u32) -> Job {
    some_subnets::<T>(count);
    // That of the genesis may wait for its owner.
    let first = subnets::<T>().next();
    let first = first.expect("there are subnets");
    FirstEmissionBlockNumber::<T>::insert(first, 1);
    SubtokenEnabled::<T>::insert(first, true);
    SubnetEmissionEnabled::<T>::insert(first, true);
    assert!(subnets::<T>().all(Coinbase::<T>::is_emitted_to));
    block::<T>()
}

/// Pools that can take what was kept for them.
pub(crate) fn reservoirs<T: Setup>(pools: u32) -> Job {
    all_subnets::<T>();
    for netuid in subnets::<T>().take(pools as usize) {
        T::keep_liquidity(netuid, tao(1_000), alpha(1_000));
    }
    block::<T>()
}

/// A look at what is to be dissolved, and at what is to be opened.
pub(crate) fn dissolution<T: Setup>() -> Job {
    chain::<T>();
    job(|| {
        Dissolution::<T>::go_on_dissolving();
        Subnets::<T>::open_queued_subnet();
    })
}

/// All subnets may be the one.
pub(crate) fn find_subnet_to_prune<T: Setup>() -> Job {
    all_subnets::<T>();
    NetworkImmunityPeriod::<T>::put(0);
    job(|| assert!(Subnets::<T>::subnet_to_prune(1_000_000).is_some()))
}
