//! Executing orders one by one against the pool (spec 80 B.5), and what becomes of them.

use frame_support::{ensure, storage::with_storage_layer, traits::Time};
use sp_core::H256;
use sp_runtime::{AccountId32, DispatchError, DispatchResult, traits::SaturatedConversion};
use subtensor_primitives::{AlphaBalance, OrderTrades, TaoBalance};

use crate::{
    Config, Error, Event, LimitOrdersEnabled, OrderExpiries, OrderStatus, Orders, Pallet,
    SignedOrder, VersionedOrder,
    validate::{Moment, Ready},
};

impl<T: Config> Pallet<T> {
    /// The time of the block, milliseconds.
    pub(crate) fn now() -> u64 {
        T::Time::now().saturated_into()
    }

    /// Executes orders in turn; each is done as a whole or leaves nothing. Returns how many of them
    /// came as far as a trade.
    pub(crate) fn do_execute_orders(
        relayer: &AccountId32,
        orders: &[SignedOrder<AccountId32>],
        should_fail: bool,
    ) -> Result<u64, DispatchError> {
        ensure!(
            LimitOrdersEnabled::<T>::get(),
            Error::<T>::LimitOrdersDisabled
        );
        let (now, mut trades) = (Self::now(), 0_u64);
        for signed in orders {
            let (payload, order_id) = signed.order.payload_and_id();
            let terms = signed.order.terms();
            let moment = Moment {
                now,
                price: T::Trades::price(terms.netuid),
                relayer,
            };
            let done = Self::check_order(signed, terms, (&payload, order_id), &moment);
            let done = done.and_then(|ready| {
                trades = trades.saturating_add(1);
                with_storage_layer(|| Self::execute_one(&ready, now))
            });
            let Err(reason) = done else {
                continue;
            };
            if should_fail {
                return Err(reason);
            }
            Self::deposit_event(Event::OrderSkipped { order_id, reason });
        }
        Ok(trades)
    }

    fn execute_one(ready: &Ready, now: u64) -> DispatchResult {
        let (terms, limit) = (&ready.terms, TaoBalance::new(ready.terms.worst_price()));
        let (signer, hotkey, netuid) = (&terms.signer, &terms.hotkey, terms.netuid);
        let (amount_in, amount_out, fee) = if terms.is_buy() {
            let fee = terms.fee_rate.mul_floor(ready.amount);
            let net = ready.amount.saturating_sub(fee);
            let tao = TaoBalance::new(net);
            let bought = T::Trades::buy_alpha(signer, hotkey, netuid, tao, limit)?;
            (net, bought.to_u64(), fee)
        } else {
            let alpha = AlphaBalance::new(ready.amount);
            let paid = T::Trades::sell_alpha(signer, hotkey, netuid, alpha, limit)?.to_u64();
            let fee = terms.fee_rate.mul_floor(paid);
            (ready.amount, paid.saturating_sub(fee), fee)
        };
        // Nobody gives something for nothing (80 I8).
        ensure!(amount_out > 0, Error::<T>::SwapReturnedZero);
        if fee > 0 {
            T::Trades::transfer_tao(signer, &terms.fee_recipient, TaoBalance::new(fee))?;
        }
        Self::settle_links(ready, amount_out, now)?;
        Self::note(ready.id, ready.status, terms.expiry);
        Self::deposit_event(Event::OrderExecuted {
            order_id: ready.id,
            signer: signer.clone(),
            netuid,
            order_type: terms.order_type,
            amount_in,
            amount_out,
        });
        Ok(())
    }

    /// Keeps the status of an order until it has expired and somebody prunes it.
    pub(crate) fn note(id: H256, status: OrderStatus, expiry: u64) {
        Orders::<T>::insert(id, status);
        OrderExpiries::<T>::insert(id, expiry);
    }

    /// Takes an order back for its signer, also one of which a part was executed.
    pub(crate) fn do_cancel(
        who: &AccountId32,
        order: &VersionedOrder<AccountId32>,
    ) -> DispatchResult {
        let terms = order.terms();
        ensure!(terms.signer == *who, Error::<T>::Unauthorized);
        let (_, order_id) = order.payload_and_id();
        let is_open = matches!(
            Orders::<T>::get(order_id),
            None | Some(OrderStatus::PartiallyFilled(_))
        );
        ensure!(is_open, Error::<T>::OrderAlreadyProcessed);
        Self::note(order_id, OrderStatus::Cancelled, terms.expiry);
        Self::deposit_event(Event::OrderCancelled {
            order_id,
            signer: terms.signer,
        });
        Ok(())
    }

    /// Forgets orders that have expired, which nobody can execute any more; passes over others.
    pub(crate) fn forget_expired(ids: &[H256]) {
        let now = Self::now();
        for id in ids {
            if OrderExpiries::<T>::get(id).is_some_and(|expiry| now > expiry) {
                Orders::<T>::remove(id);
                OrderExpiries::<T>::remove(id);
            }
        }
    }
}
