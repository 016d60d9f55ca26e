//! Weights of new pools and of pools that receive protocol liquidity. The
//! weights move so that the price does not (spec 50 §5.5).

use crate::pool::{AmmError, HALF_WEIGHT, Pool, WEIGHT_ONE};
use primitive_types::U256;
use subtensor_fixed::U64F64;

/// `part / whole` in parts of 10^18, rounded down, at most 1.
fn parts(part: U256, whole: U256) -> Option<u64> {
    part.checked_mul(WEIGHT_ONE.into())?
        .checked_div(whole)
        .map(|p| p.min(WEIGHT_ONE.into()).low_u64())
}

/// `weight * a * b` rounded to the nearest integer, halves up.
fn weighted(weight: u64, a: u64, b: u128) -> U256 {
    let product = u128::from(a).saturating_mul(b);
    let scaled = U256::from(product).saturating_mul(weight.into());
    scaled
        .saturating_add(HALF_WEIGHT.into())
        .checked_div(WEIGHT_ONE.into())
        .unwrap_or_default()
}

/// Quote weight in parts with which reserves of `tao` and `alpha` rao have the
/// given price (TAO per alpha).
pub fn weight_for_price(tao: u64, alpha: u64, price: U64F64) -> Result<u64, AmmError> {
    let value = (U256::from(price.to_bits()).saturating_mul(alpha.into())) >> 64;
    let quote_weight_parts = parts(tao.into(), value.saturating_add(tao.into()))
        .ok_or(AmmError::ReservesOutOfBalance)?;
    let pool = Pool {
        tao,
        alpha,
        quote_weight_parts,
    };
    if pool.weights_in_bounds() {
        Ok(quote_weight_parts)
    } else {
        Err(AmmError::ReservesOutOfBalance)
    }
}

impl Pool {
    /// Quote weight in parts after which adding `tao` and `alpha` rao leaves
    /// the price unchanged. An error means the amounts must not be added.
    pub fn adjusted_weight(&self, tao: u64, alpha: u64) -> Result<u64, AmmError> {
        let alpha_after = u128::from(self.alpha).saturating_add(alpha.into());
        let tao_after = u128::from(self.tao).saturating_add(tao.into());
        let base = weighted(self.base_weight_parts(), self.tao, alpha_after);
        let quote = weighted(self.quote_weight_parts, self.alpha, tao_after);
        let sum = base.saturating_add(quote);
        if sum.is_zero() {
            return Ok(HALF_WEIGHT);
        }
        let quote_weight_parts = parts(quote, sum).ok_or(AmmError::ReservesOutOfBalance)?;
        let pool = Pool {
            quote_weight_parts,
            ..*self
        };
        if pool.weights_in_bounds() {
            Ok(quote_weight_parts)
        } else {
            Err(AmmError::ReservesOutOfBalance)
        }
    }
}
