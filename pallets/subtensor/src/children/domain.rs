//! Child keys of a subnet that stops.

use frame_support::weights::WeightMeter;
use sp_runtime::DispatchResult;
use subtensor_primitives::NetUid;

#[cfg(feature = "try-runtime")]
use crate::Subnets;
use crate::{
    Children, Config, WeightInfo,
    domain::{Domain, HotkeySwap, drain},
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

    fn check_hotkey_swap(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) -> DispatchResult {
        Ok(Self::check_swap(netuid, swap)?)
    }

    fn weigh_hotkey_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        Self::weigh_swap(netuid, swap, meter)
    }

    fn swap_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        Self::swap_relations(netuid, swap);
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        Self::check_child_keys()?;
        let relations = ChildKeys::<T>::iter_keys().chain(ParentKeys::<T>::iter_keys());
        Subnets::<T>::check_noted(relations.chain(ChildkeyTake::<T>::iter_keys()))
    }
}
