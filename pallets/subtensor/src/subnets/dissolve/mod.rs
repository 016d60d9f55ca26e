//! Dissolution (spec 30 §7, 50 §14): a subnet stops at once, and is paid out and erased over as
//! many blocks as that takes. Its netuid is given out again when nothing of it is left.
//!
//! Each step goes through one kind of rows and removes them as it goes, so that it needs no other
//! cursor than what is left. Stakers share the pool's TAO by what their stake is worth, beside what
//! the protocol holds; the protocol's part is recycled.

mod erase;
#[cfg(feature = "try-runtime")]
mod invariants;
mod payout;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::{
    ensure,
    traits::Get,
    weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchResult;
use subtensor_primitives::{CommitmentsInterface, NetUid, TaoBalance};

use crate::{
    Config, DissolveCleanupStatus, Error, Event, Pallet, Subnets, WeightInfo,
    domain::{AllDomains, Domain, Domains, ForgetRows},
    pallet::{CurrentDissolveCleanupStatus, DissolveCleanupQueue},
};

/// Dissolution may take one part of so many of a block.
const BLOCK_TO_DISSOLUTION: u64 = 10;

/// Each goes through its rows until none is left or the meter is spent, and says whether none is
/// left.
enum Step {
    /// Pays out what the status says.
    Pay(fn(&mut DissolveCleanupStatus, &mut WeightMeter) -> bool),
    /// Forgets the subnet.
    Forget(ForgetRows),
}

/// Pays out and erases a subnet over many blocks.
pub struct Dissolution<T>(PhantomData<T>);

impl<T: Config> Dissolution<T> {
    /// What has to be done, in this order. Who is paid comes before what is erased, and single
    /// values, by which rows are found, come last.
    fn dissolution_steps() -> impl Iterator<Item = Step> {
        let payout = [
            Self::pay_dividends,
            Self::settle_lease,
            Self::open_payout,
            Self::pay_positions,
            Self::erase_pools,
            Self::recycle_rest,
        ];
        let last: [ForgetRows; 4] = [
            T::Commitments::purge_netuid,
            Self::erase_accounts,
            Self::erase_mechanisms,
            Self::erase_values,
        ];
        let forgetting = Domains::<T>::forgetting().into_iter().chain(last);
        payout
            .into_iter()
            .map(Step::Pay)
            .chain(forgetting.map(Step::Forget))
    }

    /// Stops a subnet and lets it be dissolved.
    pub(crate) fn do_dissolve_network(netuid: NetUid) -> DispatchResult {
        ensure!(
            !Self::is_being_dissolved(netuid),
            Error::<T>::NetworkDissolveAlreadyQueued
        );
        ensure!(
            !netuid.is_root() && Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        Self::begin_dissolution(netuid);
        Ok(())
    }

    /// From now on the subnet does not exist: no call changes it and no block emits to it.
    pub(super) fn begin_dissolution(netuid: NetUid) {
        Domains::<T>::stop_subnet(netuid);
        DissolveCleanupQueue::<T>::append(netuid);
    }

    /// Whether a subnet has stopped and is not erased yet.
    pub fn is_being_dissolved(netuid: NetUid) -> bool {
        DissolveCleanupQueue::<T>::get().contains(&netuid)
    }

    /// Goes on with dissolutions, one subnet after the other; returns the weight of that.
    pub(crate) fn go_on_dissolving() -> Weight {
        let mut meter = WeightMeter::with_limit(Self::dissolution_limit());
        meter.consume(T::WeightInfo::dissolution());
        while let Some(mut status) = Self::next_dissolution() {
            if !Self::take_steps(&mut status, &mut meter) {
                CurrentDissolveCleanupStatus::<T>::put(status);
                break;
            }
            Self::end_dissolution(status.netuid);
        }
        meter.consumed()
    }

    /// The first subnet in the queue, and how far it has come.
    fn next_dissolution() -> Option<DissolveCleanupStatus> {
        CurrentDissolveCleanupStatus::<T>::get().or_else(|| {
            let netuid = DissolveCleanupQueue::<T>::get().first().copied()?;
            Some(DissolveCleanupStatus {
                netuid,
                step: 0,
                pot: TaoBalance::ZERO,
                total: 0,
                counted: 0,
            })
        })
    }

    /// The netuid is free from now on.
    fn end_dissolution(netuid: NetUid) {
        CurrentDissolveCleanupStatus::<T>::kill();
        DissolveCleanupQueue::<T>::mutate_exists(|queue| {
            let rest = queue.take().unwrap_or_default();
            let rest: Vec<NetUid> = rest.into_iter().filter(|other| *other != netuid).collect();
            *queue = Some(rest).filter(|rest| !rest.is_empty());
        });
        Pallet::<T>::deposit_event(Event::NetworkRemoved(netuid));
    }

    /// Whether all steps are done.
    fn take_steps(status: &mut DissolveCleanupStatus, meter: &mut WeightMeter) -> bool {
        for step in Self::dissolution_steps().skip(status.step.into()) {
            let is_done = match step {
                Step::Pay(pay) => pay(status, meter),
                Step::Forget(forget) => forget(status.netuid, meter),
            };
            if !is_done {
                return false;
            }
            status.step = status.step.saturating_add(1);
        }
        true
    }

    /// What a block can spare, or what the largest row takes if that is more: no block is without
    /// progress.
    fn dissolution_limit() -> Weight {
        let share = T::BlockWeights::get()
            .max_block
            .saturating_div(BLOCK_TO_DISSOLUTION);
        let largest = T::WeightInfo::erase_mechanism().max(T::WeightInfo::erase_values());
        share.max(T::WeightInfo::dissolution().saturating_add(largest))
    }
}

impl<T: Config> Domain<T> for Dissolution<T> {
    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        Self::check_dissolutions()
    }
}
