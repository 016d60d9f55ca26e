//! The hook's way round: what it does not look at, how far it goes, and that nobody is left out.

use frame_support::{assert_ok, traits::Get};
use proptest::prelude::*;

use super::*;
use crate::{
    NextRevealRound, TimelockRevealCursor, WeightInfo,
    reveal::{HORIZON, MAX_VISITS},
};

type Weights = <Test as crate::Config>::WeightInfo;

/// So many hotkeys have a commitment of these fields.
fn crowd(count: u64, fields: &[Data]) {
    for who in 100..100 + count {
        register(NETUID, who);
        assert_ok!(commit(who, NETUID, fields));
    }
}

/// How many of the crowd are still sealed.
fn waiting() -> usize {
    index().len()
}

#[test]
fn without_a_new_round_nothing_is_looked_at() {
    chain(|| {
        assert_eq!(next_block(), Weights::look_for_reveals());
        assert_ok!(commit(ALICE, NETUID, &[note(b"a", 9)]));
        assert_ok!(commit(BOB, NETUID, &[note(b"b", 7)]));
        assert_eq!(NextRevealRound::<Test>::get(), Some(7));
        next_block();
        pulse(6);
        assert_eq!(next_block(), Weights::look_for_reveals());
        pulse(7);
        next_block();
        assert_eq!(index(), [(NETUID, ALICE)]);
        assert_eq!(NextRevealRound::<Test>::get(), Some(9));
        assert_eq!(next_block(), Weights::look_for_reveals());
        pulse(9);
        next_block();
        assert_eq!(NextRevealRound::<Test>::get(), None);
        assert_eq!(next_block(), Weights::look_for_reveals());
    });
}

#[test]
fn a_far_round_is_looked_at_after_the_horizon() {
    chain(|| {
        pulse(10);
        assert_ok!(commit(ALICE, NETUID, &[sealed(vec![], u64::MAX)]));
        assert_eq!(NextRevealRound::<Test>::get(), Some(10 + HORIZON));
    });
}

#[test]
fn a_block_looks_at_32_entries() {
    chain(|| {
        crowd(70, &[sealed(vec![1], 5)]);
        pulse(5);
        for left in [70 - MAX_VISITS, 70 - 2 * MAX_VISITS, 0] {
            next_block();
            assert_eq!(waiting(), left);
            assert_eq!(TimelockRevealCursor::<Test>::exists(), left > 0);
        }
    });
}

#[test]
fn a_full_last_turn_ends_the_round_in_the_next_block() {
    chain(|| {
        crowd(
            MAX_VISITS as u64,
            &[sealed(vec![1], 5), sealed(vec![1], 100)],
        );
        pulse(5);
        next_block();
        assert_eq!(TimelockRevealCursor::<Test>::get(), Some((NETUID, 131)));
        next_block();
        assert_eq!(TimelockRevealCursor::<Test>::get(), None);
        assert_eq!(NextRevealRound::<Test>::get(), Some(100));
    });
}

#[test]
fn a_signature_is_asked_for_once_in_a_block() {
    chain(|| {
        crowd(5, &[note(b"a", 5), note(b"b", 5)]);
        pulse(5);
        next_block();
        assert_eq!(Asked::get(), 1);
        assert!((100..105).all(|who| notes(NETUID, who).len() == 2));
    });
}

#[test]
fn a_block_spends_a_twentieth_and_says_what_it_spent() {
    chain(|| {
        // Five fields each: far more than a twentieth of a block for all.
        crowd(20, &vec![note(b"", 5); 5]);
        next_block();
        pulse(5);
        BlockSeconds::set(2);
        let share = Limits::get().max_block / 20;
        let each = Weights::visit_entry() + Weights::open_field() * 5;
        let mut blocks = 0;
        while waiting() > 0 {
            let before = waiting();
            let weight = next_block();
            let seen = (before - waiting()) as u64;
            assert!(seen > 0);
            assert!(weight.all_lte(share));
            assert_eq!(
                weight,
                Weights::look_for_reveals() + Weights::update_index(before as u32, 0) + each * seen
            );
            blocks += 1;
        }
        assert!(blocks > 1);
    });
}

#[test]
fn an_entry_that_is_more_than_a_share_is_seen_to_all_the_same() {
    chain(|| {
        let due = sealed(vec![1], 5);
        // All of them stay in the index, so only the cursor goes on.
        crowd(3, &[due.clone(), sealed(vec![1], 100)]);
        next_block();
        pulse(5);
        DbPrices::set(RuntimeDbWeight {
            read: u64::MAX / 1_000,
            write: 0,
        });
        for left in [2, 1, 0] {
            next_block();
            let is_due = |who: &u64| fields(NETUID, *who).unwrap().contains(&due);
            assert_eq!((100..103).filter(is_due).count(), left);
        }
    });
}

#[test]
fn who_comes_behind_the_cursor_has_a_turn_in_the_next_round() {
    chain(|| {
        crowd(40, &[sealed(vec![1], 5)]);
        pulse(5);
        next_block();
        assert_eq!(TimelockRevealCursor::<Test>::get(), Some((NETUID, 131)));
        // Alice's place is before the cursor.
        assert_ok!(commit(ALICE, NETUID, &[note(b"a", 5)]));
        next_block();
        assert_eq!(index(), [(NETUID, ALICE)]);
        next_block();
        assert_eq!(notes(NETUID, ALICE).len(), 1);
        assert_eq!(NextRevealRound::<Test>::get(), None);
    });
}

#[test]
fn who_is_always_due_does_not_keep_the_others_waiting() {
    chain(|| {
        crowd(40, &[sealed(vec![1], 5)]);
        // A hotkey in the first place that has something new to open in every block.
        pulse(5);
        for block in 0..3 {
            Epoch::set(block);
            assert_ok!(commit(ALICE, NETUID, &[note(b"a", 5)]));
            next_block();
        }
        assert!((100..140).all(|who| !index().contains(&(NETUID, who))));
    });
}

/// A hotkey, and the rounds of what it publishes.
fn a_commit() -> impl Strategy<Value = (u64, Vec<u64>)> {
    (1u64..60, prop::collection::vec(0u64..30, 0..4))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever is published when, and however rounds come: in the end everything due has been
    /// opened or has failed, and nothing else.
    #[test]
    fn everything_due_is_seen_to(
        steps in prop::collection::vec((prop::collection::vec(a_commit(), 0..20), 0u64..4), 1..15),
    ) {
        chain(|| {
            let mut last = 0;
            for (epoch, (commits, pulses)) in steps.into_iter().enumerate() {
                Epoch::set(epoch as u64);
                for (who, rounds) in commits {
                    register(NETUID, who);
                    let all: Vec<_> = rounds.iter().map(|round| sealed(vec![1], *round)).collect();
                    assert_ok!(commit(who, NETUID, &all));
                }
                last += pulses;
                LastRound::set(last);
                next_block();
            }
            for _ in 0..5 {
                next_block();
            }
            for (_, who, commitment) in crate::CommitmentOf::<Test>::iter() {
                assert!(commitment.info.rounds().all(|round| round > last), "{who}");
            }
            assert!(!TimelockRevealCursor::<Test>::exists());
        });
    }
}
