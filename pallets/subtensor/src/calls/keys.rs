//! Which coldkey owns which hotkey (spec 30 §5).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod keys_calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Makes the signer owner of a hotkey if nobody owns it.
        #[pallet::call_index(91)]
        #[pallet::weight(T::WeightInfo::associate())]
        pub fn try_associate_hotkey(origin: OriginFor<T>, hotkey: T::AccountId) -> DispatchResult {
            let who = ensure_signed(origin)?;
            Self::create_account_if_non_existent(&who, &hotkey)
        }
    }
}
