//! Ownership of hotkeys.

use frame_support::{assert_noop, assert_ok};
use subtensor_primitives::NetUid;

use crate::{Error, mock::*, pallet::*};

#[test]
fn first_to_name_a_hotkey_owns_it() {
    new_test_ext().execute_with(|| {
        assert_ok!(Subtensor::create_account_if_non_existent(&1, &2));
        assert_ok!(Subtensor::create_account_if_non_existent(&9, &2));
        assert_eq!(Owner::<Test>::get(2), 1);
        assert_eq!(OwnedHotkeys::<Test>::get(1), vec![2]);
        assert!(OwnedHotkeys::<Test>::get(9).is_empty());
        assert_noop!(
            Subtensor::claim_hotkey(&9, &2),
            Error::<Test>::NonAssociatedColdKey
        );
    });
}

#[test]
fn accounts_of_subnets_are_no_hotkeys() {
    new_test_ext().execute_with(|| {
        for netuid in [0u16, 1, 4095] {
            let account = Subtensor::account_of_subnet(NetUid::new(netuid));
            assert!(Subtensor::is_system_account(&account));
            assert_noop!(
                Subtensor::create_account_if_non_existent(&1, &account),
                Error::<Test>::CannotUseSystemAccount
            );
        }
        assert!(!Subtensor::is_system_account(&1));
    });
}
