//! Runs an epoch and stores it (spec 20 §9, §10): everything is read, then everything decided, then
//! everything written, so an epoch that cannot run changes nothing.

use alloc::vec::Vec;
use sp_runtime::PerU16;
use subtensor_primitives::{AlphaBalance, NetUidStorageIndex};
use subtensor_yuma::EpochOutput;

use super::{
    snapshot::{Inconsistency, Snapshot},
    whole::Whole,
};
use crate::{
    Config, EpochConsensus, Event, Mechanisms, Pallet, Scores,
    pallet::{Bonds, ConsensusByMechanism, Incentive},
};

/// What an epoch says of one hotkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earned<AccountId> {
    pub hotkey: AccountId,
    /// As a miner, rao of alpha.
    pub incentive: AlphaBalance,
    /// As a validator, rao of alpha.
    pub dividend: AlphaBalance,
}

impl<T: Config> Scores<T> {
    /// Runs the epoch of a subnet over `emission` rao of alpha on its state, which has been read,
    /// and stores its scores, permits and bonds. Pays nobody. Returns what every hotkey earned, in
    /// the order of the hotkeys.
    ///
    /// Errors: the state is inconsistent; nothing has been changed.
    pub fn run_epoch(
        snapshot: &Snapshot<T>,
        emission: AlphaBalance,
    ) -> Result<Vec<Earned<T::AccountId>>, Inconsistency> {
        match snapshot.consensus {
            EpochConsensus::Yuma => Self::run_yuma(snapshot, emission.to_u64()),
            EpochConsensus::Null => Ok(Self::run_null(snapshot, emission.to_u64())),
        }
    }

    fn run_yuma(
        snapshot: &Snapshot<T>,
        emission: u64,
    ) -> Result<Vec<Earned<T::AccountId>>, Inconsistency> {
        let netuid = snapshot.netuid;
        let parts = Mechanisms::<T>::mechanism_parts(netuid, emission);
        let outputs = snapshot.decide(&parts)?;

        for (mechanism, output) in snapshot.mechanisms.iter().zip(&outputs) {
            Self::store_mechanism(mechanism.index, output);
        }
        let whole = Whole::of(snapshot.members().len(), &parts, &outputs);
        let earned = whole.earned(snapshot.members());
        whole.store::<T>(netuid);
        Ok(earned)
    }

    /// Writes what belongs to one mechanism; of the bonds only rows that changed or are not there
    /// yet. Every uid has a row after an epoch, if only an empty one (spec 20 §2 I8, §10.1):
    /// clients list them.
    fn store_mechanism(index: NetUidStorageIndex, output: &EpochOutput) {
        for (uid, row) in (0u16..).zip(output.bonds.as_rows().iter()) {
            if Bonds::<T>::try_get(index, uid).ok().as_deref() != Some(row) {
                Bonds::<T>::insert(index, uid, row);
            }
        }
        let consensus = output.consensus.iter().copied().map(PerU16::from_parts);
        ConsensusByMechanism::<T>::insert(index, consensus.collect::<Vec<_>>());
        Self::store_miners(index, &output.incentive, &output.server_emission);
    }

    /// Writes the shares of miners on a mechanism, and says what they earned, rao.
    pub(super) fn store_miners(index: NetUidStorageIndex, shares: &[u16], amounts: &[u64]) {
        Incentive::<T>::insert(index, shares);
        let emissions = amounts.iter().copied().map(AlphaBalance::new).collect();
        Pallet::<T>::deposit_event(Event::IncentiveAlphaEmittedToMiners {
            netuid: index,
            emissions,
        });
    }
}
