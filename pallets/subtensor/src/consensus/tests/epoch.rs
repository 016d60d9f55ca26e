//! What an epoch reads and writes (spec 20 §4, §6, §10).

use subtensor_primitives::{AlphaBalance, NetUid};

use super::{BILLION, NETUID, index, neurons, run, run_on, weights};
use crate::{mock::*, pallet::*};

#[test]
fn every_uid_has_a_row_of_bonds_if_only_an_empty_one() {
    new_test_ext().execute_with(|| {
        neurons(&[BILLION, 0, 0]);
        weights(0, &[(1, 65_535)]);
        run(BILLION);
        assert_eq!(Bonds::<Test>::get(index(0), 0), [(1, 65_535)]);
        let rows = || -> Vec<(u16, Vec<(u16, u16)>)> {
            let mut rows: Vec<_> = Bonds::<Test>::iter_prefix(index(0)).collect();
            rows.sort_unstable();
            rows
        };
        let with_first = |row| vec![(0, row), (1, vec![]), (2, vec![])];
        assert_eq!(rows(), with_first(vec![(1, 65_535)]));

        // Whoever has no permit any more, or had none, has no bonds.
        Bonds::<Test>::insert(index(0), 2, vec![(1, 7)]);
        MaxAllowedValidators::<Test>::insert(NETUID, 0);
        run(BILLION);
        assert_eq!(rows(), with_first(vec![]));
    });
}

#[test]
fn rows_count_only_with_a_permit_and_only_on_uids_that_exist() {
    new_test_ext().execute_with(|| {
        neurons(&[BILLION, BILLION, 0]);
        weights(0, &[(1, 65_535), (3, 65_535), (65_535, 1)]);
        Weights::<Test>::insert(index(0), 1, vec![(2, 65_535)]);
        Bonds::<Test>::insert(index(0), 0, vec![(1, 7), (9, 9)]);
        run(BILLION);
        assert_eq!(Incentive::<Test>::get(index(0)), [0, 65_535, 0]);
        assert_eq!(ValidatorTrust::<Test>::get(NETUID), [65_535, 0, 0]);
        assert_eq!(Bonds::<Test>::get(index(0), 0), [(1, 65_535)]);
    });
}

#[test]
fn the_owner_validates_without_a_permit_and_without_the_least_stake() {
    new_test_ext().execute_with(|| {
        neurons(&[BILLION, BILLION, 0]);
        SubnetOwnerHotkey::<Test>::insert(NETUID, account(42));
        StakeThreshold::<Test>::put(BILLION + 1);
        TotalHotkeyAlpha::<Test>::insert(account(42), NETUID, AlphaBalance::new(1));
        Weights::<Test>::insert(index(0), 2, vec![(1, 1)]);
        LastUpdate::<Test>::insert(index(0), vec![2; 3]);
        run(BILLION);
        assert_eq!(StakeWeight::<Test>::get(NETUID), [0, 0, 65_535]);
        assert_eq!(ValidatorPermit::<Test>::get(NETUID), [false, false, true]);
        assert_eq!(Incentive::<Test>::get(index(0)), [0, 65_535, 0]);
    });
}

#[test]
fn validators_go_inactive_after_the_factor_in_tempos() {
    new_test_ext().execute_with(|| {
        neurons(&[BILLION, 0, 0]);
        weights(0, &[(1, 65_535)]);
        Tempo::<Test>::insert(NETUID, 10);
        // A tempo and a half, rounded down.
        ActivityCutoffFactorMilli::<Test>::insert(NETUID, 1_599);
        let active_in = |block| {
            System::set_block_number(block);
            run(BILLION);
            Active::<Test>::get(NETUID)
        };
        assert_eq!(active_in(17), [true; 3]);
        assert_eq!(active_in(18), [false; 3]);
        ActivityCutoffFactorMilli::<Test>::insert(NETUID, 0);
        assert_eq!(active_in(3), [true; 3]);
        assert_eq!(active_in(4), [false; 3]);
    });
}

#[test]
fn an_epoch_leaves_stake_weights_and_registrations_alone() {
    new_test_ext().execute_with(|| {
        neurons(&[BILLION, BILLION, 0]);
        weights(0, &[(1, 65_535)]);
        let state = || {
            (
                Weights::<Test>::iter().collect::<Vec<_>>(),
                LastUpdate::<Test>::get(index(0)),
                BlockAtRegistration::<Test>::iter_prefix(NETUID).collect::<Vec<_>>(),
                TotalHotkeyAlpha::<Test>::get(account(40), NETUID),
                Ledger::<Test>::tao_issuance(),
            )
        };
        let before = state();
        run(BILLION);
        assert_eq!(state(), before);
    });
}

#[test]
fn a_subnet_without_neurons_has_an_epoch() {
    new_test_ext().execute_with(|| {
        neurons(&[]);
        assert_eq!(run(BILLION), []);
        assert_eq!(run_on(NetUid::new(9), 1), Ok(vec![]));
    });
}
