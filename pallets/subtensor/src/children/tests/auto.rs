//! Root validators as parents of new subnets' owners.

use crate::Subnets;
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError::BadOrigin;
use subtensor_primitives::NetUid;

use super::*;
use crate::{Error, Event};

fn set_auto(coldkey: u64, hotkey: u64, enabled: bool) -> DispatchResult {
    SubtensorModule::set_auto_parent_delegation_enabled(signed(coldkey), account(hotkey), enabled)
}

/// Seats hotkeys 22 to 24 on root.
fn seat() {
    MaxRegistrationsPerBlock::<Test>::insert(ROOT, 9);
    for coldkey in 2..5 {
        assert_ok!(SubtensorModule::root_register(
            signed(coldkey),
            account(coldkey + 20)
        ));
    }
}

fn register(coldkey: u64, hotkey: u64) -> NetUid {
    assert_ok!(SubtensorModule::register_network(
        signed(coldkey),
        account(hotkey)
    ));
    Subnets::<Test>::subnet_netuids()
        .last()
        .copied()
        .unwrap_or_default()
}

#[test]
fn root_validators_become_parents_of_a_new_subnets_owner() {
    test(|_| {
        seat();
        assert_ok!(set_auto(3, 23, false));
        let netuid = register(5, 55);
        let parents = list(&[(ALL, 22), (ALL, 24)]);
        assert_eq!(parents_of(55, netuid), parents);
        assert_eq!(children_of(22, netuid), list(&[(ALL, 55)]));
        assert_eq!(
            TransactionKeyLastBlock::<Test>::get((account(22), netuid, 0)),
            1
        );
        let events = System::events();
        let last_two: Vec<_> = events
            .iter()
            .rev()
            .take(2)
            .map(|record| record.event.clone())
            .collect();
        assert_eq!(
            last_two,
            [
                Event::NetworkAdded(netuid, 1).into(),
                Event::SetChildren(account(24), netuid, list(&[(ALL, 55)])).into()
            ]
        );
    });
}

#[test]
fn an_owner_with_a_seat_is_no_parent_of_itself() {
    test(|_| {
        seat();
        let netuid = register(2, 22);
        assert_eq!(parents_of(22, netuid), list(&[(ALL, 23), (ALL, 24)]));
        assert!(children_of(22, netuid).is_empty());
    });
}

#[test]
fn root_validators_below_the_threshold_are_left_out() {
    test(|_| {
        seat();
        stake_root(23, 5 * TAO);
        StakeThreshold::<Test>::put(5 * TAO);
        let netuid = register(5, 55);
        assert_eq!(parents_of(55, netuid), list(&[(ALL, 23)]));
    });
}

#[test]
fn owners_of_seated_hotkeys_opt_out_and_in() {
    test(|_| {
        seat();
        for enabled in [false, true] {
            assert_ok!(set_auto(2, 22, enabled));
            let hotkey = account(22);
            assert_eq!(AutoParentDelegationEnabled::<Test>::get(&hotkey), enabled);
            System::assert_last_event(
                Event::AutoParentDelegationEnabledSet { hotkey, enabled }.into(),
            );
        }
        let unsigned = SubtensorModule::set_auto_parent_delegation_enabled(
            RuntimeOrigin::root(),
            account(22),
            false,
        );
        assert_eq!(unsigned, Err(BadOrigin));
        assert_noop!(set_auto(3, 25, false), Error::<Test>::NonAssociatedColdKey);
        assert_noop!(
            set_auto(5, 25, false),
            Error::<Test>::HotKeyNotRegisteredInSubNet
        );
    });
}
