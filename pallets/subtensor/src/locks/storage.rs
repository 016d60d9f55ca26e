//! Storage of stake locks (spec 50 §2.3). Amounts are in rao of alpha, time constants in blocks.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod locks_storage {
    /// Lock of a coldkey on a subnet, at most one: (coldkey, netuid, hotkey it is for).
    #[pallet::storage]
    pub type Lock<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Blake2_128Concat, T::AccountId>,
            NMapKey<Identity, NetUid>,
            NMapKey<Blake2_128Concat, T::AccountId>,
        ),
        LockState,
        OptionQuery,
    >;
    /// The same locks by (netuid, hotkey, coldkey).
    #[pallet::storage]
    pub type LockingColdkeys<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Identity, NetUid>,
            NMapKey<Blake2_128Concat, T::AccountId>,
            NMapKey<Blake2_128Concat, T::AccountId>,
        ),
        (),
        OptionQuery,
    >;
    /// Hotkey of the lock of a coldkey: whether it has one, in a single read.
    #[pallet::storage]
    pub type LockHotkey<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Blake2_128Concat,
        T::AccountId,
        T::AccountId,
        OptionQuery,
    >;
    /// What is known of the locks on a hotkey beside their sums; no rows without locks.
    #[pallet::storage]
    pub type LocksOnHotkey<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Blake2_128Concat,
        T::AccountId,
        HotkeyLocks,
        ValueQuery,
    >;
    /// Hotkeys that may have the highest conviction of a subnet, in no order.
    #[pallet::storage]
    pub type LockLeaders<T: Config> = StorageMap<
        _,
        Identity,
        NetUid,
        BoundedVec<T::AccountId, ConstU32<MAX_LOCK_LEADERS>>,
        ValueQuery,
    >;
    /// Hotkeys whose locks follow them to another one, by the old one: the new one, and how many
    /// locks are to follow at most.
    #[pallet::storage]
    pub type LockMoves<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Blake2_128Concat,
        T::AccountId,
        (T::AccountId, u32),
        OptionQuery,
    >;
    /// Sum of the perpetual locks on a hotkey that is not the subnet owner's.
    #[pallet::storage]
    pub type HotkeyLock<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Blake2_128Concat,
        T::AccountId,
        LockState,
        OptionQuery,
    >;
    /// Sum of the decaying locks on a hotkey that is not the subnet owner's.
    #[pallet::storage]
    pub type DecayingHotkeyLock<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Blake2_128Concat,
        T::AccountId,
        LockState,
        OptionQuery,
    >;
    /// Sum of the perpetual locks on the subnet owner's hotkey.
    #[pallet::storage]
    pub type OwnerLock<T: Config> = StorageMap<_, Identity, NetUid, LockState, OptionQuery>;
    /// Sum of the decaying locks on the subnet owner's hotkey.
    #[pallet::storage]
    pub type DecayingOwnerLock<T: Config> = StorageMap<_, Identity, NetUid, LockState, OptionQuery>;
    /// Whether the lock of a coldkey decays; absent: it does.
    #[pallet::storage]
    pub type DecayingLock<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Identity, NetUid, bool, OptionQuery>;
    #[pallet::type_value]
    pub fn DefaultLockRate() -> u64 {
        // A mass halves in 90 days of 12 second blocks.
        934_866
    }
    /// Time constant of the growth of conviction.
    #[pallet::storage]
    pub type MaturityRate<T: Config> = StorageValue<_, u64, ValueQuery, DefaultLockRate>;
    /// Time constant of the decay of a mass.
    #[pallet::storage]
    pub type UnlockRate<T: Config> = StorageValue<_, u64, ValueQuery, DefaultLockRate>;
    /// Switches of a coldkey. Bit 0: it accepts locked alpha.
    #[pallet::storage]
    pub type AccountFlags<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, u128, ValueQuery>;
}
