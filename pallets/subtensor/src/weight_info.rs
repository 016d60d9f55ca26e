//! Provisional weights: derived from counted reads and writes and measured engine time, until benchmarks replace them.
//! Each value is one function of `WeightInfo`; nothing else in the crate states a weight.

use core::marker::PhantomData;

use frame_support::{
    traits::Get,
    weights::{RuntimeDbWeight, Weight},
};

/// Picoseconds the consensus engine needs for one pair of uids.
const ENGINE_PS_PER_PAIR: u64 = 100_000;

/// Weights of the calls and hooks.
pub trait WeightInfo {
    /// Everything of a block but its epochs, for `subnets` subnets of which `eligible` are emitted to.
    fn block_step(subnets: u32, eligible: u32) -> Weight;
    /// One epoch of a subnet with `uids` neurons and its payout.
    fn epoch(uids: u32) -> Weight;
}

/// Weights from counted database accesses at the runtime's prices.
pub struct ProvisionalWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> ProvisionalWeights<T> {
    fn db(reads: u64, writes: u64) -> Weight {
        let prices: RuntimeDbWeight = T::DbWeight::get();
        prices.reads_writes(reads, writes)
    }
}

impl<T: frame_system::Config> WeightInfo for ProvisionalWeights<T> {
    fn block_step(subnets: u32, eligible: u32) -> Weight {
        let (subnets, eligible) = (u64::from(subnets), u64::from(eligible));
        Self::db(
            subnets.saturating_mul(14).saturating_add(eligible.saturating_mul(30)).saturating_add(8),
            subnets.saturating_mul(4).saturating_add(eligible.saturating_mul(22)).saturating_add(4),
        )
    }

    fn epoch(uids: u32) -> Weight {
        let uids = u64::from(uids);
        let pairs = uids.saturating_mul(uids);
        Self::db(uids.saturating_mul(16).saturating_add(30), uids.saturating_mul(10).saturating_add(20))
            .saturating_add(Weight::from_parts(pairs.saturating_mul(ENGINE_PS_PER_PAIR), 0))
    }
}
