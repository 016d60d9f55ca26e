//! One epoch from state to decisions (spec 20 §6 and §8).

use crate::{
    bonds,
    error::EpochError,
    median,
    q32::{div, mul_wide, normalize, to_u16},
    stake,
    types::{EpochInput, EpochOutput},
    weights,
    workspace::{Workspace, refill},
};

/// Runs Yuma consensus for one mechanism of a subnet. The output stays in the workspace until its
/// next epoch.
///
/// Time and memory are linear in uids and entries, but for sorting the uids by stake.
///
/// Errors: the input describes no subnet; the workspace keeps what it had.
pub fn epoch<'w>(
    input: &EpochInput<'_>,
    work: &'w mut Workspace,
) -> Result<&'w EpochOutput, EpochError> {
    input.check()?;
    stake::weigh(input, work);
    weights::read(input, work);
    median::reach_consensus(input.kappa, work);
    weights::rank(work);
    bonds::bond(input, work);
    pay(input.emission, work);

    let output = &mut work.output;
    for (scores, values) in [
        (&mut output.stake_weight, &work.stake),
        (&mut output.consensus, &work.consensus),
        (&mut output.incentive, &work.incentive),
        (&mut output.dividends, &work.dividends),
        (&mut output.validator_trust, &work.trust),
    ] {
        refill(scores, values.iter().map(|value| to_u16(*value)));
    }
    Ok(&work.output)
}

/// Divides the emission: incentive and dividends together are the whole. Where nobody earned
/// either, validators share by stake.
fn pay(emission: u64, work: &mut Workspace) {
    let output = &mut work.output;
    let sum: u64 = work.incentive.iter().chain(&work.dividends).sum();
    if sum == 0 {
        let someone = work.active_stake.iter().any(|stake| *stake > 0);
        let shares = if someone {
            &work.active_stake
        } else {
            &work.stake
        };
        let amounts = || shares.iter().map(|share| mul_wide(emission, *share));
        refill(&mut output.server_emission, shares.iter().map(|_| 0));
        refill(&mut output.validator_emission, amounts());
        refill(&mut output.emission, amounts());
        return;
    }
    for (amounts, shares) in [
        (&mut output.server_emission, &work.incentive),
        (&mut output.validator_emission, &work.dividends),
    ] {
        let part = |share: &u64| mul_wide(emission, div(*share, sum));
        refill(amounts, shares.iter().map(part));
    }
    let both = work.incentive.iter().zip(&work.dividends);
    refill(
        &mut work.both,
        both.map(|(incentive, dividend)| incentive + dividend),
    );
    normalize(&mut work.both);
    let amounts = work.both.iter().map(|share| mul_wide(emission, *share));
    refill(&mut output.emission, amounts);
}
