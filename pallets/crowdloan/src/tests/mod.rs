//! The pallet on a chain of a few accounts, with a pallet whose calls spend what was raised.

mod attacks;
mod calls;
#[path = "../../../subtensor/src/weight_info/tests/counting.rs"]
mod counting;
mod ending;
mod sequences;
mod terms;
mod weights;

use frame_support::{
    PalletId, assert_ok, derive_impl,
    dispatch::DispatchResult,
    parameter_types,
    traits::{ConstU32, Hooks},
    weights::{RuntimeDbWeight, Weight},
};
use frame_system::EnsureRoot;
use sp_runtime::{
    AccountId32, BuildStorage, DispatchError,
    traits::{Dispatchable, IdentityLookup},
};
use subtensor_primitives::TaoBalance;

use crate as pallet_crowdloan;
use crate::{Call, CallChecks, Error, Event, InfoOf};

/// Spends what a crowdloan has raised, as the core pallet does for leases.
#[allow(
    unreachable_pub,
    reason = "the macro of a pallet makes its parts public"
)]
#[frame_support::pallet(dev_mode)]
pub mod spender {
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use subtensor_primitives::CrowdloansInterface;

    #[pallet::config]
    pub trait Config: frame_system::Config + crate::Config {}

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Takes the sum but for some rao. Weighs a little less than it declares.
        #[pallet::call_index(0)]
        #[pallet::weight(Weight::from_parts(1_000, 0))]
        pub fn take(
            _: OriginFor<T>,
            to: T::AccountId,
            but: u64,
            _filler: Vec<u8>,
        ) -> DispatchResultWithPostInfo {
            let loan = crate::Pallet::<T>::finalizing()?;
            let amount = loan.raised.saturating_sub(but.into());
            crate::Pallet::<T>::pay(&loan.funds_account, &to, amount)?;
            Ok(Some(Weight::from_parts(900, 0)).into())
        }

        /// Weighs as much as it says.
        #[pallet::call_index(1)]
        #[pallet::weight(Weight::from_parts(super::Heavy::get(), 0))]
        pub fn heavy(_: OriginFor<T>) -> DispatchResult {
            Ok(())
        }
    }
}

frame_support::construct_runtime!(
    pub enum Test {
        System: frame_system,
        Balances: pallet_balances,
        Preimage: pallet_preimage,
        Utility: pallet_utility,
        Crowdloan: pallet_crowdloan,
        Spender: spender,
    }
);

parameter_types! {
    pub static DbPrices: RuntimeDbWeight = RuntimeDbWeight { read: 1, write: 1 };
    pub static Deposit: u64 = 1;
    /// Weight of a call that may have changed with an upgrade.
    pub static Heavy: u64 = 1_000;
    pub static MaxContributors: u32 = 10;
    /// Loading a short call takes a few million.
    pub static MaxCall: u64 = 10_000_000_000;
    pub MaxCallWeight: Weight = Weight::from_parts(MaxCall::get(), u64::MAX);
    pub const LoanPallet: PalletId = PalletId(*b"bt/cloan");
    pub const MinimumDeposit: TaoBalance = TaoBalance::new(50);
    pub const MinimumContribution: TaoBalance = TaoBalance::new(10);
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
    type ExistentialDeposit = Deposit;
}

impl pallet_preimage::Config for Test {
    type RuntimeEvent = RuntimeEvent;
    type WeightInfo = ();
    type Currency = Balances;
    type ManagerOrigin = EnsureRoot<AccountId32>;
    type Consideration = ();
}

impl pallet_utility::Config for Test {
    type RuntimeEvent = RuntimeEvent;
    type RuntimeCall = RuntimeCall;
    type PalletsOrigin = OriginCaller;
    type WeightInfo = ();
}

impl spender::Config for Test {}

/// Seven picoseconds for every call.
pub struct Checks;

impl CallChecks<RuntimeCall> for Checks {
    fn weight(_: &RuntimeCall) -> Weight {
        Weight::from_parts(7, 0)
    }
}

impl crate::Config for Test {
    type RuntimeCall = RuntimeCall;
    type Currency = Balances;
    type Preimages = Preimage;
    type CallChecks = Checks;
    type WeightInfo = crate::MeasuredWeights<Test>;
    type MaxCallWeight = MaxCallWeight;
    type PalletId = LoanPallet;
    type MinimumDeposit = MinimumDeposit;
    type AbsoluteMinimumContribution = MinimumContribution;
    type MinimumBlockDuration = ConstU32<20>;
    type MaximumBlockDuration = ConstU32<100>;
    type RefundContributorsLimit = ConstU32<5>;
    type MaxContributors = MaxContributors;
}

/// Funds of each account.
const FUNDS: u64 = 1_000;
/// Of the first crowdloan.
const END: u32 = 50;
const CREATOR: AccountId32 = account(1);
const BOB: AccountId32 = account(2);
const CAROL: AccountId32 = account(3);
const TARGET: AccountId32 = account(200);

const fn account(id: u8) -> AccountId32 {
    AccountId32::new([id; 32])
}

fn externalities() -> sp_io::TestExternalities {
    DbPrices::set(RuntimeDbWeight { read: 1, write: 1 });
    Deposit::set(1);
    Heavy::set(1_000);
    MaxContributors::set(10);
    MaxCall::set(10_000_000_000);
    let mut storage = frame_system::GenesisConfig::<Test>::default()
        .build_storage()
        .unwrap();
    pallet_balances::GenesisConfig::<Test> {
        balances: (1..=20).map(|id| (account(id), FUNDS)).collect(),
        ..Default::default()
    }
    .assimilate_storage(&mut storage)
    .unwrap();
    let mut state = sp_io::TestExternalities::new(storage);
    state.execute_with(|| System::set_block_number(10));
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
    assert_ok!(Crowdloan::try_state(System::block_number()));
}

/// Makes a call as a transaction does: what fails leaves nothing.
fn send(who: AccountId32, call: impl Into<RuntimeCall>) -> DispatchResult {
    call.into()
        .dispatch(RuntimeOrigin::signed(who))
        .map(|_| ())
        .map_err(|failure| failure.error)
}

/// Makes a call that fails, and checks that it leaves nothing.
#[track_caller]
fn fails(who: AccountId32, call: impl Into<RuntimeCall>, error: impl Into<DispatchError>) {
    let root = || sp_io::storage::root(sp_runtime::StateVersion::V1);
    let before = root();
    assert_eq!(send(who, call), Err(error.into()));
    assert_eq!(root(), before, "something has changed");
}

/// A crowdloan for the target: deposit 50, at least 10.
fn create_call(cap: u64) -> Call<Test> {
    Call::create {
        deposit: 50.into(),
        min_contribution: 10.into(),
        cap: cap.into(),
        end: END,
        call: None,
        target_address: Some(TARGET),
    }
}

/// The same for a call.
fn create_for(cap: u64, call: impl Into<RuntimeCall>) -> Call<Test> {
    let Call::create {
        deposit,
        min_contribution,
        cap,
        end,
        ..
    } = create_call(cap)
    else {
        unreachable!("it is such a call")
    };
    Call::create {
        deposit,
        min_contribution,
        cap,
        end,
        call: Some(Box::new(call.into())),
        target_address: None,
    }
}

fn take_call(to: AccountId32, but: u64, filler: usize) -> RuntimeCall {
    RuntimeCall::Spender(spender::Call::take {
        to,
        but,
        filler: vec![0; filler],
    })
}

fn batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
    RuntimeCall::Utility(pallet_utility::Call::batch_all { calls })
}

fn contribute_call(crowdloan_id: u32, amount: u64) -> Call<Test> {
    Call::contribute {
        crowdloan_id,
        amount: amount.into(),
    }
}

fn withdraw_call(crowdloan_id: u32) -> Call<Test> {
    Call::withdraw { crowdloan_id }
}

fn finalize_call(crowdloan_id: u32) -> Call<Test> {
    Call::finalize { crowdloan_id }
}

fn refund_call(crowdloan_id: u32) -> Call<Test> {
    Call::refund { crowdloan_id }
}

fn dissolve_call(crowdloan_id: u32) -> Call<Test> {
    Call::dissolve { crowdloan_id }
}

/// Opens the first crowdloan and gives to it.
fn open(create: Call<Test>, given: &[(AccountId32, u64)]) {
    assert_ok!(send(CREATOR, create));
    for (who, amount) in given {
        assert_ok!(send(who.clone(), contribute_call(0, *amount)));
    }
}

fn info(id: u32) -> InfoOf<Test> {
    crate::Crowdloans::<Test>::get(id).expect("the crowdloan is there")
}

fn change(id: u32, change: impl FnOnce(&mut InfoOf<Test>)) {
    crate::Crowdloans::<Test>::mutate(id, |info| change(info.as_mut().expect("it is there")));
}

fn given(id: u32, who: &AccountId32) -> Option<u64> {
    crate::Contributions::<Test>::get(id, who).map(TaoBalance::to_u64)
}

fn funds(id: u32) -> AccountId32 {
    Crowdloan::funds_account(id)
}

fn free(who: &AccountId32) -> u64 {
    Balances::free_balance(who)
}

fn last_event() -> Event<Test> {
    System::events()
        .into_iter()
        .rev()
        .find_map(|record| match record.event {
            RuntimeEvent::Crowdloan(event) => Some(event),
            _ => None,
        })
        .expect("the pallet has said something")
}

/// Somebody sends rao to an account.
fn donate(who: AccountId32, dest: AccountId32, value: u64) {
    let call = pallet_balances::Call::transfer_allow_death { dest, value };
    assert_ok!(send(who, call));
}
