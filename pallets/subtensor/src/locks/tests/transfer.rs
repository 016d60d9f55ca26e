//! Locked stake that is given away within its subnet, and stake lost to rounding (spec 50 §11.7).

use super::*;

fn give_away(netuid: NetUid, from: u64, to: u64, hotkey: u64, amount: u64) -> DispatchOutcome {
    SubtensorModule::transfer_stake(
        signed(from),
        account(to),
        account(hotkey),
        netuid,
        netuid,
        alpha(amount),
    )
}

type DispatchOutcome = frame_support::dispatch::DispatchResultWithPostInfo;

fn accept(coldkey: u64) {
    SubtensorModule::set_reject_locked_alpha(signed(coldkey), false).unwrap();
}

/// Coldkey 2 has 10 alpha, of which it has locked 6 for hotkey 13, with a conviction of 3.
fn locked(run: impl FnOnce(NetUid)) {
    test(|netuid| {
        give(2, 12, netuid, 10 * E9);
        set_perpetual(2, netuid, true);
        lock_stake(2, 13, netuid, 6 * E9);
        wait(648_000);
        assert_eq!(lock_of(2, netuid).unwrap().0, 6 * E9);
        run(netuid);
    });
}

/// The lock of a coldkey, but for what rounding of shares takes.
fn assert_lock(netuid: NetUid, coldkey: u64, mass: u64, conviction: u64) {
    let lock = lock_of(coldkey, netuid).unwrap();
    let is_close = lock.0.abs_diff(mass) <= 4 && lock.1.abs_diff(conviction) <= 4;
    assert!(is_close, "{lock:?} is not {mass} and {conviction}");
}

#[test]
fn what_is_free_goes_first() {
    locked(|netuid| {
        assert_ok!(give_away(netuid, 2, 3, 12, 4 * E9));
        assert_lock(netuid, 2, 6 * E9, 3_000_000_860);
        assert_eq!(lock_of(3, netuid), None);
        assert_noop!(
            give_away(netuid, 2, 3, 12, E9),
            Error::<Test>::AccountRejectsLockedAlpha
        );
        accept(3);
        assert_ok!(give_away(netuid, 2, 3, 12, 2 * E9));
        // A third of the lock, with a third of its conviction.
        assert_lock(netuid, 2, 4 * E9, 2_000_000_573);
        assert_lock(netuid, 3, 2 * E9, 1_000_000_286);
        assert_eq!(
            LockHotkey::<Test>::get(netuid, account(3)),
            Some(account(13))
        );
        // The receiver's decays, as it said nothing else.
        assert_eq!(
            sum_of(DecayingHotkeyLock::<Test>::get(netuid, account(13))),
            lock_of(3, netuid)
        );
        assert_ok!(give_away(netuid, 2, 3, 12, u64::MAX));
        assert_eq!(lock_of(2, netuid), None);
        assert_lock(netuid, 3, 6 * E9, 3_000_000_860);
        assert_eq!(HotkeyLock::<Test>::get(netuid, account(13)), None);
    });
}

#[test]
fn a_lock_for_another_hotkey_is_in_the_way() {
    locked(|netuid| {
        accept(3);
        give(3, 14, netuid, E9);
        lock_stake(3, 14, netuid, E9);
        assert_noop!(
            give_away(netuid, 2, 3, 12, 5 * E9),
            Error::<Test>::LockHotkeyMismatch
        );
        // Not for what is free.
        assert_ok!(give_away(netuid, 2, 3, 12, 4 * E9));
        assert_ok!(SubtensorModule::move_lock(signed(3), account(13), netuid));
        assert_ok!(give_away(netuid, 2, 3, 12, E9));
        assert_lock(netuid, 3, 2 * E9, 500_000_143);
    });
}

#[test]
fn locked_stake_does_not_leave_the_subnet() {
    locked(|netuid| {
        accept(3);
        let other = start_subnet(4, 14);
        for to in [NetUid::ROOT, other] {
            assert_noop!(
                SubtensorModule::transfer_stake(
                    signed(2),
                    account(3),
                    account(12),
                    netuid,
                    to,
                    alpha(4 * E9 + 1)
                ),
                Error::<Test>::StakeUnavailable
            );
        }
    });
}

#[test]
fn forced_losses_shrink_a_lock_and_its_conviction() {
    test(|netuid| {
        give(2, 12, netuid, 1_000);
        set_perpetual(2, netuid, true);
        lock_stake(2, 13, netuid, 1_000);
        let state = LockState {
            locked_mass: alpha(1_000),
            conviction: U64F64::from_num(1_000),
            last_update: System::block_number(),
        };
        Lock::<Test>::insert((account(2), netuid, account(13)), state);
        HotkeyLock::<Test>::insert(netuid, account(13), state);
        Locks::<Test>::give_way(netuid, &account(2), alpha(0));
        Locks::<Test>::give_way(netuid, &account(3), alpha(400));
        assert_eq!(lock_of(2, netuid), Some((1_000, 1_000)));
        Locks::<Test>::give_way(netuid, &account(2), alpha(400));
        let (mass, conviction) = lock_of(2, netuid).unwrap();
        assert!(mass == 600 && conviction.abs_diff(600) <= 1);
        assert_eq!(
            sum_of(HotkeyLock::<Test>::get(netuid, account(13))),
            Some((mass, conviction))
        );
        Locks::<Test>::give_way(netuid, &account(2), alpha(600));
        assert_eq!(lock_of(2, netuid), None);
    });
}

#[test]
fn a_lock_stays_covered_however_often_its_stake_moves() {
    test(|netuid| {
        give(2, 12, netuid, 10 * E9);
        for hotkey in [12, 22] {
            // Pools in which a share is no whole number.
            give(3, hotkey, netuid, 7 * E9 + 3);
            Ledger::<Test>::mint_alpha_out(netuid, alpha(E9 + hotkey));
            Shares::<Test>::increase_stake_for_hotkey(&account(hotkey), netuid, alpha(E9 + hotkey));
        }
        set_perpetual(2, netuid, true);
        let all = Shares::<Test>::coldkey_alpha(&account(2), netuid).to_u64();
        lock_stake(2, 13, netuid, all);
        for _ in 0..150 {
            for (from, to) in [(12, 22), (22, 12)] {
                assert_ok!(SubtensorModule::move_stake(
                    signed(2),
                    account(from),
                    account(to),
                    netuid,
                    netuid,
                    AlphaBalance::MAX
                ));
            }
        }
        let held = Shares::<Test>::coldkey_alpha(&account(2), netuid).to_u64();
        let (mass, _) = lock_of(2, netuid).unwrap();
        assert!(mass <= held + 1 && all - mass <= 600, "{mass} {held} {all}");
    });
}
