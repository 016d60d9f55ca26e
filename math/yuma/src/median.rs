//! Consensus: the stake-weighted median of each column (spec 20 §6.8).

use crate::{
    q32::from_u16,
    workspace::{Entry, Matrix, Scores, Workspace, at, refill},
};

/// Bits of the row beneath a score.
const ROW_BITS: u32 = 16;
/// Below so many scores sorting is faster than selection.
const FEW: usize = 12;

/// Fills, for each column, the largest score that validators with at least a majority of the stake
/// support.
pub(crate) fn reach_consensus(kappa: u16, work: &mut Workspace) {
    let total: u64 = work.voters.iter().sum();
    let ballot = Ballot {
        stake: &work.voters,
        total: total as i64,
        count: work.voters.iter().filter(|stake| **stake > 0).count(),
        minority: total as i64 - from_u16(kappa) as i64,
    };
    collect(&work.weights, &work.voters, &mut work.scores);
    work.consensus.clear();
    let mut start = 0;
    for end in &work.scores.ends {
        let scores = work.scores.list.get_mut(start..*end);
        work.consensus
            .push(ballot.decide(scores.unwrap_or_default()));
        start = *end;
    }
}

/// Sorts the positive scores of voters by column.
fn collect(weights: &Matrix, voters: &[u64], scores: &mut Scores) {
    let rows = || {
        (0u16..)
            .zip(weights.rows())
            .zip(voters)
            .filter(|(_, stake)| **stake > 0)
            .map(|(row, _)| row)
    };
    let positive = |entry: &&Entry| entry.value() > 0;
    refill(&mut scores.ends, core::iter::repeat_n(0, voters.len()));
    for entry in rows().flat_map(|(_, row)| row).filter(positive) {
        if let Some(count) = scores.ends.get_mut(usize::from(entry.column())) {
            *count += 1;
        }
    }
    let mut size = 0;
    for end in &mut scores.ends {
        (*end, size) = (size, size + *end);
    }
    scores.list.resize(size, 0);
    for (uid, row) in rows() {
        for entry in row.iter().filter(positive) {
            if let Some(next) = scores.ends.get_mut(usize::from(entry.column()))
                && let Some(slot) = scores.list.get_mut(*next)
            {
                *slot = entry.value() << ROW_BITS | u64::from(uid);
                *next += 1;
            }
        }
    }
}

/// Who votes, and how much stake is no majority.
struct Ballot<'a> {
    stake: &'a [u64],
    total: i64,
    count: usize,
    /// Scores up to the median hold more than this; negative where the majority is more than
    /// everybody.
    minority: i64,
}

impl Ballot<'_> {
    /// The median of a column, from its positive scores.
    fn decide(&self, scores: &mut [u64]) -> u64 {
        // Where everybody has a score, nobody is below all of them.
        let mut below = 0;
        if scores.len() < self.count {
            below = self.total - self.sum(scores);
            if below > self.minority {
                return 0;
            }
        }
        let mut rest = &mut *scores;
        while rest.len() > FEW {
            let middle = rest.len() / 2;
            rest.select_nth_unstable(middle);
            let (low, high) = rest.split_at_mut(middle);
            let with_low = below + self.sum(low);
            rest = if with_low > self.minority {
                low
            } else {
                below = with_low;
                high
            };
        }
        rest.sort_unstable();
        let median = rest.iter().copied().find(|score| {
            below += self.stake_of(*score);
            below > self.minority
        });
        let decided = median.or_else(|| scores.iter().copied().max());
        decided.map_or(0, |score| score >> ROW_BITS)
    }

    fn stake_of(&self, score: u64) -> i64 {
        at(self.stake, score as u16) as i64
    }

    fn sum(&self, scores: &[u64]) -> i64 {
        scores.iter().map(|score| self.stake_of(*score)).sum()
    }
}

#[cfg(test)]
mod tests {
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
}
