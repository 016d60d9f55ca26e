//! Voting power: who has it, how it follows stake, and how it ends.

use frame_support::{
    assert_noop, assert_ok,
    traits::Hooks,
    weights::{Weight, WeightMeter},
};
use proptest::{collection::vec, prelude::*};
use sp_runtime::DispatchError::BadOrigin;
use subtensor_emission::{VOTING_ONE, next_voting_power};
use subtensor_primitives::{AlphaBalance, MechId, NetUid};

use super::{ERASED_PER_BLOCK, Voting};
use crate::{
    Error, Event, StakeWeights, WeightInfo, consensus::MAX_UIDS, domain::Domain, mock::*, pallet::*,
};

type Weights = <Test as crate::Config>::WeightInfo;

/// Neurons besides the owner's, 22 and on; each coldkey has a number 20 less.
const NEURONS: u64 = 4;

/// Runs a test on a started subnet of coldkey 1 and hotkey 11 with some more neurons, on which
/// voting power is followed.
fn test(run: impl FnOnce(NetUid)) {
    new_test_ext().execute_with(|| {
        let netuid = start_subnet(1, 11);
        for hotkey in 22..22 + NEURONS {
            add_neuron(netuid, hotkey - 20, hotkey);
        }
        enable(netuid);
        run(netuid);
        check();
    });
}

fn add_neuron(netuid: NetUid, coldkey: u64, hotkey: u64) {
    let (coldkey, hotkey) = (account(coldkey), account(hotkey));
    assert_ok!(Hotkeys::<Test>::create_account_if_non_existent(
        &coldkey, &hotkey
    ));
    Neurons::<Test>::append_neuron(netuid, &hotkey, 1);
}

fn enable(netuid: NetUid) {
    assert_ok!(SubtensorModule::enable_voting_power_tracking(
        signed(1),
        netuid
    ));
}

fn set_alpha(netuid: NetUid, alpha: u64) {
    assert_ok!(SubtensorModule::sudo_set_voting_power_ema_alpha(
        RuntimeOrigin::root(),
        netuid,
        alpha
    ));
}

fn stake(hotkey: u64, netuid: NetUid, rao: u64) {
    Ledger::<Test>::mint_alpha_out(netuid, AlphaBalance::new(rao));
    let (hotkey, coldkey) = (account(hotkey), account(hotkey - 20));
    Shares::<Test>::increase_stake(&hotkey, &coldkey, netuid, AlphaBalance::new(rao));
}

/// An epoch after which these may validate.
fn update(netuid: NetUid, validators: &[(u64, u64)]) {
    let list = validators
        .iter()
        .map(|(hotkey, stake)| (account(*hotkey), *stake))
        .collect();
    Voting::<Test>::update(netuid, list);
}

fn power(netuid: NetUid, hotkey: u64) -> u64 {
    VotingPower::<Test>::get(netuid, account(hotkey))
}

fn total(netuid: NetUid) -> u64 {
    TotalVotingPower::<Test>::get(netuid)
}

/// A block has time left.
fn idle() {
    SubtensorModule::on_idle(System::block_number(), Weight::MAX);
}

#[test]
fn the_owner_or_root_says_whether_power_is_followed() {
    test(|netuid| {
        let no_subnet = NetUid::new(77);
        let root = RuntimeOrigin::root;
        for stranger in [signed(2), RuntimeOrigin::none()] {
            assert_noop!(
                SubtensorModule::enable_voting_power_tracking(stranger.clone(), netuid),
                BadOrigin
            );
            assert_noop!(
                SubtensorModule::disable_voting_power_tracking(stranger, netuid),
                BadOrigin
            );
        }
        assert_noop!(
            SubtensorModule::enable_voting_power_tracking(root(), no_subnet),
            Error::<Test>::SubnetNotExists
        );
        assert_noop!(
            SubtensorModule::disable_voting_power_tracking(root(), no_subnet),
            Error::<Test>::SubnetNotExists
        );
        System::assert_last_event(Event::VotingPowerTrackingEnabled { netuid }.into());
        assert_ok!(SubtensorModule::disable_voting_power_tracking(
            root(),
            netuid
        ));
        let disable_at_block = System::block_number() + 140;
        let scheduled = Event::VotingPowerTrackingDisableScheduled {
            netuid,
            disable_at_block,
        };
        System::assert_last_event(scheduled.into());
        let stored = VotingPowerDisableAtBlock::<Test>::get(netuid);
        assert_eq!(stored, disable_at_block);
        assert!(VotingPowerTrackingEnabled::<Test>::get(netuid));

        assert_ok!(SubtensorModule::enable_voting_power_tracking(
            root(),
            netuid
        ));
        assert!(!VotingPowerDisableAtBlock::<Test>::contains_key(netuid));
        let other = start_subnet(3, 33);
        assert_noop!(
            SubtensorModule::disable_voting_power_tracking(signed(3), other),
            Error::<Test>::VotingPowerTrackingNotEnabled
        );
    });
}

#[test]
fn root_sets_how_quickly_power_follows() {
    test(|netuid| {
        let set = SubtensorModule::sudo_set_voting_power_ema_alpha;
        let root = RuntimeOrigin::root;
        assert_eq!(
            VotingPowerEmaAlpha::<Test>::get(netuid),
            3_570_000_000_000_000
        );
        assert_noop!(set(signed(1), netuid, 1), BadOrigin);
        assert_noop!(
            set(root(), NetUid::new(77), VOTING_ONE + 1),
            Error::<Test>::SubnetNotExists
        );
        assert_noop!(
            set(root(), netuid, VOTING_ONE + 1),
            Error::<Test>::InvalidVotingPowerEmaAlpha
        );
        assert_ok!(set(root(), netuid, VOTING_ONE));
        let alpha = VOTING_ONE;
        System::assert_last_event(Event::VotingPowerEmaAlphaSet { netuid, alpha }.into());
        assert_eq!(VotingPowerEmaAlpha::<Test>::get(netuid), alpha);
    });
}

#[test]
fn epochs_follow_the_stake_of_who_may_validate_once_for_all_mechanisms() {
    for mechanisms in [1, 2] {
        test(|netuid| {
            if mechanisms > 1 {
                let most = MAX_UIDS / mechanisms;
                MaxAllowedUids::<Test>::insert(netuid, most);
                let count = MechId::new(mechanisms as u8);
                assert_ok!(Mechanisms::<Test>::do_set_mechanism_count(netuid, count));
            }
            set_alpha(netuid, VOTING_ONE / 4);
            stake(22, netuid, 100 * TAO);
            stake(23, netuid, 60 * TAO);
            let mut before = (0, 0);
            for block in [10, 20] {
                run_to_block(block - 1);
                let weight = |hotkey| StakeWeights::<Test>::stake_weight(&account(hotkey), netuid);
                let stakes = (weight(22), weight(23));
                run_to_block(block);
                assert_eq!(LastEpochBlock::<Test>::get(netuid), block);
                let next = |stake, power| next_voting_power(VOTING_ONE / 4, stake, power, 0);
                before = (next(stakes.0, before.0), next(stakes.1, before.1));
                assert_eq!((power(netuid, 22), power(netuid, 23)), before);
                assert!(before.0 > before.1 && before.1 > 0);
            }
            assert_eq!(power(netuid, 24), 0, "without stake nobody validates");
            assert!(!VotingPower::<Test>::contains_key(netuid, account(24)));
        });
    }
}

#[test]
fn where_power_is_not_followed_epochs_leave_none() {
    test(|_| {
        let other = start_subnet(3, 33);
        add_neuron(other, 4, 24);
        stake(24, other, TAO);
        run_to_block(30);
        assert!(Scores::<Test>::permits(other).contains(&true));
        assert_eq!(VotingPower::<Test>::iter_prefix(other).count(), 0);
    });
}

#[test]
fn power_goes_with_the_permit_the_threshold_and_the_uid() {
    test(|netuid| {
        set_alpha(netuid, VOTING_ONE);
        let all = [(22, 100), (23, 50), (24, 7)];
        update(netuid, &all);
        assert_eq!(total(netuid), 157);
        update(netuid, &all[..2]);
        assert_eq!((power(netuid, 24), total(netuid)), (0, 150));

        // As in the vector of 50 §12; one that was below before may stay.
        StakeThreshold::<Test>::put(100);
        update(netuid, &[(22, 99), (23, 51)]);
        assert_eq!((power(netuid, 22), power(netuid, 23)), (0, 51));
        assert_eq!(total(netuid), 51);

        // Nothing is no row.
        update(netuid, &[(23, 0)]);
        assert_eq!(VotingPower::<Test>::iter_prefix(netuid).count(), 0);
        assert!(!TotalVotingPower::<Test>::contains_key(netuid));

        update(netuid, &[(22, 200), (23, 50)]);
        let uid = Uids::<Test>::get(netuid, account(22)).unwrap();
        assert_ok!(Hotkeys::<Test>::create_account_if_non_existent(
            &account(8),
            &account(28)
        ));
        assert_ok!(Neurons::<Test>::replace_neuron(
            netuid,
            uid,
            &account(28),
            2
        ));
        assert_eq!((power(netuid, 22), total(netuid)), (0, 50));
    });
}

#[test]
fn power_ends_with_an_epoch_after_the_time_of_grace() {
    test(|netuid| {
        stake(22, netuid, 100 * TAO);
        run_to_block(10);
        assert_ok!(SubtensorModule::disable_voting_power_tracking(
            signed(1),
            netuid
        ));
        run_to_block(149);
        assert!(power(netuid, 22) > 0);
        run_to_block(150);
        assert_eq!(LastEpochBlock::<Test>::get(netuid), 150);
        System::assert_has_event(Event::VotingPowerTrackingDisabled { netuid }.into());
        assert!(!VotingPowerTrackingEnabled::<Test>::get(netuid));
        assert!(!VotingPowerDisableAtBlock::<Test>::contains_key(netuid));
        assert!(total(netuid) > 0, "until a block has time");
        idle();
        assert_eq!((power(netuid, 22), total(netuid)), (0, 0));
        assert_eq!(VotingPowerErasures::<Test>::iter().count(), 0);
    });
}

#[test]
fn power_is_erased_in_steps_of_which_each_leaves_the_sum() {
    test(|netuid| {
        set_alpha(netuid, VOTING_ONE);
        let count = 100u64;
        for hotkey in 1_000..1_000 + count {
            add_neuron(netuid, 9, hotkey);
        }
        let list: Vec<(u64, u64)> = (1_000..1_000 + count).map(|key| (key, key)).collect();
        update(netuid, &list);
        Voting::<Test>::end_tracking(netuid);

        let one = Weights::look_for_erasures() + Weights::erase_voting_power();
        let rows = || VotingPower::<Test>::iter_prefix(netuid).count();
        for (limit, left) in [(Weight::zero(), 100), (one, 99)] {
            let mut meter = WeightMeter::with_limit(limit);
            Voting::<Test>::go_on_erasing(&mut meter);
            assert_eq!(rows(), left);
            assert_ok!(Voting::<Test>::check());
        }
        idle();
        assert_eq!(rows(), 99 - ERASED_PER_BLOCK);
        assert_ok!(Voting::<Test>::check());
        idle();
        assert_eq!((rows(), total(netuid)), (0, 0));
        assert_eq!(VotingPowerErasures::<Test>::iter().count(), 0);
    });
}

#[test]
fn power_that_was_given_up_does_not_come_back() {
    test(|netuid| {
        set_alpha(netuid, VOTING_ONE / 2);
        update(netuid, &[(22, 1_000), (23, 1_000)]);
        assert_eq!(power(netuid, 22), 500);
        Voting::<Test>::end_tracking(netuid);
        enable(netuid);
        update(netuid, &[(22, 100)]);
        assert_eq!((power(netuid, 22), power(netuid, 23)), (50, 0));
        assert_eq!(total(netuid), 50);
        // Nor is the new power erased.
        idle();
        assert_eq!(power(netuid, 22), 50);
    });
}

#[test]
fn power_is_forgotten_with_the_subnet() {
    test(|netuid| {
        update(netuid, &[(22, TAO), (23, TAO)]);
        Voting::<Test>::end_tracking(netuid);
        assert_ok!(SubtensorModule::root_dissolve_network(
            RuntimeOrigin::root(),
            netuid
        ));
        let start = System::block_number();
        while !DissolveCleanupQueue::<Test>::get().is_empty() {
            next_block();
            assert!(System::block_number() < start + 100);
        }
        assert_eq!(VotingPower::<Test>::iter_prefix(netuid).count(), 0);
        assert_eq!(total(netuid), 0);
        assert_eq!(VotingPowerErasures::<Test>::iter().count(), 0);
    });
}

#[derive(Clone, Debug)]
enum Step {
    Epoch(Vec<(u64, u64)>),
    Threshold(u64),
    End,
    Enable,
    Idle,
    /// A uid is given to a hotkey of its own.
    Replace(u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let validators = vec((22..22 + NEURONS, 0u64..1_000), 0..4).prop_map(|mut list| {
        list.sort_unstable();
        list.dedup_by_key(|(hotkey, _)| *hotkey);
        list
    });
    let step = prop_oneof![
        5 => validators.prop_map(Step::Epoch),
        1 => (0u64..500).prop_map(Step::Threshold),
        1 => Just(Step::End),
        1 => Just(Step::Enable),
        1 => Just(Step::Idle),
        1 => (22..22 + NEURONS).prop_map(Step::Replace),
    ];
    vec(step, 1..40)
}

fn run(step: Step, netuid: NetUid, next_hotkey: u64) {
    let is_followed = VotingPowerTrackingEnabled::<Test>::get(netuid);
    match step {
        Step::Epoch(mut validators) if is_followed => {
            validators
                .retain(|(hotkey, _)| Neurons::<Test>::is_registered(netuid, &account(*hotkey)));
            update(netuid, &validators);
            let has_power = |hotkey: &AccountId| {
                validators
                    .iter()
                    .any(|(other, _)| account(*other) == *hotkey)
            };
            assert!(VotingPower::<Test>::iter_key_prefix(netuid).all(|key| has_power(&key)));
            assert!(!VotingPowerErasures::<Test>::contains_key(netuid));
        }
        Step::End if is_followed => Voting::<Test>::end_tracking(netuid),
        Step::Epoch(_) | Step::End => {}
        Step::Threshold(rao) => StakeThreshold::<Test>::put(rao),
        Step::Enable => enable(netuid),
        Step::Idle => {
            idle();
            let is_empty = VotingPower::<Test>::iter_prefix(netuid).next().is_none();
            assert!(is_followed || is_empty);
        }
        Step::Replace(hotkey) => {
            if let Ok(uid) = Uids::<Test>::try_get(netuid, account(hotkey)) {
                let newcomer = account(next_hotkey);
                let created =
                    Hotkeys::<Test>::create_account_if_non_existent(&account(9), &newcomer);
                assert_ok!(created);
                assert_ok!(Neurons::<Test>::replace_neuron(netuid, uid, &newcomer, 2));
            }
        }
    }
    assert_ok!(Voting::<Test>::check());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_total_is_the_sum_of_what_validators_have(steps in steps()) {
        test(|netuid| {
            set_alpha(netuid, VOTING_ONE / 3);
            for (place, step) in (0..).zip(steps) {
                run(step, netuid, 10_000 + place);
            }
        });
    }
}
