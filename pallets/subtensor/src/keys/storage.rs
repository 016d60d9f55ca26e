//! Storage of the ownership of hotkeys (spec 30 §4.2).

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod keys_storage {
    #[pallet::type_value]
    pub fn DefaultOwner<T: Config>() -> T::AccountId {
        Hotkeys::<T>::zero_account()
    }
    /// Coldkey that owns a hotkey.
    #[pallet::storage]
    pub type Owner<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, T::AccountId, ValueQuery, DefaultOwner<T>>;
    /// Hotkeys of a coldkey.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type OwnedHotkeys<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, Vec<T::AccountId>, ValueQuery>;
    /// Blocks between the announcement of a coldkey swap and the swap.
    #[pallet::storage]
    pub type ColdkeySwapAnnouncementDelay<T: Config> =
        StorageValue<_, BlockNumberFor<T>, ValueQuery, T::InitialColdkeySwapAnnouncementDelay>;
    /// Blocks, after that delay, until another swap may be announced.
    #[pallet::storage]
    pub type ColdkeySwapReannouncementDelay<T: Config> =
        StorageValue<_, BlockNumberFor<T>, ValueQuery, T::InitialColdkeySwapReannouncementDelay>;
}
