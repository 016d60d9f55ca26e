//! Trades for orders that were signed before: errors in the order of the table in spec 80 B.5,
//! what no order can sell or move, and who trades without a least amount.

use codec::Encode;
use frame_support::{PalletId, assert_noop, assert_ok};
use sp_io::hashing::blake2_256;
use sp_runtime::{DispatchError, DispatchResult, traits::AccountIdConversion};
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, NetUid, OrderTrades, SwapFee, SwapInterface, TaoBalance};

use super::{PAR, stake, tao, test};
use crate::{Error, mock::*, pallet::*, weight_info::tests::counting::count as count_touched};

type Trades = Staking<Test>;

/// A subnet that nobody has opened, and one that has not been started.
const NOWHERE: NetUid = NetUid::new(9);
const ASLEEP: NetUid = NetUid::new(1);
const ANY_PRICE: u64 = u64::MAX;

fn alpha(rao: u64) -> AlphaBalance {
    AlphaBalance::new(rao)
}

fn free(account: &AccountId) -> u64 {
    Balances::free_balance(account)
}

fn buy(
    coldkey: u64,
    hotkey: u64,
    netuid: NetUid,
    amount: u64,
    limit: u64,
) -> Result<AlphaBalance, DispatchError> {
    let (coldkey, hotkey) = (account(coldkey), account(hotkey));
    Trades::buy_alpha(&coldkey, &hotkey, netuid, tao(amount), tao(limit))
}

fn sell(
    coldkey: u64,
    hotkey: u64,
    netuid: NetUid,
    amount: u64,
    limit: u64,
) -> Result<TaoBalance, DispatchError> {
    let (coldkey, hotkey) = (account(coldkey), account(hotkey));
    Trades::sell_alpha(&coldkey, &hotkey, netuid, alpha(amount), tao(limit))
}

/// Moves stake from a coldkey and hotkey to another pair.
fn move_stake(from: (u64, u64), to: (u64, u64), netuid: NetUid, amount: u64) -> DispatchResult {
    let from = (account(from.0), account(from.1));
    let to = (account(to.0), account(to.1));
    Trades::move_stake((&from.0, &from.1), (&to.0, &to.1), netuid, alpha(amount))
}

/// The account of a pallet, with a TAO and a hotkey of its own, 40.
fn pallet_account() -> AccountId {
    let pallet: AccountId = PalletId(*b"bt/limit").into_account_truncating();
    assert_ok!(Trades::transfer_tao(&account(3), &pallet, PAR));
    assert_ok!(Trades::claim_hotkey(&pallet, &account(40)));
    pallet
}

#[test]
fn orders_are_ordinary_purchases_and_sales() {
    test(|netuid| {
        let author = free(&account(99));
        let quote = Swap::buy(netuid, PAR, Swap::max_price(), SwapFee::Charged).unwrap();
        assert_eq!(buy(2, 11, netuid, TAO, ANY_PRICE), Ok(quote.paid_out));
        assert_eq!(stake(2, 11, netuid), quote.paid_out.to_u64());
        assert_eq!(free(&account(2)), FUNDS - TAO);
        assert_eq!(free(&account(99)), author + quote.fee.to_u64());
        assert!(!quote.fee.is_zero());

        let paid = sell(2, 11, netuid, quote.paid_out.to_u64(), 0).unwrap();
        assert_eq!(stake(2, 11, netuid), 0);
        assert_eq!(free(&account(2)), FUNDS - TAO + paid.to_u64());
        assert!(paid < PAR && paid.to_u64() > TAO - TAO / 500, "{paid:?}");
    });
}

#[test]
fn errors_of_purchases_come_in_order() {
    test(|netuid| {
        // Coldkey 60 has nothing, hotkey 77 nobody.
        assert_noop!(buy(60, 77, NOWHERE, 0, 0), Error::<Test>::SubnetNotExists);
        assert_noop!(buy(60, 77, ASLEEP, 0, 0), Error::<Test>::SubtokenDisabled);
        assert_noop!(
            buy(60, 77, netuid, 0, 0),
            Error::<Test>::HotKeyAccountNotExists
        );
        for amount in [0, 1_999_999] {
            assert_noop!(buy(60, 11, netuid, amount, 0), Error::<Test>::AmountTooLow);
        }
        assert_noop!(
            buy(60, 11, netuid, 2_000_000, 0),
            Error::<Test>::NotEnoughBalanceToStake
        );
        // The fee comes on top of the least amount.
        assert_noop!(
            buy(2, 11, netuid, 2_000_000, ANY_PRICE),
            Error::<Test>::AmountTooLow
        );
        assert_noop!(
            buy(2, 11, netuid, TAO, TAO / 2),
            pallet_subtensor_swap::Error::<Test>::PriceLimitExceeded
        );
        assert_noop!(
            buy(2, 11, netuid, 500 * TAO, TAO + TAO / 10),
            Error::<Test>::SlippageTooHigh
        );
        assert_ok!(buy(2, 11, netuid, 500 * TAO, 10 * TAO));
    });
}

#[test]
fn errors_of_sales_come_in_order() {
    test(|netuid| {
        assert_ok!(buy(2, 11, netuid, 100 * TAO, ANY_PRICE));
        let held = stake(2, 11, netuid);
        let price = Swap::current_alpha_price(netuid);
        assert_noop!(sell(2, 77, NOWHERE, 0, 0), Error::<Test>::SubnetNotExists);
        assert_noop!(sell(2, 77, ASLEEP, 0, 0), Error::<Test>::SubtokenDisabled);
        assert_noop!(sell(2, 77, netuid, 0, 0), Error::<Test>::AmountTooLow);
        assert_noop!(
            sell(2, 77, netuid, 1, 0),
            Error::<Test>::NotEnoughStakeToWithdraw
        );
        assert_noop!(
            sell(2, 11, netuid, held + 1, ANY_PRICE),
            Error::<Test>::NotEnoughStakeToWithdraw
        );
        assert_noop!(
            sell(2, 11, netuid, held, 2 * price),
            pallet_subtensor_swap::Error::<Test>::PriceLimitExceeded
        );
        assert_noop!(
            sell(2, 11, netuid, held, price - price / 100),
            Error::<Test>::SlippageTooHigh
        );
        assert_noop!(
            sell(2, 11, netuid, 1_000_000, 0),
            Error::<Test>::AmountTooLow
        );
        assert_ok!(sell(2, 11, netuid, held, TAO / 2));
    });
}

#[test]
fn what_is_locked_or_collateral_is_neither_sold_nor_moved() {
    test(|netuid| {
        assert_ok!(buy(2, 11, netuid, 10 * TAO, ANY_PRICE));
        own_hotkey(5, 15);
        assert_ok!(buy(5, 15, netuid, 10 * TAO, ANY_PRICE));
        let (locked, bonded) = (stake(2, 11, netuid), stake(5, 15, netuid));
        lock_stake(2, 11, netuid, locked / 2);
        assert_ok!(SubtensorModule::add_collateral(
            signed(5),
            netuid,
            account(15),
            alpha(bonded / 2),
            tao(ANY_PRICE)
        ));
        own_hotkey(1, 12);
        assert_ok!(SubtensorModule::set_reject_locked_alpha(signed(4), false));
        for (coldkey, hotkey, held) in [(2, 11, locked), (5, 15, bonded)] {
            let too_much = held / 2 + held / 10;
            assert_noop!(
                sell(coldkey, hotkey, netuid, too_much, 0),
                Error::<Test>::StakeUnavailable
            );
            for to in [(coldkey, 12), (4, 11)] {
                assert_noop!(
                    move_stake((coldkey, hotkey), to, netuid, too_much),
                    Error::<Test>::StakeUnavailable
                );
            }
            assert_ok!(sell(coldkey, hotkey, netuid, held / 5, 0));
            assert_ok!(move_stake((coldkey, hotkey), (4, 11), netuid, held / 5));
        }
    });
}

fn own_hotkey(coldkey: u64, hotkey: u64) {
    assert_ok!(Trades::claim_hotkey(&account(coldkey), &account(hotkey)));
}

#[test]
fn a_rest_that_is_too_small_is_sold_too() {
    test(|netuid| {
        NominatorMinRequiredStake::<Test>::put(2_000_000);
        assert_ok!(buy(2, 11, netuid, TAO, ANY_PRICE));
        let before = free(&account(2));
        let paid = sell(2, 11, netuid, stake(2, 11, netuid) - 1_000_000, 0).unwrap();
        assert_eq!(stake(2, 11, netuid), 0);
        assert!(free(&account(2)) > before + paid.to_u64());
    });
}

#[test]
fn the_account_of_a_pallet_trades_any_amount() {
    test(|netuid| {
        let (pallet, hotkey) = (pallet_account(), account(40));
        let most = tao(ANY_PRICE);
        let bought = Trades::buy_alpha(&pallet, &hotkey, netuid, tao(1_000), most).unwrap();
        assert_eq!(Trades::stake_of(&pallet, &hotkey, netuid), bought);
        assert_eq!(free(&pallet), TAO - 1_000);
        let none = Trades::buy_alpha(&pallet, &hotkey, netuid, tao(0), most);
        assert_eq!(none, Err(Error::<Test>::AmountTooLow.into()));

        let (some, any) = (alpha(100), tao(0));
        let paid = Trades::sell_alpha(&pallet, &hotkey, netuid, some, any).unwrap();
        assert_eq!(free(&pallet), TAO - 1_000 + paid.to_u64());
        assert!(!paid.is_zero());
        let too_much = Trades::sell_alpha(&pallet, &hotkey, netuid, bought, any);
        assert_eq!(
            too_much,
            Err(Error::<Test>::NotEnoughStakeToWithdraw.into())
        );

        // An account that could be anybody's has a least amount.
        assert_noop!(
            buy(2, 11, netuid, 1_000, ANY_PRICE),
            Error::<Test>::AmountTooLow
        );
        // With all it has, it stays alive.
        let all = tao(free(&pallet));
        assert_ok!(Trades::buy_alpha(&pallet, &hotkey, netuid, all, most));
        assert_eq!(free(&pallet), EXISTENTIAL_DEPOSIT);
    });
}

#[test]
fn stake_is_gathered_and_dealt_out_in_spite_of_the_switch() {
    test(|netuid| {
        let (pallet, hotkey) = (pallet_account(), account(40));
        assert_ok!(buy(2, 11, netuid, TAO, ANY_PRICE));
        let held = stake(2, 11, netuid);
        TransferToggle::<Test>::insert(netuid, false);
        assert_ok!(Trades::move_stake(
            (&account(2), &account(11)),
            (&pallet, &hotkey),
            netuid,
            alpha(held)
        ));
        assert_eq!(stake(2, 11, netuid), 0);
        assert_eq!(Trades::stake_of(&pallet, &hotkey, netuid), alpha(held));
        // Less than a transfer could be.
        let deal = |part| {
            let buyer = (&account(4), &account(11));
            assert_ok!(Trades::move_stake((&pallet, &hotkey), buyer, netuid, part));
        };
        deal(alpha(1_000));
        deal(Trades::stake_of(&pallet, &hotkey, netuid));
        assert_eq!(Trades::stake_of(&pallet, &hotkey, netuid), alpha(0));
        assert!(stake(4, 11, netuid).abs_diff(held) <= 2);
    });
}

#[test]
fn errors_of_moves_come_in_order() {
    test(|netuid| {
        assert_ok!(buy(2, 11, netuid, TAO, ANY_PRICE));
        let held = stake(2, 11, netuid);
        let moved = |netuid, hotkeys: (u64, u64), amount| {
            move_stake((2, hotkeys.0), (4, hotkeys.1), netuid, amount)
        };
        assert_noop!(
            move_stake((2, 77), (2, 77), NOWHERE, 0),
            Error::<Test>::SameNetuid
        );
        assert_noop!(moved(NOWHERE, (77, 11), 0), Error::<Test>::SubnetNotExists);
        assert_noop!(moved(ASLEEP, (77, 11), 0), Error::<Test>::SubtokenDisabled);
        for hotkeys in [(77, 11), (11, 77)] {
            assert_noop!(
                moved(netuid, hotkeys, 0),
                Error::<Test>::HotKeyAccountNotExists
            );
        }
        assert_noop!(moved(netuid, (11, 11), 0), Error::<Test>::AmountTooLow);
        assert_noop!(
            moved(netuid, (11, 11), held + 1),
            Error::<Test>::NotEnoughStakeToWithdraw
        );
        let many: Vec<AccountId> = (10_000..).map(account).take(512).collect();
        StakingHotkeys::<Test>::insert(account(4), many);
        assert_noop!(
            moved(netuid, (11, 11), held),
            Error::<Test>::TooManyStakingHotkeys
        );
        StakingHotkeys::<Test>::remove(account(4));
        announce(4, 70);
        assert_noop!(
            moved(netuid, (11, 11), held),
            Error::<Test>::ColdkeySwapAnnounced
        );
    });
}

fn announce(coldkey: u64, new: u64) {
    let hash = account(new).using_encoded(blake2_256).into();
    assert_ok!(SubtensorModule::announce_coldkey_swap(
        signed(coldkey),
        hash
    ));
}

fn swap_coldkey(old: u64, new: u64) {
    let (root, zero) = (RuntimeOrigin::root(), tao(0));
    assert_ok!(SubtensorModule::swap_coldkey(
        root,
        account(old),
        account(new),
        zero
    ));
}

#[test]
fn no_order_outlives_the_swap_of_its_coldkey() {
    test(|_| {
        let frozen = |coldkey| Trades::is_frozen(&account(coldkey));
        assert!(!frozen(2));
        announce(2, 70);
        assert!(frozen(2));
        assert!(!frozen(70));
        swap_coldkey(2, 70);
        assert!(ColdkeySwaps::<Test>::freeze_of(&account(2)).is_none());
        assert!(frozen(2), "its key may be in the wrong hands");
        assert!(!frozen(70));
        swap_coldkey(70, 2);
        assert!(!frozen(2));
        assert!(frozen(70));
    });
}

#[test]
fn accounts_are_paid_and_hotkeys_claimed() {
    test(|netuid| {
        assert_eq!(Trades::price(NOWHERE), U64F64::ZERO);
        assert_eq!(Trades::price(netuid), Swap::price(netuid));
        assert!(Trades::price(netuid) > U64F64::ZERO);

        let (from, to) = (account(7), account(3));
        assert_ok!(Trades::transfer_tao(&from, &to, tao(FUNDS)));
        assert_eq!((free(&from), free(&to)), (0, 2 * FUNDS));
        assert!(!System::account_exists(&from));
        assert_noop!(
            Trades::transfer_tao(&from, &to, tao(1)),
            Error::<Test>::InsufficientTaoBalance
        );

        assert!(!Trades::owns_hotkey(&account(2), &account(40)));
        for _ in 0..2 {
            own_hotkey(2, 40);
            assert!(Trades::owns_hotkey(&account(2), &account(40)));
        }
        assert_noop!(
            Trades::claim_hotkey(&account(3), &account(40)),
            Error::<Test>::NonAssociatedColdKey
        );
    });
}

#[test]
fn trades_touch_no_more_than_they_weigh() {
    let mut state = new_test_ext();
    let netuid = state.execute_with(|| {
        let netuid = start_subnet(1, 11);
        NominatorMinRequiredStake::<Test>::put(2_000_000);
        for coldkey in [2, 4] {
            assert_ok!(buy(coldkey, 11, netuid, TAO, ANY_PRICE));
            lock_stake(coldkey, 11, netuid, TAO / 10);
        }
        netuid
    });
    let trades: [fn(NetUid); 3] = [
        |netuid| {
            assert_ok!(buy(3, 11, netuid, TAO, ANY_PRICE));
        },
        |netuid| {
            unlock(2, netuid);
            let most = stake(2, 11, netuid) - 1_000_000;
            assert_ok!(sell(2, 11, netuid, most, 0));
        },
        |netuid| {
            assert_ok!(move_stake((2, 11), (4, 11), netuid, TAO / 2));
        },
    ];
    for trade in trades {
        let (_, touched) = count_touched(&mut state, || {
            assert!(!Trades::is_frozen(&account(2)));
            assert!(Trades::price(netuid) > U64F64::ZERO);
            trade(netuid);
        });
        let weight = DbPrices::get().reads_writes(touched.reads, touched.writes);
        let most = Trades::trade_weight();
        assert!(weight.all_lte(most), "{touched:?} of {most:?}");
    }
}
