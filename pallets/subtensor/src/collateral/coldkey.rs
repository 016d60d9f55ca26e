//! Collateral of a coldkey that gives all it has to another (spec 90 §14.5): the rows move with the
//! stake. On a subnet that is dissolved they say nothing any more, and go with it.

use alloc::vec::Vec;
use frame_support::{BoundedVec, ensure};
use subtensor_primitives::{AlphaBalance, NetUid};

use super::MAX_COLLATERAL_HOTKEYS;
use crate::{
    Collateral, Config, Error, MinerCollateralState, Subnets,
    keys::push_unique,
    pallet::{ColdkeyCollateralHotkeys, ColdkeyMinerCollateral, MinerCollateral},
};

impl<T: Config> Collateral<T> {
    /// How many rows a coldkey has on a subnet.
    pub(crate) fn count_rows(netuid: NetUid, coldkey: &T::AccountId) -> u32 {
        ColdkeyCollateralHotkeys::<T>::decode_len(netuid, coldkey).unwrap_or_default() as u32
    }

    /// Whether all rows of a coldkey can be another's, beside those that it has.
    ///
    /// Errors: `ColdkeyCollateralPositionsFull`; `ColdkeyCollateralIncomplete` if there is more
    /// collateral than rows say.
    pub(super) fn check_new_holder(old: &T::AccountId, new: &T::AccountId) -> Result<(), Error<T>> {
        for netuid in Subnets::<T>::subnet_netuids() {
            let hotkeys = ColdkeyCollateralHotkeys::<T>::get(netuid, old);
            let locked: AlphaBalance = hotkeys
                .iter()
                .map(|hotkey| Self::locked(netuid, hotkey, old))
                .sum();
            ensure!(
                locked == Self::locked_by(netuid, old),
                Error::ColdkeyCollateralIncomplete
            );
            if !hotkeys.is_empty() {
                let all = Self::joined(netuid, &hotkeys, new);
                ensure!(
                    all.len() <= MAX_COLLATERAL_HOTKEYS as usize,
                    Error::ColdkeyCollateralPositionsFull
                );
            }
        }
        Ok(())
    }

    /// Gives all rows of a coldkey to another.
    pub(super) fn rename_holder(old: &T::AccountId, new: &T::AccountId) {
        for netuid in Subnets::<T>::subnet_netuids() {
            let hotkeys = ColdkeyCollateralHotkeys::<T>::get(netuid, old);
            if hotkeys.is_empty() {
                continue;
            }
            for hotkey in &hotkeys {
                let Some(row) = MinerCollateral::<T>::take((netuid, hotkey, old)) else {
                    continue;
                };
                MinerCollateral::<T>::mutate((netuid, hotkey, new), |held| {
                    *held = Some(held.take().map_or(row, |held| merged(held, row)));
                });
            }
            let all = Self::joined(netuid, &hotkeys, new);
            ColdkeyCollateralHotkeys::<T>::remove(netuid, old);
            ColdkeyCollateralHotkeys::<T>::insert(netuid, new, BoundedVec::truncate_from(all));
            let locked = ColdkeyMinerCollateral::<T>::take(netuid, old);
            if !locked.is_zero() {
                ColdkeyMinerCollateral::<T>::mutate(netuid, new, |sum| {
                    sum.saturating_accrue(locked)
                });
            }
        }
    }

    /// The hotkeys on which a coldkey has rows, and those of another's.
    fn joined(
        netuid: NetUid,
        hotkeys: &[T::AccountId],
        coldkey: &T::AccountId,
    ) -> Vec<T::AccountId> {
        let mut all = ColdkeyCollateralHotkeys::<T>::get(netuid, coldkey).into_inner();
        for hotkey in hotkeys {
            push_unique(&mut all, hotkey.clone());
        }
        all
    }
}

/// One row for two: nothing of either comes free sooner.
fn merged(one: MinerCollateralState, other: MinerCollateralState) -> MinerCollateralState {
    MinerCollateralState {
        locked: one.locked.saturating_add(other.locked),
        drain_ratio: one.drain_ratio.min(other.drain_ratio),
        min_locked: one.min_locked.saturating_add(other.min_locked),
        earned: one.earned.saturating_add(other.earned),
    }
}
