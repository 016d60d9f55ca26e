//! Runs an epoch and stores it (spec 20 §9, §10).

use alloc::{collections::BTreeMap, vec, vec::Vec};
use subtensor_fixed::U64F64;
use subtensor_primitives::{AlphaBalance, MechId, NetUid, NetUidStorageIndex};
use subtensor_yuma::{EpochOutput, Rows, Workspace};

use super::snapshot::Snapshot;
use crate::{Config, Event, Pallet, pallet::*};

impl<T: Config> Pallet<T> {
    /// Runs the epoch of a subnet over `emission` rao of alpha. Returns for every uid, in the order of the hotkeys,
    /// what it earned as a miner and as a validator, and of how many hotkeys the stake was read.
    pub(crate) fn run_epoch(
        netuid: NetUid,
        emission: AlphaBalance,
    ) -> (Vec<(T::AccountId, AlphaBalance, AlphaBalance)>, u32) {
        let snapshot = Snapshot::<T>::read(netuid);
        let mut whole = Whole::new(snapshot.hotkeys.len());
        let mut work = Workspace::default();
        for (mechanism, part) in Self::mechanism_parts(netuid, emission.to_u64()) {
            let index = NetUidStorageIndex::from_parts(netuid, mechanism);
            let state = snapshot.mechanism(netuid, index);
            match subtensor_yuma::epoch(&snapshot.input(netuid, &state, part), &mut work) {
                Ok(output) => {
                    Self::store_mechanism(index, output, state.bonds());
                    whole.add(
                        output,
                        U64F64::from_ratio(part, emission.to_u64()),
                        mechanism,
                    );
                }
                Err(error) => {
                    log::error!(target: "consensus", "epoch of {netuid} has no consistent state: {error:?}")
                }
            }
        }
        let earned = whole.earned(snapshot.hotkeys);
        whole.store::<T>(netuid);
        (earned, snapshot.stakers)
    }

    /// Writes what belongs to one mechanism; of the bonds only rows that changed.
    fn store_mechanism(index: NetUidStorageIndex, output: &EpochOutput, old_bonds: Rows<'_>) {
        let rows = output.bonds.as_rows().iter().zip(old_bonds.iter());
        let changed = (0u16..).zip(rows).filter(|(_, (row, old))| row != old);
        for (uid, (row, _)) in changed {
            if row.is_empty() {
                Bonds::<T>::remove(index, uid);
            } else {
                Bonds::<T>::insert(index, uid, row);
            }
        }
        Incentive::<T>::insert(index, &output.incentive);
        let emissions = output
            .server_emission
            .iter()
            .copied()
            .map(AlphaBalance::new)
            .collect();
        Self::deposit_event(Event::IncentiveAlphaEmittedToMiners {
            netuid: index,
            emissions,
        });
    }
}

/// Results over all mechanisms: amounts are summed, scores weighted by the mechanism's part of the emission.
struct Whole {
    sum: EpochOutput,
}

impl Whole {
    fn new(n: usize) -> Self {
        Self {
            sum: EpochOutput {
                active: vec![false; n],
                permits: vec![false; n],
                stake_weight: vec![0; n],
                consensus: vec![0; n],
                dividends: vec![0; n],
                validator_trust: vec![0; n],
                server_emission: vec![0; n],
                validator_emission: vec![0; n],
                emission: vec![0; n],
                ..Default::default()
            },
        }
    }

    /// Without any emission the first mechanism counts alone.
    fn add(&mut self, output: &EpochOutput, share: U64F64, mechanism: MechId) {
        let nothing = self.sum.emission.iter().all(|amount| *amount == 0) && share.is_zero();
        let share = if nothing && mechanism == MechId::MAIN {
            U64F64::ONE
        } else {
            share
        };
        let sum = &mut self.sum;
        for (target, source) in [
            (&mut sum.stake_weight, &output.stake_weight),
            (&mut sum.consensus, &output.consensus),
            (&mut sum.dividends, &output.dividends),
            (&mut sum.validator_trust, &output.validator_trust),
        ] {
            for (score, part) in target.iter_mut().zip(source) {
                let weighted = U64F64::from_num(u64::from(*part)).saturating_mul(share);
                let total = U64F64::from_num(u64::from(*score))
                    .saturating_add(weighted)
                    .to_u64();
                *score = total.try_into().unwrap_or(u16::MAX);
            }
        }
        for (target, source) in [
            (&mut sum.server_emission, &output.server_emission),
            (&mut sum.validator_emission, &output.validator_emission),
            (&mut sum.emission, &output.emission),
        ] {
            target
                .iter_mut()
                .zip(source)
                .for_each(|(amount, part)| *amount = amount.saturating_add(*part));
        }
        for (target, source) in [
            (&mut sum.active, &output.active),
            (&mut sum.permits, &output.permits),
        ] {
            target
                .iter_mut()
                .zip(source)
                .for_each(|(flag, other)| *flag |= *other);
        }
    }

    fn earned<AccountId: Ord>(
        &self,
        hotkeys: Vec<AccountId>,
    ) -> Vec<(AccountId, AlphaBalance, AlphaBalance)> {
        let amounts = self
            .sum
            .server_emission
            .iter()
            .zip(&self.sum.validator_emission);
        let by_hotkey: BTreeMap<AccountId, (u64, u64)> = hotkeys
            .into_iter()
            .zip(amounts.map(|(server, validator)| (*server, *validator)))
            .collect();
        by_hotkey
            .into_iter()
            .map(|(hotkey, (server, validator))| {
                (
                    hotkey,
                    AlphaBalance::new(server),
                    AlphaBalance::new(validator),
                )
            })
            .collect()
    }

    fn store<T: Config>(self, netuid: NetUid) {
        let sum = self.sum;
        Active::<T>::insert(netuid, sum.active);
        Emission::<T>::insert(
            netuid,
            sum.emission
                .into_iter()
                .map(AlphaBalance::new)
                .collect::<Vec<_>>(),
        );
        Consensus::<T>::insert(netuid, sum.consensus);
        Dividends::<T>::insert(netuid, sum.dividends);
        ValidatorTrust::<T>::insert(netuid, sum.validator_trust);
        ValidatorPermit::<T>::insert(netuid, sum.permits);
        StakeWeight::<T>::insert(netuid, sum.stake_weight);
    }
}
