//! When the epochs of a subnet run, and whom they count (spec 20).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod epochs_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Sets the blocks between two epochs; they are counted from now on. Owner only.
        #[pallet::call_index(139)]
        #[pallet::weight(T::WeightInfo::set_tempo())]
        pub fn set_tempo(origin: OriginFor<T>, netuid: NetUid, tempo: u16) -> DispatchResult {
            Self::do_set_tempo(origin, netuid, tempo)
        }

        /// Sets after how many thousandths of a tempo without weights a validator is inactive.
        #[pallet::call_index(140)]
        #[pallet::weight(T::WeightInfo::set_hyperparameter())]
        pub fn set_activity_cutoff_factor(
            origin: OriginFor<T>,
            netuid: NetUid,
            factor_milli: u32,
        ) -> DispatchResult {
            Self::do_set_activity_cutoff_factor(origin, netuid, factor_milli)
        }

        /// Lets an epoch run as soon as the freeze window before it has passed. Owner only.
        #[pallet::call_index(141)]
        #[pallet::weight(T::WeightInfo::set_hyperparameter())]
        pub fn trigger_epoch(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
            Self::do_trigger_epoch(origin, netuid)
        }
    }
}
