//! Storage of share pools and of who holds a share in them (spec 50 §2, §4.2). Amounts are in rao
//! of alpha.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod shares_storage {
    /// Value of a share pool: all stake on a hotkey.
    #[pallet::storage]
    pub type TotalHotkeyAlpha<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Identity,
        NetUid,
        AlphaBalance,
        ValueQuery,
    >;
    /// All stake on a hotkey after the last epoch that paid it.
    #[pallet::storage]
    pub type TotalHotkeyAlphaLastEpoch<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Identity,
        NetUid,
        AlphaBalance,
        ValueQuery,
    >;
    /// Shares of a share pool.
    #[pallet::storage]
    pub type TotalHotkeySharesV2<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Identity,
        NetUid,
        SafeFloat,
        ValueQuery,
    >;
    /// Shares of a coldkey in the pool of a hotkey: (hotkey, coldkey, netuid).
    #[pallet::storage]
    pub type AlphaV2<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Blake2_128Concat, T::AccountId>,
            NMapKey<Blake2_128Concat, T::AccountId>,
            NMapKey<Identity, NetUid>,
        ),
        SafeFloat,
        ValueQuery,
    >;
    /// Generation of a share pool: how often it was closed with rows of coldkeys left in it.
    #[pallet::storage]
    pub type AlphaSharePoolEpoch<T: Config> =
        StorageDoubleMap<_, Blake2_128Concat, T::AccountId, Identity, NetUid, u64, ValueQuery>;
    /// Generation of the pool from which a row of `AlphaV2` is: (hotkey, coldkey, netuid). A row
    /// counts only as long as that is the pool's.
    #[pallet::storage]
    pub type AlphaShareEpoch<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Blake2_128Concat, T::AccountId>,
            NMapKey<Blake2_128Concat, T::AccountId>,
            NMapKey<Identity, NetUid>,
        ),
        u64,
        ValueQuery,
    >;
    /// All stake on a subnet: the sum of `TotalHotkeyAlpha`.
    #[pallet::storage]
    pub type TotalAlphaStaked<T: Config> =
        StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;
    /// Hotkeys in whose pools a coldkey has a row, by subnet, those of generations that ended too.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type StakePositions<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Blake2_128Concat,
        T::AccountId,
        Vec<T::AccountId>,
        ValueQuery,
    >;
    /// Number of coldkeys with a share in the pool of a hotkey, by subnet.
    #[pallet::storage]
    pub type PoolStakers<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Blake2_128Concat, T::AccountId, u32, ValueQuery>;
    /// Hotkeys on which a coldkey has or had stake.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type StakingHotkeys<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, Vec<T::AccountId>, ValueQuery>;
}
