//! The pool record and its price (spec 50 §5.1).

use subtensor_fixed::U64F64;

/// A weight of 1, in parts.
pub const WEIGHT_ONE: u64 = 1_000_000_000_000_000_000;
/// Equal weights, in parts.
pub const HALF_WEIGHT: u64 = 500_000_000_000_000_000;
/// Smallest weight either side may have, in parts.
pub const MIN_WEIGHT: u64 = 10_000_000_000_000_000;

/// Why a quote or a new weight was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmmError {
    /// A weight would leave [0.01, 0.99], or the pool is empty.
    ReservesOutOfBalance,
    /// The net input exceeds 1000 times the reserve it goes into.
    InputTooLarge,
    /// The output reserve is below the minimum, or the output rounds to 0.
    ReservesTooLow,
    /// The price is already at or past the limit.
    PriceLimitExceeded,
    /// The order would empty the output reserve.
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

impl Pool {
    /// Weight of alpha, in parts of 10^18.
    pub const fn base_weight_parts(&self) -> u64 {
        WEIGHT_ONE.saturating_sub(self.quote_weight_parts)
    }

    /// Price in TAO per alpha, `(w_alpha / w_tao) * (tao / alpha)`; 0 for a
    /// pool without alpha.
    pub fn price(&self) -> U64F64 {
        let weights = U64F64::from_ratio(self.base_weight_parts(), self.quote_weight_parts);
        weights.saturating_mul(U64F64::from_ratio(self.tao, self.alpha))
    }

    /// Whether both weights are within their bounds.
    pub const fn weights_in_bounds(&self) -> bool {
        self.quote_weight_parts >= MIN_WEIGHT && self.base_weight_parts() >= MIN_WEIGHT
    }
}
