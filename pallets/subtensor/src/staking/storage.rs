//! Storage of pools, stakes and delegate takes (spec 50 §2). Amounts are in rao, takes in parts of 65535.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod staking_storage {
    /// TAO in all pools: the sum of `SubnetTAO`.
    #[pallet::storage]
    pub type TotalStake<T: Config> = StorageValue<_, TaoBalance, ValueQuery>;
    /// TAO reserve of a pool; on root and stable subnets the staked TAO.
    #[pallet::storage]
    pub type SubnetTAO<T: Config> = StorageMap<_, Identity, NetUid, TaoBalance, ValueQuery>;
    /// Alpha reserve of a pool.
    #[pallet::storage]
    pub type SubnetAlphaIn<T: Config> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;
    /// Alpha outside the pool.
    #[pallet::storage]
    pub type SubnetAlphaOut<T: Config> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;
    /// Alpha that the protocol bought and nobody owns.
    #[pallet::storage]
    pub type SubnetProtocolAlpha<T: Config> =
        StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;
    /// TAO that went through the pool so far.
    #[pallet::storage]
    pub type SubnetVolume<T: Config> = StorageMap<_, Identity, NetUid, u128, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultSubnetMovingAlpha() -> I96F32 {
        I96F32::from_bits(12_885)
    }
    /// Weight of a block in the moving price.
    #[pallet::storage]
    pub type SubnetMovingAlpha<T: Config> =
        StorageValue<_, I96F32, ValueQuery, DefaultSubnetMovingAlpha>;
    /// Moving average of the price, TAO per alpha.
    #[pallet::storage]
    pub type SubnetMovingPrice<T: Config> = StorageMap<_, Identity, NetUid, I96F32, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultTaoWeight<T: Config>() -> u64 {
        T::InitialTaoWeight::get()
    }
    /// Weight of root stake, of `u64::MAX`.
    #[pallet::storage]
    pub type TaoWeight<T: Config> = StorageValue<_, u64, ValueQuery, DefaultTaoWeight<T>>;
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
    /// Parents whose children are suspended. None are; clients read it.
    #[pallet::storage]
    pub type ChildkeyThresholdSuspended<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, (), OptionQuery>;
    /// All stake on a subnet: the sum of `TotalHotkeyAlpha`.
    #[pallet::storage]
    pub type TotalAlphaStaked<T: Config> =
        StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;
    /// Hotkeys in whose pools a coldkey has a share, by subnet.
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
    /// Dividends of the last epoch per hotkey, without the take.
    #[pallet::storage]
    pub type AlphaDividendsPerSubnet<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Blake2_128Concat,
        T::AccountId,
        AlphaBalance,
        ValueQuery,
    >;
    /// Least stake weight to validate.
    #[pallet::storage]
    pub type StakeThreshold<T: Config> = StorageValue<_, u64, ValueQuery>;
    /// Least nomination, in millionths of the least stake.
    #[pallet::storage]
    pub type NominatorMinRequiredStake<T: Config> = StorageValue<_, u64, ValueQuery>;
    /// The sweep of nominations that became too small, while there is one.
    #[pallet::storage]
    pub type NominationSweep<T: Config> =
        StorageValue<_, NominationCursor<T::AccountId>, OptionQuery>;
    #[pallet::type_value]
    pub fn DefaultDelegates<T: Config>() -> PerU16 {
        PerU16::from_parts(T::InitialDefaultDelegateTake::get())
    }
    /// Take of a hotkey from the dividends of its stakers.
    #[pallet::storage]
    pub type Delegates<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, PerU16, ValueQuery, DefaultDelegates<T>>;
    #[pallet::type_value]
    pub fn DefaultMaxDelegateTake<T: Config>() -> PerU16 {
        PerU16::from_parts(T::InitialDefaultDelegateTake::get())
    }
    /// Highest take.
    #[pallet::storage]
    pub type MaxDelegateTake<T: Config> =
        StorageValue<_, PerU16, ValueQuery, DefaultMaxDelegateTake<T>>;
    #[pallet::type_value]
    pub fn DefaultMinDelegateTake<T: Config>() -> PerU16 {
        PerU16::from_parts(T::InitialMinDelegateTake::get())
    }
    /// Least take.
    #[pallet::storage]
    pub type MinDelegateTake<T: Config> =
        StorageValue<_, PerU16, ValueQuery, DefaultMinDelegateTake<T>>;
    /// Hotkey on which a coldkey wants its miner emission staked.
    #[pallet::storage]
    pub type AutoStakeDestination<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Identity,
        NetUid,
        T::AccountId,
        OptionQuery,
    >;
    /// Coldkeys that named a hotkey for that.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type AutoStakeDestinationColdkeys<T: Config> = StorageDoubleMap<
        _,
        Blake2_128Concat,
        T::AccountId,
        Identity,
        NetUid,
        Vec<T::AccountId>,
        ValueQuery,
    >;
}
