//! Funds: the vectors of spec 90, who gets what, and that nobody loses or gains by others. Every
//! test ends with all equalities of the ledger.

mod claim;
mod deposit;
mod entitlement;
mod flush;
mod life;
mod random;
mod sweep;
mod trade;
mod views;

use frame_support::assert_ok;
use subtensor_fixed::{I96F32, U64F64};
use subtensor_primitives::{AlphaAssetsInterface, AlphaBalance, NetUid, TaoBalance};

use crate::{mock::*, pallet::*};

const ROOT: NetUid = NetUid::ROOT;
/// Owned by coldkey 1, with a seat on root.
const HOTKEY: u64 = 11;
/// The stakers of the vectors.
const SMALL: u64 = 2;
const LARGE: u64 = 3;

fn rao(amount: u64) -> AlphaBalance {
    AlphaBalance::new(amount)
}

fn tao(amount: u64) -> TaoBalance {
    TaoBalance::new(amount)
}

/// Runs a test on a subnet of coldkey 1 and hotkey 11, which has a seat on root.
fn test(run: impl FnOnce(NetUid)) {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, HOTKEY);
        Neurons::<Test>::append_neuron(ROOT, &account(HOTKEY), 1);
        set_pool(netuid, 1_000 * TAO, 2_000 * TAO);
        run(netuid);
        check();
    });
}

/// The same with the root stake and the two credits of the vectors in the fund, and no dust.
fn test_fund(run: impl FnOnce(NetUid)) {
    test(|netuid| {
        stake_as_in_vectors();
        Funds::<Test>::set_claim_dust(0, 0, 0, 0);
        for _ in 0..2 {
            credit(HOTKEY, netuid, 4 * TAO);
            Funds::<Test>::flush(&account(HOTKEY));
        }
        System::reset_events();
        run(netuid);
    });
}

fn stake_as_in_vectors() {
    join(SMALL, 25 * TAO);
    join(LARGE, 75 * TAO);
}

/// Gives a pool these reserves, and its trades no fee.
fn set_pool(netuid: NetUid, tao_in: u64, alpha_in: u64) {
    let before = SubnetTAO::<Test>::get(netuid);
    Ledger::<Test>::take_pool_tao(netuid, before);
    Ledger::<Test>::mint_to_subnet(netuid, tao(tao_in)).unwrap();
    Ledger::<Test>::add_pool_tao(netuid, tao(tao_in));
    AlphaAssets::recycle(netuid, SubnetAlphaIn::<Test>::get(netuid));
    SubnetAlphaIn::<Test>::insert(netuid, rao(0));
    Ledger::<Test>::mint_alpha_in(netuid, rao(alpha_in));
    pallet_subtensor_swap::SwapBalancer::<Test>::remove(netuid);
    pallet_subtensor_swap::FeeRate::<Test>::insert(netuid, 0);
    let price = U64F64::from_ratio(tao_in, alpha_in);
    SubnetFastMovingPrice::<Test>::insert(netuid, price);
}

/// Another subnet with such a pool.
fn more_subnet(number: u64, tao_in: u64, alpha_in: u64) -> NetUid {
    NetworkLastLockCost::<Test>::put(TaoBalance::ZERO);
    let netuid = start_subnet(9, 200 + number);
    set_pool(netuid, tao_in, alpha_in);
    netuid
}

/// Credits alpha to the root stakers of a hotkey.
fn credit(hotkey: u64, netuid: NetUid, amount: u64) {
    Ledger::<Test>::mint_alpha_out(netuid, rao(amount));
    Funds::<Test>::credit_root_stakers(&account(hotkey), netuid, rao(amount));
}

/// Puts alpha into the fund itself.
fn hold(netuid: NetUid, amount: u64) {
    if netuid.is_root() {
        Ledger::<Test>::mint_to_subnet(ROOT, tao(amount)).unwrap();
        Funds::<Test>::add_cash(&account(HOTKEY), tao(amount));
    } else {
        Ledger::<Test>::mint_alpha_out(netuid, rao(amount));
        let escrow = Funds::<Test>::escrow();
        Shares::<Test>::increase_stake(&account(HOTKEY), &escrow, netuid, rao(amount));
    }
}

fn join(coldkey: u64, amount: u64) {
    assert_ok!(SubtensorModule::add_stake(
        signed(coldkey),
        account(HOTKEY),
        ROOT,
        tao(amount)
    ));
}

fn leave(coldkey: u64, amount: u64) {
    assert_ok!(SubtensorModule::remove_stake(
        signed(coldkey),
        account(HOTKEY),
        ROOT,
        rao(amount)
    ));
}

fn claim(coldkey: u64) {
    assert_ok!(SubtensorModule::claim_root_with_hotkey(
        signed(coldkey),
        account(HOTKEY)
    ));
}

fn owed(coldkey: u64) -> u64 {
    Funds::<Test>::owed(&account(HOTKEY), &account(coldkey))
}

fn shares() -> u64 {
    BasketShares::<Test>::get(account(HOTKEY))
}

fn nav() -> u64 {
    Funds::<Test>::nav(&account(HOTKEY)).to_u64()
}

fn root_stake(coldkey: u64) -> u64 {
    Shares::<Test>::stake_of(&account(HOTKEY), &account(coldkey), ROOT).to_u64()
}

fn held(netuid: NetUid) -> u64 {
    Funds::<Test>::held(&account(HOTKEY), netuid).to_u64()
}

fn queued(netuid: NetUid) -> u64 {
    PendingBasketDeposits::<Test>::get(account(HOTKEY), netuid).to_u64()
}

fn watermark(coldkey: u64) -> i128 {
    BasketClaimed::<Test>::get(account(HOTKEY), account(coldkey))
}

fn set_threshold(min: u64) {
    RootClaimableThreshold::<Test>::insert(ROOT, I96F32::from_u64(min));
}

/// Events of the pallet since they were reset.
fn events() -> Vec<Event<Test>> {
    System::events()
        .into_iter()
        .filter_map(|record| match record.event {
            RuntimeEvent::SubtensorModule(event) => Some(event),
            _ => None,
        })
        .collect()
}
