//! Invariant 9 of spec 50 §1.2 and the bounds of the lists, for `try_state`.

use alloc::collections::BTreeSet;
use frame_support::ensure;
use sp_runtime::TryRuntimeError;
use subtensor_primitives::NetUid;

use super::{MAX_CHILDREN, MAX_PARENTS};
use crate::{
    Children, Config, Dissolution,
    pallet::{
        ChildKeys, ChildkeyThresholdSuspended, ParentKeys, PendingChildKeys, PendingChildKeysOf,
    },
};

impl<T: Config> Children<T> {
    /// Every rule of child keys.
    pub(crate) fn check_child_keys() -> Result<(), TryRuntimeError> {
        let is_settled = |netuid: &NetUid| !Dissolution::<T>::is_being_dissolved(*netuid);
        let children = ChildKeys::<T>::iter().filter(|(_, netuid, _)| is_settled(netuid));
        for (parent, netuid, children) in children {
            Self::check_children_of(&parent, netuid, &children)?;
        }
        let parents = ParentKeys::<T>::iter().filter(|(_, netuid, _)| is_settled(netuid));
        for (child, netuid, parents) in parents {
            ensure!(!parents.is_empty(), "an empty list of parents is stored");
            ensure!(
                parents.len() <= MAX_PARENTS as usize,
                "a hotkey has too many parents"
            );
            ensure!(is_set(&parents), "a hotkey has a parent twice");
            for (parts, parent) in parents {
                ensure!(
                    ChildKeys::<T>::get(&parent, netuid).contains(&(parts, child.clone())),
                    "a parent does not have the child that has it"
                );
            }
        }
        let suspended = ChildkeyThresholdSuspended::<T>::iter_keys().count();
        ensure!(
            suspended == ChildkeyThresholdSuspended::<T>::count() as usize,
            "the number of parents that are suspended is not kept"
        );
        Self::check_pending_children()
    }

    fn check_children_of(
        parent: &T::AccountId,
        netuid: NetUid,
        children: &[(u64, T::AccountId)],
    ) -> Result<(), TryRuntimeError> {
        ensure!(!children.is_empty(), "an empty list of children is stored");
        ensure!(
            children.len() <= MAX_CHILDREN as usize,
            "a hotkey has too many children"
        );
        ensure!(is_set(children), "a hotkey has a child twice");
        let sum: u128 = children.iter().map(|(parts, _)| u128::from(*parts)).sum();
        ensure!(sum <= u64::MAX.into(), "a hotkey lends more than its stake");
        let parents = ParentKeys::<T>::get(parent, netuid);
        for (parts, child) in children {
            ensure!(child != parent, "a hotkey is its own child");
            ensure!(
                ParentKeys::<T>::get(child, netuid).contains(&(*parts, parent.clone())),
                "a child does not have the parent that has it"
            );
            ensure!(
                parents.iter().all(|(_, other)| other != child),
                "a hotkey is child and parent of another"
            );
        }
        Ok(())
    }

    fn check_pending_children() -> Result<(), TryRuntimeError> {
        let pending: BTreeSet<(T::AccountId, NetUid)> = PendingChildKeys::<T>::iter_keys()
            .map(|(netuid, hotkey)| (hotkey, netuid))
            .collect();
        let index: alloc::vec::Vec<(T::AccountId, NetUid)> = PendingChildKeysOf::<T>::iter()
            .flat_map(|(hotkey, subnets)| {
                subnets
                    .into_iter()
                    .map(move |netuid| (hotkey.clone(), netuid))
            })
            .collect();
        ensure!(
            index.len() == pending.len() && index.iter().all(|entry| pending.contains(entry)),
            "the index of pending children is not theirs"
        );
        Ok(())
    }
}

fn is_set<AccountId: Ord>(list: &[(u64, AccountId)]) -> bool {
    let distinct: BTreeSet<&AccountId> = list.iter().map(|(_, key)| key).collect();
    distinct.len() == list.len()
}
