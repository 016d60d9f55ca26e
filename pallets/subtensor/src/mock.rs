//! A chain of the pallets that hold value, for tests: root, subnet 1 as at genesis, short
//! intervals, and every equality of the ledger checked after each block.

/// The domains that tests of others than their own use.
pub(crate) use crate::{
    Admission, Coinbase, ColdkeySwaps, Dissolution, Funds, Hotkeys, Leases, Ledger, Locks,
    Mechanisms, Neurons, Nominations, Payout, RateLimits, Registration, Schedule, Scores, Shares,
    Staking, Subnets, ValidatorWeights,
};
pub(crate) use benchmarking::{BEACON_SECRET, FUNDS, TAO, list};
use core::num::NonZeroU64;

use frame_support::{
    PalletId, derive_impl,
    dispatch::DispatchResultWithPostInfo,
    parameter_types,
    traits::{ConstU16, ConstU64, Get, Hooks, ReservableCurrency},
    weights::{RuntimeDbWeight, Weight, WeightMeter, constants::RocksDbWeight},
};
use sp_runtime::{
    AccountId32, BuildStorage, DispatchError, DispatchResult, traits::IdentityLookup,
};
use subtensor_primitives::{
    AlphaBalance, CommitmentsInterface, CrowdloansInterface, FinalizingCrowdloan, NetUid,
    ProxyInterface, TaoBalance,
};
use subtensor_timelock::{Beacon, Plain, sign};

use pallet_subtensor_swap::{BalancerAlphaReservoir, BalancerTaoReservoir, ReservoirPools};

use crate as pallet_subtensor;
use crate::{benchmarking, genesis::FIRST_SUBNET_POOL_RAO};

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
pub(crate) type AccountId = AccountId32;

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
pub(crate) const EXISTENTIAL_DEPOSIT: u64 = 500;
/// The block author.
pub struct Author;

impl Get<Option<AccountId>> for Author {
    fn get() -> Option<AccountId> {
        Some(account(99))
    }
}

parameter_types! {
    /// The newest round of the beacon that the chain knows.
    pub static LastRound: u64 = 0;
    /// The oldest.
    pub static FirstRound: u64 = 1;
}

/// A beacon that knows all rounds from [`FirstRound`] to [`LastRound`].
pub struct TestBeacon;

impl Beacon for TestBeacon {
    fn last_round() -> u64 {
        LastRound::get()
    }

    fn signature(round: u64) -> Option<[u8; 48]> {
        let is_known = (FirstRound::get()..=LastRound::get()).contains(&round);
        is_known.then(|| sign(&BEACON_SECRET, round))
    }
}

parameter_types! {
    /// Subnets whose commitments were purged.
    pub static PurgedCommitments: Vec<NetUid> = Vec::new();
}

/// One commitment on every subnet, its number.
pub struct Published;

impl CommitmentsInterface<AccountId> for Published {
    fn purge_netuid(netuid: NetUid, _: &mut WeightMeter) -> bool {
        PurgedCommitments::mutate(|purged| purged.push(netuid));
        true
    }

    fn get_commitments(netuid: NetUid) -> Vec<(AccountId, Vec<u8>)> {
        vec![(account(7), netuid.get().to_le_bytes().to_vec())]
    }
}

/// A crowdloan that is being finalized, and who gave how much.
type Loan = (FinalizingCrowdloan<AccountId>, Vec<(AccountId, TaoBalance)>);

parameter_types! {
    /// The crowdloan that is being finalized.
    pub static Finalizing: Option<Loan> = None;
    /// Who may act for the coldkeys of leases.
    pub static LeaseProxies: Vec<(AccountId, AccountId)> = Vec::new();
}

/// Most contributors of a crowdloan.
pub(crate) const MAX_CONTRIBUTORS: u32 = 20;
/// What the proxy of a lease deposits, rao.
pub(crate) const PROXY_DEPOSIT: u64 = TAO / 10;

/// The crowdloan that a test has set.
pub struct Loans;

impl CrowdloansInterface<AccountId> for Loans {
    fn finalizing() -> Result<FinalizingCrowdloan<AccountId>, DispatchError> {
        let loan = Finalizing::get().map(|(loan, _)| loan);
        loan.ok_or(DispatchError::Other("InvalidCrowdloanId"))
    }

    fn contributions(id: u32) -> Vec<(AccountId, TaoBalance)> {
        let loan = Finalizing::get().filter(|(loan, _)| loan.id == id);
        loan.map(|(_, given)| given).unwrap_or_default()
    }

    fn max_contributors() -> u32 {
        MAX_CONTRIBUTORS
    }
}

/// A list of proxies.
pub struct Agents;

impl ProxyInterface<AccountId> for Agents {
    fn add_lease_beneficiary_proxy(lease: &AccountId, beneficiary: &AccountId) -> DispatchResult {
        Balances::reserve(lease, PROXY_DEPOSIT)?;
        LeaseProxies::mutate(|proxies| proxies.push((lease.clone(), beneficiary.clone())));
        Ok(())
    }

    fn remove_lease_beneficiary_proxy(
        lease: &AccountId,
        beneficiary: &AccountId,
    ) -> DispatchResult {
        let proxy = (lease.clone(), beneficiary.clone());
        let mut proxies = LeaseProxies::get();
        let place = proxies.iter().position(|one| *one == proxy);
        let place = place.ok_or(DispatchError::Other("NotFound"))?;
        proxies.remove(place);
        LeaseProxies::set(proxies);
        Balances::unreserve(lease, PROXY_DEPOSIT);
        Ok(())
    }
}

impl pallet_alpha_assets::Config for Test {}

parameter_types! {
    pub const SwapProtocolId: PalletId = PalletId(*b"ten/swap");
    pub const SwapMinimumReserve: NonZeroU64 = NonZeroU64::new(1_000_000).unwrap();
}

impl pallet_subtensor_swap::Config for Test {
    type Reserves = Ledger<Test>;
    type WeightInfo = pallet_subtensor_swap::MeasuredWeights<Test>;
    type ProtocolId = SwapProtocolId;
    type MaxFeeRate = ConstU16<10_000>;
    type MinimumLiquidity = ConstU64<1_000>;
    type MinimumReserve = SwapMinimumReserve;
}

#[derive_impl(pallet_subtensor::config_preludes::TestDefaultConfig)]
impl pallet_subtensor::Config for Test {
    type Currency = Balances;
    type AlphaAssets = AlphaAssets;
    type Swap = Swap;
    type BlockAuthor = Author;
    type Commitments = Published;
    type Beacon = TestBeacon;
    type Crowdloans = Loans;
    type Proxies = Agents;
    type Curve = Plain;
    type WeightInfo = crate::weight_info::MeasuredWeights<Test>;
}

/// Account number `number`.
pub(crate) fn account(number: u64) -> AccountId {
    benchmarking::account::<Test>(number)
}

impl benchmarking::Setup for Test {
    // Every block has one.
    fn set_author() {}

    fn keep_liquidity(netuid: NetUid, tao: TaoBalance, alpha: AlphaBalance) {
        BalancerTaoReservoir::<Test>::insert(netuid, tao);
        BalancerAlphaReservoir::<Test>::insert(netuid, alpha);
        ReservoirPools::<Test>::mutate(|pools| {
            pools.insert(netuid);
        });
    }

    fn sign_rounds_to(last: u64) {
        LastRound::set(last);
    }

    fn finalize_crowdloan(
        loan: FinalizingCrowdloan<AccountId>,
        given: Vec<(AccountId, TaoBalance)>,
    ) {
        Finalizing::set(Some((loan, given)));
    }
}

/// A chain at block 1 with root, subnet 1, and the accounts 1 to 9 and the author's funded.
pub(crate) fn new_test_ext() -> sp_io::TestExternalities {
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

/// Locks stake of a coldkey for a hotkey, on top of what it has locked.
pub(crate) fn lock_stake(coldkey: u64, hotkey: u64, netuid: NetUid, amount: u64) {
    benchmarking::lock_stake::<Test>(coldkey, hotkey, netuid, amount);
}

/// Lets the lock of a coldkey vanish.
pub(crate) fn unlock(coldkey: u64, netuid: NetUid) {
    let all = subtensor_primitives::AlphaBalance::MAX;
    Locks::<Test>::give_way(netuid, &account(coldkey), all);
}

/// A signed origin.
pub(crate) fn signed(number: u64) -> RuntimeOrigin {
    RuntimeOrigin::signed(account(number))
}

/// What came of a call, without what it weighed.
pub(crate) fn done(result: DispatchResultWithPostInfo) -> DispatchResult {
    result.map(|_| ()).map_err(|failure| failure.error)
}

/// Ends the current block, with every check of every pallet, and starts the next.
pub(crate) fn next_block() {
    let now = System::block_number();
    SubtensorModule::on_idle(now, Weight::MAX);
    SubtensorModule::on_finalize(now);
    check();
    System::set_block_number(now + 1);
    SubtensorModule::on_initialize(now + 1);
}

/// Runs blocks until `block` has started.
pub(crate) fn run_to_block(block: u64) {
    while System::block_number() < block {
        next_block();
    }
}

/// Every equality that holds between blocks.
pub(crate) fn check() {
    SubtensorModule::on_finalize(System::block_number());
    SubtensorModule::try_state(System::block_number()).unwrap();
    Swap::try_state(System::block_number()).unwrap();
    AlphaAssets::try_state(System::block_number()).unwrap();
}

/// Opens a subnet owned by the coldkey and hotkey of those numbers, started and emitting.
pub(crate) fn start_subnet(coldkey: u64, hotkey: u64) -> NetUid {
    benchmarking::start_subnet::<Test>(coldkey, hotkey)
}
