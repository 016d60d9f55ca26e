//! Weights of validators (spec 40).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod weights_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Sets the weights of the signing hotkey on the main mechanism.
        #[pallet::call_index(0)]
        #[pallet::weight((T::WeightInfo::set_weights(dests.len() as u32), DispatchClass::Normal, Pays::No))]
        pub fn set_weights(
            origin: OriginFor<T>,
            netuid: NetUid,
            dests: WeightList,
            weights: WeightList,
            version_key: u64,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_set_weights(
                &who,
                netuid,
                MechId::MAIN,
                &Row {
                    targets: &dests,
                    weights: &weights,
                    version_key,
                },
            )
        }

        /// Sets the weights of the signing hotkey on one mechanism.
        #[pallet::call_index(119)]
        #[pallet::weight((T::WeightInfo::set_weights(dests.len() as u32), DispatchClass::Normal, Pays::No))]
        pub fn set_mechanism_weights(
            origin: OriginFor<T>,
            netuid: NetUid,
            mecid: MechId,
            dests: WeightList,
            weights: WeightList,
            version_key: u64,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_set_weights(
                &who,
                netuid,
                mecid,
                &Row {
                    targets: &dests,
                    weights: &weights,
                    version_key,
                },
            )
        }
    }
}
