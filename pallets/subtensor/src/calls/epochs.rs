//! When the epochs of a subnet run, and whom they count (spec 20).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod epochs_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Does nothing: `AdminUtils::sudo_set_tempo` sets the tempo, for the owner too.
        ///
        /// Origin: anybody who signs.
        ///
        /// Parameters:
        /// - `netuid`: without meaning.
        /// - `tempo`: without meaning.
        ///
        /// Errors, in order: `BadOrigin`.
        ///
        /// Events: none.
        #[pallet::call_index(139)]
        #[pallet::weight(T::WeightInfo::retired())]
        pub fn set_tempo(origin: OriginFor<T>, netuid: NetUid, tempo: u16) -> DispatchResult {
            let _ = (netuid, tempo);
            ensure_signed(origin)?;
            Ok(())
        }

        /// Does nothing: `AdminUtils::sudo_set_activity_cutoff_factor` sets the factor, for the
        /// owner too.
        ///
        /// Origin: anybody who signs.
        ///
        /// Parameters:
        /// - `netuid`: without meaning.
        /// - `factor_milli`: without meaning.
        ///
        /// Errors, in order: `BadOrigin`.
        ///
        /// Events: none.
        #[pallet::call_index(140)]
        #[pallet::weight(T::WeightInfo::retired())]
        pub fn set_activity_cutoff_factor(
            origin: OriginFor<T>,
            netuid: NetUid,
            factor_milli: u32,
        ) -> DispatchResult {
            let _ = (netuid, factor_milli);
            ensure_signed(origin)?;
            Ok(())
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
