//! Amounts of a batch: sums of up to a hundred orders, in 128 bits.

use subtensor_fixed::U64F64;

/// Price of a batch, TAO per alpha.
pub(crate) struct Rate(pub(crate) U64F64);

/// A sum as a price multiplies it, at most the greatest that there is.
fn fixed(amount: u128) -> U64F64 {
    u64::try_from(amount).map_or(U64F64::MAX, U64F64::from_num)
}

impl Rate {
    /// TAO for alpha, rounded down.
    pub(crate) fn to_tao(&self, alpha: u128) -> u128 {
        u128::from(self.0.saturating_mul(fixed(alpha)).to_u64())
    }

    /// Alpha for TAO, rounded down; nothing at a price of zero. `None` if it is out of range.
    pub(crate) fn to_alpha(&self, tao: u128) -> Option<u128> {
        if self.0.is_zero() {
            return Some(0);
        }
        let alpha = fixed(tao).checked_div(self.0)?;
        Some(u128::from(alpha.to_u64()))
    }
}
