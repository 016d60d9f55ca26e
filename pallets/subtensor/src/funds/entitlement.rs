//! What a coldkey has of a fund's shares (spec 90 §6), and for how long stake stays on root.

use frame_support::ensure;
use sp_runtime::DispatchResult;
use subtensor_funds::entitlement;
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{
    Config, Error, Funds, Schedule, Shares,
    pallet::{
        BasketClaimed, BasketRate, BasketShares, LastColdkeyHotkeyStakeBlock,
        RootStakeUnlockInterval,
    },
};

/// A change of root stake.
#[derive(Clone, Copy)]
pub(crate) enum RootChange {
    /// So many rao came.
    Added(AlphaBalance),
    /// So many rao went.
    Removed(AlphaBalance),
}

impl<T: Config> Funds<T> {
    /// Raw shares of a fund.
    pub fn shares(hotkey: &T::AccountId) -> u64 {
        BasketShares::<T>::get(hotkey)
    }

    /// Raw shares that a coldkey may claim, at most all of them.
    pub fn owed(hotkey: &T::AccountId, coldkey: &T::AccountId) -> u64 {
        entitlement::owed(
            BasketRate::<T>::get(hotkey),
            Shares::<T>::stake_of(hotkey, coldkey, NetUid::ROOT).to_u64(),
            BasketClaimed::<T>::get(hotkey, coldkey),
            Self::shares(hotkey),
        )
    }

    /// Whether the root stake of a coldkey on a hotkey counts for the fund: everybody's but the
    /// fund's own.
    pub(crate) fn is_entitled(coldkey: &T::AccountId, netuid: NetUid) -> bool {
        netuid.is_root() && !Self::is_escrow(coldkey)
    }

    /// Keeps what is owed after a change of root stake: what accrued before it came is not owed to
    /// new stake, and what accrued to stake that went still is.
    pub(crate) fn note_root_change(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        change: RootChange,
    ) {
        let rate = BasketRate::<T>::get(hotkey);
        let watermark = BasketClaimed::<T>::get(hotkey, coldkey);
        let stake = Shares::<T>::stake_of(hotkey, coldkey, NetUid::ROOT).to_u64();
        let watermark = match change {
            RootChange::Added(added) => entitlement::after_adding(watermark, rate, added.to_u64()),
            RootChange::Removed(removed) => {
                entitlement::after_removing(watermark, rate, removed.to_u64(), stake)
            }
        };
        Self::set_watermark(hotkey, coldkey, watermark);
        if stake == 0 {
            LastColdkeyHotkeyStakeBlock::<T>::remove(coldkey, hotkey);
        } else {
            let now = Schedule::<T>::current_block();
            LastColdkeyHotkeyStakeBlock::<T>::insert(coldkey, hotkey, now);
        }
    }

    /// Gives a coldkey raw shares that it has bought.
    pub(super) fn grant(hotkey: &T::AccountId, coldkey: &T::AccountId, shares: u64) {
        let watermark = BasketClaimed::<T>::get(hotkey, coldkey);
        let watermark = entitlement::after_grant(watermark, shares);
        Self::set_watermark(hotkey, coldkey, watermark);
    }

    /// Takes raw shares that a coldkey has claimed.
    pub(super) fn take_owed(hotkey: &T::AccountId, coldkey: &T::AccountId, owed: u64) {
        let watermark = BasketClaimed::<T>::get(hotkey, coldkey);
        let watermark = entitlement::after_claim(watermark, owed);
        Self::set_watermark(hotkey, coldkey, watermark);
    }

    /// The hotkey stays in the list of the coldkey as long as there is a watermark.
    fn set_watermark(hotkey: &T::AccountId, coldkey: &T::AccountId, watermark: i128) {
        if watermark == 0 {
            if BasketClaimed::<T>::contains_key(hotkey, coldkey) {
                BasketClaimed::<T>::remove(hotkey, coldkey);
                Shares::<T>::forget_staking_hotkey(hotkey, coldkey);
            }
        } else {
            BasketClaimed::<T>::insert(hotkey, coldkey, watermark);
            Shares::<T>::list_hotkey(hotkey, coldkey);
        }
    }

    /// Gives the watermarks of a coldkey to another that has none, on the hotkeys of its list, and
    /// the blocks in which its root stake changed. With the same stake it is owed what was owed.
    pub(super) fn rename_claimant(old: &T::AccountId, new: &T::AccountId) {
        for hotkey in Shares::<T>::staking_hotkeys(new) {
            let watermark = BasketClaimed::<T>::get(&hotkey, old);
            if watermark != 0 {
                BasketClaimed::<T>::remove(&hotkey, old);
                BasketClaimed::<T>::insert(&hotkey, new, watermark);
            }
            if let Some(block) = LastColdkeyHotkeyStakeBlock::<T>::get(old, &hotkey) {
                LastColdkeyHotkeyStakeBlock::<T>::remove(old, &hotkey);
                LastColdkeyHotkeyStakeBlock::<T>::insert(new, &hotkey, block);
            }
        }
    }

    /// Whether a coldkey has a watermark, and with it perhaps shares without stake.
    pub(crate) fn has_watermark(hotkey: &T::AccountId, coldkey: &T::AccountId) -> bool {
        BasketClaimed::<T>::contains_key(hotkey, coldkey)
    }

    /// Whether a coldkey was granted more shares than were taken from it.
    pub(super) fn is_granted(hotkey: &T::AccountId, coldkey: &T::AccountId) -> bool {
        BasketClaimed::<T>::get(hotkey, coldkey) < 0
    }

    /// Whether root stake may leave root.
    ///
    /// Errors: `RootStakeLocked`.
    pub(crate) fn ensure_may_leave_root(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
    ) -> DispatchResult {
        let interval = RootStakeUnlockInterval::<T>::get();
        let since = LastColdkeyHotkeyStakeBlock::<T>::get(coldkey, hotkey).unwrap_or_default();
        ensure!(
            interval == 0 || Schedule::<T>::current_block().saturating_sub(since) >= interval,
            Error::<T>::RootStakeLocked
        );
        Ok(())
    }
}
