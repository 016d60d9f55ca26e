//! Values of [`Config`](crate::Config) for the tests of this pallet and of those that build on it:
//! the public network's, with short intervals.

use frame_support::{
    PalletId, derive_impl,
    pallet_prelude::inject_runtime_type,
    parameter_types, register_default_impl,
    traits::{ConstBool, ConstI16, ConstU8, ConstU16, ConstU32, ConstU64},
};
use sp_runtime::Percent;
use subtensor_primitives::TaoBalance;

use crate::pallet::DefaultConfig;

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

/// For a chain with block numbers of 64 bits. The neighbours of the pallet and the weights are the
/// mock's own.
pub struct TestDefaultConfig;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig, no_aggregated_types)]
impl frame_system::DefaultConfig for TestDefaultConfig {}

#[register_default_impl(TestDefaultConfig)]
impl DefaultConfig for TestDefaultConfig {
    type Commitments = ();
    type Crowdloans = ();
    type Proxies = ();
    type FastTiming = ConstBool<true>;
    type InitialIssuance = InitialIssuance;
    type InitialMinAllowedWeights = ConstU16<1024>;
    type InitialEmissionValue = ConstU16<0>;
    type InitialTempo = ConstU16<10>;
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
    type InitialServingRateLimit = ConstU64<50>;
    type InitialTxRateLimit = ConstU64<1_000>;
    type InitialTxDelegateTakeRateLimit = ConstU64<216_000>;
    type InitialTxChildKeyTakeRateLimit = ConstU64<5>;
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
    type InitialColdkeySwapAnnouncementDelay = ConstU64<50>;
    type InitialColdkeySwapReannouncementDelay = ConstU64<10>;
    type InitialDissolveNetworkScheduleDuration = ConstU64<36_000>;
    type InitialTaoWeight = ConstU64<971_718_665_099_567_868>;
    type InitialEmaPriceHalvingPeriod = ConstU64<201_600>;
    type InitialStartCallDelay = ConstU64<0>;
    type KeySwapOnSubnetCost = KeySwapOnSubnetCost;
    type HotkeySwapOnSubnetInterval = ConstU64<1>;
    type LeaseDividendsDistributionInterval = ConstU64<100>;
    type MaxImmuneUidsPercentage = MaxImmuneUidsPercentage;
    type SubtensorPalletId = SubtensorPalletId;
    type BurnAccountId = BurnAccountId;
    type InitialMaxEpochsPerBlock = ConstU8<32>;
}
