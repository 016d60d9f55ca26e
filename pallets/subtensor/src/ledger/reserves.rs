//! The reserves of the pools, for the swap pallet.

use alloc::vec::Vec;
use subtensor_primitives::{AlphaBalance, NetUid, PoolReserves, TaoBalance};

use crate::{Config, Ledger, Subnets};

impl<T: Config> PoolReserves for Ledger<T> {
    fn tao(netuid: NetUid) -> TaoBalance {
        Self::pool_tao(netuid)
    }

    fn alpha(netuid: NetUid) -> AlphaBalance {
        Self::pool_alpha(netuid)
    }

    fn mechanism(netuid: NetUid) -> u16 {
        Subnets::<T>::pricing(netuid)
    }

    fn exists(netuid: NetUid) -> bool {
        Subnets::<T>::subnet_exists(netuid)
    }

    fn netuids() -> Vec<NetUid> {
        Subnets::<T>::subnet_netuids()
    }
}
