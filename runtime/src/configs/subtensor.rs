//! The subnets: the main pallet, its pools and its counters of alpha (spec 30 §3.1, 50 §2.5).
//! Values that depend on the block time come from `timing`.

use core::num::NonZeroU64;

use frame_support::{
    PalletId, parameter_types,
    traits::{ConstBool, ConstI16, ConstU16, ConstU32, ConstU64},
};
use sp_crypto_ec_utils::bls12_381::HostHooks;
use sp_runtime::Percent;
use subtensor_primitives::TaoBalance;

use super::{consensus::Authorities, proxy::LeaseProxies};
use crate::{
    AlphaAssets, Balances, Commitments, Crowdloan, Drand, Runtime, Swap, fees::BlockAuthor, timing,
};

impl pallet_alpha_assets::Config for Runtime {}

parameter_types! {
    pub const SwapProtocolId: PalletId = PalletId(*b"ten/swap");
    /// A million rao.
    pub const SwapMinimumReserve: NonZeroU64 = NonZeroU64::MIN.saturating_add(999_999);
}

impl pallet_subtensor_swap::Config for Runtime {
    type Reserves = pallet_subtensor::Ledger<Runtime>;
    type WeightInfo = pallet_subtensor_swap::MeasuredWeights<Runtime>;
    type ProtocolId = SwapProtocolId;
    type MaxFeeRate = ConstU16<10_000>;
    type MinimumLiquidity = ConstU64<1_000>;
    type MinimumReserve = SwapMinimumReserve;
}

parameter_types! {
    pub const InitialIssuance: TaoBalance = TaoBalance::new(0);
    pub const InitialRAORecycledForRegistration: TaoBalance = TaoBalance::new(0);
    pub const InitialBurn: TaoBalance = TaoBalance::new(100_000_000);
    pub const InitialMaxBurn: TaoBalance = TaoBalance::new(100_000_000_000);
    pub const InitialMinBurn: TaoBalance = TaoBalance::new(500_000);
    pub const InitialMinStake: TaoBalance = TaoBalance::new(2_000_000);
    pub const InitialMinTransfer: TaoBalance = TaoBalance::new(100_000);
    pub const MinBurnUpperBound: TaoBalance = TaoBalance::new(1_000_000_000);
    pub const MaxBurnLowerBound: TaoBalance = TaoBalance::new(100_000_000);
    pub const InitialNetworkMinLockCost: TaoBalance = TaoBalance::new(1_000_000_000_000);
    pub const KeySwapCost: TaoBalance = TaoBalance::new(100_000_000);
    pub const KeySwapOnSubnetCost: TaoBalance = TaoBalance::new(1_000_000);
    pub const MaxImmuneUidsPercentage: Percent = Percent::from_percent(80);
    pub const SubtensorPalletId: PalletId = PalletId(*b"subtensr");
    pub const BurnAccountId: PalletId = PalletId(*b"burntnsr");
}

impl pallet_subtensor::Config for Runtime {
    type Currency = Balances;
    type AlphaAssets = AlphaAssets;
    type Swap = Swap;
    type BlockAuthor = BlockAuthor;
    type Beacon = Drand;
    type Curve = HostHooks;
    type Commitments = Commitments;
    type Crowdloans = Crowdloan;
    type Proxies = LeaseProxies;
    type FastTiming = timing::IsFast;
    type WeightInfo = pallet_subtensor::weight_info::MeasuredWeights<Runtime>;
    type InitialIssuance = InitialIssuance;
    type InitialMinAllowedWeights = ConstU16<1024>;
    type InitialEmissionValue = ConstU16<0>;
    type InitialTempo = timing::InitialTempo;
    type InitialDifficulty = ConstU64<10_000_000>;
    type InitialMaxDifficulty = ConstU64<4_611_686_018_427_387_903>;
    type InitialMinDifficulty = ConstU64<10_000_000>;
    type InitialRAORecycledForRegistration = InitialRAORecycledForRegistration;
    type InitialBurn = InitialBurn;
    type InitialMaxBurn = InitialMaxBurn;
    type InitialMinBurn = InitialMinBurn;
    type InitialMinStake = InitialMinStake;
    type InitialMinTransfer = InitialMinTransfer;
    type MinBurnUpperBound = MinBurnUpperBound;
    type MaxBurnLowerBound = MaxBurnLowerBound;
    type MinTempo = ConstU16<360>;
    type MaxTempo = ConstU16<50_400>;
    type MinActivityCutoffFactorMilli = ConstU32<1_000>;
    type MaxActivityCutoffFactorMilli = ConstU32<50_000>;
    type InitialAdjustmentInterval = ConstU16<100>;
    type InitialBondsMovingAverage = ConstU64<900_000>;
    type InitialBondsPenalty = ConstU16<65_535>;
    type InitialBondsResetOn = ConstBool<false>;
    type InitialTargetRegistrationsPerInterval = ConstU16<2>;
    type InitialRho = ConstU16<10>;
    type InitialAlphaSigmoidSteepness = ConstI16<1_000>;
    type InitialKappa = ConstU16<32_767>;
    type InitialMinAllowedUids = ConstU16<64>;
    type InitialMaxAllowedUids = ConstU16<256>;
    type InitialValidatorPruneLen = ConstU64<1>;
    type InitialScalingLawPower = ConstU16<50>;
    type InitialImmunityPeriod = ConstU16<4_096>;
    type InitialActivityCutoff = ConstU16<5_000>;
    type InitialMaxRegistrationsPerBlock = ConstU16<1>;
    type InitialPruningScore = ConstU16<65_535>;
    type InitialMaxAllowedValidators = ConstU16<128>;
    type InitialDefaultDelegateTake = ConstU16<11_796>;
    type InitialMinDelegateTake = ConstU16<0>;
    type InitialDefaultChildKeyTake = ConstU16<0>;
    type InitialMinChildKeyTake = ConstU16<0>;
    type InitialMaxChildKeyTake = ConstU16<11_796>;
    type InitialWeightsVersionKey = ConstU64<0>;
    type InitialServingRateLimit = timing::InitialServingRateLimit;
    type InitialTxRateLimit = ConstU64<1_000>;
    type InitialTxDelegateTakeRateLimit = ConstU64<216_000>;
    type InitialTxChildKeyTakeRateLimit = timing::InitialTxChildKeyTakeRateLimit;
    type InitialAdjustmentAlpha = ConstU64<0>;
    type InitialNetworkImmunityPeriod = ConstU64<1_296_000>;
    type InitialNetworkMinLockCost = InitialNetworkMinLockCost;
    type InitialSubnetOwnerCut = ConstU16<11_796>;
    type InitialNetworkLockReductionInterval = ConstU64<100_800>;
    type InitialNetworkRateLimit = ConstU64<7_200>;
    type KeySwapCost = KeySwapCost;
    type AlphaHigh = ConstU16<58_982>;
    type AlphaLow = ConstU16<45_875>;
    type LiquidAlphaOn = ConstBool<false>;
    type Yuma3On = ConstBool<false>;
    type InitialColdkeySwapAnnouncementDelay = timing::InitialColdkeySwapAnnouncementDelay;
    type InitialColdkeySwapReannouncementDelay = timing::InitialColdkeySwapReannouncementDelay;
    type InitialDissolveNetworkScheduleDuration = ConstU32<36_000>;
    type InitialTaoWeight = ConstU64<971_718_665_099_567_868>;
    type InitialEmaPriceHalvingPeriod = ConstU64<201_600>;
    type InitialStartCallDelay = ConstU64<0>;
    type KeySwapOnSubnetCost = KeySwapOnSubnetCost;
    type HotkeySwapOnSubnetInterval = timing::HotkeySwapOnSubnetInterval;
    type LeaseDividendsDistributionInterval = ConstU32<100>;
    type MaxImmuneUidsPercentage = MaxImmuneUidsPercentage;
    type SubtensorPalletId = SubtensorPalletId;
    type BurnAccountId = BurnAccountId;
    type InitialMaxEpochsPerBlock = timing::InitialMaxEpochsPerBlock;
}

impl pallet_evm_chain_id::Config for Runtime {}

impl pallet_admin_utils::Config for Runtime {
    type Authorities = Authorities;
    type WeightInfo = pallet_admin_utils::MeasuredWeights<Runtime>;
}
