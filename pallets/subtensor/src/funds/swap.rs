//! The fund of a hotkey that gives its place on root to another (spec 90 §10.4): it goes along with
//! the root stake, so that everybody is owed what they were. Where the stake stays, the fund loses
//! its seat and nothing else.

use alloc::vec::Vec;
use frame_support::{ensure, weights::WeightMeter};
use sp_runtime::DispatchResult;
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use crate::{
    Config, Error, Funds, Neurons, Shares, Subnets, WeightInfo,
    domain::{HotkeySwap, spend},
    pallet::{
        BasketClaimed, BasketDepositedTao, BasketLiquidityUsed, BasketRate, BasketRedeemedTao,
        BasketShares, BasketTradeBucket, BasketTradingFrozen, BasketTwr, BetaBaseline,
        BetaIndexFundSample, LastColdkeyHotkeyStakeBlock, PendingBasketDeposits,
    },
};

impl<T: Config> Funds<T> {
    /// Whether the fund of one hotkey can become that of another.
    ///
    /// Errors: `NewHotKeyNotCleanForRootSwap` if the other has had a fund or has root stake;
    /// `NetworkDissolveAlreadyQueued` while a subnet is dissolved that still owes the fund.
    pub(super) fn check_swap(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) -> DispatchResult {
        if !netuid.is_root() || swap.keep_stake {
            return Ok(());
        }
        ensure!(
            !BasketRate::<T>::contains_key(swap.new)
                && Self::shares(swap.new) == 0
                && Shares::<T>::hotkey_alpha(swap.new, netuid).is_zero()
                && BasketClaimed::<T>::iter_key_prefix(swap.new)
                    .next()
                    .is_none(),
            Error::<T>::NewHotKeyNotCleanForRootSwap
        );
        ensure!(
            Shares::<T>::subnets_of(swap.old, &Self::escrow()).all(Subnets::<T>::subnet_exists),
            Error::<T>::NetworkDissolveAlreadyQueued
        );
        Ok(())
    }

    pub(super) fn weigh_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        if !netuid.is_root() {
            return true;
        }
        let (queued, rows) = (Self::count_queued(swap.old), Self::count_rows(swap.old));
        if !spend(meter, T::WeightInfo::flush_fund(queued, rows)) {
            return false;
        }
        if swap.keep_stake {
            return true;
        }
        // The flush may add a holding for each credit. Others go with the stake of their subnets,
        // where that goes too.
        let with_stake = if swap.is_everywhere { rows } else { 0 };
        let holdings = u64::from(rows.saturating_add(queued).saturating_sub(with_stake));
        let holding =
            T::WeightInfo::swap_pool().saturating_add(T::WeightInfo::swap_position(false));
        let fund =
            T::WeightInfo::swap_fund(queued).saturating_add(holding.saturating_mul(holdings));
        spend(meter, fund)
            && BasketClaimed::<T>::iter_key_prefix(swap.old)
                .all(|_| spend(meter, T::WeightInfo::swap_watermark()))
            && BasketLiquidityUsed::<T>::iter_key_prefix(swap.old)
                .all(|_| spend(meter, T::WeightInfo::swap_watermark()))
    }

    /// To be done while the hotkey has its seat and its stake.
    pub(super) fn swap_fund(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        if !netuid.is_root() {
            return;
        }
        if swap.keep_stake {
            if Neurons::<T>::is_registered(netuid, swap.old) {
                Self::leave_root(swap.old);
            }
            return;
        }
        Self::flush(swap.old);
        Self::move_shares(swap.old, swap.new);
        Self::move_trading(swap.old, swap.new);
        for (netuid, queued) in PendingBasketDeposits::<T>::drain_prefix(swap.old) {
            PendingBasketDeposits::<T>::mutate(swap.new, netuid, |alpha: &mut AlphaBalance| {
                alpha.saturating_accrue(queued)
            });
        }
        for coldkey in swap.stakers_on(netuid) {
            Self::move_hold(swap.old, swap.new, coldkey);
        }
        if !swap.is_everywhere {
            Self::move_holdings(swap.old, swap.new);
        }
    }

    /// The shares, who is owed them, and their displayed prices. The other hotkey has none.
    fn move_shares(old: &T::AccountId, new: &T::AccountId) {
        let shares = BasketShares::<T>::take(old);
        if shares > 0 {
            BasketShares::<T>::insert(new, shares);
        }
        if let Ok(rate) = BasketRate::<T>::try_get(old) {
            BasketRate::<T>::remove(old);
            BasketRate::<T>::insert(new, rate);
        }
        if let Ok(growth) = BasketTwr::<T>::try_get(old) {
            BasketTwr::<T>::remove(old);
            BasketTwr::<T>::insert(new, growth);
        }
        if let Some(baseline) = BetaBaseline::<T>::take(old) {
            BetaBaseline::<T>::insert(new, baseline);
        }
        if let Some(sample) = BetaIndexFundSample::<T>::take(old) {
            BetaIndexFundSample::<T>::insert(new, sample);
        }
        let (deposited, redeemed) = (
            BasketDepositedTao::<T>::take(old),
            BasketRedeemedTao::<T>::take(old),
        );
        BasketDepositedTao::<T>::mutate(new, |tao: &mut TaoBalance| {
            tao.saturating_accrue(deposited)
        });
        BasketRedeemedTao::<T>::mutate(new, |tao: &mut TaoBalance| tao.saturating_accrue(redeemed));
        for (coldkey, watermark) in BasketClaimed::<T>::drain_prefix(old) {
            BasketClaimed::<T>::insert(new, &coldkey, watermark);
            Shares::<T>::list_hotkey(new, &coldkey);
            Shares::<T>::forget_staking_hotkey(old, &coldkey);
        }
    }

    /// What the fund may still trade: no more than before, whatever the other hotkey might.
    fn move_trading(old: &T::AccountId, new: &T::AccountId) {
        if BasketTradingFrozen::<T>::contains_key(old) {
            BasketTradingFrozen::<T>::insert(new, ());
        }
        if let Some((available, block)) = BasketTradeBucket::<T>::take(old) {
            let (other, since) = BasketTradeBucket::<T>::get(new).unwrap_or((available, block));
            BasketTradeBucket::<T>::insert(new, (available.min(other), block.max(since)));
        }
        for (netuid, (used, block)) in BasketLiquidityUsed::<T>::drain_prefix(old) {
            let (other, since) = BasketLiquidityUsed::<T>::get(new, netuid).unwrap_or_default();
            let latest = (used.max(other), block.max(since));
            BasketLiquidityUsed::<T>::insert(new, netuid, latest);
            Subnets::<T>::note_account(netuid, new);
        }
    }

    /// Stake stays on root as long as it would have.
    fn move_hold(old: &T::AccountId, new: &T::AccountId, coldkey: &T::AccountId) {
        if let Some(since) = LastColdkeyHotkeyStakeBlock::<T>::take(coldkey, old) {
            let other = LastColdkeyHotkeyStakeBlock::<T>::get(coldkey, new).unwrap_or_default();
            LastColdkeyHotkeyStakeBlock::<T>::insert(coldkey, new, since.max(other));
        }
    }

    /// What the fund holds but for its cash, which goes with the root stake.
    fn move_holdings(old: &T::AccountId, new: &T::AccountId) {
        let escrow = Self::escrow();
        let subnets: Vec<NetUid> = Shares::<T>::subnets_of(old, &escrow)
            .filter(|netuid| !netuid.is_root())
            .collect();
        for netuid in subnets {
            Shares::<T>::move_positions(netuid, old, new, core::slice::from_ref(&escrow));
        }
    }
}
