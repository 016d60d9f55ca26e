//! Locks on a subnet that is dissolved: locked stake is paid out like any other.

use frame_support::weights::WeightMeter;
use subtensor_primitives::NetUid;

use crate::{
    Config, Locks, WeightInfo,
    domain::{Domain, drain},
    pallet::{
        DecayingHotkeyLock, DecayingLock, DecayingOwnerLock, HotkeyLock, Lock, LockingColdkeys,
        OwnerLock,
    },
};

impl<T: Config> Domain<T> for Locks<T> {
    fn forget_rows(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        let rows = LockingColdkeys::<T>::drain_prefix((netuid,));
        drain(
            rows,
            T::WeightInfo::erase_row(),
            meter,
            |((hotkey, coldkey), ())| {
                Lock::<T>::remove((&coldkey, netuid, &hotkey));
                DecayingLock::<T>::remove(&coldkey, netuid);
                HotkeyLock::<T>::remove(netuid, &hotkey);
                DecayingHotkeyLock::<T>::remove(netuid, &hotkey);
            },
        )
    }

    fn forget_values(netuid: NetUid) {
        OwnerLock::<T>::remove(netuid);
        DecayingOwnerLock::<T>::remove(netuid);
    }
}
