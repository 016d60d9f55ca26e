//! Collateral on a hotkey that gives its place to another (spec 90 §14.5).

use alloc::vec::Vec;
use frame_support::ensure;
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{
    Collateral, Config, Error, Shares,
    domain::HotkeySwap,
    pallet::{ColdkeyCollateralHotkeys, MinerCollateral},
};

impl<T: Config> Collateral<T> {
    /// Whether a hotkey has a row of collateral on a subnet.
    pub(crate) fn is_on(netuid: NetUid, hotkey: &T::AccountId) -> bool {
        let mut rows = MinerCollateral::<T>::iter_key_prefix((netuid, hotkey));
        rows.next().is_some()
    }

    /// Whether stake can stay on a hotkey that gives its place to another. A list of rows never
    /// grows by that, so there is room in it.
    ///
    /// Errors: `KeepStakeBlockedByCollateral`.
    pub(super) fn check_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
    ) -> Result<(), Error<T>> {
        ensure!(
            !swap.keep_stake || !Self::is_on(netuid, swap.old),
            Error::KeepStakeBlockedByCollateral
        );
        Ok(())
    }

    /// Adds the rows to those of the other hotkey, after the stake is there.
    pub(super) fn swap_rows(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        let coldkeys: Vec<T::AccountId> =
            MinerCollateral::<T>::iter_key_prefix((netuid, swap.old)).collect();
        for coldkey in &coldkeys {
            Self::swap_row(netuid, swap, coldkey);
        }
    }

    fn swap_row(netuid: NetUid, swap: &HotkeySwap<T::AccountId>, coldkey: &T::AccountId) {
        let (old, new) = (swap.old, swap.new);
        let Some(mut row) = MinerCollateral::<T>::take((netuid, old, coldkey)) else {
            return;
        };
        let mut before = row.locked;
        ColdkeyCollateralHotkeys::<T>::mutate(netuid, coldkey, |hotkeys| {
            if hotkeys.contains(new) {
                hotkeys.retain(|hotkey| hotkey != old);
            } else if let Some(entry) = hotkeys.iter_mut().find(|hotkey| *hotkey == old) {
                *entry = new.clone();
            }
        });
        if let Some(other) = MinerCollateral::<T>::get((netuid, new, coldkey)) {
            before.saturating_accrue(other.locked);
            row.locked.saturating_accrue(other.locked);
            row.min_locked.saturating_accrue(other.min_locked);
            row.earned.saturating_accrue(other.earned);
            row.drain_ratio = row.drain_ratio.min(other.drain_ratio);
        }
        // A rao that rounding took of the position is no collateral any more.
        row.locked = row.locked.min(Self::most(netuid, new, coldkey));
        Self::store(netuid, new, coldkey, before, row);
    }

    /// Most collateral that a position can hold: its value is rounded down.
    fn most(netuid: NetUid, hotkey: &T::AccountId, coldkey: &T::AccountId) -> AlphaBalance {
        let value = Shares::<T>::stake_of(hotkey, coldkey, netuid);
        value.saturating_add(AlphaBalance::new(1))
    }
}
