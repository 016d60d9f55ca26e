//! Relations of a hotkey that gives its place on a subnet to another (spec 50 §13.2). The other one
//! has them in place of its own, if there are any; what waits to become one follows, and so do
//! children of others that wait and name the old one.

use alloc::vec::Vec;
use frame_support::{ensure, weights::WeightMeter};
use subtensor_primitives::NetUid;

use super::{Relatives, relations::has};
use crate::{
    Children, Config, Error, Event, Neurons, Pallet, Subnets, WeightInfo,
    domain::{HotkeySwap, spend},
    pallet::{AutoParentDelegationEnabled, ChildKeys, ChildkeyTake, ParentKeys, PendingChildKeys},
};

/// Puts the new one in the place of the old one. Where it is in the list already, it gets both
/// parts.
fn rename<A: Clone + PartialEq>(list: &mut Relatives<A>, old: &A, new: &A) {
    let Some(place) = list.iter().position(|(_, key)| key == old) else {
        return;
    };
    let (parts, _) = list.remove(place);
    match list.iter_mut().find(|(_, key)| key == new) {
        Some((sum, _)) => *sum = sum.saturating_add(parts),
        None => list.push((parts, new.clone())),
    }
}

impl<T: Config> Children<T> {
    /// Whether the relations of one hotkey can be those of another, and what waits can become one.
    ///
    /// Errors: `InvalidChild` for a new one that is a relative of the old one, and those of
    /// `check_children`.
    pub(super) fn check_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
    ) -> Result<(), Error<T>> {
        let children = ChildKeys::<T>::get(swap.old, netuid);
        let parents = ParentKeys::<T>::get(swap.old, netuid);
        ensure!(
            !has(&children, swap.new) && !has(&parents, swap.new),
            Error::InvalidChild
        );
        let (pending, _) = PendingChildKeys::<T>::get(netuid, swap.old);
        let parents = if children.is_empty() && parents.is_empty() {
            ParentKeys::<T>::get(swap.new, netuid)
        } else {
            parents
        };
        Self::check_relatives(swap.new, &pending, &parents)
    }

    pub(super) fn weigh_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        if netuid.is_root() {
            return Self::count_lent_anew(swap)
                .is_none_or(|subnets| spend(meter, T::WeightInfo::swap_root_lender(subnets)));
        }
        let count = |hotkey| {
            let children = ChildKeys::<T>::decode_len(hotkey, netuid).unwrap_or_default();
            let parents = ParentKeys::<T>::decode_len(hotkey, netuid).unwrap_or_default();
            children.saturating_add(parents) as u64
        };
        let relatives = match count(swap.old) {
            0 => 0,
            // Their own lists are as many rows as two relatives.
            old => old.saturating_add(count(swap.new)).saturating_add(2),
        };
        let takes = u64::from(ChildkeyTake::<T>::contains_key(swap.old, netuid));
        spend(
            meter,
            T::WeightInfo::swap_relative().saturating_mul(relatives.saturating_add(takes)),
        ) && PendingChildKeys::<T>::iter_prefix(netuid).all(|(hotkey, (children, _))| {
            let is_named = hotkey == *swap.old || has(&children, swap.old);
            spend(meter, T::WeightInfo::look_at_pending(is_named))
        })
    }

    pub(super) fn swap_relations(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        if netuid.is_root() {
            Self::swap_root_lender(swap);
            return;
        }
        let (old, new) = (swap.old, swap.new);
        if let Ok(take) = ChildkeyTake::<T>::try_get(old, netuid) {
            ChildkeyTake::<T>::remove(old, netuid);
            Subnets::<T>::note_account(netuid, new);
            ChildkeyTake::<T>::insert(new, netuid, take);
        }
        let children = ChildKeys::<T>::get(old, netuid);
        let parents = ParentKeys::<T>::get(old, netuid);
        if !children.is_empty() || !parents.is_empty() {
            Self::end_relations(new, netuid);
            Self::rename_relative(netuid, swap, children, parents);
        }
        Self::swap_pending(netuid, swap);
    }

    /// Ends all relations of a hotkey on a subnet.
    fn end_relations(hotkey: &T::AccountId, netuid: NetUid) {
        for (_, child) in ChildKeys::<T>::get(hotkey, netuid) {
            Self::end_relation(hotkey, &child, netuid);
        }
        for (_, parent) in ParentKeys::<T>::get(hotkey, netuid) {
            Self::end_relation(&parent, hotkey, netuid);
        }
    }

    /// Gives a hotkey without relations those of the old one.
    fn rename_relative(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        children: Relatives<T::AccountId>,
        parents: Relatives<T::AccountId>,
    ) {
        let (old, new) = (swap.old, swap.new);
        for (_, child) in &children {
            Self::change_parents(child, netuid, |list| rename(list, old, new));
        }
        for (_, parent) in &parents {
            Self::change_children(parent, netuid, |list| {
                rename(list, old, new);
                list.sort_by(|(_, one), (_, other)| one.cmp(other));
            });
        }
        Self::change_children(old, netuid, Vec::clear);
        Self::change_parents(old, netuid, Vec::clear);
        Self::change_parents(new, netuid, |list| *list = parents);
        if !children.is_empty() {
            let children = Self::change_children(new, netuid, |list| *list = children);
            Pallet::<T>::deposit_event(Event::SetChildren(new.clone(), netuid, children));
            // Its stake may be worth less than that of the old one, which may stay where it is.
            Self::note_stake_change(new, false);
        }
    }

    /// What waits for the old one waits for the new one, and where it is to be a child, that one
    /// will be; nobody becomes its own.
    fn swap_pending(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        let (old, new) = (swap.old, swap.new);
        let waiting: Vec<_> = PendingChildKeys::<T>::iter_prefix(netuid)
            .filter(|(hotkey, _)| hotkey != old && hotkey != new)
            .filter(|(_, (children, _))| has(children, old))
            .collect();
        for (hotkey, (mut children, cooldown)) in waiting {
            rename(&mut children, old, new);
            PendingChildKeys::<T>::insert(netuid, hotkey, (children, cooldown));
        }
        let (mut children, cooldown) = PendingChildKeys::<T>::get(netuid, new);
        if has(&children, old) {
            children.retain(|(_, child)| child != old);
            PendingChildKeys::<T>::insert(netuid, new, (children, cooldown));
        }
        if let Ok((children, cooldown)) = PendingChildKeys::<T>::try_get(netuid, old) {
            Self::take_pending_children(old, netuid);
            Self::put_pending_children(new, netuid, &children, cooldown);
        }
    }

    /// On how many subnets who gives up only its seat on root ceases to be a parent, and the other
    /// one becomes one; none if there is no seat.
    fn count_lent_anew(swap: &HotkeySwap<T::AccountId>) -> Option<u32> {
        (!swap.is_everywhere && Neurons::<T>::is_registered(NetUid::ROOT, swap.old))
            .then(|| Subnets::<T>::count().into())
    }

    /// What root validators lend to the owners of subnets begins and ends with their seats. Where
    /// the hotkey gives up its places on the subnets too, they say it.
    fn swap_root_lender(swap: &HotkeySwap<T::AccountId>) {
        if !swap.keep_stake
            && let Ok(is_enabled) = AutoParentDelegationEnabled::<T>::try_get(swap.old)
        {
            AutoParentDelegationEnabled::<T>::remove(swap.old);
            AutoParentDelegationEnabled::<T>::insert(swap.new, is_enabled);
        }
        if Self::count_lent_anew(swap).is_some() {
            Self::take_back_from_owners(swap.old);
            Self::lend_to_owners(swap.new);
        }
    }
}
