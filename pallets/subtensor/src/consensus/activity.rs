//! When a validator counts as inactive (spec 20 §6.2).

use frame_support::{ensure, traits::Get};
use frame_system::pallet_prelude::OriginFor;
use sp_runtime::DispatchResult;
use subtensor_primitives::NetUid;

use crate::{
    Config, Error, Event, Hyperparameter, Pallet, RateLimits, Schedule, Scores, Subnets,
    pallet::ActivityCutoffFactorMilli,
};

/// Thousandths of a tempo in the activity cutoff.
const MILLI: u64 = 1_000;

impl<T: Config> Scores<T> {
    /// Sets after how many thousandths of a tempo a validator is inactive. Root, or the owner at
    /// times.
    ///
    /// Errors, in order: `BadOrigin`, `SubnetNotExists`,
    /// `ActivityCutoffFactorMilliOutOfBounds`; for the owner
    /// `AdminActionProhibitedDuringWeightsWindow`, `TxRateLimitExceeded`.
    pub(crate) fn do_set_activity_cutoff_factor(
        origin: OriginFor<T>,
        netuid: NetUid,
        factor_milli: u32,
    ) -> DispatchResult {
        let by_owner = Subnets::<T>::ensure_subnet_owner_or_root(origin, netuid)?.is_some();
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        let bounds =
            T::MinActivityCutoffFactorMilli::get()..=T::MaxActivityCutoffFactorMilli::get();
        ensure!(
            bounds.contains(&factor_milli),
            Error::<T>::ActivityCutoffFactorMilliOutOfBounds
        );
        let what = Hyperparameter::ActivityCutoffFactorMilli;
        if by_owner {
            ensure!(
                !Schedule::<T>::is_in_admin_freeze_window(netuid),
                Error::<T>::AdminActionProhibitedDuringWeightsWindow
            );
            ensure!(
                RateLimits::<T>::passes_hyperparameter_limit(netuid, what),
                Error::<T>::TxRateLimitExceeded
            );
            RateLimits::<T>::note_hyperparameter_change(netuid, what);
        }
        ActivityCutoffFactorMilli::<T>::insert(netuid, factor_milli);
        Pallet::<T>::deposit_event(Event::ActivityCutoffFactorMilliSet {
            netuid,
            factor_milli,
        });
        Ok(())
    }

    /// Blocks without weights until a validator is inactive.
    pub(crate) fn activity_cutoff(netuid: NetUid) -> u64 {
        u64::from(ActivityCutoffFactorMilli::<T>::get(netuid))
            .saturating_mul(Schedule::<T>::tempo(netuid))
            .saturating_div(MILLI)
            .max(1)
    }
}
