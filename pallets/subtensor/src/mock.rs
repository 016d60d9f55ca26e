//! A chain of the pallets that hold value, for tests: root, subnet 1 as at genesis, short intervals, and every equality
//! of the ledger checked after each block.

/// The domains that tests of others than their own use.
pub(crate) use crate::{
    Admission, Coinbase, Dissolution, Hotkeys, Ledger, Mechanisms, Neurons, Nominations, Payout,
    RateLimits, Registration, RootDividends, Schedule, Scores, Shares, Staking, Subnets,
    ValidatorWeights,
};
use core::{cell::RefCell, num::NonZeroU64};

use frame_support::{
    PalletId, derive_impl, parameter_types,
    traits::{ConstBool, ConstI16, ConstU8, ConstU16, ConstU32, ConstU64, Get, Hooks},
    weights::{RuntimeDbWeight, constants::RocksDbWeight},
};
use sp_runtime::{AccountId32, BuildStorage, Percent, traits::IdentityLookup};
use subtensor_primitives::{AlphaBalance, List, NetUid, OwnerCutLock, TaoBalance};

use crate as pallet_subtensor;
use crate::{genesis::FIRST_SUBNET_POOL_RAO, pallet::*};

#[frame_support::runtime]
mod runtime {
    #[runtime::runtime]
    #[runtime::derive(
        RuntimeCall,
        RuntimeEvent,
        RuntimeError,
        RuntimeOrigin,
        RuntimeHoldReason,
        RuntimeFreezeReason,
        RuntimeTask
    )]
    pub struct Test;
    #[runtime::pallet_index(0)]
    pub type System = frame_system;
    #[runtime::pallet_index(5)]
    pub type Balances = pallet_balances;
    #[runtime::pallet_index(7)]
    pub type SubtensorModule = pallet_subtensor;
    #[runtime::pallet_index(28)]
    pub type Swap = pallet_subtensor_swap;
    #[runtime::pallet_index(31)]
    pub type AlphaAssets = pallet_alpha_assets;
}

parameter_types! {
    /// What a read and a write weigh.
    pub static DbPrices: RuntimeDbWeight = RocksDbWeight::get();
}

type Block = frame_system::mocking::MockBlock<Test>;
pub type AccountId = AccountId32;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type Block = Block;
    type AccountId = AccountId;
    type Lookup = IdentityLookup<AccountId>;
    type AccountData = pallet_balances::AccountData<u64>;
    type DbWeight = DbPrices;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
    type AccountStore = System;
    type Balance = u64;
    type ExistentialDeposit = ConstU64<EXISTENTIAL_DEPOSIT>;
}

/// Least balance of an account, rao.
pub const EXISTENTIAL_DEPOSIT: u64 = 500;
/// One TAO, in rao.
pub const TAO: u64 = 1_000_000_000;
/// Balance of each of the accounts 1 to 9 at genesis, rao.
pub const FUNDS: u64 = 1_000_000 * TAO;

/// The block author.
pub struct Author;

impl Get<Option<AccountId>> for Author {
    fn get() -> Option<AccountId> {
        Some(account(99))
    }
}

thread_local! {
    /// Cuts of owners that were to be locked: subnet, coldkey, hotkey, rao.
    pub static LOCKED_CUTS: RefCell<Vec<(NetUid, AccountId, AccountId, u64)>> = const { RefCell::new(Vec::new()) };
}

/// Remembers instead of locking.
pub struct OwnerCuts;

impl OwnerCutLock<AccountId> for OwnerCuts {
    fn lock(netuid: NetUid, coldkey: &AccountId, hotkey: &AccountId, amount: AlphaBalance) {
        let cut = (netuid, coldkey.clone(), hotkey.clone(), amount.to_u64());
        LOCKED_CUTS.with_borrow_mut(|cuts| cuts.push(cut));
    }
}

impl pallet_alpha_assets::Config for Test {}

parameter_types! {
    pub const SwapProtocolId: PalletId = PalletId(*b"ten/swap");
    pub const SwapMinimumReserve: NonZeroU64 = NonZeroU64::new(1_000_000).unwrap();
}

impl pallet_subtensor_swap::Config for Test {
    type Reserves = Ledger<Test>;
    type WeightInfo = pallet_subtensor_swap::ProvisionalWeights<Test>;
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
    pub const InitialMinTransfer: TaoBalance = TaoBalance::new(2_000_000);
    pub const MinBurnUpperBound: TaoBalance = TaoBalance::new(1_000_000_000);
    pub const MaxBurnLowerBound: TaoBalance = TaoBalance::new(100_000_000);
    pub const InitialNetworkMinLockCost: TaoBalance = TaoBalance::new(1_000_000_000_000);
    pub const KeySwapCost: TaoBalance = TaoBalance::new(100_000_000);
    pub const KeySwapOnSubnetCost: TaoBalance = TaoBalance::new(1_000_000);
    pub const MaxImmuneUidsPercentage: Percent = Percent::from_percent(80);
    pub const SubtensorPalletId: PalletId = PalletId(*b"subtensr");
    pub const BurnAccountId: PalletId = PalletId(*b"burntnsr");
}

impl pallet_subtensor::Config for Test {
    type Currency = Balances;
    type AlphaAssets = AlphaAssets;
    type Swap = Swap;
    type BlockAuthor = Author;
    type OwnerCutLock = OwnerCuts;
    type FastTiming = ConstBool<true>;
    type WeightInfo = crate::weight_info::ProvisionalWeights<Test>;
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

/// Account number `number`.
pub fn account(number: u64) -> AccountId {
    let mut bytes = [0xAC; 32];
    bytes[..8].copy_from_slice(&number.to_le_bytes());
    AccountId::new(bytes)
}

/// A chain at block 1 with root, subnet 1, and the accounts 1 to 9 and the author's funded.
pub fn new_test_ext() -> sp_io::TestExternalities {
    let mut storage = frame_system::GenesisConfig::<Test>::default()
        .build_storage()
        .unwrap();
    let mut balances: Vec<_> = (1..10).map(|number| (account(number), FUNDS)).collect();
    balances.push((account(99), TAO));
    let pool = FIRST_SUBNET_POOL_RAO + EXISTENTIAL_DEPOSIT;
    balances.push((Subnets::<Test>::account_of_subnet(NetUid::new(1)), pool));
    pallet_balances::GenesisConfig::<Test> {
        balances,
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    pallet_subtensor::GenesisConfig::<Test> {
        root_subtoken_enabled: true,
        first_subnet: true,
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    let mut ext = sp_io::TestExternalities::new(storage);
    ext.execute_with(|| System::set_block_number(1));
    ext
}

/// An argument that is a list.
pub fn list<T: core::fmt::Debug, const MAX: u32>(items: Vec<T>) -> List<T, MAX> {
    items.try_into().expect("there are not too many")
}

/// A signed origin.
pub fn signed(number: u64) -> RuntimeOrigin {
    RuntimeOrigin::signed(account(number))
}

/// Ends the current block, with every check of every pallet, and starts the next.
pub fn next_block() {
    let now = System::block_number();
    SubtensorModule::on_finalize(now);
    check();
    System::set_block_number(now + 1);
    SubtensorModule::on_initialize(now + 1);
}

/// Runs blocks until `block` has started.
pub fn run_to_block(block: u64) {
    while System::block_number() < block {
        next_block();
    }
}

/// Every equality that holds between blocks.
pub fn check() {
    SubtensorModule::on_finalize(System::block_number());
    SubtensorModule::try_state(System::block_number()).unwrap();
    Swap::try_state(System::block_number()).unwrap();
    AlphaAssets::try_state(System::block_number()).unwrap();
}

/// Opens a subnet owned by the coldkey and hotkey of those numbers, started and emitting.
pub fn start_subnet(coldkey: u64, hotkey: u64) -> NetUid {
    NetworkRateLimit::<Test>::put(0);
    SubtensorModule::register_network(signed(coldkey), account(hotkey)).unwrap();
    let netuid = Subnets::<Test>::subnet_netuids().last().copied().unwrap();
    SubtensorModule::start_call(signed(coldkey), netuid).unwrap();
    SubnetEmissionEnabled::<Test>::insert(netuid, true);
    CommitRevealWeightsEnabled::<Test>::insert(netuid, false);
    WeightsSetRateLimit::<Test>::insert(netuid, 0);
    netuid
}
