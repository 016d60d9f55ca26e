//! Shares for TAO (spec 90 §7).

use super::*;
use crate::{Error, shares::MAX_HOTKEYS};
use frame_support::assert_noop;
use sp_runtime::DispatchError;

fn buy(coldkey: u64, amount: u64) {
    assert_ok!(SubtensorModule::stake_into_basket(
        signed(coldkey),
        account(HOTKEY),
        tao(amount)
    ));
}

#[test]
fn a_deposit_follows_the_vector() {
    test_fund(|netuid| {
        let before = Balances::free_balance(account(7));
        buy(7, 10 * TAO);
        assert_eq!(before - Balances::free_balance(account(7)), 10 * TAO);
        assert_eq!(held(netuid) - 8 * TAO, 19_801_980_198);
        assert_eq!(nav(), 13_984_063_745);
        assert_eq!(owed(7), 9_861_543_923);
        assert_eq!(watermark(7), -9_861_543_923);
        assert_eq!(shares(), 3_984_063_745 + 9_861_543_923);
        assert_eq!(root_stake(7), 0);
        assert!(StakingHotkeys::<Test>::get(account(7)).contains(&account(HOTKEY)));
        assert!(StakingColdkeys::<Test>::get(account(7)).is_some());
        assert_eq!(
            events().pop().unwrap(),
            Event::BasketStakedIn {
                hotkey: account(HOTKEY),
                coldkey: account(7),
                tao: tao(10 * TAO),
                value: tao(10 * TAO),
                shares: 9_861_543_923,
            }
        );
    });
}

#[test]
fn the_first_deposit_becomes_cash() {
    test(|_| {
        buy(7, 10 * TAO);
        assert_eq!(held(ROOT), 10 * TAO);
        assert_eq!((owed(7), shares(), nav()), (10 * TAO, 10 * TAO, 10 * TAO));
        assert!(BetaBaseline::<Test>::contains_key(account(HOTKEY)));
        claim(7);
        assert_eq!((root_stake(7), shares()), (10 * TAO, 0));
    });
}

#[test]
fn a_deposit_is_spread_by_worth() {
    test_fund(|netuid| {
        let other = more_subnet(1, 1_000 * TAO, 2_000 * TAO);
        hold(other, 24 * TAO);
        hold(ROOT, 3 * TAO);
        let before = [netuid, other, ROOT].map(held);
        let values = [3_984_063_745, 11_857_707_509, 3 * TAO];
        buy(7, 10 * TAO);
        let all: u64 = values.iter().sum();
        let slices =
            values.map(|value| (u128::from(value) * 10 * u128::from(TAO) / u128::from(all)) as u64);
        assert_eq!(held(ROOT) - before[2], slices[2]);
        for (place, netuid) in [netuid, other].into_iter().enumerate() {
            let bought = held(netuid) - before[place];
            assert!(bought.abs_diff(2 * slices[place]) < TAO / 10, "{bought}");
        }
    });
}

#[test]
fn who_buys_and_claims_gains_nothing() {
    for fee in [0, 33] {
        test_fund(|netuid| {
            pallet_subtensor_swap::FeeRate::<Test>::insert(netuid, fee);
            let before = (owed(SMALL), shares(), nav());
            buy(7, 100 * TAO);
            claim(7);
            assert!(root_stake(7) <= 100 * TAO);
            // Nor do the others lose.
            assert_eq!((owed(SMALL), shares()), (before.0, before.1));
            assert!(nav() >= before.2 - 1);
        });
    }
}

#[test]
fn a_buyer_of_shares_may_stake_as_well() {
    test_fund(|_| {
        buy(7, 10 * TAO);
        let bought = owed(7);
        join(7, 10 * TAO);
        assert!(bought - owed(7) <= 1);
        leave(7, u64::MAX);
        assert!(bought - owed(7) <= 2);
    });
}

#[test]
fn what_waits_enters_before_a_deposit() {
    test_fund(|netuid| {
        credit(HOTKEY, netuid, 4 * TAO);
        buy(7, 10 * TAO);
        assert_eq!(queued(netuid), 0);
        assert!(owed(SMALL) > 996_015_931);
    });
}

#[test]
fn few_old_shares_of_nothing_make_room_for_a_new_life() {
    test(|_| {
        BasketShares::<Test>::insert(account(HOTKEY), 10_000_000);
        BasketTwr::<Test>::insert(account(HOTKEY), U64F64::from_num(2u64));
        assert_noop!(
            SubtensorModule::stake_into_basket(signed(7), account(HOTKEY), tao(TAO - 1)),
            Error::<Test>::AmountTooLow
        );
        buy(7, TAO);
        assert_eq!(shares(), TAO + 10_000_000);
        assert!(!BasketTwr::<Test>::contains_key(account(HOTKEY)));
    });
}

#[test]
fn errors_come_in_their_order() {
    test_fund(|netuid| {
        let buy = |coldkey, hotkey, amount| {
            SubtensorModule::stake_into_basket(signed(coldkey), account(hotkey), tao(amount))
        };
        assert_noop!(
            SubtensorModule::stake_into_basket(RuntimeOrigin::root(), account(HOTKEY), tao(0)),
            DispatchError::BadOrigin
        );
        assert_noop!(buy(500, 78, 0), Error::<Test>::HotKeyAccountNotExists);
        assert_ok!(SubtensorModule::try_associate_hotkey(
            signed(4),
            account(12)
        ));
        let hotkeys: Vec<AccountId> = (1_000..1_000 + MAX_HOTKEYS as u64).map(account).collect();
        StakingHotkeys::<Test>::insert(account(500), hotkeys);
        assert_noop!(buy(500, 12, 0), Error::<Test>::HotKeyNotRegisteredInSubNet);
        assert_noop!(buy(500, HOTKEY, 0), Error::<Test>::TooManyStakingHotkeys);
        StakingHotkeys::<Test>::remove(account(500));
        assert_noop!(buy(500, HOTKEY, 1_999_999), Error::<Test>::AmountTooLow);
        assert_noop!(
            buy(500, HOTKEY, 2_000_000),
            Error::<Test>::NotEnoughBalanceToStake
        );
        assert_noop!(
            buy(7, HOTKEY, FUNDS),
            Error::<Test>::NotEnoughBalanceToStake
        );
        // A holding whose part of the deposit is nothing.
        hold(ROOT, 1);
        assert_noop!(buy(7, HOTKEY, 2_000_000), Error::<Test>::AmountTooLow);
        hold(ROOT, TAO);
        // A pool that gives nothing: it can be sold into, but has no alpha left to speak of.
        SubnetAlphaIn::<Test>::mutate(netuid, |alpha| {
            AlphaAssets::recycle(netuid, alpha.saturating_sub(rao(10)));
            *alpha = rao(10);
        });
        assert_noop!(buy(7, HOTKEY, TAO), Error::<Test>::AmountTooLow);
        set_pool(netuid, 1_000 * TAO, 2_000 * TAO);
        // Nobody gets a share for what is there.
        BasketShares::<Test>::insert(account(HOTKEY), 1);
        BasketRate::<Test>::remove(account(HOTKEY));
        for coldkey in [SMALL, LARGE] {
            BasketClaimed::<Test>::remove(account(HOTKEY), account(coldkey));
        }
        assert_noop!(buy(7, HOTKEY, 2_000_000), Error::<Test>::AmountTooLow);
    });
}
