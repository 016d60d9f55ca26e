//! Locks when a hotkey or a coldkey gives its place to another (spec 50 §13.3, §13.4 step 8).

use alloc::vec::Vec;
use frame_support::ensure;
use sp_runtime::DispatchResult;
use subtensor_primitives::NetUid;

use super::Held;
use crate::{
    Config, Error, Locks, Subnets,
    domain::HotkeySwap,
    pallet::{AccountFlags, DecayingLock, Lock as LockRow, LockingColdkeys, LocksOnHotkey},
};

/// Most locks on a hotkey of a subnet with which it can still be swapped.
const MAX_LOCKS_OF_SWAP: u32 = 256;

impl<T: Config> Locks<T> {
    /// Number of locks for a hotkey on a subnet: the rows that a swap of it rewrites.
    pub(crate) fn count_on(netuid: NetUid, hotkey: &T::AccountId) -> u32 {
        LocksOnHotkey::<T>::get(netuid, hotkey).count()
    }

    /// Whether the locks for a hotkey can go along with it.
    ///
    /// Errors: `ColdkeySwapTooHeavy` if they are too many.
    pub(super) fn check_locks_of_hotkey(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
    ) -> DispatchResult {
        ensure!(
            Self::count_on(netuid, swap.old) <= MAX_LOCKS_OF_SWAP,
            Error::<T>::ColdkeySwapTooHeavy
        );
        Ok(())
    }

    /// Points all locks for a hotkey to another one of the same owner. Conviction stays.
    pub(super) fn move_locks_of_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        let HotkeySwap { old, new, .. } = *swap;
        if Self::count_on(netuid, old) == 0 {
            return;
        }
        let coldkeys: Vec<_> = LockingColdkeys::<T>::iter_key_prefix((netuid, old)).collect();
        for coldkey in coldkeys {
            let Some(before) = Self::held(netuid, &coldkey) else {
                continue;
            };
            let after = Held {
                hotkey: new.clone(),
                ..before.clone()
            };
            let after = Self::settled(netuid, after);
            Self::write_row(netuid, &coldkey, Some(&before), Some(&after));
        }
        for perpetual in [true, false] {
            let mut merged = Self::bucket(netuid, new, perpetual);
            merged.merge(Self::take_bucket(netuid, old, perpetual));
            Self::put_bucket(netuid, new, perpetual, merged);
            // On the owner's hotkey conviction is the mass.
            let settled = Self::bucket(netuid, new, perpetual);
            Self::put_bucket(netuid, new, perpetual, settled);
        }
        Self::consider_leader(netuid, new);
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
