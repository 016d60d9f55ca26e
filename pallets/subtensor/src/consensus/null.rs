//! An epoch of Null consensus (spec 90 §15.3): the uid with the largest stake says alone what
//! miners earn, validators earn by stake. Bonds are neither read nor written.

use alloc::{vec, vec::Vec};
use subtensor_null::{Input, Mechanism, Output};
use subtensor_yuma::EpochOutput;

use super::{run::Earned, snapshot::Snapshot, whole::Whole};
use crate::{Config, Mechanisms, Scores};

impl<T: Config> Snapshot<T> {
    /// What the engine decides, given the parts of the mechanisms in what miners and validators
    /// earn, rao.
    fn decide_null(&self, miners: &[u64], validators: &[u64]) -> Output {
        let winner = self.winner.map(usize::from);
        let pots = miners.iter().zip(validators);
        let mechanisms: Vec<Mechanism<'_>> = self
            .mechanisms
            .iter()
            .zip(pots)
            .map(|(mechanism, (miners, validators))| {
                let row = winner.map(|uid| mechanism.weights.as_rows().row(uid));
                let last_update = winner.and_then(|uid| mechanism.last_update.get(uid));
                Mechanism {
                    row: row.unwrap_or_default(),
                    last_update: last_update.copied().unwrap_or_default(),
                    miners: *miners,
                    validators: *validators,
                }
            })
            .collect();
        subtensor_null::epoch(&Input {
            stake: &self.stake,
            stake_threshold: self.rules.stake_threshold,
            registered: &self.registered,
            mechanisms: &mechanisms,
        })
    }

    /// Who set weights lately on any mechanism.
    fn active(&self) -> Vec<bool> {
        let is_recent =
            |block: &u64| block.saturating_add(self.rules.activity_cutoff) >= self.rules.block;
        let mut active = vec![false; self.stake.len()];
        for mechanism in &self.mechanisms {
            for (slot, block) in active.iter_mut().zip(&mechanism.last_update) {
                *slot |= is_recent(block);
            }
        }
        active
    }
}

impl<T: Config> Scores<T> {
    /// Runs the epoch over `emission` rao, half of it for miners, and stores what it decides.
    pub(super) fn run_null(snapshot: &Snapshot<T>, emission: u64) -> Vec<Earned<T::AccountId>> {
        let netuid = snapshot.netuid;
        let miners = emission / 2;
        let parts = |pot| -> Vec<u64> {
            let parts = Mechanisms::<T>::mechanism_parts(netuid, pot);
            parts.into_iter().map(|(_, part)| part).collect()
        };
        let validators = parts(emission.saturating_sub(miners));
        let output = snapshot.decide_null(&parts(miners), &validators);

        let uids = snapshot.stake.len();
        let mut server_emission = vec![0u64; uids];
        for (mechanism, miners) in snapshot.mechanisms.iter().zip(&output.miners) {
            Self::store_miners(mechanism.index, &miners.shares, &miners.amounts);
            for (sum, amount) in server_emission.iter_mut().zip(&miners.amounts) {
                *sum = sum.saturating_add(*amount);
            }
        }
        let validator_emission = output.validators.amounts;
        let both = server_emission.iter().zip(&validator_emission);
        let whole = Whole {
            sum: EpochOutput {
                active: snapshot.active(),
                permits: Self::permits_of(uids, snapshot.winner),
                stake_weight: subtensor_yuma::stake_weights(
                    &snapshot.stake,
                    snapshot.rules.stake_threshold,
                    snapshot.owner,
                ),
                consensus: vec![0; uids],
                dividends: output.validators.shares,
                validator_trust: vec![0; uids],
                emission: both
                    .map(|(miner, validator)| miner.saturating_add(*validator))
                    .collect(),
                server_emission,
                validator_emission,
                ..Default::default()
            },
        };
        let earned = whole.earned(snapshot.members());
        whole.store::<T>(netuid);
        earned
    }
}
