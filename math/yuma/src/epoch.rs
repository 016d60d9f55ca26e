//! One epoch from state to decisions (spec 20 §6 and §8).

use alloc::{vec, vec::Vec};

use crate::{
    bonds,
    fixed::{from_u16, mul, normalize, to_u16},
    median::weighted_median,
    types::{EpochError, EpochInput, EpochOutput},
    weights::{bond_weights, clip, effective_weights},
};

/// Runs Yuma consensus for one mechanism of a subnet.
///
/// Errors: the input describes no subnet. Time and memory are linear in uids and entries but for sorting.
pub fn epoch(input: &EpochInput<'_>) -> Result<EpochOutput, EpochError> {
    input.check()?;
    let n = input.len();
    let active: Vec<bool> = input
        .last_update
        .iter()
        .map(|updated| updated.saturating_add(input.activity_cutoff) >= input.block)
        .collect();
    let stake = normalized_stake(input);
    let permits = (0u16..)
        .zip(input.permits)
        .map(|(uid, permit)| *permit || input.owner == Some(uid))
        .collect::<Vec<_>>();
    let new_permits = next_permits(input, &stake);

    let mut active_stake: Vec<u64> = stake
        .iter()
        .zip(active.iter().zip(&permits))
        .map(|(stake, (active, permit))| if *active && *permit { *stake } else { 0 })
        .collect();
    normalize(&mut active_stake);

    let weights = effective_weights(input, &permits);
    let mut voters = active_stake.clone();
    normalize(&mut voters);
    let consensus = weighted_median(&weights, &voters, from_u16(input.kappa), n);
    let clipped = clip(&weights, &consensus);
    let trust: Vec<u64> = clipped
        .iter()
        .map(|row| row.iter().map(|entry| entry.1).fold(0, u64::saturating_add))
        .collect();

    let mut incentive = vec![0u64; n];
    for (row, stake) in clipped.iter().zip(&active_stake) {
        for (target, value) in row {
            if let Some(rank) = incentive.get_mut(usize::from(*target)) {
                *rank = rank.saturating_add(mul(*stake, *value));
            }
        }
    }
    normalize(&mut incentive);

    let followed = bond_weights(&weights, &clipped, input.bonds_penalty);
    let bonded = bonds::bond(input, &followed, &active_stake, &incentive, &consensus);
    let shares = Shares::new(&incentive, &bonded.dividends, &active_stake, &stake);
    let parts = |values: &[u64]| {
        values
            .iter()
            .map(|value| to_u16(*value))
            .collect::<Vec<u16>>()
    };
    let amounts = |values: &[u64]| {
        values
            .iter()
            .map(|value| part_of(*value, input.emission))
            .collect::<Vec<u64>>()
    };
    Ok(EpochOutput {
        active,
        stake_weight: parts(&stake),
        consensus: parts(&consensus),
        incentive: parts(&incentive),
        dividends: parts(&bonded.dividends),
        validator_trust: parts(&trust),
        bonds: bonds::to_stored(&bonded.bonds, &new_permits),
        permits: new_permits,
        server_emission: amounts(&shares.server),
        validator_emission: amounts(&shares.validator),
        emission: amounts(&shares.both),
    })
}

/// Stake as shares of the whole; stake below the threshold counts as none, but for the owner.
fn normalized_stake(input: &EpochInput<'_>) -> Vec<u64> {
    let filtered: Vec<u128> = (0u16..)
        .zip(input.stake)
        .map(|(uid, stake)| {
            let enough =
                *stake >> 32 >= u128::from(input.stake_threshold) || input.owner == Some(uid);
            if enough { *stake } else { 0 }
        })
        .collect();
    let total = filtered
        .iter()
        .fold(0u128, |sum, stake| sum.saturating_add(*stake));
    // Legal stake stays below 2^96, so the shift loses nothing.
    let share = |stake: &u128| {
        (stake.saturating_mul(1 << 32))
            .checked_div(total)
            .unwrap_or_default()
    };
    filtered
        .iter()
        .map(|stake| share(stake).try_into().unwrap_or(u64::MAX))
        .collect()
}

/// The largest stakes get a permit; of equal ones the higher uid.
fn next_permits(input: &EpochInput<'_>, stake: &[u64]) -> Vec<bool> {
    let mut permits: Vec<bool> = stake.iter().map(|stake| *stake > 0).collect();
    let without = stake
        .len()
        .saturating_sub(usize::from(input.max_validators));
    let mut order: Vec<usize> = (0..stake.len()).collect();
    order.sort_by_key(|uid| stake.get(*uid));
    for uid in order.into_iter().take(without) {
        if let Some(permit) = permits.get_mut(uid) {
            *permit = false;
        }
    }
    if let Some(permit) = input
        .owner
        .and_then(|uid| permits.get_mut(usize::from(uid)))
    {
        *permit = true;
    }
    permits
}

/// How the emission is divided.
struct Shares {
    server: Vec<u64>,
    validator: Vec<u64>,
    both: Vec<u64>,
}

impl Shares {
    /// Incentive and dividends together are the whole. Where nobody earned either, validators share by stake.
    fn new(incentive: &[u64], dividends: &[u64], active_stake: &[u64], stake: &[u64]) -> Self {
        let mut both: Vec<u64> = incentive
            .iter()
            .zip(dividends)
            .map(|(i, d)| i.saturating_add(*d))
            .collect();
        let sum = both
            .iter()
            .fold(0u64, |sum, value| sum.saturating_add(*value));
        if sum == 0 {
            let someone = active_stake.iter().any(|stake| *stake > 0);
            let fallback = if someone { active_stake } else { stake };
            return Self {
                server: vec![0; stake.len()],
                validator: fallback.to_vec(),
                both: fallback.to_vec(),
            };
        }
        let of_sum = |values: &[u64]| {
            values
                .iter()
                .map(|value| crate::fixed::div(*value, sum))
                .collect::<Vec<u64>>()
        };
        let (server, validator) = (of_sum(incentive), of_sum(dividends));
        normalize(&mut both);
        Self {
            server,
            validator,
            both,
        }
    }
}

/// Part of an amount, rounded down.
fn part_of(share: u64, amount: u64) -> u64 {
    ((u128::from(share) * u128::from(amount)) >> 32)
        .try_into()
        .unwrap_or(u64::MAX)
}
