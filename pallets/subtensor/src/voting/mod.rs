//! Voting power of validators: the average of their stake weight over the epochs in which they may
//! validate, kept on subnets whose owner wants it (spec 50 §12, 90 §21.1). Nothing on the chain
//! goes by it; clients and contracts read it.
//!
//! What is no longer followed is erased in steps, in blocks with time left. If a subnet is followed
//! again before that is over, its next epoch begins with nothing: power that was given up never
//! comes back.

mod domain;
mod epoch;
pub mod storage;
#[cfg(test)]
mod tests;

use core::marker::PhantomData;
use frame_support::{ensure, traits::Get, weights::WeightMeter};
use sp_runtime::DispatchResult;
use subtensor_emission::VOTING_ONE;
use subtensor_primitives::NetUid;

use crate::{
    Config, Error, Event, Pallet, Schedule, Subnets, WeightInfo,
    domain::{drain, spend},
    pallet::{
        TotalVotingPower, VotingPower, VotingPowerDisableAtBlock, VotingPowerEmaAlpha,
        VotingPowerErasures, VotingPowerTrackingEnabled,
    },
};

/// Rows that a block erases.
const ERASED_PER_BLOCK: usize = 64;

/// Voting power of validators.
pub struct Voting<T>(PhantomData<T>);

impl<T: Config> Voting<T> {
    /// Lets voting power be followed on a subnet; if that was to end, it does not.
    ///
    /// Errors, in order: `BadOrigin`; `SubnetNotExists`.
    pub(crate) fn do_enable_tracking(origin: T::RuntimeOrigin, netuid: NetUid) -> DispatchResult {
        Self::ensure_owner(origin, netuid)?;
        VotingPowerTrackingEnabled::<T>::insert(netuid, true);
        VotingPowerDisableAtBlock::<T>::remove(netuid);
        Pallet::<T>::deposit_event(Event::VotingPowerTrackingEnabled { netuid });
        Ok(())
    }

    /// Lets it end with the first epoch after the time of grace, which begins anew each time.
    ///
    /// Errors, in order: `BadOrigin`; `SubnetNotExists`; `VotingPowerTrackingNotEnabled`.
    pub(crate) fn do_disable_tracking(origin: T::RuntimeOrigin, netuid: NetUid) -> DispatchResult {
        Self::ensure_owner(origin, netuid)?;
        ensure!(
            VotingPowerTrackingEnabled::<T>::get(netuid),
            Error::<T>::VotingPowerTrackingNotEnabled
        );
        let disable_at_block = Schedule::<T>::current_block().saturating_add(Self::grace());
        VotingPowerDisableAtBlock::<T>::insert(netuid, disable_at_block);
        Pallet::<T>::deposit_event(Event::VotingPowerTrackingDisableScheduled {
            netuid,
            disable_at_block,
        });
        Ok(())
    }

    /// Sets how much of the stake of an epoch goes into the average, of 10^18.
    ///
    /// Errors, in order: `SubnetNotExists`; `InvalidVotingPowerEmaAlpha`.
    pub(crate) fn do_set_ema_alpha(netuid: NetUid, alpha: u64) -> DispatchResult {
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        ensure!(alpha <= VOTING_ONE, Error::<T>::InvalidVotingPowerEmaAlpha);
        VotingPowerEmaAlpha::<T>::insert(netuid, alpha);
        Pallet::<T>::deposit_event(Event::VotingPowerEmaAlphaSet { netuid, alpha });
        Ok(())
    }

    fn ensure_owner(origin: T::RuntimeOrigin, netuid: NetUid) -> DispatchResult {
        Subnets::<T>::ensure_subnet_owner_or_root(origin, netuid)?;
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        Ok(())
    }

    /// Blocks between the call that ends it and the end.
    fn grace() -> u64 {
        if T::FastTiming::get() { 140 } else { 100_800 }
    }

    /// Gives a hotkey so much power, and none no row; the total follows.
    fn set_power(netuid: NetUid, hotkey: &T::AccountId, before: u64, power: u64) {
        if power == before {
            return;
        }
        if power == 0 {
            VotingPower::<T>::remove(netuid, hotkey);
        } else {
            VotingPower::<T>::insert(netuid, hotkey, power);
        }
        Self::change_total(netuid, before, power);
    }

    fn change_total(netuid: NetUid, before: u64, power: u64) {
        TotalVotingPower::<T>::mutate_exists(netuid, |total| {
            let sum = total
                .unwrap_or_default()
                .saturating_sub(before)
                .saturating_add(power);
            *total = (sum > 0).then_some(sum);
        });
    }

    /// Goes on erasing what is no longer followed, a subnet at a time.
    pub(crate) fn go_on_erasing(meter: &mut WeightMeter) {
        if !spend(meter, T::WeightInfo::look_for_erasures()) {
            return;
        }
        let Some(netuid) = VotingPowerErasures::<T>::iter_keys().next() else {
            return;
        };
        let rows = VotingPower::<T>::drain_prefix(netuid).take(ERASED_PER_BLOCK);
        let mut erased = 0usize;
        let weight = T::WeightInfo::erase_voting_power();
        let is_end = drain(rows, weight, meter, |(_, power)| {
            Self::change_total(netuid, power, 0);
            erased = erased.saturating_add(1);
        });
        if is_end && erased < ERASED_PER_BLOCK {
            VotingPowerErasures::<T>::remove(netuid);
        }
    }
}
