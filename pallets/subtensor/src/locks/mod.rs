//! Locked stake and the conviction it earns (spec 50 §11): a coldkey locks part of its alpha on a
//! subnet for a hotkey. What is locked stays its stake, and stays with it; for how long, and how
//! conviction grows, is up to `subtensor_locks`. The hotkey with the highest conviction may win
//! the subnet.
//!
//! The locks of a kind on a hotkey have a sum, which is all that is read of them but by their
//! coldkeys. It is that of the locks as they are now, up to the bound of
//! [`Bucket`](subtensor_locks::Bucket), whatever has happened to any of them.

mod bucket;
mod domain;
mod leaders;
mod lock;
mod owner;
pub mod storage;
mod swap;
#[cfg(test)]
mod tests;
mod transfer;

use alloc::collections::BTreeSet;
use core::marker::PhantomData;
use frame_support::weights::Weight;
use subtensor_fixed::U64F64;
use subtensor_locks::{Lock, LockMode, LockRates, Ownership, roll_forward};
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{
    Config, LockState, Schedule, Subnets, WeightInfo,
    pallet::{
        DecayingHotkeyLock, DecayingLock, DecayingOwnerLock, HotkeyLock, Lock as LockRow,
        LockHotkey, LockLeaders, LocksOnHotkey, MaturityRate, OwnerLock, UnlockRate,
    },
};

pub(crate) use leaders::MAX_LOCK_LEADERS;
pub(crate) use transfer::LockTransfer;

/// Hotkeys with locks of a kind that are looked at for whoever asks for the most convicted.
const MAX_HOTKEYS_ASKED: usize = 1_024;

/// Locked stake and conviction.
pub struct Locks<T>(PhantomData<T>);

/// The lock of a coldkey on a subnet, as of now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held<AccountId> {
    /// The hotkey that has the conviction.
    hotkey: AccountId,
    perpetual: bool,
    /// With its dust, if there is nothing else left of it.
    lock: Lock,
}

fn unpack(state: LockState) -> Lock {
    Lock {
        mass: state.locked_mass.to_u64(),
        conviction: state.conviction,
        last_update: state.last_update,
    }
}

fn pack(lock: Lock) -> LockState {
    LockState {
        locked_mass: AlphaBalance::new(lock.mass),
        conviction: lock.conviction,
        last_update: lock.last_update,
    }
}

impl<T: Config> Locks<T> {
    fn rates() -> LockRates {
        LockRates {
            unlock: UnlockRate::<T>::get(),
            maturity: MaturityRate::<T>::get(),
        }
    }

    /// How a lock for a hotkey changes with time.
    fn mode(netuid: NetUid, hotkey: &T::AccountId, perpetual: bool) -> LockMode {
        if Subnets::<T>::is_owner_hotkey(netuid, hotkey) {
            return LockMode {
                ownership: Ownership::Now,
                perpetual,
            };
        }
        Self::mode_of_others(netuid, hotkey, perpetual)
    }

    /// The same where the hotkey is not the subnet owner's.
    fn mode_of_others(netuid: NetUid, hotkey: &T::AccountId, perpetual: bool) -> LockMode {
        let until = LocksOnHotkey::<T>::get(netuid, hotkey).owned_until;
        LockMode {
            ownership: until.map_or(Ownership::Never, Ownership::Until),
            perpetual,
        }
    }

    fn roll(lock: Lock, mode: LockMode) -> Lock {
        roll_forward(lock, Schedule::<T>::current_block(), Self::rates(), mode)
    }

    fn is_perpetual(netuid: NetUid, coldkey: &T::AccountId) -> bool {
        DecayingLock::<T>::get(coldkey, netuid) == Some(false)
    }

    /// The lock of a coldkey on a subnet, if it has a row.
    fn held(netuid: NetUid, coldkey: &T::AccountId) -> Option<Held<T::AccountId>> {
        let hotkey = LockHotkey::<T>::get(netuid, coldkey)?;
        let lock = unpack(LockRow::<T>::get((coldkey, netuid, &hotkey))?);
        let perpetual = Self::is_perpetual(netuid, coldkey);
        let lock = Self::roll(lock, Self::mode(netuid, &hotkey, perpetual));
        Some(Held {
            hotkey,
            perpetual,
            lock,
        })
    }

    /// What a coldkey has locked on a subnet, rao of alpha; none without a lock. One read where
    /// there is none.
    pub(crate) fn locked_mass(netuid: NetUid, coldkey: &T::AccountId) -> Option<AlphaBalance> {
        let mass = Self::held(netuid, coldkey)?.lock.without_dust().mass;
        Some(AlphaBalance::new(mass))
    }

    /// Whether a coldkey has a lock on a subnet.
    pub(crate) fn has_lock(netuid: NetUid, coldkey: &T::AccountId) -> bool {
        LockHotkey::<T>::contains_key(netuid, coldkey)
    }

    /// Weight of finding out what a lock holds back, beside the one read that says there is none.
    pub(crate) fn weight_of_look(netuid: NetUid, coldkey: &T::AccountId) -> Weight {
        if Self::has_lock(netuid, coldkey) {
            T::WeightInfo::look_at_lock()
        } else {
            Weight::zero()
        }
    }

    fn conviction_now(sum: LockState, mode: LockMode) -> U64F64 {
        Self::roll(unpack(sum), mode).without_dust().conviction
    }

    /// Conviction of a sum of locks on a hotkey that is not the subnet owner's.
    fn conviction_of_others(
        netuid: NetUid,
        hotkey: &T::AccountId,
        perpetual: bool,
        sum: LockState,
    ) -> U64F64 {
        Self::conviction_now(sum, Self::mode_of_others(netuid, hotkey, perpetual))
    }

    /// Conviction of the locks on the subnet owner's hotkey.
    fn owner_conviction(netuid: NetUid) -> U64F64 {
        let conviction = |perpetual, sum: Option<LockState>| {
            let mode = LockMode {
                ownership: Ownership::Now,
                perpetual,
            };
            sum.map_or(U64F64::ZERO, |sum| Self::conviction_now(sum, mode))
        };
        conviction(true, OwnerLock::<T>::get(netuid))
            .saturating_add(conviction(false, DecayingOwnerLock::<T>::get(netuid)))
    }

    /// The lock of a coldkey on a subnet as of now; it has at most one.
    pub fn get_coldkey_lock(coldkey: T::AccountId, netuid: NetUid) -> Option<LockState> {
        Self::held(netuid, &coldkey).map(|held| pack(held.lock.without_dust()))
    }

    /// Conviction of all locks on a hotkey, in rao of alpha.
    pub fn get_hotkey_conviction(hotkey: T::AccountId, netuid: NetUid) -> U64F64 {
        let sums = [
            (true, HotkeyLock::<T>::get(netuid, &hotkey)),
            (false, DecayingHotkeyLock::<T>::get(netuid, &hotkey)),
        ];
        let mut conviction = U64F64::ZERO;
        for (perpetual, sum) in sums {
            if let Some(sum) = sum {
                let part = Self::conviction_of_others(netuid, &hotkey, perpetual, sum);
                conviction = conviction.saturating_add(part);
            }
        }
        if Subnets::<T>::is_owner_hotkey(netuid, &hotkey) {
            conviction = conviction.saturating_add(Self::owner_conviction(netuid));
        }
        conviction
    }

    /// The hotkey with the highest conviction on a subnet, among equals the greatest account id.
    /// For those who ask, not for blocks: looks at the first 1024 hotkeys with locks of either
    /// kind, and at all that could win the subnet.
    pub fn get_most_convicted_hotkey_on_subnet(netuid: NetUid) -> Option<T::AccountId> {
        let has_owner_lock =
            OwnerLock::<T>::contains_key(netuid) || DecayingOwnerLock::<T>::contains_key(netuid);
        let owner = Subnets::<T>::owner_hotkey(netuid).filter(|_| has_owner_lock);
        let hotkeys: BTreeSet<T::AccountId> = HotkeyLock::<T>::iter_key_prefix(netuid)
            .take(MAX_HOTKEYS_ASKED)
            .chain(DecayingHotkeyLock::<T>::iter_key_prefix(netuid).take(MAX_HOTKEYS_ASKED))
            .chain(LockLeaders::<T>::get(netuid))
            .chain(owner)
            .collect();
        hotkeys
            .into_iter()
            .map(|hotkey| (Self::get_hotkey_conviction(hotkey.clone(), netuid), hotkey))
            .max()
            .map(|(_, hotkey)| hotkey)
    }
}
