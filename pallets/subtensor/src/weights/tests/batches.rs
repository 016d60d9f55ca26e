//! Batches of weights and of commits (spec 40 §6.3).

use codec::Compact;
use frame_support::{assert_noop, assert_ok};
use sp_core::H256;
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::{AlphaBalance, MechId, NetUid, NetUidStorageIndex};

use super::subnet;
use crate::{Error, Event, mock::*, pallet::*};

fn set_all(rows: &[(NetUid, u16)]) -> DispatchResult {
    done(SubtensorModule::batch_set_weights(
        signed(12),
        list(rows.iter().map(|(netuid, _)| Compact(*netuid)).collect()),
        list(
            rows.iter()
                .map(|(_, uid)| list(vec![(Compact(*uid), Compact(9))]))
                .collect(),
        ),
        list(vec![Compact(0); rows.len()]),
    ))
}

fn commit_all(netuids: &[NetUid]) -> DispatchResult {
    done(SubtensorModule::batch_commit_weights(
        signed(12),
        list(netuids.iter().map(|netuid| Compact(*netuid)).collect()),
        list(vec![H256::repeat_byte(1); netuids.len()]),
    ))
}

/// The events of the pallet, but for those of its first blocks.
fn events() -> Vec<Event<Test>> {
    System::read_events_for_pallet()
}

#[test]
fn what_fails_in_a_batch_does_not_keep_the_rest_from_it() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        let nowhere = NetUid::new(77);
        CommitRevealWeightsEnabled::<Test>::insert(nowhere, false);
        System::reset_events();
        assert_ok!(set_all(&[(netuid, 50), (nowhere, 2), (netuid, 2)]));
        let index = NetUidStorageIndex::from_parts(netuid, MechId::MAIN);
        let failed =
            |netuid, error: Error<Test>| Event::BatchWeightItemFailed(netuid, error.into());
        let all = vec![Compact(netuid), Compact(nowhere), Compact(netuid)];
        assert_eq!(
            events(),
            [
                Event::WeightsSet(index, 1),
                Event::BatchCompletedWithErrors(),
                failed(netuid, Error::UidVecContainInvalidOne),
                failed(nowhere, Error::MechanismDoesNotExist),
                Event::BatchWeightsCompleted(all, account(12)),
            ]
        );
        System::reset_events();
        assert_ok!(set_all(&[(netuid, 3)]));
        assert_eq!(events().len(), 2);
        assert_eq!(Weights::<Test>::get(index, 1), [(3, 65_535)]);
    });
}

#[test]
fn a_batch_has_lists_of_one_length_and_an_item_for_a_subnet_at_most() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        assert_noop!(set_all(&[]), Error::<Test>::InvalidBatchLength);
        assert_noop!(commit_all(&[]), Error::<Test>::InvalidBatchLength);
        let many = vec![netuid; usize::from(TotalNetworks::<Test>::get()) + 1];
        assert_noop!(commit_all(&many), Error::<Test>::InvalidBatchLength);
        assert_noop!(
            SubtensorModule::batch_commit_weights(
                signed(12),
                list(vec![Compact(netuid)]),
                list(vec![])
            ),
            Error::<Test>::InputLengthsUnequal
        );
        assert_noop!(
            SubtensorModule::batch_set_weights(
                signed(12),
                list(vec![Compact(netuid)]),
                list(vec![list(vec![])]),
                list(vec![])
            ),
            Error::<Test>::InputLengthsUnequal
        );
    });
}

#[test]
fn a_batch_of_commits_needs_stake_on_all_its_subnets() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        let other = start_subnet(3, 13);
        CommitRevealWeightsEnabled::<Test>::insert(netuid, true);
        StakeThreshold::<Test>::put(1);
        TotalHotkeyAlpha::<Test>::insert(account(12), netuid, AlphaBalance::new(1));
        assert_noop!(
            commit_all(&[netuid, other]),
            Error::<Test>::NotEnoughStakeToSetWeights
        );
        StakeThreshold::<Test>::put(0);
        assert_ok!(commit_all(&[netuid, other]));
        let index = NetUidStorageIndex::from_parts(netuid, MechId::MAIN);
        assert!(WeightCommits::<Test>::contains_key(index, account(12)));
        let failed =
            Event::BatchWeightItemFailed(other, Error::<Test>::CommitRevealDisabled.into());
        assert!(events().contains(&failed));
    });
}

#[test]
fn a_free_batch_has_no_item_that_fails() {
    new_test_ext().execute_with(|| {
        let netuid = subnet();
        let other = start_subnet(3, 13);
        run_to_block(3);
        let precheck = |items: &[(NetUid, u16)]| {
            let call = crate::Call::batch_set_weights {
                netuids: list(items.iter().map(|(netuid, _)| Compact(*netuid)).collect()),
                weights: list(
                    items
                        .iter()
                        .map(|(_, uid)| list(vec![(Compact(*uid), Compact(9))]))
                        .collect(),
                ),
                version_keys: list(vec![Compact(0); items.len()]),
            };
            Admission::<Test>::precheck(&account(12), &call).map_err(DispatchError::from)
        };
        assert_ok!(precheck(&[(netuid, 2)]));
        let unregistered = Error::<Test>::HotKeyNotRegisteredInSubNet;
        assert_eq!(
            precheck(&[(netuid, 2), (other, 0)]),
            Err(unregistered.into())
        );
        let twice = precheck(&[(netuid, 2), (netuid, 3)]);
        assert_eq!(twice, Err(Error::<Test>::SettingWeightsTooFast.into()));
        // The stake on all of them comes first.
        StakeThreshold::<Test>::put(1);
        TotalHotkeyAlpha::<Test>::insert(account(12), netuid, AlphaBalance::new(1));
        let poor = precheck(&[(netuid, 50), (other, 0)]);
        assert_eq!(poor, Err(Error::<Test>::NotEnoughStakeToSetWeights.into()));
    });
}
