use frame_support::{assert_noop, assert_ok};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::{SwapFee, SwapInterface};

use super::*;
use crate::{Error, Event};

fn add(netuid: NetUid, amount: u64, limit: u64) -> DispatchResult {
    SubtensorModule::add_collateral(
        signed(MINER),
        netuid,
        account(HOTKEY),
        alpha(amount),
        tao(limit),
    )
}

fn set_min(netuid: NetUid, amount: u64) -> DispatchResult {
    SubtensorModule::set_min_collateral(signed(MINER), netuid, account(HOTKEY), alpha(amount))
}

#[test]
fn free_stake_is_locked_first_and_nothing_is_bought() {
    test(|netuid| {
        give(MINER, HOTKEY, netuid, 10 * E9);
        CollateralDrainRatio::<Test>::insert(netuid, U64F64::from_num(4));
        assert_ok!(add(netuid, 4 * E9, 0));
        CollateralDrainRatio::<Test>::insert(netuid, U64F64::from_num(5));
        assert_ok!(add(netuid, 6 * E9, 0));
        assert_eq!(Balances::free_balance(account(MINER)), FUNDS);
        assert_eq!(stake(MINER, HOTKEY, netuid), 10 * E9);
        let row = row(MINER, HOTKEY, netuid).unwrap();
        assert_eq!(
            (row.locked, row.drain_ratio),
            (alpha(10 * E9), U64F64::from_num(4))
        );
        let event = Event::CollateralLocked {
            netuid,
            hotkey: account(HOTKEY),
            locked: alpha(6 * E9),
            total_locked: alpha(10 * E9),
        };
        System::assert_last_event(event.into());
        check();
    });
}

#[test]
fn what_is_lacking_is_bought_at_the_moving_price() {
    test(|netuid| {
        give(MINER, HOTKEY, netuid, E9);
        set_moving_price(netuid, U64F64::from_ratio(1, 2));
        let quote = Swap::buy(netuid, tao(E9 / 2), Swap::max_price(), SwapFee::Charged).unwrap();
        assert_ok!(add(netuid, 2 * E9, u64::MAX));
        assert_eq!(Balances::free_balance(account(MINER)), FUNDS - E9 / 2);
        let bought = quote.paid_out.to_u64();
        assert!(stake(MINER, HOTKEY, netuid).abs_diff(E9 + bought) <= 1);
        assert_eq!(locked(MINER, HOTKEY, netuid), E9 + bought);
        check();
        // A rest that is not worth a rao is left out.
        set_moving_price(netuid, U64F64::from_ratio(1, 1_000));
        give(MINER, HOTKEY, netuid, E9);
        assert_ok!(add(netuid, E9 + 1, 0));
        assert_eq!(Balances::free_balance(account(MINER)), FUNDS - E9 / 2);
        check();
    });
}

#[test]
fn who_adds_collateral_owns_the_hotkey_on_a_subnet_that_trades() {
    test(|netuid| {
        let add = |who, netuid, hotkey| {
            let hotkey = account(hotkey);
            SubtensorModule::add_collateral(who, netuid, hotkey, alpha(0), tao(0))
        };
        let root = NetUid::ROOT;
        assert_noop!(
            add(RuntimeOrigin::none(), root, 70),
            DispatchError::BadOrigin
        );
        assert_noop!(
            add(signed(3), root, 70),
            Error::<Test>::RegistrationNotPermittedOnRootSubnet
        );
        assert_noop!(
            add(signed(3), NetUid::new(9), 70),
            Error::<Test>::SubnetNotExists
        );
        SubtokenEnabled::<Test>::insert(netuid, false);
        assert_noop!(add(signed(3), netuid, 70), Error::<Test>::SubtokenDisabled);
        SubtokenEnabled::<Test>::insert(netuid, true);
        assert_noop!(
            add(signed(3), netuid, 70),
            Error::<Test>::HotKeyAccountNotExists
        );
        assert_noop!(
            add(signed(3), netuid, HOTKEY),
            Error::<Test>::NonAssociatedColdKey
        );
        assert_noop!(
            add(signed(MINER), netuid, HOTKEY),
            Error::<Test>::AmountTooLow
        );
    });
}

#[test]
fn errors_of_buying_collateral_come_in_order() {
    test(|netuid| {
        let refuse = |amount, limit, error: Error<Test>| {
            assert_noop!(add(netuid, amount, limit), error);
        };
        set_moving_price(netuid, U64F64::ZERO);
        refuse(E9, 0, Error::InsufficientLiquidity);
        set_moving_price(netuid, U64F64::ONE);
        refuse(u64::MAX, 0, Error::InsufficientLiquidity);
        refuse(2_001_006, 0, Error::AmountTooLow);
        give_away(MINER, FUNDS - E9);
        refuse(E9 + 1, 0, Error::NotEnoughBalanceToStake);
        let listed = fill_list(MINER);
        refuse(E9, 0, Error::TooManyStakingHotkeys);
        StakingHotkeys::<Test>::insert(account(MINER), listed);
        let last = E9 - EXISTENTIAL_DEPOSIT;
        refuse(last + 1, 0, Error::NotEnoughBalanceToStake);
        fill_index(MINER, netuid);
        let rao = U64F64::from_num(E9);
        let spot = Swap::price(netuid).saturating_mul(rao).to_u64();
        for limit in [0, spot - 1, spot] {
            refuse(last, limit, Error::SlippageTooHigh);
        }
        set_moving_price(netuid, U64F64::from_ratio(1, 2));
        refuse(1, 0, Error::AmountTooLow);
        set_moving_price(netuid, U64F64::ONE);
        refuse(last, spot * 2, Error::ColdkeyCollateralPositionsFull);
        ColdkeyCollateralHotkeys::<Test>::remove(netuid, account(MINER));
        assert_ok!(add(netuid, last, spot * 2));
        assert_eq!(Balances::free_balance(account(MINER)), EXISTENTIAL_DEPOSIT);
        check();
    });
}

#[test]
fn what_conviction_holds_is_no_free_stake() {
    test(|netuid| {
        give(MINER, HOTKEY, netuid, 10 * E9);
        lock_stake(MINER, HOTKEY, netuid, 8 * E9);
        assert_ok!(add(netuid, 2 * E9, 0));
        assert_eq!(stake(MINER, HOTKEY, netuid), 10 * E9);
        // From here on it buys.
        assert_noop!(add(netuid, E9, 0), Error::<Test>::SlippageTooHigh);
        assert_ok!(add(netuid, E9, u64::MAX));
        assert!(stake(MINER, HOTKEY, netuid) > 10 * E9);
    });
}

#[test]
fn a_floor_is_set_and_cleared_and_moves_nothing() {
    test(|netuid| {
        assert_ok!(set_min(netuid, 5));
        let row_of = MinerCollateralState {
            locked: alpha(0),
            drain_ratio: U64F64::ONE,
            min_locked: alpha(5),
            earned: alpha(0),
        };
        assert_eq!(row(MINER, HOTKEY, netuid), Some(row_of));
        let event = |min_locked| Event::MinCollateralSet {
            netuid,
            hotkey: account(HOTKEY),
            min_locked: alpha(min_locked),
        };
        System::assert_last_event(event(5).into());
        check();
        assert_ok!(set_min(netuid, 0));
        System::assert_last_event(event(0).into());
        assert_eq!(row(MINER, HOTKEY, netuid), None);
        check();
        // There was none, and there is no place for one.
        fill_index(MINER, netuid);
        assert_ok!(set_min(netuid, 0));
        assert_noop!(
            set_min(netuid, 1),
            Error::<Test>::ColdkeyCollateralPositionsFull
        );
        ColdkeyCollateralHotkeys::<Test>::remove(netuid, account(MINER));
        give(MINER, HOTKEY, netuid, E9);
        lock(MINER, HOTKEY, netuid, E9);
        assert_ok!(set_min(netuid, 7));
        assert_ok!(set_min(netuid, 0));
        assert_eq!(locked(MINER, HOTKEY, netuid), E9);
        check();
    });
}

#[test]
fn errors_of_a_floor_come_in_order() {
    test(|netuid| {
        let set = |who, netuid, hotkey| {
            SubtensorModule::set_min_collateral(signed(who), netuid, account(hotkey), alpha(1))
        };
        let unsigned = SubtensorModule::set_min_collateral(
            RuntimeOrigin::none(),
            netuid,
            account(1),
            alpha(1),
        );
        assert_noop!(unsigned, DispatchError::BadOrigin);
        assert_noop!(
            set(3, NetUid::ROOT, 70),
            Error::<Test>::RegistrationNotPermittedOnRootSubnet
        );
        assert_noop!(set(3, NetUid::new(9), 70), Error::<Test>::SubnetNotExists);
        assert_noop!(set(3, netuid, 70), Error::<Test>::HotKeyAccountNotExists);
        fill_index(3, netuid);
        assert_noop!(set(3, netuid, HOTKEY), Error::<Test>::NonAssociatedColdKey);
        // Trading or not.
        SubtokenEnabled::<Test>::insert(netuid, false);
        assert_ok!(set(MINER, netuid, HOTKEY));
    });
}
