//! System, time and safe mode (spec 60 §6.1, §6.2, §6.4).

use frame_support::{
    derive_impl,
    dispatch::DispatchClass,
    parameter_types,
    traits::{ConstU32, InsideBoth},
    weights::{Weight, constants::WEIGHT_REF_TIME_PER_SECOND},
};
use frame_system::{
    EnsureRootWithSuccess,
    limits::{BlockLength, BlockWeights},
};
use sp_runtime::{Perbill, traits::AccountIdLookup};

use crate::{
    AccountId, Aura, Balance, Balances, Block, BlockNumber, Hash, MultiBlockMigrations, Nonce,
    PalletInfo, Runtime, RuntimeCall, RuntimeEvent, RuntimeHoldReason, RuntimeOrigin, RuntimeTask,
    SafeMode, VERSION, filters, migrations, timing, weights::database::MeasuredDbWeight,
};

/// Part of a block that ordinary extrinsics may fill.
const NORMAL_DISPATCH_RATIO: Perbill = Perbill::from_percent(75);
/// Work of one block: 4 s of computation.
pub(super) const MAX_BLOCK_WEIGHT: Weight =
    Weight::from_parts(4 * WEIGHT_REF_TIME_PER_SECOND, u64::MAX);
/// Bytes of one block.
const MAX_BLOCK_LENGTH: u32 = 10 * 1024 * 1024;

parameter_types! {
    pub const BlockHashCount: BlockNumber = 2_400;
    pub const Version: sp_version::RuntimeVersion = VERSION;
    pub const SS58Prefix: u16 = 42;
    pub RuntimeBlockWeights: BlockWeights =
        BlockWeights::with_sensible_defaults(MAX_BLOCK_WEIGHT, NORMAL_DISPATCH_RATIO);
    pub RuntimeBlockLength: BlockLength = BlockLength::builder()
        .max_length(MAX_BLOCK_LENGTH)
        .modify_max_length_for_class(DispatchClass::Normal, |max| {
            *max = NORMAL_DISPATCH_RATIO * MAX_BLOCK_LENGTH
        })
        .build();
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
    type BaseCallFilter = InsideBoth<SafeMode, filters::NoNestedBatches>;
    type Block = Block;
    type BlockWeights = RuntimeBlockWeights;
    type BlockLength = RuntimeBlockLength;
    type AccountId = AccountId;
    type Nonce = Nonce;
    type Hash = Hash;
    type Lookup = AccountIdLookup<AccountId, ()>;
    type BlockHashCount = BlockHashCount;
    type DbWeight = MeasuredDbWeight;
    type Version = Version;
    type AccountData = pallet_balances::AccountData<Balance>;
    type SystemWeightInfo = crate::weights::frame_system::Weights<Runtime>;
    type ExtensionsWeightInfo = crate::weights::frame_system_extensions::Weights<Runtime>;
    type SS58Prefix = SS58Prefix;
    type MaxConsumers = ConstU32<16>;
    type SingleBlockMigrations = migrations::SingleBlockMigrations;
    type MultiBlockMigrator = MultiBlockMigrations;
}

impl pallet_timing::Config for Runtime {}

impl pallet_timestamp::Config for Runtime {
    type Moment = u64;
    type OnTimestampSet = Aura;
    type MinimumPeriod = timing::MinimumPeriod;
    type WeightInfo = crate::weights::pallet_timestamp::Weights<Runtime>;
}

parameter_types! {
    pub const Never: Option<Balance> = None;
    pub const NeverReleased: Option<BlockNumber> = None;
    pub const ForcedEntry: BlockNumber = 7_200;
    pub const ForcedExtension: BlockNumber = 3_600;
}

impl pallet_safe_mode::Config for Runtime {
    type RuntimeEvent = RuntimeEvent;
    type Currency = Balances;
    type RuntimeHoldReason = RuntimeHoldReason;
    type WhitelistedCalls = filters::SafeModeWhitelist;
    type EnterDuration = ConstU32<0>;
    type ExtendDuration = ConstU32<0>;
    type EnterDepositAmount = Never;
    type ExtendDepositAmount = Never;
    type ForceEnterOrigin = EnsureRootWithSuccess<AccountId, ForcedEntry>;
    type ForceExtendOrigin = EnsureRootWithSuccess<AccountId, ForcedExtension>;
    type ForceExitOrigin = frame_system::EnsureRoot<AccountId>;
    type ForceDepositOrigin = frame_system::EnsureRoot<AccountId>;
    type Notify = ();
    type ReleaseDelay = NeverReleased;
    type WeightInfo = pallet_safe_mode::weights::SubstrateWeight<Runtime>;
}
