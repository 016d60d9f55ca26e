//! Moving stake: what arrives, who pays, which events tell it, and the errors in their order.

use frame_support::{assert_noop, assert_ok, dispatch::DispatchResultWithPostInfo};
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, SwapFee, SwapInterface};

use super::{ROOT, stake, tao};
use crate::{Error, Event, mock::*, pallet::*};

const ALL: AlphaBalance = AlphaBalance::MAX;

fn alpha(rao: u64) -> AlphaBalance {
    AlphaBalance::new(rao)
}

fn add(coldkey: u64, hotkey: u64, netuid: NetUid, amount: u64) {
    assert_ok!(SubtensorModule::add_stake(
        signed(coldkey),
        account(hotkey),
        netuid,
        tao(amount)
    ));
}

fn free(coldkey: u64) -> u64 {
    Balances::free_balance(account(coldkey))
}

/// Two subnets with the owner hotkeys 11 and 12; coldkey 2 has staked 10 TAO on hotkey 11 on the
/// first.
fn test(run: impl FnOnce(NetUid, NetUid)) {
    new_test_ext().execute_with(|| {
        let first = start_subnet(1, 11);
        let second = start_subnet(3, 12);
        add(2, 11, first, 10 * TAO);
        System::reset_events();
        run(first, second);
        check();
    });
}

fn events() -> Vec<Event<Test>> {
    System::events()
        .into_iter()
        .filter_map(|record| match record.event {
            RuntimeEvent::SubtensorModule(event) => Some(event),
            _ => None,
        })
        .collect()
}

#[test]
fn within_a_subnet_shares_change_hands_without_a_fee() {
    test(|netuid, _| {
        let held = stake(2, 11, netuid);
        let out = SubnetAlphaOut::<Test>::get(netuid);
        let part = alpha(held / 3);
        let price = Swap::price(netuid);
        assert_ok!(SubtensorModule::move_stake(
            signed(2),
            account(11),
            account(12),
            netuid,
            netuid,
            part
        ));
        assert_eq!(stake(2, 12, netuid), held / 3);
        assert!(stake(2, 11, netuid).abs_diff(held - held / 3) <= 1);
        assert_eq!(SubnetAlphaOut::<Test>::get(netuid), out);
        let worth = tao(U64F64::from_num(held / 3).saturating_mul(price).to_u64());
        assert_eq!(
            events(),
            vec![
                Event::StakeRemoved(account(2), account(11), worth, part, netuid, 0),
                Event::StakeAdded(account(2), account(12), worth, part, netuid, 0),
                Event::StakeMoved(account(2), account(11), netuid, account(12), netuid, worth),
            ]
        );
    });
}

#[test]
fn between_subnets_the_sale_pays_the_one_fee() {
    test(|first, second| {
        let held = stake(2, 11, first);
        let sale = Swap::sell(first, alpha(held), Swap::min_price(), SwapFee::Charged).unwrap();
        let purchase =
            Swap::buy(second, sale.paid_out, Swap::max_price(), SwapFee::Waived).unwrap();
        let (coldkey, author) = (free(2), free(99));
        assert_ok!(SubtensorModule::swap_stake(
            signed(2),
            account(11),
            first,
            second,
            ALL
        ));
        assert_eq!(stake(2, 11, first), 0);
        assert_eq!(stake(2, 11, second), purchase.paid_out.to_u64());
        assert_eq!(free(2), coldkey, "no TAO of the coldkey takes part");
        assert!(free(99) > author);
        assert_eq!(purchase.fee, tao(0));
        assert_eq!(
            events(),
            vec![
                Event::StakeRemoved(
                    account(2),
                    account(11),
                    sale.paid_out,
                    sale.paid_in,
                    first,
                    sale.fee.to_u64()
                ),
                Event::StakeAdded(
                    account(2),
                    account(11),
                    sale.paid_out,
                    purchase.paid_out,
                    second,
                    0
                ),
                Event::StakeSwapped(account(2), account(11), first, second, sale.paid_out),
            ]
        );
    });
}

#[test]
fn from_root_the_purchase_pays_the_one_fee() {
    test(|first, _| {
        add(2, 11, ROOT, 5 * TAO);
        let purchase = Swap::buy(first, tao(5 * TAO), Swap::max_price(), SwapFee::Charged).unwrap();
        let (before, author) = (stake(2, 11, first), free(99));
        assert_ok!(SubtensorModule::swap_stake(
            signed(2),
            account(11),
            ROOT,
            first,
            ALL
        ));
        assert_eq!(stake(2, 11, ROOT), 0);
        let gained = stake(2, 11, first) - before;
        assert!(gained.abs_diff(purchase.paid_out.to_u64()) <= 1);
        assert_eq!(free(99), author + purchase.fee.to_u64());
        assert!(!purchase.fee.is_zero());
    });
}

#[test]
fn stake_is_given_to_another_coldkey_and_hotkey() {
    test(|first, second| {
        let held = stake(2, 11, first);
        assert_ok!(SubtensorModule::transfer_stake(
            signed(2),
            account(4),
            account(11),
            first,
            first,
            alpha(held / 2)
        ));
        assert_eq!(stake(4, 11, first), held / 2);
        assert_ok!(SubtensorModule::transfer_stake_and_hotkey(
            signed(2),
            account(5),
            account(11),
            account(12),
            first,
            second,
            ALL
        ));
        assert_eq!(stake(2, 11, first), 0);
        assert!(stake(5, 12, second) > 0);
        assert_eq!(free(5), FUNDS);
        assert!(Delegates::<Test>::contains_key(account(12)));
        let last = events().pop().unwrap();
        let Event::StakeTransferred(from, to, hotkey, origin, destination, worth) = last else {
            panic!("{last:?}")
        };
        assert_eq!((from, to, hotkey), (account(2), account(5), account(12)));
        assert_eq!((origin, destination), (first, second));
        assert!(worth > tao(4 * TAO));
    });
}

fn swap(from: NetUid, to: NetUid, amount: u64) -> DispatchResultWithPostInfo {
    SubtensorModule::swap_stake(signed(2), account(11), from, to, alpha(amount))
}

#[test]
fn errors_of_moving_come_in_order() {
    test(|first, second| {
        let held = stake(2, 11, first);
        let nowhere = NetUid::new(9);
        assert_noop!(swap(nowhere, nowhere, 0), Error::<Test>::SameNetuid);
        assert_noop!(swap(nowhere, second, 0), Error::<Test>::SubnetNotExists);
        assert_noop!(swap(first, nowhere, 0), Error::<Test>::SubnetNotExists);
        // Subnet 1 has not been started.
        assert_noop!(
            swap(NetUid::new(1), second, 0),
            Error::<Test>::SubtokenDisabled
        );
        assert_noop!(
            swap(first, NetUid::new(1), 0),
            Error::<Test>::SubtokenDisabled
        );
        let to_hotkey = |hotkey, amount| {
            SubtensorModule::move_stake(
                signed(2),
                account(11),
                account(hotkey),
                first,
                first,
                alpha(amount),
            )
        };
        assert_noop!(to_hotkey(77, 0), Error::<Test>::HotKeyAccountNotExists);
        assert_noop!(
            swap(first, second, held + 1),
            Error::<Test>::NotEnoughStakeToWithdraw
        );
        assert_noop!(
            to_hotkey(12, held + 1),
            Error::<Test>::NotEnoughStakeToWithdraw
        );
        assert_noop!(swap(first, second, 0), Error::<Test>::AmountTooLow);
        assert_noop!(to_hotkey(12, 0), Error::<Test>::AmountTooLow);
        assert_noop!(swap(first, second, 1_000_000), Error::<Test>::AmountTooLow);
        assert_noop!(
            SubtensorModule::swap_stake(signed(6), account(11), first, second, ALL),
            Error::<Test>::AmountTooLow
        );
    });
}

#[test]
fn within_a_subnet_little_stake_may_move() {
    test(|netuid, _| {
        let worth = |rao: u64| U64F64::from_num(rao).saturating_mul(Swap::price(netuid));
        let least = (1..).find(|rao| worth(*rao).to_u64() >= 100_000).unwrap();
        let moved = |rao| {
            let (from, to) = (account(11), account(12));
            SubtensorModule::move_stake(signed(2), from, to, netuid, netuid, alpha(rao))
        };
        let given = |rao| {
            let (to, hotkey) = (account(3), account(11));
            SubtensorModule::transfer_stake(signed(2), to, hotkey, netuid, netuid, alpha(rao))
        };
        assert_noop!(moved(least - 1), Error::<Test>::AmountTooLow);
        assert_noop!(given(least - 1), Error::<Test>::AmountTooLow);
        assert_ok!(moved(least));
        assert_ok!(given(least));
    });
}

#[test]
fn a_subnet_may_keep_stake_from_other_coldkeys() {
    test(|first, second| {
        let held = stake(2, 11, first);
        for closed in [first, second] {
            TransferToggle::<Test>::insert(closed, false);
            assert_noop!(
                SubtensorModule::transfer_stake(
                    signed(2),
                    account(4),
                    account(11),
                    first,
                    second,
                    ALL
                ),
                Error::<Test>::TransferDisallowed
            );
            assert_ok!(swap(first, second, held / 100));
            TransferToggle::<Test>::insert(closed, true);
        }
    });
}

#[test]
fn a_purchase_that_the_pool_cannot_serve_moves_nothing() {
    test(|first, second| {
        let held = stake(2, 11, first);
        SwapBalance::drain(second);
        assert_noop!(
            swap(first, second, held / 2),
            Error::<Test>::InsufficientLiquidity
        );
        SwapBalance::refill(second);
    });
}

/// Takes the alpha out of a pool and puts it back.
struct SwapBalance;

impl SwapBalance {
    fn drain(netuid: NetUid) {
        let reserve = SubnetAlphaIn::<Test>::get(netuid);
        SubnetAlphaIn::<Test>::insert(netuid, alpha(10));
        SubnetAlphaOut::<Test>::mutate(netuid, |out| {
            out.saturating_accrue(reserve.saturating_sub(alpha(10)))
        });
        SubnetProtocolAlpha::<Test>::insert(netuid, reserve);
    }

    fn refill(netuid: NetUid) {
        let reserve = SubnetProtocolAlpha::<Test>::take(netuid);
        SubnetAlphaIn::<Test>::insert(netuid, reserve);
        SubnetAlphaOut::<Test>::mutate(netuid, |out| {
            out.saturating_reduce(reserve.saturating_sub(alpha(10)))
        });
    }
}

#[test]
fn locked_stake_leaves_neither_the_subnet_nor_the_coldkey() {
    test(|first, second| {
        let held = stake(2, 11, first);
        lock_stake(2, 11, first, held / 2);
        assert_ok!(SubtensorModule::set_perpetual_lock(signed(2), first, true));
        assert_noop!(
            SubtensorModule::swap_stake(signed(2), account(11), first, second, ALL),
            Error::<Test>::StakeUnavailable
        );
        assert_noop!(
            SubtensorModule::transfer_stake(signed(2), account(4), account(11), first, first, ALL),
            Error::<Test>::AccountRejectsLockedAlpha
        );
        assert_noop!(
            SubtensorModule::remove_stake(signed(2), account(11), first, ALL),
            Error::<Test>::StakeUnavailable
        );
        for destroy in [SubtensorModule::recycle_alpha, SubtensorModule::burn_alpha] {
            assert_noop!(
                destroy(signed(2), account(11), ALL, first),
                Error::<Test>::StakeUnavailable
            );
        }
        // The coldkey may choose another hotkey for what it locked.
        assert_ok!(SubtensorModule::move_stake(
            signed(2),
            account(11),
            account(12),
            first,
            first,
            ALL
        ));
        assert_ok!(SubtensorModule::remove_stake(
            signed(2),
            account(12),
            first,
            alpha(held / 3)
        ));
    });
}

#[test]
fn a_ratio_limit_cuts_or_refuses_a_move() {
    test(|first, second| {
        add(2, 11, first, 100 * TAO);
        let ratio = Swap::price(first)
            .safe_div(Swap::price(second))
            .saturating_mul(U64F64::from_num(TAO))
            .to_u64();
        let limit = ratio / 100 * 98;
        let held = stake(2, 11, first);
        let swap = |limit, partial| {
            SubtensorModule::swap_stake_limit(
                signed(2),
                account(11),
                first,
                second,
                ALL,
                tao(limit),
                partial,
            )
        };
        assert_noop!(swap(limit, false), Error::<Test>::SlippageTooHigh);
        assert_ok!(swap(limit, true));
        let given = held - stake(2, 11, first);
        assert!(
            0 < given && given < held,
            "a part was moved: {given} of {held}"
        );
        let got = u128::from(stake(2, 11, second)) * u128::from(TAO) / u128::from(given);
        let limit = u128::from(limit);
        assert!(got >= limit && got < limit + 10, "{got} {limit}");
        let limit = limit as u64;
        // Nothing more can be moved at this limit.
        assert_noop!(swap(limit + TAO / 100, true), Error::<Test>::AmountTooLow);
        assert_ok!(SubtensorModule::move_stake_limit(
            signed(2),
            account(11),
            account(12),
            first,
            second,
            ALL,
            tao(1),
            false
        ));
        assert_eq!(stake(2, 11, first), 0);
        assert!(stake(2, 12, second) > 0);
    });
}

#[test]
fn limits_against_root_are_prices_of_the_pool() {
    test(|first, _| {
        let price = Swap::current_alpha_price(first);
        let to_root = |limit, partial| {
            SubtensorModule::swap_stake_limit(
                signed(2),
                account(11),
                first,
                ROOT,
                ALL,
                tao(limit),
                partial,
            )
        };
        let passed = pallet_subtensor_swap::Error::<Test>::PriceLimitExceeded;
        assert_noop!(to_root(price + 10, true), passed);
        assert_noop!(
            to_root(price - price / 10_000, false),
            Error::<Test>::SlippageTooHigh
        );
        assert_ok!(to_root(price - price / 1_000, true));
        let worth = stake(2, 11, ROOT);
        assert!(worth > 0);
        // The author's fee is sold after the order and moves the price by a two thousandth of what
        // the order moved it.
        let after = Swap::current_alpha_price(first);
        assert!(after >= price - price / 1_000 - price / 1_000_000);

        // The other way the limit is the inverse of the pool's price.
        let ratio = TAO * TAO / Swap::current_alpha_price(first);
        let from_root = |limit, partial| {
            SubtensorModule::swap_stake_limit(
                signed(2),
                account(11),
                ROOT,
                first,
                ALL,
                tao(limit),
                partial,
            )
        };
        assert_noop!(
            from_root(ratio + ratio / 1_000, true),
            pallet_subtensor_swap::Error::<Test>::PriceLimitExceeded
        );
        assert_ok!(from_root(ratio - ratio / 10, false));
        assert_eq!(stake(2, 11, ROOT), 0);
    });
}
