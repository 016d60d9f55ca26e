//! What the owner of a subnet decides about its schedule: the blocks between two epochs, and an
//! epoch out of turn (spec 10 §19.1).

use frame_support::ensure;
use frame_system::pallet_prelude::OriginFor;
use sp_runtime::DispatchResult;
use subtensor_primitives::NetUid;

use crate::{
    Config, Error, Event, Hyperparameter, Pallet, RateLimits, Schedule, Subnets, ValidatorWeights,
    pallet::{AdminFreezeWindow, LastEpochBlock, PendingEpochAt, Tempo},
};

impl<T: Config> Schedule<T> {
    /// Stores a tempo and starts to count anew.
    pub fn put_tempo(netuid: NetUid, tempo: u16) {
        Tempo::<T>::insert(netuid, tempo);
        LastEpochBlock::<T>::insert(netuid, Self::current_block());
    }

    /// Lets an epoch run when the freeze window that opens now has passed.
    pub(crate) fn do_trigger_epoch(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
        let by = Subnets::<T>::ensure_subnet_owner(origin, netuid)?;
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        ensure!(
            !ValidatorWeights::<T>::must_commit(netuid),
            Error::<T>::DynamicTempoBlockedByCommitReveal
        );
        ensure!(
            PendingEpochAt::<T>::get(netuid) == 0,
            Error::<T>::EpochTriggerAlreadyPending
        );
        let (now, window) = (
            Self::current_block(),
            u64::from(AdminFreezeWindow::<T>::get()),
        );
        ensure!(
            Self::blocks_until_next_auto_epoch(netuid, now) >= window,
            Error::<T>::AutoEpochAlreadyImminent
        );
        ensure!(
            RateLimits::<T>::passes_hyperparameter_limit(netuid, Hyperparameter::TriggerEpoch),
            Error::<T>::TxRateLimitExceeded
        );
        RateLimits::<T>::note_hyperparameter_change(netuid, Hyperparameter::TriggerEpoch);
        let fires_at = now.saturating_add(window);
        PendingEpochAt::<T>::insert(netuid, fires_at);
        Pallet::<T>::deposit_event(Event::EpochTriggered {
            netuid,
            by,
            fires_at,
        });
        Ok(())
    }
}
