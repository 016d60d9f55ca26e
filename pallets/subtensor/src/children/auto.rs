//! Root validators lend all their stake to the owner hotkey of every subnet on which they have not
//! named children themselves, unless they opted out (spec 90 §18). What they lend like that begins
//! with their seat and ends with it.

use alloc::{vec, vec::Vec};
use frame_support::ensure;
use sp_runtime::DispatchResult;
use subtensor_primitives::NetUid;

use super::{MAX_PARENTS, relations::Displacement};
use crate::{
    Children, Config, Error, Event, Hotkeys, Neurons, Pallet, Subnets,
    pallet::{AutoParentDelegationEnabled, ChildKeys, ParentKeys, PendingChildKeys},
};

impl<T: Config> Children<T> {
    /// A hotkey got a seat on root: it becomes a parent on every subnet.
    pub(crate) fn lend_to_owners(parent: &T::AccountId) {
        if AutoParentDelegationEnabled::<T>::get(parent) {
            for (netuid, owner) in Self::owners() {
                Self::lend_to_owner(parent, netuid, &owner);
            }
        }
    }

    /// A subnet was created: root validators become parents there.
    pub(crate) fn lend_root_to_owner(netuid: NetUid, owner: &T::AccountId) {
        Neurons::<T>::hotkeys(NetUid::ROOT)
            .filter(|parent| AutoParentDelegationEnabled::<T>::get(parent))
            .for_each(|parent| Self::lend_to_owner(&parent, netuid, owner));
    }

    /// A hotkey loses its seat: it takes back what it lends like that, whoever named the child.
    pub(crate) fn take_back_from_owners(parent: &T::AccountId) {
        for (netuid, owner) in Self::owners() {
            if Self::lends_all(parent, netuid, &owner) {
                Self::end_relation(parent, &owner, netuid);
            }
        }
    }

    /// The owner of a subnet goes by another hotkey: root validators lend to that one what they
    /// have lent to the one before. Whoever cannot takes it back.
    pub(crate) fn follow_owner(netuid: NetUid, before: &T::AccountId, owner: &T::AccountId) {
        for (_, parent) in ParentKeys::<T>::get(before, netuid) {
            let is_automatic = Neurons::<T>::is_registered(NetUid::ROOT, &parent)
                && Self::lends_all(&parent, netuid, before);
            if is_automatic && !Self::lend_all(&parent, netuid, owner) {
                Self::end_relation(&parent, before, netuid);
            }
        }
    }

    /// Subnets with their owner hotkeys.
    fn owners() -> Vec<(NetUid, T::AccountId)> {
        Subnets::<T>::subnet_netuids()
            .into_iter()
            .filter(|netuid| !netuid.is_root())
            .filter_map(|netuid| Some((netuid, Subnets::<T>::owner_hotkey(netuid)?)))
            .collect()
    }

    /// Leaves out whoever has children, or will have, and whoever cannot be a parent.
    fn lend_to_owner(parent: &T::AccountId, netuid: NetUid, owner: &T::AccountId) {
        let has_children = ChildKeys::<T>::contains_key(parent, netuid)
            || PendingChildKeys::<T>::contains_key(netuid, parent);
        if !has_children && !Self::lend_all(parent, netuid, owner) {
            log::debug!(target: "staking", "{parent:?} is no parent on {netuid}");
        }
    }

    /// Makes one hotkey the only child of another, with all its stake, if it may be and nobody has
    /// to give way; says whether it is.
    fn lend_all(parent: &T::AccountId, netuid: NetUid, child: &T::AccountId) -> bool {
        let children = vec![(u64::MAX, child.clone())];
        let parents = ParentKeys::<T>::decode_len(child, netuid).unwrap_or_default();
        let may_be = parents < MAX_PARENTS as usize
            && Self::check_children(parent, netuid, &children).is_ok();
        if may_be {
            Self::put_children(parent, netuid, children, Displacement::default());
        }
        may_be
    }

    /// Whether the only child of a hotkey is that one, with all its stake.
    fn lends_all(parent: &T::AccountId, netuid: NetUid, child: &T::AccountId) -> bool {
        matches!(
            &ChildKeys::<T>::get(parent, netuid)[..],
            [(u64::MAX, only)] if only == child
        )
    }

    /// Decides whether a hotkey becomes a parent like that, the next time that it could.
    pub(crate) fn do_set_auto_parent_delegation(
        coldkey: &T::AccountId,
        hotkey: T::AccountId,
        enabled: bool,
    ) -> DispatchResult {
        ensure!(
            Hotkeys::<T>::coldkey_owns_hotkey(coldkey, &hotkey),
            Error::<T>::NonAssociatedColdKey
        );
        AutoParentDelegationEnabled::<T>::insert(&hotkey, enabled);
        Pallet::<T>::deposit_event(Event::AutoParentDelegationEnabledSet { hotkey, enabled });
        Ok(())
    }
}
