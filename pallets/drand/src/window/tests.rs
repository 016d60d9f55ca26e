use frame_support::{assert_err, assert_ok};
use proptest::prelude::*;

use super::*;
use crate::mock::{Drand, Test, chain, pulse};
use frame_support::traits::Hooks;

/// Makes a window of rounds of which those are stored.
fn keep(window: Window, stored: &[u64]) {
    window.store::<Test>();
    for round in stored {
        Pulses::<Test>::insert(round, pulse(*round));
    }
}

fn stored() -> Vec<u64> {
    let mut rounds: Vec<_> = Pulses::<Test>::iter_keys().collect();
    rounds.sort_unstable();
    rounds
}

/// Stores the next pulse, and says how many rounds went.
fn next(last: u64) -> u32 {
    Drand::store_pulses(&[pulse(last + 1)]).unwrap()
}

#[test]
fn the_oldest_rounds_go_as_the_vectors_say() {
    chain(|| {
        keep(
            Window {
                oldest: 1,
                last: 216_001,
            },
            &[1, 2, 3],
        );
        assert_eq!(next(216_001), 2);
        assert_eq!(OldestStoredRound::<Test>::get(), 3);
        assert_eq!(stored(), [3, 216_002]);
    });
    chain(|| {
        let last = 216_000 + 151;
        keep(Window { oldest: 1, last }, &[1, 100, 101, 154]);
        assert_eq!(next(last), 100);
        assert_eq!(OldestStoredRound::<Test>::get(), 101);
        assert_eq!(stored(), [101, 154, last + 1]);
        assert_eq!(next(last + 1), 53);
        assert_eq!(OldestStoredRound::<Test>::get(), 154);
    });
}

#[test]
fn no_round_goes_while_there_is_room() {
    chain(|| {
        let last = MAX_KEPT_PULSES - 1;
        keep(Window { oldest: 1, last }, &[1]);
        assert_eq!(next(last), 0);
        Pulses::<Test>::insert(2, pulse(2));
        assert_eq!(next(last + 1), 1);
        assert_eq!(OldestStoredRound::<Test>::get(), 2);
    });
}

#[test]
fn forgotten_rounds_go_a_hundred_at_a_time() {
    chain(|| {
        let rounds: Vec<_> = (1..=150).collect();
        keep(
            Window {
                oldest: 1,
                last: 150,
            },
            &rounds,
        );
        Drand::forget_all();
        assert_eq!(ForgottenRounds::<Test>::get(), Some((1, 150)));
        // Rounds that come again in between stay.
        assert_ok!(Drand::store_pulses(&[pulse(30)]).map_err(drop));
        assert_eq!(ForgottenRounds::<Test>::get(), Some((101, 150)));
        assert_eq!(stored().len(), 51);
        assert_eq!(stored()[..2], [30, 101]);
        assert_ok!(Drand::try_state(1));
        assert_eq!(next(30), 50);
        assert_eq!(ForgottenRounds::<Test>::get(), None);
        assert_eq!(stored(), [30, 31]);
        assert_eq!(next(31), 0);
    });
}

#[test]
fn what_is_forgotten_twice_is_one_range() {
    chain(|| {
        keep(
            Window {
                oldest: 50,
                last: 51,
            },
            &[50, 51],
        );
        Drand::forget_all();
        keep(
            Window {
                oldest: 10,
                last: 10,
            },
            &[10],
        );
        assert_ok!(Drand::begin_at(60).map_err(drop));
        assert_eq!(ForgottenRounds::<Test>::get(), Some((10, 51)));
        assert_eq!(next(59), 42);
        assert_eq!(stored(), [60]);
    });
}

#[test]
fn the_last_of_all_rounds_has_none_behind_it() {
    chain(|| {
        assert_ok!(Drand::store_pulses(&[pulse(u64::MAX)]).map_err(drop));
        assert!(Drand::store_pulses(&[pulse(u64::MAX)]).is_err());
        Drand::forget_all();
        assert_eq!(next(0), 1);
        assert_eq!(stored(), [1]);
    });
}

#[test]
fn broken_windows_are_found() {
    let broken = |break_it: fn(), message: &'static str| {
        chain(|| {
            assert_ok!(Drand::store_pulses(&[pulse(5), pulse(6)]).map_err(drop));
            frame_support::assert_storage_noop!({
                let _ = frame_support::storage::with_transaction(|| {
                    break_it();
                    assert_err!(Drand::try_state(1), message);
                    sp_runtime::TransactionOutcome::Rollback(Ok::<_, sp_runtime::DispatchError>(()))
                });
            });
        });
    };
    broken(
        || OldestStoredRound::<Test>::put(8),
        "the oldest round is beyond the next",
    );
    broken(
        || OldestStoredRound::<Test>::put(0),
        "a newest round without an oldest",
    );
    broken(
        || LastStoredRound::<Test>::put(MAX_KEPT_PULSES + 5),
        "too many rounds",
    );
    broken(
        || Pulses::<Test>::remove(5),
        "the oldest round is not stored",
    );
    broken(
        || Pulses::<Test>::remove(6),
        "the newest round is not stored",
    );
    broken(
        || Pulses::<Test>::insert(6, pulse(7)),
        "the newest pulse is not the beacon's",
    );
    broken(
        || Pulses::<Test>::insert(7, pulse(7)),
        "a round is stored that is neither kept nor forgotten",
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever root does in between, the state is sound and the window is what can be read.
    #[test]
    fn windows_stay_sound(steps in prop::collection::vec((0..4u8, 1..40u64), 1..24)) {
        chain(|| {
            for (what, round) in steps {
                match what {
                    0 => Drand::forget_all(),
                    1 => { let _ = Drand::begin_at(round); }
                    _ => {
                        let window = Window::stored::<Test>();
                        let next = if window.is_open() { round } else { window.last + 1 };
                        assert!(Drand::store_pulses(&[pulse(next)]).is_ok());
                    }
                }
                assert_ok!(Drand::try_state(1));
                let window = Window::stored::<Test>();
                for round in 0..100 {
                    assert_eq!(Drand::signature(round).is_some(), window.contains(round));
                }
            }
        });
    }
}
