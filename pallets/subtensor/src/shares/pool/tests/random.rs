//! Pools that are entered, left, paid, closed by losses and entered again, in any order.

use proptest::prelude::*;

use super::*;

const HOTKEYS: [u64; 2] = [21, 22];
const COLDKEYS: [u64; 5] = [1, 2, 3, 4, 5];

/// What happens on a hotkey, to one of the coldkeys; parts are in 64ths.
#[derive(Clone, Copy, Debug)]
enum Step {
    Stake(usize, usize, u64),
    Unstake(usize, usize, u64),
    Earn(usize, u64),
    Lose(usize, u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let (key, who) = (|| 0..HOTKEYS.len(), || 0..COLDKEYS.len());
    let part = || prop_oneof![Just(64u64), 0u64..=64];
    let amount = || (0u32..45).prop_flat_map(|bits| (1u64 << bits)..(2u64 << bits));
    let step = prop_oneof![
        4 => (key(), who(), amount()).prop_map(|(key, who, amount)| Step::Stake(key, who, amount)),
        3 => (key(), who(), part()).prop_map(|(key, who, part)| Step::Unstake(key, who, part)),
        2 => (key(), amount()).prop_map(|(key, amount)| Step::Earn(key, amount)),
        1 => (key(), part()).prop_map(|(key, part)| Step::Lose(key, part)),
    ];
    prop::collection::vec(step, 1..60)
}

/// A pool as it is seen from outside.
#[derive(Clone, Debug)]
struct Seen {
    value: u64,
    generation: u64,
    held: [u64; COLDKEYS.len()],
    has_share: [bool; COLDKEYS.len()],
}

impl Seen {
    fn of(hotkey: u64) -> Self {
        let share = |coldkey| Shares::<Test>::share_of(&account(hotkey), &account(coldkey), NETUID);
        Self {
            value: Shares::<Test>::hotkey_alpha(&account(hotkey), NETUID).to_u64(),
            generation: generation(hotkey),
            held: COLDKEYS.map(|coldkey| held(hotkey, coldkey)),
            has_share: COLDKEYS.map(|coldkey| !share(coldkey).is_zero()),
        }
    }

    fn is_shared(&self) -> bool {
        self.has_share.contains(&true)
    }

    fn part(&self, amount: u64, part: u64) -> u64 {
        (u128::from(amount) * u128::from(part) / 64) as u64
    }
}

/// One coldkey has so much more or less, and the others have what they had; whoever has no share
/// has got none by it.
fn check_only(who: usize, expected: u64, before: &Seen, after: &Seen) {
    for other in (0..COLDKEYS.len()).filter(|other| *other != who) {
        let moved = after.held[other].abs_diff(before.held[other]);
        assert!(moved <= 1, "{before:?} {after:?}");
        assert_eq!(after.has_share[other], before.has_share[other]);
    }
    let is_alone = !(0..COLDKEYS.len()).any(|other| other != who && after.has_share[other]);
    if is_alone && after.has_share[who] {
        // The rest of whoever left belongs to it.
        assert!(after.held[who] + 1 >= expected && after.held[who] <= after.value);
    } else {
        assert!(
            after.held[who].abs_diff(expected) <= 1,
            "{before:?} {after:?}"
        );
    }
}

fn run(step: Step) {
    let (Step::Stake(key, ..) | Step::Unstake(key, ..) | Step::Earn(key, _) | Step::Lose(key, _)) =
        step;
    let hotkey = HOTKEYS[key];
    let before = Seen::of(hotkey);
    match step {
        Step::Stake(_, who, amount) => {
            give(hotkey, COLDKEYS[who], amount);
            let after = Seen::of(hotkey);
            assert_eq!(after.value, before.value + amount);
            check_only(who, before.held[who] + amount, &before, &after);
        }
        Step::Unstake(_, who, part) => {
            let amount = before.part(before.held[who], part);
            take(hotkey, COLDKEYS[who], amount);
            let after = Seen::of(hotkey);
            assert_eq!(after.value, before.value - amount);
            check_only(who, before.held[who] - amount, &before, &after);
            // Whoever leaves, nobody else loses what it has.
            assert_eq!(after.generation, before.generation);
        }
        Step::Earn(_, amount) => {
            earn(hotkey, amount);
            let after = Seen::of(hotkey);
            assert_eq!(after.value, before.value + amount);
            if before.is_shared() {
                assert_eq!(after.has_share, before.has_share);
                assert!((0..COLDKEYS.len()).all(|who| after.held[who] >= before.held[who]));
            } else {
                assert_eq!(after.held[0], after.value, "nobody but the owner");
            }
        }
        Step::Lose(_, part) => {
            let amount = before.part(before.value, part);
            lose(hotkey, amount);
            let after = Seen::of(hotkey);
            assert_eq!(after.value, before.value - amount);
            let is_closed = after.value == 0 && before.is_shared();
            assert_eq!(after.generation, before.generation + u64::from(is_closed));
            if after.value == 0 {
                assert!(!after.is_shared());
            }
        }
    }
    assert!(Seen::of(hotkey).held.iter().sum::<u64>() <= Seen::of(hotkey).value);
    Shares::<Test>::check().unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_generation_shares_with_another(steps in steps()) {
        test(|| {
            assert_ok!(SubtensorModule::try_associate_hotkey(signed(1), account(HOTKEYS[1])));
            steps.iter().for_each(|step| run(*step));
        });
    }
}
