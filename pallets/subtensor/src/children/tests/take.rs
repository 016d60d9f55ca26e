//! Takes of child keys: bounds, who may change them, and when.

use crate::Children;
use frame_support::{assert_noop, assert_ok, dispatch::DispatchResult};
use sp_runtime::{DispatchError::BadOrigin, PerU16};
use subtensor_primitives::NetUid;

use super::*;
use crate::{Error, Event};

fn parts(parts: u16) -> PerU16 {
    PerU16::from_parts(parts)
}

fn set_take(coldkey: u64, hotkey: u64, netuid: NetUid, take: u16) -> DispatchResult {
    SubtensorModule::set_childkey_take(signed(coldkey), account(hotkey), netuid, parts(take))
}

fn take(hotkey: u64, netuid: NetUid) -> PerU16 {
    Children::<Test>::childkey_take(&account(hotkey), netuid)
}

#[test]
fn the_take_of_a_child_key_is_set_per_subnet() {
    test(|netuid| {
        assert_eq!(take(22, netuid), parts(0));
        assert_ok!(set_take(2, 22, netuid, 11_796));
        System::assert_last_event(Event::ChildKeyTakeSet(account(22), 11_796).into());
        assert_eq!(
            ChildkeyTake::<Test>::get(account(22), netuid),
            parts(11_796)
        );
        assert_eq!(take(22, netuid), parts(11_796));
        assert_eq!(take(22, ROOT), parts(0));
    });
}

#[test]
fn the_least_take_is_the_greater_of_two() {
    test(|netuid| {
        MinChildkeyTake::<Test>::put(parts(31));
        assert_eq!(take(22, netuid), parts(31));
        MinChildkeyTakePerSubnet::<Test>::insert(netuid, parts(32));
        assert_eq!(take(22, netuid), parts(32));
        assert_noop!(
            set_take(2, 22, netuid, 31),
            Error::<Test>::InvalidChildkeyTake
        );
        assert_ok!(set_take(2, 22, netuid, 32));
    });
}

#[test]
fn errors_of_childkey_takes_come_in_order() {
    test(|netuid| {
        assert_noop!(
            SubtensorModule::set_childkey_take(
                RuntimeOrigin::root(),
                account(22),
                netuid,
                parts(1)
            ),
            BadOrigin
        );
        let nowhere = NetUid::new(9);
        assert_noop!(
            set_take(3, 22, nowhere, 11_797),
            Error::<Test>::NonAssociatedColdKey
        );
        assert_noop!(
            set_take(2, 22, nowhere, 11_797),
            Error::<Test>::SubnetNotExists
        );
        assert_ok!(set_take(2, 22, netuid, 5));
        assert_noop!(
            set_take(2, 22, netuid, 11_797),
            Error::<Test>::InvalidChildkeyTake
        );
        assert_noop!(
            set_take(2, 22, netuid, 6),
            Error::<Test>::TxChildkeyTakeRateLimitExceeded
        );
    });
}

#[test]
fn the_take_of_a_child_key_rises_once_in_a_while() {
    test(|netuid| {
        System::set_block_number(10);
        assert_ok!(set_take(2, 22, netuid, 5));
        assert_ok!(set_take(2, 22, netuid, 5));
        System::set_block_number(12);
        // A fall is always possible and starts the time anew.
        assert_ok!(set_take(2, 22, netuid, 4));
        System::set_block_number(16);
        assert_noop!(
            set_take(2, 22, netuid, 5),
            Error::<Test>::TxChildkeyTakeRateLimitExceeded
        );
        System::set_block_number(17);
        assert_ok!(set_take(2, 22, netuid, 5));
    });
}

#[test]
fn root_sets_bounds_and_limits_of_childkey_takes() {
    new_test_ext().execute_with(|| {
        let root = RuntimeOrigin::root;
        assert_noop!(
            SubtensorModule::sudo_set_min_childkey_take(signed(1), parts(3)),
            BadOrigin
        );
        assert_noop!(
            SubtensorModule::sudo_set_max_childkey_take(signed(1), parts(4)),
            BadOrigin
        );
        assert_noop!(
            SubtensorModule::sudo_set_tx_childkey_take_rate_limit(signed(1), 5),
            BadOrigin
        );
        assert_ok!(SubtensorModule::sudo_set_min_childkey_take(
            root(),
            parts(3)
        ));
        System::assert_last_event(Event::MinChildKeyTakeSet(3).into());
        assert_ok!(SubtensorModule::sudo_set_max_childkey_take(
            root(),
            parts(4)
        ));
        System::assert_last_event(Event::MaxChildKeyTakeSet(4).into());
        assert_ok!(SubtensorModule::sudo_set_tx_childkey_take_rate_limit(
            root(),
            5
        ));
        System::assert_last_event(Event::TxChildKeyTakeRateLimitSet(5).into());
        assert_eq!(MinChildkeyTake::<Test>::get(), parts(3));
        assert_eq!(MaxChildkeyTake::<Test>::get(), parts(4));
        assert_eq!(TxChildkeyTakeRateLimit::<Test>::get(), 5);
    });
}
