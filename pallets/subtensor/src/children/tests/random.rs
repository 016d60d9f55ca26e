//! Whatever six hotkeys do with each other on two subnets, both directions of their relations
//! agree, and what one of them does not have of its stake another one has.

use crate::{Children, StakeWeights};
use frame_support::{traits::Hooks, weights::Weight};
use proptest::{collection::vec, prelude::*};
use subtensor_primitives::NetUid;

use super::*;

/// Hotkeys of coldkey 2.
const FIRST: u64 = 41;
const KEYS: u64 = 6;
/// Least order.
const BIT: u64 = 2_000_000;

#[derive(Clone, Debug)]
enum Step {
    /// A hotkey names children.
    Set {
        hotkey: u64,
        started: bool,
        children: Vec<(u64, u64)>,
    },
    /// Time passes.
    Wait(u64),
    /// The epochs of both subnets have run.
    Apply,
    /// Stake comes to a hotkey, or leaves it, so many times the least.
    Stake(u64, u64),
    Unstake(u64, u64),
    /// Root sets the threshold.
    Threshold(u64),
    /// A block has time left.
    Idle,
}

fn key() -> impl Strategy<Value = u64> {
    FIRST..FIRST + KEYS
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let parts = prop_oneof![
        Just(0),
        Just(ALL),
        Just(ALL / 2),
        Just(ALL / 5),
        any::<u64>()
    ];
    let set = (key(), any::<bool>(), vec((parts, key()), 0..7)).prop_map(
        |(hotkey, started, children)| Step::Set {
            hotkey,
            started,
            children,
        },
    );
    let step = prop_oneof![
        6 => set,
        3 => (1u64..200).prop_map(Step::Wait),
        2 => Just(Step::Apply),
        3 => (key(), 1u64..10).prop_map(|(hotkey, times)| Step::Stake(hotkey, times)),
        3 => (key(), 1u64..10).prop_map(|(hotkey, times)| Step::Unstake(hotkey, times)),
        1 => (0u64..2 * TAO).prop_map(Step::Threshold),
        1 => Just(Step::Threshold(0)),
        3 => Just(Step::Idle),
    ];
    vec(step, 1..80)
}

fn run(step: Step, subnets: [NetUid; 2]) {
    match step {
        Step::Set {
            hotkey,
            started,
            children,
        } => {
            let before = relations();
            let [first, second] = subnets;
            let netuid = if started { first } else { second };
            if set(2, hotkey, netuid, &children).is_err() || started {
                assert_eq!(relations(), before);
            }
        }
        Step::Wait(blocks) => System::set_block_number(System::block_number() + blocks),
        Step::Apply => {
            Children::<Test>::apply_due_children(&subnets, System::block_number());
        }
        Step::Stake(hotkey, times) => stake_root(hotkey, times * BIT),
        Step::Unstake(hotkey, times) => {
            let held = TotalHotkeyAlpha::<Test>::get(account(hotkey), ROOT).to_u64();
            if held >= times * BIT {
                unstake_root(hotkey, times * BIT);
            }
        }
        Step::Threshold(rao) => StakeThreshold::<Test>::put(rao),
        Step::Idle => value_all(),
    }
    Children::<Test>::check_child_keys().unwrap();
    subnets.into_iter().for_each(check_weights);
}

/// A block has time left for everybody who waits: then they are suspended by their stake, and no
/// relation has changed.
fn value_all() {
    let before = relations();
    let waiting: Vec<AccountId> = ChildkeyThresholdChecks::<Test>::iter_keys().collect();
    for _ in 0..2 {
        SubtensorModule::on_idle(System::block_number(), Weight::MAX);
    }
    assert_eq!(relations(), before);
    assert_eq!(ChildkeyThresholdChecks::<Test>::iter_keys().count(), 0);
    let threshold = StakeThreshold::<Test>::get();
    for hotkey in waiting {
        let stake = TotalHotkeyAlpha::<Test>::get(&hotkey, ROOT).to_u64();
        let is_suspended = ChildkeyThresholdSuspended::<Test>::contains_key(&hotkey);
        assert_eq!(is_suspended, stake < threshold);
    }
    let suspended = ChildkeyThresholdSuspended::<Test>::count();
    assert!(threshold > 0 || suspended == 0);
}

/// All stake counts once, whoever lends it to whom. What rounding takes is a rao for each relation
/// on either side.
fn check_weights(netuid: NetUid) {
    let keys = || (FIRST..FIRST + KEYS).map(account);
    let own: u64 = keys()
        .map(|key| TotalHotkeyAlpha::<Test>::get(key, ROOT).to_u64())
        .sum();
    let mut weights = StakeWeights::<Test>::new(netuid);
    let counted: u64 = keys().map(|key| weights.parts(&key).tao).sum();
    assert!(counted.abs_diff(own) <= 12 * KEYS, "{counted} of {own}");
}

/// Every row of both directions.
fn relations() -> Vec<(AccountId, NetUid, Relatives<AccountId>)> {
    ChildKeys::<Test>::iter()
        .chain(ParentKeys::<Test>::iter())
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn relations_stay_mirrored(steps in steps(), threshold in prop_oneof![Just(0), Just(1u64)]) {
        test(|started| {
            let waiting = start_subnet(3, 33);
            SubtokenEnabled::<Test>::insert(waiting, false);
            for hotkey in FIRST..FIRST + KEYS {
                own(2, hotkey);
                if hotkey % 2 == 0 {
                    stake_root(hotkey, TAO);
                }
            }
            StakeThreshold::<Test>::put(threshold);
            for step in steps {
                run(step, [started, waiting]);
            }
        });
    }
}
