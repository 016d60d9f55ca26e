use proptest::prelude::*;

use super::*;
use crate::q32::{ONE, normalize};

/// Consensus of `columns` columns by normalised stakes and rows of scores.
fn consensus_of(stake: &[u64], rows: &[Vec<u64>], columns: usize, kappa: u16) -> Vec<u64> {
    let mut stake = stake.to_vec();
    normalize(&mut stake);
    stake.resize(stake.len().max(columns), 0);
    let mut work = Workspace {
        voters: stake,
        ..Default::default()
    };
    for row in rows {
        for (target, score) in (0u16..).zip(row) {
            work.weights.push(target, *score);
        }
        work.weights.end_row();
    }
    reach_consensus(kappa, &mut work);
    work.consensus.truncate(columns);
    work.consensus
}

/// Decimal fraction in 2^-32.
fn hundredths(values: &[u64]) -> Vec<u64> {
    values.iter().map(|value| value * ONE / 100).collect()
}

fn kappa(hundredths: u64) -> u16 {
    (hundredths * 65_535 / 100) as u16
}

#[test]
fn medians_are_those_of_20_13_5() {
    for (stake, scores, majority, median) in [
        (vec![51], vec![100], 51, 100),
        (vec![49, 51], vec![50, 100], 51, 100),
        (vec![51, 49], vec![50, 100], 51, 50),
        (vec![49, 0, 51], vec![50, 70, 100], 51, 100),
        (vec![49, 1, 50], vec![50, 70, 100], 51, 70),
        (vec![49, 51, 0], vec![50, 70, 100], 51, 70),
        (vec![20; 5], vec![80, 20, 100, 60, 40], 51, 60),
    ] {
        let rows: Vec<_> = hundredths(&scores)
            .into_iter()
            .map(|score| vec![score])
            .collect();
        let decided = consensus_of(&hundredths(&stake), &rows, 1, kappa(majority));
        assert_eq!(decided, hundredths(&[median]), "{stake:?} {scores:?}");
    }
    assert_eq!(consensus_of(&[], &[], 1, 1), [0]);
}

#[test]
fn columns_are_those_of_20_13_5() {
    let rows = |rows: [[u64; 3]; 4]| rows.map(|row| hundredths(&row)).to_vec();
    let four = rows([[0, 10, 0], [0, 20, 40], [0, 30, 10], [0, 40, 50]]);
    let stake = hundredths(&[0, 75, 25, 0]);
    for (majority, expected) in [(24, [0, 30, 40]), (26, [0, 20, 40]), (76, [0, 20, 10])] {
        let expected = hundredths(&expected);
        assert_eq!(
            consensus_of(&stake, &four, 3, kappa(majority)),
            expected,
            "{majority}"
        );
    }
    let others = rows([[0, 10, 0], [0, 20, 40], [0, 30, 10], [0, 0, 50]]);
    let stake = hundredths(&[0, 30, 20, 50]);
    assert_eq!(
        consensus_of(&stake, &others, 3, kappa(51)),
        hundredths(&[0, 0, 40])
    );
}

/// The definition: the smallest score whose holders and those below hold more than the
/// minority.
fn by_definition(stake: &[u64], scores: &[u64], kappa: u16) -> u64 {
    let voters = || stake.iter().zip(scores).filter(|(stake, _)| **stake > 0);
    let total: i128 = voters().map(|(stake, _)| i128::from(*stake)).sum();
    let minority = total - i128::from(from_u16(kappa));
    let mut candidates: Vec<u64> = voters().map(|(_, score)| *score).collect();
    candidates.sort_unstable();
    let reaches = |limit: u64| {
        let below = voters().filter(|(_, score)| **score <= limit);
        below.map(|(stake, _)| i128::from(*stake)).sum::<i128>() > minority
    };
    let found = candidates.iter().copied().find(|limit| reaches(*limit));
    found.or(candidates.last().copied()).unwrap_or_default()
}

proptest! {
    #[test]
    fn selection_finds_what_the_definition_says(
        column in prop::collection::vec((0u64..9, prop_oneof![0u64..4, 0u64..=ONE]), 0..60),
        kappa in prop_oneof![0u16..=u16::MAX, Just(0), Just(u16::MAX), Just(32_767)],
    ) {
        let (stake, scores): (Vec<u64>, Vec<u64>) = column.into_iter().unzip();
        let rows: Vec<_> = scores.iter().map(|score| vec![*score]).collect();
        let mut shares = stake.clone();
        normalize(&mut shares);
        let expected = by_definition(&shares, &scores, kappa);
        prop_assert_eq!(consensus_of(&stake, &rows, 1, kappa), [expected]);
    }
}
