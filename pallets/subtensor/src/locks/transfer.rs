//! Locked stake that is given away within its subnet (spec 50 §11.7), and stake that is lost from
//! under a lock.

use frame_support::ensure;
use subtensor_fixed::U64F64;
use subtensor_locks::Lock;
use subtensor_primitives::{AlphaBalance, NetUid};

use super::Held;
use crate::{Collateral, Config, Error, Locks, Shares};

/// What goes along with stake from one coldkey to another.
pub(crate) struct LockTransfer<AccountId> {
    source: Held<AccountId>,
    destination: Option<Held<AccountId>>,
    /// Rao, and the part of the conviction.
    mass: u64,
    conviction: U64F64,
}

/// `conviction` of the part `part` of a mass of `whole` rao.
fn share(conviction: U64F64, part: u64, whole: u64) -> U64F64 {
    if part >= whole {
        return conviction;
    }
    conviction.saturating_mul(U64F64::from_ratio(part, whole))
}

impl<T: Config> Locks<T> {
    /// What of its lock a coldkey has to give away with `amount` rao of stake on a subnet: what is
    /// free goes first. None if it is enough.
    ///
    /// Errors, in order: `LockHotkeyMismatch` if the other one has locked for another hotkey;
    /// `AccountRejectsLockedAlpha`.
    pub(crate) fn quote_transfer(
        from: &T::AccountId,
        to: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> Result<Option<LockTransfer<T::AccountId>>, Error<T>> {
        let Some(source) = Self::held(netuid, from).filter(|held| !held.lock.is_dust()) else {
            return Ok(None);
        };
        let locked = source.lock.mass;
        let free = Shares::<T>::alpha_for_locks(from, netuid)
            .saturating_sub(Collateral::<T>::locked_by(netuid, from))
            .saturating_sub(AlphaBalance::new(locked));
        let mass = amount.saturating_sub(free).to_u64().min(locked);
        if mass == 0 {
            return Ok(None);
        }
        let destination = Self::held(netuid, to);
        ensure!(
            destination
                .as_ref()
                .is_none_or(|held| held.lock.is_dust() || held.hotkey == source.hotkey),
            Error::LockHotkeyMismatch
        );
        ensure!(
            Self::accepts_locked_alpha(to),
            Error::AccountRejectsLockedAlpha
        );
        Ok(Some(LockTransfer {
            conviction: share(source.lock.conviction, mass, locked),
            source,
            destination,
            mass,
        }))
    }

    /// Lets what was quoted change hands, after the stake did.
    pub(crate) fn execute_transfer(
        from: &T::AccountId,
        to: &T::AccountId,
        netuid: NetUid,
        transfer: LockTransfer<T::AccountId>,
    ) {
        let LockTransfer {
            source,
            destination,
            mass,
            conviction,
        } = transfer;
        let hotkey = source.hotkey.clone();
        let left = Held {
            lock: Lock {
                mass: source.lock.mass.saturating_sub(mass),
                conviction: source.lock.conviction.saturating_sub(conviction),
                ..source.lock
            },
            ..source.clone()
        };
        Self::write(netuid, from, Some(source), Some(left));
        let standing = destination.as_ref().filter(|held| !held.lock.is_dust());
        let lock = standing.map_or_else(Self::nothing, |held| held.lock);
        let received = Held {
            hotkey,
            perpetual: Self::is_perpetual(netuid, to),
            lock: Lock {
                mass: lock.mass.saturating_add(mass),
                conviction: lock.conviction.saturating_add(conviction),
                ..lock
            },
        };
        Self::write(netuid, to, destination, Some(received));
    }

    /// Lets the lock of a coldkey on a subnet leave `amount` rao of its stake free.
    pub(crate) fn make_room(netuid: NetUid, coldkey: &T::AccountId, amount: AlphaBalance) {
        let Some(locked) = Self::locked_mass(netuid, coldkey) else {
            return;
        };
        let free = Shares::<T>::alpha_for_locks(coldkey, netuid).saturating_sub(locked);
        Self::give_way(netuid, coldkey, amount.saturating_sub(free));
    }

    /// Gives the lock of a coldkey on a subnet to another, which has got its stake. If that has
    /// locked for another hotkey, it is locked for that one from now on, and conviction is lost; no
    /// more is locked than the other has.
    pub(crate) fn join_locks(netuid: NetUid, from: &T::AccountId, to: &T::AccountId) {
        let Some(source) = Self::held(netuid, from) else {
            return;
        };
        Self::write(netuid, from, Some(source.clone()), None);
        if source.lock.is_dust() {
            return;
        }
        let destination = Self::held(netuid, to);
        let standing = destination.as_ref().filter(|held| !held.lock.is_dust());
        let hotkey = standing.map_or(&source.hotkey, |held| &held.hotkey).clone();
        let lock = standing.map_or_else(Self::nothing, |held| held.lock);
        let most = Shares::<T>::alpha_for_locks(to, netuid)
            .saturating_sub(Collateral::<T>::locked_by(netuid, to));
        let conviction = if hotkey == source.hotkey {
            source.lock.conviction
        } else {
            U64F64::ZERO
        };
        let received = Held {
            hotkey,
            perpetual: Self::is_perpetual(netuid, to),
            lock: Lock {
                mass: lock
                    .mass
                    .saturating_add(source.lock.mass)
                    .min(most.to_u64())
                    .max(lock.mass),
                conviction: lock.conviction.saturating_add(conviction),
                ..lock
            },
        };
        Self::write(netuid, to, destination, Some(received));
    }

    /// After a coldkey lost `lost` rao of its stake on a subnet by no will of its own, such as by
    /// the rounding of shares: so much less is locked, and conviction shrinks alike.
    pub(crate) fn give_way(netuid: NetUid, coldkey: &T::AccountId, lost: AlphaBalance) {
        if lost.is_zero() {
            return;
        }
        let Some(before) = Self::held(netuid, coldkey) else {
            return;
        };
        let whole = before.lock.mass;
        let mass = whole.saturating_sub(lost.to_u64());
        let after = Held {
            lock: Lock {
                mass,
                conviction: if mass == 0 {
                    U64F64::ZERO
                } else {
                    share(before.lock.conviction, mass, whole)
                },
                ..before.lock
            },
            ..before.clone()
        };
        Self::write(netuid, coldkey, Some(before), Some(after));
    }
}
