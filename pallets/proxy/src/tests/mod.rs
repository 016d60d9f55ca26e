//! The pallet on a chain of a few accounts, with three proxy types.

mod announcements;
mod consents;
#[path = "../../../subtensor/src/weight_info/tests/counting.rs"]
mod counting;
mod delegates;
mod deposits;
mod execute;
mod pure;
mod weights;

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
    assert_ok, derive_impl,
    dispatch::DispatchResult,
    parameter_types,
    traits::{Hooks, InstanceFilter},
    weights::{RuntimeDbWeight, Weight},
};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::{
    AccountId32, BuildStorage, DispatchError,
    traits::{BlakeTwo256, Dispatchable, Hash, IdentityLookup},
};

use crate as pallet_subtensor_proxy;
use crate::{Announcement, Call, Error, Event, Guard, ProxyDefinition};

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Balances: pallet_balances,
        Utility: pallet_utility,
        Proxy: pallet_subtensor_proxy,
    }
);

#[derive(
    Clone,
    Copy,
    Debug,
    Decode,
    DecodeWithMemTracking,
    Default,
    Encode,
    Eq,
    MaxEncodedLen,
    Ord,
    PartialEq,
    PartialOrd,
    TypeInfo,
)]
pub enum ProxyType {
    #[default]
    Any,
    /// Everything of Utility and of this pallet.
    Wraps,
    /// Transfers.
    Pays,
}

impl InstanceFilter<RuntimeCall> for ProxyType {
    fn filter(&self, call: &RuntimeCall) -> bool {
        match self {
            Self::Any => true,
            Self::Wraps => matches!(call, RuntimeCall::Utility(_) | RuntimeCall::Proxy(_)),
            Self::Pays => matches!(
                call,
                RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive { .. })
            ),
        }
    }

    fn is_superset(&self, other: &Self) -> bool {
        self == other || *self == Self::Any
    }
}

parameter_types! {
    pub static Base: u64 = 100;
    pub static Factor: u64 = 10;
    pub static AnnouncedBase: u64 = 50;
    pub static AnnouncedFactor: u64 = 5;
    /// For whom no calls are made.
    pub static Frozen: Option<AccountId32> = None;
    pub static DbPrices: RuntimeDbWeight = counting::PRICES;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type AccountId = AccountId32;
    type Lookup = IdentityLookup<AccountId32>;
    type Block = frame_system::mocking::MockBlockU32<Test>;
    type AccountData = pallet_balances::AccountData<u64>;
    type DbWeight = DbPrices;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
    type AccountStore = System;
}

impl pallet_utility::Config for Test {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeCall = RuntimeCall;
    type PalletsOrigin = OriginCaller;
    type WeightInfo = ();
}

pub struct Freeze;

impl Guard<AccountId32, RuntimeCall> for Freeze {
    fn check(real: &AccountId32, _: &RuntimeCall) -> DispatchResult {
        if Frozen::get().as_ref() == Some(real) {
            return Err(DispatchError::Other("frozen"));
        }
        Ok(())
    }

    fn weight() -> Weight {
        Weight::from_parts(7, 0)
    }
}

parameter_types! {
    pub const MaxProxies: u32 = 4;
    pub const MaxPending: u32 = 3;
}

impl crate::Config for Test {
    type RuntimeCall = RuntimeCall;
    type Currency = Balances;
    type ProxyType = ProxyType;
    type Guard = Freeze;
    type WeightInfo = crate::MeasuredWeights<Test>;
    type ProxyDepositBase = Base;
    type ProxyDepositFactor = Factor;
    type MaxProxies = MaxProxies;
    type MaxPending = MaxPending;
    type AnnouncementDepositBase = AnnouncedBase;
    type AnnouncementDepositFactor = AnnouncedFactor;
}

/// Funds of each account.
const FUNDS: u64 = 10_000;
/// Has delegates in most tests.
const REAL: AccountId32 = account(1);
/// Is one in most tests.
const DELEGATE: AccountId32 = account(2);
const OTHER: AccountId32 = account(3);
/// Has nothing to do with the others.
const STRANGER: AccountId32 = account(9);

const fn account(id: u8) -> AccountId32 {
    AccountId32::new([id; 32])
}

fn externalities() -> sp_io::TestExternalities {
    let mut storage = frame_system::GenesisConfig::<Test>::default()
        .build_storage()
        .unwrap();
    pallet_balances::GenesisConfig::<Test> {
        balances: (1..=9).map(|id| (account(id), FUNDS)).collect(),
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    let mut state = sp_io::TestExternalities::new(storage);
    state.execute_with(|| System::set_block_number(1));
    state
}

/// Runs on the chain, and checks its state at the end of the block.
fn chain(run: impl FnOnce()) {
    externalities().execute_with(|| {
        run();
        check();
    });
}

fn check() {
    let now = System::block_number();
    Proxy::on_finalize(now);
    assert_ok!(Proxy::try_state(now));
}

/// Makes a call as a transaction does: what fails leaves nothing.
fn send(who: AccountId32, call: Call<Test>) -> DispatchResult {
    RuntimeCall::Proxy(call)
        .dispatch(RuntimeOrigin::signed(who))
        .map(|_| ())
        .map_err(|failure| failure.error)
}

fn add(who: AccountId32, delegate: AccountId32, proxy_type: ProxyType, delay: u32) {
    assert_ok!(send(who, add_call(delegate, proxy_type, delay)));
}

fn add_call(delegate: AccountId32, proxy_type: ProxyType, delay: u32) -> Call<Test> {
    Call::add_proxy {
        delegate,
        proxy_type,
        delay,
    }
}

fn remove_call(delegate: AccountId32, proxy_type: ProxyType, delay: u32) -> Call<Test> {
    Call::remove_proxy {
        delegate,
        proxy_type,
        delay,
    }
}

fn proxy_call(real: AccountId32, call: RuntimeCall) -> Call<Test> {
    Call::proxy {
        real,
        force_proxy_type: None,
        call: Box::new(call),
    }
}

fn pay(dest: AccountId32, value: u64) -> RuntimeCall {
    RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive { dest, value })
}

fn remark() -> RuntimeCall {
    RuntimeCall::System(frame_system::Call::remark { remark: vec![1] })
}

fn hash_of(call: &RuntimeCall) -> H256 {
    BlakeTwo256::hash_of(call)
}

fn definitions(who: &AccountId32) -> Vec<ProxyDefinition<AccountId32, ProxyType, u32>> {
    crate::Proxies::<Test>::get(who).0.into_inner()
}

fn definition(
    delegate: AccountId32,
    proxy_type: ProxyType,
    delay: u32,
) -> ProxyDefinition<AccountId32, ProxyType, u32> {
    ProxyDefinition {
        delegate,
        proxy_type,
        delay,
    }
}

fn announced(who: &AccountId32) -> Vec<Announcement<AccountId32, H256, u32>> {
    crate::Announcements::<Test>::get(who).0.into_inner()
}

fn reserved(who: &AccountId32) -> u64 {
    Balances::reserved_balance(who)
}

fn free(who: &AccountId32) -> u64 {
    Balances::free_balance(who)
}

/// The last event of the pallet.
fn last_event() -> Event<Test> {
    System::events()
        .into_iter()
        .rev()
        .find_map(|record| match record.event {
            RuntimeEvent::Proxy(event) => Some(event),
            _ => None,
        })
        .expect("the pallet has said something")
}

fn fails(result: DispatchResult, error: Error<Test>) {
    assert_eq!(result, Err(error.into()));
}

/// What became of a call that `who` has made for `real`.
fn outcome(who: AccountId32, real: AccountId32, call: RuntimeCall) -> DispatchResult {
    assert_ok!(send(who, proxy_call(real.clone(), call)));
    let result = crate::LastCallResult::<Test>::get(real).expect("the result is kept");
    assert_eq!(last_event(), Event::ProxyExecuted { result });
    result
}
