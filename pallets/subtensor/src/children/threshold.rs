//! Parents whose stake is no longer worth `StakeThreshold` lend nothing (spec 90 §20.3). Their
//! relations stay stored, and a flag hides them from everything that goes by stake, but for the
//! owner's hotkey on its own subnet. Whose stake has changed waits to be valued when a block has
//! time left.

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::weights::WeightMeter;
use subtensor_primitives::NetUid;

use super::Relatives;
use crate::{
    Children, Config, Shares, StakeWeights, Subnets, WeightInfo,
    domain::spend,
    pallet::{
        ChildKeys, ChildkeyThresholdCheckCursor, ChildkeyThresholdChecks,
        ChildkeyThresholdSuspended, ParentKeys,
    },
    shares::{Looks, Prices},
    weight_info::MAX_SUBNETS,
};

/// Hotkeys that a block values, and flags that it lifts without a threshold.
pub(super) const CHECKS_PER_BLOCK: usize = 64;

/// Whose relations do not count on a subnet. Each flag is read once, and none where nobody is
/// suspended.
pub(crate) struct Suspensions<T: Config> {
    netuid: NetUid,
    is_any: bool,
    known: BTreeMap<T::AccountId, bool>,
}

impl<T: Config> Suspensions<T> {
    pub(crate) fn on(netuid: NetUid) -> Self {
        Self {
            netuid,
            is_any: ChildkeyThresholdSuspended::<T>::count() > 0,
            known: BTreeMap::new(),
        }
    }

    /// Number of hotkeys whose flag was read.
    pub(crate) fn count(&self) -> u32 {
        self.known.len() as u32
    }

    /// Whether what a hotkey lends does not count.
    pub(crate) fn include(&mut self, parent: &T::AccountId) -> bool {
        if !self.is_any {
            return false;
        }
        if let Some(is_suspended) = self.known.get(parent) {
            return *is_suspended;
        }
        let is_suspended = ChildkeyThresholdSuspended::<T>::contains_key(parent)
            && !Subnets::<T>::is_owner_hotkey(self.netuid, parent);
        self.known.insert(parent.clone(), is_suspended);
        is_suspended
    }
}

impl<T: Config> Children<T> {
    /// To whom a hotkey lends on a subnet.
    pub(crate) fn children_of(
        parent: &T::AccountId,
        suspensions: &mut Suspensions<T>,
    ) -> Relatives<T::AccountId> {
        let children = ChildKeys::<T>::get(parent, suspensions.netuid);
        if children.is_empty() || !suspensions.include(parent) {
            children
        } else {
            Vec::new()
        }
    }

    /// Who lends to a hotkey on a subnet.
    pub(crate) fn parents_of(
        child: &T::AccountId,
        suspensions: &mut Suspensions<T>,
    ) -> Relatives<T::AccountId> {
        let mut parents = ParentKeys::<T>::get(child, suspensions.netuid);
        parents.retain(|(_, parent)| !suspensions.include(parent));
        parents
    }

    /// The stake on a hotkey has changed. It waits to be valued if that may change whether it is
    /// suspended: without a threshold, or without children, less stake is no matter.
    pub(crate) fn note_stake_change(hotkey: &T::AccountId, has_grown: bool) {
        let is_suspended = ChildkeyThresholdSuspended::<T>::count() > 0
            && ChildkeyThresholdSuspended::<T>::contains_key(hotkey);
        if is_suspended || (!has_grown && Self::may_be_suspended(hotkey)) {
            ChildkeyThresholdChecks::<T>::insert(hotkey, ());
        }
    }

    fn may_be_suspended(hotkey: &T::AccountId) -> bool {
        StakeWeights::<T>::threshold() > 0
            && ChildKeys::<T>::iter_key_prefix(hotkey).next().is_some()
    }

    /// Ends the suspension of a hotkey whose stake is worth the threshold.
    pub(super) fn lift_suspension(hotkey: &T::AccountId) {
        if ChildkeyThresholdSuspended::<T>::count() > 0 {
            ChildkeyThresholdSuspended::<T>::remove(hotkey);
        }
    }

    /// Values the stake of hotkeys that wait, and suspends those that are worth too little and
    /// nobody else. Goes round all that wait, so that none is passed over for long.
    pub(crate) fn check_parents(meter: &mut WeightMeter) {
        if !spend(meter, T::WeightInfo::look_for_parents()) {
            return;
        }
        let start = ChildkeyThresholdCheckCursor::<T>::get();
        let mut last = start.clone();
        let mut prices = Prices::default();
        for _ in 0..CHECKS_PER_BLOCK {
            if !meter.can_consume(T::WeightInfo::check_parent(MAX_SUBNETS, MAX_SUBNETS)) {
                break;
            }
            let next = Self::next_waiting(last.as_ref());
            let Some(hotkey) = next else {
                last = None;
                break;
            };
            let before = prices.looks();
            Self::check_parent(&hotkey, &mut prices);
            let Looks { rows, prices } = prices.looks().since(before);
            meter.consume(T::WeightInfo::check_parent(rows, prices));
            last = Some(hotkey);
        }
        if last != start {
            ChildkeyThresholdCheckCursor::<T>::set(last);
        }
        Self::lift_without_threshold(meter);
    }

    fn next_waiting(last: Option<&T::AccountId>) -> Option<T::AccountId> {
        let mut waiting = match last {
            None => ChildkeyThresholdChecks::<T>::iter_keys(),
            Some(hotkey) => {
                let from = ChildkeyThresholdChecks::<T>::hashed_key_for(hotkey);
                ChildkeyThresholdChecks::<T>::iter_keys_from(from)
            }
        };
        waiting.next()
    }

    fn check_parent(hotkey: &T::AccountId, prices: &mut Prices) {
        ChildkeyThresholdChecks::<T>::remove(hotkey);
        if Shares::<T>::is_worth_threshold(hotkey, prices) {
            Self::lift_suspension(hotkey);
        } else {
            ChildkeyThresholdSuspended::<T>::insert(hotkey, ());
        }
    }

    /// Nobody stays suspended once there is no threshold, whether or not stake moves.
    fn lift_without_threshold(meter: &mut WeightMeter) {
        if ChildkeyThresholdSuspended::<T>::count() == 0 || StakeWeights::<T>::threshold() > 0 {
            return;
        }
        let suspended: Vec<T::AccountId> = ChildkeyThresholdSuspended::<T>::iter_keys()
            .take(CHECKS_PER_BLOCK)
            .take_while(|_| spend(meter, T::WeightInfo::lift_suspension()))
            .collect();
        suspended.iter().for_each(Self::lift_suspension);
    }
}
