//! Epochs of Null consensus (spec 90 §15.3), with the vectors of the chapter.

use frame_support::assert_ok;
use subtensor_primitives::{AlphaBalance, MechId};

use super::{NETUID, index, neurons, run, weights};
use crate::{EpochConsensus, consensus::Earned, mock::*, pallet::*};

const STAKES: [u64; 4] = [300_000_000, 100_000_000, 0, 0];

/// The same under Null consensus.
fn null_neurons(stakes: &[u64]) {
    neurons(stakes);
    assert_ok!(Scores::<Test>::do_set_epoch_consensus(
        NETUID,
        EpochConsensus::Null
    ));
}

/// What uids earned as miners and as validators.
fn by_uid(earned: &[Earned<AccountId>]) -> (Vec<u64>, Vec<u64>) {
    let of = |uid: u64| {
        let of_uid = earned.iter().find(|one| one.hotkey == account(40 + uid));
        let of_uid = of_uid.expect("every uid has a row");
        (of_uid.incentive.to_u64(), of_uid.dividend.to_u64())
    };
    (0..earned.len() as u64).map(of).unzip()
}

fn permits() -> Vec<bool> {
    ValidatorPermit::<Test>::get(NETUID)
}

#[test]
fn the_largest_stake_says_what_miners_earn_and_validators_earn_by_stake() {
    new_test_ext().execute_with(|| {
        null_neurons(&STAKES);
        weights(0, &[(2, 3), (3, 1)]);
        // Another row counts for nothing.
        Weights::<Test>::insert(index(0), 1, vec![(1, 65_535)]);
        let (miners, validators) = by_uid(&run(1_000_000));
        assert_eq!(miners, [0, 0, 375_000, 125_000]);
        assert_eq!(validators, [375_000, 125_000, 0, 0]);
        assert_eq!(Incentive::<Test>::get(index(0)), [0, 0, 49_151, 16_383]);
        assert_eq!(Dividends::<Test>::get(NETUID), [49_151, 16_383, 0, 0]);
        assert_eq!(StakeWeight::<Test>::get(NETUID), [49_151, 16_383, 0, 0]);
        let both = [375_000, 125_000, 375_000, 125_000].map(AlphaBalance::new);
        assert_eq!(Emission::<Test>::get(NETUID), both);
        assert_eq!(Consensus::<Test>::get(NETUID), [0; 4]);
        assert_eq!(ValidatorTrust::<Test>::get(NETUID), [0; 4]);
        assert_eq!(permits(), [true, false, false, false]);
        let told = Event::IncentiveAlphaEmittedToMiners {
            netuid: index(0),
            emissions: [0, 0, 375_000, 125_000].map(AlphaBalance::new).to_vec(),
        };
        System::assert_has_event(told.into());
    });
}

#[test]
fn who_wins_is_seen_in_every_epoch_and_may_be_inactive() {
    new_test_ext().execute_with(|| {
        null_neurons(&[5, 5, 4]);
        assert_eq!(permits(), [true, false, false]);
        TotalHotkeyAlpha::<Test>::insert(account(42), NETUID, AlphaBalance::new(6));
        Weights::<Test>::insert(index(0), 2, vec![(1, 1)]);
        LastUpdate::<Test>::insert(index(0), vec![2; 3]);
        System::set_block_number(1_000_000);
        let (miners, _) = by_uid(&run(1_000));
        assert_eq!(miners, [0, 500, 0]);
        assert_eq!(permits(), [false, false, true]);
        assert_eq!(Active::<Test>::get(NETUID), [false; 3]);
        // What a parent lends counts.
        let parent = account(90);
        TotalHotkeyAlpha::<Test>::insert(&parent, NETUID, AlphaBalance::new(100));
        ChildKeys::<Test>::insert(&parent, NETUID, vec![(u64::MAX, account(41))]);
        ParentKeys::<Test>::insert(account(41), NETUID, vec![(u64::MAX, parent)]);
        run(1_000);
        assert_eq!(permits(), [false, true, false]);
        // Nothing of a parent that is suspended does.
        ChildkeyThresholdSuspended::<Test>::insert(account(90), ());
        run(1_000);
        assert_eq!(permits(), [false, false, true]);
        ChildkeyThresholdSuspended::<Test>::remove(account(90));
        StakeThreshold::<Test>::put(106);
        run(1_000);
        assert_eq!(permits(), [false; 3]);
        // The owner has no privilege.
        SubnetOwnerHotkey::<Test>::insert(NETUID, account(42));
        run(1_000);
        assert_eq!(permits(), [false; 3]);
    });
}

#[test]
fn an_activity_on_any_mechanism_counts() {
    new_test_ext().execute_with(|| {
        null_neurons(&[5, 5, 4]);
        MechanismCountCurrent::<Test>::insert(NETUID, MechId::new(2));
        Tempo::<Test>::insert(NETUID, 1);
        ActivityCutoffFactorMilli::<Test>::insert(NETUID, 10_000);
        System::set_block_number(100);
        LastUpdate::<Test>::insert(index(0), vec![90, 1, 1]);
        LastUpdate::<Test>::insert(index(1), vec![1, 89, 91]);
        run(1_000);
        assert_eq!(Active::<Test>::get(NETUID), [true, false, true]);
    });
}

#[test]
fn without_weights_that_count_all_uids_earn_alike() {
    new_test_ext().execute_with(|| {
        null_neurons(&STAKES);
        let (miners, validators) = by_uid(&run(1_000_000));
        assert_eq!(miners, [125_000; 4]);
        assert_eq!(validators, [375_000, 125_000, 0, 0]);
        // All targets registered with the weights or later, or are none.
        weights(0, &[(2, 3), (3, 1), (9, 7)]);
        BlockAtRegistration::<Test>::insert(NETUID, 2, 2);
        BlockAtRegistration::<Test>::insert(NETUID, 3, 3);
        let (miners, _) = by_uid(&run(1_000_000));
        assert_eq!(miners, [125_000; 4]);
        // One of them did before.
        BlockAtRegistration::<Test>::insert(NETUID, 3, 1);
        let (miners, _) = by_uid(&run(1_000_000));
        assert_eq!(miners, [0, 0, 0, 500_000]);
    });
}

#[test]
fn without_stake_miners_earn_everything() {
    new_test_ext().execute_with(|| {
        null_neurons(&[0; 4]);
        weights(0, &[(2, 3)]);
        let (miners, validators) = by_uid(&run(1_000_000));
        assert_eq!(miners, [250_000; 4]);
        assert_eq!(validators, [0; 4]);
        assert_eq!(permits(), [false; 4]);
    });
}

#[test]
fn mechanisms_give_away_all_of_an_epoch() {
    new_test_ext().execute_with(|| {
        null_neurons(&STAKES);
        MechanismCountCurrent::<Test>::insert(NETUID, MechId::new(4));
        for mechanism in 0..4 {
            weights(mechanism, &[(2, 3), (u16::from(mechanism), 1)]);
        }
        let (miners, validators) = by_uid(&run(1_002));
        assert_eq!(miners.iter().sum::<u64>(), 501);
        assert_eq!(validators.iter().sum::<u64>(), 501);
        // Shares of stake are the same on all of them, and are not rounded once for each.
        assert_eq!(Dividends::<Test>::get(NETUID), [49_151, 16_383, 0, 0]);
        let (miners, validators) = by_uid(&run(u64::MAX));
        let sum = |amounts: &[u64]| amounts.iter().map(|rao| u128::from(*rao)).sum::<u128>();
        assert_eq!(sum(&miners), u128::from(u64::MAX / 2));
        assert_eq!(sum(&validators), u128::from(u64::MAX / 2 + 1));
    });
}

#[test]
fn bonds_rest_and_those_on_who_was_replaced_meanwhile_do_not_come_back() {
    new_test_ext().execute_with(|| {
        neurons(&STAKES);
        weights(0, &[(1, 1), (2, 1), (3, 1)]);
        run(1_000_000);
        Schedule::<Test>::note_step(NETUID, 3, EpochConsensus::Yuma);
        let set = |consensus| {
            assert_ok!(Scores::<Test>::do_set_epoch_consensus(NETUID, consensus));
        };
        set(EpochConsensus::Null);
        let bonds = |uid| Bonds::<Test>::get(index(0), uid);
        let before: Vec<_> = (0..4).map(bonds).collect();
        let rows = Bonds::<Test>::iter_prefix(index(0)).count();
        for block in [10, 20, 30] {
            System::set_block_number(block);
            run(1_000_000);
            Schedule::<Test>::note_step(NETUID, block, EpochConsensus::Null);
        }
        assert_eq!((0..4).map(bonds).collect::<Vec<_>>(), before);
        assert_eq!(Bonds::<Test>::iter_prefix(index(0)).count(), rows);
        assert_eq!(LastMechansimStepBlock::<Test>::get(NETUID), 30);
        assert_eq!(LastYumaStepBlock::<Test>::get(NETUID), Some(3));

        BlockAtRegistration::<Test>::insert(NETUID, 2, 15);
        set(EpochConsensus::Yuma);
        System::set_block_number(40);
        Weights::<Test>::insert(index(0), 0, vec![(1, 1)]);
        LastUpdate::<Test>::insert(index(0), vec![39; 4]);
        run(1_000_000);
        let targets: Vec<u16> = bonds(0).iter().map(|(target, _)| *target).collect();
        assert_eq!(targets, [1, 3], "the bond on 3 fades, that on 2 is gone");
    });
}
