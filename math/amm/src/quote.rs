//! Quotes: what an order pays in and gets out at the current reserves, stopped
//! at its price limit (spec 50 §5.1, §5.3). Outputs round down and are bounded
//! by the exact curve, so the pool is never short.

use subtensor_fixed::{
    full_mul,
    q120::{FRAC, ONE},
};

use crate::fee::{fee, fee_on_net};
use crate::limit::Room;
use crate::pool::{AmmError, Pool, Side};
use crate::power::decay_above;
use crate::weights::WEIGHT_ONE;

/// An order may be so many times the reserve it goes into.
const MAX_ORDER_TO_RESERVE: u128 = 1_000;
/// Orders into which an amount is divided that the pool does not take at once.
const MAX_PIECES: u32 = 8;
/// 10^-18: an order that leaves less of the output reserve takes all of it, in
/// the precision of the weights.
const MIN_KEPT: u128 = ONE / WEIGHT_ONE as u128;

/// Conditions of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Worst acceptable price, in rao of TAO per whole alpha.
    pub limit: u64,
    /// Fee in 65535ths of the input; 0 for free orders.
    pub fee_rate: u16,
    /// The output reserve must hold at least this much, in rao.
    pub minimum_reserve: u64,
}

/// Result of an order; the payer gives `paid_in + fee`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// Input that goes into the pool, in rao.
    pub paid_in: u64,
    /// Output taken from the pool, in rao.
    pub paid_out: u64,
    /// Fee in rao of the input.
    pub fee: u64,
}

impl Quote {
    /// What the payer gives, in rao.
    pub const fn spent(&self) -> u64 {
        self.paid_in.saturating_add(self.fee)
    }

    /// This order and the one after it.
    const fn plus(&self, next: &Self) -> Self {
        Self {
            paid_in: self.paid_in.saturating_add(next.paid_in),
            paid_out: self.paid_out.saturating_add(next.paid_out),
            fee: self.fee.saturating_add(next.fee),
        }
    }
}

impl Pool {
    /// Quote buying alpha with `amount` rao of TAO. With more than could ever
    /// be paid in, this is the most that the limit allows.
    ///
    /// Errors, in order: `InputTooLarge`, `ReservesTooLow`,
    /// `ReservesOutOfBalance`, `PriceLimitExceeded`, and for what would be
    /// executed `InputTooLarge`, `ReservesTooLow`, `InsufficientLiquidity`.
    pub fn buy(&self, amount: u64, terms: &Terms) -> Result<Quote, AmmError> {
        self.quote(Side::Buy, amount, terms)
    }

    /// Quote selling `amount` rao of alpha for TAO; errors as for
    /// [`Pool::buy`].
    pub fn sell(&self, amount: u64, terms: &Terms) -> Result<Quote, AmmError> {
        self.quote(Side::Sell, amount, terms)
    }

    /// Quote buying with `amount` rao of TAO as much as the pool gives, in up to eight orders one
    /// after the other, each as large as the pool takes at once; nothing where it takes none.
    pub fn buy_in_pieces(&self, amount: u64, terms: &Terms) -> Quote {
        self.quote_in_pieces(Side::Buy, amount, terms)
    }

    /// Quote selling of `amount` rao of alpha as much as the pool takes, likewise.
    pub fn sell_in_pieces(&self, amount: u64, terms: &Terms) -> Quote {
        self.quote_in_pieces(Side::Sell, amount, terms)
    }

    fn quote_in_pieces(&self, side: Side, amount: u64, terms: &Terms) -> Quote {
        let (mut pool, mut sum) = (*self, Quote::default());
        for _ in 0..MAX_PIECES {
            let (reserve_in, _) = pool.reserves(side);
            let most = u128::from(reserve_in).saturating_mul(MAX_ORDER_TO_RESERVE);
            let most = u64::try_from(most).unwrap_or(u64::MAX);
            let piece = amount.saturating_sub(sum.spent()).min(most);
            let Ok(quote) = pool.quote(side, piece, terms) else {
                break;
            };
            if quote.paid_in == 0 {
                break;
            }
            pool = pool.after(side, quote.paid_in, quote.paid_out);
            sum = sum.plus(&quote);
        }
        sum
    }

    pub(crate) fn quote(&self, side: Side, amount: u64, terms: &Terms) -> Result<Quote, AmmError> {
        let quote = self.quote_or_nothing(side, amount, terms)?;
        if quote.paid_in != 0 && quote.paid_out == 0 {
            return Err(AmmError::ReservesTooLow);
        }
        Ok(quote)
    }

    /// A quote that may pay nothing for something.
    pub(crate) fn quote_or_nothing(
        &self,
        side: Side,
        amount: u64,
        terms: &Terms,
    ) -> Result<Quote, AmmError> {
        let full_fee = fee(amount, terms.fee_rate);
        let net = amount.saturating_sub(full_fee);
        let paid_in = self.room(side, net, terms)?.admit(net);
        let paid_out = self.payout(side, paid_in)?;
        let fee = if paid_in == net {
            full_fee
        } else {
            fee_on_net(paid_in, terms.fee_rate).min(amount.saturating_sub(paid_in))
        };
        Ok(Quote {
            paid_in,
            paid_out,
            fee,
        })
    }

    /// Checks everything that does not depend on where the order ends.
    pub(crate) fn room(&self, side: Side, net: u64, terms: &Terms) -> Result<Room<'_>, AmmError> {
        let (reserve_in, reserve_out) = self.reserves(side);
        if u128::from(net) > u128::from(reserve_in).saturating_mul(MAX_ORDER_TO_RESERVE) {
            return Err(AmmError::InputTooLarge);
        }
        if reserve_out < terms.minimum_reserve.max(1) {
            return Err(AmmError::ReservesTooLow);
        }
        if !self.weights_in_bounds() {
            return Err(AmmError::ReservesOutOfBalance);
        }
        Room::up_to(terms.limit, self, side).ok_or(AmmError::PriceLimitExceeded)
    }

    /// Output of a net input: `out * (1 - (in / (in + d))^(w_in / w_out))`,
    /// rounded down; with equal weights `out * d / (in + d)`. This is the one
    /// power of a quote. At least one rao of the reserve stays.
    ///
    /// Errors: `InputTooLarge`, `InsufficientLiquidity`.
    fn payout(&self, side: Side, net: u64) -> Result<u64, AmmError> {
        let (reserve_in, reserve_out) = self.reserves(side);
        let after = reserve_in.checked_add(net).ok_or(AmmError::InputTooLarge)?;
        if net == 0 {
            return Ok(0);
        }
        let (out, after) = (u128::from(reserve_out), u128::from(after));
        let paid = if self.has_equal_weights() {
            out.saturating_mul(net.into())
                .checked_div(after)
                .unwrap_or(0)
        } else {
            let kept = decay_above(reserve_in.into(), after, self.curve(side));
            if kept < MIN_KEPT {
                return Err(AmmError::InsufficientLiquidity);
            }
            full_mul(out, ONE.saturating_sub(kept))
                .checked_shr(FRAC)
                .unwrap_or(0)
        };
        u64::try_from(paid).map_err(|_| AmmError::InsufficientLiquidity)
    }
}
