//! Weights and commits under Null consensus (spec 90 §15.4).

use frame_support::{assert_noop, assert_ok};
use sp_core::H256;
use subtensor_primitives::{AlphaBalance, MechId, NetUid, NetUidStorageIndex};
use subtensor_timelock::{Secrets, public_key, seal};

use super::{set, subnet};
use crate::{
    EpochConsensus, Error,
    mock::*,
    pallet::*,
    weights::{Preimage, Row},
};

fn rao(amount: u64) -> AlphaBalance {
    AlphaBalance::new(amount)
}

/// The same under Null consensus; 12 has the most stake.
fn null_subnet() -> NetUid {
    let netuid = subnet();
    Tempo::<Test>::insert(netuid, 100);
    LastEpochBlock::<Test>::insert(netuid, 0);
    let stakes = [(11, 1), (12, 9), (13, 8), (14, 8)];
    for (hotkey, stake) in stakes {
        TotalHotkeyAlpha::<Test>::insert(account(hotkey), netuid, rao(stake));
    }
    assert_ok!(Scores::<Test>::do_set_epoch_consensus(
        netuid,
        EpochConsensus::Null
    ));
    LastRound::set(100);
    netuid
}

fn index(netuid: NetUid, mechanism: u8) -> NetUidStorageIndex {
    NetUidStorageIndex::from_parts(netuid, MechId::new(mechanism))
}

/// A ciphertext of so many bytes.
fn ciphertext(bytes: usize) -> crate::weights::CommitPayload {
    let secrets = Secrets {
        key: [1; 32],
        sigma: [2; 32],
        nonce: [3; 12],
    };
    let key = public_key(&BEACON_SECRET);
    let of = |plain| seal(&key, 101, &secrets, &vec![0; plain]).unwrap();
    // The length of the length depends on it.
    let plain = bytes - (of(bytes).len() - bytes);
    let sealed = of(plain + bytes - of(plain).len());
    assert_eq!(sealed.len(), bytes);
    sealed.try_into().unwrap()
}

fn commit(hotkey: u64, netuid: NetUid, mechanism: u8, bytes: usize) -> sp_runtime::DispatchResult {
    done(SubtensorModule::commit_timelocked_mechanism_weights(
        signed(hotkey),
        netuid,
        MechId::new(mechanism),
        ciphertext(bytes),
        101,
        4,
    ))
}

/// Whose commits wait in the epoch of now, on a mechanism.
fn waiting(netuid: NetUid, mechanism: u8) -> Vec<AccountId> {
    let epoch = SubnetEpochIndex::<Test>::get(netuid);
    let queue = TimelockedWeightCommits::<Test>::get(index(netuid, mechanism), epoch);
    queue.into_iter().map(|(hotkey, ..)| hotkey).collect()
}

fn permit(netuid: NetUid, uid: usize) {
    let permits = (0..4).map(|other| other == uid).collect::<Vec<_>>();
    ValidatorPermit::<Test>::insert(netuid, permits);
}

#[test]
fn raw_weights_are_stored_as_they_are() {
    new_test_ext().execute_with(|| {
        let netuid = null_subnet();
        assert_ok!(set(12, netuid, &[(2, 1), (0, 3), (1, 0)]));
        let row = Weights::<Test>::get(index(netuid, 0), 1);
        assert_eq!(row, [(0, 3), (1, 0), (2, 1)]);
    });
}

#[test]
fn only_the_permit_holder_sets_commits_and_reveals() {
    new_test_ext().execute_with(|| {
        let netuid = null_subnet();
        let without = || Error::<Test>::NeuronNoValidatorPermit;
        // Neither the owner's hotkey nor whoever weights itself.
        for (hotkey, row) in [(11, [(2, 1)]), (13, [(2, 1)]), (14, [(3, 1)])] {
            assert_noop!(set(hotkey, netuid, &row), without());
        }
        // Other checks come first, and hold.
        WeightsSetRateLimit::<Test>::insert(netuid, 100);
        assert_noop!(
            set(13, netuid, &[(2, 1)]),
            Error::<Test>::SettingWeightsTooFast
        );
        WeightsSetRateLimit::<Test>::insert(netuid, 0);
        MinAllowedWeights::<Test>::insert(netuid, 2);
        let short = set(12, netuid, &[(2, 1)]);
        assert_noop!(short, Error::<Test>::WeightVecLengthIsLow);
        assert_ok!(set(12, netuid, &[(1, 1)]));

        CommitRevealWeightsEnabled::<Test>::insert(netuid, true);
        let row = Row {
            targets: &[0, 1],
            weights: &[4, 5],
            version_key: 0,
        };
        let preimage = Preimage { row, salt: &[1] };
        let hash = |hotkey| preimage.hash(&account(hotkey), index(netuid, 0));
        let hashed = |hotkey| SubtensorModule::commit_weights(signed(hotkey), netuid, hash(hotkey));
        WeightsSetRateLimit::<Test>::insert(netuid, 100);
        assert_noop!(hashed(13), Error::<Test>::CommittingWeightsTooFast);
        WeightsSetRateLimit::<Test>::insert(netuid, 0);
        for hotkey in [11, 13] {
            assert_noop!(hashed(hotkey), without());
            assert_noop!(commit(hotkey, netuid, 0, 1_000), without());
        }
        assert_ok!(hashed(12));
        assert_ok!(commit(12, netuid, 0, 1_000));

        SubnetEpochIndex::<Test>::insert(netuid, 1);
        permit(netuid, 2);
        let reveal = || {
            SubtensorModule::reveal_weights(
                signed(12),
                netuid,
                list(vec![0, 1]),
                list(vec![4, 5]),
                list(vec![1]),
                0,
            )
        };
        assert_noop!(reveal(), without());
        permit(netuid, 1);
        assert_ok!(reveal());
        assert_eq!(Weights::<Test>::get(index(netuid, 0), 1), [(0, 4), (1, 5)]);
    });
}

#[test]
fn commits_may_be_as_long_as_the_mechanisms_leave_them() {
    new_test_ext().execute_with(|| {
        let netuid = null_subnet();
        CommitRevealWeightsEnabled::<Test>::insert(netuid, true);
        for (mechanisms, most) in [
            (1, 32_768),
            (2, 16_384),
            (3, 10_922),
            (4, 8_192),
            (8, 4_096),
            (16, 2_048),
        ] {
            MechanismCountCurrent::<Test>::insert(netuid, MechId::new(mechanisms));
            if most < 32_768 {
                let long = commit(12, netuid, 0, most + 1);
                assert_noop!(long, Error::<Test>::CommitPayloadTooLarge);
            }
            assert_ok!(commit(12, netuid, 0, most));
        }
    });
}

#[test]
fn a_commit_takes_the_place_of_an_earlier_one_of_the_epoch_on_the_mechanism() {
    new_test_ext().execute_with(|| {
        let netuid = null_subnet();
        CommitRevealWeightsEnabled::<Test>::insert(netuid, true);
        MechanismCountCurrent::<Test>::insert(netuid, MechId::new(2));
        for bytes in (1_000..1_030).chain(900..910) {
            assert_ok!(commit(12, netuid, 0, bytes));
        }
        assert_ok!(commit(12, netuid, 1, 1_000));
        let commits = TimelockedWeightCommits::<Test>::get(index(netuid, 0), 0);
        assert_eq!(commits.len(), 1);
        assert_eq!(commits[0].2.len(), 909);
        assert_eq!(waiting(netuid, 1), [account(12)]);
        check_queues();
        SubnetEpochIndex::<Test>::insert(netuid, 1);
        assert_ok!(commit(12, netuid, 0, 1_000));
        assert_eq!(WaitingCommitQueues::<Test>::get().len(), 3);
        check_queues();
    });
}

/// What is known of commits is what waits.
fn check_queues() {
    use crate::domain::Domain;
    <ValidatorWeights<Test> as Domain<Test>>::check().unwrap();
}

#[test]
fn who_has_less_stake_makes_room_the_least_first() {
    new_test_ext().execute_with(|| {
        let netuid = null_subnet();
        CommitRevealWeightsEnabled::<Test>::insert(netuid, true);
        MechanismCountCurrent::<Test>::insert(netuid, MechId::new(2));
        // 12, 13 and 14 have committed 49 152 bytes in all.
        for uid in [1, 2, 3] {
            permit(netuid, uid);
            assert_ok!(commit(11 + uid as u64, netuid, 0, 16_384));
        }
        permit(netuid, 2);
        assert_ok!(commit(13, netuid, 1, 16_384));
        assert_eq!(waiting(netuid, 0), [12, 13, 14].map(account));
        // It is full. Of 13 and 14, which have the same stake, the higher uid leaves first.
        permit(netuid, 1);
        assert_ok!(commit(12, netuid, 1, 16_000));
        assert_eq!(waiting(netuid, 0), [12, 13].map(account));
        assert_eq!(waiting(netuid, 1), [13, 12].map(account));
        check_queues();
        // Now 13 is in the way on both, and both have to leave for one long commit.
        TotalHotkeyAlpha::<Test>::insert(account(13), netuid, rao(1));
        MechanismCountCurrent::<Test>::insert(netuid, MechId::new(1));
        SubnetEpochIndex::<Test>::insert(netuid, 1);
        assert_ok!(commit(12, netuid, 0, 30_000));
        permit(netuid, 2);
        assert_ok!(commit(13, netuid, 0, 32_000));
        // 14 finds 3 536 bytes: who has less leaves, who has more does not.
        permit(netuid, 3);
        assert_ok!(commit(14, netuid, 0, 32_000));
        assert_eq!(waiting(netuid, 0), [12, 14].map(account));
        permit(netuid, 2);
        assert_noop!(commit(13, netuid, 0, 5_000), Error::<Test>::CommitQueueFull);
        assert_ok!(commit(13, netuid, 0, 3_536));
        check_queues();
        let epoch = TimelockedWeightCommits::<Test>::get(index(netuid, 0), 1);
        let bytes: usize = epoch.iter().map(|(_, _, bytes, _)| bytes.len()).sum();
        assert_eq!(bytes, 65_536);
    });
}

#[test]
fn sixty_four_commits_wait_at_most() {
    new_test_ext().execute_with(|| {
        let netuid = null_subnet();
        CommitRevealWeightsEnabled::<Test>::insert(netuid, true);
        for number in 0..64 {
            let commit = (account(1_000 + number), 1, Default::default(), 200 + number);
            ValidatorWeights::<Test>::queue_commit(index(netuid, 0), 0, commit);
        }
        assert_ok!(commit(12, netuid, 0, 500));
        let hotkeys = waiting(netuid, 0);
        assert_eq!(hotkeys.len(), 64);
        // None of the others has a uid or stake: the first of them left.
        assert_eq!(hotkeys.first(), Some(&account(1_001)));
        assert_eq!(hotkeys.last(), Some(&account(12)));
        check_queues();
        // The pool says the same.
        for number in 0..64 {
            let stake = account(1_000 + number);
            TotalHotkeyAlpha::<Test>::insert(stake, netuid, rao(100));
        }
        permit(netuid, 3);
        System::set_block_number(System::block_number() + 1);
        let full = commit(14, netuid, 0, 500);
        assert_noop!(full, Error::<Test>::CommitQueueFull);
        let call = Call::commit_timelocked_weights {
            netuid,
            commit: ciphertext(500),
            reveal_round: 101,
            commit_reveal_version: 4,
        };
        let checked = Admission::<Test>::precheck(&account(14), &call);
        let checked = checked.map_err(sp_runtime::DispatchError::from);
        assert_noop!(checked, Error::<Test>::CommitQueueFull);
    });
}

#[test]
fn rows_have_as_many_entries_as_there_may_be_uids() {
    new_test_ext().execute_with(|| {
        let netuid = null_subnet();
        MaxAllowedUids::<Test>::insert(netuid, 2_500);
        for number in 4..2_500 {
            Neurons::<Test>::append_neuron(netuid, &account(10_000 + number), 1);
        }
        System::set_block_number(5);
        let row: Vec<(u16, u16)> = (0..2_500).map(|uid| (uid, 1 + uid % 7)).collect();
        assert_ok!(set(12, netuid, &row));
        assert_eq!(Weights::<Test>::get(index(netuid, 0), 1), row);
        let snapshot = crate::consensus::Snapshot::<Test>::read(netuid).unwrap();
        System::set_block_number(9);
        let earned = Scores::<Test>::run_epoch(&snapshot, rao(2_000_000)).unwrap();
        let sum: u64 = earned.iter().map(|one| one.incentive.to_u64()).sum();
        assert_eq!((earned.len(), sum), (2_500, 1_000_000));
        let hash = H256::zero();
        CommitRevealWeightsEnabled::<Test>::insert(netuid, true);
        assert_ok!(SubtensorModule::commit_weights(signed(12), netuid, hash));
    });
}
