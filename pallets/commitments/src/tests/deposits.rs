//! Deposits, with figures that the runtime does not have.

use frame_support::{assert_noop, assert_ok, traits::ReservableCurrency};

use super::*;
use crate::{CommitmentOf, Error};

fn set_figures(initial: u64, field: u64) {
    InitialDeposit::set(initial);
    FieldDeposit::set(field);
}

fn reserved(who: u64) -> u64 {
    Balances::reserved_balance(who)
}

#[test]
fn the_deposit_follows_the_number_of_fields() {
    chain(|| {
        set_figures(100, 10);
        for (fields, deposit) in [(1, 110), (3, 130), (3, 130), (0, 100)] {
            assert_ok!(commit(ALICE, NETUID, &vec![raw(1); fields]));
            assert_eq!(reserved(ALICE), deposit);
            assert_eq!(
                CommitmentOf::<Test>::get(NETUID, ALICE).unwrap().deposit,
                deposit
            );
        }
        assert_ok!(commit(ALICE, OTHER, &[raw(1)]));
        assert_eq!(reserved(ALICE), 210);
    });
}

#[test]
fn who_cannot_pay_publishes_nothing() {
    chain(|| {
        set_figures(2_000, 0);
        assert_noop!(
            commit(ALICE, NETUID, &[Data::ResetBondsFlag]),
            pallet_balances::Error::<Test>::InsufficientBalance
        );
    });
}

#[test]
fn a_deposit_that_is_not_there_cannot_be_given_back() {
    chain(|| {
        set_figures(100, 10);
        assert_ok!(commit(ALICE, NETUID, &[raw(1)]));
        Balances::unreserve(&ALICE, 105);
        assert_noop!(
            commit(ALICE, NETUID, &[]),
            Error::<Test>::UnexpectedUnreserveLeftover
        );
        Balances::reserve(&ALICE, 105).unwrap();
    });
}

#[test]
fn the_deposit_comes_back_with_the_last_field() {
    chain(|| {
        set_figures(100, 10);
        assert_ok!(commit(ALICE, NETUID, &[note(b"a", 5), note(b"b", 6)]));
        pulse(5);
        next_block();
        assert_eq!(reserved(ALICE), 120);
        pulse(6);
        next_block();
        assert_eq!(reserved(ALICE), 0);
        assert_eq!(fields(NETUID, ALICE), None);
    });
}
