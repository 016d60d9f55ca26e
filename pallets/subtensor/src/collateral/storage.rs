//! Storage of collateral (spec 90 §14.1). Amounts are in rao of alpha.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod collateral_storage {
    /// Share of the price of a registration that is locked as collateral, of 65535.
    #[pallet::storage]
    pub type CollateralLockShare<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultCollateralDrainRatio() -> U64F64 {
        U64F64::ONE
    }
    /// Alpha of collateral that comes free for each alpha earned, for those who register from now
    /// on.
    #[pallet::storage]
    pub type CollateralDrainRatio<T: Config> =
        StorageMap<_, Identity, NetUid, U64F64, ValueQuery, DefaultCollateralDrainRatio>;
    /// What of a position is collateral, or shall be: (netuid, hotkey, coldkey).
    #[pallet::storage]
    pub type MinerCollateral<T: Config> = StorageNMap<
        _,
        (
            NMapKey<Identity, NetUid>,
            NMapKey<Blake2_128Concat, T::AccountId>,
            NMapKey<Blake2_128Concat, T::AccountId>,
        ),
        MinerCollateralState,
        OptionQuery,
    >;
    /// Collateral of a coldkey on a subnet over all hotkeys; no rows of zero.
    #[pallet::storage]
    pub type ColdkeyMinerCollateral<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Blake2_128Concat,
        T::AccountId,
        AlphaBalance,
        ValueQuery,
    >;
    /// Hotkeys on which a coldkey has a row of collateral, by subnet; no empty rows.
    #[pallet::storage]
    pub type ColdkeyCollateralHotkeys<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Blake2_128Concat,
        T::AccountId,
        BoundedVec<T::AccountId, ConstU32<MAX_COLLATERAL_HOTKEYS>>,
        ValueQuery,
    >;
}
