//! Child keys: naming, waiting, applying, takes, and what root validators lend to new subnets.

mod apply;
mod auto;
mod random;
mod set;
mod take;
mod threshold;

use frame_support::{assert_ok, dispatch::DispatchResult};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::{MAX_PARENTS, Relatives};
use crate::{mock::*, pallet::*};

const ALL: u64 = u64::MAX;
const ROOT: NetUid = NetUid::ROOT;

/// Runs a test on a started subnet of coldkey 1 and hotkey 11, where coldkeys 2 to 6 own hotkeys 22
/// to 26.
fn test(run: impl FnOnce(NetUid)) {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        for coldkey in 2..7 {
            own(coldkey, coldkey + 20);
        }
        run(netuid);
        check();
    });
}

fn own(coldkey: u64, hotkey: u64) {
    assert_ok!(SubtensorModule::try_associate_hotkey(
        signed(coldkey),
        account(hotkey)
    ));
}

fn list(children: &[(u64, u64)]) -> Relatives<AccountId> {
    children
        .iter()
        .map(|(parts, child)| (*parts, account(*child)))
        .collect()
}

fn set(coldkey: u64, hotkey: u64, netuid: NetUid, children: &[(u64, u64)]) -> DispatchResult {
    SubtensorModule::set_children(signed(coldkey), account(hotkey), netuid, list(children))
        .map(|_| ())
        .map_err(|failure| failure.error)
}

/// The same without the cooldown, as before the start of a subnet.
fn set_at_once(coldkey: u64, hotkey: u64, netuid: NetUid, children: &[(u64, u64)]) {
    let enabled = SubtokenEnabled::<Test>::get(netuid);
    SubtokenEnabled::<Test>::insert(netuid, false);
    assert_ok!(set(coldkey, hotkey, netuid, children));
    SubtokenEnabled::<Test>::insert(netuid, enabled);
}

fn children_of(hotkey: u64, netuid: NetUid) -> Relatives<AccountId> {
    ChildKeys::<Test>::get(account(hotkey), netuid)
}

fn parents_of(hotkey: u64, netuid: NetUid) -> Relatives<AccountId> {
    ParentKeys::<Test>::get(account(hotkey), netuid)
}

fn is_pending(hotkey: u64, netuid: NetUid) -> bool {
    PendingChildKeys::<Test>::contains_key(netuid, account(hotkey))
}

fn stake_root(hotkey: u64, rao: u64) {
    assert_ok!(SubtensorModule::add_stake(
        signed(9),
        account(hotkey),
        ROOT,
        TaoBalance::new(rao)
    ));
}

fn unstake_root(hotkey: u64, rao: u64) {
    assert_ok!(SubtensorModule::remove_stake(
        signed(9),
        account(hotkey),
        ROOT,
        AlphaBalance::new(rao)
    ));
}

/// Fills the places for parents of a hotkey with hotkeys 1000 and on; the first lends 2 TAO, the
/// others 1.
fn crowd(child: u64, netuid: NetUid) {
    for hotkey in 1_000..1_000 + u64::from(MAX_PARENTS) {
        own(9, hotkey);
        stake_root(hotkey, if hotkey == 1_000 { 2 * TAO } else { TAO });
        set_at_once(9, hotkey, netuid, &[(ALL, child)]);
    }
}
