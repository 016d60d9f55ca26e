//! Ownership of hotkeys, and swaps of them.

mod funds;
mod lineage;
mod moves;
mod random;
mod stakes;
mod swap;
mod whole;

use frame_support::{assert_noop, assert_ok};
use subtensor_primitives::NetUid;

use crate::{Error, mock::*, pallet::*};

#[test]
fn first_to_name_a_hotkey_owns_it() {
    new_test_ext().execute_with(|| {
        assert_ok!(Hotkeys::<Test>::create_account_if_non_existent(
            &account(1),
            &account(2)
        ));
        assert_ok!(Hotkeys::<Test>::create_account_if_non_existent(
            &account(9),
            &account(2)
        ));
        assert_eq!(Owner::<Test>::get(account(2)), account(1));
        assert_eq!(OwnedHotkeys::<Test>::get(account(1)), vec![account(2)]);
        assert!(OwnedHotkeys::<Test>::get(account(9)).is_empty());
        assert_noop!(
            Hotkeys::<Test>::claim_hotkey(&account(9), &account(2)),
            Error::<Test>::NonAssociatedColdKey
        );
    });
}

#[test]
fn accounts_of_subnets_are_no_hotkeys() {
    new_test_ext().execute_with(|| {
        for netuid in [0u16, 1, 4095] {
            let account_of = Subnets::<Test>::account_of_subnet(NetUid::new(netuid));
            assert!(Hotkeys::<Test>::is_system_account(&account_of));
            assert_noop!(
                Hotkeys::<Test>::create_account_if_non_existent(&account(1), &account_of),
                Error::<Test>::CannotUseSystemAccount
            );
        }
        assert!(!Hotkeys::<Test>::is_system_account(&account(1)));
    });
}
