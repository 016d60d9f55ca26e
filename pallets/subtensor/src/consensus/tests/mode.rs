//! Switching between kinds of consensus, and what each limits (spec 90 §15.1, §15.2).

use frame_support::{assert_noop, assert_ok, assert_storage_noop};
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};

use super::{NETUID, index, neurons};
use crate::{
    EpochConsensus::{self, Null, Yuma},
    Error, Event,
    mock::*,
    pallet::*,
};

fn set(netuid: NetUid, consensus: EpochConsensus) -> Result<u32, sp_runtime::DispatchError> {
    Scores::<Test>::do_set_epoch_consensus(netuid, consensus)
}

fn queue(index: NetUidStorageIndex) {
    ValidatorWeights::<Test>::queue_commit(index, 0, (account(40), 1, Default::default(), 9));
}

#[test]
fn what_keeps_consensus_from_being_switched() {
    new_test_ext().execute_with(|| {
        neurons(&[5, 5, 4]);
        let invalid = Error::<Test>::InvalidValue;
        assert_noop!(set(NetUid::ROOT, Null), invalid);
        assert_noop!(set(NetUid::new(9), Null), Error::<Test>::SubnetNotExists);
        // On any mechanism that there may be.
        let last = NetUidStorageIndex::from_parts(NETUID, MechId::new(15));
        queue(last);
        let invalid = Error::<Test>::InvalidValue;
        assert_noop!(set(NETUID, Null), invalid);
        // What is in force already asks for nothing.
        assert_storage_noop!(assert_ok!(set(NETUID, Yuma)));
        TimelockedWeightCommits::<Test>::remove(last, 0);
        assert_ok!(set(NETUID, Null));
        assert_storage_noop!(assert_ok!(set(NETUID, Null)));

        queue(index(0));
        let invalid = Error::<Test>::InvalidValue;
        assert_noop!(set(NETUID, Yuma), invalid);
        let _ = TimelockedWeightCommits::<Test>::clear(u32::MAX, None);
        MechanismCountCurrent::<Test>::insert(NETUID, MechId::new(2));
        SubnetworkN::<Test>::insert(NETUID, 129);
        let invalid = Error::<Test>::InvalidValue;
        assert_noop!(set(NETUID, Yuma), invalid);
        SubnetworkN::<Test>::insert(NETUID, 128);
        NullPruningTarget::<Test>::insert(NETUID, 9);
        let invalid = Error::<Test>::InvalidValue;
        assert_noop!(set(NETUID, Yuma), invalid);
        NullPruningTarget::<Test>::remove(NETUID);
        assert_ok!(set(NETUID, Yuma));
    });
}

#[test]
fn one_validates_under_null_and_as_many_as_before_do_under_yuma() {
    new_test_ext().execute_with(|| {
        neurons(&[5, 6, 6]);
        MaxAllowedValidators::<Test>::insert(NETUID, 100);
        LastMechansimStepBlock::<Test>::insert(NETUID, 2);
        Bonds::<Test>::insert(index(0), 0, vec![(1, 7)]);
        Weights::<Test>::insert(index(0), 0, vec![(1, 7)]);
        Consensus::<Test>::insert(NETUID, vec![1, 2, 3]);
        assert_ok!(set(NETUID, Null));
        System::assert_last_event(Event::EpochConsensusSet(NETUID, Null).into());
        assert_eq!(SubnetEpochConsensus::<Test>::get(NETUID), Null);
        assert_eq!(MaxAllowedValidators::<Test>::get(NETUID), 1);
        assert_eq!(
            SavedYumaMaxAllowedValidators::<Test>::get(NETUID),
            Some(100)
        );
        assert_eq!(LastYumaStepBlock::<Test>::get(NETUID), Some(2));
        assert_eq!(ValidatorPermit::<Test>::get(NETUID), [false, true, false]);
        Scores::<Test>::check_consensus().unwrap();

        MechanismCountCurrent::<Test>::insert(NETUID, MechId::new(4));
        MaxAllowedUids::<Test>::insert(NETUID, 625);
        assert_ok!(set(NETUID, Yuma));
        System::assert_last_event(Event::EpochConsensusSet(NETUID, Yuma).into());
        assert_eq!(MaxAllowedUids::<Test>::get(NETUID), 64);
        assert_eq!(MaxAllowedValidators::<Test>::get(NETUID), 64);
        assert_eq!(SavedYumaMaxAllowedValidators::<Test>::get(NETUID), None);
        Scores::<Test>::check_consensus().unwrap();
        // Nothing else was touched.
        assert_eq!(Bonds::<Test>::get(index(0), 0), [(1, 7)]);
        assert_eq!(Weights::<Test>::get(index(0), 0), [(1, 7)]);
        assert_eq!(Consensus::<Test>::get(NETUID), [1, 2, 3]);
        assert_eq!(LastYumaStepBlock::<Test>::get(NETUID), Some(2));
        // A later step of Yuma consensus is not forgotten for an earlier one.
        Schedule::<Test>::note_step(NETUID, 5, Yuma);
        assert_ok!(set(NETUID, Null));
        assert_eq!(LastYumaStepBlock::<Test>::get(NETUID), Some(5));
        MaxAllowedUids::<Test>::insert(NETUID, 50);
        assert_ok!(set(NETUID, Yuma));
        assert_eq!(MaxAllowedUids::<Test>::get(NETUID), 50);
        assert_eq!(MaxAllowedValidators::<Test>::get(NETUID), 50);
    });
}

#[test]
fn the_number_of_mechanisms_changes_within_the_budget_and_while_nothing_waits() {
    new_test_ext().execute_with(|| {
        neurons(&[5, 5, 4]);
        MaxMechanismCount::<Test>::put(MechId::new(16));
        let set_count =
            |count| Mechanisms::<Test>::do_set_mechanism_count(NETUID, MechId::new(count));
        for (count, yuma, null) in [
            (1, 256, 2_500),
            (2, 128, 1_250),
            (3, 85, 833),
            (4, 64, 625),
            (8, 32, 312),
            (16, 16, 156),
        ] {
            for (consensus, most) in [(Yuma, yuma), (Null, null)] {
                SubnetEpochConsensus::<Test>::insert(NETUID, consensus);
                MaxAllowedUids::<Test>::insert(NETUID, most + 1);
                let reason = Error::<Test>::TooManyUIDsPerMechanism;
                assert_noop!(set_count(count), reason);
                MaxAllowedUids::<Test>::insert(NETUID, most);
                assert_ok!(set_count(count));
            }
        }
        queue(index(3));
        let reason = Error::<Test>::InvalidValue;
        assert_noop!(set_count(2), reason);
        // No change is none.
        assert_ok!(set_count(16));
        let _ = TimelockedWeightCommits::<Test>::clear(u32::MAX, None);
        let hashed = std::collections::VecDeque::from([(sp_core::H256::zero(), 0, 1, 0)]);
        WeightCommits::<Test>::insert(index(0), account(40), hashed);
        let reason = Error::<Test>::InvalidValue;
        assert_noop!(set_count(2), reason);
        SubnetEpochConsensus::<Test>::insert(NETUID, Yuma);
        MaxAllowedUids::<Test>::insert(NETUID, 16);
        assert_ok!(set_count(2));
    });
}

#[test]
fn what_a_kind_of_consensus_asks_for_is_checked() {
    new_test_ext().execute_with(|| {
        neurons(&[5, 5, 4]);
        let holds = || Scores::<Test>::check_consensus().is_ok();
        assert!(holds());
        SavedYumaMaxAllowedValidators::<Test>::insert(NETUID, 7);
        assert!(!holds());
        SavedYumaMaxAllowedValidators::<Test>::remove(NETUID);
        NullPruningTarget::<Test>::insert(NETUID, 7);
        assert!(!holds());
        NullPruningTarget::<Test>::remove(NETUID);
        SubnetworkN::<Test>::insert(NETUID, 257);
        assert!(!holds());
        assert_ok!(set(NETUID, Null));
        assert!(holds());
        SubnetworkN::<Test>::insert(NETUID, 2_501);
        assert!(!holds());
        SubnetworkN::<Test>::insert(NETUID, 3);
        ValidatorPermit::<Test>::insert(NETUID, vec![true, true]);
        assert!(!holds());
        ValidatorPermit::<Test>::insert(NETUID, vec![false, true]);
        MaxAllowedValidators::<Test>::insert(NETUID, 2);
        assert!(!holds());
        MaxAllowedValidators::<Test>::insert(NETUID, 1);
        NullPruningTarget::<Test>::insert(NETUID, 7);
        assert!(holds());
        SavedYumaMaxAllowedValidators::<Test>::remove(NETUID);
        assert!(!holds());
    });
}
