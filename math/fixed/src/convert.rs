//! Conversion between the fixed-point types through one exact common form.
//! Dropped fractional bits are floored, values out of range saturate
//! (spec 10 §3.2).

use primitive_types::U256;

/// Largest `u128` not above `value`.
fn narrow(value: U256) -> u128 {
    u128::try_from(value).unwrap_or(u128::MAX)
}

/// A number as sign and magnitude with 64 fractional bits; every type of this
/// crate fits without loss.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    pub(crate) negative: bool,
    pub(crate) magnitude: U256,
}

/// The fixed-point types of this crate.
pub trait Fixed: Copy {
    /// Exact common form.
    fn to_exact(self) -> Exact;
    /// Nearest value not above `exact`, saturating.
    fn from_exact(exact: Exact) -> Self;
    /// Value in another fixed-point type: fraction bits floored, saturating.
    fn convert<T: Fixed>(self) -> T {
        T::from_exact(self.to_exact())
    }
}

impl Exact {
    pub(crate) fn from_unsigned(bits: u128, frac: u32) -> Self {
        Self {
            negative: false,
            magnitude: U256::from(bits) << 64u32.saturating_sub(frac),
        }
    }

    pub(crate) fn from_signed(bits: i128, frac: u32) -> Self {
        Self {
            negative: bits < 0,
            ..Self::from_unsigned(bits.unsigned_abs(), frac)
        }
    }

    pub(crate) fn to_unsigned(self, frac: u32) -> u128 {
        if self.negative {
            0
        } else {
            narrow(self.magnitude >> 64u32.saturating_sub(frac))
        }
    }

    pub(crate) fn to_signed(self, frac: u32) -> i128 {
        let shift = 64u32.saturating_sub(frac);
        let floor = self.magnitude >> shift;
        if !self.negative {
            return i128::try_from(narrow(floor)).unwrap_or(i128::MAX);
        }
        // Floor of a negative number: round its magnitude up.
        let up = if floor << shift == self.magnitude {
            floor
        } else {
            floor.saturating_add(U256::one())
        };
        0i128.checked_sub_unsigned(narrow(up)).unwrap_or(i128::MIN)
    }
}
