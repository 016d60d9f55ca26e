//! Trading with the pool what the orders of a batch leave over.

use frame_support::ensure;
use sp_runtime::DispatchError;
use subtensor_primitives::{AlphaBalance, OrderTrades, TaoBalance};

use super::{Batch, Entry, Traded};
use crate::{Config, Error, OrderSide, Pallet};

impl Batch {
    /// TAO of all purchases, without fees.
    pub(super) fn bought_for(&self) -> u128 {
        Self::sum(&self.buys)
    }

    /// What the alpha of all sales is worth, TAO.
    pub(super) fn worth_sold(&self) -> u128 {
        self.rate.to_tao(Self::sum(&self.sells))
    }

    fn sum(entries: &[Entry]) -> u128 {
        entries
            .iter()
            .fold(0, |sum, entry| sum.saturating_add(entry.net.into()))
    }

    /// The strictest of the worst prices of an order on the side that trades, rao per alpha.
    fn limit(&self, side: OrderSide) -> TaoBalance {
        let prices = |entries: &[Entry]| {
            let all = entries.iter().map(|entry| entry.ready.terms.worst_price());
            all.collect::<alloc::vec::Vec<u64>>()
        };
        TaoBalance::new(match side {
            OrderSide::Buy => prices(&self.buys).into_iter().min().unwrap_or(u64::MAX),
            OrderSide::Sell => prices(&self.sells).into_iter().max().unwrap_or(0),
        })
    }
}

impl<T: Config> Pallet<T> {
    /// Buys for the TAO that sales do not take, or sells the alpha that purchases do not take.
    /// `before` is what the pallet held before this batch.
    pub(super) fn trade(batch: &Batch, before: AlphaBalance) -> Result<Traded, DispatchError> {
        let (bought_for, worth) = (batch.bought_for(), batch.worth_sold());
        let side = if bought_for >= worth {
            OrderSide::Buy
        } else {
            OrderSide::Sell
        };
        let input = match side {
            OrderSide::Buy => bought_for.saturating_sub(worth),
            // What has arrived: moving stake rounds its shares.
            OrderSide::Sell => {
                let gathered = Self::held(batch.netuid).saturating_sub(before);
                let wanted = batch.rate.to_alpha(bought_for);
                let wanted = wanted.ok_or(Error::<T>::ArithmeticOverflow)?;
                u128::from(gathered.to_u64()).saturating_sub(wanted)
            }
        };
        let input = u64::try_from(input).map_err(|_| Error::<T>::ArithmeticOverflow)?;
        let output = if input == 0 {
            0
        } else {
            let output = Self::trade_with_pool(batch, side, input)?;
            ensure!(output > 0, Error::<T>::SwapReturnedZero);
            output
        };
        Ok(Traded {
            side,
            input,
            output,
        })
    }

    fn trade_with_pool(batch: &Batch, side: OrderSide, input: u64) -> Result<u64, DispatchError> {
        let (account, hotkey) = (Self::account(), Self::hotkey());
        let (netuid, limit) = (batch.netuid, batch.limit(side));
        match side {
            OrderSide::Buy => {
                let tao = TaoBalance::new(input);
                let bought = T::Trades::buy_alpha(&account, &hotkey, netuid, tao, limit)?;
                Ok(bought.to_u64())
            }
            OrderSide::Sell => {
                let alpha = AlphaBalance::new(input);
                let paid = T::Trades::sell_alpha(&account, &hotkey, netuid, alpha, limit)?;
                Ok(paid.to_u64())
            }
        }
    }
}
