//! The tempo and `trigger_epoch`: who, freeze window, intervals, effects (spec 10 §12.1, §12.2,
//! §19.1); what is retired (spec 90 §21.2).

use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;
use subtensor_primitives::NetUid;

use crate::{Error, mock::*, pallet::*};

/// A subnet of coldkey 1 with tempo 400, some blocks after its last epoch.
fn test(run: impl FnOnce(NetUid)) {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        Schedule::<Test>::put_tempo(netuid, 400);
        System::set_block_number(100);
        System::reset_events();
        run(netuid);
        check();
    });
}

#[test]
fn what_is_retired_succeeds_and_changes_nothing() {
    test(|netuid| {
        let storage = || sp_io::storage::root(sp_runtime::StateVersion::V1);
        let before = storage();
        for netuid in [netuid, NetUid::new(9)] {
            assert_ok!(SubtensorModule::set_tempo(signed(2), netuid, 720));
            let factor = SubtensorModule::set_activity_cutoff_factor(signed(2), netuid, 9_000);
            assert_ok!(factor);
        }
        assert_eq!(storage(), before);
        for origin in [RuntimeOrigin::root(), RuntimeOrigin::none()] {
            let tempo = SubtensorModule::set_tempo(origin.clone(), netuid, 720);
            assert_noop!(tempo, DispatchError::BadOrigin);
            let factor = SubtensorModule::set_activity_cutoff_factor(origin, netuid, 9_000);
            assert_noop!(factor, DispatchError::BadOrigin);
        }
    });
}

#[test]
fn a_subnet_that_is_dissolved_has_no_schedule() {
    test(|netuid| {
        assert_ok!(SubtensorModule::root_dissolve_network(
            RuntimeOrigin::root(),
            netuid
        ));
        assert_noop!(
            SubtensorModule::trigger_epoch(signed(1), netuid),
            Error::<Test>::SubnetNotExists
        );
    });
}

#[test]
fn a_tempo_counts_anew() {
    test(|netuid| {
        Schedule::<Test>::put_tempo(netuid, 720);
        assert_eq!(Tempo::<Test>::get(netuid), 720);
        assert_eq!(LastEpochBlock::<Test>::get(netuid), 100);
        assert_eq!(
            Schedule::<Test>::next_epoch_start_block(netuid),
            Some(100 + 720)
        );
    });
}

#[test]
fn a_triggered_epoch_runs_after_the_freeze_window() {
    test(|netuid| {
        assert_ok!(SubtensorModule::trigger_epoch(signed(1), netuid));
        System::assert_last_event(
            Event::EpochTriggered {
                netuid,
                by: account(1),
                fires_at: 110,
            }
            .into(),
        );
        assert!(Schedule::<Test>::is_in_admin_freeze_window(netuid));
        assert_eq!(Schedule::<Test>::next_epoch_start_block(netuid), Some(110));
        let index = SubnetEpochIndex::<Test>::get(netuid);
        run_to_block(109);
        assert_eq!(SubnetEpochIndex::<Test>::get(netuid), index);
        run_to_block(110);
        assert_eq!(SubnetEpochIndex::<Test>::get(netuid), index + 1);
        assert_eq!(PendingEpochAt::<Test>::get(netuid), 0);
        assert!(!Schedule::<Test>::is_in_admin_freeze_window(netuid));
    });
}

#[test]
fn errors_of_triggering_come_in_order() {
    test(|netuid| {
        CommitRevealWeightsEnabled::<Test>::insert(netuid, true);
        PendingEpochAt::<Test>::insert(netuid, 105);
        let trigger = |who| SubtensorModule::trigger_epoch(signed(who), netuid);
        assert_noop!(trigger(2), DispatchError::BadOrigin);
        assert_noop!(trigger(1), Error::<Test>::DynamicTempoBlockedByCommitReveal);
        CommitRevealWeightsEnabled::<Test>::insert(netuid, false);
        assert_noop!(trigger(1), Error::<Test>::EpochTriggerAlreadyPending);
        PendingEpochAt::<Test>::remove(netuid);
        // The example of the chapter: six blocks are left and the window has eight.
        Tempo::<Test>::insert(netuid, 10);
        LastEpochBlock::<Test>::insert(netuid, 96);
        AdminFreezeWindow::<Test>::put(8);
        assert_noop!(trigger(1), Error::<Test>::AutoEpochAlreadyImminent);
        AdminFreezeWindow::<Test>::put(6);
        assert_ok!(trigger(1));
        PendingEpochAt::<Test>::remove(netuid);
        LastEpochBlock::<Test>::insert(netuid, 119);
        System::set_block_number(119);
        assert_noop!(trigger(1), Error::<Test>::TxRateLimitExceeded);
        LastEpochBlock::<Test>::insert(netuid, 120);
        System::set_block_number(120);
        assert_ok!(trigger(1));
    });
}
