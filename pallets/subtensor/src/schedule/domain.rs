//! The schedule of a subnet from its first to its last block.

use frame_support::traits::Get;
use subtensor_primitives::NetUid;

use crate::{
    Config, Schedule,
    domain::Domain,
    pallet::{
        BlocksSinceLastStep, LastEpochBlock, LastMechansimStepBlock, LastYumaStepBlock,
        PendingEpochAt, SubnetEpochIndex, Tempo,
    },
};

impl<T: Config> Domain<T> for Schedule<T> {
    /// Epochs of subnets are spread over the blocks of a tempo.
    fn open_subnet(netuid: NetUid, now: u64) {
        let tempo = T::InitialTempo::get();
        Tempo::<T>::insert(netuid, tempo);
        let offset = netuid.get().checked_rem(tempo).unwrap_or_default();
        LastEpochBlock::<T>::insert(netuid, now.saturating_sub(offset.into()));
    }

    fn forget_values(netuid: NetUid) {
        LastEpochBlock::<T>::remove(netuid);
        PendingEpochAt::<T>::remove(netuid);
        SubnetEpochIndex::<T>::remove(netuid);
        BlocksSinceLastStep::<T>::remove(netuid);
        LastMechansimStepBlock::<T>::remove(netuid);
        LastYumaStepBlock::<T>::remove(netuid);
    }
}
