//! Storage of the ownership of hotkeys (spec 30 §4.2) and of the swaps of coldkeys (spec 50 §2.3,
//! 90 §20.1).

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
    /// Block in which a coldkey last swapped a hotkey, by subnet.
    #[pallet::storage]
    pub type LastHotkeySwapOnNetuid<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Blake2_128Concat, T::AccountId, u64, ValueQuery>;
    /// Block from which a hotkey that got the stake of another may be swapped again with its own.
    #[pallet::storage]
    pub type StakeMoveCooldownUntil<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Blake2_128Concat, T::AccountId, u64, ValueQuery>;
    /// Hotkey to which another one gave its place on a subnet.
    #[pallet::storage]
    pub type HotkeySuccessor<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Blake2_128Concat,
        T::AccountId,
        T::AccountId,
        OptionQuery,
    >;
    /// First of the hotkeys that gave their place on a subnet to one after the other.
    #[pallet::storage]
    pub type HotkeyRoot<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Blake2_128Concat,
        T::AccountId,
        T::AccountId,
        OptionQuery,
    >;
    /// Blocks between the announcement of a coldkey swap and the swap.
    #[pallet::storage]
    pub type ColdkeySwapAnnouncementDelay<T: Config> =
        StorageValue<_, BlockNumberFor<T>, ValueQuery, T::InitialColdkeySwapAnnouncementDelay>;
    /// Blocks, after that delay, until another swap may be announced.
    #[pallet::storage]
    pub type ColdkeySwapReannouncementDelay<T: Config> =
        StorageValue<_, BlockNumberFor<T>, ValueQuery, T::InitialColdkeySwapReannouncementDelay>;
    /// Swaps that coldkeys have announced: first block of the swap, hash of the coldkey to swap to.
    #[pallet::storage]
    pub type ColdkeySwapAnnouncements<T: Config> =
        StorageMap<_, Twox64Concat, T::AccountId, (BlockNumberFor<T>, H256), OptionQuery>;
    /// Coldkeys whose swap is under dispute, and since which block.
    #[pallet::storage]
    pub type ColdkeySwapDisputes<T: Config> =
        StorageMap<_, Twox64Concat, T::AccountId, BlockNumberFor<T>, OptionQuery>;
    /// Coldkey to which a coldkey was swapped.
    #[pallet::storage]
    pub type ColdkeySuccessor<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, T::AccountId, OptionQuery>;
    /// First of the coldkeys that were swapped, one to the next, to a coldkey.
    #[pallet::storage]
    pub type ColdkeyRoot<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, T::AccountId, OptionQuery>;
}
