//! A subnet that stops, and what is left of it here.

use frame_support::weights::WeightMeter;
use subtensor_primitives::NetUid;

use super::queue::Waiting;
use crate::{
    Config, Event, Pallet, Subnets, WeightInfo,
    domain::{Domain, HotkeySwap, spend},
    pallet::{
        FirstEmissionBlockNumber, LargestLocked, NetworkRegisteredAt, NetworkRegistrationQueue,
        NetworksAdded, ScalingLawPower, SubnetAccounts, SubnetIdentitiesV3, SubnetLocked,
        SubnetMechanism, SubnetOwner, SubnetOwnerHotkey, SubtokenEnabled, TokenSymbol,
        TotalNetworks, ValidatorPruneLen,
    },
};

impl<T: Config> Domain<T> for Subnets<T> {
    fn stop_subnet(netuid: NetUid) {
        NetworksAdded::<T>::remove(netuid);
        TotalNetworks::<T>::mutate(|count| *count = count.saturating_sub(1));
        SubtokenEnabled::<T>::remove(netuid);
    }

    fn forget_values(netuid: NetUid) {
        if SubnetIdentitiesV3::<T>::take(netuid).is_some() {
            Pallet::<T>::deposit_event(Event::SubnetIdentityRemoved(netuid));
        }
        SubnetOwner::<T>::remove(netuid);
        SubnetOwnerHotkey::<T>::remove(netuid);
        SubnetMechanism::<T>::remove(netuid);
        NetworkRegisteredAt::<T>::remove(netuid);
        TokenSymbol::<T>::remove(netuid);
        SubnetLocked::<T>::remove(netuid);
        LargestLocked::<T>::remove(netuid);
        ScalingLawPower::<T>::remove(netuid);
        ValidatorPruneLen::<T>::remove(netuid);
        FirstEmissionBlockNumber::<T>::remove(netuid);
    }

    fn weigh_hotkey_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        !Self::is_owner_hotkey(netuid, swap.old) || spend(meter, T::WeightInfo::swap_relative())
    }

    fn swap_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        if Self::is_owner_hotkey(netuid, swap.old) {
            Self::put_owner_hotkey(netuid, swap.new.clone());
        }
    }

    /// Creations that wait get the new one.
    fn swap_hotkey_everywhere(swap: &HotkeySwap<T::AccountId>) {
        let mut queue = NetworkRegistrationQueue::<T>::get();
        let is_named =
            |waiting: &Waiting<T>| waiting.hotkey == *swap.old && waiting.coldkey == *swap.coldkey;
        if queue.iter().any(is_named) {
            for waiting in queue.iter_mut().filter(|waiting| is_named(waiting)) {
                waiting.hotkey = swap.new.clone();
            }
            NetworkRegistrationQueue::<T>::put(queue);
        }
    }

    fn swap_coldkey(old: &T::AccountId, new: &T::AccountId) {
        for netuid in Self::netuids_with_rows() {
            if Self::owner(netuid) == *old {
                SubnetOwner::<T>::insert(netuid, new);
            }
        }
        Self::rename_waiting(old, new);
        Self::move_identity(old, new);
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        Self::check_owner_hotkeys()
    }
}

impl<T: Config> Subnets<T> {
    /// Notes that an account has a row on a subnet in a map that begins with the account, so that
    /// the row is found when the subnet is dissolved.
    pub(crate) fn note_account(netuid: NetUid, account: &T::AccountId) {
        SubnetAccounts::<T>::insert(netuid, account, ());
    }

    /// Takes out the accounts that were noted, one after the other. Whoever begins anew in the same
    /// block walks over all that are gone.
    pub(crate) fn drain_accounts(netuid: NetUid) -> impl Iterator<Item = T::AccountId> {
        SubnetAccounts::<T>::drain_prefix(netuid).map(|(account, ())| account)
    }

    /// Whether the accounts of rows like that are noted.
    #[cfg(feature = "try-runtime")]
    pub(crate) fn check_noted(
        mut rows: impl Iterator<Item = (T::AccountId, NetUid)>,
    ) -> Result<(), sp_runtime::TryRuntimeError> {
        let noted =
            rows.all(|(account, netuid)| SubnetAccounts::<T>::contains_key(netuid, account));
        frame_support::ensure!(noted, "an account is not in the index of a subnet");
        Ok(())
    }
}
