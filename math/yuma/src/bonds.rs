//! Bonds and dividends, classic and third variant (spec 20 §7).

use alloc::{collections::BTreeMap, vec, vec::Vec};

use crate::{
    fixed::{ONE, div, from_u16, mul, normalize, to_u16},
    liquid::Sigmoid,
    types::EpochInput,
    weights::{Matrix, Row},
};

/// New bonds as they are stored, and the share of every validator in the dividends.
pub struct Bonded {
    pub bonds: Matrix,
    pub dividends: Vec<u64>,
}

/// Memory is given in millionths.
const MILLION: u64 = 1_000_000;

/// Runs the variant that the input asks for. `weights` are those that bonds follow.
pub fn bond(
    input: &EpochInput<'_>,
    weights: &Matrix,
    active: &[u64],
    incentive: &[u64],
    consensus: &[u64],
) -> Bonded {
    let alpha = ONE.saturating_sub((input.bonds_moving_average.min(MILLION) << 32) / MILLION);
    if input.yuma3 {
        third(input, weights, active, incentive, consensus, alpha)
    } else {
        classic(input, weights, active, incentive, alpha)
    }
}

fn classic(
    input: &EpochInput<'_>,
    weights: &Matrix,
    active: &[u64],
    incentive: &[u64],
    alpha: u64,
) -> Bonded {
    let n = input.len();
    let mut old = stored(input, u64::from);
    normalize_columns(&mut old, n);
    let mut earned = weights.clone();
    for (row, stake) in earned.iter_mut().zip(active) {
        row.iter_mut()
            .for_each(|(_, value)| *value = mul(*value, *stake));
    }
    normalize_columns(&mut earned, n);
    let mut bonds = average(&earned, &old, alpha);
    normalize_columns(&mut bonds, n);
    let mut dividends = row_products(&bonds, incentive);
    normalize(&mut dividends);
    raise_columns(&mut bonds, n);
    Bonded { bonds, dividends }
}

fn third(
    input: &EpochInput<'_>,
    weights: &Matrix,
    active: &[u64],
    incentive: &[u64],
    consensus: &[u64],
    alpha: u64,
) -> Bonded {
    let old = stored(input, from_u16);
    let liquid = input
        .liquid
        .filter(|_| consensus.iter().any(|value| *value > 0));
    let bonds = match liquid {
        Some(liquid) => liquid_average(weights, &old, consensus, &liquid.into()),
        None => average(weights, &old, alpha),
    };
    let mut shares = bonds.clone();
    normalize_columns(&mut shares, input.len());
    let mut dividends = row_products(&shares, incentive);
    dividends
        .iter_mut()
        .zip(active)
        .for_each(|(value, stake)| *value = mul(*value, *stake));
    normalize(&mut dividends);
    Bonded { bonds, dividends }
}

/// Bonds of the last epoch, without those on uids that changed hands since.
fn stored(input: &EpochInput<'_>, convert: impl Fn(u16) -> u64) -> Matrix {
    let last = match input.last_step {
        0 => input.block.saturating_sub(input.tempo),
        step => step.saturating_add(1),
    };
    let lives = |target: u16| {
        input
            .registered
            .get(usize::from(target))
            .is_some_and(|registered| last > *registered)
    };
    input
        .bonds
        .iter()
        .map(|row| {
            row.iter()
                .filter(|(target, _)| lives(*target))
                .map(|(target, bond)| (*target, convert(*bond)))
                .collect()
        })
        .collect()
}

/// Moving average of each bond; sorted rows without zeros.
fn average(new: &Matrix, old: &Matrix, alpha: u64) -> Matrix {
    let memory = ONE.saturating_sub(alpha);
    let mix = |(new, old): (&Row, &Row)| {
        let mut row: BTreeMap<u16, u64> = BTreeMap::new();
        let parts = new
            .iter()
            .map(|(target, value)| (*target, mul(alpha, *value)));
        for (target, part) in parts.chain(
            old.iter()
                .map(|(target, value)| (*target, mul(memory, *value))),
        ) {
            let sum = row.entry(target).or_default();
            *sum = sum.saturating_add(part);
        }
        row.into_iter().filter(|(_, value)| *value > 0).collect()
    };
    new.iter().zip(old).map(mix).collect()
}

/// Like `average`, with a memory of its own for each entry of the weights; bonds without an entry are lost.
fn liquid_average(weights: &Matrix, old: &Matrix, consensus: &[u64], sigmoid: &Sigmoid) -> Matrix {
    let mix = |(row, old): (&Row, &Row)| {
        let old: BTreeMap<u16, u64> = old.iter().copied().collect();
        row.iter()
            .map(|(target, weight)| {
                let bond = old.get(target).copied().unwrap_or_default();
                let middle = consensus
                    .get(usize::from(*target))
                    .copied()
                    .unwrap_or_default();
                let alpha = sigmoid.factor(middle, *weight, bond);
                let value =
                    mul(ONE.saturating_sub(alpha), bond).saturating_add(mul(alpha, *weight));
                (*target, value.min(ONE))
            })
            .filter(|(_, value)| *value > 0)
            .collect()
    };
    weights.iter().zip(old).map(mix).collect()
}

fn column_totals(matrix: &Matrix, n: usize, add: impl Fn(u64, u64) -> u64) -> Vec<u64> {
    let mut totals = vec![0; n];
    for (target, value) in matrix.iter().flatten() {
        if let Some(total) = totals.get_mut(usize::from(*target)) {
            *total = add(*total, *value);
        }
    }
    totals
}

fn divide_columns(matrix: &mut Matrix, totals: &[u64]) {
    for (target, value) in matrix.iter_mut().flatten() {
        if let Some(total) = totals.get(usize::from(*target)).filter(|total| **total > 0) {
            *value = div(*value, *total);
        }
    }
}

fn normalize_columns(matrix: &mut Matrix, n: usize) {
    let totals = column_totals(matrix, n, u64::saturating_add);
    divide_columns(matrix, &totals);
}

/// Makes the largest entry of each column one.
fn raise_columns(matrix: &mut Matrix, n: usize) {
    let largest = column_totals(matrix, n, u64::max);
    divide_columns(matrix, &largest);
}

fn row_products(matrix: &Matrix, vector: &[u64]) -> Vec<u64> {
    let term = |(target, value): &(u16, u64)| {
        mul(
            vector
                .get(usize::from(*target))
                .copied()
                .unwrap_or_default(),
            *value,
        )
    };
    matrix
        .iter()
        .map(|row| row.iter().map(term).fold(0, u64::saturating_add))
        .collect()
}

/// Rows as they are stored.
pub fn to_stored(bonds: &Matrix, permits: &[bool]) -> Vec<Vec<(u16, u16)>> {
    bonds
        .iter()
        .zip(permits)
        .map(|(row, permit)| {
            row.iter()
                .filter(|_| *permit)
                .map(|(target, value)| (*target, to_u16(*value)))
                .collect()
        })
        .collect()
}
