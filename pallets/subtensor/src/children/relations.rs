//! Relations of parents and children: what they have to fulfil, who gives way to whom, and writing
//! both directions (spec 50 §9.3, invariant 9 of §1.2).

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::{DefaultNoBound, ensure};
use subtensor_primitives::NetUid;

use super::{MAX_CHILDREN, MAX_PARENTS, Relatives};
use crate::{
    Children, Config, Error, Event, Pallet, Subnets,
    consensus::StakeWeights,
    pallet::{ChildKeys, ParentKeys},
};

/// Who gives way to a parent of new children; nobody by default.
#[derive(DefaultNoBound)]
pub(super) struct Displacement<AccountId> {
    /// Children with the parent that each of them gives up.
    displaced: Vec<(AccountId, AccountId)>,
    /// Parents that were compared.
    pub rivals: u32,
}

pub(super) fn has<AccountId: PartialEq>(list: &[(u64, AccountId)], key: &AccountId) -> bool {
    list.iter().any(|(_, other)| other == key)
}

impl<T: Config> Children<T> {
    /// Whether these may be the children of a hotkey.
    ///
    /// Errors, in order: `InvalidChild` for the hotkey itself, `TooManyChildren`,
    /// `ProportionOverflow` above the whole stake, `ChildParentInconsistency` for a parent.
    pub(super) fn check_children(
        parent: &T::AccountId,
        netuid: NetUid,
        children: &[(u64, T::AccountId)],
    ) -> Result<(), Error<T>> {
        Self::check_relatives(parent, children, &ParentKeys::<T>::get(parent, netuid))
    }

    /// The same of a hotkey with these parents.
    pub(super) fn check_relatives(
        parent: &T::AccountId,
        children: &[(u64, T::AccountId)],
        parents: &[(u64, T::AccountId)],
    ) -> Result<(), Error<T>> {
        ensure!(!has(children, parent), Error::InvalidChild);
        ensure!(
            children.len() <= MAX_CHILDREN as usize,
            Error::TooManyChildren
        );
        children
            .iter()
            .try_fold(0u64, |sum, (parts, _)| sum.checked_add(*parts))
            .ok_or(Error::ProportionOverflow)?;
        ensure!(
            !children.iter().any(|(_, child)| has(parents, child)),
            Error::ChildParentInconsistency
        );
        Ok(())
    }

    /// Makes room for a parent at each of its new children: where all places are taken, the least
    /// lender gives way. Who is suspended lends nothing.
    ///
    /// Errors: `InvalidChild` where nobody lends less.
    pub(super) fn find_displaced(
        parent: &T::AccountId,
        netuid: NetUid,
        children: &[(u64, T::AccountId)],
    ) -> Result<Displacement<T::AccountId>, Error<T>> {
        let mut displacement = Displacement {
            displaced: Vec::new(),
            rivals: 0,
        };
        let mut stakes = StakeWeights::<T>::new(netuid);
        for (parts, child) in children {
            let parents = ParentKeys::<T>::get(child, netuid);
            if parents.len() < MAX_PARENTS as usize || has(&parents, parent) {
                continue;
            }
            displacement.rivals = displacement.rivals.saturating_add(parents.len() as u32);
            let lent = stakes.lent(parent, *parts);
            let (_, min) = parents
                .into_iter()
                .map(|(parts, rival)| (stakes.lent_in_force(&rival, parts), rival))
                .min_by_key(|(lent, _)| *lent)
                .filter(|(min, _)| *min < lent)
                .ok_or(Error::InvalidChild)?;
            displacement.displaced.push((child.clone(), min));
        }
        Ok(displacement)
    }

    /// Gives a hotkey these children and no others. They are checked and have room.
    pub(super) fn put_children(
        parent: &T::AccountId,
        netuid: NetUid,
        children: Relatives<T::AccountId>,
        displacement: Displacement<T::AccountId>,
    ) {
        for (child, rival) in displacement.displaced {
            Self::end_relation(&rival, &child, netuid);
        }
        let parts_of: BTreeMap<T::AccountId, u64> = children
            .iter()
            .map(|(parts, child)| (child.clone(), *parts))
            .collect();
        let sorted: Relatives<T::AccountId> = parts_of
            .iter()
            .map(|(child, parts)| (*parts, child.clone()))
            .collect();
        for (_, child) in ChildKeys::<T>::get(parent, netuid) {
            if !parts_of.contains_key(&child) {
                Self::change_parents(&child, netuid, |parents| {
                    parents.retain(|(_, other)| other != parent)
                });
            }
        }
        for (child, parts) in parts_of {
            Self::change_parents(&child, netuid, |parents| {
                match parents.iter_mut().find(|(_, other)| other == parent) {
                    Some(entry) => entry.0 = parts,
                    None => parents.push((parts, parent.clone())),
                }
            });
        }
        Self::change_children(parent, netuid, |list| *list = sorted);
        Self::change_parents(parent, netuid, |parents| {
            parents.sort_by(|(_, one), (_, other)| one.cmp(other))
        });
        Pallet::<T>::deposit_event(Event::SetChildren(parent.clone(), netuid, children));
    }

    /// Ends the relation of a parent to one of its children.
    pub(super) fn end_relation(parent: &T::AccountId, child: &T::AccountId, netuid: NetUid) {
        Self::change_parents(child, netuid, |parents| {
            parents.retain(|(_, other)| other != parent)
        });
        let left = Self::change_children(parent, netuid, |children| {
            children.retain(|(_, other)| other != child)
        });
        Pallet::<T>::deposit_event(Event::SetChildren(parent.clone(), netuid, left));
    }

    /// Changes the children of a hotkey in one direction only; returns them.
    pub(super) fn change_children(
        parent: &T::AccountId,
        netuid: NetUid,
        change: impl FnOnce(&mut Relatives<T::AccountId>),
    ) -> Relatives<T::AccountId> {
        let mut children = ChildKeys::<T>::get(parent, netuid);
        change(&mut children);
        if children.is_empty() {
            ChildKeys::<T>::remove(parent, netuid);
        } else {
            Subnets::<T>::note_account(netuid, parent);
            ChildKeys::<T>::insert(parent, netuid, &children);
        }
        children
    }

    /// Changes the parents of a hotkey in one direction only.
    pub(super) fn change_parents(
        child: &T::AccountId,
        netuid: NetUid,
        change: impl FnOnce(&mut Relatives<T::AccountId>),
    ) {
        let mut parents = ParentKeys::<T>::get(child, netuid);
        change(&mut parents);
        if parents.is_empty() {
            ParentKeys::<T>::remove(child, netuid);
        } else {
            Subnets::<T>::note_account(netuid, child);
            ParentKeys::<T>::insert(child, netuid, &parents);
        }
    }

    /// Number of parents of a hotkey on a subnet, with those that are suspended.
    pub(crate) fn count_parents(child: &T::AccountId, netuid: NetUid) -> u32 {
        ParentKeys::<T>::decode_len(child, netuid).unwrap_or_default() as u32
    }

    /// Whether a hotkey has children on a subnet, be it suspended or not.
    pub(crate) fn has_children(parent: &T::AccountId, netuid: NetUid) -> bool {
        ChildKeys::<T>::decode_len(parent, netuid).is_some_and(|children| children > 0)
    }
}
