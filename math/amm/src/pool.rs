//! The pool record, its price and the two ways to trade with it (spec 50
//! §5.1).

use subtensor_fixed::U64F64;

use crate::power::Exponent;
use crate::weights::{HALF_WEIGHT, MIN_WEIGHT, WEIGHT_ONE};

/// Why a quote or a new weight was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmmError {
    /// A weight would leave [0.01, 0.99], or the pool is empty.
    ReservesOutOfBalance,
    /// The net input exceeds 1000 times the reserve it goes into, or the
    /// reserve would pass 64 bits.
    InputTooLarge,
    /// The output reserve is below the minimum, or the output rounds to 0.
    ReservesTooLow,
    /// The price is already at or past the limit.
    PriceLimitExceeded,
    /// The order would leave less than 10^-18 of the output reserve.
    InsufficientLiquidity,
}

/// Reserves and weights of a pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pool {
    /// TAO reserve in rao.
    pub tao: u64,
    /// Alpha reserve in rao.
    pub alpha: u64,
    /// Weight of TAO in parts of 10^18; alpha has the rest.
    pub quote_weight_parts: u64,
}

/// Direction of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// TAO in, alpha out.
    Buy,
    /// Alpha in, TAO out.
    Sell,
}

impl Pool {
    /// Weight of alpha, in parts of 10^18.
    pub(crate) const fn base_weight_parts(&self) -> u64 {
        WEIGHT_ONE.saturating_sub(self.quote_weight_parts)
    }

    /// Price in TAO per alpha, `(w_alpha / w_tao) * (tao / alpha)`; 0 for a
    /// pool without alpha.
    pub fn price(&self) -> U64F64 {
        let weights = U64F64::from_ratio(self.base_weight_parts(), self.quote_weight_parts);
        weights.saturating_mul(U64F64::from_ratio(self.tao, self.alpha))
    }

    /// Whether both weights are within their bounds.
    pub(crate) const fn weights_in_bounds(&self) -> bool {
        self.quote_weight_parts >= MIN_WEIGHT && self.base_weight_parts() >= MIN_WEIGHT
    }

    /// Alpha worth `tao` rao at the current price, ignoring slippage and fee;
    /// 0 without a price.
    pub fn alpha_for_tao(&self, tao: u64) -> u64 {
        U64F64::from_num(tao).safe_div(self.price()).to_u64()
    }

    /// Whether a swap needs no power.
    pub(crate) const fn has_equal_weights(&self) -> bool {
        self.quote_weight_parts == HALF_WEIGHT
    }

    /// Reserve that grows and reserve that shrinks.
    pub(crate) const fn reserves(&self, side: Side) -> (u64, u64) {
        match side {
            Side::Buy => (self.tao, self.alpha),
            Side::Sell => (self.alpha, self.tao),
        }
    }

    /// Weight of what comes in and of what goes out.
    pub(crate) const fn weights(&self, side: Side) -> (u64, u64) {
        let (base, quote) = (self.base_weight_parts(), self.quote_weight_parts);
        match side {
            Side::Buy => (quote, base),
            Side::Sell => (base, quote),
        }
    }

    /// Exponent of the swap curve.
    pub(crate) const fn curve(&self, side: Side) -> Exponent {
        let (num, den) = self.weights(side);
        Exponent { num, den }
    }

    /// The pool after a swap.
    pub(crate) const fn after(&self, side: Side, paid_in: u64, paid_out: u64) -> Self {
        let mut after = *self;
        match side {
            Side::Buy => {
                after.tao = after.tao.saturating_add(paid_in);
                after.alpha = after.alpha.saturating_sub(paid_out);
            }
            Side::Sell => {
                after.alpha = after.alpha.saturating_add(paid_in);
                after.tao = after.tao.saturating_sub(paid_out);
            }
        }
        after
    }
}
