//! Collateral of miners: a lien on the stake of a coldkey on its hotkey, which a registration
//! leaves behind and only emission sets free (spec 90 §14). The alpha stays ordinary stake and
//! earns; what the lien holds back, [`Shares::available`](crate::Shares) leaves out.

mod coldkey;
mod domain;
mod fund;
mod register;
pub mod storage;
mod swap;
#[cfg(test)]
mod tests;

use core::marker::PhantomData;
use frame_support::ensure;
use subtensor_prices::Lien;
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{
    Config, Error, Event, MinerCollateralState, Pallet,
    pallet::{
        ColdkeyCollateralHotkeys, ColdkeyMinerCollateral, CollateralDrainRatio, MinerCollateral,
    },
};

/// Most hotkeys on which a coldkey may have collateral on a subnet.
pub(crate) const MAX_COLLATERAL_HOTKEYS: u32 = 32;

/// Stake that its holder cannot withdraw, only earn free.
pub struct Collateral<T>(PhantomData<T>);

impl<T: Config> Collateral<T> {
    /// Collateral of a position, rao of alpha.
    pub(crate) fn locked(
        netuid: NetUid,
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
    ) -> AlphaBalance {
        MinerCollateral::<T>::get((netuid, hotkey, coldkey))
            .map_or(AlphaBalance::ZERO, |row| row.locked)
    }

    /// Collateral of a coldkey on a subnet over all hotkeys, rao of alpha.
    pub(crate) fn locked_by(netuid: NetUid, coldkey: &T::AccountId) -> AlphaBalance {
        ColdkeyMinerCollateral::<T>::get(netuid, coldkey)
    }

    /// Whether a position may have a row.
    ///
    /// Errors: `ColdkeyCollateralPositionsFull`.
    fn ensure_room(
        netuid: NetUid,
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
    ) -> Result<(), Error<T>> {
        let hotkeys = ColdkeyCollateralHotkeys::<T>::get(netuid, coldkey);
        ensure!(
            !hotkeys.is_full() || hotkeys.contains(hotkey),
            Error::ColdkeyCollateralPositionsFull
        );
        Ok(())
    }

    /// The row of a position; a new one, entered in the index, if there was none. The caller
    /// stores it.
    ///
    /// Errors: `ColdkeyCollateralPositionsFull`.
    fn row(
        netuid: NetUid,
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
    ) -> Result<MinerCollateralState, Error<T>> {
        if let Some(row) = MinerCollateral::<T>::get((netuid, hotkey, coldkey)) {
            return Ok(row);
        }
        ColdkeyCollateralHotkeys::<T>::try_mutate(netuid, coldkey, |hotkeys| {
            hotkeys.try_push(hotkey.clone())
        })
        .map_err(|_| Error::<T>::ColdkeyCollateralPositionsFull)?;
        Ok(MinerCollateralState {
            locked: AlphaBalance::ZERO,
            drain_ratio: CollateralDrainRatio::<T>::get(netuid),
            min_locked: AlphaBalance::ZERO,
            earned: AlphaBalance::ZERO,
        })
    }

    /// Stores a row of which `before` was locked, or removes it where it says nothing any more.
    fn store(
        netuid: NetUid,
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        before: AlphaBalance,
        row: MinerCollateralState,
    ) {
        if row.locked != before {
            ColdkeyMinerCollateral::<T>::mutate_exists(netuid, coldkey, |sum| {
                let others = sum.unwrap_or_default().saturating_sub(before);
                *sum = Some(others.saturating_add(row.locked)).filter(|sum| !sum.is_zero());
            });
        }
        let key = (netuid, hotkey, coldkey);
        if !row.locked.is_zero() || !row.min_locked.is_zero() {
            MinerCollateral::<T>::insert(key, row);
            return;
        }
        MinerCollateral::<T>::remove(key);
        ColdkeyCollateralHotkeys::<T>::mutate_exists(netuid, coldkey, |hotkeys| {
            if let Some(listed) = hotkeys {
                listed.retain(|listed| listed != hotkey);
                if listed.is_empty() {
                    *hotkeys = None;
                }
            }
        });
    }

    /// Locks `amount` more of a position, which holds it.
    ///
    /// Errors: `ColdkeyCollateralPositionsFull`.
    fn lock(
        netuid: NetUid,
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        amount: AlphaBalance,
    ) -> Result<(), Error<T>> {
        let mut row = Self::row(netuid, hotkey, coldkey)?;
        let before = row.locked;
        row.locked = before.saturating_add(amount);
        let total_locked = row.locked;
        Self::store(netuid, hotkey, coldkey, before, row);
        Pallet::<T>::deposit_event(Event::CollateralLocked {
            netuid,
            hotkey: hotkey.clone(),
            locked: amount,
            total_locked,
        });
        Ok(())
    }

    /// Whether there is any collateral on a subnet: one look, instead of one for each neuron.
    pub(crate) fn is_anywhere_on(netuid: NetUid) -> bool {
        MinerCollateral::<T>::iter_key_prefix((netuid,))
            .next()
            .is_some()
    }

    /// After a hotkey has earned `earned` rao: collateral comes free, or where it is below the
    /// floor, as much as it lacks becomes collateral, of at most `capturable` rao. Returns that;
    /// it is the owner's stake on the hotkey, and the caller sees to it that it is there.
    pub(crate) fn settle(
        netuid: NetUid,
        hotkey: &T::AccountId,
        owner: &T::AccountId,
        earned: AlphaBalance,
        capturable: AlphaBalance,
    ) -> AlphaBalance {
        if earned.is_zero() {
            return AlphaBalance::ZERO;
        }
        let Some(mut row) = MinerCollateral::<T>::get((netuid, hotkey, owner)) else {
            return AlphaBalance::ZERO;
        };
        let before = row.locked;
        let mut lien = Lien {
            locked: before.to_u64(),
            floor: row.min_locked.to_u64(),
            drain_ratio: row.drain_ratio,
        };
        let captured = lien.settle(earned.to_u64(), capturable.to_u64());
        row.locked = AlphaBalance::new(lien.locked);
        row.earned = row.earned.saturating_add(earned);
        Self::store(netuid, hotkey, owner, before, row);
        AlphaBalance::new(captured)
    }
}
