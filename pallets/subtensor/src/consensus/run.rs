//! Runs an epoch and stores it (spec 20 §9, §10): everything is read, then everything decided, then everything written,
//! so an epoch that cannot run changes nothing.

use alloc::vec::Vec;
use subtensor_primitives::{AlphaBalance, NetUid, NetUidStorageIndex};
use subtensor_yuma::{EpochOutput, Rows};

use super::{
    snapshot::{Inconsistency, Snapshot},
    whole::Whole,
};
use crate::{Config, Event, Pallet, pallet::*};

/// What an epoch says of one hotkey: incentive and dividend, rao of alpha.
pub type Earned<T> = (
    <T as frame_system::Config>::AccountId,
    AlphaBalance,
    AlphaBalance,
);

impl<T: Config> Pallet<T> {
    /// Runs the epoch of a subnet over `emission` rao of alpha, and stores its scores, permits and bonds. Pays nobody.
    /// Returns what every hotkey earned, in the order of the hotkeys.
    ///
    /// Errors: the state is inconsistent; nothing has been changed.
    pub fn run_epoch(
        netuid: NetUid,
        emission: AlphaBalance,
    ) -> Result<Vec<Earned<T>>, Inconsistency> {
        Self::run_epoch_on(&Snapshot::read(netuid)?, emission)
    }

    /// Like [`Self::run_epoch`], on a state that has been read.
    pub(crate) fn run_epoch_on(
        snapshot: &Snapshot<T>,
        emission: AlphaBalance,
    ) -> Result<Vec<Earned<T>>, Inconsistency> {
        let netuid = snapshot.netuid;
        let parts = Self::mechanism_parts(netuid, emission.to_u64());
        let outputs = snapshot.decide(&parts)?;

        for (mechanism, output) in snapshot.mechanisms.iter().zip(&outputs) {
            Self::store_mechanism(mechanism.index, output, mechanism.bonds.as_rows());
        }
        let whole = Whole::of(snapshot.members().len(), &parts, &outputs);
        let earned = whole.earned(snapshot.members());
        whole.store::<T>(netuid);
        Ok(earned)
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
