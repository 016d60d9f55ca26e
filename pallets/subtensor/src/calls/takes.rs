//! Takes of hotkeys from the dividends of others' stake (spec 50).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod takes_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Lowers the take of a hotkey from its stakers' dividends.
        #[pallet::call_index(65)]
        #[pallet::weight((T::WeightInfo::change_take(), DispatchClass::Normal, Pays::No))]
        pub fn decrease_take(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            take: PerU16,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_decrease_take(who, hotkey, take)
        }

        /// Raises the take of a hotkey from its stakers' dividends.
        #[pallet::call_index(66)]
        #[pallet::weight((T::WeightInfo::change_take(), DispatchClass::Normal, Pays::No))]
        pub fn increase_take(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            take: PerU16,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_increase_take(who, hotkey, take)
        }

        /// Sets the blocks between two raises of a take on child keys. Root only.
        #[pallet::call_index(69)]
        #[pallet::weight(T::WeightInfo::set_rule())]
        pub fn sudo_set_tx_childkey_take_rate_limit(
            origin: OriginFor<T>,
            tx_rate_limit: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            Self::do_set_tx_childkey_take_rate_limit(tx_rate_limit);
            Ok(())
        }

        /// Sets the take of a child key from the dividends of the stake it was lent.
        #[pallet::call_index(75)]
        #[pallet::weight(T::WeightInfo::set_childkey_take())]
        pub fn set_childkey_take(
            origin: OriginFor<T>,
            hotkey: T::AccountId,
            netuid: NetUid,
            take: PerU16,
        ) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::do_set_childkey_take(&who, hotkey, netuid, take)
        }

        /// Sets the least take on child keys. Root only.
        #[pallet::call_index(76)]
        #[pallet::weight(T::WeightInfo::set_rule())]
        pub fn sudo_set_min_childkey_take(origin: OriginFor<T>, take: PerU16) -> DispatchResult {
            ensure_root(origin)?;
            Self::do_set_min_childkey_take(take);
            Ok(())
        }

        /// Sets the highest take on child keys. Root only.
        #[pallet::call_index(77)]
        #[pallet::weight(T::WeightInfo::set_rule())]
        pub fn sudo_set_max_childkey_take(origin: OriginFor<T>, take: PerU16) -> DispatchResult {
            ensure_root(origin)?;
            Self::do_set_max_childkey_take(take);
            Ok(())
        }
    }
}
