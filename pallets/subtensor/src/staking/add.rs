//! Buying stake (spec 50 §6.2, §6.4, §6.6). One quote is computed, checked and executed; TAO beyond it never leaves the
//! coldkey.

use frame_support::{ensure, traits::Get};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::{AlphaBalance, NetUid, SwapInterface, SwapOutcome, TaoBalance};

use super::{Limit, MAX_ORDER_TO_RESERVE};
use crate::{Config, Error, Event, Pallet, pallet::*};

type Purchase = SwapOutcome<TaoBalance, AlphaBalance>;

impl<T: Config> Pallet<T> {
    /// Stakes up to `amount` rao of a coldkey's TAO on a hotkey; the coldkey keeps its existential deposit.
    ///
    /// Errors, in order: `SubnetNotExists`, `SubtokenDisabled`, `AmountTooLow`, `InsufficientLiquidity` for an order
    /// far above the reserve, those of the pool for a limit already passed, `SlippageTooHigh`,
    /// `NotEnoughBalanceToStake`, `HotKeyAccountNotExists`, `AmountTooLow`, `InsufficientLiquidity`.
    pub(crate) fn do_add_stake(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: TaoBalance,
        limit: Limit,
    ) -> DispatchResult {
        let swap = Self::check_purchase(coldkey, hotkey, netuid, amount, limit)?;
        if limit.is_some()
            && !Self::coldkey_owns_hotkey(coldkey, hotkey)
            && !Delegates::<T>::contains_key(hotkey)
        {
            Delegates::<T>::insert(hotkey, Delegates::<T>::get(hotkey));
        }
        Self::execute_purchase(coldkey, hotkey, netuid, swap)
    }

    fn check_purchase(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        amount: TaoBalance,
        limit: Limit,
    ) -> Result<Purchase, DispatchError> {
        ensure!(Self::subnet_exists(netuid), Error::<T>::SubnetNotExists);
        ensure!(
            SubtokenEnabled::<T>::get(netuid),
            Error::<T>::SubtokenDisabled
        );
        let least = T::InitialMinStake::get();
        let fee = TaoBalance::new(T::Swap::fee(netuid, least.to_u64()));
        ensure!(
            amount >= least.saturating_add(fee),
            Error::<T>::AmountTooLow
        );
        let most = SubnetTAO::<T>::get(netuid).saturating_mul(MAX_ORDER_TO_RESERVE);
        ensure!(
            !Self::is_dynamic(netuid) || amount <= most,
            Error::<T>::InsufficientLiquidity
        );

        let payable = amount.min(Self::spendable_keep_alive(coldkey));
        let price = limit.map_or_else(T::Swap::max_price, |(price, _)| price);
        let quote = T::Swap::buy(netuid, payable, price, false);
        if let Some((_, partial)) = limit {
            let swap = quote.as_ref().map_err(|error| *error)?;
            let whole = swap.paid_in.saturating_add(swap.fee) == payable;
            ensure!(partial || whole, Error::<T>::SlippageTooHigh);
        }
        ensure!(
            partial_or(limit, amount, &quote) <= Self::spendable(coldkey),
            Error::<T>::NotEnoughBalanceToStake
        );
        ensure!(
            Self::hotkey_account_exists(hotkey),
            Error::<T>::HotKeyAccountNotExists
        );
        let swap = quote.map_err(|_| Error::<T>::InsufficientLiquidity)?;
        ensure!(swap.paid_in >= least, Error::<T>::AmountTooLow);
        ensure!(!swap.paid_out.is_zero(), Error::<T>::InsufficientLiquidity);
        ensure!(
            Self::is_stake_precise(hotkey, netuid, swap.paid_out),
            Error::<T>::InsufficientLiquidity
        );
        Ok(swap)
    }

    /// Executes a checked quote.
    pub(crate) fn execute_purchase(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        swap: Purchase,
    ) -> DispatchResult {
        let paid = swap.paid_in.saturating_add(swap.fee);
        let moved = Self::transfer_to_subnet(netuid, coldkey, paid)?;
        ensure!(moved == paid, Error::<T>::NotEnoughBalanceToStake);
        Self::apply_buy(netuid, &swap);
        Self::increase_stake(hotkey, coldkey, netuid, swap.paid_out);
        Self::pay_fee_to_author(netuid, swap.fee);
        if netuid.is_root() {
            Self::note_root_stake_added(hotkey, coldkey, swap.paid_out);
        }
        Self::deposit_event(Event::StakeAdded(
            coldkey.clone(),
            hotkey.clone(),
            paid,
            swap.paid_out,
            netuid,
            swap.fee.to_u64(),
        ));
        Ok(())
    }
}

/// What the coldkey must be able to spend: a partial order only what it executes.
fn partial_or(
    limit: Limit,
    amount: TaoBalance,
    quote: &Result<Purchase, DispatchError>,
) -> TaoBalance {
    match (limit, quote) {
        (Some((_, true)), Ok(swap)) => swap.paid_in.saturating_add(swap.fee),
        _ => amount,
    }
}
