//! Naming children: success, errors in their order, and who gives way to whom.

use crate::{Neurons, Shares};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;
use subtensor_primitives::{NetUid, SwapInterface, TaoBalance};

use super::*;
use crate::{Error, Event, shares::Prices};

#[test]
fn children_of_a_started_subnet_wait() {
    test(|netuid| {
        let children = [(ALL / 2, 24), (0, 23)];
        assert_ok!(set(2, 22, netuid, &children));
        let until = 1 + PendingChildKeyCooldown::<Test>::get();
        System::assert_last_event(
            Event::SetChildrenScheduled(account(22), netuid, until, list(&children)).into(),
        );
        assert_eq!(
            PendingChildKeys::<Test>::get(netuid, account(22)),
            (list(&children), until)
        );
        assert!(children_of(22, netuid).is_empty());
        // Neither the hotkey nor its children are registered.
        assert!(!Neurons::<Test>::is_registered(netuid, &account(22)));
    });
}

#[test]
fn children_of_a_subnet_before_its_start_do_not_wait() {
    test(|netuid| {
        assert_ok!(set(2, 22, netuid, &[(1, 25)]));
        SubtokenEnabled::<Test>::insert(netuid, false);
        System::set_block_number(200);
        let children = [(ALL / 2, 24), (7, 23)];
        assert_ok!(set(2, 22, netuid, &children));
        System::assert_last_event(Event::SetChildren(account(22), netuid, list(&children)).into());
        // Ascending by key, whatever the order they were named in; those that waited are forgotten.
        assert_eq!(children_of(22, netuid), list(&[(7, 23), (ALL / 2, 24)]));
        assert_eq!(parents_of(24, netuid), list(&[(ALL / 2, 22)]));
        assert!(!is_pending(22, netuid));
        check();

        System::set_block_number(400);
        assert_ok!(set(2, 22, netuid, &[(9, 23), (1, 26)]));
        assert_eq!(children_of(22, netuid), list(&[(9, 23), (1, 26)]));
        assert_eq!(parents_of(23, netuid), list(&[(9, 22)]));
        assert!(!ParentKeys::<Test>::contains_key(account(24), netuid));
        check();

        System::set_block_number(600);
        assert_ok!(set(2, 22, netuid, &[]));
        assert_eq!(ChildKeys::<Test>::iter().count(), 0);
        assert_eq!(ParentKeys::<Test>::iter().count(), 0);
    });
}

#[test]
fn a_hotkey_may_be_a_child_and_a_parent_of_different_keys() {
    test(|netuid| {
        set_at_once(2, 22, netuid, &[(ALL, 23)]);
        set_at_once(4, 24, netuid, &[(1, 23)]);
        set_at_once(3, 23, netuid, &[(ALL, 25)]);
        assert_eq!(parents_of(23, netuid), list(&[(ALL, 22), (1, 24)]));
        assert_eq!(children_of(23, netuid), list(&[(ALL, 25)]));
        // A parent that names its child again keeps its place.
        System::set_block_number(200);
        set_at_once(2, 22, netuid, &[(5, 23)]);
        assert_eq!(parents_of(23, netuid), list(&[(5, 22), (1, 24)]));
    });
}

#[test]
fn errors_of_naming_children_come_in_order() {
    test(|netuid| {
        let unsigned =
            SubtensorModule::set_children(RuntimeOrigin::root(), account(22), ROOT, vec![]);
        assert_eq!(unsigned, Err(DispatchError::BadOrigin.into()));

        TransactionKeyLastBlock::<Test>::insert((account(22), ROOT, 0), 1);
        let twice = [(ALL, 22), (1, 22)];
        assert_noop!(set(3, 22, ROOT, &twice), Error::<Test>::TxRateLimitExceeded);
        TransactionKeyLastBlock::<Test>::remove((account(22), ROOT, 0));
        assert_noop!(
            set(3, 22, ROOT, &twice),
            Error::<Test>::RegistrationNotPermittedOnRootSubnet
        );
        assert_noop!(
            set(3, 22, NetUid::new(9), &twice),
            Error::<Test>::SubnetNotExists
        );
        assert_noop!(
            set(3, 22, netuid, &twice),
            Error::<Test>::NonAssociatedColdKey
        );
        assert_noop!(set(2, 22, netuid, &twice), Error::<Test>::DuplicateChild);

        set_at_once(6, 26, netuid, &[(1, 22)]);
        let six = |first, parts| [first, 31, 32, 33, 34, 26].map(|child| (parts, child));
        assert_noop!(
            set(2, 22, netuid, &six(22, ALL)),
            Error::<Test>::InvalidChild
        );
        assert_noop!(
            set(2, 22, netuid, &six(30, ALL)),
            Error::<Test>::TooManyChildren
        );
        assert_noop!(
            set(2, 22, netuid, &[(ALL, 26), (1, 31)]),
            Error::<Test>::ProportionOverflow
        );
        StakeThreshold::<Test>::put(1);
        assert_noop!(
            set(2, 22, netuid, &[(1, 26)]),
            Error::<Test>::ChildParentInconsistency
        );
        StakeThreshold::<Test>::put(0);
        crowd(50, netuid);
        StakeThreshold::<Test>::put(1);
        assert_noop!(
            set(2, 22, netuid, &[(ALL, 50)]),
            Error::<Test>::NotEnoughStakeToSetChildkeys
        );
        stake_root(22, TAO);
        assert_noop!(
            set(2, 22, netuid, &[(ALL, 50)]),
            Error::<Test>::InvalidChild
        );
        assert_ok!(set(2, 22, netuid, &[(ALL - 1, 51), (1, 52)]));
    });
}

#[test]
fn children_are_named_once_in_15_blocks_of_a_fast_chain() {
    test(|netuid| {
        System::set_block_number(7);
        assert_ok!(set(2, 22, netuid, &[(1, 23)]));
        assert_eq!(
            TransactionKeyLastBlock::<Test>::get((account(22), netuid, 0)),
            7
        );
        System::set_block_number(21);
        assert_noop!(set(2, 22, netuid, &[]), Error::<Test>::TxRateLimitExceeded);
        // Elsewhere, and for others, the time runs on its own.
        let other = start_subnet(3, 33);
        assert_ok!(set(2, 22, other, &[(1, 23)]));
        assert_ok!(set(4, 24, netuid, &[(1, 23)]));
        System::set_block_number(22);
        assert_ok!(set(2, 22, netuid, &[]));
        assert_eq!(
            PendingChildKeys::<Test>::get(netuid, account(22)).0,
            list(&[])
        );
    });
}

#[test]
fn nothing_to_take_back_waits_for_nothing() {
    test(|netuid| {
        StakeThreshold::<Test>::put(TAO);
        assert_ok!(set(2, 22, netuid, &[]));
        assert!(!is_pending(22, netuid), "anybody could fill the queue");
        System::assert_last_event(Event::SetChildren(account(22), netuid, list(&[])).into());
        // It takes back what waits.
        stake_root(22, TAO);
        System::set_block_number(200);
        assert_ok!(set(2, 22, netuid, &[(1, 23)]));
        System::set_block_number(400);
        assert_ok!(set(2, 22, netuid, &[]));
        assert!(!is_pending(22, netuid));
        // Children that are there keep their parts until the cooldown is over.
        stake_root(24, TAO);
        set_at_once(4, 24, netuid, &[(1, 23)]);
        System::set_block_number(600);
        assert_ok!(set(4, 24, netuid, &[]));
        assert!(is_pending(24, netuid));
        assert_eq!(children_of(24, netuid), list(&[(1, 23)]));
    });
}

#[test]
fn lending_needs_stake_worth_the_threshold() {
    test(|netuid| {
        stake_root(22, 2 * TAO);
        assert_ok!(SubtensorModule::add_stake(
            signed(9),
            account(22),
            netuid,
            TaoBalance::new(3 * TAO)
        ));
        let alpha = Shares::<Test>::hotkey_alpha(&account(22), netuid);
        let price = Swap::price(netuid);
        let value = 2 * TAO + ((u128::from(alpha.to_u64()) * price.to_bits()) >> 64) as u64;
        assert!((4_990_000_000..5_010_000_000).contains(&value), "{value}");
        assert_eq!(
            Shares::<Test>::hotkey_tao_value(&account(22), &mut Prices::default()),
            TaoBalance::new(value)
        );
        StakeThreshold::<Test>::put(value + 1);
        assert_noop!(
            set(2, 22, netuid, &[(1, 23)]),
            Error::<Test>::NotEnoughStakeToSetChildkeys
        );
        // Taking back needs none, and the owner's hotkey never does.
        assert_ok!(set(2, 22, netuid, &[]));
        assert_ok!(set(1, 11, netuid, &[(1, 23)]));
        StakeThreshold::<Test>::put(value);
        System::set_block_number(200);
        assert_ok!(set(2, 22, netuid, &[(1, 23)]));
    });
}

#[test]
fn who_lends_more_takes_the_place_of_the_least() {
    test(|netuid| {
        crowd(50, netuid);
        let least = 1_001;
        stake_root(22, TAO);
        stake_root(23, 2 * TAO);
        assert_noop!(
            set(2, 22, netuid, &[(ALL, 50)]),
            Error::<Test>::InvalidChild
        );
        assert_noop!(
            set(3, 23, netuid, &[(ALL / 2, 50)]),
            Error::<Test>::InvalidChild
        );
        set_at_once(3, 23, netuid, &[(ALL, 50)]);
        let parents = parents_of(50, netuid);
        assert_eq!(parents.len(), MAX_PARENTS as usize);
        assert_eq!(parents.last(), Some(&(ALL, account(23))));
        assert!(!parents.contains(&(ALL, account(least))));
        assert!(!ChildKeys::<Test>::contains_key(account(least), netuid));
        System::assert_has_event(Event::SetChildren(account(least), netuid, list(&[])).into());
        check();

        // A parent with a place may always change its part.
        System::set_block_number(200);
        set_at_once(3, 23, netuid, &[(1, 50)]);
        assert_eq!(parents_of(50, netuid).len(), MAX_PARENTS as usize);
        set_at_once(2, 22, netuid, &[(ALL, 50)]);
        assert!(parents_of(50, netuid).contains(&(ALL, account(22))));
        assert!(children_of(23, netuid).is_empty());
    });
}

#[test]
fn a_parent_can_take_places_at_several_children_at_once() {
    test(|netuid| {
        for hotkey in 1_000..1_000 + u64::from(MAX_PARENTS) {
            own(9, hotkey);
            stake_root(hotkey, TAO);
            set_at_once(9, hotkey, netuid, &[(ALL / 2, 50), (ALL / 2, 51)]);
        }
        stake_root(22, 2 * TAO);
        set_at_once(2, 22, netuid, &[(ALL / 2, 50), (ALL / 2, 51)]);
        assert!(children_of(1_000, netuid).is_empty());
        for child in [50, 51] {
            assert!(parents_of(child, netuid).contains(&(ALL / 2, account(22))));
        }
    });
}
