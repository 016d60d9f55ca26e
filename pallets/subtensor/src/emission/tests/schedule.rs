//! When epochs are due and whose turn it is (spec 10 §12.1, §12.3).

use subtensor_primitives::NetUid;

use crate::{mock::*, pallet::*};

fn schedule(netuid: NetUid, tempo: u16, last: u64, pending: u64) {
    Tempo::<Test>::insert(netuid, tempo);
    LastEpochBlock::<Test>::insert(netuid, last);
    PendingEpochAt::<Test>::insert(netuid, pending);
}

/// Subnets 1 to `count` with the same schedule and nothing else.
fn subnets(count: u16, tempo: u16) -> Vec<NetUid> {
    let subnets: Vec<NetUid> = (1..=count).map(NetUid::new).collect();
    for netuid in &subnets {
        schedule(*netuid, tempo, 0, 0);
        SubnetOwnerHotkey::<Test>::remove(netuid);
        SubnetworkN::<Test>::insert(netuid, 0);
    }
    subnets
}

fn epochs(netuid: NetUid) -> u64 {
    SubnetEpochIndex::<Test>::get(netuid)
}

#[test]
fn schedules_follow_the_vectors() {
    new_test_ext().execute_with(|| {
        let netuid = NetUid::new(1);
        for (last, tempo, now, until) in [
            (0, 0, 100, u64::MAX),
            (0, 10, 5, 5),
            (0, 20, 21, 0),
            (0, 65_535, 0, 65_535),
            (0, 65_534, 100, 65_434),
        ] {
            schedule(netuid, tempo, last, 0);
            assert_eq!(
                Schedule::<Test>::blocks_until_next_auto_epoch(netuid, now),
                until
            );
        }
        for (pending, start) in [(0, 150), (120, 120), (200, 150)] {
            schedule(netuid, 50, 100, pending);
            assert_eq!(
                Schedule::<Test>::next_epoch_start_block(netuid),
                Some(start)
            );
        }
        schedule(netuid, 0, 100, 120);
        assert_eq!(Schedule::<Test>::next_epoch_start_block(netuid), None);
    });
}

#[test]
fn an_epoch_is_due_since_the_first_reason_for_it() {
    new_test_ext().execute_with(|| {
        let netuid = NetUid::new(1);
        let due = |now| Schedule::<Test>::due_since(netuid, now);
        schedule(netuid, 100, 0, 0);
        assert_eq!((due(99), due(100), due(102)), (None, Some(100), Some(100)));
        schedule(netuid, 100, 50, 120);
        assert_eq!((due(119), due(120), due(160)), (None, Some(120), Some(120)));
        schedule(netuid, 0, 0, 1);
        assert_eq!(due(u64::MAX), None);
        // A subnet whose tempo is beyond the longest wait.
        schedule(netuid, 60_000, 0, 0);
        BlocksSinceLastStep::<Test>::insert(netuid, 50_400);
        assert_eq!(due(50_500), None);
        BlocksSinceLastStep::<Test>::insert(netuid, 50_401);
        assert_eq!(due(50_500), Some(50_500));
    });
}

#[test]
fn those_beyond_the_cap_wait_a_block() {
    new_test_ext().execute_with(|| {
        let subnets = subnets(4, 100);
        MaxEpochsPerBlock::<Test>::put(2);
        System::reset_events();
        let (stepped, _) = Coinbase::<Test>::run_due_epochs(&subnets, 100);
        let waiting: Vec<NetUid> = subnets
            .iter()
            .copied()
            .filter(|netuid| !stepped.contains(netuid))
            .collect();
        assert_eq!((stepped.len(), waiting.len()), (2, 2));
        for netuid in &waiting {
            assert_eq!(PendingEpochAt::<Test>::get(netuid), 101);
            assert_eq!(
                (epochs(*netuid), LastEpochBlock::<Test>::get(netuid)),
                (0, 0)
            );
            System::assert_has_event(
                Event::EpochDeferred {
                    netuid: *netuid,
                    from_block: 100,
                    to_block: 101,
                }
                .into(),
            );
        }
        let (stepped, _) = Coinbase::<Test>::run_due_epochs(&subnets, 101);
        assert_eq!(stepped.len(), 2);
        assert!(waiting.iter().all(|netuid| stepped.contains(netuid)));
        assert!(
            waiting
                .iter()
                .all(|netuid| PendingEpochAt::<Test>::get(netuid) == 0)
        );
    });
}

#[test]
fn nobody_waits_longer_than_the_others_though_more_are_due_than_can_run() {
    new_test_ext().execute_with(|| {
        // Thirty epochs are due every ten blocks, and twenty can run.
        let subnets = subnets(30, 10);
        MaxEpochsPerBlock::<Test>::put(2);
        for now in 1..=1_000 {
            System::set_block_number(now);
            Coinbase::<Test>::run_due_epochs(&subnets, now);
        }
        let counts: Vec<u64> = subnets.iter().map(|netuid| epochs(*netuid)).collect();
        let (least, most) = (counts.iter().min().unwrap(), counts.iter().max().unwrap());
        assert!(*least >= 65 && most - least <= 1, "{counts:?}");
    });
}

#[test]
fn a_trigger_keeps_its_turn_while_it_waits() {
    new_test_ext().execute_with(|| {
        let subnets = subnets(3, 1_000);
        MaxEpochsPerBlock::<Test>::put(1);
        schedule(subnets[2], 1_000, 0, 50);
        schedule(subnets[0], 51, 0, 0);
        schedule(subnets[1], 52, 0, 0);
        // In block 50 nothing runs: the first block that looks is 52.
        let order: Vec<NetUid> = (52..55)
            .flat_map(|now| Coinbase::<Test>::run_due_epochs(&subnets, now).0)
            .collect();
        assert_eq!(order, [subnets[2], subnets[0], subnets[1]]);
    });
}

#[test]
fn epochs_stop_when_their_part_of_the_block_is_spent_and_one_always_runs() {
    new_test_ext().execute_with(|| {
        let subnets = subnets(3, 10);
        MaxEpochsPerBlock::<Test>::put(32);
        for netuid in &subnets {
            for uid in 0..200u64 {
                let hotkey = account(u64::from(netuid.get()) * 1_000 + uid);
                Neurons::<Test>::append_neuron(*netuid, &hotkey, 1);
            }
        }
        // An epoch of 200 uids weighs more than the quarter of a second that the blocks of these
        // tests spare.
        System::set_block_number(10);
        let (stepped, weight) = Coinbase::<Test>::run_due_epochs(&subnets, 10);
        assert_eq!(stepped.len(), 1);
        let quarter = frame_support::weights::constants::WEIGHT_REF_TIME_PER_SECOND / 4;
        assert!(weight.ref_time() > quarter, "{weight:?}");
        let rest: Vec<NetUid> = (11..13)
            .flat_map(|now| Coinbase::<Test>::run_due_epochs(&subnets, now).0)
            .collect();
        assert_eq!(rest.len(), 2);
        assert!(subnets.iter().all(|netuid| epochs(*netuid) == 1));

        // What looking at a subnet took counts, too, where its epoch is skipped.
        for netuid in &subnets {
            Keys::<Test>::insert(netuid, 1, Keys::<Test>::get(netuid, 0));
        }
        for now in 30..33 {
            let before: u64 = subnets.iter().map(|netuid| epochs(*netuid)).sum();
            let (stepped, _) = Coinbase::<Test>::run_due_epochs(&subnets, now);
            let after: u64 = subnets.iter().map(|netuid| epochs(*netuid)).sum();
            assert_eq!((stepped.len(), after - before), (0, 1));
        }
    });
}
