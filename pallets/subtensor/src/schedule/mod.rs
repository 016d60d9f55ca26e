//! The schedule of a subnet: its tempo, when its epoch is due, and when its owner may change
//! nothing (spec 10 §12, §19.1).

mod domain;
mod due;
pub mod storage;
mod tempo;

use crate::{
    Config,
    pallet::{LastMechansimStepBlock, LastYumaStepBlock, SubnetEpochIndex, Tempo},
};
use core::marker::PhantomData;
use subtensor_primitives::NetUid;

/// When epochs run.
pub struct Schedule<T>(PhantomData<T>);

impl<T: Config> Schedule<T> {
    /// Number of the current block.
    pub fn current_block() -> u64 {
        use sp_runtime::traits::UniqueSaturatedInto;
        frame_system::Pallet::<T>::block_number().unique_saturated_into()
    }

    /// Blocks between two epochs of a subnet; 0 for one without epochs.
    pub(crate) fn tempo(netuid: NetUid) -> u64 {
        Tempo::<T>::get(netuid).into()
    }

    /// Block of the last epoch of Yuma consensus that succeeded; 0: none.
    pub(crate) fn last_yuma_step(netuid: NetUid) -> u64 {
        LastYumaStepBlock::<T>::get(netuid)
            .unwrap_or_else(|| LastMechansimStepBlock::<T>::get(netuid))
    }

    /// Number of epochs of a subnet so far.
    pub fn epoch_index(netuid: NetUid) -> u64 {
        SubnetEpochIndex::<T>::get(netuid)
    }

    /// The same with the epoch that is due in this block, if one is and has not run (spec 40 §7.1):
    /// the epoch that a commit of this block belongs to.
    pub(crate) fn epoch_index_ahead(netuid: NetUid) -> u64 {
        let is_due = Self::due_since(netuid, Self::current_block()).is_some();
        Self::epoch_index(netuid).saturating_add(is_due.into())
    }
}
