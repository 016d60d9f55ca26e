//! Weights of an epoch: which entries count, normalised rows, clipping, and what bonds follow (spec 20 §6.7 to §6.12).

use alloc::vec::Vec;

use crate::{
    fixed::{ONE, from_u16, mul},
    types::EpochInput,
};

/// Entries of (column, value in 2^-32).
pub type Row = Vec<(u16, u64)>;
/// One row per uid.
pub type Matrix = Vec<Row>;

/// Normalised weights of those with a permit, without entries that are outdated, hidden or on the validator itself.
pub fn effective_weights(input: &EpochInput<'_>, permits: &[bool]) -> Matrix {
    (0u16..)
        .zip(permits)
        .zip(input.weights)
        .zip(input.last_update)
        .map(|(((uid, permit), row), updated)| {
            if !permit {
                return Vec::new();
            }
            let commit = input
                .commits
                .get(usize::from(uid))
                .copied()
                .unwrap_or(u64::MAX);
            let counts = |target: u16| {
                (target != uid || input.owner == Some(uid))
                    && input
                        .registered
                        .get(usize::from(target))
                        .is_some_and(|at| updated > at && commit >= *at)
            };
            let row: Vec<_> = row.iter().filter(|(target, _)| counts(*target)).collect();
            let sum: u64 = row.iter().map(|(_, weight)| u64::from(*weight)).sum();
            row.into_iter()
                .map(|(target, weight)| {
                    (
                        *target,
                        (u64::from(*weight) << 32)
                            .checked_div(sum)
                            .unwrap_or_default(),
                    )
                })
                .collect()
        })
        .collect()
}

/// Weights cut down to consensus; entries on columns without consensus vanish.
pub fn clip(weights: &Matrix, consensus: &[u64]) -> Matrix {
    let cut = |&(target, weight): &(u16, u64)| {
        let limit = consensus
            .get(usize::from(target))
            .copied()
            .unwrap_or_default();
        match limit < weight {
            true if limit == 0 => None,
            true => Some((target, limit)),
            false => Some((target, weight)),
        }
    };
    weights
        .iter()
        .map(|row| row.iter().filter_map(cut).collect())
        .collect()
}

/// The weights that bonds follow: between the given and the clipped ones, as the penalty says.
pub fn bond_weights(weights: &Matrix, clipped: &Matrix, penalty: u16) -> Matrix {
    let penalty = from_u16(penalty);
    match penalty {
        0 => weights.clone(),
        ONE => clipped.clone(),
        _ => weights
            .iter()
            .zip(clipped)
            .map(|(row, clipped)| mix(row, clipped, penalty))
            .collect(),
    }
}

/// The clipped row is the given one in the same order, with smaller values and without some entries.
fn mix(row: &[(u16, u64)], clipped: &[(u16, u64)], penalty: u64) -> Vec<(u16, u64)> {
    let mut kept = clipped.iter().peekable();
    let mut mixed: Vec<(u16, u64)> = row
        .iter()
        .map(|(target, weight)| {
            let low = kept
                .next_if(|(kept, _)| kept == target)
                .map_or(0, |(_, value)| *value);
            (
                *target,
                weight.saturating_sub(mul_up(penalty, weight.saturating_sub(low))),
            )
        })
        .filter(|(_, value)| *value > 0)
        .collect();
    mixed.sort_unstable();
    mixed
}

/// Ceiling of a·b: what a floored negative product takes away.
fn mul_up(a: u64, b: u64) -> u64 {
    let floor = mul(a, b);
    let exact = a == ONE || b == ONE || a.wrapping_mul(b).trailing_zeros() >= 32;
    if exact {
        floor
    } else {
        floor.saturating_add(1)
    }
}
