//! Storage of child keys (spec 50 §2.2). Parts of a stake are of `u64::MAX`, takes of 65535,
//! intervals in blocks. Items that the public interface lacks are said to be ours.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod children_storage {
    #[pallet::type_value]
    pub fn DefaultMaxChildkeyTake<T: Config>() -> PerU16 {
        PerU16::from_parts(T::InitialMaxChildKeyTake::get())
    }
    /// Highest take on child keys.
    #[pallet::storage]
    pub type MaxChildkeyTake<T: Config> =
        StorageValue<_, PerU16, ValueQuery, DefaultMaxChildkeyTake<T>>;
    #[pallet::type_value]
    pub fn DefaultMinChildkeyTake<T: Config>() -> PerU16 {
        PerU16::from_parts(T::InitialMinChildKeyTake::get())
    }
    /// Least take on child keys.
    #[pallet::storage]
    pub type MinChildkeyTake<T: Config> =
        StorageValue<_, PerU16, ValueQuery, DefaultMinChildkeyTake<T>>;
    /// Take of a child key from the stake of its parents.
    #[pallet::storage]
    pub type ChildkeyTake<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Identity, NetUid, PerU16, ValueQuery>;
    /// Part of the dividends of lent stake that is burned.
    #[pallet::storage]
    pub type CKBurn<T: Config> = StorageValue<_, u64, ValueQuery>;
    /// Children of a hotkey: (part, child).
    #[pallet::storage]
    #[pallet::unbounded]
    pub type ChildKeys<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Identity,
        NetUid,
        Vec<(u64, T::AccountId)>,
        ValueQuery,
    >;
    /// Parents of a hotkey: (part, parent). Mirrors `ChildKeys`.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type ParentKeys<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Identity,
        NetUid,
        Vec<(u64, T::AccountId)>,
        ValueQuery,
    >;
    /// Children that a hotkey will have, and the block after which it can.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type PendingChildKeys<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Blake2_128Concat,
        T::AccountId,
        (Vec<(u64, T::AccountId)>, u64),
        ValueQuery,
    >;
    /// Ours: subnets on which a hotkey has pending children, so that they are found without a
    /// search.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type PendingChildKeysOf<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, Vec<NetUid>, ValueQuery>;
    /// Ours: subnets whose pending children were not all looked at yet, and the last hotkey that
    /// was.
    #[pallet::storage]
    pub type PendingChildKeysCursor<T: Config> =
        StorageMap<_, Identity, NetUid, T::AccountId, OptionQuery>;
    #[pallet::type_value]
    pub fn DefaultPendingChildKeyCooldown<T: Config>() -> u64 {
        if T::FastTiming::get() { 15 } else { 7_200 }
    }
    /// Blocks between naming children and having them.
    #[pallet::storage]
    pub type PendingChildKeyCooldown<T: Config> =
        StorageValue<_, u64, ValueQuery, DefaultPendingChildKeyCooldown<T>>;
    /// Least take on child keys, of 65535.
    #[pallet::storage]
    pub type MinChildkeyTakePerSubnet<T: Config> =
        StorageMap<_, Identity, NetUid, PerU16, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultTxChildkeyTakeRateLimit<T: Config>() -> u64 {
        T::InitialTxChildKeyTakeRateLimit::get()
    }
    /// Least blocks between two changes of a child key take.
    #[pallet::storage]
    pub type TxChildkeyTakeRateLimit<T: Config> =
        StorageValue<_, u64, ValueQuery, DefaultTxChildkeyTakeRateLimit<T>>;
    #[pallet::type_value]
    pub fn DefaultAutoParentDelegationEnabled() -> bool {
        true
    }
    /// Whether a hotkey with a seat on root becomes a parent of the owners of subnets.
    #[pallet::storage]
    pub type AutoParentDelegationEnabled<T: Config> = StorageMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        bool,
        ValueQuery,
        DefaultAutoParentDelegationEnabled,
    >;
    /// Hotkeys whose stake is to be valued, since it has changed.
    #[pallet::storage]
    pub type ChildkeyThresholdChecks<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, (), OptionQuery>;
    /// Ours: the hotkey of them that was valued last, if not all were.
    #[pallet::storage]
    pub type ChildkeyThresholdCheckCursor<T: Config> = StorageValue<_, T::AccountId, OptionQuery>;
    /// Parents whose relations do not count. Their number, which is ours, saves looks at it.
    #[pallet::storage]
    pub type ChildkeyThresholdSuspended<T: Config> =
        CountedStorageMap<_, Blake2_128Concat, T::AccountId, (), OptionQuery>;
}
