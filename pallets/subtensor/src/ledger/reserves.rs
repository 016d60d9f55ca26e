//! The reserves of the pools, for the swap pallet.

use alloc::vec::Vec;
use subtensor_primitives::{AlphaBalance, NetUid, PoolReserves, TaoBalance};

use crate::{
    Config, Ledger, Subnets,
    pallet::{SubnetAlphaIn, SubnetMechanism, SubnetTAO},
};

impl<T: Config> PoolReserves for Ledger<T> {
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
        Subnets::<T>::subnet_exists(netuid)
    }

    fn netuids() -> Vec<NetUid> {
        Subnets::<T>::subnet_netuids()
    }
}
