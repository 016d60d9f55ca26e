//! The sums of the locks on a hotkey, and the rows they are of (spec 50 §11.3).

use subtensor_locks::{Bucket, Lock};
use subtensor_primitives::NetUid;

use super::{Held, pack, unpack};
use crate::{
    Config, HotkeyLocks, LockCount, LockState, Locks, Schedule, Subnets,
    pallet::{
        DecayingHotkeyLock, DecayingOwnerLock, HotkeyLock, Lock as LockRow, LockHotkey,
        LockingColdkeys, LocksOnHotkey, OwnerLock,
    },
};

impl HotkeyLocks {
    pub(super) fn of(&mut self, perpetual: bool) -> &mut LockCount {
        if perpetual {
            &mut self.perpetual
        } else {
            &mut self.decaying
        }
    }

    /// Number of locks of both kinds.
    pub(super) fn count(&self) -> u32 {
        self.perpetual.locks.saturating_add(self.decaying.locks)
    }
}

impl<T: Config> Locks<T> {
    /// The sum of the locks of a kind on a hotkey, which those on the subnet owner's have in items
    /// of their own.
    pub(super) fn stored_sum(
        netuid: NetUid,
        hotkey: &T::AccountId,
        perpetual: bool,
    ) -> Option<LockState> {
        match (Subnets::<T>::is_owner_hotkey(netuid, hotkey), perpetual) {
            (true, true) => OwnerLock::<T>::get(netuid),
            (true, false) => DecayingOwnerLock::<T>::get(netuid),
            (false, true) => HotkeyLock::<T>::get(netuid, hotkey),
            (false, false) => DecayingHotkeyLock::<T>::get(netuid, hotkey),
        }
    }

    fn store_sum(netuid: NetUid, hotkey: &T::AccountId, perpetual: bool, sum: Option<LockState>) {
        match (Subnets::<T>::is_owner_hotkey(netuid, hotkey), perpetual) {
            (true, true) => OwnerLock::<T>::set(netuid, sum),
            (true, false) => DecayingOwnerLock::<T>::set(netuid, sum),
            (false, true) => HotkeyLock::<T>::set(netuid, hotkey, sum),
            (false, false) => DecayingHotkeyLock::<T>::set(netuid, hotkey, sum),
        }
    }

    /// The locks of a kind on a hotkey, as of now.
    pub(super) fn bucket(netuid: NetUid, hotkey: &T::AccountId, perpetual: bool) -> Bucket {
        let LockCount { locks, drift } = *LocksOnHotkey::<T>::get(netuid, hotkey).of(perpetual);
        let bucket = Bucket {
            sum: Self::stored_sum(netuid, hotkey, perpetual)
                .map(unpack)
                .unwrap_or_default(),
            locks,
            drift,
        };
        bucket.roll_forward(
            Schedule::<T>::current_block(),
            Self::rates(),
            Self::mode(netuid, hotkey, perpetual),
        )
    }

    /// Stores the locks of a kind on a hotkey. Without locks nothing is kept.
    fn put_bucket(netuid: NetUid, hotkey: &T::AccountId, perpetual: bool, bucket: Bucket) {
        let Bucket { sum, locks, drift } = bucket;
        let sum = (locks > 0).then(|| pack(sum));
        Self::store_sum(netuid, hotkey, perpetual, sum);
        let mut counts = LocksOnHotkey::<T>::get(netuid, hotkey);
        *counts.of(perpetual) = LockCount { locks, drift };
        if counts.count() > 0 {
            LocksOnHotkey::<T>::insert(netuid, hotkey, counts);
        } else {
            LocksOnHotkey::<T>::remove(netuid, hotkey);
            Self::forget_leader(netuid, hotkey);
        }
    }

    fn change_bucket(
        netuid: NetUid,
        hotkey: &T::AccountId,
        perpetual: bool,
        before: Option<Lock>,
        after: Option<Lock>,
    ) {
        let mut bucket = Self::bucket(netuid, hotkey, perpetual);
        bucket.replace(before, after);
        Self::put_bucket(netuid, hotkey, perpetual, bucket);
    }

    /// The lock with the conviction that it has on its hotkey: on the owner's, its mass.
    pub(super) fn settled(netuid: NetUid, held: Held<T::AccountId>) -> Held<T::AccountId> {
        let mode = Self::mode(netuid, &held.hotkey, held.perpetual);
        Held {
            lock: Self::roll(held.lock, mode),
            ..held
        }
    }

    /// Writes what the lock of a coldkey has become, and the sums it is in. `before` is what it
    /// was, both are as of now. Dust vanishes.
    pub(super) fn write(
        netuid: NetUid,
        coldkey: &T::AccountId,
        before: Option<Held<T::AccountId>>,
        after: Option<Held<T::AccountId>>,
    ) {
        let after = after
            .map(|held| Self::settled(netuid, held))
            .filter(|held| !held.lock.is_dust());
        Self::write_row(netuid, coldkey, before.as_ref(), after.as_ref());
        match (before, after) {
            (Some(before), Some(after))
                if (&before.hotkey, before.perpetual) == (&after.hotkey, after.perpetual) =>
            {
                let locks = (Some(before.lock), Some(after.lock));
                Self::change_bucket(netuid, &after.hotkey, after.perpetual, locks.0, locks.1);
                Self::consider_leader(netuid, &after.hotkey);
            }
            (before, after) => {
                if let Some(held) = before {
                    let lock = Some(held.lock);
                    Self::change_bucket(netuid, &held.hotkey, held.perpetual, lock, None);
                }
                if let Some(held) = after {
                    let lock = Some(held.lock);
                    Self::change_bucket(netuid, &held.hotkey, held.perpetual, None, lock);
                    Self::consider_leader(netuid, &held.hotkey);
                }
            }
        }
    }

    /// Writes the row of a lock alone, and what finds it.
    pub(super) fn write_row(
        netuid: NetUid,
        coldkey: &T::AccountId,
        before: Option<&Held<T::AccountId>>,
        after: Option<&Held<T::AccountId>>,
    ) {
        if let Some(before) = before
            && after.is_none_or(|after| after.hotkey != before.hotkey)
        {
            LockRow::<T>::remove((coldkey, netuid, &before.hotkey));
            LockingColdkeys::<T>::remove((netuid, &before.hotkey, coldkey));
        }
        match after {
            Some(held) => {
                LockRow::<T>::insert((coldkey, netuid, &held.hotkey), pack(held.lock));
                LockingColdkeys::<T>::insert((netuid, &held.hotkey, coldkey), ());
                LockHotkey::<T>::insert(netuid, coldkey, &held.hotkey);
            }
            None => LockHotkey::<T>::remove(netuid, coldkey),
        }
    }
}
