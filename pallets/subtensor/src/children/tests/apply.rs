//! Waiting children: when they are applied, when dropped, and how much of a block that takes.

use crate::Children;
use frame_support::assert_ok;
use subtensor_primitives::NetUid;

use super::*;
use crate::{Event, children::apply::READS_PER_BLOCK};

/// Children of hotkeys 10000 and on, each another one, that wait until after `cooldown`.
fn queue(count: u64, netuid: NetUid, cooldown: u64) {
    for hotkey in 10_000..10_000 + count {
        Children::<Test>::put_pending_children(
            &account(hotkey),
            netuid,
            &list(&[(1, hotkey + 1_000_000)]),
            cooldown,
        );
    }
}

fn waiting(netuid: NetUid) -> usize {
    PendingChildKeys::<Test>::iter_prefix(netuid).count()
}

#[test]
fn children_come_with_the_first_epoch_after_the_cooldown() {
    test(|netuid| {
        // Epochs run at blocks that are multiples of 10.
        run_to_block(5);
        let children = [(ALL / 2, 24), (7, 23)];
        assert_ok!(set(2, 22, netuid, &children));
        run_to_block(20);
        assert_eq!(LastEpochBlock::<Test>::get(netuid), 20);
        assert!(is_pending(22, netuid), "the cooldown ends at block 20");
        run_to_block(29);
        assert!(is_pending(22, netuid));
        run_to_block(30);
        assert!(!is_pending(22, netuid));
        assert_eq!(children_of(22, netuid), list(&[(7, 23), (ALL / 2, 24)]));
        assert_eq!(parents_of(24, netuid), list(&[(ALL / 2, 22)]));
        System::assert_has_event(Event::SetChildren(account(22), netuid, list(&children)).into());

        // Taking all back waits as well.
        run_to_block(160);
        assert_ok!(set(2, 22, netuid, &[]));
        run_to_block(170);
        assert_eq!(children_of(22, netuid).len(), 2);
        run_to_block(180);
        assert!(children_of(22, netuid).is_empty());
        assert!(parents_of(24, netuid).is_empty());
    });
}

#[test]
fn what_has_become_impossible_is_dropped() {
    test(|netuid| {
        // Both may name the other as long as neither has it.
        assert_ok!(set(2, 22, netuid, &[(ALL, 23)]));
        assert_ok!(set(3, 23, netuid, &[(ALL, 22)]));
        run_to_block(20);
        assert_eq!(waiting(netuid), 0);
        let kept: usize = [22, 23]
            .map(|hotkey| children_of(hotkey, netuid).len())
            .iter()
            .sum();
        assert_eq!(kept, 1);
        check();

        // Nor is there room at a child that was taken meanwhile.
        run_to_block(200);
        own(4, 34);
        assert_ok!(set(4, 34, netuid, &[(ALL, 50)]));
        crowd(50, netuid);
        run_to_block(220);
        assert!(!is_pending(34, netuid));
        assert!(children_of(34, netuid).is_empty());
    });
}

#[test]
fn without_a_token_nothing_waits() {
    test(|netuid| {
        PendingChildKeyCooldown::<Test>::put(1_000);
        assert_ok!(set(2, 22, netuid, &[(ALL, 23)]));
        SubtokenEnabled::<Test>::insert(netuid, false);
        run_to_block(9);
        assert!(is_pending(22, netuid));
        run_to_block(10);
        assert_eq!(children_of(22, netuid), list(&[(ALL, 23)]));
    });
}

#[test]
fn a_later_naming_takes_the_place_of_one_that_waits() {
    test(|netuid| {
        PendingChildKeyCooldown::<Test>::put(1_000);
        assert_ok!(set(2, 22, netuid, &[(ALL, 23)]));
        System::set_block_number(200);
        assert_ok!(set(2, 22, netuid, &[(ALL, 24)]));
        assert_eq!(
            PendingChildKeys::<Test>::get(netuid, account(22)),
            (list(&[(ALL, 24)]), 1_200)
        );
        assert_eq!(PendingChildKeysOf::<Test>::get(account(22)), [netuid]);
    });
}

#[test]
fn a_block_applies_no_more_than_it_has_time_for() {
    test(|netuid| {
        let count = 300;
        queue(count, netuid, 4);
        run_to_block(10);
        let left = waiting(netuid);
        let most = READS_PER_BLOCK as usize / 42 + 1;
        assert_eq!(left, count as usize - most);
        assert!(PendingChildKeysCursor::<Test>::contains_key(netuid));
        // Every block goes on, not only those with an epoch.
        run_to_block(13);
        assert_eq!(waiting(netuid), 0);
        assert!(!PendingChildKeysCursor::<Test>::contains_key(netuid));
        assert_eq!(ChildKeys::<Test>::iter().count(), count as usize);
    });
}

#[test]
fn those_who_wait_for_long_do_not_keep_up_those_who_are_due() {
    test(|netuid| {
        queue(3_000, netuid, 1_000_000);
        assert_ok!(set(2, 22, netuid, &[(ALL, 23)]));
        run_to_block(22);
        assert_eq!(children_of(22, netuid), list(&[(ALL, 23)]));
        assert_eq!(waiting(netuid), 3_000);
        assert_eq!(PendingChildKeysCursor::<Test>::iter().count(), 0);
    });
}

#[test]
fn subnets_share_the_time_of_a_block() {
    test(|netuid| {
        let other = start_subnet(3, 33);
        for at in [netuid, other] {
            queue(200, at, 4);
        }
        let whole = Children::<Test>::apply_due_children(&[netuid, other], 10);
        assert!(whole.ref_time() > 0, "the work is accounted for");
        assert_eq!(waiting(netuid), waiting(other));
        while PendingChildKeysCursor::<Test>::iter().count() > 0 {
            Children::<Test>::apply_due_children(&[], 11);
        }
        assert_eq!(waiting(netuid) + waiting(other), 0);
    });
}

#[test]
fn root_sets_the_cooldown() {
    new_test_ext().execute_with(|| {
        use sp_runtime::DispatchError::BadOrigin;
        assert_eq!(PendingChildKeyCooldown::<Test>::get(), 15);
        frame_support::assert_noop!(
            SubtensorModule::set_pending_childkey_cooldown(signed(1), 7),
            BadOrigin
        );
        assert_ok!(SubtensorModule::set_pending_childkey_cooldown(
            RuntimeOrigin::root(),
            7
        ));
        assert_eq!(PendingChildKeyCooldown::<Test>::get(), 7);
    });
}
