//! The path of a newly minted rao (spec 10 §7 to §15, 90 §16): the schedule of a block, its shares
//! per subnet, injection into the pools, the pots that wait for an epoch, and their payout.

mod domain;
mod epochs;
mod gate;
mod inject;
mod payout;
mod prices;
pub mod storage;
mod subnet;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::weights::Weight;
use subtensor_primitives::{NetUid, SwapInterface, TaoBalance};

use crate::{
    Children, Config, Funds, Ledger, Registration, Subnets, WeightInfo, pallet::BlockEmission,
};

pub(crate) use epochs::Pots;
pub use payout::Payout;
use subnet::BlockSubnet;
pub use subtensor_emission::GATE_EXPONENTS;

/// What a block mints, and who has a part in it.
pub struct Coinbase<T>(PhantomData<T>);

impl<T: Config> Coinbase<T> {
    /// Emission of one block: shares and injection, pots, due epochs and their payout, the averages
    /// and child keys that later blocks read. Returns the weight of
    /// what ran.
    pub(crate) fn run_coinbase(netuids: &[NetUid], now: u64) -> Weight {
        let subnets: Vec<NetUid> = netuids
            .iter()
            .copied()
            .filter(|netuid| !netuid.is_root())
            .collect();
        let emission = subtensor_emission::block_emission(Ledger::<T>::tao_issuance().to_u64());
        BlockEmission::<T>::put(emission);
        Funds::<T>::forget_root_sales();
        let mut started: Vec<BlockSubnet> = subnets
            .iter()
            .filter_map(|netuid| BlockSubnet::read::<T>(*netuid))
            .collect();
        let kept_before = T::Swap::pools_kept_for();
        Self::emit(&mut started, TaoBalance::new(emission), now);
        // No more pools than those together had a reservoir or have one now.
        let kept = kept_before.saturating_add(T::Swap::pools_kept_for());

        let mut touched = Payout::<T>::subnets_being_paid();
        let (stepped, epochs) = Self::run_due_epochs(&subnets, now);
        touched.extend(&stepped);
        for subnet in &mut started {
            // Only the payout of a subnet changes what it has.
            if touched.contains(&subnet.netuid) {
                subnet.refresh::<T>();
            }
        }
        Self::update_averages(&started, now);
        T::WeightInfo::block_step(subnets.len() as u32, started.len() as u32)
            .saturating_add(T::WeightInfo::reservoirs(kept))
            .saturating_add(epochs)
            .saturating_add(Children::<T>::apply_due_children(&stepped, now))
    }

    /// TAO that the current block may create (spec 10 §6).
    pub fn block_emission() -> TaoBalance {
        TaoBalance::new(BlockEmission::<T>::get())
    }

    /// Whether the owner has started a subnet.
    fn is_started(netuid: NetUid) -> bool {
        !netuid.is_root() && Subnets::<T>::first_emission_block(netuid).is_some()
    }

    /// Whether a subnet takes part in emission: started, its token enabled and open for
    /// registration (spec 10 §8.1).
    pub fn is_emitted_to(netuid: NetUid) -> bool {
        Self::is_started(netuid) && Self::takes_part(netuid)
    }

    /// The same of a subnet that has been started.
    fn takes_part(netuid: NetUid) -> bool {
        Subnets::<T>::is_trading(netuid) && Registration::<T>::is_open(netuid)
    }
}
