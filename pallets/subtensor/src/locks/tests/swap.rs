//! Locks when keys give their places to others (spec 50 §13.3, §13.4 step 8).

use super::*;
use crate::domain::{Domain, HotkeySwap};

fn swap_hotkey(netuid: NetUid, coldkey: u64, old: u64, new: u64) {
    let (coldkey, old, new) = (account(coldkey), account(old), account(new));
    let swap = HotkeySwap {
        coldkey: &coldkey,
        old: &old,
        new: &new,
        keep_stake: true,
        is_everywhere: false,
        stakers: Default::default(),
    };
    Locks::<Test>::swap_hotkey(netuid, &swap);
}

fn can_swap_coldkey(old: u64, new: u64) -> sp_runtime::DispatchResult {
    Locks::<Test>::check_coldkey_swap(&account(old), &account(new))
}

/// Gives all stake on a subnet to another coldkey, as a swap does, and then the locks.
fn swap_coldkey(netuid: NetUid, old: u64, new: u64) {
    can_swap_coldkey(old, new).unwrap();
    for hotkey in Shares::<Test>::positions(netuid, &account(old)) {
        let amount = Shares::<Test>::stake_of(&hotkey, &account(old), netuid);
        Shares::<Test>::decrease_stake(&hotkey, &account(old), netuid, amount).unwrap();
        Shares::<Test>::increase_stake(&hotkey, &account(new), netuid, amount);
    }
    Locks::<Test>::swap_coldkey(&account(old), &account(new));
}

/// Two coldkeys have locked for hotkey 12, one for 22, of both kinds.
fn three_locks(netuid: NetUid) {
    for (coldkey, hotkey, perpetual) in [(1, 12, true), (3, 12, false), (4, 22, true)] {
        give(coldkey, 13, netuid, 10 * E9);
        set_perpetual(coldkey, netuid, perpetual);
        lock_stake(coldkey, hotkey, netuid, 4 * E9);
    }
    wait(648_000);
}

#[test]
fn locks_follow_a_hotkey_and_join_those_of_the_other() {
    test(|netuid| {
        three_locks(netuid);
        let before: Vec<_> = [1, 3, 4].map(|coldkey| lock_of(coldkey, netuid)).into();
        let both = conviction(12, netuid) + conviction(22, netuid);
        swap_hotkey(netuid, 2, 12, 22);
        let after: Vec<_> = [1, 3, 4].map(|coldkey| lock_of(coldkey, netuid)).into();
        assert_eq!(before, after);
        for coldkey in [1, 3, 4] {
            let hotkey = LockHotkey::<Test>::get(netuid, account(coldkey));
            assert_eq!(hotkey, Some(account(22)));
        }
        assert!(!LocksOnHotkey::<Test>::contains_key(netuid, account(12)));
        assert_eq!(LocksOnHotkey::<Test>::get(netuid, account(22)).count(), 3);
        assert_eq!(conviction(12, netuid), 0);
        assert!(conviction(22, netuid).abs_diff(both) <= 2);
        assert_eq!(LockLeaders::<Test>::get(netuid).into_inner(), [account(22)]);
    });
}

#[test]
fn locks_on_the_owners_hotkey_go_along_in_either_order() {
    for owner_first in [true, false] {
        test(|netuid| {
            SubtensorModule::try_associate_hotkey(signed(1), account(21)).unwrap();
            for (coldkey, hotkey) in [(2, 11), (3, 21), (4, 11)] {
                give(coldkey, 12, netuid, 10 * E9);
                lock_stake(coldkey, hotkey, netuid, 4 * E9);
            }
            set_perpetual(4, netuid, true);
            wait(100_000);
            if owner_first {
                Subnets::<Test>::put_owner_hotkey(netuid, account(21));
            }
            swap_hotkey(netuid, 1, 11, 21);
            if !owner_first {
                Subnets::<Test>::put_owner_hotkey(netuid, account(21));
            }
            check();
            let (mass, conviction) = lock_of(3, netuid).unwrap();
            assert_eq!(mass, conviction);
            let decaying = sum_of(DecayingOwnerLock::<Test>::get(netuid)).unwrap();
            assert!(decaying.0 == decaying.1 && decaying.0.abs_diff(2 * mass) <= 2);
            assert_eq!(
                sum_of(OwnerLock::<Test>::get(netuid)),
                Some((4 * E9, 4 * E9))
            );
            assert_eq!(DecayingHotkeyLock::<Test>::iter().count(), 0);
        });
    }
}

#[test]
fn a_crowd_of_locks_follows_in_the_next_blocks() {
    test(|netuid| {
        for number in 1_000..1_100 {
            give(number, 12, netuid, 200);
            lock_stake(number, 13, netuid, 200);
        }
        swap_hotkey(netuid, 3, 13, 23);
        let counts =
            || [13, 23].map(|hotkey| LocksOnHotkey::<Test>::get(netuid, account(hotkey)).count());
        assert_eq!(counts(), [92, 8]);
        check();
        // Who comes later does not follow.
        give(5, 12, netuid, 1_000);
        lock_stake(5, 13, netuid, 1_000);
        for left in [61, 29, 1, 1] {
            next_block();
            assert_eq!(counts(), [left, 101 - left]);
        }
        assert_eq!(LockMoves::<Test>::iter().count(), 0);
        // And back again.
        swap_hotkey(netuid, 3, 23, 13);
        assert_eq!(counts(), [9, 92]);
        swap_hotkey(netuid, 3, 13, 23);
        assert_eq!(LockMoves::<Test>::iter().count(), 1);
        assert_eq!(
            LockMoves::<Test>::get(netuid, account(13)),
            Some((account(23), 1))
        );
        for _ in 0..3 {
            next_block();
        }
        assert_eq!(counts(), [0, 101]);
    });
}

#[test]
fn locks_follow_a_coldkey_with_what_it_said() {
    test(|netuid| {
        let other = start_subnet(4, 14);
        three_locks(netuid);
        set_perpetual(1, other, true);
        SubtensorModule::set_reject_locked_alpha(signed(1), false).unwrap();
        set_perpetual(7, netuid, false);
        let before = lock_of(1, netuid);
        swap_coldkey(netuid, 1, 7);
        assert_eq!(lock_of(7, netuid), before);
        assert_eq!(lock_of(1, netuid), None);
        assert_eq!(AccountFlags::<Test>::get(account(7)), 1);
        assert!(!AccountFlags::<Test>::contains_key(account(1)));
        for netuid in [netuid, other] {
            assert_eq!(DecayingLock::<Test>::get(account(7), netuid), Some(false));
            assert_eq!(DecayingLock::<Test>::get(account(1), netuid), None);
        }
        check();
        // A decaying one stays so, whatever its new coldkey had said.
        set_perpetual(8, netuid, true);
        let before = lock_of(3, netuid);
        swap_coldkey(netuid, 3, 8);
        assert_eq!(lock_of(8, netuid), before);
        assert_eq!(DecayingLock::<Test>::get(account(8), netuid), None);
        assert_eq!(AccountFlags::<Test>::get(account(8)), 0);
    });
}

#[test]
fn a_coldkey_with_a_lock_takes_over_none() {
    test(|netuid| {
        three_locks(netuid);
        assert_noop!(can_swap_coldkey(1, 3), Error::<Test>::ActiveLockExists);
        assert_ok!(can_swap_coldkey(1, 7));
        // Dust is no lock.
        wait(20 * 934_866);
        assert_eq!(lock_of(3, netuid), Some((0, 0)));
        assert_ok!(can_swap_coldkey(1, 3));
        let before = lock_of(1, netuid);
        swap_coldkey(netuid, 1, 3);
        assert_eq!(lock_of(3, netuid), before);
    });
}
