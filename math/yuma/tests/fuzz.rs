//! The fuzz target over its corpus and over noise, and every error of the engine by name.

#![allow(clippy::panic, reason = "a test may fail by a panic")]

#[path = "../fuzz/input.rs"]
mod input;
mod support;

use std::{fs, path::Path};

use proptest::prelude::*;
use subtensor_yuma::{EpochError, EpochInput, Rows, Workspace, epoch};
use support::Network;

#[test]
fn the_corpus_does_no_harm() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/epoch");
    let mut valid = 0;
    for file in fs::read_dir(corpus).expect("there is a corpus") {
        let bytes = fs::read(file.expect("the corpus can be listed").path());
        valid += usize::from(input::run(&bytes.expect("the corpus can be read")));
    }
    assert!(valid >= 8, "{valid} of the corpus are epochs");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn no_bytes_do_harm(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        input::run(&bytes);
    }
}

fn refusal(input: EpochInput<'_>) -> Option<EpochError> {
    epoch(&input, &mut Workspace::default()).err()
}

#[test]
fn inconsistent_state_has_a_name() {
    let network = Network::new(2);
    let valid = network.input();
    assert_eq!(refusal(valid), None);
    for (input, error) in [
        (
            EpochInput {
                permits: &[true],
                ..valid
            },
            EpochError::Length,
        ),
        (
            EpochInput {
                commits: &[1],
                ..valid
            },
            EpochError::Length,
        ),
        (
            EpochInput {
                stake: &[u128::MAX, 0],
                ..valid
            },
            EpochError::Stake,
        ),
        (
            EpochInput {
                bonds_moving_average: 1_000_001,
                ..valid
            },
            EpochError::Memory,
        ),
    ] {
        assert_eq!(refusal(input), Some(error));
    }
    let crowd = Network::new(65_535);
    assert_eq!(refusal(crowd.input()), Some(EpochError::TooManyUids));
}

#[test]
fn malformed_rows_have_a_name() {
    let network = Network::new(2);
    let valid = network.input();
    let rows = |offsets, entries| Rows { offsets, entries };
    for (input, error) in [
        (
            EpochInput {
                weights: rows(&[0, 0], &[]),
                ..valid
            },
            EpochError::Rows,
        ),
        (
            EpochInput {
                weights: rows(&[0, 1, 0], &[]),
                ..valid
            },
            EpochError::Rows,
        ),
        (
            EpochInput {
                weights: rows(&[0, 0, 1], &[]),
                ..valid
            },
            EpochError::Rows,
        ),
        (
            EpochInput {
                bonds: rows(&[0, 1, 1], &[(2, 1)]),
                ..valid
            },
            EpochError::Target,
        ),
        (
            EpochInput {
                bonds: rows(&[0, 2, 2], &[(1, 1), (0, 1)]),
                ..valid
            },
            EpochError::Unsorted,
        ),
        (
            EpochInput {
                weights: rows(&[0, 2, 2], &[(1, 1), (1, 1)]),
                ..valid
            },
            EpochError::Unsorted,
        ),
    ] {
        assert_eq!(refusal(input), Some(error));
    }
}
