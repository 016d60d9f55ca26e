//! Which subnet has to go for another (spec 30 §6.7).

use subtensor_primitives::NetUid;

use crate::{
    Coinbase, Config, Subnets,
    pallet::{NetworkImmunityPeriod, NetworkRegisteredAt},
};

impl<T: Config> Subnets<T> {
    /// The subnet with the lowest moving price that is no longer immune; of equals the oldest, of
    /// those the one with the lowest netuid.
    pub(crate) fn subnet_to_prune(now: u64) -> Option<NetUid> {
        let immunity = NetworkImmunityPeriod::<T>::get();
        Self::subnet_netuids()
            .into_iter()
            .filter(|netuid| !netuid.is_root())
            .map(|netuid| (netuid, NetworkRegisteredAt::<T>::get(netuid)))
            .filter(|(_, registered)| now >= registered.saturating_add(immunity))
            .min_by_key(|(netuid, registered)| (Coinbase::<T>::moving_price(*netuid), *registered))
            .map(|(netuid, _)| netuid)
    }
}
