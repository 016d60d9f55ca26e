//! Commits by hash and their reveals (spec 40 §7.2, §7.3).

use frame_support::{assert_noop, assert_ok};
use sp_core::H256;
use sp_runtime::DispatchResult;
use subtensor_primitives::{AlphaBalance, MechId, NetUid, NetUidStorageIndex};

use super::subnet;
use crate::{
    Error, Event,
    mock::*,
    pallet::*,
    weights::{Preimage, Row},
};

const SALT: [u16; 8] = [1, 2, 3, 4, 5, 6, 7, 8];

/// A subnet where weights are committed, in which (2, 12) validates with uid 1.
fn committing_subnet() -> NetUid {
    let netuid = subnet();
    CommitRevealWeightsEnabled::<Test>::insert(netuid, true);
    Tempo::<Test>::insert(netuid, 0);
    netuid
}

fn main_index(netuid: NetUid) -> NetUidStorageIndex {
    NetUidStorageIndex::from_parts(netuid, MechId::MAIN)
}

/// The hash of the row that gives uid 2 the weight `weight` of 100.
fn hash(hotkey: u64, netuid: NetUid, weight: u16) -> H256 {
    let preimage = Preimage {
        row: Row {
            targets: &[2, 3],
            weights: &[weight, 100],
            version_key: 0,
        },
        salt: &SALT,
    };
    preimage.hash(&account(hotkey), main_index(netuid))
}

fn commit(hotkey: u64, netuid: NetUid, weight: u16) -> DispatchResult {
    done(SubtensorModule::commit_weights(
        signed(hotkey),
        netuid,
        hash(hotkey, netuid, weight),
    ))
}

fn reveal(hotkey: u64, netuid: NetUid, weight: u16) -> DispatchResult {
    done(SubtensorModule::reveal_weights(
        signed(hotkey),
        netuid,
        list(vec![2, 3]),
        list(vec![weight, 100]),
        list(SALT.to_vec()),
        0,
    ))
}

/// Reveals several of these rows at once.
fn reveal_all(netuid: NetUid, weights: &[u16]) -> DispatchResult {
    let each = |item: &dyn Fn(u16) -> Vec<u16>| {
        list(weights.iter().map(|weight| list(item(*weight))).collect())
    };
    done(SubtensorModule::batch_reveal_weights(
        signed(12),
        netuid,
        each(&|_| vec![2, 3]),
        each(&|weight| vec![weight, 100]),
        each(&|_| SALT.to_vec()),
        list(vec![0; weights.len()]),
    ))
}

fn waiting(netuid: NetUid) -> usize {
    let queue = WeightCommits::<Test>::get(main_index(netuid), account(12));
    queue.map_or(0, |queue| queue.len())
}

fn epoch(netuid: NetUid, number: u64) {
    SubnetEpochIndex::<Test>::insert(netuid, number);
}

#[test]
fn hashes_are_those_of_the_public_network() {
    let preimage = Preimage {
        row: Row {
            targets: &[0, 1],
            weights: &[10, 10],
            version_key: 0,
        },
        salt: &SALT,
    };
    let hotkey = AccountId::new([0x11; 32]);
    let hash = |index: u16| format!("{:?}", preimage.hash(&hotkey, index.into()));
    assert_eq!(
        hash(1),
        "0x63ef00fb7ba94ff73315faf3576547c5c47e056e9a9e1fd1fb643bca18a28c51"
    );
    assert_eq!(
        hash(4_097),
        "0x021c8306b93bdaf66fcf34c2d642fa06a95b9267f5a922925e9f080a6ced5cb7"
    );
}

#[test]
fn a_commit_is_revealed_in_its_epoch_and_in_no_other() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        assert_ok!(commit(12, netuid, 50));
        let index = main_index(netuid);
        let event = Event::WeightsCommitted(account(12), index, hash(12, netuid, 50));
        assert_eq!(System::events().last().unwrap().event, event.into());
        assert_eq!(LastUpdate::<Test>::get(index)[1], System::block_number());
        assert_noop!(reveal(12, netuid, 50), Error::<Test>::RevealTooEarly);
        epoch(netuid, 2);
        assert_noop!(reveal(12, netuid, 50), Error::<Test>::ExpiredWeightCommit);
        epoch(netuid, 1);
        run_to_block(7);
        assert_ok!(reveal(12, netuid, 50));
        assert_eq!(Weights::<Test>::get(index, 1), [(2, 32_768), (3, 65_535)]);
        let event = Event::WeightsRevealed(account(12), index, hash(12, netuid, 50));
        assert_eq!(System::events().last().unwrap().event, event.into());
        assert_eq!(waiting(netuid), 0);
        // The commit was the update.
        assert_eq!(LastUpdate::<Test>::get(index)[1], 1);
        check();
    });
}

#[test]
fn an_epoch_that_is_due_counts_as_begun() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        Tempo::<Test>::insert(netuid, 10);
        LastEpochBlock::<Test>::insert(netuid, 1);
        assert_ok!(commit(12, netuid, 50));
        System::set_block_number(11);
        assert_ok!(commit(12, netuid, 60));
        let queue = WeightCommits::<Test>::get(main_index(netuid), account(12)).unwrap();
        let epochs: Vec<u64> = queue.iter().map(|(_, epoch, _, _)| *epoch).collect();
        assert_eq!(epochs, [0, 1]);
        assert_ok!(reveal(12, netuid, 50));
    });
}

#[test]
fn what_keeps_a_hash_from_being_committed() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        StakeThreshold::<Test>::put(1);
        assert_noop!(
            commit(12, NetUid::new(77), 1),
            Error::<Test>::NotEnoughStakeToSetWeights
        );
        TotalHotkeyAlpha::<Test>::insert(account(12), netuid, AlphaBalance::new(1));
        assert_ok!(commit(12, netuid, 1));
        StakeThreshold::<Test>::put(0);
        assert_noop!(
            commit(12, NetUid::ROOT, 1),
            Error::<Test>::CanNotSetRootNetworkWeights
        );
        assert_noop!(
            commit(12, NetUid::new(77), 1),
            Error::<Test>::MechanismDoesNotExist
        );
        let on_second = |netuid| {
            let mechanism = MechId::new(1);
            SubtensorModule::commit_mechanism_weights(signed(12), netuid, mechanism, H256::zero())
        };
        assert_noop!(on_second(netuid), Error::<Test>::MechanismDoesNotExist);
        CommitRevealWeightsEnabled::<Test>::insert(netuid, false);
        assert_noop!(commit(50, netuid, 1), Error::<Test>::CommitRevealDisabled);
        CommitRevealWeightsEnabled::<Test>::insert(netuid, true);
        assert_noop!(
            commit(50, netuid, 1),
            Error::<Test>::HotKeyNotRegisteredInSubNet
        );
        WeightsSetRateLimit::<Test>::insert(netuid, 5);
        for number in 2..=10 {
            System::set_block_number(number * 5);
            assert_ok!(commit(12, netuid, number as u16));
        }
        assert_noop!(
            commit(12, netuid, 11),
            Error::<Test>::CommittingWeightsTooFast
        );
        WeightsSetRateLimit::<Test>::insert(netuid, 0);
        assert_noop!(
            commit(12, netuid, 11),
            Error::<Test>::TooManyUnrevealedCommits
        );
        // Those whose time is over make room.
        epoch(netuid, 2);
        assert_ok!(commit(12, netuid, 11));
        assert_eq!(waiting(netuid), 1);
    });
}

#[test]
fn every_mechanism_has_commits_of_its_own() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        let second = MechId::new(1);
        MechanismCountCurrent::<Test>::insert(netuid, MechId::new(2));
        let index = NetUidStorageIndex::from_parts(netuid, second);
        let row = Row {
            targets: &[2],
            weights: &[7],
            version_key: 0,
        };
        let hash = Preimage { row, salt: &SALT }.hash(&account(12), index);
        assert_ok!(SubtensorModule::commit_mechanism_weights(
            signed(12),
            netuid,
            second,
            hash
        ));
        epoch(netuid, 1);
        let reveal_on = |mechanism| {
            SubtensorModule::reveal_mechanism_weights(
                signed(12),
                netuid,
                mechanism,
                list(vec![2]),
                list(vec![7]),
                list(SALT.to_vec()),
                0,
            )
        };
        assert_noop!(reveal_on(MechId::MAIN), Error::<Test>::NoWeightsCommitFound);
        assert_ok!(reveal_on(second));
        assert_eq!(Weights::<Test>::get(index, 1), [(2, 65_535)]);
        assert!(Weights::<Test>::get(main_index(netuid), 1).is_empty());
    });
}

#[test]
fn what_keeps_a_row_from_being_revealed() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        CommitRevealWeightsEnabled::<Test>::insert(netuid, false);
        assert_noop!(reveal(12, netuid, 1), Error::<Test>::CommitRevealDisabled);
        CommitRevealWeightsEnabled::<Test>::insert(netuid, true);
        assert_noop!(reveal(12, netuid, 1), Error::<Test>::NoWeightsCommitFound);
        assert_ok!(commit(12, netuid, 1));
        epoch(netuid, 2);
        assert_noop!(reveal(12, netuid, 2), Error::<Test>::NoWeightsCommitFound);
        assert_ok!(commit(12, netuid, 3));
        assert_noop!(
            reveal(12, netuid, 2),
            Error::<Test>::InvalidRevealCommitHashNotMatch
        );
        epoch(netuid, 3);
        // The checks of the row itself; nothing of the commit is lost by them.
        ValidatorPermit::<Test>::insert(netuid, vec![false; 4]);
        assert_noop!(
            reveal(12, netuid, 3),
            Error::<Test>::NeuronNoValidatorPermit
        );
        ValidatorPermit::<Test>::insert(netuid, vec![false, true, false, false]);
        assert_ok!(reveal(12, netuid, 3));
    });
}

#[test]
fn a_reveal_drops_the_commits_before_it() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        for weight in 1..=10 {
            assert_ok!(commit(12, netuid, weight));
        }
        assert_noop!(
            commit(12, netuid, 11),
            Error::<Test>::TooManyUnrevealedCommits
        );
        epoch(netuid, 1);
        assert_ok!(reveal(12, netuid, 2));
        assert_eq!(waiting(netuid), 8);
        assert_ok!(reveal(12, netuid, 10));
        assert_eq!(waiting(netuid), 0);
    });
}

#[test]
fn several_rows_are_revealed_all_or_none() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        assert_noop!(reveal_all(netuid, &[]), Error::<Test>::InvalidBatchLength);
        assert_noop!(
            SubtensorModule::batch_reveal_weights(
                signed(12),
                netuid,
                list(vec![list(vec![1])]),
                list(vec![]),
                list(vec![]),
                list(vec![0])
            ),
            Error::<Test>::InputLengthsUnequal
        );
        assert_noop!(
            reveal_all(netuid, &[1]),
            Error::<Test>::NoWeightsCommitFound
        );
        assert_ok!(commit(12, netuid, 1));
        epoch(netuid, 1);
        for weight in 2..=4 {
            assert_ok!(commit(12, netuid, weight));
        }
        assert_noop!(reveal_all(netuid, &[1, 2]), Error::<Test>::RevealTooEarly);
        epoch(netuid, 2);
        assert_noop!(
            reveal_all(netuid, &[2, 1]),
            Error::<Test>::ExpiredWeightCommit
        );
        assert_noop!(
            reveal_all(netuid, &[2, 2]),
            Error::<Test>::InvalidRevealCommitHashNotMatch
        );
        // In the order of the call, and none but those named is dropped.
        assert_ok!(reveal_all(netuid, &[4, 2]));
        assert_eq!(waiting(netuid), 1);
        let row = Weights::<Test>::get(main_index(netuid), 1);
        assert_eq!(row, [(2, 1_311), (3, 65_535)]);
        let hashes = vec![hash(12, netuid, 4), hash(12, netuid, 2)];
        let event = Event::WeightsBatchRevealed(account(12), netuid, hashes);
        assert_eq!(System::events().last().unwrap().event, event.into());
        assert_ok!(reveal_all(netuid, &[3]));
        assert_eq!(waiting(netuid), 0);
    });
}

#[test]
fn a_neuron_that_goes_takes_its_commits_along() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        assert_ok!(commit(12, netuid, 1));
        assert_ok!(Neurons::<Test>::replace_neuron(netuid, 1, &account(60), 5));
        assert_eq!(waiting(netuid), 0);
        check();
    });
}
