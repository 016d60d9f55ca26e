//! The fund of a hotkey that gives its place on root to another.

use frame_support::assert_ok;
use proptest::prelude::*;
use subtensor_primitives::{AlphaBalance, NetUid};

use super::swap::{COLDKEY, NEW, OLD, ROOT, STAKER, credit, held, stake, swap, swap_for, test};
use crate::{Error, mock::*, pallet::*};

/// A fund that has taken in dividends of the stakers, each with so many rao on root.
fn fund(netuid: NetUid, stakes: &[u64], credits: &[u64]) {
    Neurons::<Test>::append_neuron(ROOT, &account(OLD), 1);
    for (coldkey, amount) in (2..).zip(stakes) {
        stake(coldkey, OLD, ROOT, *amount);
    }
    for amount in credits {
        credit(OLD, netuid, *amount);
    }
}

fn owed(hotkey: u64, coldkeys: core::ops::Range<u64>) -> Vec<u64> {
    coldkeys
        .map(|coldkey| Funds::<Test>::owed(&account(hotkey), &account(coldkey)))
        .collect()
}

#[test]
fn the_fund_goes_along_and_owes_what_it_owed() {
    for everywhere in [true, false] {
        test(|netuid| {
            fund(netuid, &[TAO, 7 * TAO + 3], &[4 * TAO, TAO]);
            assert_ok!(SubtensorModule::remove_stake(
                signed(2),
                account(OLD),
                ROOT,
                AlphaBalance::new(TAO / 3)
            ));
            assert_ok!(SubtensorModule::stake_into_basket(
                signed(4),
                account(OLD),
                subtensor_primitives::TaoBalance::new(TAO)
            ));
            let before = owed(OLD, 2..5);
            let stakes: Vec<u64> = (2..5).map(|coldkey| held(coldkey, OLD, ROOT)).collect();
            let (shares, nav) = (
                Funds::<Test>::shares(&account(OLD)),
                Funds::<Test>::nav(&account(OLD)),
            );
            assert!(before.iter().all(|owed| *owed > 0));
            // Too little to be taken in.
            RootClaimableThreshold::<Test>::insert(ROOT, subtensor_fixed::I96F32::from_u64(TAO));
            credit(OLD, netuid, 5);
            assert_ok!(swap((!everywhere).then_some(ROOT), false));
            assert_eq!(owed(NEW, 2..5), before);
            assert_eq!(owed(OLD, 2..5), [0, 0, 0]);
            let moved: Vec<u64> = (2..5).map(|coldkey| held(coldkey, NEW, ROOT)).collect();
            assert_eq!(moved, stakes);
            assert_eq!(Funds::<Test>::shares(&account(NEW)), shares);
            assert_eq!(Funds::<Test>::nav(&account(NEW)), nav);
            let queued = PendingBasketDeposits::<Test>::get(account(NEW), netuid);
            assert_eq!(queued, AlphaBalance::new(5));
            assert!(Funds::<Test>::holdings(&account(OLD)).is_empty());
            // Whoever bought shares has no stake, and is known by the new hotkey alone.
            let listed = StakingHotkeys::<Test>::get(account(4));
            assert_eq!(listed, vec![account(NEW)]);
            assert_ok!(SubtensorModule::claim_root_with_hotkey(
                signed(STAKER),
                account(NEW)
            ));
        });
    }
}

#[test]
fn the_fund_stays_where_only_a_subnet_is_given_up() {
    test(|netuid| {
        fund(netuid, &[TAO], &[4 * TAO]);
        stake(STAKER, OLD, netuid, TAO);
        let escrow = Funds::<Test>::escrow();
        let held_by_fund = Shares::<Test>::stake_of(&account(OLD), &escrow, netuid);
        assert!(!held_by_fund.is_zero());
        let before = owed(OLD, 2..3);
        assert_ok!(swap(Some(netuid), false));
        let after = Shares::<Test>::stake_of(&account(OLD), &escrow, netuid);
        assert!(after >= held_by_fund);
        assert!(after.to_u64() <= held_by_fund.to_u64() + 1);
        assert_eq!(owed(OLD, 2..3), before);
        assert!(held(STAKER, NEW, netuid) > 0);
        assert_eq!(PoolStakers::<Test>::get(netuid, account(OLD)), 1);
    });
}

#[test]
fn a_fund_without_its_seat_takes_in_what_it_can() {
    test(|netuid| {
        fund(netuid, &[TAO], &[4 * TAO]);
        Ledger::<Test>::mint_alpha_out(netuid, AlphaBalance::new(TAO));
        let more = AlphaBalance::new(TAO);
        Funds::<Test>::credit_root_stakers(&account(OLD), netuid, more);
        let shares = Funds::<Test>::shares(&account(OLD));
        assert_ok!(swap(None, true));
        assert!(Funds::<Test>::shares(&account(OLD)) > shares);
        assert_eq!(Funds::<Test>::shares(&account(NEW)), 0);
        assert!(PendingBasketDeposits::<Test>::iter().next().is_none());
        assert!(Neurons::<Test>::is_registered(ROOT, &account(NEW)));
        assert_ok!(SubtensorModule::claim_root_with_hotkey(
            signed(2),
            account(OLD)
        ));
    });
}

#[test]
fn trading_is_no_freer_than_before() {
    test(|netuid| {
        BasketTradingFrozen::<Test>::insert(account(OLD), ());
        BasketTradeBucket::<Test>::insert(account(OLD), (5, 3));
        BasketTradeBucket::<Test>::insert(account(NEW), (4, 2));
        BasketLiquidityUsed::<Test>::insert(account(OLD), netuid, (5, 3));
        BasketLiquidityUsed::<Test>::insert(account(NEW), netuid, (9, 2));
        assert_ok!(swap(None, false));
        assert!(BasketTradingFrozen::<Test>::contains_key(account(OLD)));
        assert!(BasketTradingFrozen::<Test>::contains_key(account(NEW)));
        let bucket = BasketTradeBucket::<Test>::get(account(NEW));
        assert_eq!(bucket, Some((4, 3)));
        let used = BasketLiquidityUsed::<Test>::get(account(NEW), netuid);
        assert_eq!(used, Some((9, 3)));
        assert!(!BasketTradeBucket::<Test>::contains_key(account(OLD)));
        assert!(!BasketLiquidityUsed::<Test>::contains_key(
            account(OLD),
            netuid
        ));
    });
}

#[test]
fn holds_go_along() {
    test(|_| {
        Neurons::<Test>::append_neuron(ROOT, &account(OLD), 1);
        stake(STAKER, OLD, ROOT, TAO);
        System::set_block_number(15);
        assert_ok!(swap(Some(ROOT), false));
        let since = LastColdkeyHotkeyStakeBlock::<Test>::get(account(STAKER), account(NEW));
        assert_eq!(since, Some(10));
        assert!(!LastColdkeyHotkeyStakeBlock::<Test>::contains_key(
            account(STAKER),
            account(OLD)
        ));
    });
}

#[test]
fn a_fund_waits_for_what_a_dissolved_subnet_owes_it() {
    test(|netuid| {
        fund(netuid, &[TAO], &[4 * TAO]);
        assert_ok!(SubtensorModule::root_dissolve_network(
            RuntimeOrigin::root(),
            netuid
        ));
        for scope in [None, Some(ROOT)] {
            let failed = swap(scope, false).unwrap_err().error;
            assert_eq!(failed, Error::<Test>::NetworkDissolveAlreadyQueued.into());
        }
        run_to_block(20);
        assert!(!DissolveCleanupQueue::<Test>::exists());
        assert_ok!(swap(None, false));
        assert!(Funds::<Test>::nav(&account(NEW)).to_u64() > 0);
        assert!(owed(NEW, 2..3)[0] > 0);
    });
}

#[test]
fn a_used_hotkey_takes_no_fund_over() {
    let unfit: [fn(); 4] = [
        || BasketRate::<Test>::insert(account(NEW), subtensor_fixed::I96F32::from_u64(0)),
        || BasketShares::<Test>::insert(account(NEW), 1),
        || BasketClaimed::<Test>::insert(account(NEW), account(5), 1),
        || TotalHotkeyAlpha::<Test>::insert(account(NEW), ROOT, AlphaBalance::new(1)),
    ];
    for unfit in unfit {
        new_test_ext().execute_with(|| {
            let netuid = start_subnet(COLDKEY, OLD);
            TxRateLimit::<Test>::put(0);
            unfit();
            for scope in [None, Some(ROOT)] {
                let failed = swap(scope, false).unwrap_err().error;
                assert_eq!(failed, Error::<Test>::NewHotKeyNotCleanForRootSwap.into());
            }
            assert_ok!(swap_for(OLD, NEW, Some(netuid), false));
        });
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_swap_creates_or_loses_a_claim(
        stakes in prop::collection::vec(10_000_000u64..50 * TAO, 1..6),
        credits in prop::collection::vec(TAO / 10..5 * TAO, 0..4),
        everywhere: bool,
    ) {
        test(|netuid| {
            fund(netuid, &stakes, &credits);
            let all = 2..2 + stakes.len() as u64;
            let before = owed(OLD, all.clone());
            let held_before: Vec<u64> = all.clone().map(|who| held(who, OLD, ROOT)).collect();
            assert_ok!(swap((!everywhere).then_some(ROOT), false));
            assert_eq!(owed(NEW, all.clone()), before);
            let held_after: Vec<u64> = all.map(|who| held(who, NEW, ROOT)).collect();
            assert_eq!(held_after, held_before);
        });
    }
}
