//! Leases: who gets which rao of a crowdloan, of the owner's cuts and of what is left in the end.

mod end;
mod keys;
mod pay;
mod random;
mod register;
mod waiting;

use frame_support::{assert_ok, weights::WeightMeter};
use sp_runtime::{DispatchError, Percent};
use subtensor_primitives::{AlphaBalance, FinalizingCrowdloan, NetUid, TaoBalance};

use super::LeaseOf;
use crate::{emission::Pots, mock::*, pallet::*};

/// Creator of the crowdloan, and its other contributors.
const CREATOR: u64 = 2;
const FIRST: u64 = 3;
const SECOND: u64 = 4;
/// Holds the TAO of the crowdloan.
const POT: u64 = 90;
/// Hotkey of the creator.
const HOTKEY: u64 = 12;
/// Block in which leases of the tests end.
const END: u64 = 500;

fn rao(amount: u64) -> AlphaBalance {
    AlphaBalance::new(amount)
}

fn free(account: &AccountId) -> u64 {
    Balances::free_balance(account)
}

/// A crowdloan of the creator with contributions in rao is being finalized.
fn raise(given: &[(u64, u64)]) {
    NetworkRateLimit::<Test>::put(0);
    let raised = given.iter().map(|(_, amount)| amount).sum();
    assert_ok!(Balances::transfer_allow_death(
        signed(9),
        account(POT),
        raised
    ));
    let loan = FinalizingCrowdloan {
        id: 7,
        creator: account(CREATOR),
        funds_account: account(POT),
        raised: TaoBalance::new(raised),
    };
    let given = given
        .iter()
        .map(|(who, amount)| (account(*who), TaoBalance::new(*amount)))
        .collect();
    Finalizing::set(Some((loan, given)));
}

fn register(percent: u8, end: Option<u64>) -> Result<(), DispatchError> {
    SubtensorModule::register_leased_network(signed(CREATOR), Percent::from_percent(percent), end)
        .map(|_| ())
        .map_err(|failed| failed.error)
}

fn lease(id: u32) -> LeaseOf<Test> {
    SubnetLeases::<Test>::get(id).unwrap()
}

/// A lease of 1 000 parts, of which the first has 600 and the second 390, that divides so much of
/// the owner's cut; its subnet trades, and nothing is emitted.
fn open(percent: u8, end: Option<u64>) -> LeaseOf<Test> {
    let part = 10 * TAO;
    raise(&[
        (CREATOR, 10 * part),
        (FIRST, 600 * part),
        (SECOND, 390 * part),
    ]);
    assert_ok!(register(percent, end));
    let lease = lease(0);
    let owner = RuntimeOrigin::signed(lease.coldkey.clone());
    assert_ok!(SubtensorModule::start_call(owner, lease.netuid));
    Tempo::<Test>::insert(lease.netuid, 0);
    OwnerCutAutoLockEnabled::<Test>::insert(lease.netuid, false);
    assert_ok!(SubtensorModule::try_associate_hotkey(
        signed(CREATOR),
        account(HOTKEY)
    ));
    lease
}

/// Runs a test with such a lease of 30 %.
fn test(run: impl FnOnce(LeaseOf<Test>)) {
    new_test_ext().execute_with(|| {
        run(open(30, Some(END)));
        check();
    });
}

/// Pays the owner's cut of an epoch.
fn cut(netuid: NetUid, amount: u64) {
    Ledger::<Test>::mint_alpha_out(netuid, rao(amount));
    let pots = Pots {
        owner: rao(amount),
        ..Pots::default()
    };
    Payout::<Test>::pay_epoch(netuid, pots, &[]);
    Payout::<Test>::go_on_paying(&mut WeightMeter::new());
}

/// Stake of a coldkey on the hotkey of a lease.
fn staked(lease: &LeaseOf<Test>, number: u64) -> u64 {
    stake_of(lease, &account(number))
}

fn stake_of(lease: &LeaseOf<Test>, coldkey: &AccountId) -> u64 {
    Shares::<Test>::stake_of(&lease.hotkey, coldkey, lease.netuid).to_u64()
}

fn owed(number: u64) -> u64 {
    SubnetLeaseUnpaidDividends::<Test>::get(0, account(number)).to_u64()
}

fn pot() -> u64 {
    AccumulatedLeaseDividends::<Test>::get(0).to_u64()
}

/// Lets an account take no gifts, or take them again.
fn refuse_gifts(number: u64, refuses: bool) {
    if refuses {
        let announced = (1, sp_core::H256::zero());
        ColdkeySwapAnnouncements::<Test>::insert(account(number), announced);
    } else {
        ColdkeySwapAnnouncements::<Test>::remove(account(number));
    }
}

fn was_said(event: Event<Test>) -> bool {
    let event = event.into();
    System::events().iter().any(|record| record.event == event)
}

/// Whether two amounts are the same but for the rounding of shares.
fn is_near(one: u64, other: u64) -> bool {
    one.abs_diff(other) <= 3
}

fn terminate() -> Result<(), DispatchError> {
    SubtensorModule::terminate_lease(signed(CREATOR), 0, account(HOTKEY))
        .map(|_| ())
        .map_err(|failed| failed.error)
}
