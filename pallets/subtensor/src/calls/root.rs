//! Seats on the root network and the dividends of root stake.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod root_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Seats a hotkey on the root network.
        #[pallet::call_index(62)]
        #[pallet::weight(T::WeightInfo::root_register())]
        pub fn root_register(origin: OriginFor<T>, hotkey: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_root_register(&who, &hotkey)
        }

        /// Sells the root dividends that the signing coldkey is owed and stakes the TAO on root; every subnet is looked at,
        /// whatever `subnets` says, and as many hotkeys as fit, the others by the next call. Pays for what was done.
        #[pallet::call_index(121)]
        #[pallet::weight(T::WeightInfo::claim_root(MAX_CLAIM_ROWS, MAX_CLAIM_ROWS))]
        pub fn claim_root(
            origin: OriginFor<T>,
            subnets: BTreeSet<NetUid>,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            let _ = subnets;
            Self::do_claim_root(&who)
        }

        /// Sets the least TAO that a claim of root dividends on one subnet must bring, rao; `netuid` is that of root. Root
        /// only.
        #[pallet::call_index(124)]
        #[pallet::weight(T::WeightInfo::set_rule())]
        pub fn sudo_set_root_claim_threshold(
            origin: OriginFor<T>,
            netuid: NetUid,
            new_value: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            Self::do_set_root_claim_threshold(netuid, new_value)
        }

        /// Like `claim_root`, on one hotkey.
        #[pallet::call_index(145)]
        #[pallet::weight(T::WeightInfo::claim_root(MAX_RATES, MAX_RATES))]
        pub fn claim_root_with_hotkey(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
        ) -> DispatchResultWithPostInfo {
            let who = ensure_signed(origin)?;
            Self::do_claim_root_with_hotkey(&who, &hotkey)
        }
    }
}
