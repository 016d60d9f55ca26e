//! Staking and unstaking: amounts, errors in their order, events, and conservation.

mod alpha_fees;
mod auto_stake;
mod destroy;
mod nominations;
mod orders;
mod positions;
mod random;
mod relocate;

use frame_support::{assert_noop, assert_ok};
use subtensor_primitives::{AlphaBalance, NetUid, SwapFee, SwapInterface, TaoBalance};

use crate::{Error, Event, mock::*};

const ROOT: NetUid = NetUid::ROOT;
/// Price of one TAO per alpha.
const PAR: TaoBalance = TaoBalance::new(TAO);

fn tao(rao: u64) -> TaoBalance {
    TaoBalance::new(rao)
}

fn stake(coldkey: u64, hotkey: u64, netuid: NetUid) -> u64 {
    Shares::<Test>::stake_of(&account(hotkey), &account(coldkey), netuid).to_u64()
}

fn test(run: impl FnOnce(NetUid)) {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        run(netuid);
        check();
    });
}

#[test]
fn stake_buys_alpha_and_pays_the_author() {
    test(|netuid| {
        let author = Balances::free_balance(account(99));
        let quote = Swap::buy(netuid, tao(TAO), Swap::max_price(), SwapFee::Charged).unwrap();
        assert_ok!(SubtensorModule::add_stake(
            signed(2),
            account(11),
            netuid,
            tao(TAO)
        ));
        assert_eq!(stake(2, 11, netuid), quote.paid_out.to_u64());
        assert_eq!(Balances::free_balance(account(2)), FUNDS - TAO);
        assert_eq!(Balances::free_balance(account(99)), author + 503_547);
        System::assert_last_event(
            Event::StakeAdded(
                account(2),
                account(11),
                tao(TAO),
                quote.paid_out,
                netuid,
                503_547,
            )
            .into(),
        );
        let all = AlphaBalance::MAX;
        assert_ok!(SubtensorModule::remove_stake(
            signed(2),
            account(11),
            netuid,
            all
        ));
        assert_eq!(stake(2, 11, netuid), 0);
        let loss = FUNDS - Balances::free_balance(account(2));
        assert!(
            (1_000_000..1_010_000).contains(&loss),
            "two fees of 0.05 %, not {loss}"
        );
    });
}

#[test]
fn errors_of_staking_come_in_order() {
    test(|netuid| {
        let add = |who, hotkey, netuid, amount| {
            SubtensorModule::add_stake(signed(who), account(hotkey), netuid, tao(amount))
        };
        assert_noop!(
            add(2, 11, NetUid::new(9), 1),
            Error::<Test>::SubnetNotExists
        );
        assert_noop!(
            add(2, 11, NetUid::new(1), 1),
            Error::<Test>::SubtokenDisabled
        );
        assert_noop!(add(2, 11, netuid, 2_001_006), Error::<Test>::AmountTooLow);
        assert_noop!(
            add(2, 77, netuid, u64::MAX),
            Error::<Test>::InsufficientLiquidity
        );
        assert_noop!(
            add(2, 77, ROOT, FUNDS + 1),
            Error::<Test>::NotEnoughBalanceToStake
        );
        assert_noop!(
            add(2, 77, netuid, TAO),
            Error::<Test>::HotKeyAccountNotExists
        );
        assert_ok!(add(2, 11, netuid, 2_001_008));
        let remove = |amount| {
            SubtensorModule::remove_stake(signed(2), account(11), netuid, AlphaBalance::new(amount))
        };
        assert_noop!(remove(0), Error::<Test>::AmountTooLow);
        assert_noop!(remove(1_000_000), Error::<Test>::AmountTooLow);
        assert_ok!(remove(u64::MAX));
        assert_noop!(remove(1), Error::<Test>::AmountTooLow);
    });
}

#[test]
fn limits_cut_or_refuse_an_order() {
    test(|netuid| {
        let order = tao(500 * TAO);
        let add = |limit, partial| {
            SubtensorModule::add_stake_limit(
                signed(2),
                account(11),
                netuid,
                order,
                tao(limit),
                partial,
            )
        };
        assert_noop!(
            add(TAO / 2, true),
            pallet_subtensor_swap::Error::<Test>::PriceLimitExceeded
        );
        assert_noop!(add(TAO + TAO / 10, false), Error::<Test>::SlippageTooHigh);
        assert_ok!(add(TAO + TAO / 10, true));
        let price = Swap::current_alpha_price(netuid);
        assert!(
            (TAO + TAO / 10 - 10..=TAO + TAO / 10).contains(&price),
            "{price}"
        );
        let spent = FUNDS - Balances::free_balance(account(2));
        assert!(
            spent < 60 * TAO,
            "what the limit forbids is never taken: {spent}"
        );
        let sell = |limit, partial| {
            let all = AlphaBalance::MAX;
            SubtensorModule::remove_stake_limit(
                signed(2),
                account(11),
                netuid,
                all,
                tao(limit),
                partial,
            )
        };
        assert_noop!(sell(TAO + TAO / 20, false), Error::<Test>::SlippageTooHigh);
        assert_ok!(sell(TAO + TAO / 20, true));
        assert_ok!(SubtensorModule::remove_stake_full_limit(
            signed(2),
            account(11),
            netuid,
            Some(tao(1))
        ));
        assert_eq!(stake(2, 11, netuid), 0);
    });
}

#[test]
fn root_stake_is_tao_one_to_one() {
    test(|_| {
        assert_ok!(SubtensorModule::add_stake(
            signed(2),
            account(11),
            ROOT,
            tao(7 * TAO)
        ));
        assert_eq!(stake(2, 11, ROOT), 7 * TAO);
        assert_eq!(Balances::free_balance(account(2)), FUNDS - 7 * TAO);
        let refused = SubtensorModule::add_stake_limit(
            signed(2),
            account(11),
            ROOT,
            tao(TAO),
            tao(TAO - 1),
            true,
        );
        assert_eq!(refused, Err(Error::<Test>::AmountTooLow.into()));
        assert_ok!(SubtensorModule::add_stake_limit(
            signed(2),
            account(11),
            ROOT,
            tao(TAO),
            PAR,
            false
        ));
        assert_ok!(SubtensorModule::remove_stake(
            signed(2),
            account(11),
            ROOT,
            AlphaBalance::MAX
        ));
        assert_eq!(Balances::free_balance(account(2)), FUNDS);
    });
}

#[test]
fn staking_everything_leaves_the_existential_deposit() {
    test(|_| {
        assert_ok!(SubtensorModule::add_stake(
            signed(2),
            account(11),
            ROOT,
            tao(FUNDS)
        ));
        assert_eq!(Balances::free_balance(account(2)), EXISTENTIAL_DEPOSIT);
        assert_eq!(stake(2, 11, ROOT), FUNDS - EXISTENTIAL_DEPOSIT);
    });
}

#[test]
fn everything_can_be_sold_at_once() {
    test(|netuid| {
        assert_noop!(
            SubtensorModule::unstake_all(signed(2), account(77)),
            Error::<Test>::HotKeyAccountNotExists
        );
        for at in [ROOT, netuid] {
            assert_ok!(SubtensorModule::add_stake(
                signed(2),
                account(11),
                at,
                tao(5 * TAO)
            ));
        }
        assert_ok!(SubtensorModule::unstake_all_alpha(signed(2), account(11)));
        assert_eq!(stake(2, 11, netuid), 0);
        assert!(stake(2, 11, ROOT) > 9_990_000_000);
        assert_noop!(
            SubtensorModule::unstake_all_alpha(signed(2), account(11)),
            Error::<Test>::AmountTooLow
        );
        assert_ok!(SubtensorModule::unstake_all(signed(2), account(11)));
        assert_eq!(stake(2, 11, ROOT), 0);
    });
}
