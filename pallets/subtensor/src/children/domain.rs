//! Child keys of a subnet that stops.

use frame_support::weights::WeightMeter;
use subtensor_primitives::NetUid;

#[cfg(feature = "try-runtime")]
use crate::Subnets;
use crate::{
    Children, Config, WeightInfo,
    domain::{Domain, drain},
    pallet::{ChildKeys, ChildkeyTake, ParentKeys, PendingChildKeys, PendingChildKeysCursor},
};

impl<T: Config> Domain<T> for Children<T> {
    fn stop_subnet(netuid: NetUid) {
        PendingChildKeysCursor::<T>::remove(netuid);
    }

    /// Children that were to come.
    fn forget_rows(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        let rows = PendingChildKeys::<T>::drain_prefix(netuid);
        drain(rows, T::WeightInfo::erase_row(), meter, |(hotkey, _)| {
            Self::forget_pending_children(&hotkey, &[netuid]);
        })
    }

    fn forget_account(netuid: NetUid, account: &T::AccountId) {
        ChildKeys::<T>::remove(account, netuid);
        ParentKeys::<T>::remove(account, netuid);
        ChildkeyTake::<T>::remove(account, netuid);
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        Self::check_child_keys()?;
        let relations = ChildKeys::<T>::iter_keys().chain(ParentKeys::<T>::iter_keys());
        Subnets::<T>::check_noted(relations.chain(ChildkeyTake::<T>::iter_keys()))
    }
}
