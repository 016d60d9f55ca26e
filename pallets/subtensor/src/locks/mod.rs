//! Stake locks and the conviction they earn (spec 50 §11), as of the current block. Nothing creates
//! locks yet: the calls that lock stake are not part of this chain so far, so that clients find no
//! lock anywhere.

mod domain;
pub mod storage;

use alloc::collections::BTreeMap;
use core::marker::PhantomData;
use subtensor_fixed::U64F64;
use subtensor_locks::{LockMode, LockRates, roll_forward};
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{
    Config, Hotkeys, LockState, Schedule, Subnets,
    pallet::{
        DecayingHotkeyLock, DecayingLock, DecayingOwnerLock, HotkeyLock, Lock, MaturityRate,
        OwnerLock, UnlockRate,
    },
};

/// Locked stake and conviction.
pub struct Locks<T>(PhantomData<T>);

impl<T: Config> Locks<T> {
    fn lock_now(lock: LockState, mode: LockMode) -> LockState {
        let rates = LockRates {
            unlock: UnlockRate::<T>::get(),
            maturity: MaturityRate::<T>::get(),
        };
        let stored = subtensor_locks::Lock {
            mass: lock.locked_mass.to_u64(),
            conviction: lock.conviction,
            last_update: lock.last_update,
        };
        let rolled = roll_forward(stored, Schedule::<T>::current_block(), rates, mode);
        LockState {
            locked_mass: AlphaBalance::new(rolled.mass),
            conviction: rolled.conviction,
            last_update: rolled.last_update,
        }
    }

    fn conviction_now(lock: Option<LockState>, owner: bool, perpetual: bool) -> U64F64 {
        lock.map_or(U64F64::ZERO, |lock| {
            Self::lock_now(lock, LockMode { owner, perpetual }).conviction
        })
    }

    /// Conviction of the two locks of the subnet owner's hotkey, in rao of alpha.
    fn owner_conviction(netuid: NetUid) -> U64F64 {
        Self::conviction_now(OwnerLock::<T>::get(netuid), true, true).saturating_add(
            Self::conviction_now(DecayingOwnerLock::<T>::get(netuid), true, false),
        )
    }

    /// The lock of a coldkey on a subnet as of now; it has at most one.
    pub fn get_coldkey_lock(coldkey: T::AccountId, netuid: NetUid) -> Option<LockState> {
        let (hotkey, lock) = Lock::<T>::iter_prefix((&coldkey, netuid)).next()?;
        let owner = Subnets::<T>::is_owner_hotkey(netuid, &hotkey);
        let perpetual = DecayingLock::<T>::get(&coldkey, netuid) == Some(false);
        Some(Self::lock_now(lock, LockMode { owner, perpetual }))
    }

    /// Conviction of all locks on a hotkey, in rao of alpha.
    pub fn get_hotkey_conviction(hotkey: T::AccountId, netuid: NetUid) -> U64F64 {
        let others = Self::conviction_now(HotkeyLock::<T>::get(netuid, &hotkey), false, true)
            .saturating_add(Self::conviction_now(
                DecayingHotkeyLock::<T>::get(netuid, &hotkey),
                false,
                false,
            ));
        if Subnets::<T>::is_owner_hotkey(netuid, &hotkey) {
            others.saturating_add(Self::owner_conviction(netuid))
        } else {
            others
        }
    }

    /// The hotkey with the highest conviction on a subnet, among equals the greatest account id.
    pub fn get_most_convicted_hotkey_on_subnet(netuid: NetUid) -> Option<T::AccountId> {
        let mut scores = BTreeMap::<T::AccountId, U64F64>::new();
        let mut add = |hotkey, conviction| {
            let score = scores.entry(hotkey).or_default();
            *score = score.saturating_add(conviction);
        };
        for (hotkey, lock) in HotkeyLock::<T>::iter_prefix(netuid) {
            add(hotkey, Self::conviction_now(Some(lock), false, true));
        }
        for (hotkey, lock) in DecayingHotkeyLock::<T>::iter_prefix(netuid) {
            add(hotkey, Self::conviction_now(Some(lock), false, false));
        }
        if OwnerLock::<T>::contains_key(netuid) || DecayingOwnerLock::<T>::contains_key(netuid) {
            let hotkey = Subnets::<T>::owner_hotkey(netuid);
            add(
                hotkey.unwrap_or_else(Hotkeys::<T>::zero_account),
                Self::owner_conviction(netuid),
            );
        }
        // Keys ascend, and the last of equals wins.
        scores
            .into_iter()
            .max_by_key(|(_, score)| *score)
            .map(|(hotkey, _)| hotkey)
    }
}
