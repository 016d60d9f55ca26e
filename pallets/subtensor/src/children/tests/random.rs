//! Whatever six hotkeys do with each other on two subnets, both directions of their relations
//! agree.

use crate::Children;
use proptest::{collection::vec, prelude::*};
use subtensor_primitives::NetUid;

use super::*;

/// Hotkeys of coldkey 2.
const FIRST: u64 = 41;
const KEYS: u64 = 6;

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
    /// A hotkey's stake is sold.
    Purge(u64),
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
        1 => key().prop_map(Step::Purge),
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
        Step::Purge(hotkey) => {
            let threshold = StakeThreshold::<Test>::get();
            StakeThreshold::<Test>::put(0);
            let before = Children::<Test>::pending_children_at_stake(&account(hotkey));
            StakeThreshold::<Test>::put(threshold);
            Children::<Test>::drop_pending_children_if_below(&account(hotkey), before);
        }
    }
    Children::<Test>::check_child_keys().unwrap();
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
