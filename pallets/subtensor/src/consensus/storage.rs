//! Storage of the epoch (spec 20 §4). Vectors are indexed by uid; scores are in parts of 65535.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod consensus_storage {
    /// Whether a uid set weights lately.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type Active<T: Config> = StorageMap<_, Identity, NetUid, Vec<bool>, ValueQuery>;
    /// Alpha earned in the last epoch, rao.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type Emission<T: Config> = StorageMap<_, Identity, NetUid, Vec<AlphaBalance>, ValueQuery>;
    /// Stake-weighted median of the weights.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type Consensus<T: Config> = StorageMap<_, Identity, NetUid, Vec<u16>, ValueQuery>;
    /// Share of the miner emission.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type Incentive<T: Config> =
        StorageMap<_, Identity, NetUidStorageIndex, Vec<u16>, ValueQuery>;
    /// Share of the validator emission.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type Dividends<T: Config> = StorageMap<_, Identity, NetUid, Vec<u16>, ValueQuery>;
    /// How much of its weights the consensus kept.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type ValidatorTrust<T: Config> = StorageMap<_, Identity, NetUid, Vec<u16>, ValueQuery>;
    /// Whether a uid may validate.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type ValidatorPermit<T: Config> = StorageMap<_, Identity, NetUid, Vec<bool>, ValueQuery>;
    /// Normalised stake.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type StakeWeight<T: Config> = StorageMap<_, Identity, NetUid, Vec<u16>, ValueQuery>;
    /// Bonds of a validator: (target uid, bond).
    #[pallet::storage]
    #[pallet::unbounded]
    pub type Bonds<T: Config> = StorageDoubleMap<
        _,
        Identity,
        NetUidStorageIndex,
        Identity,
        u16,
        Vec<(u16, u16)>,
        ValueQuery,
    >;
    #[pallet::type_value]
    pub fn DefaultKappa<T: Config>() -> u16 {
        T::InitialKappa::get()
    }
    /// Majority that decides the consensus.
    #[pallet::storage]
    pub type Kappa<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, DefaultKappa<T>>;
    #[pallet::type_value]
    pub fn DefaultRho<T: Config>() -> u16 {
        T::InitialRho::get()
    }
    /// Kept for readers; drives nothing.
    #[pallet::storage]
    pub type Rho<T: Config> = StorageMap<_, Identity, NetUid, u16, ValueQuery, DefaultRho<T>>;
    #[pallet::type_value]
    pub fn DefaultBondsPenalty<T: Config>() -> u16 {
        T::InitialBondsPenalty::get()
    }
    /// How much bonds follow clipped weights.
    #[pallet::storage]
    pub type BondsPenalty<T: Config> =
        StorageMap<_, Identity, NetUid, u16, ValueQuery, DefaultBondsPenalty<T>>;
    #[pallet::type_value]
    pub fn DefaultBondsMovingAverage<T: Config>() -> u64 {
        T::InitialBondsMovingAverage::get()
    }
    /// Memory of bonds, in millionths.
    #[pallet::storage]
    pub type BondsMovingAverage<T: Config> =
        StorageMap<_, Identity, NetUid, u64, ValueQuery, DefaultBondsMovingAverage<T>>;
    #[pallet::type_value]
    pub fn DefaultBondsResetOn<T: Config>() -> bool {
        T::InitialBondsResetOn::get()
    }
    /// Whether miners may reset the bonds on them.
    #[pallet::storage]
    pub type BondsResetOn<T: Config> =
        StorageMap<_, Identity, NetUid, bool, ValueQuery, DefaultBondsResetOn<T>>;
    #[pallet::type_value]
    pub fn DefaultYuma3On<T: Config>() -> bool {
        T::Yuma3On::get()
    }
    /// Whether bonds follow the third variant of Yuma.
    #[pallet::storage]
    pub type Yuma3On<T: Config> =
        StorageMap<_, Blake2_128Concat, NetUid, bool, ValueQuery, DefaultYuma3On<T>>;
    #[pallet::type_value]
    pub fn DefaultLiquidAlphaOn<T: Config>() -> bool {
        T::LiquidAlphaOn::get()
    }
    /// Whether the memory of a bond depends on consensus.
    #[pallet::storage]
    pub type LiquidAlphaOn<T: Config> =
        StorageMap<_, Blake2_128Concat, NetUid, bool, ValueQuery, DefaultLiquidAlphaOn<T>>;
    /// With which consensus liquid bonds are compared.
    #[pallet::storage]
    pub type LiquidAlphaConsensusMode<T: Config> =
        StorageMap<_, Identity, NetUid, ConsensusMode, ValueQuery>;
    /// Consensus that the last epoch of a mechanism reached; empty before the first.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type ConsensusByMechanism<T: Config> =
        StorageMap<_, Identity, NetUidStorageIndex, Vec<PerU16>, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultAlphaValues<T: Config>() -> (u16, u16) {
        (T::AlphaLow::get(), T::AlphaHigh::get())
    }
    /// Least and highest memory of liquid bonds.
    #[pallet::storage]
    pub type AlphaValues<T: Config> =
        StorageMap<_, Identity, NetUid, (u16, u16), ValueQuery, DefaultAlphaValues<T>>;
    #[pallet::type_value]
    pub fn DefaultAlphaSigmoidSteepness<T: Config>() -> i16 {
        T::InitialAlphaSigmoidSteepness::get()
    }
    /// Steepness of the memory of liquid bonds, in hundredths.
    #[pallet::storage]
    pub type AlphaSigmoidSteepness<T: Config> =
        StorageMap<_, Identity, NetUid, i16, ValueQuery, DefaultAlphaSigmoidSteepness<T>>;
    #[pallet::type_value]
    pub fn DefaultTaoWeight<T: Config>() -> u64 {
        T::InitialTaoWeight::get()
    }
    /// Weight of root stake, of `u64::MAX`.
    #[pallet::storage]
    pub type TaoWeight<T: Config> = StorageValue<_, u64, ValueQuery, DefaultTaoWeight<T>>;
    /// Least stake weight to validate.
    #[pallet::storage]
    pub type StakeThreshold<T: Config> = StorageValue<_, u64, ValueQuery>;
    #[pallet::type_value]
    pub fn DefaultActivityCutoff<T: Config>() -> u16 {
        T::InitialActivityCutoff::get()
    }
    /// Kept for readers; epochs use the factor.
    #[pallet::storage]
    pub type ActivityCutoff<T: Config> =
        StorageMap<_, Identity, NetUid, u16, ValueQuery, DefaultActivityCutoff<T>>;
    #[pallet::type_value]
    pub fn DefaultActivityCutoffFactorMilli() -> u32 {
        13_889
    }
    /// Blocks without weights until a validator is inactive, in thousandths of the tempo.
    #[pallet::storage]
    pub type ActivityCutoffFactorMilli<T: Config> =
        StorageMap<_, Identity, NetUid, u32, ValueQuery, DefaultActivityCutoffFactorMilli>;
    #[pallet::type_value]
    pub fn DefaultMinActivityCutoff() -> u16 {
        360
    }
    /// Least settable activity cutoff, blocks.
    #[pallet::storage]
    pub type MinActivityCutoff<T: Config> =
        StorageValue<_, u16, ValueQuery, DefaultMinActivityCutoff>;
    #[pallet::type_value]
    pub fn DefaultMaxMechanismCount() -> MechId {
        MechId::new(2)
    }
    /// Most mechanisms of a subnet.
    #[pallet::storage]
    pub type MaxMechanismCount<T: Config> =
        StorageValue<_, MechId, ValueQuery, DefaultMaxMechanismCount>;
    #[pallet::type_value]
    pub fn DefaultMechanismCountCurrent() -> MechId {
        MechId::new(1)
    }
    /// Mechanisms of the subnet.
    #[pallet::storage]
    pub type MechanismCountCurrent<T: Config> =
        StorageMap<_, Twox64Concat, NetUid, MechId, ValueQuery, DefaultMechanismCountCurrent>;
    /// Shares of the mechanisms, of 65535; absent: even.
    #[pallet::storage]
    #[pallet::unbounded]
    pub type MechanismEmissionSplit<T: Config> =
        StorageMap<_, Twox64Concat, NetUid, Vec<u16>, OptionQuery>;
    /// What the epochs of the subnet go by.
    #[pallet::storage]
    pub type SubnetEpochConsensus<T: Config> =
        StorageMap<_, Identity, NetUid, EpochConsensus, ValueQuery>;
}
