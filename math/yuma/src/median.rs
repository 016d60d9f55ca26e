//! Consensus: the stake-weighted median of each column (spec 20 §6.8).

#[cfg(test)]
mod tests;

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
