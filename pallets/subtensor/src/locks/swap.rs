//! Locks when a hotkey or a coldkey gives its place to another (spec 50 §13.3, §13.4 step 8).

use alloc::vec::Vec;
use frame_support::{
    ensure,
    weights::{Weight, WeightMeter},
};
use sp_runtime::DispatchResult;
use subtensor_primitives::NetUid;

use super::Held;
use crate::{
    Config, Error, Locks, Subnets, WeightInfo,
    domain::{HotkeySwap, spend},
    pallet::{
        AccountFlags, DecayingLock, Lock as LockRow, LockMoves, LockingColdkeys, LocksOnHotkey,
    },
};

/// Locks that follow a hotkey at once; the others follow in the next blocks. Anybody may lock for
/// any hotkey, which must not hold it where it is.
const MOVED_AT_ONCE: u32 = 8;
/// Locks that follow in a block.
const MOVED_IN_BLOCK: u32 = 32;

impl<T: Config> Locks<T> {
    /// Number of locks for a hotkey on a subnet.
    fn count_on(netuid: NetUid, hotkey: &T::AccountId) -> u32 {
        LocksOnHotkey::<T>::get(netuid, hotkey).count()
    }

    /// Takes from a meter what it weighs to point some locks for a hotkey to another one.
    pub(super) fn weigh_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        Self::count_on(netuid, swap.old) == 0
            || spend(meter, T::WeightInfo::move_locks(MOVED_AT_ONCE))
    }

    /// Points the locks for a hotkey to another one of the same owner, some at once. Conviction
    /// stays.
    pub(super) fn move_locks_of_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        let HotkeySwap { old, new, .. } = *swap;
        // Whoever left it for the old one comes back.
        LockMoves::<T>::remove(netuid, new);
        Self::move_locks(netuid, old, new, MOVED_AT_ONCE);
        let left = Self::count_on(netuid, old);
        if left > 0 {
            LockMoves::<T>::insert(netuid, old, (new, left));
        } else {
            LockMoves::<T>::remove(netuid, old);
        }
    }

    /// Points at most so many locks for a hotkey to another one; returns how many.
    fn move_locks(netuid: NetUid, old: &T::AccountId, new: &T::AccountId, most: u32) -> u32 {
        let coldkeys: Vec<_> = LockingColdkeys::<T>::iter_key_prefix((netuid, old))
            .take(most as usize)
            .collect();
        for coldkey in &coldkeys {
            let before = Self::held(netuid, coldkey);
            let after = before.clone().map(|held| Held {
                hotkey: new.clone(),
                ..held
            });
            Self::write(netuid, coldkey, before, after);
        }
        coldkeys.len() as u32
    }

    /// Goes on with the locks that follow a hotkey; returns the weight of that. As many as there
    /// were when it was swapped: others that come later do not keep the chain busy.
    pub(crate) fn go_on_moving() -> Weight {
        let Some((netuid, old, (new, left))) = LockMoves::<T>::iter().next() else {
            return T::WeightInfo::no_lock_moves();
        };
        let moved = if Subnets::<T>::subnet_exists(netuid) {
            Self::move_locks(netuid, &old, &new, left.min(MOVED_IN_BLOCK))
        } else {
            0
        };
        let left = left.saturating_sub(moved);
        if left > 0 && moved == MOVED_IN_BLOCK {
            LockMoves::<T>::insert(netuid, &old, (new, left));
        } else {
            LockMoves::<T>::remove(netuid, &old);
        }
        T::WeightInfo::move_locks(moved)
    }

    /// Subnets on which a coldkey has a lock, but for those that are being dissolved.
    fn subnets_locked(coldkey: &T::AccountId) -> Vec<NetUid> {
        LockRow::<T>::iter_key_prefix((coldkey,))
            .map(|(netuid, _)| netuid)
            .filter(|netuid| Subnets::<T>::subnet_exists(*netuid))
            .collect()
    }

    /// Whether a coldkey can take over the locks of another.
    ///
    /// Errors: `ActiveLockExists` if it has one itself, on whatever subnet.
    pub(super) fn check_locks_of_coldkey(new: &T::AccountId) -> DispatchResult {
        let is_free = Self::subnets_locked(new)
            .into_iter()
            .all(|netuid| Self::locked_mass(netuid, new).unwrap_or_default().is_zero());
        ensure!(is_free, Error::<T>::ActiveLockExists);
        Ok(())
    }

    /// Takes a lock away from a coldkey.
    fn take(netuid: NetUid, coldkey: &T::AccountId) -> Option<Held<T::AccountId>> {
        let held = Self::held(netuid, coldkey);
        Self::write(netuid, coldkey, held.clone(), None);
        held
    }

    /// Gives the locks of a coldkey to another, with what it said about them. There are no more
    /// than subnets.
    pub(super) fn move_locks_of_coldkey(old: &T::AccountId, new: &T::AccountId) {
        // What is left of locks of its own is dust.
        for netuid in Self::subnets_locked(new) {
            Self::take(netuid, new);
        }
        let locks: Vec<_> = Self::subnets_locked(old)
            .into_iter()
            .filter_map(|netuid| Some((netuid, Self::take(netuid, old)?)))
            .collect();
        let flags: Vec<(NetUid, bool)> = DecayingLock::<T>::drain_prefix(old)
            .filter(|(netuid, _)| Subnets::<T>::subnet_exists(*netuid))
            .collect();
        for (netuid, decays) in flags {
            Self::set_perpetual(netuid, new, !decays);
        }
        match AccountFlags::<T>::take(old) {
            0 => AccountFlags::<T>::remove(new),
            flags => AccountFlags::<T>::insert(new, flags),
        }
        for (netuid, held) in locks {
            Self::set_perpetual(netuid, new, held.perpetual);
            Self::write(netuid, new, None, Some(held));
        }
    }
}
