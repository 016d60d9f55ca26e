//! Consensus: the stake-weighted median of each column (spec 20 §6.8).

use alloc::vec::Vec;

/// For each column, the largest score that validators with at least a majority of the stake support.
///
/// `rows` are the validators' (column, score) entries, `stake` their normalised active stake. `kappa` is the majority,
/// in 2^-32.
pub fn weighted_median(
    rows: &[Vec<(u16, u64)>],
    stake: &[u64],
    kappa: u64,
    columns: usize,
) -> Vec<u64> {
    let total: u64 = stake.iter().fold(0, |sum, part| sum.saturating_add(*part));
    let voters = stake.iter().filter(|part| **part > 0).count();
    // Scores up to the median hold more than this; negative where the majority is more than everybody.
    let minority = i128::from(total) - i128::from(kappa);

    let mut entries: Vec<(u16, u64, u64)> = rows
        .iter()
        .zip(stake)
        .filter(|(_, stake)| **stake > 0)
        .flat_map(|(row, stake)| {
            row.iter()
                .map(move |(column, score)| (*column, *score, *stake))
        })
        .filter(|(_, score, _)| *score > 0)
        .collect();
    entries.sort_unstable();

    let mut consensus = alloc::vec![0; columns];
    for column in entries.chunk_by(|a, b| a.0 == b.0) {
        let named: u64 = column
            .iter()
            .fold(0, |sum, (_, _, stake)| sum.saturating_add(*stake));
        let mut below = i128::from(total) - i128::from(named);
        if column.len() < voters && below > minority {
            continue;
        }
        let median = column.chunk_by(|a, b| a.1 == b.1).find_map(|equal| {
            below += equal
                .iter()
                .map(|(_, _, stake)| i128::from(*stake))
                .sum::<i128>();
            (below > minority)
                .then(|| equal.first().map(|entry| entry.1))
                .flatten()
        });
        let largest = column.last().map(|(_, score, _)| *score);
        if let Some(((uid, _, _), score)) = column.first().zip(median.or(largest))
            && let Some(slot) = consensus.get_mut(usize::from(*uid))
        {
            *slot = score;
        }
    }
    consensus
}
