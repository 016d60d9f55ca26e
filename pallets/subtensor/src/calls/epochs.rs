//! When the epochs of a subnet run, and whom they count (spec 20).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod epochs_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Sets the blocks between two epochs of a subnet, counted from now on.
        ///
        /// Origin: the owner of the subnet.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        /// - `tempo`: blocks, from `MinTempo` to `MaxTempo`.
        ///
        /// Errors, in order: `BadOrigin`, `SubnetNotExists` (while it is dissolved),
        /// `TempoOutOfBounds`, `AdminActionProhibitedDuringWeightsWindow`, `TxRateLimitExceeded`
        /// (within the blocks of the least tempo; on fast chains within the same block).
        ///
        /// Events: `TempoSet`.
        #[pallet::call_index(139)]
        #[pallet::weight(T::WeightInfo::set_tempo())]
        pub fn set_tempo(origin: OriginFor<T>, netuid: NetUid, tempo: u16) -> DispatchResult {
            Schedule::<T>::do_set_tempo(origin, netuid, tempo)
        }

        /// Sets for how long a validator that sets no weights stays active.
        ///
        /// Origin: the owner of the subnet, or root.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        /// - `factor_milli`: thousandths of a tempo, from `MinActivityCutoffFactorMilli` to
        ///   `MaxActivityCutoffFactorMilli`.
        ///
        /// Errors, in order: `BadOrigin`, `SubnetNotExists`,
        /// `ActivityCutoffFactorMilliOutOfBounds`; of the owner
        /// `AdminActionProhibitedDuringWeightsWindow`, `TxRateLimitExceeded`.
        ///
        /// Events: `ActivityCutoffFactorMilliSet`.
        #[pallet::call_index(140)]
        #[pallet::weight(T::WeightInfo::set_hyperparameter())]
        pub fn set_activity_cutoff_factor(
            origin: OriginFor<T>,
            netuid: NetUid,
            factor_milli: u32,
        ) -> DispatchResult {
            Scores::<T>::do_set_activity_cutoff_factor(origin, netuid, factor_milli)
        }

        /// Lets an epoch of a subnet run out of turn, as soon as the freeze window that begins now
        /// is over.
        ///
        /// Origin: the owner of the subnet.
        ///
        /// Parameters:
        /// - `netuid`: the subnet.
        ///
        /// Errors, in order: `BadOrigin`, `SubnetNotExists` (while it is dissolved),
        /// `DynamicTempoBlockedByCommitReveal`, `EpochTriggerAlreadyPending`,
        /// `AutoEpochAlreadyImminent`, `TxRateLimitExceeded`.
        ///
        /// Events: `EpochTriggered`.
        #[pallet::call_index(141)]
        #[pallet::weight(T::WeightInfo::set_hyperparameter())]
        pub fn trigger_epoch(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
            Schedule::<T>::do_trigger_epoch(origin, netuid)
        }
    }
}
