//! Miners that ask for a reset of the bonds on them (spec 20 §12, 40 §10.4).

use subtensor_primitives::MechId;

use super::{NETUID, index, neurons};
use crate::{mock::*, pallet::*};

/// Three neurons, with bonds of two of them on two mechanisms.
fn bonded() {
    neurons(&[1, 1, 1]);
    MechanismCountCurrent::<Test>::insert(NETUID, MechId::new(2));
    BondsResetOn::<Test>::insert(NETUID, true);
    Bonds::<Test>::insert(index(0), 0, vec![(1, 7), (2, 8)]);
    Bonds::<Test>::insert(index(0), 1, vec![(0, 5), (1, 6)]);
    Bonds::<Test>::insert(index(1), 0, vec![(2, 9)]);
    Bonds::<Test>::insert(index(1), 2, vec![(1, 4)]);
    // A mechanism that the subnet does not have.
    Bonds::<Test>::insert(index(2), 0, vec![(2, 1)]);
}

#[test]
fn bonds_on_the_hotkey_go_from_every_row_of_every_mechanism() {
    new_test_ext().execute_with(|| {
        bonded();
        Scores::<Test>::reset_bonds(NETUID, &account(42));
        assert_eq!(Bonds::<Test>::get(index(0), 0), [(1, 7)]);
        assert_eq!(Bonds::<Test>::get(index(0), 1), [(0, 5), (1, 6)]);
        assert_eq!(Bonds::<Test>::get(index(1), 0), []);
        assert_eq!(Bonds::<Test>::get(index(1), 2), [(1, 4)]);
        assert_eq!(Bonds::<Test>::get(index(2), 0), [(2, 1)]);
    });
}

#[test]
fn without_permission_or_a_uid_nothing_happens() {
    new_test_ext().execute_with(|| {
        bonded();
        System::reset_events();
        let before = sp_io::storage::root(Default::default());
        Scores::<Test>::reset_bonds(NETUID, &account(99));
        assert_eq!(sp_io::storage::root(Default::default()), before);
        BondsResetOn::<Test>::insert(NETUID, false);
        let before = sp_io::storage::root(Default::default());
        Scores::<Test>::reset_bonds(NETUID, &account(42));
        assert_eq!(sp_io::storage::root(Default::default()), before);
        assert!(System::events().is_empty());
    });
}
