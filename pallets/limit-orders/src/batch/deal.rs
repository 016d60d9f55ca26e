//! Dealing out what a batch has gathered and traded, in parts of what each order put in. What
//! rounding leaves goes to the last order of the side, so that the pallet keeps nothing.

use alloc::vec::Vec;
use frame_support::ensure;
use sp_runtime::{AccountId32, DispatchError, DispatchResult};
use subtensor_fixed::mul_div_u128;
use subtensor_primitives::{AlphaBalance, OrderTrades, TaoBalance};

use super::{Batch, Entry, Fees, Traded};
use crate::{Config, Error, Event, OrderSide, Pallet};

impl Fees {
    fn add(&mut self, recipient: &AccountId32, fee: u64) {
        if fee == 0 {
            return;
        }
        let known = self.0.iter_mut().find(|(who, _)| who == recipient);
        match known {
            Some((_, sum)) => *sum = sum.saturating_add(fee.into()),
            None => self.0.push((recipient.clone(), fee.into())),
        }
    }
}

impl<T: Config> Pallet<T> {
    fn as_rao(amount: u128) -> Result<u64, DispatchError> {
        u64::try_from(amount).map_err(|_| Error::<T>::ArithmeticOverflow.into())
    }

    /// Deals out all stake that came with this batch, on the hotkeys of who buys.
    pub(super) fn deal_alpha(batch: &Batch, before: AlphaBalance) -> DispatchResult {
        let (account, hotkey) = (Self::account(), Self::hotkey());
        let gathered = || Self::held(batch.netuid).saturating_sub(before);
        let (all, paid) = (gathered().to_u64().into(), batch.bought_for());
        for (place, entry) in batch.buys.iter().enumerate() {
            let share = Self::as_rao(mul_div_u128(all, entry.net.into(), paid))?;
            ensure!(share > 0, Error::<T>::ZeroShareInBatch);
            let is_last = place.saturating_add(1) == batch.buys.len();
            let share = if is_last {
                gathered()
            } else {
                AlphaBalance::new(share)
            };
            ensure!(!share.is_zero(), Error::<T>::ZeroShareInBatch);
            let terms = &entry.ready.terms;
            let to = (&terms.signer, &terms.hotkey);
            T::Trades::move_stake((&account, &hotkey), to, batch.netuid, share)?;
            Self::finish(batch, entry, share.to_u64())?;
        }
        Ok(())
    }

    /// Deals out the TAO of a batch, but for fees, to who sells.
    pub(super) fn deal_tao(batch: &Batch, traded: &Traded, fees: &mut Fees) -> DispatchResult {
        let worth = batch.worth_sold();
        let all = match traded.side {
            OrderSide::Buy => worth,
            OrderSide::Sell => batch.bought_for().saturating_add(traded.output.into()),
        };
        let parts: Vec<u128> = batch
            .sells
            .iter()
            .map(|entry| mul_div_u128(all, batch.rate.to_tao(entry.net.into()), worth))
            .collect();
        let dealt = parts
            .iter()
            .try_fold(0_u128, |sum, part| sum.checked_add(*part));
        // More than there is: the price is so high that a worth is out of range.
        let rest = dealt.and_then(|dealt| all.checked_sub(dealt));
        let rest = Self::as_rao(rest.ok_or(Error::<T>::ArithmeticOverflow)?)?;
        for (place, (entry, part)) in batch.sells.iter().zip(parts).enumerate() {
            let terms = &entry.ready.terms;
            let part = Self::as_rao(part)?;
            let fee = terms.fee_rate.mul_floor(part);
            let share = part.saturating_sub(fee);
            ensure!(share > 0, Error::<T>::ZeroShareInBatch);
            let is_last = place.saturating_add(1) == batch.sells.len();
            let share = share.saturating_add(if is_last { rest } else { 0 });
            let tao = TaoBalance::new(share);
            T::Trades::transfer_tao(&Self::account(), &terms.signer, tao)?;
            fees.add(&terms.fee_recipient, fee);
            Self::finish(batch, entry, share)?;
        }
        Ok(())
    }

    /// Notes what became of an order that was executed, and what it has brought.
    fn finish(batch: &Batch, entry: &Entry, amount_out: u64) -> DispatchResult {
        let ready = &entry.ready;
        Self::settle_links(ready, amount_out, batch.now)?;
        Self::note(ready.id, ready.status, ready.terms.expiry);
        Self::deposit_event(Event::OrderExecuted {
            order_id: ready.id,
            signer: ready.terms.signer.clone(),
            netuid: batch.netuid,
            order_type: ready.terms.order_type,
            amount_in: ready.amount,
            amount_out,
        });
        Ok(())
    }

    /// Pays the fees of sales and then of purchases, once to each recipient.
    pub(super) fn pay_fees(batch: &Batch, mut fees: Fees) -> DispatchResult {
        for Entry { ready, net } in &batch.buys {
            fees.add(
                &ready.terms.fee_recipient,
                ready.amount.saturating_sub(*net),
            );
        }
        for (recipient, fee) in fees.0 {
            let tao = TaoBalance::new(Self::as_rao(fee)?);
            T::Trades::transfer_tao(&Self::account(), &recipient, tao)?;
        }
        Ok(())
    }
}
