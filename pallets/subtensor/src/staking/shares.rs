//! Stake of a coldkey on a hotkey, as shares of the hotkey's pool (spec 50 §4.2, §4.3).

use frame_support::ensure;
use sp_runtime::DispatchResult;
use subtensor_primitives::{AlphaBalance, NetUid};
use subtensor_shares::{SafeFloat, SharePool};

use crate::{Config, Error, Pallet, keys::push_unique, pallet::*};

/// Stakes are below the supply, which is below `i64::MAX`.
fn signed(amount: AlphaBalance) -> i64 {
    amount.to_u64().try_into().unwrap_or(i64::MAX)
}

impl<T: Config> Pallet<T> {
    fn share_pool(hotkey: &T::AccountId, netuid: NetUid) -> SharePool {
        SharePool {
            value: TotalHotkeyAlpha::<T>::get(hotkey, netuid).to_u64(),
            denominator: TotalHotkeySharesV2::<T>::get(hotkey, netuid),
        }
    }

    fn put_share_pool(hotkey: &T::AccountId, netuid: NetUid, pool: SharePool) {
        if pool.value == 0 {
            TotalHotkeyAlpha::<T>::remove(hotkey, netuid);
        } else {
            TotalHotkeyAlpha::<T>::insert(hotkey, netuid, AlphaBalance::new(pool.value));
        }
        if pool.denominator.is_zero() {
            TotalHotkeySharesV2::<T>::remove(hotkey, netuid);
        } else {
            TotalHotkeySharesV2::<T>::insert(hotkey, netuid, pool.denominator);
        }
    }

    fn change_stake(hotkey: &T::AccountId, coldkey: &T::AccountId, netuid: NetUid, change: i64) {
        let mut pool = Self::share_pool(hotkey, netuid);
        let mut share = AlphaV2::<T>::get((hotkey, coldkey, netuid));
        pool.update_for_one(&mut share, change);
        if share.is_zero() {
            AlphaV2::<T>::remove((hotkey, coldkey, netuid));
        } else {
            AlphaV2::<T>::insert((hotkey, coldkey, netuid), share);
        }
        Self::put_share_pool(hotkey, netuid, pool);
    }

    /// Stake of a coldkey on a hotkey, rao of alpha.
    pub fn stake_of(hotkey: &T::AccountId, coldkey: &T::AccountId, netuid: NetUid) -> AlphaBalance {
        let share: SafeFloat = AlphaV2::<T>::get((hotkey, coldkey, netuid));
        if share.is_zero() {
            return AlphaBalance::ZERO;
        }
        AlphaBalance::new(Self::share_pool(hotkey, netuid).value_of(share))
    }

    /// All stake on a hotkey, rao of alpha.
    pub fn hotkey_alpha(hotkey: &T::AccountId, netuid: NetUid) -> AlphaBalance {
        TotalHotkeyAlpha::<T>::get(hotkey, netuid)
    }

    /// Whether the shares of a pool can express a change of `amount`.
    pub(crate) fn is_stake_precise(
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> bool {
        Self::share_pool(hotkey, netuid).is_precise_for(amount.to_u64())
    }

    /// Adds stake. The alpha is outside the pool already.
    pub(crate) fn increase_stake(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) {
        if amount.is_zero() {
            return;
        }
        StakingHotkeys::<T>::mutate(coldkey, |hotkeys| push_unique(hotkeys, hotkey.clone()));
        Self::change_stake(hotkey, coldkey, netuid, signed(amount));
    }

    /// Takes stake away.
    ///
    /// Errors: `NotEnoughStakeToWithdraw`.
    pub(crate) fn decrease_stake(
        hotkey: &T::AccountId,
        coldkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) -> DispatchResult {
        let held = Self::stake_of(hotkey, coldkey, netuid);
        ensure!(held >= amount, Error::<T>::NotEnoughStakeToWithdraw);
        Self::change_stake(hotkey, coldkey, netuid, 0i64.saturating_sub(signed(amount)));
        Ok(())
    }

    /// Adds stake to everybody who staked on a hotkey, by their shares.
    pub(crate) fn increase_stake_for_hotkey(
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
    ) {
        let mut pool = Self::share_pool(hotkey, netuid);
        pool.update_for_all(signed(amount));
        Self::put_share_pool(hotkey, netuid, pool);
    }
}
