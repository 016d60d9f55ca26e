//! Trades (spec 90 §9).

use super::*;
use crate::{Error, funds::Leg};
use frame_support::{BoundedVec, assert_noop};
use sp_runtime::DispatchError;

/// Cash of the fund.
const CASH: u64 = 1_000 * TAO;

/// Runs a test with a fund that has cash, and two subnets of equal pools, where it may trade.
fn test_trades(run: impl FnOnce(NetUid, NetUid)) {
    test(|netuid| {
        let other = more_subnet(1, 1_000 * TAO, 2_000 * TAO);
        for netuid in [netuid, other] {
            SubnetMovingPrice::<Test>::insert(
                netuid,
                I96F32::from_num(1)
                    .checked_div(I96F32::from_num(2))
                    .unwrap(),
            );
        }
        BasketTradingEnabled::<Test>::put(true);
        hold(ROOT, CASH);
        hold(netuid, 20 * TAO);
        BasketShares::<Test>::insert(account(HOTKEY), CASH);
        System::reset_events();
        run(netuid, other);
    });
}

fn swap(leg: Leg) -> frame_support::dispatch::DispatchResultWithPostInfo {
    let (from, to, amount, least) = leg;
    SubtensorModule::swap_basket(signed(1), account(HOTKEY), from, to, amount, least)
}

fn swap_many(legs: Vec<Leg>) -> frame_support::dispatch::DispatchResultWithPostInfo {
    let legs = BoundedVec::truncate_from(legs);
    SubtensorModule::swap_basket_many(signed(1), account(HOTKEY), legs)
}

#[test]
fn a_trade_brings_what_the_quotes_say() {
    for fee in [0, 33] {
        test_trades(|netuid, other| {
            for netuid in [netuid, other] {
                pallet_subtensor_swap::FeeRate::<Test>::insert(netuid, fee);
            }
            let shares_before = shares();
            let amount = 4 * TAO;
            let sold =
                pallet_subtensor_swap::Pallet::<Test>::sim_swap_alpha_for_tao(netuid, rao(amount));
            let mid = sold.tao_amount.to_u64();
            let bought =
                pallet_subtensor_swap::Pallet::<Test>::sim_swap_tao_for_alpha(other, tao(mid));
            let quote = bought.alpha_amount.to_u64();
            assert_noop!(
                swap((netuid, other, rao(amount), quote + 1)),
                Error::<Test>::BasketMinOutNotMet
            );
            assert_ok!(swap((netuid, other, rao(amount), quote)));
            assert_eq!((held(netuid), held(other)), (16 * TAO, quote));
            assert_eq!(shares(), shares_before);
            assert_eq!(
                events(),
                [Event::BasketSwapped {
                    hotkey: account(HOTKEY),
                    origin_netuid: netuid,
                    destination_netuid: other,
                    alpha_sold: rao(amount),
                    tao_mid: tao(mid),
                    alpha_bought: rao(quote),
                }]
            );
        });
    }
}

#[test]
fn cash_is_traded_one_to_one() {
    test_trades(|netuid, other| {
        assert_ok!(swap((ROOT, other, rao(2 * TAO), 0)));
        assert_eq!(held(ROOT), CASH - 2 * TAO);
        let bought = held(other);
        assert!(bought > 3 * TAO);
        assert_ok!(swap((netuid, ROOT, rao(4 * TAO), 0)));
        assert!(held(ROOT) > CASH - TAO);
    });
}

#[test]
fn a_day_has_a_budget() {
    test_trades(|netuid, other| {
        let nav = || -> u64 {
            let holdings = Funds::<Test>::holdings(&account(HOTKEY));
            holdings
                .iter()
                .map(|one| one.guarded_value::<Test>().to_u64())
                .sum()
        };
        BasketDailyTurnoverCap::<Test>::put(65);
        let budget = (u128::from(nav()) * 65 / 65_535) as u64;
        let status = || Funds::<Test>::trading_status(&account(HOTKEY));
        assert_eq!((status().budget, status().available), (budget, budget));
        assert_noop!(
            swap((ROOT, other, rao(budget + 1), 0)),
            Error::<Test>::BasketTurnoverBudgetExceeded
        );
        assert_ok!(swap((ROOT, netuid, rao(budget / 2), 0)));
        let (left, block) = BasketTradeBucket::<Test>::get(account(HOTKEY)).unwrap();
        assert_eq!((left, block), (budget - budget / 2, System::block_number()));
        System::set_block_number(block + 1_800);
        let refilled = status().available;
        assert!(refilled.abs_diff(left + status().budget / 4) <= 1);
        System::set_block_number(block + 7_200);
        assert_eq!(status().available, status().budget);
    });
}

#[test]
fn a_pool_and_a_fund_have_caps() {
    test_trades(|netuid, other| {
        // Less than a hundredth of the pool's alpha.
        BasketLiquidityCap::<Test>::put(500);
        assert_ok!(swap((ROOT, other, rao(6 * TAO), 0)));
        assert_noop!(
            swap((ROOT, other, rao(3 * TAO), 0)),
            Error::<Test>::BasketLiquidityCapExceeded
        );
        // What is bought and sold again counts for a day.
        assert_ok!(swap((other, ROOT, rao(held(other)), 0)));
        assert_noop!(
            swap((ROOT, other, rao(3 * TAO), 0)),
            Error::<Test>::BasketLiquidityCapExceeded
        );
        System::set_block_number(System::block_number() + 7_200);
        assert_ok!(swap((ROOT, other, rao(3 * TAO), 0)));
        // There are too few subnets for a hundredth of the fund to be the most.
        BasketLiquidityCap::<Test>::put(u16::MAX);
        BasketConcentrationCap::<Test>::put(655);
        assert_ok!(swap((ROOT, netuid, rao(4 * TAO), 0)));
        // A quarter is the most from four on.
        BasketConcentrationCap::<Test>::put(16_384);
        more_subnet(2, 1_000 * TAO, 2_000 * TAO);
        hold(netuid, 1_500 * TAO);
        assert_noop!(
            swap((ROOT, netuid, rao(TAO), 0)),
            Error::<Test>::BasketConcentrationCapExceeded
        );
    });
}

#[test]
fn a_call_of_many_is_one() {
    test_trades(|netuid, other| {
        let leg = |from, to, amount: u64| (from, to, rao(amount), 0);
        assert_noop!(swap_many(vec![]), Error::<Test>::BasketSwapBatchEmpty);
        assert_noop!(
            swap_many(vec![leg(ROOT, other, 2 * TAO), leg(netuid, ROOT, 21 * TAO)]),
            Error::<Test>::NotEnoughStakeToWithdraw
        );
        assert_ok!(swap_many(vec![
            leg(ROOT, other, 2 * TAO),
            leg(netuid, other, 4 * TAO)
        ]));
        assert_eq!(events().len(), 2);
    });
}

#[test]
fn errors_come_in_their_order() {
    test_trades(|netuid, other| {
        let hotkey = || account(HOTKEY);
        let missing = NetUid::new(77);
        let swap_of = |who, hotkey: AccountId, from, to, amount: u64| {
            SubtensorModule::swap_basket(who, hotkey, from, to, rao(amount), 0)
        };
        assert_noop!(
            swap_of(RuntimeOrigin::root(), hotkey(), ROOT, ROOT, 0),
            DispatchError::BadOrigin
        );
        BasketTradingEnabled::<Test>::put(false);
        Funds::<Test>::set_trading_frozen(&account(201), true);
        let first = |expected: Error<Test>| {
            assert_noop!(swap_of(signed(7), account(201), ROOT, ROOT, 0), expected);
        };
        first(Error::BasketTradingDisabled);
        BasketTradingEnabled::<Test>::put(true);
        first(Error::BasketTradingFrozen);
        Funds::<Test>::set_trading_frozen(&account(201), false);
        first(Error::BasketSameSubnet);
        let second = |who, expected: Error<Test>| {
            assert_noop!(
                swap_of(signed(who), account(201), ROOT, missing, 0),
                expected
            );
        };
        second(7, Error::NonAssociatedColdKey);
        second(9, Error::HotKeyNotRegisteredInSubNet);
        let own = |from, to, amount, expected: Error<Test>| {
            assert_noop!(swap_of(signed(1), hotkey(), from, to, amount), expected);
        };
        SubtokenEnabled::<Test>::insert(netuid, false);
        own(netuid, missing, 0, Error::SubnetNotExists);
        own(netuid, other, 0, Error::SubtokenDisabled);
        SubtokenEnabled::<Test>::insert(netuid, true);
        own(netuid, other, 0, Error::AmountTooLow);
        own(netuid, other, 20 * TAO + 1, Error::NotEnoughStakeToWithdraw);
        let fast = SubnetFastMovingPrice::<Test>::take(netuid);
        own(netuid, other, 1, Error::SlippageTooHigh);
        SubnetFastMovingPrice::<Test>::insert(netuid, U64F64::ONE);
        own(netuid, other, 1, Error::SlippageTooHigh);
        SubnetFastMovingPrice::<Test>::set(netuid, fast);
        own(netuid, other, TAO - TAO / 100, Error::AmountTooLow);
        BasketDailyTurnoverCap::<Test>::put(1);
        own(netuid, other, 4 * TAO, Error::BasketTurnoverBudgetExceeded);
        BasketDailyTurnoverCap::<Test>::put(6_553);
        // More than the band takes.
        own(ROOT, other, 50 * TAO, Error::SlippageTooHigh);
    });
}

#[test]
fn a_dissolved_subnet_forgets_what_was_bought() {
    test_trades(|_, other| {
        assert_ok!(swap((ROOT, other, rao(2 * TAO), 0)));
        assert!(BasketLiquidityUsed::<Test>::contains_key(
            account(HOTKEY),
            other
        ));
        assert_ok!(SubtensorModule::root_dissolve_network(
            RuntimeOrigin::root(),
            other
        ));
        while !DissolveCleanupQueue::<Test>::get().is_empty() {
            next_block();
        }
        assert_eq!(BasketLiquidityUsed::<Test>::iter().count(), 0);
    });
}
