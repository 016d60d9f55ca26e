//! The results of all mechanisms of a subnet together (spec 20 §9.3).

use alloc::{vec, vec::Vec};
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, MechId, NetUid};
use subtensor_yuma::EpochOutput;

use super::run::Earned;
use crate::{
    Config,
    pallet::{
        Active, Consensus, Dividends, Emission, StakeWeight, ValidatorPermit, ValidatorTrust,
    },
};

/// Amounts are summed, scores weighted by the mechanism's part of the emission.
pub(super) struct Whole {
    pub sum: EpochOutput,
}

/// Weight of a mechanism's scores. Without any emission the first mechanism counts alone.
fn share_of(mechanism: MechId, part: u64, emission: u64) -> U64F64 {
    if emission == 0 && mechanism == MechId::MAIN {
        U64F64::ONE
    } else {
        U64F64::from_ratio(part, emission)
    }
}

fn add_scores(sums: &mut [u16], scores: &[u16], share: U64F64) {
    for (sum, score) in sums.iter_mut().zip(scores) {
        let weighted = U64F64::from_num(u64::from(*score)).saturating_mul(share);
        let total = U64F64::from_num(u64::from(*sum)).saturating_add(weighted);
        *sum = total.to_u64().try_into().unwrap_or(u16::MAX);
    }
}

fn add_amounts(sums: &mut [u64], amounts: &[u64]) {
    for (sum, amount) in sums.iter_mut().zip(amounts) {
        *sum = sum.saturating_add(*amount);
    }
}

fn add_flags(sums: &mut [bool], flags: &[bool]) {
    for (sum, flag) in sums.iter_mut().zip(flags) {
        *sum |= *flag;
    }
}

impl Whole {
    /// Puts together what the mechanisms of a subnet of `uids` uids decided with these parts of the
    /// emission, rao.
    pub(super) fn of(uids: usize, parts: &[(MechId, u64)], outputs: &[EpochOutput]) -> Self {
        let mut whole = Self {
            sum: EpochOutput {
                active: vec![false; uids],
                permits: vec![false; uids],
                stake_weight: vec![0; uids],
                consensus: vec![0; uids],
                dividends: vec![0; uids],
                validator_trust: vec![0; uids],
                server_emission: vec![0; uids],
                validator_emission: vec![0; uids],
                emission: vec![0; uids],
                ..Default::default()
            },
        };
        let emission = parts
            .iter()
            .fold(0u64, |sum, (_, part)| sum.saturating_add(*part));
        for ((mechanism, part), output) in parts.iter().zip(outputs) {
            whole.add(output, share_of(*mechanism, *part, emission));
        }
        whole
    }

    fn add(&mut self, output: &EpochOutput, share: U64F64) {
        let sum = &mut self.sum;
        add_scores(&mut sum.stake_weight, &output.stake_weight, share);
        add_scores(&mut sum.consensus, &output.consensus, share);
        add_scores(&mut sum.dividends, &output.dividends, share);
        add_scores(&mut sum.validator_trust, &output.validator_trust, share);
        add_amounts(&mut sum.server_emission, &output.server_emission);
        add_amounts(&mut sum.validator_emission, &output.validator_emission);
        add_amounts(&mut sum.emission, &output.emission);
        add_flags(&mut sum.active, &output.active);
        add_flags(&mut sum.permits, &output.permits);
    }

    /// What each hotkey earned as a miner and as a validator, in the order of the hotkeys.
    pub(super) fn earned<AccountId: Clone>(
        &self,
        members: &[(AccountId, u16)],
    ) -> Vec<Earned<AccountId>> {
        let of = |amounts: &[u64], uid: u16| {
            let amount = amounts.get(usize::from(uid)).copied();
            AlphaBalance::new(amount.unwrap_or_default())
        };
        members
            .iter()
            .map(|(hotkey, uid)| Earned {
                hotkey: hotkey.clone(),
                incentive: of(&self.sum.server_emission, *uid),
                dividend: of(&self.sum.validator_emission, *uid),
            })
            .collect()
    }

    pub(super) fn store<T: Config>(self, netuid: NetUid) {
        let sum = self.sum;
        let emission: Vec<AlphaBalance> = sum.emission.into_iter().map(AlphaBalance::new).collect();
        Active::<T>::insert(netuid, sum.active);
        Emission::<T>::insert(netuid, emission);
        Consensus::<T>::insert(netuid, sum.consensus);
        Dividends::<T>::insert(netuid, sum.dividends);
        ValidatorTrust::<T>::insert(netuid, sum.validator_trust);
        ValidatorPermit::<T>::insert(netuid, sum.permits);
        StakeWeight::<T>::insert(netuid, sum.stake_weight);
    }
}
