//! Buying stake (spec 50 §6.2, §6.4, §6.6). One quote is computed, checked and executed; TAO beyond
//! it never leaves the coldkey.

use frame_support::ensure;
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::{AlphaBalance, NetUid, SwapFee, SwapInterface, TaoBalance};

use super::{MAX_ORDER_TO_RESERVE, OrderLimit, Purchase};
use crate::{
    Config, Error, Event, Hotkeys, Ledger, Pallet, Shares, Staking, Subnets, Takes, shares::Giver,
};

impl<T: Config> Staking<T> {
    /// Stakes up to `amount` rao of a coldkey's TAO on a hotkey; the coldkey keeps its existential
    /// deposit. Returns the alpha bought.
    pub(crate) fn do_add_stake(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: TaoBalance,
        limit: Option<OrderLimit>,
    ) -> Result<AlphaBalance, DispatchError> {
        let swap = Self::check_purchase(coldkey, hotkey, netuid, amount, limit)?;
        if limit.is_some() {
            Takes::<T>::become_delegate(hotkey, coldkey);
        }
        Self::execute_purchase(coldkey, hotkey, netuid, &swap)?;
        Ok(swap.paid_out)
    }

    /// What `amount` rao of a coldkey's TAO buy as stake on a hotkey; a little less where they are
    /// all it has.
    ///
    /// Errors: those of `add_stake`, with a limit those of `add_stake_limit`.
    pub(crate) fn check_purchase(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: TaoBalance,
        limit: Option<OrderLimit>,
    ) -> Result<Purchase, DispatchError> {
        let max = Ledger::<T>::pool_tao(netuid).saturating_mul(MAX_ORDER_TO_RESERVE);
        ensure!(
            !Subnets::<T>::is_dynamic(netuid) || amount <= max,
            Error::<T>::InsufficientLiquidity
        );
        let min = Self::least_trade(coldkey);
        let fee = TaoBalance::new(T::Swap::fee(netuid, min.to_u64()));
        let is_large_enough = amount >= min.saturating_add(fee);

        let funds = Ledger::<T>::spendable(coldkey);
        let payable = if amount <= funds {
            amount.min(Ledger::<T>::spendable_keep_alive(coldkey))
        } else {
            amount
        };
        let price = limit.map_or_else(T::Swap::max_price, |limit| limit.price);
        let quote = T::Swap::buy(netuid, payable, price, SwapFee::Charged);
        if limit.is_some() && is_large_enough && Subnets::<T>::is_dynamic(netuid) {
            quote?;
        }
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        ensure!(
            Subnets::<T>::is_trading(netuid),
            Error::<T>::SubtokenDisabled
        );
        ensure!(is_large_enough, Error::<T>::AmountTooLow);
        let taken = quote.map_or(TaoBalance::ZERO, |swap| swap.spent());
        let is_partial = limit.is_some_and(|limit| limit.is_partial);
        ensure!(
            limit.is_none() || is_partial || taken == payable,
            Error::<T>::SlippageTooHigh
        );
        ensure!(
            (if is_partial { taken } else { amount }) <= funds,
            Error::<T>::NotEnoughBalanceToStake
        );
        ensure!(
            Hotkeys::<T>::hotkey_account_exists(hotkey),
            Error::<T>::HotKeyAccountNotExists
        );
        let swap = match quote {
            Ok(swap) => swap,
            // Where the price is fixed, a limit below it leaves nothing of a partial order.
            Err(_) if is_partial => return Err(Error::<T>::AmountTooLow.into()),
            Err(_) => return Err(Error::<T>::InsufficientLiquidity.into()),
        };
        ensure!(swap.paid_in >= min, Error::<T>::AmountTooLow);
        Self::check_credit(hotkey, netuid, swap.paid_out)?;
        Shares::<T>::ensure_may_stake_on(hotkey, coldkey, Giver::Itself)?;
        Ok(swap)
    }

    /// Whether the pool of a hotkey can take up the alpha of a purchase.
    ///
    /// Errors: `InsufficientLiquidity`.
    pub(crate) fn check_credit(
        hotkey: &T::AccountId,
        netuid: NetUid,
        alpha: AlphaBalance,
    ) -> DispatchResult {
        ensure!(
            !alpha.is_zero() && Shares::<T>::is_stake_precise(hotkey, netuid, alpha),
            Error::<T>::InsufficientLiquidity
        );
        Ok(())
    }

    /// Executes a checked quote with the coldkey's TAO.
    pub(crate) fn execute_purchase(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        swap: &Purchase,
    ) -> DispatchResult {
        let paid = swap.spent();
        let moved = Ledger::<T>::transfer_to_subnet(netuid, coldkey, paid)?;
        ensure!(moved == paid, Error::<T>::NotEnoughBalanceToStake);
        Self::settle_purchase(coldkey, hotkey, netuid, swap);
        Ok(())
    }

    /// Executes a checked quote whose TAO is on the subnet's account.
    pub(crate) fn settle_purchase(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        swap: &Purchase,
    ) {
        Ledger::<T>::apply_buy(netuid, swap);
        Shares::<T>::increase_stake(hotkey, coldkey, netuid, swap.paid_out);
        Self::pay_fee_to_author(netuid, swap.fee);
        Pallet::<T>::deposit_event(Event::StakeAdded(
            coldkey.clone(),
            hotkey.clone(),
            swap.spent(),
            swap.paid_out,
            netuid,
            swap.fee.to_u64(),
        ));
    }
}
