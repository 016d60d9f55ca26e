//! Selling stake (spec 50 §6.3, §6.4, §6.6).

use frame_support::{ensure, storage::with_storage_layer, traits::Get};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::{AlphaBalance, NetUid, SwapInterface, SwapOutcome, TaoBalance};

use super::{Limit, MAX_ORDER_TO_RESERVE};
use crate::{Config, Error, Event, Pallet, pallet::*};

type Sale = SwapOutcome<AlphaBalance, TaoBalance>;

impl<T: Config> Pallet<T> {
    /// Sells up to `amount` rao of a coldkey's stake on a hotkey.
    ///
    /// Errors, in order: `SubtokenDisabled`, `AmountTooLow`, `InsufficientLiquidity`, those of the pool for a limit
    /// already passed, `SlippageTooHigh`, `AmountTooLow` if what is left would be stake and what comes out is less
    /// than the least stake, `HotKeyAccountNotExists`.
    pub(crate) fn do_remove_stake(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
        limit: Limit,
    ) -> DispatchResult {
        let swap = Self::check_sale(coldkey, hotkey, netuid, amount, limit)?;
        Self::execute_sale(coldkey, hotkey, netuid, swap).map(|_| ())
    }

    fn check_sale(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
        limit: Limit,
    ) -> Result<Sale, DispatchError> {
        ensure!(
            SubtokenEnabled::<T>::get(netuid),
            Error::<T>::SubtokenDisabled
        );
        let held = Self::stake_of(hotkey, coldkey, netuid);
        let amount = amount.min(held);
        ensure!(!amount.is_zero(), Error::<T>::AmountTooLow);
        let most = SubnetAlphaIn::<T>::get(netuid).saturating_mul(MAX_ORDER_TO_RESERVE);
        ensure!(
            !Self::is_dynamic(netuid) || amount <= most,
            Error::<T>::InsufficientLiquidity
        );

        let price = limit.map_or_else(T::Swap::min_price, |(price, _)| price);
        let swap = T::Swap::sell(netuid, amount, price, false).map_err(|error| {
            if limit.is_some() {
                error
            } else {
                Error::<T>::InsufficientLiquidity.into()
            }
        })?;
        let sold = swap.paid_in.saturating_add(swap.fee);
        let partial = limit.is_none_or(|(_, partial)| partial);
        ensure!(partial || sold == amount, Error::<T>::SlippageTooHigh);
        let enough = swap.paid_out >= T::InitialMinStake::get();
        ensure!(enough || sold == held, Error::<T>::AmountTooLow);
        ensure!(
            Self::hotkey_account_exists(hotkey),
            Error::<T>::HotKeyAccountNotExists
        );
        Ok(swap)
    }

    /// Executes a checked quote; returns the TAO paid to the coldkey.
    fn execute_sale(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        swap: Sale,
    ) -> Result<TaoBalance, DispatchError> {
        let sold = swap.paid_in.saturating_add(swap.fee);
        Self::decrease_stake(hotkey, coldkey, netuid, sold)?;
        Self::apply_sell(netuid, &swap);
        Self::transfer_from_subnet(netuid, coldkey, swap.paid_out)?;
        Self::pay_alpha_fee_to_author(netuid, swap.fee);
        if netuid.is_root() {
            Self::note_root_stake_removed(hotkey, coldkey, sold);
        }
        Self::deposit_event(Event::StakeRemoved(
            coldkey.clone(),
            hotkey.clone(),
            swap.paid_out,
            swap.paid_in,
            netuid,
            swap.fee.to_u64(),
        ));
        Ok(swap.paid_out)
    }

    /// Sells all stake of a coldkey on a hotkey, on every subnet where that is possible.
    ///
    /// Errors: `HotKeyAccountNotExists`.
    pub(crate) fn do_unstake_all(coldkey: &T::AccountId, hotkey: &T::AccountId) -> DispatchResult {
        ensure!(
            Self::hotkey_account_exists(hotkey),
            Error::<T>::HotKeyAccountNotExists
        );
        Self::sell_all(coldkey, hotkey, Self::subnet_netuids());
        Ok(())
    }

    /// Sells all alpha of a coldkey on a hotkey and stakes the TAO on root.
    ///
    /// Errors: `HotKeyAccountNotExists`; `AmountTooLow` if nothing was sold.
    pub(crate) fn do_unstake_all_alpha(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
    ) -> DispatchResult {
        ensure!(
            Self::hotkey_account_exists(hotkey),
            Error::<T>::HotKeyAccountNotExists
        );
        let subnets = Self::subnet_netuids()
            .into_iter()
            .filter(|netuid| !netuid.is_root());
        let tao = Self::sell_all(coldkey, hotkey, subnets);
        ensure!(!tao.is_zero(), Error::<T>::AmountTooLow);
        ensure!(
            Self::is_stake_precise(hotkey, NetUid::ROOT, AlphaBalance::new(tao.to_u64())),
            Error::<T>::InsufficientLiquidity
        );
        let swap = T::Swap::buy(NetUid::ROOT, tao, T::Swap::max_price(), false)?;
        Self::execute_purchase(coldkey, hotkey, NetUid::ROOT, swap)
    }

    /// Sells all stake where it can be sold; returns the TAO received. Each sale stands for itself.
    fn sell_all(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        subnets: impl IntoIterator<Item = NetUid>,
    ) -> TaoBalance {
        let sell = |netuid| {
            with_storage_layer(|| {
                let swap = Self::check_sale(coldkey, hotkey, netuid, AlphaBalance::MAX, None)?;
                Self::execute_sale(coldkey, hotkey, netuid, swap)
            })
        };
        subnets
            .into_iter()
            .filter_map(|netuid| sell(netuid).ok())
            .sum()
    }
}
