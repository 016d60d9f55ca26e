//! Collateral from a registration to its release: what is paid and locked, every error in its
//! order, what stays in place, and sequences of it all.

mod available;
mod calls;
mod random;
mod register;

use frame_support::BoundedVec;
use subtensor_fixed::{I96F32, U64F64};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use crate::{Collateral, MinerCollateralState, mock::*, pallet::*, shares::MAX_HOTKEYS};

const E9: u64 = 1_000_000_000;
/// Coldkey and hotkey of a miner.
const MINER: u64 = 2;
const HOTKEY: u64 = 12;

fn tao(rao: u64) -> TaoBalance {
    TaoBalance::new(rao)
}

fn alpha(rao: u64) -> AlphaBalance {
    AlphaBalance::new(rao)
}

fn stake(coldkey: u64, hotkey: u64, netuid: NetUid) -> u64 {
    Shares::<Test>::stake_of(&account(hotkey), &account(coldkey), netuid).to_u64()
}

/// Gives a coldkey stake that costs nothing.
fn give(coldkey: u64, hotkey: u64, netuid: NetUid, amount: u64) {
    Ledger::<Test>::mint_alpha_out(netuid, alpha(amount));
    Shares::<Test>::increase_stake(&account(hotkey), &account(coldkey), netuid, alpha(amount));
}

/// Makes part of the stake of a coldkey collateral.
fn lock(coldkey: u64, hotkey: u64, netuid: NetUid, amount: u64) {
    Collateral::<Test>::lock(netuid, &account(hotkey), &account(coldkey), alpha(amount)).unwrap();
}

fn row(coldkey: u64, hotkey: u64, netuid: NetUid) -> Option<MinerCollateralState> {
    MinerCollateral::<Test>::get((netuid, account(hotkey), account(coldkey)))
}

fn locked(coldkey: u64, hotkey: u64, netuid: NetUid) -> u64 {
    row(coldkey, hotkey, netuid).map_or(0, |row| row.locked.to_u64())
}

fn set_moving_price(netuid: NetUid, price: U64F64) {
    let price = I96F32::from_bits((price.to_bits() >> 32) as i128);
    SubnetMovingPrice::<Test>::insert(netuid, price);
}

/// Takes all places for collateral of a coldkey with hotkeys that nobody has.
fn fill_index(coldkey: u64, netuid: NetUid) {
    let hotkeys = (10_000..10_032).map(account).collect();
    ColdkeyCollateralHotkeys::<Test>::mutate(netuid, account(coldkey), |listed| {
        *listed = BoundedVec::truncate_from(hotkeys);
    });
}

/// Fills the list of hotkeys on which a coldkey stakes with such that nobody has; returns what it
/// was.
fn fill_list(coldkey: u64) -> Vec<AccountId> {
    let many: Vec<AccountId> = (10_000..).map(account).take(MAX_HOTKEYS).collect();
    let listed = StakingHotkeys::<Test>::get(account(coldkey));
    StakingHotkeys::<Test>::insert(account(coldkey), many);
    listed
}

/// Takes TAO from a coldkey.
fn give_away(coldkey: u64, amount: u64) {
    Balances::transfer_keep_alive(signed(coldkey), account(3), amount).unwrap();
}

/// A subnet of coldkey 1 and hotkey 11, where alpha is worth a TAO on average, and the miner's
/// hotkey.
fn test(run: impl FnOnce(NetUid)) {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        set_moving_price(netuid, U64F64::ONE);
        SubtensorModule::try_associate_hotkey(signed(MINER), account(HOTKEY)).unwrap();
        run(netuid);
    });
}
