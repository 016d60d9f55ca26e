//! Who took whose place.

use frame_support::assert_ok;
use subtensor_primitives::NetUid;

use super::swap::{COLDKEY, NEW, OLD, swap, swap_for, test};
use crate::{mock::*, pallet::*};

fn successor(netuid: NetUid, hotkey: u64) -> Option<AccountId> {
    HotkeySuccessor::<Test>::get(netuid, account(hotkey))
}

fn first(netuid: NetUid, hotkey: u64) -> Option<AccountId> {
    HotkeyRoot::<Test>::get(netuid, account(hotkey))
}

#[test]
fn there_and_back_leaves_one_tip() {
    test(|netuid| {
        assert_ok!(swap(Some(netuid), false));
        assert_eq!(successor(netuid, OLD), Some(account(NEW)));
        assert_eq!(first(netuid, NEW), Some(account(OLD)));
        assert_eq!(first(netuid, OLD), None);
        System::set_block_number(20);
        assert_ok!(swap_for(NEW, OLD, Some(netuid), false));
        assert_eq!(successor(netuid, OLD), None);
        assert_eq!(successor(netuid, NEW), Some(account(OLD)));
        assert_eq!(first(netuid, OLD), Some(account(OLD)));
        assert_eq!(first(netuid, NEW), Some(account(OLD)));
    });
}

#[test]
fn a_chain_begins_with_its_first_key_on_every_subnet() {
    test(|netuid| {
        for (number, old) in (20..25).enumerate() {
            System::set_block_number(20 + 10 * number as u64);
            let old = if number == 0 { OLD } else { old - 1 };
            assert_ok!(swap_for(old, 20 + number as u64, None, false));
        }
        assert_eq!(first(netuid, 24), Some(account(OLD)));
        assert_eq!(successor(netuid, 22), Some(account(23)));
        // It was nothing there.
        assert_eq!(first(NetUid::new(1), 24), None);
        let last = LastHotkeySwapOnNetuid::<Test>::get(netuid, account(COLDKEY));
        assert_eq!(last, 60);
        let elsewhere = LastHotkeySwapOnNetuid::<Test>::get(NetUid::new(1), account(COLDKEY));
        assert_eq!(elsewhere, 0);
    });
}

#[test]
fn who_gets_a_uid_has_no_successor() {
    test(|netuid| {
        assert_ok!(swap(Some(netuid), false));
        Neurons::<Test>::append_neuron(netuid, &account(OLD), 10);
        assert_eq!(successor(netuid, OLD), None);
        assert_eq!(first(netuid, NEW), Some(account(OLD)));
    });
}

#[test]
fn a_lineage_ends_at_a_living_key_even_without_a_uid() {
    test(|netuid| {
        // The new one has no uid, for the old one has none on the first subnet.
        let other = NetUid::new(1);
        assert_ok!(swap(Some(other), false));
        assert_eq!(successor(other, OLD), Some(account(NEW)));
        System::set_block_number(20);
        assert_ok!(swap_for(NEW, 13, None, false));
        assert_eq!(successor(other, NEW), Some(account(13)));
        assert_eq!(first(other, 13), Some(account(OLD)));
        assert_eq!(successor(netuid, NEW), None);
    });
}

#[test]
fn who_gave_its_place_has_none_to_give() {
    test(|netuid| {
        assert_ok!(swap(None, false));
        System::set_block_number(20);
        assert_ok!(swap_for(NEW, 13, Some(netuid), false));
        System::set_block_number(30);
        assert_ok!(swap_for(NEW, 14, None, false));
        assert_eq!(successor(netuid, NEW), Some(account(13)));
        assert_eq!(first(netuid, 14), None);
    });
}

#[test]
fn a_dissolved_subnet_forgets_its_swaps() {
    test(|netuid| {
        super::swap::stake(super::swap::STAKER, OLD, netuid, TAO);
        assert_ok!(swap(Some(netuid), false));
        assert_ok!(SubtensorModule::root_dissolve_network(
            RuntimeOrigin::root(),
            netuid
        ));
        run_to_block(20);
        assert!(!DissolveCleanupQueue::<Test>::exists());
        assert!(HotkeySuccessor::<Test>::iter().next().is_none());
        assert!(HotkeyRoot::<Test>::iter().next().is_none());
        assert!(LastHotkeySwapOnNetuid::<Test>::iter().next().is_none());
        assert!(StakeMoveCooldownUntil::<Test>::iter().next().is_none());
    });
}
