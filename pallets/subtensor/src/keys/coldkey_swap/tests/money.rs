//! TAO and what a coldkey says about itself: what moves, and what stays behind.

use super::*;
use crate::ChainIdentityV2;

#[test]
fn root_lets_the_old_coldkey_pay() {
    test(|_| {
        let issued = Balances::total_issuance();
        assert_ok!(swap_for(OLD, NEW, 5 * TAO));
        assert_eq!(Balances::total_issuance(), issued - 5 * TAO);
        assert_eq!(Balances::free_balance(account(NEW)), FUNDS - 5 * TAO);
    });
}

#[test]
fn what_is_reserved_or_frozen_stays() {
    use frame_support::traits::{
        Currency, LockIdentifier, LockableCurrency, ReservableCurrency, WithdrawReasons,
    };
    const LOCK: LockIdentifier = *b"a lock  ";
    test(|_| {
        assert_ok!(<Balances as ReservableCurrency<_>>::reserve(
            &account(OLD),
            3 * TAO
        ));
        <Balances as LockableCurrency<_>>::set_lock(
            LOCK,
            &account(OLD),
            7 * TAO,
            WithdrawReasons::all(),
        );
        let spendable = Ledger::<Test>::spendable(&account(OLD)).to_u64();
        let all = <Balances as Currency<_>>::total_balance(&account(OLD));
        assert_ok!(swap(OLD, NEW));
        assert_eq!(Balances::free_balance(account(NEW)), spendable);
        assert_eq!(
            <Balances as Currency<_>>::total_balance(&account(OLD)),
            all - spendable
        );
        assert_eq!(Balances::reserved_balance(account(OLD)), 3 * TAO);
    });
}

#[test]
fn what_is_too_little_for_a_new_account_stays() {
    test(|_| {
        // All but a little is reserved, so that the account lives on.
        use frame_support::traits::ReservableCurrency;
        let little = EXISTENTIAL_DEPOSIT - 1;
        assert_ok!(<Balances as ReservableCurrency<_>>::reserve(
            &account(OLD),
            FUNDS - EXISTENTIAL_DEPOSIT - little
        ));
        assert_ok!(swap(OLD, NEW));
        let moved = Balances::free_balance(account(NEW));
        let kept = Balances::free_balance(account(OLD));
        assert!(moved == 0 || moved >= EXISTENTIAL_DEPOSIT);
        assert_eq!(moved + kept, EXISTENTIAL_DEPOSIT + little);
    });
}

#[test]
fn an_identity_moves_to_who_has_none() {
    test(|_| {
        let says = |name: &[u8]| ChainIdentityV2 {
            name: name.to_vec(),
            ..Default::default()
        };
        IdentitiesV2::<Test>::insert(account(OLD), says(b"old"));
        IdentitiesV2::<Test>::insert(account(71), says(b"new"));
        assert_ok!(swap(OLD, 71));
        assert_eq!(IdentitiesV2::<Test>::get(account(OLD)), Some(says(b"old")));
        assert_eq!(IdentitiesV2::<Test>::get(account(71)), Some(says(b"new")));
        assert_ok!(swap(71, NEW));
        assert_eq!(IdentitiesV2::<Test>::get(account(NEW)), Some(says(b"new")));
        assert!(!IdentitiesV2::<Test>::contains_key(account(71)));
    });
}
