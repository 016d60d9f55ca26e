//! When a validator counts as inactive (spec 20 §6.2).

use subtensor_primitives::NetUid;

use crate::{Config, Schedule, Scores, pallet::ActivityCutoffFactorMilli};

/// Thousandths of a tempo in the activity cutoff.
const MILLI: u64 = 1_000;

impl<T: Config> Scores<T> {
    /// Blocks without weights until a validator is inactive.
    pub(crate) fn activity_cutoff(netuid: NetUid) -> u64 {
        Self::activity_cutoff_at(netuid, Schedule::<T>::tempo(netuid))
    }

    /// The same, for those who know the tempo of the subnet in blocks.
    pub(crate) fn activity_cutoff_at(netuid: NetUid, tempo: u64) -> u64 {
        u64::from(ActivityCutoffFactorMilli::<T>::get(netuid))
            .saturating_mul(tempo)
            .saturating_div(MILLI)
            .max(1)
    }
}
