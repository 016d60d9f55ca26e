//! Locks on a subnet that is dissolved: locked stake is paid out like any other; and when keys
//! give their places to others.

#[cfg(feature = "try-runtime")]
use alloc::collections::BTreeMap;
#[cfg(feature = "try-runtime")]
use frame_support::ensure;
use frame_support::weights::WeightMeter;
use sp_runtime::DispatchResult;
#[cfg(feature = "try-runtime")]
use sp_runtime::TryRuntimeError;
#[cfg(feature = "try-runtime")]
use subtensor_fixed::U64F64;
use subtensor_primitives::NetUid;

#[cfg(feature = "try-runtime")]
use super::Held;
#[cfg(feature = "try-runtime")]
use crate::{Collateral, Dissolution, Shares, Subnets, pallet::AccountFlags};
use crate::{
    Config, Locks, WeightInfo,
    domain::{Domain, HotkeySwap, drain},
    pallet::{
        DecayingHotkeyLock, DecayingLock, DecayingOwnerLock, HotkeyLock, Lock as LockRow,
        LockHotkey, LockLeaders, LockMoves, LockingColdkeys, LocksOnHotkey, OwnerLock,
    },
};

impl<T: Config> Domain<T> for Locks<T> {
    fn forget_rows(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        let locks = LockingColdkeys::<T>::drain_prefix((netuid,));
        let row = T::WeightInfo::erase_row();
        let is_done = drain(locks, row, meter, |((hotkey, coldkey), ())| {
            LockRow::<T>::remove((&coldkey, netuid, &hotkey));
            LockHotkey::<T>::remove(netuid, &coldkey);
        });
        let hotkeys = LocksOnHotkey::<T>::drain_prefix(netuid);
        is_done
            && drain(hotkeys, row, meter, |(hotkey, _)| {
                HotkeyLock::<T>::remove(netuid, &hotkey);
                DecayingHotkeyLock::<T>::remove(netuid, &hotkey);
            })
            && drain(LockMoves::<T>::drain_prefix(netuid), row, meter, drop)
    }

    fn forget_account(netuid: NetUid, account: &T::AccountId) {
        DecayingLock::<T>::remove(account, netuid);
    }

    fn forget_values(netuid: NetUid) {
        OwnerLock::<T>::remove(netuid);
        DecayingOwnerLock::<T>::remove(netuid);
        LockLeaders::<T>::remove(netuid);
    }

    fn weigh_hotkey_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        Self::weigh_swap(netuid, swap, meter)
    }

    fn swap_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        Self::move_locks_of_hotkey(netuid, swap);
    }

    fn check_coldkey_swap(_: &T::AccountId, new: &T::AccountId) -> DispatchResult {
        Self::check_locks_of_coldkey(new)
    }

    fn swap_coldkey(old: &T::AccountId, new: &T::AccountId) {
        Self::move_locks_of_coldkey(old, new);
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), TryRuntimeError> {
        Self::check_rows()?;
        Self::check_sums()?;
        let flagged = DecayingLock::<T>::iter_keys();
        Subnets::<T>::check_noted(flagged)?;
        ensure!(
            AccountFlags::<T>::iter_values().all(|flags| flags != 0),
            "flags of an account say nothing"
        );
        Ok(())
    }
}

/// Rao that shares may have lost to rounding beside the rao of each position.
#[cfg(feature = "try-runtime")]
const LOST_TO_ROUNDING: u64 = 100;

/// The locks of a kind on a hotkey: how many, their mass and conviction.
#[cfg(feature = "try-runtime")]
type Sums<AccountId> = BTreeMap<(NetUid, AccountId, bool), (u32, u64, U64F64)>;

#[cfg(feature = "try-runtime")]
impl<T: Config> Locks<T> {
    fn is_alive(netuid: NetUid) -> bool {
        !Dissolution::<T>::is_being_dissolved(netuid)
    }

    /// Each lock has its row, its place in both indices, and stake behind it.
    fn check_rows() -> Result<(), TryRuntimeError> {
        let mut rows = 0usize;
        for ((coldkey, netuid, hotkey), _) in LockRow::<T>::iter() {
            if !Self::is_alive(netuid) {
                continue;
            }
            rows = rows.saturating_add(1);
            ensure!(
                LockHotkey::<T>::get(netuid, &coldkey) == Some(hotkey.clone())
                    && LockingColdkeys::<T>::contains_key((netuid, &hotkey, &coldkey)),
                "a lock is not in its indices"
            );
            let locked = Self::locked_mass(netuid, &coldkey).unwrap_or_default();
            let positions = Shares::<T>::positions(netuid, &coldkey).len() as u64;
            let held = Shares::<T>::coldkey_alpha(&coldkey, netuid).to_u64();
            let bound = locked.saturating_add(Collateral::<T>::locked_by(netuid, &coldkey));
            let most = held
                .saturating_add(positions)
                .saturating_add(LOST_TO_ROUNDING);
            ensure!(bound.to_u64() <= most, "more is locked than there is stake");
        }
        let alive = |netuid: &NetUid| Self::is_alive(*netuid);
        let named = LockHotkey::<T>::iter_keys().filter(|(netuid, _)| alive(netuid));
        let listed = LockingColdkeys::<T>::iter_keys().filter(|(netuid, ..)| alive(netuid));
        ensure!(
            named.count() == rows && listed.count() == rows,
            "an index names a lock that is not there"
        );
        Ok(())
    }

    /// The sum of each kind of lock on each hotkey is that of its locks, within its bound.
    fn check_sums() -> Result<(), TryRuntimeError> {
        let mut sums = Sums::<T::AccountId>::new();
        for (netuid, coldkey) in LockHotkey::<T>::iter_keys() {
            if let Some(Held {
                hotkey,
                perpetual,
                lock,
            }) = Self::held(netuid, &coldkey).filter(|_| Self::is_alive(netuid))
            {
                let (locks, mass, conviction) =
                    sums.entry((netuid, hotkey, perpetual)).or_default();
                *locks = locks.saturating_add(1);
                *mass = mass.saturating_add(lock.mass);
                *conviction = conviction.saturating_add(lock.conviction);
            }
        }
        for ((netuid, hotkey, perpetual), (locks, mass, conviction)) in &sums {
            let bucket = Self::bucket(*netuid, hotkey, *perpetual);
            ensure!(
                bucket.locks == *locks,
                "the locks on a hotkey are miscounted"
            );
            let apart = |one: U64F64, other: U64F64| one.max(other).saturating_sub(one.min(other));
            let error = bucket.error();
            ensure!(
                bucket.sum.mass.abs_diff(*mass) <= error
                    && apart(bucket.sum.conviction, *conviction) <= U64F64::from_num(error),
                "the sum of locks is not that of its locks"
            );
        }
        Self::check_hotkeys(&sums)
    }

    /// There is no sum, and no leader, without a lock.
    fn check_hotkeys(sums: &Sums<T::AccountId>) -> Result<(), TryRuntimeError> {
        let of_owner = |netuid| Subnets::<T>::owner_hotkey(netuid).map(|hotkey| (netuid, hotkey));
        let of_kind = |perpetual| move |(netuid, hotkey)| (netuid, hotkey, perpetual);
        let perpetual = HotkeyLock::<T>::iter_keys()
            .chain(OwnerLock::<T>::iter_keys().filter_map(of_owner))
            .map(of_kind(true));
        let decaying = DecayingHotkeyLock::<T>::iter_keys()
            .chain(DecayingOwnerLock::<T>::iter_keys().filter_map(of_owner))
            .map(of_kind(false));
        ensure!(
            perpetual
                .chain(decaying)
                .filter(|(netuid, ..)| Self::is_alive(*netuid))
                .all(|key| sums.contains_key(&key)),
            "there is a sum without locks"
        );
        let has_locks = |netuid, hotkey: &T::AccountId| {
            [true, false]
                .into_iter()
                .any(|perpetual| sums.contains_key(&(netuid, hotkey.clone(), perpetual)))
        };
        let alive = |netuid: &NetUid| Self::is_alive(*netuid);
        ensure!(
            LocksOnHotkey::<T>::iter_keys()
                .filter(|(netuid, _)| alive(netuid))
                .all(|(netuid, hotkey)| has_locks(netuid, &hotkey)),
            "locks are counted on a hotkey without any"
        );
        ensure!(
            LockLeaders::<T>::iter()
                .filter(|(netuid, _)| alive(netuid))
                .all(|(netuid, leaders)| leaders.iter().all(|hotkey| has_locks(netuid, hotkey))),
            "a hotkey without locks leads"
        );
        Ok(())
    }
}
