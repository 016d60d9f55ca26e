//! Encrypted commits and their reveal by the chain (spec 40 §7.4, §7.5).

use codec::Encode;
use frame_support::{assert_noop, assert_ok, traits::Get};
use frame_system::limits::BlockWeights;
use sp_runtime::DispatchResult;
use subtensor_primitives::{AlphaBalance, MechId, NetUid, NetUidStorageIndex, TaoBalance};
use subtensor_timelock::{Secrets, public_key, seal};

use super::subnet;
use crate::{
    Error, Event,
    mock::*,
    pallet::*,
    weights::{RevealFailure, Reveals},
};

/// Blocks between two epochs here.
const TEMPO: u16 = 5;

/// A subnet where weights are committed, whose epochs run in blocks that are multiples of the
/// tempo.
fn committing_subnet() -> NetUid {
    let netuid = subnet();
    CommitRevealWeightsEnabled::<Test>::insert(netuid, true);
    Tempo::<Test>::insert(netuid, TEMPO);
    LastEpochBlock::<Test>::insert(netuid, 0);
    LastRound::set(100);
    // The owner's hotkey, with uid 0, validates in every epoch.
    assert_ok!(SubtensorModule::add_stake(
        signed(1),
        account(11),
        netuid,
        TaoBalance::new(TAO)
    ));
    netuid
}

fn index(netuid: NetUid) -> NetUidStorageIndex {
    NetUidStorageIndex::from_parts(netuid, MechId::MAIN)
}

/// A row of a hotkey, sealed to a round. `salt` makes two of them differ.
pub(super) fn sealed(hotkey: u64, round: u64, row: &[(u16, u16)], salt: u8) -> Vec<u8> {
    let (uids, values): (Vec<u16>, Vec<u16>) = row.iter().copied().unzip();
    let owner: [u8; 32] = account(hotkey).into();
    let plain = (owner.to_vec(), uids, values, 0_u64).encode();
    seal_bytes(round, &plain, salt)
}

fn seal_bytes(round: u64, plain: &[u8], salt: u8) -> Vec<u8> {
    let secrets = Secrets {
        key: [salt; 32],
        sigma: [salt ^ 0xFF; 32],
        nonce: [salt; 12],
    };
    seal(&public_key(&BEACON_SECRET), round, &secrets, plain).expect("the key is a point")
}

fn commit(hotkey: u64, netuid: NetUid, bytes: Vec<u8>, round: u64) -> DispatchResult {
    done(SubtensorModule::commit_timelocked_weights(
        signed(hotkey),
        netuid,
        bytes.try_into().expect("it is short enough to decode"),
        round,
        4,
    ))
}

/// Commits the owner's hotkey to all weight on `uid`.
fn commit_to(netuid: NetUid, uid: u16, round: u64) -> DispatchResult {
    let bytes = sealed(11, round, &[(uid, 1)], uid as u8);
    commit(11, netuid, bytes, round)
}

/// Whom the owner's hotkey gives all its weight.
fn choice(netuid: NetUid) -> Option<u16> {
    Weights::<Test>::get(index(netuid), 0)
        .first()
        .map(|(uid, _)| *uid)
}

/// Why commits failed since the events were cleared, in order.
fn failures() -> Vec<RevealFailure> {
    let reason = |event| match event {
        Event::TimelockedWeightsFailed { reason, .. } => Some(reason),
        _ => None,
    };
    let events: Vec<Event<Test>> = System::read_events_for_pallet();
    events.into_iter().filter_map(reason).collect()
}

#[test]
fn a_commit_is_revealed_before_the_epoch_that_it_is_for() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        RevealPeriodEpochs::<Test>::insert(netuid, 3);
        // Later than the registrations.
        run_to_block(2);
        let bytes = sealed(11, 101, &[(3, 20), (2, 10)], 1);
        let hash = sp_io::hashing::blake2_256(&bytes).into();
        assert_ok!(commit(11, netuid, bytes, 101));
        let event = Event::TimelockedWeightsCommitted(account(11), index(netuid), hash, 101);
        assert_eq!(System::events().last().unwrap().event, event.into());
        assert_eq!(LastUpdate::<Test>::get(index(netuid))[0], 2);
        LastRound::set(101);
        run_to_block(14);
        assert_eq!(choice(netuid), None);
        System::reset_events();
        run_to_block(15);
        assert_eq!(SubnetEpochIndex::<Test>::get(netuid), 3);
        let row = Weights::<Test>::get(index(netuid), 0);
        assert_eq!(row, [(2, 32_768), (3, 65_535)]);
        let events: Vec<Event<Test>> = System::read_events_for_pallet();
        let place = |event| events.iter().position(|other| *other == event);
        let set = place(Event::WeightsSet(index(netuid), 0)).unwrap();
        let revealed = place(Event::TimelockedWeightsRevealed(index(netuid), account(11)));
        assert_eq!(revealed, Some(set + 1));
        // The epoch already goes by it.
        assert!(Incentive::<Test>::get(index(netuid))[3] > 0);
        assert_eq!(LastUpdate::<Test>::get(index(netuid))[0], 2);
        assert!(WaitingCommitQueues::<Test>::get().is_empty());
    });
}

#[test]
fn a_round_that_comes_late_is_waited_for_until_the_epoch_ends() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        assert_ok!(commit_to(netuid, 2, 105));
        run_to_block(7);
        assert_eq!(choice(netuid), None);
        LastRound::set(105);
        run_to_block(8);
        assert_eq!(choice(netuid), Some(2));

        assert_ok!(commit_to(netuid, 3, 110));
        run_to_block(14);
        System::reset_events();
        LastRound::set(109);
        run_to_block(15);
        LastRound::set(110);
        run_to_block(17);
        assert_eq!(failures(), [RevealFailure::Expired]);
        assert_eq!(choice(netuid), Some(2));
        assert!(WaitingCommitQueues::<Test>::get().is_empty());
    });
}

#[test]
fn what_keeps_a_ciphertext_from_being_committed() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        let bytes = || sealed(12, 101, &[(2, 1)], 1);
        let try_on = |netuid, bytes, round| commit(12, netuid, bytes, round);
        StakeThreshold::<Test>::put(1);
        assert_noop!(
            try_on(NetUid::new(77), vec![], 1),
            Error::<Test>::NotEnoughStakeToSetWeights
        );
        TotalHotkeyAlpha::<Test>::insert(account(12), netuid, AlphaBalance::new(1));
        assert_ok!(try_on(netuid, bytes(), 101));
        TotalHotkeyAlpha::<Test>::remove(account(12), netuid);
        StakeThreshold::<Test>::put(0);
        assert_noop!(
            try_on(NetUid::ROOT, vec![], 99),
            Error::<Test>::InvalidRevealRound
        );
        assert_noop!(
            try_on(NetUid::ROOT, vec![], 100),
            Error::<Test>::CanNotSetRootNetworkWeights
        );
        assert_noop!(
            try_on(NetUid::new(77), vec![], 100),
            Error::<Test>::MechanismDoesNotExist
        );
        CommitRevealWeightsEnabled::<Test>::insert(netuid, false);
        assert_noop!(
            try_on(netuid, vec![], 100),
            Error::<Test>::CommitRevealDisabled
        );
        CommitRevealWeightsEnabled::<Test>::insert(netuid, true);
        assert_noop!(
            SubtensorModule::commit_timelocked_mechanism_weights(
                signed(12),
                netuid,
                MechId::MAIN,
                vec![0; 5_001].try_into().unwrap(),
                100,
                3
            ),
            Error::<Test>::IncorrectCommitRevealVersion
        );
        assert_noop!(
            try_on(netuid, vec![0; 5_001], 100),
            Error::<Test>::CommitPayloadTooLarge
        );
        // No ciphertext at all.
        assert_noop!(
            try_on(netuid, vec![0; 5_000], 100),
            Error::<Test>::IncorrectCommitRevealVersion
        );
        assert_noop!(
            commit(50, netuid, bytes(), 100),
            Error::<Test>::HotKeyNotRegisteredInSubNet
        );
    });
}

#[test]
fn ten_commits_of_a_hotkey_wait_in_an_epoch_no_faster_than_the_rate_limit() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        let bytes = || sealed(12, 101, &[(2, 1)], 1);
        let try_on = |netuid, bytes, round| commit(12, netuid, bytes, round);
        assert_ok!(try_on(netuid, bytes(), 101));
        WeightsSetRateLimit::<Test>::insert(netuid, 2);
        assert_noop!(
            try_on(netuid, bytes(), 100),
            Error::<Test>::CommittingWeightsTooFast
        );
        WeightsSetRateLimit::<Test>::insert(netuid, 0);
        for _ in 1..10 {
            assert_ok!(SubtensorModule::commit_crv3_mechanism_weights(
                signed(12),
                netuid,
                MechId::MAIN,
                bytes().try_into().unwrap(),
                100
            ));
        }
        assert_noop!(
            try_on(netuid, bytes(), 100),
            Error::<Test>::TooManyUnrevealedCommits
        );
        // Others have places of their own, and so has the next epoch.
        assert_ok!(commit(13, netuid, bytes(), 100));
        SubnetEpochIndex::<Test>::insert(netuid, 1);
        assert_ok!(try_on(netuid, bytes(), 100));
        check();
    });
}

#[test]
fn what_cannot_be_opened_or_set_is_dropped_and_said() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        let mut flipped = sealed(12, 101, &[(2, 1)], 1);
        flipped[110] ^= 1;
        assert_ok!(commit(12, netuid, flipped, 101));
        assert_ok!(commit(12, netuid, sealed(12, 102, &[(2, 1)], 2), 101));
        assert_ok!(commit(12, netuid, sealed(13, 101, &[(2, 1)], 3), 101));
        assert_ok!(commit(12, netuid, seal_bytes(101, b"no row", 4), 101));
        assert_ok!(commit(12, netuid, sealed(12, 101, &[(50, 1)], 5), 101));
        run_to_block(4);
        System::reset_events();
        LastRound::set(101);
        run_to_block(5);
        let refused = Error::<Test>::UidVecContainInvalidOne.into();
        // The latest first.
        assert_eq!(
            failures(),
            [
                RevealFailure::Refused(refused),
                RevealFailure::NotARow,
                RevealFailure::NotARow,
                RevealFailure::Undecryptable,
                RevealFailure::Undecryptable,
            ]
        );
        assert_eq!(choice(netuid), None);
        assert!(WaitingCommitQueues::<Test>::get().is_empty());
    });
}

#[test]
fn the_latest_commit_that_opens_wins_whichever_round_comes_first() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        // Two at once: the later is set, the earlier not even opened.
        assert_ok!(commit_to(netuid, 2, 101));
        assert_ok!(commit_to(netuid, 3, 101));
        LastRound::set(101);
        run_to_block(4);
        System::reset_events();
        run_to_block(5);
        assert_eq!(choice(netuid), Some(3));
        let events: Vec<Event<Test>> = System::read_events_for_pallet();
        let sets = events
            .iter()
            .filter(|event| matches!(event, Event::WeightsSet(..)));
        assert_eq!(sets.count(), 1);

        // The round of the earlier comes later.
        assert_ok!(commit_to(netuid, 1, 109));
        assert_ok!(commit_to(netuid, 2, 108));
        LastRound::set(108);
        run_to_block(10);
        assert_eq!(choice(netuid), Some(2));
        LastRound::set(109);
        run_to_block(12);
        assert_eq!(choice(netuid), Some(2));

        // And the other way round: the earlier counts until the later can be opened.
        assert_ok!(commit_to(netuid, 3, 112));
        assert_ok!(commit_to(netuid, 0, 113));
        LastRound::set(112);
        run_to_block(15);
        assert_eq!(choice(netuid), Some(3));
        LastRound::set(113);
        run_to_block(16);
        assert_eq!(choice(netuid), Some(0));
    });
}

#[test]
fn commits_wait_with_an_epoch_that_waits() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        let other = start_subnet(3, 13);
        for (netuid, last) in [(netuid, 0), (other, 0)] {
            Tempo::<Test>::insert(netuid, TEMPO);
            LastEpochBlock::<Test>::insert(netuid, last);
        }
        assert_ok!(commit_to(netuid, 2, 101));
        LastRound::set(101);
        MaxEpochsPerBlock::<Test>::put(1);
        run_to_block(5);
        let ran = SubnetEpochIndex::<Test>::get(netuid) == 1;
        assert_eq!(choice(netuid).is_some(), ran);
        run_to_block(6);
        assert_eq!(choice(netuid), Some(2));
    });
}

#[test]
fn commits_are_revealed_after_commit_reveal_is_switched_off() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        assert_ok!(commit_to(netuid, 2, 101));
        LastRound::set(101);
        CommitRevealWeightsEnabled::<Test>::insert(netuid, false);
        run_to_block(5);
        assert_eq!(choice(netuid), Some(2));
        // Now it is the setting that counts as the update.
        assert_eq!(LastUpdate::<Test>::get(index(netuid))[0], 5);
    });
}

#[test]
fn reveals_stop_at_their_part_of_a_block_and_every_queue_gets_a_turn() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        MechanismCountCurrent::<Test>::insert(netuid, MechId::new(2));
        let second = NetUidStorageIndex::from_parts(netuid, MechId::new(1));
        for index in [index(netuid), second] {
            for number in 0..300_u64 {
                // Hotkeys that have left: each is opened and refused.
                let hotkey = 1_000 + number;
                let bytes = sealed(hotkey, 101, &[(2, 1)], 1);
                let commit = (account(hotkey), 1, bytes.try_into().unwrap(), 101);
                ValidatorWeights::<Test>::queue_commit(index, 0, commit);
            }
        }
        check();
        LastRound::set(101);
        SubnetEpochIndex::<Test>::insert(netuid, 1);
        let left = |index| TimelockedWeightCommits::<Test>::get(index, 0).len();
        let block: BlockWeights = <Test as frame_system::Config>::BlockWeights::get();
        let limit = block.max_block / 8;
        let mut blocks = 0;
        while left(index(netuid)) + left(second) > 0 {
            let weight = Reveals::<Test>::of_block(System::block_number()).go_on();
            assert!(weight.all_lte(limit), "{weight:?}");
            blocks += 1;
            assert!(blocks < 30, "it goes on forever");
            if blocks == 2 {
                assert!(left(index(netuid)) < 300 && left(second) < 300);
            }
            check();
        }
        assert!(blocks > 2);
        assert_eq!(failures().len(), 600);
        assert!(RevealCursor::<Test>::get().is_none());
    });
}

#[test]
fn a_queue_that_the_rest_of_a_block_cannot_read_waits_for_the_next() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        MechanismCountCurrent::<Test>::insert(netuid, MechId::new(2));
        let second = NetUidStorageIndex::from_parts(netuid, MechId::new(1));
        for (index, hotkeys) in [(index(netuid), 130), (second, 1)] {
            for number in 0..hotkeys {
                let bytes = sealed(1_000 + number, 101, &[(2, 1)], 1);
                let commit = (account(1_000 + number), 1, bytes.try_into().unwrap(), 101);
                ValidatorWeights::<Test>::queue_commit(index, 0, commit);
            }
        }
        // To read it takes more than half of a block's part, of which the first queue leaves less.
        let block: BlockWeights = <Test as frame_system::Config>::BlockWeights::get();
        let part = block.max_block.ref_time() / 8;
        WaitingCommitQueues::<Test>::mutate(|queues| {
            queues[1].bytes = (part * 6 / 10 / 2_000) as u32;
        });
        LastRound::set(101);
        SubnetEpochIndex::<Test>::insert(netuid, 1);
        Reveals::<Test>::of_block(System::block_number()).go_on();
        assert_eq!(RevealCursor::<Test>::get(), Some((second, 0)));
        assert!(TimelockedWeightCommits::<Test>::contains_key(second, 0));
        for _ in 0..10 {
            Reveals::<Test>::of_block(System::block_number()).go_on();
        }
        assert_eq!(failures().len(), 131);
    });
}

#[test]
fn a_queue_holds_no_more_than_a_block_can_open() {
    new_test_ext().execute_with(|| {
        let netuid = committing_subnet();
        // Ten of as many hotkeys as a subnet can have, most of which have lost their uids since.
        for number in 0..2_560 {
            let commit = (account(1_000 + number / 10), 1, Default::default(), 101);
            ValidatorWeights::<Test>::queue_commit(index(netuid), 0, commit);
        }
        assert_noop!(commit_to(netuid, 2, 101), Error::<Test>::CommitQueueFull);
        SubnetEpochIndex::<Test>::insert(netuid, 1);
        assert_ok!(commit_to(netuid, 2, 101));
        check();
    });
}
