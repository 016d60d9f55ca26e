//! Storage of rate limits (spec 30 §4.7). Intervals are in blocks.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod rate_limits_storage {
    #[pallet::type_value]
    pub fn DefaultOwnerHyperparamRateLimit() -> u16 {
        2
    }
    /// Tempos between two changes of one hyperparameter by the owner.
    #[pallet::storage]
    pub type OwnerHyperparamRateLimit<T: Config> =
        StorageValue<_, u16, ValueQuery, DefaultOwnerHyperparamRateLimit>;
    /// Block of the last use.
    #[pallet::storage]
    pub type LastRateLimitedBlock<T: Config> =
        StorageMap<_, Identity, RateLimitKey<T::AccountId>, u64, ValueQuery>;
    /// Block of the last use by account, subnet and kind of use.
    #[pallet::storage]
    pub type TransactionKeyLastBlock<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Blake2_128Concat, T::AccountId>,
            NMapKey<Identity, NetUid>,
            NMapKey<Identity, u16>,
        ),
        u64,
        ValueQuery,
    >;
    #[pallet::type_value]
    pub fn DefaultTxRateLimit<T: Config>() -> u64 {
        T::InitialTxRateLimit::get()
    }
    /// Least blocks between two key swaps.
    #[pallet::storage]
    pub type TxRateLimit<T: Config> = StorageValue<_, u64, ValueQuery, DefaultTxRateLimit<T>>;
    #[pallet::type_value]
    pub fn DefaultTxDelegateTakeRateLimit<T: Config>() -> u64 {
        T::InitialTxDelegateTakeRateLimit::get()
    }
    /// Least blocks between two raises of a take.
    #[pallet::storage]
    pub type TxDelegateTakeRateLimit<T: Config> =
        StorageValue<_, u64, ValueQuery, DefaultTxDelegateTakeRateLimit<T>>;
    #[pallet::type_value]
    pub fn DefaultWeightsVersionKeyRateLimit() -> u64 {
        5
    }
    /// Tempos between two changes of the version key by the owner.
    #[pallet::storage]
    pub type WeightsVersionKeyRateLimit<T: Config> =
        StorageValue<_, u64, ValueQuery, DefaultWeightsVersionKeyRateLimit>;
}
