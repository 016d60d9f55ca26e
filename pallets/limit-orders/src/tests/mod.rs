//! The pallet over books of TAO and stake, with a pool that returns what a test says, or trades at
//! the price.

mod batch;
mod books;
mod checks;
#[path = "../../../subtensor/src/weight_info/tests/counting.rs"]
mod counting;
mod genesis;
mod linked;
mod sequences;
mod single;
mod status;
mod weights;
mod wire;

use frame_support::{
    PalletId, assert_ok, derive_impl, dispatch::DispatchResult, parameter_types, traits::Hooks,
    weights::RuntimeDbWeight,
};
use sp_core::{H256, Pair, sr25519};
use sp_runtime::{
    AccountId32, BoundedVec, BuildStorage, DispatchError, MultiSignature, Perbill,
    traits::{Dispatchable, IdentityLookup},
};
use subtensor_fixed::U64F64;
use subtensor_primitives::NetUid;

use crate as pallet_limit_orders;
use crate::{
    Call, Error, Event, LinkedOutputs, Order, OrderAmount, OrderSide, OrderStatus, OrderType,
    OrderV2, Orders, SignedOrder, VersionedOrder,
};
use books::{Books, alpha, give_alpha, give_tao, tao};

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        LimitOrders: pallet_limit_orders,
    }
);

/// The chain's clock.
pub struct Clock;

impl frame_support::traits::Time for Clock {
    type Moment = u64;

    fn now() -> u64 {
        Now::get()
    }
}

parameter_types! {
    pub static Now: u64 = 1_000;
    pub static Chain: u64 = 42;
    pub static DbPrices: RuntimeDbWeight = RuntimeDbWeight { read: 1, write: 1 };
    pub const Pallet: PalletId = PalletId(*b"bt/limit");
    pub const Batch: u32 = 100;
    pub const Ttl: u64 = 5_000;
    pub PalletHotkey: AccountId32 = account(250);
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
    type AccountId = AccountId32;
    type Lookup = IdentityLookup<AccountId32>;
    type Block = frame_system::mocking::MockBlockU32<Test>;
    type DbWeight = DbPrices;
}

impl crate::Config for Test {
    type Trades = Books;
    type Time = Clock;
    type ChainId = Chain;
    type WeightInfo = crate::MeasuredWeights<Test>;
    type MaxOrdersPerBatch = Batch;
    type PalletId = Pallet;
    type PalletHotkey = PalletHotkey;
    type LinkedOutputTtl = Ttl;
}

/// What everybody has of TAO, and of stake on `HOTKEY`; also the pool.
const FUNDS: u64 = 10_000_000;
const NETUID: NetUid = NetUid::new(1);
const HOTKEY: AccountId32 = account(101);
const RECIPIENT: AccountId32 = account(102);
const OTHER_RECIPIENT: AccountId32 = account(103);
const RELAYER: AccountId32 = account(104);
/// Expiry of the orders of the tests.
const EXPIRY: u64 = 2_000;

const fn account(id: u8) -> AccountId32 {
    AccountId32::new([id; 32])
}

fn pair(id: u8) -> sr25519::Pair {
    sr25519::Pair::from_seed(&[id; 32])
}

/// Somebody who signs orders.
fn signer(id: u8) -> AccountId32 {
    AccountId32::new(pair(id).public().0)
}

fn externalities() -> sp_io::TestExternalities {
    Now::set(1_000);
    Chain::set(42);
    DbPrices::set(RuntimeDbWeight { read: 1, write: 1 });
    books::reset();
    let storage = RuntimeGenesisConfig::default().build_storage();
    let mut state = sp_io::TestExternalities::new(storage.expect("the genesis can be built"));
    state.execute_with(|| {
        System::set_block_number(10);
        books::stock_pool(FUNDS);
        for id in 1..=9 {
            give_tao(&signer(id), FUNDS);
            give_alpha(&signer(id), &HOTKEY, FUNDS);
        }
    });
    state
}

/// Runs on the chain, and checks its state at the end.
fn chain(run: impl FnOnce()) {
    externalities().execute_with(|| {
        run();
        check();
    });
}

fn check() {
    assert_ok!(LimitOrders::try_state(System::block_number()));
}

fn root() -> Vec<u8> {
    sp_io::storage::root(sp_runtime::StateVersion::V1)
}

/// Makes a call as a transaction does: what fails leaves nothing.
fn send(who: AccountId32, call: Call<Test>) -> DispatchResult {
    RuntimeCall::from(call)
        .dispatch(RuntimeOrigin::signed(who))
        .map(|_| ())
        .map_err(|failure| failure.error)
}

/// Makes a call that fails, and checks that it leaves nothing.
#[track_caller]
fn fails(who: AccountId32, call: Call<Test>, error: impl Into<DispatchError>) {
    let before = root();
    assert_eq!(send(who, call), Err(error.into()));
    assert_eq!(root(), before, "something has changed");
}

/// An order at a price of 1 that is good, without a fee.
fn order(who: u8, order_type: OrderType, amount: u64) -> Order<AccountId32> {
    Order {
        signer: signer(who),
        hotkey: HOTKEY,
        netuid: NETUID,
        order_type,
        amount,
        limit_price: match order_type {
            OrderType::TakeProfit => 0,
            OrderType::LimitBuy | OrderType::StopLoss => u64::MAX,
        },
        expiry: EXPIRY,
        fee_rate: Perbill::zero(),
        fee_recipient: RECIPIENT,
        relayer: None,
        max_slippage: None,
        chain_id: 42,
        partial_fills_enabled: false,
    }
}

fn buy(who: u8, amount: u64) -> Order<AccountId32> {
    order(who, OrderType::LimitBuy, amount)
}

fn sell(who: u8, amount: u64) -> Order<AccountId32> {
    order(who, OrderType::TakeProfit, amount)
}

/// The same with a fee in percent.
fn with_fee(mut order: Order<AccountId32>, percent: u32, to: AccountId32) -> Order<AccountId32> {
    order.fee_rate = Perbill::from_percent(percent);
    order.fee_recipient = to;
    order
}

/// The same, that the relayer may execute in parts.
fn in_parts(mut order: Order<AccountId32>) -> Order<AccountId32> {
    order.partial_fills_enabled = true;
    order.relayer = Some(BoundedVec::truncate_from(vec![RELAYER]));
    order
}

fn v2(order: Order<AccountId32>, amount: OrderAmount, is_linked: bool) -> OrderV2<AccountId32> {
    let mut terms = VersionedOrder::V1(order).terms();
    terms.amount = amount;
    terms.has_linked_order = is_linked;
    terms
}

/// Signs as one of the first signers.
fn sign_as(order: VersionedOrder<AccountId32>, who: u8) -> SignedOrder<AccountId32> {
    let (payload, _) = order.payload_and_id();
    SignedOrder {
        signature: MultiSignature::Sr25519(pair(who).sign(&payload)),
        order,
        partial_fill: None,
    }
}

/// Signs as who the order is of.
fn sign(order: VersionedOrder<AccountId32>) -> SignedOrder<AccountId32> {
    let of = order.terms().signer;
    let who = (1..=9).find(|id| signer(*id) == of);
    sign_as(order, who.expect("one of the signers"))
}

fn signed(order: Order<AccountId32>) -> SignedOrder<AccountId32> {
    sign(VersionedOrder::V1(order))
}

fn part(order: Order<AccountId32>, amount: u64) -> SignedOrder<AccountId32> {
    SignedOrder {
        partial_fill: Some(amount),
        ..signed(order)
    }
}

fn id(order: &SignedOrder<AccountId32>) -> H256 {
    order.order.payload_and_id().1
}

fn one(order: &SignedOrder<AccountId32>) -> &[SignedOrder<AccountId32>] {
    core::slice::from_ref(order)
}

/// Executes one by one; the first failure counts.
fn execute(orders: &[SignedOrder<AccountId32>]) -> Call<Test> {
    Call::execute_orders {
        orders: BoundedVec::truncate_from(orders.to_vec()),
        should_fail: true,
    }
}

fn execute_batch(orders: &[SignedOrder<AccountId32>]) -> Call<Test> {
    Call::execute_batched_orders {
        netuid: NETUID,
        orders: BoundedVec::truncate_from(orders.to_vec()),
    }
}

fn status(order: &SignedOrder<AccountId32>) -> Option<OrderStatus> {
    Orders::<Test>::get(id(order))
}

fn events() -> Vec<Event<Test>> {
    System::events()
        .into_iter()
        .filter_map(|record| match record.event {
            RuntimeEvent::LimitOrders(event) => Some(event),
            _ => None,
        })
        .collect()
}

/// What the executed orders have brought, in order.
fn outputs() -> Vec<u64> {
    events()
        .into_iter()
        .filter_map(|event| match event {
            Event::OrderExecuted { amount_out, .. } => Some(amount_out),
            _ => None,
        })
        .collect()
}
