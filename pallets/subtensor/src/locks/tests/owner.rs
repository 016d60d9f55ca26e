//! The owner's hotkey, and subnets that are won (spec 50 §11.8, 90 §25).

use super::*;
use crate::locks::owner::YEAR;

fn owner_of(netuid: NetUid) -> (AccountId, AccountId) {
    Subnets::<Test>::owner_keys(netuid).unwrap()
}

fn hand_over(netuid: NetUid) {
    Locks::<Test>::hand_over_if_won(netuid);
}

/// All alpha of holders.
fn held(netuid: NetUid) -> u64 {
    Ledger::<Test>::alpha_of_holders(netuid).to_u64()
}

/// Coldkey 2 has locked `amount` of 1 000 alpha for hotkey 13, whose conviction is as much.
fn challenge(amount: u64, run: impl FnOnce(NetUid)) {
    test(|netuid| {
        give(2, 12, netuid, 1_000 * E9);
        if held(netuid) > 1_000 * E9 {
            let rest = held(netuid) - 1_000 * E9;
            Ledger::<Test>::recycle_subnet_alpha(netuid, alpha(rest));
        }
        set_perpetual(2, netuid, true);
        lock_stake(2, 13, netuid, amount);
        convince(netuid, amount);
        NetworkRegisteredAt::<Test>::insert(netuid, 0);
        System::set_block_number(YEAR);
        run(netuid);
    });
}

/// Lets the lock of coldkey 2 have a conviction that stays, as it is the mass.
fn convince(netuid: NetUid, amount: u64) {
    let state = LockState {
        locked_mass: alpha(amount),
        conviction: U64F64::from_num(amount),
        last_update: System::block_number(),
    };
    Lock::<Test>::insert((account(2), netuid, account(13)), state);
    HotkeyLock::<Test>::insert(netuid, account(13), state);
}

#[test]
fn more_than_eighteen_percent_win_a_subnet() {
    // Whoever holds so much, and no less.
    for (amount, wins) in [(180 * E9 - 1_000, false), (180 * E9 + 1_000, true)] {
        challenge(amount, |netuid| {
            assert_eq!(held(netuid), 1_000 * E9);
            hand_over(netuid);
            let expected = if wins { (3, 13) } else { (1, 11) };
            assert_eq!(owner_of(netuid), (account(expected.0), account(expected.1)));
            assert_eq!(Neurons::<Test>::is_registered(netuid, &account(13)), wins);
            let event = Event::SubnetOwnerChanged {
                netuid,
                old_coldkey: account(1),
                new_coldkey: account(3),
            };
            let said = System::events()
                .iter()
                .any(|record| record.event == event.clone().into());
            assert_eq!(said, wins);
        });
    }
}

#[test]
fn alpha_of_the_chain_and_burned_alpha_do_not_count() {
    challenge(170 * E9, |netuid| {
        hand_over(netuid);
        assert_eq!(owner_of(netuid).0, account(1));
        // 945 are left, of which 18 % are 170.1; then 940.
        for burned in [55, 5] {
            assert_eq!(owner_of(netuid).0, account(1));
            let amount = alpha(burned * E9);
            Shares::<Test>::decrease_stake(&account(12), &account(2), netuid, amount).unwrap();
            Ledger::<Test>::burn_subnet_alpha(netuid, amount);
            hand_over(netuid);
        }
        assert_eq!(owner_of(netuid).0, account(3));
    });
}

#[test]
fn nothing_happens_before_a_year_is_over_nor_without_alpha() {
    challenge(500 * E9, |netuid| {
        System::set_block_number(YEAR - 1);
        hand_over(netuid);
        assert_eq!(owner_of(netuid).0, account(1));
        System::set_block_number(YEAR);
        let out = SubnetAlphaOut::<Test>::take(netuid);
        hand_over(netuid);
        assert_eq!(owner_of(netuid).0, account(1));
        SubnetAlphaOut::<Test>::insert(netuid, out);
        hand_over(netuid);
        assert_eq!(owner_of(netuid).0, account(3));
    });
}

#[test]
fn the_owner_defends_the_subnet_with_locks_of_its_own() {
    challenge(300 * E9, |netuid| {
        // They count at once.
        give(4, 14, netuid, 301 * E9);
        lock_stake(4, 11, netuid, 301 * E9);
        hand_over(netuid);
        assert_eq!(owner_of(netuid).0, account(1));
        // Elsewhere they begin anew.
        SubtensorModule::move_lock(signed(4), account(12), netuid).unwrap();
        hand_over(netuid);
        assert_eq!(owner_of(netuid), (account(3), account(13)));
    });
}

#[test]
fn another_hotkey_of_the_owner_is_no_reason() {
    challenge(300 * E9, |netuid| {
        Subnets::<Test>::hand_over(netuid, account(3), account(23));
        hand_over(netuid);
        assert_eq!(owner_of(netuid), (account(3), account(23)));
    });
}

#[test]
fn without_a_uid_there_is_no_takeover() {
    challenge(300 * E9, |netuid| {
        MaxAllowedUids::<Test>::insert(netuid, 1);
        hand_over(netuid);
        assert_eq!(owner_of(netuid).0, account(1));
        MaxAllowedUids::<Test>::insert(netuid, 2);
        hand_over(netuid);
        assert_eq!(owner_of(netuid).0, account(3));
    });
}

#[test]
fn an_epoch_hands_the_subnet_over() {
    challenge(900 * E9, |netuid| {
        Tempo::<Test>::insert(netuid, 1);
        LastEpochBlock::<Test>::insert(netuid, YEAR);
        run_to_block(YEAR + 3);
        assert_eq!(owner_of(netuid), (account(3), account(13)));
    });
}

#[test]
fn locks_follow_the_owners_hotkey() {
    challenge(300 * E9, |netuid| {
        give(4, 14, netuid, 100 * E9);
        lock_stake(4, 11, netuid, 100 * E9);
        assert_eq!(lock_of(4, netuid), Some((100 * E9, 100 * E9)));
        hand_over(netuid);
        assert_eq!(owner_of(netuid).0, account(3));
        // The locks on the old one's hotkey keep the conviction they had, without being written.
        assert_eq!(lock_of(4, netuid), Some((100 * E9, 100 * E9)));
        assert_eq!(
            sum_of(DecayingHotkeyLock::<Test>::get(netuid, account(11))),
            Some((100 * E9, 100 * E9))
        );
        assert_eq!(DecayingOwnerLock::<Test>::get(netuid), None);
        assert_eq!(
            sum_of(OwnerLock::<Test>::get(netuid)),
            Some((300 * E9, 300 * E9))
        );
        assert_eq!(HotkeyLock::<Test>::get(netuid, account(13)), None);
        check();
        wait(648_000);
        let (mass, conviction) = lock_of(4, netuid).unwrap();
        assert!(mass < 51 * E9 && conviction > 84 * E9 && conviction < 85 * E9);
        check();
        // What is locked for it now begins at nothing.
        give(4, 14, netuid, E9);
        lock_stake(4, 11, netuid, E9);
        assert!(lock_of(4, netuid).unwrap().1 <= conviction);
        check();
    });
}

#[test]
fn an_owner_may_change_the_hotkey_back_and_forth() {
    test(|netuid| {
        SubtensorModule::try_associate_hotkey(signed(1), account(21)).unwrap();
        for (coldkey, hotkey) in [(2, 11), (3, 21), (4, 11)] {
            give(coldkey, 12, netuid, 10 * E9);
            lock_stake(coldkey, hotkey, netuid, 4 * E9);
        }
        set_perpetual(3, netuid, true);
        for hotkey in [21, 11, 21, 21, 11] {
            wait(100_000);
            Subnets::<Test>::put_owner_hotkey(netuid, account(hotkey));
            check();
            lock_stake(4, 11, netuid, 1_000_000);
            check();
            // In the same block too.
            Subnets::<Test>::put_owner_hotkey(netuid, account(32 - hotkey));
            lock_stake(2, 11, netuid, 1_000_000);
            check();
        }
    });
}

#[test]
fn the_owners_cut_is_locked_where_the_subnet_asks_for_it() {
    test(|netuid| {
        let cut = |amount| {
            give(1, 11, netuid, amount);
            Locks::<Test>::lock_owner_cut(netuid, &account(1), &account(11), alpha(amount));
        };
        cut(5_000);
        assert_eq!(lock_of(1, netuid), Some((5_000, 5_000)));
        cut(0);
        assert_eq!(lock_of(1, netuid), Some((5_000, 5_000)));
        // For the hotkey of the lock that there is.
        assert_ok!(SubtensorModule::move_lock(signed(1), account(13), netuid));
        cut(3_000);
        assert_eq!(lock_of(1, netuid), Some((8_000, 0)));
        assert_eq!(
            LockHotkey::<Test>::get(netuid, account(1)),
            Some(account(13))
        );
    });
}

#[test]
fn those_who_could_win_are_kept_in_mind() {
    test(|netuid| {
        let most = u64::from(MAX_LOCK_LEADERS);
        let numbers = 1_000..1_000 + most + 1;
        for number in numbers.clone() {
            SubtensorModule::try_associate_hotkey(signed(number), account(number)).unwrap();
            give(number, number, netuid, number);
        }
        for number in numbers.clone().rev() {
            lock_stake(number, number, netuid, number);
        }
        let leads = |number: u64| LockLeaders::<Test>::get(netuid).contains(&account(number));
        // The least is no longer among them, until it has more.
        assert!(!leads(1_000) && numbers.clone().skip(1).all(leads));
        give(1_000, 1_000, netuid, 5_000);
        lock_stake(1_000, 1_000, netuid, 5_000);
        assert!(leads(1_000) && !leads(1_001) && leads(1_002));
        // Whoever has no lock any more makes room.
        unlock(1_002, netuid);
        assert!(!leads(1_002));
        give(1_001, 1_001, netuid, 1);
        lock_stake(1_001, 1_001, netuid, 1);
        assert!(leads(1_001));
    });
}
