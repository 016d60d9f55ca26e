//! What the pallet needs from its runtime: currency, neighbours, and the constants that metadata
//! shows (spec 30 §3.1, 60 §6.7). Constants that depend on the block time are ordinary `Get` types;
//! the runtime feeds them from the timing profile.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod config {
    #[pallet::config(with_default)]
    pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
        /// TAO: mints, burns and moves rao.
        #[pallet::no_default]
        type Currency: fungible::Balanced<Self::AccountId, Balance = u64>
            + fungible::Mutate<Self::AccountId, Balance = u64>
            + fungible::Inspect<Self::AccountId, Balance = u64>;
        /// Counters of alpha issued, recycled and burned.
        #[pallet::no_default]
        type AlphaAssets: AlphaAssetsInterface;
        /// Quotes of the TAO/alpha pools.
        #[pallet::no_default]
        type Swap: SwapInterface;
        /// Account of the author of the current block, if known.
        #[pallet::no_default]
        type BlockAuthor: Get<Option<Self::AccountId>>;
        /// Rounds of the beacon that opens encrypted weights.
        #[pallet::no_default]
        type Beacon: Beacon;
        /// How the heavy operations of opening them are done.
        #[pallet::no_default]
        type Curve: CurveHooks;
        /// What hotkeys publish about themselves.
        #[pallet::no_default_bounds]
        type Commitments: CommitmentsInterface<Self::AccountId>;
        /// Crowdloans, which pay for leased subnets.
        #[pallet::no_default_bounds]
        type Crowdloans: CrowdloansInterface<Self::AccountId>;
        /// Who may act for the coldkeys of leases.
        #[pallet::no_default_bounds]
        type Proxies: ProxyInterface<Self::AccountId>;
        /// Whether the chain runs with the short intervals of a fast profile.
        type FastTiming: Get<bool>;
        /// Weights of calls and hooks.
        #[pallet::no_default]
        type WeightInfo: WeightInfo;
        /// Value of the public constant `InitialIssuance`, rao.
        #[pallet::constant]
        type InitialIssuance: Get<TaoBalance>;
        /// Value of the public constant `InitialMinAllowedWeights`.
        #[pallet::constant]
        type InitialMinAllowedWeights: Get<u16>;
        /// Value of the public constant `InitialEmissionValue`.
        #[pallet::constant]
        type InitialEmissionValue: Get<u16>;
        /// Blocks between two epochs of a new subnet.
        #[pallet::constant]
        type InitialTempo: Get<u16>;
        /// Value of the public constant `InitialDifficulty`.
        #[pallet::constant]
        type InitialDifficulty: Get<u64>;
        /// Value of the public constant `InitialMaxDifficulty`.
        #[pallet::constant]
        type InitialMaxDifficulty: Get<u64>;
        /// Value of the public constant `InitialMinDifficulty`.
        #[pallet::constant]
        type InitialMinDifficulty: Get<u64>;
        /// Value of the public constant `InitialRAORecycledForRegistration`, rao.
        #[pallet::constant]
        type InitialRAORecycledForRegistration: Get<TaoBalance>;
        /// Value of the public constant `InitialBurn`, rao.
        #[pallet::constant]
        type InitialBurn: Get<TaoBalance>;
        /// Value of the public constant `InitialMaxBurn`, rao.
        #[pallet::constant]
        type InitialMaxBurn: Get<TaoBalance>;
        /// Value of the public constant `InitialMinBurn`, rao.
        #[pallet::constant]
        type InitialMinBurn: Get<TaoBalance>;
        /// Smallest stake or unstake, rao.
        #[pallet::constant]
        type InitialMinStake: Get<TaoBalance>;
        /// Least worth of stake that moves within a subnet, rao.
        #[pallet::constant]
        type InitialMinTransfer: Get<TaoBalance>;
        /// Value of the public constant `MinBurnUpperBound`, rao.
        #[pallet::constant]
        type MinBurnUpperBound: Get<TaoBalance>;
        /// Value of the public constant `MaxBurnLowerBound`, rao.
        #[pallet::constant]
        type MaxBurnLowerBound: Get<TaoBalance>;
        /// Value of the public constant `MinTempo`.
        #[pallet::constant]
        type MinTempo: Get<u16>;
        /// Value of the public constant `MaxTempo`.
        #[pallet::constant]
        type MaxTempo: Get<u16>;
        /// Value of the public constant `MinActivityCutoffFactorMilli`.
        #[pallet::constant]
        type MinActivityCutoffFactorMilli: Get<u32>;
        /// Value of the public constant `MaxActivityCutoffFactorMilli`.
        #[pallet::constant]
        type MaxActivityCutoffFactorMilli: Get<u32>;
        /// Value of the public constant `InitialAdjustmentInterval`.
        #[pallet::constant]
        type InitialAdjustmentInterval: Get<u16>;
        /// Value of the public constant `InitialBondsMovingAverage`.
        #[pallet::constant]
        type InitialBondsMovingAverage: Get<u64>;
        /// Value of the public constant `InitialBondsPenalty`.
        #[pallet::constant]
        type InitialBondsPenalty: Get<u16>;
        /// Value of the public constant `InitialBondsResetOn`.
        #[pallet::constant]
        type InitialBondsResetOn: Get<bool>;
        /// Value of the public constant `InitialTargetRegistrationsPerInterval`.
        #[pallet::constant]
        type InitialTargetRegistrationsPerInterval: Get<u16>;
        /// Value of the public constant `InitialRho`.
        #[pallet::constant]
        type InitialRho: Get<u16>;
        /// Value of the public constant `InitialAlphaSigmoidSteepness`.
        #[pallet::constant]
        type InitialAlphaSigmoidSteepness: Get<i16>;
        /// Value of the public constant `InitialKappa`.
        #[pallet::constant]
        type InitialKappa: Get<u16>;
        /// Value of the public constant `InitialMinAllowedUids`.
        #[pallet::constant]
        type InitialMinAllowedUids: Get<u16>;
        /// Value of the public constant `InitialMaxAllowedUids`.
        #[pallet::constant]
        type InitialMaxAllowedUids: Get<u16>;
        /// Value of the public constant `InitialValidatorPruneLen`.
        #[pallet::constant]
        type InitialValidatorPruneLen: Get<u64>;
        /// Value of the public constant `InitialScalingLawPower`.
        #[pallet::constant]
        type InitialScalingLawPower: Get<u16>;
        /// Value of the public constant `InitialImmunityPeriod`.
        #[pallet::constant]
        type InitialImmunityPeriod: Get<u16>;
        /// Value of the public constant `InitialActivityCutoff`.
        #[pallet::constant]
        type InitialActivityCutoff: Get<u16>;
        /// Value of the public constant `InitialMaxRegistrationsPerBlock`.
        #[pallet::constant]
        type InitialMaxRegistrationsPerBlock: Get<u16>;
        /// Value of the public constant `InitialPruningScore`.
        #[pallet::constant]
        type InitialPruningScore: Get<u16>;
        /// Value of the public constant `InitialMaxAllowedValidators`.
        #[pallet::constant]
        type InitialMaxAllowedValidators: Get<u16>;
        /// Value of the public constant `InitialDefaultDelegateTake`.
        #[pallet::constant]
        type InitialDefaultDelegateTake: Get<u16>;
        /// Value of the public constant `InitialMinDelegateTake`.
        #[pallet::constant]
        type InitialMinDelegateTake: Get<u16>;
        /// Value of the public constant `InitialDefaultChildKeyTake`.
        #[pallet::constant]
        type InitialDefaultChildKeyTake: Get<u16>;
        /// Value of the public constant `InitialMinChildKeyTake`.
        #[pallet::constant]
        type InitialMinChildKeyTake: Get<u16>;
        /// Value of the public constant `InitialMaxChildKeyTake`.
        #[pallet::constant]
        type InitialMaxChildKeyTake: Get<u16>;
        /// Value of the public constant `InitialWeightsVersionKey`.
        #[pallet::constant]
        type InitialWeightsVersionKey: Get<u64>;
        /// Value of the public constant `InitialServingRateLimit`.
        #[pallet::constant]
        type InitialServingRateLimit: Get<u64>;
        /// Value of the public constant `InitialTxRateLimit`.
        #[pallet::constant]
        type InitialTxRateLimit: Get<u64>;
        /// Value of the public constant `InitialTxDelegateTakeRateLimit`.
        #[pallet::constant]
        type InitialTxDelegateTakeRateLimit: Get<u64>;
        /// Value of the public constant `InitialTxChildKeyTakeRateLimit`.
        #[pallet::constant]
        type InitialTxChildKeyTakeRateLimit: Get<u64>;
        /// Value of the public constant `InitialAdjustmentAlpha`.
        #[pallet::constant]
        type InitialAdjustmentAlpha: Get<u64>;
        /// Value of the public constant `InitialNetworkImmunityPeriod`.
        #[pallet::constant]
        type InitialNetworkImmunityPeriod: Get<u64>;
        /// Value of the public constant `InitialNetworkMinLockCost`, rao.
        #[pallet::constant]
        type InitialNetworkMinLockCost: Get<TaoBalance>;
        /// Value of the public constant `InitialSubnetOwnerCut`.
        #[pallet::constant]
        type InitialSubnetOwnerCut: Get<u16>;
        /// Value of the public constant `InitialNetworkLockReductionInterval`.
        #[pallet::constant]
        type InitialNetworkLockReductionInterval: Get<u64>;
        /// Value of the public constant `InitialNetworkRateLimit`.
        #[pallet::constant]
        type InitialNetworkRateLimit: Get<u64>;
        /// Price of a key swap, rao.
        #[pallet::constant]
        type KeySwapCost: Get<TaoBalance>;
        /// Value of the public constant `AlphaHigh`.
        #[pallet::constant]
        type AlphaHigh: Get<u16>;
        /// Value of the public constant `AlphaLow`.
        #[pallet::constant]
        type AlphaLow: Get<u16>;
        /// Value of the public constant `LiquidAlphaOn`.
        #[pallet::constant]
        type LiquidAlphaOn: Get<bool>;
        /// Value of the public constant `Yuma3On`.
        #[pallet::constant]
        type Yuma3On: Get<bool>;
        /// Value of the public constant `InitialColdkeySwapAnnouncementDelay`.
        #[pallet::constant]
        #[pallet::no_default_bounds]
        type InitialColdkeySwapAnnouncementDelay: Get<BlockNumberFor<Self>>;
        /// Value of the public constant `InitialColdkeySwapReannouncementDelay`.
        #[pallet::constant]
        #[pallet::no_default_bounds]
        type InitialColdkeySwapReannouncementDelay: Get<BlockNumberFor<Self>>;
        /// Value of the public constant `InitialDissolveNetworkScheduleDuration`.
        #[pallet::constant]
        #[pallet::no_default_bounds]
        type InitialDissolveNetworkScheduleDuration: Get<BlockNumberFor<Self>>;
        /// Value of the public constant `InitialTaoWeight`.
        #[pallet::constant]
        type InitialTaoWeight: Get<u64>;
        /// Value of the public constant `InitialEmaPriceHalvingPeriod`.
        #[pallet::constant]
        type InitialEmaPriceHalvingPeriod: Get<u64>;
        /// Value of the public constant `InitialStartCallDelay`.
        #[pallet::constant]
        type InitialStartCallDelay: Get<u64>;
        /// Value of the public constant `KeySwapOnSubnetCost`, rao.
        #[pallet::constant]
        type KeySwapOnSubnetCost: Get<TaoBalance>;
        /// Value of the public constant `HotkeySwapOnSubnetInterval`.
        #[pallet::constant]
        type HotkeySwapOnSubnetInterval: Get<u64>;
        /// Blocks between two payouts of what leases earn.
        #[pallet::constant]
        #[pallet::no_default_bounds]
        type LeaseDividendsDistributionInterval: Get<BlockNumberFor<Self>>;
        /// Value of the public constant `MaxImmuneUidsPercentage`.
        #[pallet::constant]
        type MaxImmuneUidsPercentage: Get<Percent>;
        /// Id the subnet accounts derive from.
        #[pallet::constant]
        type SubtensorPalletId: Get<PalletId>;
        /// Id the burn account derives from.
        #[pallet::constant]
        type BurnAccountId: Get<PalletId>;
        /// Value of the public constant `InitialMaxEpochsPerBlock`.
        #[pallet::constant]
        type InitialMaxEpochsPerBlock: Get<u8>;
    }
}
