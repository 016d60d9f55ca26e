//! Quotes: what an order pays in and gets out at the current reserves, cut at
//! its price limit (spec 50 §5.1, §5.3). Outputs round down and are bounded by
//! the exact curve, so the pool is never short.

use crate::fee::{fee, fee_on_net};
use crate::pool::{AmmError, Pool, WEIGHT_ONE};
use crate::pow::{FRAC, Ratio, decay_above, growth_below, one};
use primitive_types::U256;
use subtensor_fixed::{U64F64, mul_div_u64};

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

/// Direction of an order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Buy,
    Sell,
}

impl Pool {
    /// Quote buying alpha with `amount` rao of TAO.
    pub fn buy(&self, amount: u64, terms: &Terms) -> Result<Quote, AmmError> {
        self.quote(Side::Buy, amount, terms)
    }

    /// Quote selling `amount` rao of alpha for TAO.
    pub fn sell(&self, amount: u64, terms: &Terms) -> Result<Quote, AmmError> {
        self.quote(Side::Sell, amount, terms)
    }

    fn quote(&self, side: Side, amount: u64, terms: &Terms) -> Result<Quote, AmmError> {
        let (reserve_in, reserve_out) = self.reserves(side);
        let full_fee = fee(amount, terms.fee_rate);
        let net = amount.saturating_sub(full_fee);
        if net > reserve_in.saturating_mul(1000) {
            return Err(AmmError::InputTooLarge);
        }
        if reserve_out == 0 || reserve_out < terms.minimum_reserve {
            return Err(AmmError::ReservesTooLow);
        }
        if !self.weights_in_bounds() {
            return Err(AmmError::ReservesOutOfBalance);
        }
        let limit = U64F64::from_ratio(terms.limit, 1_000_000_000);
        if !is_inside(side, self.price(), limit) {
            return Err(AmmError::PriceLimitExceeded);
        }
        let mut quote = Quote {
            paid_in: net,
            paid_out: self.payout(side, net),
            fee: full_fee,
        };
        if self.passes(side, &quote, limit) {
            let cut = self.input_to_price(side, limit).min(net);
            quote = Quote {
                paid_in: cut,
                paid_out: self.payout(side, cut),
                fee: fee_on_net(cut, terms.fee_rate).min(amount.saturating_sub(cut)),
            };
        }
        if quote.paid_in != 0 && quote.paid_out == 0 {
            return Err(AmmError::ReservesTooLow);
        }
        if quote.paid_out >= reserve_out {
            return Err(AmmError::InsufficientLiquidity);
        }
        Ok(quote)
    }

    /// Reserve that grows and reserve that shrinks.
    fn reserves(&self, side: Side) -> (u64, u64) {
        match side {
            Side::Buy => (self.tao, self.alpha),
            Side::Sell => (self.alpha, self.tao),
        }
    }

    /// Output of a net input: `out * (1 - (in / (in + d))^(w_in / w_out))`,
    /// rounded down; with equal weights the exact `out * d / (in + d)`.
    fn payout(&self, side: Side, net: u64) -> u64 {
        let (reserve_in, reserve_out) = self.reserves(side);
        let (base, quote) = (self.base_weight_parts(), self.quote_weight_parts);
        let after = u128::from(reserve_in).saturating_add(net.into());
        if base == quote {
            let out = u128::from(reserve_out).saturating_mul(net.into());
            let out = out.checked_div(after).unwrap_or(0);
            return u64::try_from(out).unwrap_or(u64::MAX);
        }
        if reserve_in == 0 {
            return 0;
        }
        let (num, den) = match side {
            Side::Buy => (quote, base),
            Side::Sell => (base, quote),
        };
        let kept = decay_above(reserve_in.into(), after, Ratio { num, den });
        let out = U256::from(reserve_out).saturating_mul(one().saturating_sub(kept));
        (out >> FRAC).low_u64()
    }

    /// Whether the price after the quote lies past the limit. A drained
    /// reserve counts as past every limit.
    fn passes(&self, side: Side, quote: &Quote, limit: U64F64) -> bool {
        let mut after = *self;
        match side {
            Side::Buy => {
                after.tao = after.tao.saturating_add(quote.paid_in);
                after.alpha = after.alpha.saturating_sub(quote.paid_out);
                after.alpha == 0 || after.price() > limit
            }
            Side::Sell => {
                after.alpha = after.alpha.saturating_add(quote.paid_in);
                after.tao = after.tao.saturating_sub(quote.paid_out);
                after.price() < limit
            }
        }
    }

    /// Input that moves the price to `target`, rounded down; 0 if the target
    /// lies in the other direction. At most 17.446... times the reserve.
    fn input_to_price(&self, side: Side, target: U64F64) -> u64 {
        let price = self.price();
        let (reserve, _) = self.reserves(side);
        let (large, small, weight) = match side {
            Side::Buy => (target, price, self.base_weight_parts()),
            Side::Sell => (price, target, self.quote_weight_parts),
        };
        // The largest factor that 18 decimals in a u64 can state.
        let cap = (U256::from(u64::MAX) << FRAC)
            .checked_div(WEIGHT_ONE.into())
            .unwrap_or_default();
        if large <= small {
            return 0;
        }
        let factor = if small.is_zero() {
            cap
        } else {
            let exponent = Ratio {
                num: weight,
                den: WEIGHT_ONE,
            };
            growth_below(large.to_bits(), small.to_bits(), exponent, cap)
        };
        let input = U256::from(reserve).saturating_mul(factor.saturating_sub(one()));
        u64::try_from(input >> FRAC).unwrap_or(u64::MAX)
    }

    /// TAO that a buy must add to raise the price to `target`, in rao.
    pub fn tao_to_reach(&self, target: U64F64) -> u64 {
        self.input_to_price(Side::Buy, target)
    }

    /// Alpha that a sell must add to lower the price to `target`, in rao.
    pub fn alpha_to_reach(&self, target: U64F64) -> u64 {
        self.input_to_price(Side::Sell, target)
    }

    /// Alpha worth `tao` rao at the current price, ignoring slippage and fee;
    /// 0 without a price.
    pub fn alpha_for_tao(&self, tao: u64) -> u64 {
        U64F64::from_num(tao).safe_div(self.price()).to_u64()
    }

    /// TAO worth `alpha` rao at the current price, ignoring slippage and fee.
    pub fn tao_for_alpha(&self, alpha: u64) -> u64 {
        if self.base_weight_parts() == self.quote_weight_parts {
            return mul_div_u64(alpha, self.tao, self.alpha);
        }
        U64F64::from_num(alpha)
            .saturating_mul(self.price())
            .to_u64()
    }
}

/// Whether a price still leaves room before the limit.
fn is_inside(side: Side, price: U64F64, limit: U64F64) -> bool {
    match side {
        Side::Buy => price < limit,
        Side::Sell => price > limit,
    }
}
