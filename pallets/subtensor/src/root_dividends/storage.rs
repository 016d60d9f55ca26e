//! Storage of root dividends (spec 10 §14). Amounts are in rao.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod root_dividends_storage {
    /// Alpha per rao of root stake that each hotkey has accrued, per subnet.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type RootClaimable<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, BTreeMap<NetUid, I96F32>, ValueQuery>;
    /// Alpha of (subnet, hotkey, coldkey) that is claimed already or was accrued before the stake
    /// came.
    #[pallet::storage]
    pub type RootClaimed<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Identity, NetUid>,
            NMapKey<Blake2_128Concat, T::AccountId>,
            NMapKey<Blake2_128Concat, T::AccountId>,
        ),
        u128,
        ValueQuery,
    >;
    /// Alpha credited to root stakers of a subnet and not claimed yet. Ours, so that conservation
    /// is an equality.
    #[pallet::storage]
    pub type RootAlphaUnclaimed<T> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;
    /// Alpha credited to the root stakers of a hotkey that its rate cannot express; waits for the
    /// next credit. There is a row for every hotkey that was ever credited, so that the rates of a
    /// subnet can be found.
    #[pallet::storage]
    pub type RootAlphaRest<T: Config> =
        StorageDoubleMap<_, Identity, NetUid, Blake2_128Concat, T::AccountId, U96F32, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultRootClaimableThreshold() -> I96F32 {
        I96F32::from_num(500_000)
    }
    /// Least TAO that a claim on one subnet must bring, rao; the entry of root is in force.
    #[pallet::storage]
    pub type RootClaimableThreshold<T> =
        StorageMap<_, Blake2_128Concat, NetUid, I96F32, ValueQuery, DefaultRootClaimableThreshold>;
    /// Number of coldkeys that stake on root.
    #[pallet::storage]
    pub type NumStakingColdkeys<T> = StorageValue<_, u64, ValueQuery>;
    /// Place of each of them.
    #[pallet::storage]
    pub type StakingColdkeys<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, u64, OptionQuery>;
    /// Who is at which place.
    #[pallet::storage]
    pub type StakingColdkeysByIndex<T: Config> =
        StorageMap<_, Identity, u64, T::AccountId, OptionQuery>;
    /// Where automatic claims go on.
    #[pallet::storage]
    pub type RootClaimCursor<T> = StorageValue<_, RootClaimPosition, ValueQuery>;
    /// Ours: which of its hotkeys on root the next claim of a coldkey begins with, after one that
    /// was not done with all.
    #[pallet::storage]
    pub type RootClaimNext<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;
    /// TAO that claims have taken out of the pool in this block.
    #[pallet::storage]
    pub type SubnetRootSellTao<T> = StorageMap<_, Identity, NetUid, TaoBalance, ValueQuery>;
}
