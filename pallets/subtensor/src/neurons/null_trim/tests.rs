//! Pruning in batches (spec 90 §15.5).

use std::collections::VecDeque;

use frame_support::{assert_noop, assert_ok};
use sp_core::{H160, H256};
use subtensor_primitives::{AlphaBalance, MechId, NetUid, NetUidStorageIndex};

use crate::{EpochConsensus, Error, Event, children::MAX_PARENTS, mock::*, pallet::*};

const NETUID: NetUid = NetUid::new(7);

fn hotkey(uid: u16) -> AccountId {
    account(1_000 + u64::from(uid))
}

fn index(mechanism: u8) -> NetUidStorageIndex {
    NetUidStorageIndex::from_parts(NETUID, MechId::new(mechanism))
}

/// A subnet of 192 uids, of which each earns as much as its number, with the owner's at 0, which
/// validates; two mechanisms.
fn subnet() {
    NetworksAdded::<Test>::insert(NETUID, true);
    MinAllowedUids::<Test>::insert(NETUID, 4);
    MaxAllowedUids::<Test>::insert(NETUID, 1_000);
    ImmunityPeriod::<Test>::insert(NETUID, 100);
    MechanismCountCurrent::<Test>::insert(NETUID, MechId::new(2));
    SubnetOwnerHotkey::<Test>::insert(NETUID, hotkey(0));
    System::set_block_number(1_000);
    for uid in 0..192 {
        Neurons::<Test>::append_neuron(NETUID, &hotkey(uid), u64::from(uid));
        let address = H160::from_low_u64_be(uid.into());
        AssociatedEvmAddress::<Test>::insert(NETUID, uid, (address, 1));
    }
    TotalHotkeyAlpha::<Test>::insert(hotkey(0), NETUID, AlphaBalance::new(10));
    // The mechanisms leave 128 uids under Yuma consensus.
    SubnetworkN::<Test>::insert(NETUID, 128);
    assert_ok!(Scores::<Test>::do_set_epoch_consensus(
        NETUID,
        EpochConsensus::Null
    ));
    SubnetworkN::<Test>::insert(NETUID, 192);
    Emission::<Test>::insert(NETUID, (0..192).map(AlphaBalance::new).collect::<Vec<_>>());
    System::reset_events();
}

fn trim(target: u16) -> Result<u32, sp_runtime::DispatchError> {
    Neurons::<Test>::do_trim_null_batch(NETUID, target)
}

/// What the last batch said: uids that are still to go, uids that went, commits that went.
fn progress() -> (u16, u16, u32) {
    let events: Vec<Event<Test>> = System::read_events_for_pallet();
    match events.last() {
        Some(Event::NullUidsPruningProgress {
            netuid: NETUID,
            remaining,
            removed,
            cleared_commits,
            ..
        }) => (*remaining, *removed, *cleared_commits),
        other => panic!("{other:?}"),
    }
}

fn holds_what(uids: &[(u16, u16)]) {
    for (new, old) in uids.iter().copied() {
        assert_eq!(Keys::<Test>::get(NETUID, new), hotkey(old));
        assert_eq!(Uids::<Test>::get(NETUID, hotkey(old)), Some(new));
        assert_eq!(
            BlockAtRegistration::<Test>::get(NETUID, new),
            u64::from(old)
        );
        let (address, _) = AssociatedEvmAddress::<Test>::get(NETUID, new).unwrap();
        assert_eq!(address.to_low_u64_be(), u64::from(old));
        let emission = AlphaBalance::new(old.into());
        assert_eq!(Emission::<Test>::get(NETUID)[usize::from(new)], emission);
    }
}

#[test]
fn batches_are_those_of_90_15_5() {
    new_test_ext().execute_with(|| {
        subnet();
        for mechanism in [0, 1] {
            let row = vec![(1, 10), (65, 1), (129, 7)];
            Weights::<Test>::insert(index(mechanism), 0, row);
            Weights::<Test>::insert(index(mechanism), 100, vec![(2, 2)]);
            Bonds::<Test>::insert(index(mechanism), 191, vec![(1, 1), (65, 5), (128, 8)]);
            Bonds::<Test>::insert(index(mechanism), 1, vec![(0, 1)]);
        }
        assert_ok!(trim(64));
        assert_eq!(progress(), (64, 64, 0));
        assert_eq!(SubnetworkN::<Test>::get(NETUID), 128);
        assert_eq!(MaxAllowedUids::<Test>::get(NETUID), 128);
        assert_eq!(NullPruningTarget::<Test>::get(NETUID), Some(64));
        holds_what(&[(0, 0), (1, 128), (2, 129), (64, 191), (65, 65), (127, 127)]);
        for mechanism in [0, 1] {
            let rows: Vec<_> = Weights::<Test>::iter_prefix(index(mechanism)).collect();
            assert_eq!(rows, [(0, vec![(2, 7), (65, 1)])]);
            let bonds: Vec<_> = Bonds::<Test>::iter_prefix(index(mechanism)).collect();
            assert_eq!(bonds, [(64, vec![(1, 8), (65, 5)])]);
            let updates = LastUpdate::<Test>::get(index(mechanism));
            assert_eq!((updates.len(), updates[1], updates[65]), (128, 128, 65));
            assert_eq!(Incentive::<Test>::get(index(mechanism)).len(), 128);
        }
        for uid in 1..=64 {
            assert!(!Uids::<Test>::contains_key(NETUID, hotkey(uid)));
            assert!(!IsNetworkMember::<Test>::contains_key(hotkey(uid), NETUID));
        }
        for uid in 128..192 {
            assert!(!Keys::<Test>::contains_key(NETUID, uid));
            assert!(!AssociatedEvmAddress::<Test>::contains_key(NETUID, uid));
            assert!(!BlockAtRegistration::<Test>::contains_key(NETUID, uid));
        }
        assert!(ValidatorPermit::<Test>::get(NETUID)[0]);
        Scores::<Test>::check_consensus().unwrap();

        assert_ok!(trim(64));
        assert_eq!(progress(), (0, 64, 0));
        assert_eq!(SubnetworkN::<Test>::get(NETUID), 64);
        assert_eq!(NullPruningTarget::<Test>::get(NETUID), None);
        holds_what(&[(0, 0), (1, 191), (2, 129), (63, 190)]);
        assert_eq!(Weights::<Test>::get(index(0), 0), [(2, 7)]);
        assert_ok!(Scores::<Test>::do_set_epoch_consensus(
            NETUID,
            EpochConsensus::Yuma
        ));
    });
}

#[test]
fn who_has_the_most_stake_validates_afterwards_and_keeps_no_row_of_others() {
    new_test_ext().execute_with(|| {
        subnet();
        TotalHotkeyAlpha::<Test>::insert(hotkey(190), NETUID, AlphaBalance::new(11));
        Weights::<Test>::insert(index(0), 0, vec![(65, 1)]);
        Weights::<Test>::insert(index(0), 190, vec![(66, 1)]);
        assert_ok!(trim(128));
        let uid = Uids::<Test>::get(NETUID, hotkey(190)).unwrap();
        let permits = ValidatorPermit::<Test>::get(NETUID);
        assert_eq!(permits.iter().filter(|permit| **permit).count(), 1);
        assert!(permits[usize::from(uid)]);
        assert_eq!(Weights::<Test>::get(index(0), 0), [(65, 1)]);
        assert_eq!(Weights::<Test>::get(index(0), uid), []);
    });
}

#[test]
fn who_validates_is_elected_by_what_thousands_of_parents_lend() {
    new_test_ext().execute_with(|| {
        subnet();
        // Those of the first uid do not count any more; those of the last lend most.
        let lent_to = [1, 100].into_iter().chain(150..192);
        for uid in lent_to.clone() {
            let first = 1_000_000 * (u64::from(uid) + 1);
            let numbers = first..first + u64::from(MAX_PARENTS);
            let parents: Vec<_> = numbers.map(|number| (u64::MAX, account(number))).collect();
            for (_, parent) in &parents {
                let stake = if uid == 191 { 2 } else { 1 };
                TotalHotkeyAlpha::<Test>::insert(parent, NETUID, AlphaBalance::new(stake));
            }
            ParentKeys::<Test>::insert(hotkey(uid), NETUID, parents);
        }
        let stakers = 128 + MAX_PARENTS * (lent_to.count() as u32 - 1);
        assert!(stakers > 5_000);
        assert_eq!(trim(128), Ok(stakers));
        let uid = Uids::<Test>::get(NETUID, hotkey(191)).unwrap();
        let permits = ValidatorPermit::<Test>::get(NETUID);
        let elected: Vec<usize> = (0..128).filter(|uid| permits[*uid]).collect();
        assert_eq!(elected, [usize::from(uid)]);
    });
}

/// So many commits by hash, by hotkeys of no uid, and two queues of ciphertexts.
fn commit(count: u64) {
    for number in 0..count {
        let queue = VecDeque::from([(H256::zero(), 0, 1, 0)]);
        WeightCommits::<Test>::insert(index(1), account(10_000 + number), queue);
    }
    for epoch in [3, 4] {
        let commit = (hotkey(0), 1, Default::default(), 9);
        ValidatorWeights::<Test>::queue_commit(index(0), epoch, commit);
    }
}

fn commits() -> usize {
    ValidatorWeights::<Test>::commit_keys(NETUID).count()
}

#[test]
fn commits_go_first_and_if_there_are_too_many_alone() {
    new_test_ext().execute_with(|| {
        subnet();
        commit(2_499);
        assert_eq!(commits(), 2_501);
        assert_ok!(trim(64));
        assert_eq!(progress(), (128, 0, 2_500));
        assert_eq!((commits(), SubnetworkN::<Test>::get(NETUID)), (1, 192));
        assert_eq!(MaxAllowedUids::<Test>::get(NETUID), 1_000);
        assert_eq!(NullPruningTarget::<Test>::get(NETUID), Some(64));
        assert_ok!(trim(64));
        assert_eq!(progress(), (64, 64, 1));
        assert!(WaitingCommitQueues::<Test>::get().is_empty());
        assert_eq!(TimelockedCommitOutlines::<Test>::iter_keys().count(), 0);
    });
}

#[test]
fn with_as_many_uids_as_there_are_only_commits_go() {
    new_test_ext().execute_with(|| {
        subnet();
        commit(3);
        assert_ok!(trim(192));
        assert_eq!(progress(), (0, 0, 5));
        assert_eq!((commits(), SubnetworkN::<Test>::get(NETUID)), (0, 192));
        assert_eq!(NullPruningTarget::<Test>::get(NETUID), None);
        // As long as some are left there is more to do.
        commit(2_499);
        assert_ok!(trim(192));
        assert_eq!(progress(), (0, 0, 2_500));
        assert_eq!(NullPruningTarget::<Test>::get(NETUID), Some(192));
        assert_ok!(trim(192));
        assert_eq!(NullPruningTarget::<Test>::get(NETUID), None);
    });
}

#[test]
fn what_keeps_uids_from_being_pruned() {
    new_test_ext().execute_with(|| {
        subnet();
        let no_subnet = Neurons::<Test>::do_trim_null_batch(NetUid::new(42), 64);
        assert_noop!(no_subnet, Error::<Test>::SubnetNotExists);
        SubnetEpochConsensus::<Test>::insert(NETUID, EpochConsensus::Yuma);
        assert_noop!(trim(3), Error::<Test>::InvalidValue);
        assert_noop!(trim(64), Error::<Test>::InvalidValue);
        SubnetEpochConsensus::<Test>::insert(NETUID, EpochConsensus::Null);
        assert_noop!(trim(3), Error::<Test>::InvalidValue);
        assert_noop!(trim(1_001), Error::<Test>::InvalidValue);
        // With uid 0 eight are immune: all of 8, four fifths of 10, less of 11.
        for uid in 185..192 {
            BlockAtRegistration::<Test>::insert(NETUID, uid, 999);
        }
        for target in [8, 10] {
            let reason = Error::<Test>::TrimmingWouldExceedMaxImmunePercentage;
            assert_noop!(trim(target), reason);
        }
        for _ in 0..3 {
            assert_ok!(trim(11));
        }
        assert_eq!(SubnetworkN::<Test>::get(NETUID), 11);
        for uid in 185..192 {
            assert!(Uids::<Test>::contains_key(NETUID, hotkey(uid)));
        }
    });
}

#[test]
fn another_target_takes_the_place_of_the_last() {
    new_test_ext().execute_with(|| {
        subnet();
        assert_ok!(trim(64));
        assert_ok!(trim(100));
        assert_eq!(SubnetworkN::<Test>::get(NETUID), 100);
        assert_eq!(NullPruningTarget::<Test>::get(NETUID), None);
    });
}

#[test]
fn trimming_is_one_batch() {
    new_test_ext().execute_with(|| {
        subnet();
        let trim = |max| Neurons::<Test>::do_trim(NETUID, max);
        assert_noop!(trim(127), Error::<Test>::InvalidValue);
        commit(2_499);
        assert_noop!(trim(128), Error::<Test>::InvalidValue);
        WeightCommits::<Test>::remove(index(1), account(10_000));
        NullPruningTarget::<Test>::insert(NETUID, 9);
        assert_ok!(trim(128));
        assert_eq!((commits(), SubnetworkN::<Test>::get(NETUID)), (0, 128));
        assert_eq!(MaxAllowedUids::<Test>::get(NETUID), 128);
        assert_eq!(NullPruningTarget::<Test>::get(NETUID), None);
        holds_what(&[(0, 0), (1, 128), (64, 191), (65, 65)]);
        // Where nobody has to go, nothing does.
        commit(3);
        assert_ok!(trim(128));
        assert_eq!(commits(), 5);
    });
}
