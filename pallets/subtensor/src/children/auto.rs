//! Root validators become parents of the owner hotkey of each new subnet, unless they opted out
//! (spec 50 §9.5).

use alloc::vec;
use frame_support::ensure;
use sp_runtime::DispatchResult;
use subtensor_primitives::NetUid;

use crate::{
    Children, Config, Error, Event, Hotkeys, Neurons, Pallet, pallet::AutoParentDelegationEnabled,
    shares::Prices,
};

impl<T: Config> Children<T> {
    /// Lends the whole stake of every root validator that lets it to the owner hotkey of a new
    /// subnet. As the subnet has not started, they are parents at once. Whoever may not name
    /// children now is left out.
    pub(crate) fn delegate_root_to_owner(netuid: NetUid, owner_hotkey: &T::AccountId) {
        let mut prices = Prices::default();
        for hotkey in Neurons::<T>::hotkeys(NetUid::ROOT) {
            if hotkey == *owner_hotkey || !AutoParentDelegationEnabled::<T>::get(&hotkey) {
                continue;
            }
            let coldkey = Hotkeys::<T>::owner_of(&hotkey);
            let children = vec![(u64::MAX, owner_hotkey.clone())];
            if let Err(error) =
                Self::set_children_at(&coldkey, &hotkey, netuid, children, &mut prices)
            {
                log::debug!(target: "staking", "{hotkey:?} is no parent on {netuid}: {error:?}");
            }
        }
    }

    /// Decides whether a root validator becomes a parent on new subnets.
    pub(crate) fn do_set_auto_parent_delegation(
        coldkey: &T::AccountId,
        hotkey: T::AccountId,
        enabled: bool,
    ) -> DispatchResult {
        ensure!(
            Hotkeys::<T>::coldkey_owns_hotkey(coldkey, &hotkey),
            Error::<T>::NonAssociatedColdKey
        );
        ensure!(
            Neurons::<T>::is_registered(NetUid::ROOT, &hotkey),
            Error::<T>::HotKeyNotRegisteredInSubNet
        );
        AutoParentDelegationEnabled::<T>::insert(&hotkey, enabled);
        Pallet::<T>::deposit_event(Event::AutoParentDelegationEnabledSet { hotkey, enabled });
        Ok(())
    }
}
