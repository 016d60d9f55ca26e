//! Weights that wait for their reveal (spec 20 §6.7).

use alloc::collections::VecDeque;
use sp_core::H256;
use subtensor_primitives::NetUid;

use super::{BILLION, NETUID, index, neurons, run, weights};
use crate::{mock::*, pallet::*};

/// Uid 0 weighs uid 1, registered in block 1, and uid 2, registered in block 5, in block 6. In
/// epoch 8, commits live for three epochs.
fn committing() {
    neurons(&[BILLION, 0, 0]);
    BlockAtRegistration::<Test>::insert(NETUID, 2, 5);
    weights(0, &[(1, 65_535), (2, 65_535)]);
    LastUpdate::<Test>::insert(index(0), vec![6; 3]);
    CommitRevealWeightsEnabled::<Test>::insert(NETUID, true);
    RevealPeriodEpochs::<Test>::insert(NETUID, 3);
    SubnetEpochIndex::<Test>::insert(NETUID, 8);
    System::set_block_number(7);
}

/// Uids with incentive.
fn paid() -> Vec<usize> {
    run(BILLION);
    let incentive = Incentive::<Test>::get(index(0));
    let earning = incentive
        .iter()
        .enumerate()
        .filter(|(_, score)| **score > 0);
    earning.map(|(uid, _)| uid).collect()
}

fn hash_commits(hotkey: u64, epochs_and_blocks: &[(u64, u64)]) {
    let queue: VecDeque<_> = epochs_and_blocks
        .iter()
        .map(|(epoch, block)| (H256::zero(), *epoch, *block, 0))
        .collect();
    WeightCommits::<Test>::insert(index(0), account(hotkey), queue);
}

fn timelocked_commit(hotkey: u64, epoch: u64, block: u64) {
    let commit = (account(hotkey), block, Default::default(), 0);
    ValidatorWeights::<Test>::queue_commit(index(0), epoch, commit);
}

#[test]
fn a_waiting_commit_hides_newcomers_from_the_weights_in_force() {
    new_test_ext().execute_with(|| {
        committing();
        assert_eq!(paid(), [1, 2]);
        // Committed before uid 2 came.
        hash_commits(40, &[(8, 4)]);
        assert_eq!(paid(), [1]);
        // After.
        hash_commits(40, &[(8, 5)]);
        assert_eq!(paid(), [1, 2]);
        timelocked_commit(40, 8, 4);
        assert_eq!(paid(), [1]);
        CommitRevealWeightsEnabled::<Test>::insert(NETUID, false);
        assert_eq!(paid(), [1, 2]);
    });
}

#[test]
fn the_earliest_commit_counts() {
    new_test_ext().execute_with(|| {
        committing();
        timelocked_commit(40, 8, 6);
        timelocked_commit(40, 7, 4);
        timelocked_commit(40, 6, 5);
        hash_commits(40, &[(8, 6)]);
        assert_eq!(paid(), [1]);
    });
}

#[test]
fn expired_commits_hide_nobody() {
    new_test_ext().execute_with(|| {
        committing();
        hash_commits(40, &[(4, 1), (8, 6)]);
        timelocked_commit(40, 4, 1);
        assert_eq!(paid(), [1, 2]);
        // Of a queue the first that lives counts.
        hash_commits(40, &[(4, 1), (5, 6), (8, 4)]);
        assert_eq!(paid(), [1, 2]);
        hash_commits(40, &[(4, 1), (5, 4)]);
        assert_eq!(paid(), [1]);
    });
}

#[test]
fn commits_of_others_hide_nobody() {
    new_test_ext().execute_with(|| {
        committing();
        for hotkey in [42, 50] {
            hash_commits(hotkey, &[(8, 4)]);
            timelocked_commit(hotkey, 8, 4);
        }
        // The same hotkey, on another subnet.
        let elsewhere = NetUid::new(2);
        WeightCommits::<Test>::insert(
            subtensor_primitives::NetUidStorageIndex::from(elsewhere),
            account(40),
            VecDeque::from([(H256::zero(), 8, 4, 0)]),
        );
        assert_eq!(paid(), [1, 2]);
    });
}
