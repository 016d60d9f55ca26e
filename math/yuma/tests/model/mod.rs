//! The epoch as spec 20 words it, on dense matrices and in 128 bits: slow, and written without the
//! engine's code. Values are in 2^-32; an entry that is absent is `None`, which is not the same as
//! zero.

#![allow(clippy::indexing_slicing, reason = "a test may fail by a panic")]

use subtensor_yuma::{EpochInput, EpochOutput, Liquid, Rows};

const ONE: i128 = 1 << 32;

type Vector = Vec<i128>;
type Matrix = Vec<Vec<Option<i128>>>;

fn mul(a: i128, b: i128) -> i128 {
    (a * b) >> 32
}

fn div(a: i128, b: i128) -> i128 {
    if b == 0 { 0 } else { (a << 32) / b }
}

fn frac16(parts: u16) -> i128 {
    (i128::from(parts) << 32) / 65_535
}

fn q16(value: i128) -> u16 {
    mul(value, 65_535 << 32)
        .clamp(0, 65_535 << 32)
        .checked_shr(32)
        .map_or(0, |parts| parts as u16)
}

fn norm(values: &[i128]) -> Vector {
    let sum: i128 = values.iter().sum();
    let part = |value: &i128| if sum == 0 { *value } else { div(*value, sum) };
    values.iter().map(part).collect()
}

fn column(matrix: &Matrix, j: usize) -> impl Iterator<Item = i128> {
    matrix.iter().filter_map(move |row| row[j])
}

fn map(matrix: &Matrix, f: impl Fn(usize, usize, i128) -> Option<i128>) -> Matrix {
    let entry = |i, (j, entry): (usize, &Option<i128>)| entry.and_then(|value| f(i, j, value));
    let row = |(i, row): (usize, &Vec<Option<i128>>)| {
        row.iter().enumerate().map(|cell| entry(i, cell)).collect()
    };
    matrix.iter().enumerate().map(row).collect()
}

fn colnorm(matrix: &Matrix) -> Matrix {
    let n = matrix.len();
    let sums: Vector = (0..n).map(|j| column(matrix, j).sum()).collect();
    map(matrix, |_, j, value| {
        Some(if sums[j] == 0 {
            value
        } else {
            div(value, sums[j])
        })
    })
}

fn dense(rows: Rows<'_>, n: usize) -> Matrix {
    let mut matrix = vec![vec![None; n]; n];
    for (i, row) in rows.iter().enumerate() {
        for (j, value) in row {
            matrix[i][usize::from(*j)] = Some(i128::from(*value));
        }
    }
    matrix
}

/// 6.7
fn weights(input: &EpochInput<'_>, permit: &[bool]) -> Matrix {
    let n = input.len();
    let stored = dense(input.weights, n);
    let kept = map(&stored, |i, j, weight| {
        let own = i == j && input.owner.map(usize::from) != Some(i);
        let outdated = input.last_update[i] <= input.registered[j];
        let hidden = input
            .commits
            .get(i)
            .is_some_and(|commit| *commit < input.registered[j]);
        (permit[i] && !own && !outdated && !hidden).then_some(weight)
    });
    let sums: Vector = kept.iter().map(|row| row.iter().flatten().sum()).collect();
    map(&kept, |i, _, weight| {
        Some(if sums[i] == 0 {
            weight
        } else {
            div(weight, sums[i])
        })
    })
}

/// 6.8, by its definition.
fn consensus(weights: &Matrix, active: &[i128], kappa: u16) -> Vector {
    let n = weights.len();
    let voters: Vec<usize> = (0..n).filter(|i| active[*i] > 0).collect();
    let stake = norm(&voters.iter().map(|i| active[*i]).collect::<Vec<_>>());
    let minority = stake.iter().sum::<i128>() - frac16(kappa);
    let of_column = |j: usize| {
        let scores: Vector = voters.iter().map(|i| weights[*i][j].unwrap_or(0)).collect();
        let below = |limit: i128| -> i128 {
            let lower = scores
                .iter()
                .zip(&stake)
                .filter(|(score, _)| **score <= limit);
            lower.map(|(_, stake)| stake).sum()
        };
        let qualifying = scores
            .iter()
            .copied()
            .filter(|score| below(*score) > minority);
        qualifying
            .min()
            .or(scores.iter().copied().max())
            .unwrap_or(0)
    };
    (0..n).map(of_column).collect()
}

/// 6.12
fn bond_weights(weights: &Matrix, clipped: &Matrix, penalty: u16) -> Matrix {
    let beta = frac16(penalty);
    match beta {
        0 => weights.clone(),
        ONE => clipped.clone(),
        _ => map(weights, |i, j, weight| {
            let value = weight + mul(beta, clipped[i][j].unwrap_or(0) - weight);
            (value > 0).then_some(value)
        }),
    }
}

/// 13.1
fn exp(x: i128) -> i128 {
    let x = x.clamp(-20 * ONE, 20 * ONE);
    if x == ONE {
        return 22_802_600 << 9;
    }
    let y = x.abs();
    let (mut sum, mut term) = (ONE + y, y);
    for k in 2..=31 {
        term = mul(term, y) / k;
        sum += term;
    }
    if x < 0 { div(ONE, sum) } else { sum }
}

/// 90 §17: the consensus of 7.5
fn compared(input: &EpochInput<'_>, consensus: &[i128], j: usize) -> i128 {
    match input.previous_consensus {
        [] => consensus[j],
        previous => frac16(previous.get(j).copied().unwrap_or(0)),
    }
}

/// 7.5
fn liquid_factor(liquid: &Liquid, c: i128, w: i128, v: i128) -> i128 {
    let (low, high) = (frac16(liquid.low), frac16(liquid.high));
    let distance = if w >= v { w - c } else { v - w };
    let steepness = -(i128::from(liquid.steepness) << 32) / 100;
    let x = mul(steepness, distance.clamp(0, ONE) - ONE / 2);
    let sigmoid = div(ONE, ONE + exp(x));
    (low + mul(sigmoid, high - low)).clamp(low, high)
}

/// New bonds, as they are stored, and dividends: section 7.
fn bonds(
    input: &EpochInput<'_>,
    follow: &Matrix,
    active: &[i128],
    incentive: &[i128],
    consensus: &[i128],
) -> (Matrix, Vector) {
    let n = input.len();
    let last = match input.last_step {
        0 => input.block.saturating_sub(input.tempo),
        step => step + 1,
    };
    let old = map(&dense(input.bonds, n), |_, j, bond| {
        (last > input.registered[j]).then_some(bond)
    });
    let memory = (i128::from(input.bonds_moving_average) << 32) / 1_000_000;
    let average = |new: &Matrix, old: &Matrix| -> Matrix {
        let cell = |i: usize, j: usize| {
            let value =
                mul(ONE - memory, new[i][j].unwrap_or(0)) + mul(memory, old[i][j].unwrap_or(0));
            (value > 0).then_some(value)
        };
        (0..n)
            .map(|i| (0..n).map(|j| cell(i, j)).collect())
            .collect()
    };
    let earned = |shares: &Matrix| -> Vector {
        let row = |row: &Vec<Option<i128>>| {
            row.iter()
                .zip(incentive)
                .map(|(share, part)| mul(share.unwrap_or(0), *part))
                .sum()
        };
        shares.iter().map(row).collect()
    };
    if !input.yuma3 {
        let new = colnorm(&map(follow, |i, _, weight| Some(mul(weight, active[i]))));
        let shares = colnorm(&average(&new, &colnorm(&old)));
        let largest: Vector = (0..n)
            .map(|j| column(&shares, j).max().unwrap_or(0))
            .collect();
        let stored = map(&shares, |_, j, share| Some(div(share, largest[j])));
        return (stored, norm(&earned(&shares)));
    }
    let old = map(&old, |_, _, bond| Some(frac16(bond as u16)));
    let new = match &input.liquid {
        Some(liquid) if consensus.iter().any(|value| *value != 0) => {
            let alpha = |i: usize, j: usize| {
                let (weight, bond) = (follow[i][j].unwrap_or(0), old[i][j].unwrap_or(0));
                liquid_factor(liquid, compared(input, consensus, j), weight, bond)
            };
            let alphas: Vec<Vector> = (0..n)
                .map(|i| (0..n).map(|j| alpha(i, j)).collect())
                .collect();
            map(follow, |i, j, weight| {
                let kept = mul(ONE - alphas[i][j], old[i][j].unwrap_or(0));
                let value = (kept + mul(alphas[i][j], weight).max(0)).min(ONE);
                (value > 0).then_some(value)
            })
        }
        _ => average(follow, &old),
    };
    let weighted: Vector = earned(&colnorm(&new))
        .iter()
        .zip(active)
        .map(|(sum, stake)| mul(*sum, *stake))
        .collect();
    (new, norm(&weighted))
}

/// 5.5 and 5.6
fn stakes(input: &EpochInput<'_>) -> Vector {
    let filtered: Vec<u128> = input
        .stake
        .iter()
        .enumerate()
        .map(|(i, stake)| {
            let enough = stake >> 32 >= u128::from(input.stake_threshold);
            if enough || input.owner.map(usize::from) == Some(i) {
                *stake
            } else {
                0
            }
        })
        .collect();
    let total: u128 = filtered.iter().sum();
    filtered
        .iter()
        .map(|stake| (stake << 32).checked_div(total).unwrap_or(0) as i128)
        .collect()
}

/// 6.5
fn permits(input: &EpochInput<'_>, stake: &[i128]) -> Vec<bool> {
    let mut order: Vec<usize> = (0..stake.len()).collect();
    order.sort_by_key(|i| stake[*i]);
    let cut = stake.len().saturating_sub(input.max_validators.into());
    let mut permits: Vec<bool> = stake.iter().map(|stake| *stake != 0).collect();
    order[..cut].iter().for_each(|i| permits[*i] = false);
    if let Some(owner) = input.owner {
        permits[usize::from(owner)] = true;
    }
    permits
}

/// Weights cut down to consensus; no weight where consensus is zero.
fn clip(weights: &Matrix, consensus: &Vector) -> Matrix {
    map(weights, |_, j, weight| {
        if consensus[j] >= weight {
            Some(weight)
        } else {
            (consensus[j] > 0).then_some(consensus[j])
        }
    })
}

/// What miners, validators and both get of one. Where nobody has earned anything, validators get
/// `fallback`.
fn parts_of_emission(incentive: &Vector, dividends: &Vector, fallback: &Vector) -> [Vector; 3] {
    let both: Vector = incentive
        .iter()
        .zip(dividends)
        .map(|(i, d)| i + d)
        .collect();
    let sum: i128 = both.iter().sum();
    if sum == 0 {
        return [vec![0; fallback.len()], fallback.clone(), fallback.clone()];
    }
    [incentive, dividends, &both]
        .map(|values| values.iter().map(|value| div(*value, sum)).collect())
}

/// What the engine must return for a state, computed step by step as the specification words it.
pub(crate) fn epoch(input: &EpochInput<'_>) -> EpochOutput {
    let n = input.len();
    let owner = input.owner.map(usize::from);
    let stake = stakes(input);
    let active: Vec<bool> = input
        .last_update
        .iter()
        .map(|at| at.saturating_add(input.activity_cutoff) >= input.block)
        .collect();
    let permit: Vec<bool> = (0..n)
        .map(|i| input.permits[i] || owner == Some(i))
        .collect();
    let masked: Vector = (0..n)
        .map(|i| if active[i] && permit[i] { stake[i] } else { 0 })
        .collect();
    let active_stake = norm(&masked);
    let new_permits = permits(input, &stake);

    let weights = weights(input, &permit);
    let consensus = consensus(&weights, &active_stake, input.kappa);
    let clipped = clip(&weights, &consensus);
    let trust: Vector = clipped
        .iter()
        .map(|row| row.iter().flatten().sum())
        .collect();
    let ranks: Vector = (0..n)
        .map(|j| {
            (0..n)
                .map(|i| mul(active_stake[i], clipped[i][j].unwrap_or(0)))
                .sum()
        })
        .collect();
    let incentive = norm(&ranks);
    let follow = bond_weights(&weights, &clipped, input.bonds_penalty);
    let (bonds, dividends) = bonds(input, &follow, &active_stake, &incentive, &consensus);

    let fallback = if active_stake.iter().sum::<i128>() != 0 {
        &active_stake
    } else {
        &stake
    };
    let [server, validator, combined] = parts_of_emission(&incentive, &dividends, fallback);
    let amounts = |shares: &Vector| {
        shares
            .iter()
            .map(|share| mul(*share, input.emission.into()) as u64)
            .collect()
    };
    let scores = |values: &Vector| values.iter().map(|value| q16(*value)).collect();
    let stored = |(row, permit): (&Vec<Option<i128>>, &bool)| -> Vec<(u16, u16)> {
        let entries = (0u16..).zip(row).filter(|_| *permit);
        entries
            .filter_map(|(j, value)| Some((j, q16((*value)?))))
            .collect()
    };
    EpochOutput {
        active,
        stake_weight: scores(&stake),
        consensus: scores(&consensus),
        incentive: scores(&incentive),
        dividends: scores(&dividends),
        validator_trust: scores(&trust),
        bonds: bonds.iter().zip(&new_permits).map(stored).collect(),
        permits: new_permits,
        server_emission: amounts(&server),
        validator_emission: amounts(&validator),
        emission: amounts(&combined),
    }
}
