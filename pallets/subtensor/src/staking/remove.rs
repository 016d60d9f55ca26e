//! Selling stake (spec 50 §6.3, §6.4, §6.6).

use frame_support::{
    dispatch::DispatchResultWithPostInfo, ensure, storage::with_storage_layer, weights::Weight,
};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::{AlphaBalance, NetUid, SwapFee, SwapInterface, TaoBalance};

use super::{MAX_ORDER_TO_RESERVE, OrderLimit, Sale};
use crate::{
    Config, Error, Event, Funds, Hotkeys, Ledger, Locks, Nominations, Pallet, Shares, Staking,
    Subnets, WeightInfo,
    funds::{max_weight_of_root_change, weight_of_root_change, weight_of_settled_root_change},
    shares::Giver,
    weight_info::MAX_SUBNETS,
};

/// Weight of a sale after which a small rest is sold too.
pub(crate) fn max_weight_of_remove_stake<T: Config>(netuid: NetUid) -> Weight {
    sale::<T>(max_weight_of_root_change::<T>(netuid))
        .saturating_add(T::WeightInfo::look_at_lock())
        .saturating_add(rest::<T>(netuid))
}

/// The same as the rules are now, without a rest where none is too small. Costs reads, so no call
/// can declare it.
pub(crate) fn max_weight_of_remove_stake_now<T: Config>(netuid: NetUid) -> Weight {
    let sale = sale::<T>(max_weight_of_root_change::<T>(netuid))
        .saturating_add(T::WeightInfo::look_at_lock());
    if Nominations::<T>::nominator_min_stake().is_zero() {
        return sale;
    }
    sale.saturating_add(rest::<T>(netuid))
}

/// Weight of selling on as many subnets as there may be.
pub(crate) fn max_weight_of_unstake_all<T: Config>() -> Weight {
    weight_of_unstake_all::<T>(MAX_SUBNETS)
        .saturating_add(max_weight_of_root_change::<T>(NetUid::ROOT))
}

/// Weight of trying to sell on so many subnets, whatever is locked there.
pub(super) fn weight_of_unstake_all<T: Config>(subnets: u32) -> Weight {
    let locks = T::WeightInfo::look_at_lock().saturating_mul(subnets.into());
    T::WeightInfo::unstake_all(subnets).saturating_add(locks)
}

/// The sale of a small rest, for which the fund has nothing more to take in.
fn rest<T: Config>(netuid: NetUid) -> Weight {
    T::WeightInfo::clear_nomination().saturating_add(weight_of_settled_root_change::<T>(netuid))
}

/// A sale, with what leaving root adds to it.
fn sale<T: Config>(leaving_root: Weight) -> Weight {
    T::WeightInfo::remove_stake().saturating_add(leaving_root)
}

impl<T: Config> Staking<T> {
    /// Sells up to `amount` rao of a coldkey's stake on a hotkey, and the rest if it is too small a
    /// nomination. Weighs what was done.
    pub(crate) fn do_remove_stake(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
        limit: Option<OrderLimit>,
    ) -> DispatchResultWithPostInfo {
        let swap = Self::check_sale(coldkey, hotkey, netuid, amount, limit)?;
        let leaving = weight_of_root_change::<T>(hotkey, netuid);
        Self::execute_sale(coldkey, hotkey, netuid, &swap)?;
        let lock = Locks::<T>::weight_of_look(netuid, coldkey);
        let mut weight = sale::<T>(leaving).saturating_add(lock);
        if Nominations::<T>::clear_small_nomination_if_required(hotkey, coldkey, netuid) {
            weight = weight.saturating_add(rest::<T>(netuid));
        }
        Ok(Some(weight).into())
    }

    /// What up to `amount` rao of a coldkey's stake on a hotkey sell for.
    ///
    /// Errors: those of `remove_stake`, with a limit those of `remove_stake_limit`.
    pub(super) fn check_sale(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: AlphaBalance,
        limit: Option<OrderLimit>,
    ) -> Result<Sale, DispatchError> {
        ensure!(
            Subnets::<T>::is_trading(netuid),
            Error::<T>::SubtokenDisabled
        );
        let held = Shares::<T>::stake_of(hotkey, coldkey, netuid);
        let amount = amount.min(held);
        ensure!(!amount.is_zero(), Error::<T>::AmountTooLow);
        let max = Ledger::<T>::pool_alpha(netuid).saturating_mul(MAX_ORDER_TO_RESERVE);
        ensure!(
            !Subnets::<T>::is_dynamic(netuid) || amount <= max,
            Error::<T>::InsufficientLiquidity
        );

        let swap = match limit {
            None => T::Swap::sell(netuid, amount, T::Swap::min_price(), SwapFee::Charged)
                .map_err(|_| Error::<T>::InsufficientLiquidity)?,
            Some(OrderLimit { price, .. }) if Subnets::<T>::is_dynamic(netuid) => {
                T::Swap::sell(netuid, amount, price, SwapFee::Charged)?
            }
            // Where the price is fixed, a limit above it leaves nothing of the order.
            Some(OrderLimit { price, .. }) => {
                T::Swap::sell(netuid, amount, price, SwapFee::Charged).unwrap_or_default()
            }
        };
        let sold = swap.spent();
        let is_partial = limit.is_none_or(|limit| limit.is_partial);
        ensure!(is_partial || sold == amount, Error::<T>::SlippageTooHigh);
        let is_large_enough = swap.paid_out >= Self::least_trade(coldkey);
        ensure!(is_large_enough || sold == held, Error::<T>::AmountTooLow);
        ensure!(
            Hotkeys::<T>::hotkey_account_exists(hotkey),
            Error::<T>::HotKeyAccountNotExists
        );
        Shares::<T>::ensure_available(hotkey, coldkey, netuid, sold)?;
        if netuid.is_root() {
            Funds::<T>::ensure_may_leave_root(hotkey, coldkey)?;
        }
        Ok(swap)
    }

    /// Executes a checked quote and pays the coldkey.
    pub(crate) fn execute_sale(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        swap: &Sale,
    ) -> DispatchResult {
        Self::settle_sale(coldkey, hotkey, netuid, swap)?;
        Ledger::<T>::transfer_from_subnet(netuid, coldkey, swap.paid_out)
    }

    /// Executes a checked quote; the TAO stays on the subnet's account for the caller to pay out.
    ///
    /// Errors: `NotEnoughStakeToWithdraw`.
    pub(crate) fn settle_sale(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        swap: &Sale,
    ) -> DispatchResult {
        let sold = swap.spent();
        Shares::<T>::decrease_stake(hotkey, coldkey, netuid, sold)?;
        Ledger::<T>::apply_sell(netuid, swap);
        Self::pay_alpha_fee_to_author(netuid, swap.fee);
        Pallet::<T>::deposit_event(Event::StakeRemoved(
            coldkey.clone(),
            hotkey.clone(),
            swap.paid_out,
            swap.paid_in,
            netuid,
            swap.fee.to_u64(),
        ));
        Ok(())
    }

    /// Sells all stake of a coldkey on a hotkey, on every subnet where that is possible. Weighs the
    /// subnets on which it was tried.
    pub(crate) fn do_unstake_all(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
    ) -> DispatchResultWithPostInfo {
        ensure!(
            Hotkeys::<T>::hotkey_account_exists(hotkey),
            Error::<T>::HotKeyAccountNotExists
        );
        let held = Self::subnets_of_position(coldkey, hotkey);
        let root = held.iter().find(|netuid| netuid.is_root());
        let root = root.map_or(Weight::zero(), |root| {
            weight_of_root_change::<T>(hotkey, *root)
        });
        let (weight, _) = Self::sell_all(coldkey, hotkey, held);
        Ok(Some(weight.saturating_add(root)).into())
    }

    /// Sells all alpha of a coldkey on a hotkey and stakes the TAO on root. Weighs the subnets on
    /// which it was tried.
    pub(crate) fn do_unstake_all_alpha(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
    ) -> DispatchResultWithPostInfo {
        ensure!(
            Hotkeys::<T>::hotkey_account_exists(hotkey),
            Error::<T>::HotKeyAccountNotExists
        );
        let held = Self::subnets_of_position(coldkey, hotkey)
            .into_iter()
            .filter(|netuid| !netuid.is_root());
        let (weight, tao) = Self::sell_all(coldkey, hotkey, held);
        ensure!(!tao.is_zero(), Error::<T>::AmountTooLow);
        let swap = T::Swap::buy(NetUid::ROOT, tao, T::Swap::max_price(), SwapFee::Charged)?;
        Self::check_credit(hotkey, NetUid::ROOT, swap.paid_out)?;
        Shares::<T>::ensure_may_stake_on(hotkey, coldkey, Giver::Itself)?;
        let joined = weight_of_root_change::<T>(hotkey, NetUid::ROOT);
        Self::execute_purchase(coldkey, hotkey, NetUid::ROOT, &swap)?;
        Ok(Some(weight.saturating_add(joined)).into())
    }

    /// Subnets on which a coldkey has stake on a hotkey, in list order.
    fn subnets_of_position(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
    ) -> alloc::vec::Vec<NetUid> {
        Shares::<T>::subnets_of(hotkey, coldkey).collect()
    }

    /// Sells all stake where it can be sold; returns the weight of trying and the TAO received.
    /// Each sale stands for itself.
    fn sell_all(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        subnets: impl IntoIterator<Item = NetUid>,
    ) -> (Weight, TaoBalance) {
        let sell = |netuid| {
            with_storage_layer(|| -> Result<TaoBalance, DispatchError> {
                let swap = Self::check_sale(coldkey, hotkey, netuid, AlphaBalance::MAX, None)?;
                Self::execute_sale(coldkey, hotkey, netuid, &swap)?;
                Ok(swap.paid_out)
            })
        };
        let (mut tried, mut locks, mut sum) = (0u32, Weight::zero(), TaoBalance::ZERO);
        for netuid in subnets {
            tried = tried.saturating_add(1);
            locks = locks.saturating_add(Locks::<T>::weight_of_look(netuid, coldkey));
            sum = sum.saturating_add(sell(netuid).unwrap_or_default());
        }
        (T::WeightInfo::unstake_all(tried).saturating_add(locks), sum)
    }
}
