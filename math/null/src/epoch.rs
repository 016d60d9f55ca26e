//! An election, and an epoch of what it decides (spec 90 §15.3).

#[cfg(test)]
mod tests;

use alloc::{vec, vec::Vec};

use crate::divide;

/// All of a share.
const FULL: u128 = u16::MAX as u128;

/// State of a subnet when its epoch runs. Slices have one element per uid.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Total stake weight, in 2^-32 rao (spec 20 §5.4).
    pub stake: &'a [u128],
    /// Stake below this many rao counts as none, whoever's it is.
    pub stake_threshold: u64,
    /// Block of the registration.
    pub registered: &'a [u64],
    /// What is decided for each mechanism, and with what.
    pub mechanisms: &'a [Mechanism<'a>],
}

/// A mechanism: what the winner says of miners, and what is divided.
#[derive(Clone, Copy, Debug)]
pub struct Mechanism<'a> {
    /// Weights as the winner sent them: (target uid, weight). Empty if there is no winner.
    pub row: &'a [(u16, u16)],
    /// Block of these weights.
    pub last_update: u64,
    /// For miners, rao.
    pub miners: u64,
    /// For validators, rao.
    pub validators: u64,
}

/// Decisions of an epoch.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Output {
    /// Shares in the pots of validators, and what they earn of all of them.
    pub validators: Scores,
    /// The same of miners, for each mechanism.
    pub miners: Vec<Scores>,
}

/// Who earns what, one element per uid.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Scores {
    /// Share, in parts of 65535, rounded down.
    pub shares: Vec<u16>,
    /// Amount, rao.
    pub amounts: Vec<u64>,
}

/// Stake that counts, 2^-32 rao.
fn counted(stake: u128, threshold: u64) -> u128 {
    if stake >> 32 >= u128::from(threshold) {
        stake
    } else {
        0
    }
}

/// The uid with the largest stake (2^-32 rao), of equals the lowest, if any has stake and at least
/// `threshold` rao of it. Whether it is active plays no part.
pub fn elect(stake: &[u128], threshold: u64) -> Option<u16> {
    let mut best = (0, None);
    for (uid, stake) in (0u16..).zip(stake) {
        let counted = counted(*stake, threshold);
        if counted > best.0 {
            best = (counted, Some(uid));
        }
    }
    best.1
}

/// Floors of the shares in the sum, in parts of 65535.
fn shares(weights: &[u128]) -> Vec<u16> {
    let total = weights.iter().copied().fold(0, u128::saturating_add);
    let share = |weight: &u128| {
        let share = weight.saturating_mul(FULL).checked_div(total);
        share.unwrap_or_default().try_into().unwrap_or(u16::MAX)
    };
    weights.iter().map(share).collect()
}

/// The weights of a row by uid, without those of targets that are none, or that registered since;
/// everybody alike if nothing is left.
fn miner_weights(mechanism: &Mechanism<'_>, registered: &[u64]) -> Vec<u128> {
    let mut weights = vec![0; registered.len()];
    for (target, weight) in mechanism.row {
        let target = usize::from(*target);
        let is_known = registered
            .get(target)
            .is_some_and(|block| *block < mechanism.last_update);
        if let Some(slot) = weights.get_mut(target).filter(|_| is_known) {
            *slot = u128::from(*weight);
        }
    }
    if weights.iter().all(|weight| *weight == 0) {
        weights.fill(1);
    }
    weights
}

fn add(sums: &mut [u64], amounts: &[u64]) {
    for (sum, amount) in sums.iter_mut().zip(amounts) {
        *sum = sum.saturating_add(*amount);
    }
}

/// Divides the pots of all mechanisms. Every pot is given away to the rao: where nobody's stake
/// counts, that of validators to miners, all uids alike. Linear in uids and entries, but for
/// sorting the uids by what rounding leaves.
pub fn epoch(input: &Input<'_>) -> Output {
    let stake: Vec<u128> = input
        .stake
        .iter()
        .map(|stake| counted(*stake, input.stake_threshold))
        .collect();
    let has_validators = stake.iter().any(|stake| *stake > 0);
    let everybody = vec![1; stake.len()];
    let mut validators = Scores {
        shares: shares(&stake),
        amounts: vec![0; stake.len()],
    };
    let mut miners = Vec::with_capacity(input.mechanisms.len());
    for mechanism in input.mechanisms {
        let weights = miner_weights(mechanism, input.registered);
        let mut amounts = divide(mechanism.miners, &weights);
        if has_validators {
            add(
                &mut validators.amounts,
                &divide(mechanism.validators, &stake),
            );
        } else {
            add(&mut amounts, &divide(mechanism.validators, &everybody));
        }
        miners.push(Scores {
            shares: shares(&weights),
            amounts,
        });
    }
    Output { validators, miners }
}
