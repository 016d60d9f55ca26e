//! Storage of the ledger: TAO and alpha in existence and in the pools (spec 10 §4, 50 §2). Amounts
//! are in rao.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod ledger_storage {
    /// TAO in existence: the currency's own number, copied at the end of every block.
    #[pallet::storage]
    pub type TotalIssuance<T: Config> = StorageValue<_, TaoBalance, ValueQuery, T::InitialIssuance>;
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
}
