//! Who is owed what (spec 90 §6), and the hold of root stake.

use super::*;
use crate::Error;
use frame_support::assert_noop;

#[test]
fn who_comes_later_has_no_part_in_what_was_before() {
    test_fund(|_| {
        join(4, 1_000 * TAO);
        assert_eq!(owed(4), 0);
        assert_eq!(owed(SMALL), 996_015_931);
    });
}

#[test]
fn what_waits_belongs_to_those_who_were_there() {
    test(|netuid| {
        stake_as_in_vectors();
        credit(HOTKEY, netuid, 4 * TAO);
        join(4, 1_000 * TAO);
        assert_eq!(owed(4), 0);
        assert_eq!((owed(SMALL), owed(LARGE)), (499_001_995, 1_497_005_985));
        credit(HOTKEY, netuid, 4 * TAO);
        leave(LARGE, 75 * TAO);
        assert!(owed(4) > 0 && owed(LARGE) > 1_497_005_985);
    });
}

#[test]
fn who_leaves_keeps_what_it_has_earned() {
    test_fund(|_| {
        let before = owed(LARGE);
        for part in [TAO, 37 * TAO + 3, u64::MAX] {
            leave(LARGE, part);
            assert!(before.abs_diff(owed(LARGE)) <= 3, "{}", owed(LARGE));
        }
        assert_eq!(root_stake(LARGE), 0);
        assert!(watermark(LARGE) < 0);
        // It is still listed, and can claim.
        assert!(StakingHotkeys::<Test>::get(account(LARGE)).contains(&account(HOTKEY)));
        assert_ok!(SubtensorModule::claim_root(
            signed(LARGE),
            Default::default()
        ));
        assert!(root_stake(LARGE) > 0);
    });
}

#[test]
fn without_shares_nothing_is_left_of_a_staker() {
    test_fund(|_| {
        join(4, 10 * TAO + 7);
        assert!(watermark(4) > 0);
        leave(4, u64::MAX);
        assert_eq!(watermark(4), 0);
        assert!(!BasketClaimed::<Test>::contains_key(
            account(HOTKEY),
            account(4)
        ));
        assert!(!StakingHotkeys::<Test>::get(account(4)).contains(&account(HOTKEY)));
        assert!(LastColdkeyHotkeyStakeBlock::<Test>::get(account(4), account(HOTKEY)).is_none());
    });
}

#[test]
fn stake_that_changes_hands_leaves_its_earnings_behind() {
    test_fund(|_| {
        let before = owed(LARGE);
        assert_ok!(SubtensorModule::transfer_stake(
            signed(LARGE),
            account(4),
            account(HOTKEY),
            ROOT,
            ROOT,
            rao(75 * TAO)
        ));
        assert_eq!(owed(4), 0);
        assert!(before.abs_diff(owed(LARGE)) <= 1);
    });
}

#[test]
fn nobody_gives_the_escrow_anything() {
    test(|netuid| {
        stake_as_in_vectors();
        let escrow = Funds::<Test>::escrow();
        assert_noop!(
            SubtensorModule::transfer_stake(
                signed(LARGE),
                escrow.clone(),
                account(HOTKEY),
                ROOT,
                netuid,
                rao(TAO)
            ),
            Error::<Test>::CannotUseSystemAccount
        );
        assert_noop!(
            SubtensorModule::try_associate_hotkey(signed(4), escrow),
            Error::<Test>::CannotUseSystemAccount
        );
    });
}

#[test]
fn the_escrow_is_no_staker() {
    test_fund(|_| {
        let escrow = Funds::<Test>::escrow();
        hold(ROOT, TAO);
        Delegates::<Test>::insert(account(HOTKEY), sp_runtime::PerU16::zero());
        assert!(StakingHotkeys::<Test>::get(&escrow).is_empty());
        assert!(StakingColdkeys::<Test>::get(&escrow).is_none());
        let delegate = crate::Views::<Test>::get_delegate(account(HOTKEY)).unwrap();
        assert!(
            delegate
                .nominators
                .iter()
                .all(|(coldkey, _)| *coldkey != escrow)
        );
        // Its holdings are no small nominations.
        NominatorMinRequiredStake::<Test>::put(1_000_000_000);
        assert!(!Nominations::<Test>::clear_small_nomination_if_required(
            &account(HOTKEY),
            &escrow,
            ROOT
        ));
    });
}

#[test]
fn stake_stays_on_root_for_the_interval() {
    test(|netuid| {
        let hotkey = || account(HOTKEY);
        join(SMALL, 20 * TAO);
        RootStakeUnlockInterval::<Test>::put(5);
        let locked = Error::<Test>::RootStakeLocked;
        let since = System::block_number();
        let remove = || SubtensorModule::remove_stake(signed(SMALL), hotkey(), ROOT, rao(TAO));
        let swap = || SubtensorModule::swap_stake(signed(SMALL), hotkey(), ROOT, netuid, rao(TAO));
        System::set_block_number(since + 4);
        assert_noop!(remove(), locked);
        assert_noop!(swap(), Error::<Test>::RootStakeLocked);
        assert_noop!(
            SubtensorModule::remove_stake_full_limit(signed(SMALL), hotkey(), ROOT, None),
            Error::<Test>::RootStakeLocked
        );
        // What cannot be sold stays.
        assert_ok!(SubtensorModule::unstake_all(signed(SMALL), hotkey()));
        assert_eq!(root_stake(SMALL), 20 * TAO);
        // It may change hands, but the newcomer has to wait.
        assert_ok!(SubtensorModule::transfer_stake(
            signed(SMALL),
            account(4),
            hotkey(),
            ROOT,
            ROOT,
            rao(TAO)
        ));
        System::set_block_number(since + 9);
        assert_ok!(remove());
        assert_noop!(swap(), Error::<Test>::RootStakeLocked);
        assert_ok!(SubtensorModule::remove_stake(
            signed(4),
            hotkey(),
            ROOT,
            rao(TAO)
        ));
    });
}

#[test]
fn the_index_is_dense() {
    test(|_| {
        let all = || -> Vec<_> {
            (0..NumStakingColdkeys::<Test>::get())
                .map(|place| StakingColdkeysByIndex::<Test>::get(place).unwrap())
                .collect()
        };
        for coldkey in [2, 3, 4] {
            join(coldkey, TAO);
        }
        assert_eq!(all(), [account(2), account(3), account(4)]);
        leave(2, u64::MAX);
        assert_eq!(all(), [account(4), account(3)]);
        join(2, TAO);
        assert_eq!(all(), [account(4), account(3), account(2)]);
    });
}
