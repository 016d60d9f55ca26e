//! Locks: every error in its order, what is held back, sums that agree with their locks whatever
//! happens, and subnets that change hands.

mod calls;
mod owner;
mod random;
mod swap;
mod transfer;

use frame_support::{assert_noop, assert_ok};
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{Error, LockState, locks::MAX_LOCK_LEADERS, mock::*, pallet::*};

const E9: u64 = 1_000_000_000;

fn alpha(rao: u64) -> AlphaBalance {
    AlphaBalance::new(rao)
}

/// Gives a coldkey stake that costs nothing.
fn give(coldkey: u64, hotkey: u64, netuid: NetUid, amount: u64) {
    Ledger::<Test>::mint_alpha_out(netuid, alpha(amount));
    Shares::<Test>::increase_stake(&account(hotkey), &account(coldkey), netuid, alpha(amount));
}

/// Mass and conviction of a lock as of now.
fn lock_of(coldkey: u64, netuid: NetUid) -> Option<(u64, u64)> {
    let lock = Locks::<Test>::get_coldkey_lock(account(coldkey), netuid)?;
    Some((lock.locked_mass.to_u64(), lock.conviction.to_u64()))
}

/// Mass and conviction of a stored sum as of the block in which it was written.
fn sum_of(sum: Option<LockState>) -> Option<(u64, u64)> {
    sum.map(|sum| (sum.locked_mass.to_u64(), sum.conviction.to_u64()))
}

fn set_perpetual(coldkey: u64, netuid: NetUid, enabled: bool) {
    SubtensorModule::set_perpetual_lock(signed(coldkey), netuid, enabled).unwrap();
}

/// Lets blocks pass in which nothing happens.
fn wait(blocks: u64) {
    System::set_block_number(System::block_number() + blocks);
}

fn conviction(hotkey: u64, netuid: NetUid) -> u64 {
    Locks::<Test>::get_hotkey_conviction(account(hotkey), netuid).to_u64()
}

/// A subnet of coldkey 1 and hotkey 11; coldkeys 2 to 4 own the hotkeys 12 to 14, and 22 to 24.
fn test(run: impl FnOnce(NetUid)) {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        for coldkey in 2..5 {
            for hotkey in [10 + coldkey, 20 + coldkey] {
                SubtensorModule::try_associate_hotkey(signed(coldkey), account(hotkey)).unwrap();
            }
        }
        run(netuid);
        check();
    });
}
