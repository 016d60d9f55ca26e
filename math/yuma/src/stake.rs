//! Who counts with how much (spec 20 §5.5, §5.6, §6.2, §6.5, §6.6).

#[cfg(test)]
mod tests;

use alloc::vec::Vec;

use crate::{
    q32::{ONE, normalize, to_u16},
    types::EpochInput,
    workspace::{Workspace, refill},
};

/// Fills the stake, the permits and the activity of everybody.
pub(crate) fn weigh(input: &EpochInput<'_>, work: &mut Workspace) {
    let shares = shares(input.stake, input.stake_threshold, input.owner);
    refill(&mut work.stake, shares);

    refill(
        &mut work.output.active,
        input
            .last_update
            .iter()
            .map(|updated| updated.saturating_add(input.activity_cutoff) >= input.block),
    );
    refill(
        &mut work.permits,
        (0u16..)
            .zip(input.permits)
            .map(|(uid, permit)| *permit || input.owner == Some(uid)),
    );
    let flags = work.output.active.iter().zip(&work.permits);
    let active = work
        .stake
        .iter()
        .zip(flags)
        .map(|(stake, (active, permit))| if *active && *permit { *stake } else { 0 });
    refill(&mut work.active_stake, active);
    normalize(&mut work.active_stake);
    refill(&mut work.voters, work.active_stake.iter().copied());
    normalize(&mut work.voters);
    permit_largest(input, work);
}

/// Shares in the stake that counts, 2^-32.
fn shares(stake: &[u128], threshold: u64, owner: Option<u16>) -> impl Iterator<Item = u64> {
    let counts =
        move |uid: u16, stake: u128| stake >> 32 >= u128::from(threshold) || owner == Some(uid);
    let counted = (0u16..)
        .zip(stake)
        .map(move |(uid, stake)| if counts(uid, *stake) { *stake } else { 0 });
    let total: u128 = counted.clone().sum();
    counted.map(move |stake| share(stake, total))
}

/// Scores of the stake alone, of 65535: [`crate::EpochOutput::stake_weight`] of an epoch with that
/// stake, threshold and owner.
pub fn stake_weights(stake: &[u128], threshold: u64, owner: Option<u16>) -> Vec<u16> {
    shares(stake, threshold, owner).map(to_u16).collect()
}

/// Floor of stake/total in 2^-32, bit by bit: division of 128 bits is far slower than 32
/// subtractions.
fn share(stake: u128, total: u128) -> u64 {
    if total == 0 {
        return 0;
    }
    if stake == total {
        return ONE;
    }
    let (mut quotient, mut rest) = (0, stake);
    for _ in 0..32 {
        rest <<= 1;
        quotient <<= 1;
        if rest >= total {
            rest -= total;
            quotient |= 1;
        }
    }
    quotient
}

/// The largest stakes get a permit; of equal ones the higher uid.
fn permit_largest(input: &EpochInput<'_>, work: &mut Workspace) {
    let stake = &work.stake;
    let permits = &mut work.output.permits;
    refill(permits, stake.iter().map(|stake| *stake > 0));
    let without = stake
        .len()
        .saturating_sub(usize::from(input.max_validators));
    refill(&mut work.order, (0u16..).zip(stake).map(|(uid, _)| uid));
    work.order
        .sort_unstable_by_key(|uid| (crate::workspace::at(stake, *uid), *uid));
    for uid in work.order.iter().take(without) {
        if let Some(permit) = permits.get_mut(usize::from(*uid)) {
            *permit = false;
        }
    }
    if let Some(permit) = input
        .owner
        .and_then(|uid| permits.get_mut(usize::from(uid)))
    {
        *permit = true;
    }
}
