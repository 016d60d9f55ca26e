//! Storage of the emission domain (spec 10 §4). Amounts are in rao.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod emission_storage {
    /// TAO in existence: the currency's own number, copied at the end of every block.
    #[pallet::storage]
    pub type TotalIssuance<T: Config> = StorageValue<_, TaoBalance, ValueQuery, T::InitialIssuance>;

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

    /// Part of the last epoch's miner emission that owner keys earned and that was withheld, 0 to 1.
    #[pallet::storage]
    pub type MinerBurned<T> = StorageMap<_, Identity, NetUid, U96F32, ValueQuery>;

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

    /// Ours: payouts of dividends that are under way, the oldest first; at most one for each subnet.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type Payouts<T> = StorageValue<_, Vec<PayoutStatus>, ValueQuery>;

    /// Ours: dividends that are not paid yet, by subnet and piece: hotkey, alpha earned by alpha and by root stake. The
    /// last of a piece is paid first.
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

    /// Alpha per rao of root stake that each hotkey has accrued, per subnet.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type RootClaimable<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, BTreeMap<NetUid, I96F32>, ValueQuery>;

    /// Alpha of (subnet, hotkey, coldkey) that is claimed already or was accrued before the stake came.
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

    /// Alpha credited to root stakers of a subnet and not claimed yet. Ours, so that conservation is an equality.
    #[pallet::storage]
    pub type RootAlphaUnclaimed<T> = StorageMap<_, Identity, NetUid, AlphaBalance, ValueQuery>;

    /// Alpha credited to the root stakers of a hotkey that its rate cannot express; waits for the next credit. There is a
    /// row for every hotkey that was ever credited, so that the rates of a subnet can be found.
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

    /// Ours: which of its hotkeys on root the next claim of a coldkey begins with, after one that was not done with all.
    #[pallet::storage]
    pub type RootClaimNext<T: Config> =
        StorageMap<_, Blake2_128Concat, T::AccountId, u32, ValueQuery>;

    /// TAO that claims have taken out of the pool in this block.
    #[pallet::storage]
    pub type SubnetRootSellTao<T> = StorageMap<_, Identity, NetUid, TaoBalance, ValueQuery>;

    /// Average of the TAO that flows into a subnet: (block, rao). Clients read it; emission follows the price instead.
    #[pallet::storage]
    pub type SubnetEmaTaoFlow<T> = StorageMap<_, Identity, NetUid, (u64, I64F64), OptionQuery>;

    #[pallet::type_value]
    pub fn DefaultNetTaoFlowEnabled() -> bool {
        true
    }
    /// Whether shares by flow count flows without the protocol's own. Settable; emission follows the price instead.
    #[pallet::storage]
    pub type NetTaoFlowEnabled<T> = StorageValue<_, bool, ValueQuery, DefaultNetTaoFlowEnabled>;

    /// Least net flow that counts in shares by flow, rao. Settable; emission follows the price instead.
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
    /// Weight of a new block in the averages of flows, of `i64::MAX`. Settable; emission follows the price instead.
    #[pallet::storage]
    pub type FlowEmaSmoothingFactor<T> =
        StorageValue<_, u64, ValueQuery, DefaultFlowEmaSmoothingFactor>;
}
