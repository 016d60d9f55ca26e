//! Stake that goes along, and stake that stays.

use frame_support::assert_ok;
use subtensor_primitives::{AlphaBalance, NetUid};

use super::swap::{COLDKEY, NEW, OLD, ROOT, STAKER, held, stake, swap, swap_for, test};
use crate::{Collateral, Error, mock::*, pallet::*};

#[test]
fn everybody_keeps_every_rao_on_a_new_hotkey() {
    test(|netuid| {
        for (coldkey, amount) in [(2, 7), (STAKER, TAO + 13), (4, 333_333_333), (5, 3 * TAO)] {
            stake(coldkey, OLD, netuid, TAO / 100 + amount);
        }
        Shares::<Test>::increase_stake_for_hotkey(&account(OLD), netuid, AlphaBalance::new(0));
        let before: Vec<u64> = (2..6).map(|coldkey| held(coldkey, OLD, netuid)).collect();
        assert_ok!(swap(Some(netuid), false));
        let after: Vec<u64> = (2..6).map(|coldkey| held(coldkey, NEW, netuid)).collect();
        assert_eq!(before, after);
        assert!((2..6).all(|coldkey| held(coldkey, OLD, netuid) == 0));
        for coldkey in 2..6 {
            let listed = StakingHotkeys::<Test>::get(account(coldkey));
            assert_eq!(listed, vec![account(NEW)]);
            let positions = StakePositions::<Test>::get(netuid, account(coldkey));
            assert_eq!(positions, vec![account(NEW)]);
        }
        assert_eq!(PoolStakers::<Test>::get(netuid, account(NEW)), 4);
        assert!(!PoolStakers::<Test>::contains_key(netuid, account(OLD)));
    });
}

#[test]
fn stake_is_added_to_what_is_there() {
    test(|netuid| {
        assert_ok!(Hotkeys::<Test>::create_account_if_non_existent(
            &account(COLDKEY),
            &account(NEW)
        ));
        stake(2, OLD, netuid, TAO);
        stake(STAKER, OLD, netuid, 2 * TAO);
        stake(STAKER, NEW, netuid, 5 * TAO);
        stake(4, NEW, netuid, TAO / 3);
        // Shares of the one are worth more than those of the other.
        for (hotkey, earned) in [(OLD, TAO / 7), (NEW, 3 * TAO)] {
            Ledger::<Test>::mint_alpha_out(netuid, AlphaBalance::new(earned));
            let earned = AlphaBalance::new(earned);
            Shares::<Test>::increase_stake_for_hotkey(&account(hotkey), netuid, earned);
        }
        let all = TotalAlphaStaked::<Test>::get(netuid);
        let before: Vec<u64> = (2..5)
            .map(|coldkey| held(coldkey, OLD, netuid) + held(coldkey, NEW, netuid))
            .collect();
        let staked = |hotkey| Shares::<Test>::hotkey_alpha(&account(hotkey), netuid);
        let of_both = staked(OLD).saturating_add(staked(NEW));
        assert_ok!(swap(Some(netuid), false));
        for (coldkey, before) in (2..5).zip(before) {
            assert_eq!(held(coldkey, OLD, netuid), 0);
            assert!(
                held(coldkey, NEW, netuid).abs_diff(before) <= 2,
                "{coldkey}"
            );
        }
        assert_eq!(TotalAlphaStaked::<Test>::get(netuid), all);
        assert_eq!(staked(NEW), of_both);
        assert_eq!(PoolStakers::<Test>::get(netuid, account(NEW)), 3);
    });
}

#[test]
fn one_subnet_leaves_the_others_alone() {
    test(|netuid| {
        let other = NetUid::new(1);
        SubtokenEnabled::<Test>::insert(other, true);
        stake(STAKER, OLD, netuid, TAO);
        stake(STAKER, OLD, other, TAO);
        let left = held(STAKER, OLD, other);
        assert_ok!(swap(Some(netuid), false));
        assert_eq!(held(STAKER, OLD, other), left);
        assert_eq!(held(STAKER, NEW, other), 0);
        let listed = StakingHotkeys::<Test>::get(account(STAKER));
        assert_eq!(listed, vec![account(OLD), account(NEW)]);
    });
}

#[test]
fn stake_that_stays_stays_with_all_it_earns() {
    test(|netuid| {
        stake(STAKER, OLD, netuid, TAO);
        AlphaDividendsPerSubnet::<Test>::insert(netuid, account(OLD), AlphaBalance::new(5));
        let before = held(STAKER, OLD, netuid);
        assert_ok!(swap(None, true));
        assert_eq!(held(STAKER, OLD, netuid), before);
        assert_eq!(held(STAKER, NEW, netuid), 0);
        assert!(Neurons::<Test>::is_registered(netuid, &account(NEW)));
        assert!(!Neurons::<Test>::is_registered(netuid, &account(OLD)));
        let kept = AlphaDividendsPerSubnet::<Test>::get(netuid, account(OLD));
        assert_eq!(kept, AlphaBalance::new(5));
        assert!(!StakeMoveCooldownUntil::<Test>::contains_key(
            netuid,
            account(NEW)
        ));
    });
}

#[test]
fn moved_stake_waits_before_it_moves_again() {
    test(|netuid| {
        stake(STAKER, OLD, netuid, TAO);
        assert_ok!(swap(Some(netuid), false));
        assert_eq!(
            StakeMoveCooldownUntil::<Test>::get(netuid, account(NEW)),
            11
        );
        // Another coldkey's swaps do not count, but the stake has moved.
        StakeMoveCooldownUntil::<Test>::insert(netuid, account(NEW), 15);
        System::set_block_number(14);
        for everywhere in [None, Some(netuid)] {
            let again = swap_for(NEW, 13, everywhere, false).unwrap_err().error;
            assert_eq!(
                again,
                Error::<Test>::HotKeySwapOnSubnetIntervalNotPassed.into()
            );
        }
        // Its holders come and go, and the place may be given up without it.
        assert_ok!(SubtensorModule::remove_stake(
            signed(STAKER),
            account(NEW),
            netuid,
            AlphaBalance::new(held(STAKER, NEW, netuid) / 2)
        ));
        assert_ok!(swap_for(NEW, 13, Some(netuid), true));
        System::set_block_number(20);
        assert_ok!(swap_for(NEW, 14, Some(netuid), false));
        assert!(!StakeMoveCooldownUntil::<Test>::contains_key(
            netuid,
            account(NEW)
        ));
        assert_eq!(StakeMoveCooldownUntil::<Test>::get(netuid, account(14)), 21);
    });
}

fn lock(hotkey: u64, netuid: NetUid, amount: u64, floor: u64) {
    assert_ok!(SubtensorModule::add_collateral(
        signed(COLDKEY),
        netuid,
        account(hotkey),
        AlphaBalance::new(amount),
        subtensor_primitives::TaoBalance::MAX
    ));
    assert_ok!(SubtensorModule::set_min_collateral(
        signed(COLDKEY),
        netuid,
        account(hotkey),
        AlphaBalance::new(floor)
    ));
}

#[test]
fn collateral_is_added_up_and_holds_the_stake() {
    test(|netuid| {
        assert_ok!(Hotkeys::<Test>::create_account_if_non_existent(
            &account(COLDKEY),
            &account(NEW)
        ));
        for hotkey in [OLD, NEW] {
            stake(COLDKEY, hotkey, netuid, TAO);
            lock(hotkey, netuid, 1_000_000 + hotkey, hotkey);
        }
        let kept = swap(Some(netuid), true).unwrap_err().error;
        assert_eq!(kept, Error::<Test>::KeepStakeBlockedByCollateral.into());
        assert_ok!(swap(Some(netuid), false));
        let key = (netuid, account(NEW), account(COLDKEY));
        let row = MinerCollateral::<Test>::get(key).unwrap();
        assert_eq!(row.locked, AlphaBalance::new(2_000_023));
        assert_eq!(row.min_locked, AlphaBalance::new(23));
        let hotkeys = ColdkeyCollateralHotkeys::<Test>::get(netuid, account(COLDKEY));
        assert_eq!(hotkeys.into_inner(), vec![account(NEW)]);
        assert!(!Collateral::<Test>::is_on(netuid, &account(OLD)));
    });
}

#[test]
fn dividends_that_wait_follow_the_stake_that_earned_them() {
    test(|netuid| {
        let row = |hotkey, alpha, root| {
            let rao = AlphaBalance::new;
            (account(hotkey), rao(alpha), rao(root))
        };
        let queue = |rows: Vec<(AccountId, AlphaBalance, AlphaBalance)>| {
            let sum = rows
                .iter()
                .map(|(_, alpha, root)| alpha.saturating_add(*root));
            let owed: AlphaBalance = sum.sum();
            Ledger::<Test>::mint_alpha_out(netuid, owed);
            PayoutRows::<Test>::insert(netuid, 0, rows);
            Payouts::<Test>::put(vec![crate::PayoutStatus {
                netuid,
                is_cleared: true,
                next: 0,
                pieces: 1,
                owed,
            }]);
        };
        queue(vec![row(21, 1, 2), row(OLD, 30, 40)]);
        assert_ok!(swap(Some(ROOT), false));
        let rows = PayoutRows::<Test>::get(netuid, 0);
        assert_eq!(rows, [row(21, 1, 2), row(NEW, 0, 40), row(OLD, 30, 0)]);
        System::set_block_number(20);
        assert_ok!(swap_for(OLD, 13, Some(netuid), false));
        let rows = PayoutRows::<Test>::get(netuid, 0);
        assert_eq!(rows, [row(21, 1, 2), row(NEW, 0, 40), row(13, 30, 0)]);
        System::set_block_number(30);
        assert_ok!(swap_for(13, 14, None, true));
        assert_eq!(PayoutRows::<Test>::get(netuid, 0)[2], row(13, 30, 0));
        System::set_block_number(40);
        assert_ok!(swap_for(13, 15, None, false));
        assert_eq!(PayoutRows::<Test>::get(netuid, 0)[2], row(15, 30, 0));
        next_block();
    });
}
