//! The reserves of the pools, for the swap pallet.

use alloc::vec::Vec;
use subtensor_primitives::{AlphaBalance, NetUid, PoolReserves, TaoBalance};

use crate::{Config, Pallet, pallet::*};

impl<T: Config> PoolReserves for Pallet<T> {
    fn tao(netuid: NetUid) -> TaoBalance {
        SubnetTAO::<T>::get(netuid)
    }

    fn alpha(netuid: NetUid) -> AlphaBalance {
        SubnetAlphaIn::<T>::get(netuid)
    }

    fn mechanism(netuid: NetUid) -> u16 {
        SubnetMechanism::<T>::get(netuid)
    }

    fn exists(netuid: NetUid) -> bool {
        Self::subnet_exists(netuid)
    }

    fn netuids() -> Vec<NetUid> {
        Self::subnet_netuids()
    }
}
