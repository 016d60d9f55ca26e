//! Which coldkey owns which hotkey (spec 30 §5).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod keys_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Makes a coldkey the owner of a hotkey if nobody owns it; otherwise it does nothing.
        ///
        /// Origin: the coldkey.
        ///
        /// Parameters:
        /// - `hotkey`: the hotkey, not an account of the chain's own.
        ///
        /// Errors, in order: `BadOrigin`, `CannotUseSystemAccount`, `TooManyStakingHotkeys` (the
        /// coldkey owns as many as it may).
        ///
        /// Events: none.
        #[pallet::call_index(91)]
        #[pallet::weight(T::WeightInfo::associate())]
        pub fn try_associate_hotkey(origin: OriginFor<T>, hotkey: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Hotkeys::<T>::create_account_if_non_existent(&who, &hotkey)
        }
    }
}
