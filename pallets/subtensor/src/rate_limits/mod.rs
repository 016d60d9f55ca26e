//! When accounts and subnets may act again (spec 30 §14).

pub mod storage;

use subtensor_primitives::NetUid;

use crate::{Config, Pallet, pallet::*};

impl<T: Config> Pallet<T> {
    /// Whether the epoch of a subnet is so near that its owner may not change hyperparameters.
    pub fn is_in_admin_freeze_window(netuid: NetUid) -> bool {
        let window = u64::from(AdminFreezeWindow::<T>::get());
        !netuid.is_root()
            && Self::blocks_until_next_auto_epoch(netuid, Self::current_block()) < window
    }
}
