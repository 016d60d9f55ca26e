//! Registration of neurons, at a price or by work (spec 30).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod neurons_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Registers a hotkey at the current price.
        #[pallet::call_index(7)]
        #[pallet::weight(T::WeightInfo::burned_register(MAX_UIDS.into()))]
        pub fn burned_register(
            origin: OriginFor<T>,
            netuid: NetUid,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_burned_register(&who, netuid, &hotkey)
        }

        /// Registers a hotkey at a price of at most `limit_price` rao.
        #[pallet::call_index(134)]
        #[pallet::weight(T::WeightInfo::burned_register(MAX_UIDS.into()))]
        pub fn register_limit(
            origin: OriginFor<T>,
            netuid: NetUid,
            hotkey: T::AccountId,
            limit_price: u64,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_register_limit(&who, netuid, &hotkey, TaoBalance::new(limit_price))
        }

        /// Registers a hotkey for a proof of work instead of TAO; free, but for a tip.
        #[pallet::call_index(146)]
        #[pallet::weight((T::WeightInfo::pow_register(), DispatchClass::Normal, Pays::No))]
        pub fn pow_register(
            origin: OriginFor<T>,
            netuid: NetUid,
            work_block: u64,
            nonce: u64,
            work: Seal,
            hotkey: T::AccountId,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_pow_register(
                &who,
                &WorkClaim {
                    netuid,
                    work_block,
                    nonce,
                    work: &work,
                    hotkey: &hotkey,
                },
            )
        }
    }
}
