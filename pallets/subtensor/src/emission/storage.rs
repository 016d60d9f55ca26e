//! Storage of the emission domain (spec 10 §4). Amounts are in rao.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod emission_storage {
    #[pallet::type_value]
    pub fn DefaultBlockEmission() -> u64 {
        subtensor_emission::INITIAL_BLOCK_EMISSION
    }
    /// TAO that the current block may create.
    #[pallet::storage]
    pub type BlockEmission<T> = StorageValue<_, u64, ValueQuery, DefaultBlockEmission>;
    /// TAO injected into the pool in this block.
    #[pallet::storage]
    pub type SubnetTaoInEmission<T> = StorageMap<_, Identity, NetUid, TaoBalance, ValueQuery>;
    /// Alpha injected into the pool in this block.
    #[pallet::storage]
    pub type SubnetAlphaInEmission<T> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;
    /// Alpha minted for payout in this block.
    #[pallet::storage]
    pub type SubnetAlphaOutEmission<T> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;
    /// TAO that bought alpha for the protocol in this block.
    #[pallet::storage]
    pub type SubnetExcessTao<T> = StorageMap<_, Identity, NetUid, TaoBalance, ValueQuery>;
    /// Weighted root TAO relative to itself plus the alpha issuance, for readers.
    #[pallet::storage]
    pub type RootProp<T> = StorageMap<_, Identity, NetUid, U96F32, ValueQuery>;
    /// Part of the last epoch's miner emission that owner keys earned and that was withheld, 0 to
    /// 1.
    #[pallet::storage]
    pub type MinerBurned<T> = StorageMap<_, Identity, NetUid, U96F32, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultEmissionBarQuantile() -> U64F64 {
        U64F64::from_ratio(61, 100)
    }
    /// Part of all shares that, from the largest on, reaches the bar of the emission gate; counts
    /// with rank 0.
    #[pallet::storage]
    pub type EmissionBarQuantile<T> =
        StorageValue<_, U64F64, ValueQuery, DefaultEmissionBarQuantile>;
    #[pallet::type_value]
    pub fn DefaultEmissionBarRank() -> u16 {
        32
    }
    /// Rank of the share that is the bar of the emission gate; 0 for the quantile.
    #[pallet::storage]
    pub type EmissionBarRank<T> = StorageValue<_, u16, ValueQuery, DefaultEmissionBarRank>;
    #[pallet::type_value]
    pub fn DefaultEmissionGateExponent() -> U64F64 {
        U64F64::from_num(3)
    }
    /// Steepness of the emission gate, 1 to 8.
    #[pallet::storage]
    pub type EmissionGateExponent<T> =
        StorageValue<_, U64F64, ValueQuery, DefaultEmissionGateExponent>;
    /// Share of which the emission gate leaves half; 0 until the next block sets it.
    #[pallet::storage]
    pub type EmissionGateBar<T> = StorageValue<_, U64F64, ValueQuery>;
    /// Miners' pot until the next epoch.
    #[pallet::storage]
    pub type PendingServerEmission<T> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;
    /// Validators' pot until the next epoch.
    #[pallet::storage]
    pub type PendingValidatorEmission<T> =
        StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;
    /// Root stakers' pot until the next epoch.
    #[pallet::storage]
    pub type PendingRootAlphaDivs<T> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;
    /// Owner's pot until the next epoch.
    #[pallet::storage]
    pub type PendingOwnerCut<T> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;
    /// Ours: payouts of dividends that are under way, the oldest first; at most one for each
    /// subnet.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type Payouts<T> = StorageValue<_, Vec<PayoutStatus>, ValueQuery>;
    /// Ours: dividends that are not paid yet, by subnet and piece: hotkey, alpha earned by alpha
    /// and by root stake. The last of a piece is paid first.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type PayoutRows<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Identity,
        u32,
        Vec<(T::AccountId, AlphaBalance, AlphaBalance)>,
        ValueQuery,
    >;
    /// Root dividends of the last epoch per hotkey, without the take.
    #[pallet::storage]
    pub type RootAlphaDividendsPerSubnet<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUid,
        Blake2_128Concat,
        T::AccountId,
        AlphaBalance,
        ValueQuery,
    >;

    /// Average of the TAO that flows into a subnet: (block, rao). Clients read it; emission follows
    /// the price instead.
    #[pallet::storage]
    pub type SubnetEmaTaoFlow<T> = StorageMap<_, Identity, NetUid, (u64, I64F64), OptionQuery>;
    #[pallet::type_value]
    pub fn DefaultNetTaoFlowEnabled() -> bool {
        true
    }
    /// Whether shares by flow count flows without the protocol's own. Settable; emission follows
    /// the price instead.
    #[pallet::storage]
    pub type NetTaoFlowEnabled<T> = StorageValue<_, bool, ValueQuery, DefaultNetTaoFlowEnabled>;
    /// Least net flow that counts in shares by flow, rao. Settable; emission follows the price
    /// instead.
    #[pallet::storage]
    pub type TaoFlowCutoff<T> = StorageValue<_, I64F64, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultFlowNormExponent() -> U64F64 {
        U64F64::ONE
    }
    /// Exponent of flows in shares by flow, 1 to 2. Settable; emission follows the price instead.
    #[pallet::storage]
    pub type FlowNormExponent<T> = StorageValue<_, U64F64, ValueQuery, DefaultFlowNormExponent>;
    #[pallet::type_value]
    pub fn DefaultFlowEmaSmoothingFactor() -> u64 {
        29_597_889_189_277
    }
    /// Weight of a new block in the averages of flows, of `i64::MAX`. Settable; emission follows
    /// the price instead.
    #[pallet::storage]
    pub type FlowEmaSmoothingFactor<T> =
        StorageValue<_, u64, ValueQuery, DefaultFlowEmaSmoothingFactor>;
    #[pallet::type_value]
    pub fn DefaultSubnetEmissionEnabled() -> bool {
        true
    }
    /// Whether the pool receives TAO emission.
    #[pallet::storage]
    pub type SubnetEmissionEnabled<T: Config> =
        StorageMap<_, Identity, NetUid, bool, ValueQuery, DefaultSubnetEmissionEnabled>;
    /// What becomes of withheld emission.
    #[pallet::storage]
    pub type RecycleOrBurn<T: Config> =
        StorageMap<_, Identity, NetUid, RecycleOrBurnEnum, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultSubnetOwnerCut<T: Config>() -> u16 {
        T::InitialSubnetOwnerCut::get()
    }
    /// Share of the owner in emission, of 65535.
    #[pallet::storage]
    pub type SubnetOwnerCut<T: Config> = StorageValue<_, u16, ValueQuery, DefaultSubnetOwnerCut<T>>;
    #[pallet::type_value]
    pub fn DefaultOwnerCutEnabled() -> bool {
        true
    }
    /// Whether the owner gets a share.
    #[pallet::storage]
    pub type OwnerCutEnabled<T: Config> =
        StorageMap<_, Identity, NetUid, bool, ValueQuery, DefaultOwnerCutEnabled>;
    /// Whether the share of the owner is locked.
    #[pallet::storage]
    pub type OwnerCutAutoLockEnabled<T: Config> = StorageMap<_, Identity, NetUid, bool, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultEMAPriceHalvingBlocks<T: Config>() -> u64 {
        T::InitialEmaPriceHalvingPeriod::get()
    }
    /// Half-life of the moving price.
    #[pallet::storage]
    pub type EMAPriceHalvingBlocks<T: Config> =
        StorageMap<_, Identity, NetUid, u64, ValueQuery, DefaultEMAPriceHalvingBlocks<T>>;
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
    /// Average of the price over the last hours, TAO per alpha; absent before the subnet starts.
    #[pallet::storage]
    pub type SubnetFastMovingPrice<T: Config> =
        StorageMap<_, Identity, NetUid, U64F64, OptionQuery>;
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
}
