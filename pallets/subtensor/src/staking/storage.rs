//! Storage of pools, stakes and delegate takes (spec 50 §2). Amounts are in rao, takes in parts of
//! 65535.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod staking_storage {
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
    #[pallet::type_value]
    pub fn DefaultTransferToggle() -> bool {
        true
    }
    /// Whether stake may change its coldkey.
    #[pallet::storage]
    pub type TransferToggle<T: Config> =
        StorageMap<_, Identity, NetUid, bool, ValueQuery, DefaultTransferToggle>;
}
