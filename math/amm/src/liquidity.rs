//! Weights of new pools and of pools that receive protocol liquidity. The
//! weights move so that the price does not (spec 50 §5.5).

use subtensor_fixed::{U64F64, full_mul};

use crate::pool::{AmmError, Pool};
use crate::weights::{HALF_WEIGHT, WEIGHT_ONE};

/// `part / whole` in parts of 10^18, rounded down.
fn parts(part: u128, whole: u128) -> Option<u64> {
    let parts = full_mul(part, WEIGHT_ONE.into()).checked_div(whole)?;
    u64::try_from(parts).ok()
}

/// `weight * a * b` rounded to the nearest integer, halves up; `weight` is in
/// parts.
fn weighted(weight: u64, a: u64, b: u64) -> Option<u128> {
    full_mul(u128::from(weight).saturating_mul(a.into()), b.into())
        .checked_add(HALF_WEIGHT.into())?
        .checked_div(WEIGHT_ONE.into())
}

/// The pool with another weight of TAO, if that is within its bounds.
fn in_bounds(pool: Pool) -> Result<u64, AmmError> {
    if pool.weights_in_bounds() {
        Ok(pool.quote_weight_parts)
    } else {
        Err(AmmError::ReservesOutOfBalance)
    }
}

/// Quote weight in parts with which reserves of `tao` and `alpha` rao have the
/// given price (TAO per alpha).
///
/// Errors: `ReservesOutOfBalance`.
pub fn weight_for_price(tao: u64, alpha: u64, price: U64F64) -> Result<u64, AmmError> {
    let value = full_mul(price.to_bits(), alpha.into()).checked_shr(U64F64::FRAC);
    let quote_weight_parts = value
        .and_then(|value| parts(tao.into(), value.checked_add(tao.into())?))
        .ok_or(AmmError::ReservesOutOfBalance)?;
    in_bounds(Pool {
        tao,
        alpha,
        quote_weight_parts,
    })
}

impl Pool {
    /// Quote weight in parts after which adding `tao` and `alpha` rao leaves
    /// the price unchanged: to one part in 10^12 for reserves of 10^8 rao and
    /// more. An error means the amounts must not be added.
    ///
    /// Errors: `ReservesOutOfBalance`.
    pub fn adjusted_weight(&self, tao: u64, alpha: u64) -> Result<u64, AmmError> {
        self.weight_after(tao, alpha)
            .ok_or(AmmError::ReservesOutOfBalance)
            .and_then(|quote_weight_parts| {
                in_bounds(Pool {
                    quote_weight_parts,
                    ..*self
                })
            })
    }

    fn weight_after(&self, tao: u64, alpha: u64) -> Option<u64> {
        let (tao_after, alpha_after) = (self.tao.checked_add(tao)?, self.alpha.checked_add(alpha)?);
        let base = weighted(self.base_weight_parts(), self.tao, alpha_after)?;
        let quote = weighted(self.quote_weight_parts, self.alpha, tao_after)?;
        match base.checked_add(quote)? {
            0 => Some(HALF_WEIGHT),
            sum => parts(quote, sum),
        }
    }
}
