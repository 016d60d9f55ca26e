//! The calls: their errors in order, and what they do (spec 50 §11.5).

use super::*;
use crate::{Collateral, Views, shares::MAX_POSITIONS_FOR_LOCKS};

fn lock(coldkey: u64, hotkey: u64, netuid: NetUid, amount: u64) -> sp_runtime::DispatchResult {
    SubtensorModule::lock_stake(signed(coldkey), account(hotkey), netuid, alpha(amount))
}

fn move_lock(coldkey: u64, hotkey: u64, netuid: NetUid) -> sp_runtime::DispatchResult {
    SubtensorModule::move_lock(signed(coldkey), account(hotkey), netuid)
}

#[test]
fn the_errors_of_a_lock_come_in_order() {
    test(|netuid| {
        let nowhere = NetUid::new(99);
        assert_noop!(
            SubtensorModule::lock_stake(RuntimeOrigin::root(), account(12), netuid, alpha(1)),
            sp_runtime::DispatchError::BadOrigin
        );
        assert_noop!(lock(2, 99, nowhere, 0), Error::<Test>::AmountTooLow);
        assert_noop!(lock(2, 99, nowhere, 1), Error::<Test>::SubnetNotExists);
        assert_noop!(
            lock(2, 99, netuid, 1),
            Error::<Test>::HotKeyAccountNotExists
        );
        give(2, 12, netuid, 1_000);
        assert_ok!(lock(2, 13, netuid, 500));
        assert_noop!(lock(2, 12, netuid, 501), Error::<Test>::LockHotkeyMismatch);
        assert_noop!(
            lock(2, 13, netuid, 501),
            Error::<Test>::InsufficientStakeForLock
        );
        assert_noop!(
            lock(2, 13, netuid, u64::MAX),
            Error::<Test>::InsufficientStakeForLock
        );
        assert_ok!(lock(2, 13, netuid, 500));
        assert_eq!(lock_of(2, netuid), Some((1_000, 0)));
        let event = Event::StakeLocked {
            coldkey: account(2),
            hotkey: account(13),
            netuid,
            amount: alpha(500),
        };
        System::assert_last_event(event.into());
    });
}

#[test]
fn a_lock_decays_and_earns_conviction_for_its_hotkey() {
    test(|netuid| {
        give(2, 12, netuid, 10 * E9);
        assert_ok!(lock(2, 13, netuid, E9));
        wait(648_000);
        assert_eq!(lock_of(2, netuid), Some((499_999_856, 346_573_634)));
        assert_eq!(conviction(13, netuid), 346_573_634);
        // What it adds to is what is left.
        assert_ok!(lock(2, 13, netuid, E9));
        assert_eq!(lock_of(2, netuid), Some((1_499_999_856, 346_573_634)));
        assert_eq!(
            sum_of(DecayingHotkeyLock::<Test>::get(netuid, account(13))),
            lock_of(2, netuid)
        );
        assert_eq!(HotkeyLock::<Test>::get(netuid, account(13)), None);
    });
}

#[test]
fn a_lock_of_dust_vanishes_at_once() {
    test(|netuid| {
        give(2, 12, netuid, E9);
        assert_ok!(lock(2, 13, netuid, 99));
        assert_eq!(lock_of(2, netuid), None);
        assert_eq!(LocksOnHotkey::<Test>::iter().count(), 0);
        assert_ok!(lock(2, 13, netuid, 100));
        assert_eq!(lock_of(2, netuid), Some((100, 0)));
        // What became dust does not bind the coldkey to its hotkey.
        wait(12 * 934_866);
        assert_eq!(lock_of(2, netuid), Some((0, 0)));
        assert_noop!(move_lock(2, 12, netuid), Error::<Test>::NoExistingLock);
        assert_ok!(lock(2, 12, netuid, 1_000));
        assert_eq!(lock_of(2, netuid), Some((1_000, 0)));
        assert_eq!(DecayingHotkeyLock::<Test>::iter().count(), 1);
        assert_eq!(LockLeaders::<Test>::get(netuid).into_inner(), [account(12)]);
    });
}

#[test]
fn a_lock_on_the_owners_hotkey_counts_at_once() {
    test(|netuid| {
        give(2, 12, netuid, E9);
        assert_ok!(lock(2, 11, netuid, 5_000));
        assert_eq!(lock_of(2, netuid), Some((5_000, 5_000)));
        assert_eq!(
            sum_of(DecayingOwnerLock::<Test>::get(netuid)),
            Some((5_000, 5_000))
        );
        set_perpetual(2, netuid, true);
        assert_eq!(DecayingOwnerLock::<Test>::get(netuid), None);
        assert_eq!(sum_of(OwnerLock::<Test>::get(netuid)), Some((5_000, 5_000)));
        assert_eq!(conviction(11, netuid), 5_000);
    });
}

#[test]
fn one_alpha_secures_no_two_promises() {
    test(|netuid| {
        give(2, 12, netuid, 1_000);
        let key = (netuid, account(12), account(2));
        let row = crate::MinerCollateralState {
            locked: alpha(400),
            drain_ratio: U64F64::ONE,
            min_locked: alpha(0),
            earned: alpha(0),
        };
        MinerCollateral::<Test>::insert(key, row);
        ColdkeyMinerCollateral::<Test>::insert(netuid, account(2), alpha(400));
        ColdkeyCollateralHotkeys::<Test>::try_append(netuid, account(2), account(12)).unwrap();
        assert_eq!(
            Collateral::<Test>::locked_by(netuid, &account(2)),
            alpha(400)
        );
        assert_noop!(
            lock(2, 12, netuid, 601),
            Error::<Test>::InsufficientStakeForLock
        );
        assert_ok!(lock(2, 12, netuid, 600));
    });
}

#[test]
fn stake_on_the_first_hotkeys_of_the_list_counts() {
    test(|netuid| {
        let most = MAX_POSITIONS_FOR_LOCKS as u64;
        for hotkey in 0..most + 2 {
            give(2, 100 + hotkey, netuid, 1_000);
        }
        assert_noop!(
            lock(2, 12, netuid, most * 1_000 + 1),
            Error::<Test>::InsufficientStakeForLock
        );
        assert_ok!(lock(2, 12, netuid, most * 1_000));
        let available = |hotkey: u64| {
            Shares::<Test>::available(&account(100 + hotkey), &account(2), netuid).to_u64()
        };
        // Beside the one that is asked for, so that what is not needed is free.
        assert_eq!(available(most), 1_000);
        assert_eq!(available(0), 1_000);
        let shown = Views::<Test>::get_stake_availability_for_coldkeys(
            vec![account(2)],
            Some(vec![netuid]),
        );
        assert_eq!(shown[&account(2)][&netuid].locked.0, alpha(most * 1_000));
    });
}

#[test]
fn a_lock_holds_stake_on_every_hotkey() {
    test(|netuid| {
        give(2, 12, netuid, 10 * E9);
        give(2, 22, netuid, 10 * E9);
        assert_ok!(lock(2, 12, netuid, 15 * E9));
        set_perpetual(2, netuid, true);
        let sell = |hotkey, amount| {
            SubtensorModule::remove_stake(signed(2), account(hotkey), netuid, alpha(amount))
        };
        assert_noop!(sell(12, 5 * E9 + 1), Error::<Test>::StakeUnavailable);
        assert_noop!(sell(22, 5 * E9 + 1), Error::<Test>::StakeUnavailable);
        assert_ok!(sell(22, 5 * E9));
        assert_noop!(sell(12, E9), Error::<Test>::StakeUnavailable);
        set_perpetual(2, netuid, false);
        wait(648_000);
        assert_ok!(sell(12, 7 * E9));
        assert_noop!(sell(12, E9), Error::<Test>::StakeUnavailable);
        // Stake on another subnet does not help.
        assert_eq!(lock_of(2, NetUid::ROOT), None);
    });
}

/// The published vectors: two of 5 000 on one hotkey with a conviction of 1 000 each.
fn two_locks(netuid: NetUid, origin: u64) {
    for coldkey in [3, 4] {
        give(coldkey, 12, netuid, 5_000);
        set_perpetual(coldkey, netuid, true);
        lock_stake(coldkey, origin, netuid, 5_000);
    }
    let mut sum = LockState {
        locked_mass: alpha(5_000),
        conviction: U64F64::from_num(1_000),
        last_update: System::block_number(),
    };
    for coldkey in [3, 4] {
        Lock::<Test>::insert((account(coldkey), netuid, account(origin)), sum);
    }
    sum.locked_mass = alpha(10_000);
    sum.conviction = U64F64::from_num(2_000);
    HotkeyLock::<Test>::insert(netuid, account(origin), sum);
    check();
}

#[test]
fn a_lock_moves_with_its_share_of_the_sum() {
    for (destination, conviction) in [(13, 0), (22, 1_000)] {
        test(|netuid| {
            two_locks(netuid, 12);
            assert_ok!(move_lock(3, destination, netuid));
            assert_eq!(lock_of(3, netuid), Some((5_000, conviction)));
            assert_eq!(lock_of(4, netuid), Some((5_000, 1_000)));
            let sum = |hotkey| sum_of(HotkeyLock::<Test>::get(netuid, account(hotkey)));
            assert_eq!(sum(12), Some((5_000, 1_000)));
            assert_eq!(sum(destination), Some((5_000, conviction)));
            let event = Event::LockMoved {
                coldkey: account(3),
                origin_hotkey: account(12),
                destination_hotkey: account(destination),
                netuid,
            };
            System::assert_last_event(event.into());
        });
    }
}

#[test]
fn the_errors_of_a_move_come_in_order() {
    test(|netuid| {
        assert_noop!(
            move_lock(2, 99, netuid),
            Error::<Test>::HotKeyAccountNotExists
        );
        assert_noop!(move_lock(2, 13, netuid), Error::<Test>::NoExistingLock);
        give(2, 12, netuid, 5_000);
        assert_ok!(lock(2, 12, netuid, 5_000));
        assert_noop!(
            move_lock(2, 13, NetUid::new(99)),
            Error::<Test>::NoExistingLock
        );
        // To the owner's hotkey, and back.
        assert_ok!(move_lock(2, 11, netuid));
        assert_eq!(lock_of(2, netuid), Some((5_000, 5_000)));
        assert_ok!(move_lock(2, 12, netuid));
        assert_eq!(lock_of(2, netuid), Some((5_000, 0)));
        assert_eq!(DecayingOwnerLock::<Test>::get(netuid), None);
    });
}

#[test]
fn a_lock_changes_its_kind() {
    test(|netuid| {
        assert_noop!(
            SubtensorModule::set_perpetual_lock(signed(2), NetUid::new(99), true),
            Error::<Test>::SubnetNotExists
        );
        // Also before there is one.
        set_perpetual(2, netuid, true);
        give(2, 12, netuid, 5_000);
        assert_ok!(lock(2, 12, netuid, 5_000));
        wait(934_866);
        assert_eq!(lock_of(2, netuid), Some((5_000, 3_160)));
        for (enabled, stored) in [(true, Some(false)), (false, None), (false, None)] {
            set_perpetual(2, netuid, enabled);
            let event = Event::PerpetualLockUpdated {
                coldkey: account(2),
                netuid,
                enabled,
            };
            System::assert_last_event(event.into());
            assert_eq!(DecayingLock::<Test>::get(account(2), netuid), stored);
            assert_eq!(lock_of(2, netuid), Some((5_000, 3_160)));
        }
        assert_eq!(HotkeyLock::<Test>::get(netuid, account(12)), None);
        wait(934_866);
        assert_eq!(lock_of(2, netuid).unwrap().0, 1_839);
    });
}

#[test]
fn a_coldkey_says_whether_it_takes_locked_alpha() {
    test(|_| {
        for (enabled, flags) in [(false, 1), (false, 1), (true, 0), (true, 0)] {
            assert_ok!(SubtensorModule::set_reject_locked_alpha(signed(2), enabled));
            let event = Event::RejectLockedAlphaUpdated {
                coldkey: account(2),
                enabled,
            };
            System::assert_last_event(event.into());
            assert_eq!(AccountFlags::<Test>::get(account(2)), flags);
            assert_eq!(AccountFlags::<Test>::contains_key(account(2)), flags != 0);
        }
        // Other flags stay.
        AccountFlags::<Test>::insert(account(2), 6);
        assert_ok!(SubtensorModule::set_reject_locked_alpha(signed(2), false));
        assert_eq!(AccountFlags::<Test>::get(account(2)), 7);
    });
}

#[test]
fn locks_of_others_neither_stop_nor_lose_anything() {
    test(|netuid| {
        for coldkey in [2, 3] {
            give(coldkey, 12, netuid, 10 * E9);
        }
        assert_ok!(lock(2, 13, netuid, E9));
        assert_ok!(lock(3, 13, netuid, E9));
        // One of them is written often.
        for _ in 0..10 {
            wait(64_800);
            assert_ok!(lock(3, 13, netuid, 1));
        }
        let (mass, earned) = lock_of(2, netuid).unwrap();
        assert_eq!((mass, earned), (499_999_856, 346_573_634));
        let both = lock_of(3, netuid).unwrap();
        let sum = sum_of(DecayingHotkeyLock::<Test>::get(netuid, account(13))).unwrap();
        assert!(sum.0.abs_diff(mass + both.0) <= 13);
        assert!(sum.1.abs_diff(earned + both.1) <= 13);
    });
}
