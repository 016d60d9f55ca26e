//! What coldkeys do with their locks (spec 50 §11.5).

use frame_support::ensure;
use sp_runtime::DispatchResult;
use subtensor_fixed::U64F64;
use subtensor_locks::Lock;
use subtensor_primitives::{AlphaBalance, NetUid};

use super::Held;
use crate::{
    Collateral, Config, Error, Event, Hotkeys, Locks, Pallet, Schedule, Shares, Subnets,
    pallet::{AccountFlags, DecayingLock},
};

/// Bit of `AccountFlags`: the coldkey accepts locked alpha.
const ACCEPTS_LOCKED_ALPHA: u128 = 1;

impl<T: Config> Locks<T> {
    /// Locks `amount` rao more of a coldkey's alpha on a subnet for a hotkey.
    pub(crate) fn do_lock_stake(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> DispatchResult {
        ensure!(!amount.is_zero(), Error::<T>::AmountTooLow);
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        ensure!(
            Hotkeys::<T>::hotkey_account_exists(hotkey),
            Error::<T>::HotKeyAccountNotExists
        );
        let before = Self::held(netuid, coldkey);
        // Dust of a lock for another hotkey does not count.
        let standing = before.as_ref().filter(|held| !held.lock.is_dust());
        ensure!(
            standing.is_none_or(|held| held.hotkey == *hotkey),
            Error::<T>::LockHotkeyMismatch
        );
        let mut lock = standing.map_or_else(Self::nothing, |held| held.lock);
        lock.mass = lock.mass.saturating_add(amount.to_u64());
        let most = Shares::<T>::alpha_for_locks(coldkey, netuid)
            .saturating_sub(Collateral::<T>::locked_by(netuid, coldkey));
        ensure!(
            lock.mass <= most.to_u64(),
            Error::<T>::InsufficientStakeForLock
        );
        let after = Held {
            hotkey: hotkey.clone(),
            perpetual: Self::is_perpetual(netuid, coldkey),
            lock,
        };
        Self::write(netuid, coldkey, before, Some(after));
        Pallet::<T>::deposit_event(Event::StakeLocked {
            coldkey: coldkey.clone(),
            hotkey: hotkey.clone(),
            netuid,
            amount,
        });
        Ok(())
    }

    /// A lock of nothing as of now.
    pub(super) fn nothing() -> Lock {
        Lock {
            last_update: Schedule::<T>::current_block(),
            ..Lock::default()
        }
    }

    /// Locks what the owner of a subnet has just earned, for the hotkey of the owner's lock if
    /// there is one. What cannot be locked stays free.
    pub(crate) fn lock_owner_cut(
        netuid: NetUid,
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        amount: AlphaBalance,
    ) {
        let standing = Self::held(netuid, coldkey).filter(|held| !held.lock.is_dust());
        let hotkey = standing.map_or_else(|| hotkey.clone(), |held| held.hotkey);
        if let Err(error) = Self::do_lock_stake(coldkey, &hotkey, netuid, amount) {
            log::debug!(
                target: "staking",
                "the owner's cut of subnet {netuid} is not locked: {error:?}"
            );
        }
    }

    /// Lets the lock of a coldkey be for another hotkey. Conviction is lost, unless both hotkeys
    /// belong to the same coldkey.
    pub(crate) fn do_move_lock(
        coldkey: &T::AccountId,
        destination: &T::AccountId,
        netuid: NetUid,
    ) -> DispatchResult {
        ensure!(
            Hotkeys::<T>::hotkey_account_exists(destination),
            Error::<T>::HotKeyAccountNotExists
        );
        let before = Self::held(netuid, coldkey)
            .filter(|held| !held.lock.is_dust() && Subnets::<T>::subnet_exists(netuid))
            .ok_or(Error::<T>::NoExistingLock)?;
        let origin = before.hotkey.clone();
        let mut after = Held {
            hotkey: destination.clone(),
            ..before.clone()
        };
        if Hotkeys::<T>::owner_of(&origin) != Hotkeys::<T>::owner_of(destination) {
            after.lock.conviction = U64F64::ZERO;
        }
        Self::write(netuid, coldkey, Some(before), Some(after));
        Pallet::<T>::deposit_event(Event::LockMoved {
            coldkey: coldkey.clone(),
            origin_hotkey: origin,
            destination_hotkey: destination.clone(),
            netuid,
        });
        Ok(())
    }

    /// Says whether the lock of a coldkey stays, now or later; otherwise it decays.
    pub(crate) fn do_set_perpetual_lock(
        coldkey: &T::AccountId,
        netuid: NetUid,
        enabled: bool,
    ) -> DispatchResult {
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        let before = Self::held(netuid, coldkey);
        Self::set_perpetual(netuid, coldkey, enabled);
        if let Some(before) = before {
            let after = Held {
                perpetual: enabled,
                ..before.clone()
            };
            Self::write(netuid, coldkey, Some(before), Some(after));
        }
        Pallet::<T>::deposit_event(Event::PerpetualLockUpdated {
            coldkey: coldkey.clone(),
            netuid,
            enabled,
        });
        Ok(())
    }

    pub(super) fn set_perpetual(netuid: NetUid, coldkey: &T::AccountId, perpetual: bool) {
        if perpetual {
            DecayingLock::<T>::insert(coldkey, netuid, false);
            Subnets::<T>::note_account(netuid, coldkey);
        } else {
            DecayingLock::<T>::remove(coldkey, netuid);
        }
    }

    /// Says whether a coldkey takes locked alpha from others.
    pub(crate) fn do_set_reject_locked_alpha(coldkey: &T::AccountId, enabled: bool) {
        AccountFlags::<T>::mutate_exists(coldkey, |flags| {
            let others = flags.unwrap_or_default() & !ACCEPTS_LOCKED_ALPHA;
            let accepts = if enabled { 0 } else { ACCEPTS_LOCKED_ALPHA };
            *flags = Some(others | accepts).filter(|flags| *flags != 0);
        });
        Pallet::<T>::deposit_event(Event::RejectLockedAlphaUpdated {
            coldkey: coldkey.clone(),
            enabled,
        });
    }

    /// Whether a coldkey takes locked alpha from others.
    pub(super) fn accepts_locked_alpha(coldkey: &T::AccountId) -> bool {
        AccountFlags::<T>::get(coldkey) & ACCEPTS_LOCKED_ALPHA != 0
    }
}
