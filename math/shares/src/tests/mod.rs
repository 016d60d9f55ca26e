//! What a share pool guarantees.

mod properties;
mod specified;
mod vectors;

use crate::SafeFloat;

pub(crate) const E20: u128 = 100_000_000_000_000_000_000;
pub(crate) const E21: u128 = 10 * E20;

pub(crate) fn f(mantissa: u128, exponent: i64) -> SafeFloat {
    SafeFloat::new(mantissa, exponent).unwrap()
}
