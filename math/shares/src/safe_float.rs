//! `SafeFloat`, an unsigned decimal number `mantissa * 10^exponent` with 21
//! digits. Results truncate after the operation, bit for bit as clients
//! compute them (spec 50 §4.1).

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use primitive_types::U256;
use scale_info::TypeInfo;

/// Largest mantissa, 10^21.
const MAX: u128 = 1_000_000_000_000_000_000_000;
/// A normal mantissa is above this, 10^20.
const LOW: u128 = 100_000_000_000_000_000_000;

/// Unsigned decimal floating-point number. Zero is (0, 0); every other value
/// has a mantissa in (10^20, 10^21].
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Encode,
    Decode,
    DecodeWithMemTracking,
    MaxEncodedLen,
    TypeInfo,
)]
pub struct SafeFloat {
    pub(crate) mantissa: u128,
    pub(crate) exponent: i64,
}

/// 10^k; every k above 22 counts as 22, enough to shift any mantissa to 0.
fn power(k: u64) -> u128 {
    let k = u32::try_from(k.min(22)).unwrap_or(22);
    10u128.saturating_pow(k)
}

fn divided(a: u128, b: u128) -> u128 {
    a.checked_div(b).unwrap_or(0)
}

impl SafeFloat {
    /// 0.
    pub const ZERO: Self = Self {
        mantissa: 0,
        exponent: 0,
    };

    /// `mantissa * 10^exponent`; `None` for a mantissa above 10^21.
    pub(crate) fn new(mantissa: u128, exponent: i64) -> Option<Self> {
        if mantissa > MAX {
            return None;
        }
        Self::normalize(mantissa.into(), exponent)
    }

    /// An integer; always exact.
    pub fn from_u64(value: u64) -> Self {
        // A u64 has at most 20 digits, so neither bound can be passed.
        Self::new(value.into(), 0).unwrap_or(Self::ZERO)
    }

    /// True for 0.
    pub const fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    fn normalize(mut mantissa: U256, mut exponent: i64) -> Option<Self> {
        if mantissa.is_zero() {
            return Some(Self::ZERO);
        }
        let ten = U256::from(10u8);
        while mantissa > MAX.into() {
            mantissa = mantissa.checked_div(ten)?;
            exponent = exponent.checked_add(1)?;
        }
        while mantissa <= LOW.into() {
            mantissa = mantissa.checked_mul(ten)?;
            exponent = exponent.checked_sub(1)?;
        }
        Some(Self {
            mantissa: u128::try_from(mantissa).ok()?,
            exponent,
        })
    }

    /// Sum; `None` if the exponent overflows.
    pub(crate) fn checked_add(self, other: Self) -> Option<Self> {
        if self.is_zero() {
            return Some(other);
        }
        if other.is_zero() {
            return Some(self);
        }
        let (high, low) = if self.exponent >= other.exponent {
            (self, other)
        } else {
            (other, self)
        };
        let shifted = divided(low.mantissa, power(high.exponent.abs_diff(low.exponent)));
        let sum = U256::from(high.mantissa).checked_add(shifted.into())?;
        Self::normalize(sum, high.exponent)
    }

    /// Difference; a negative one is 0, but `None` for 0 minus something.
    pub(crate) fn checked_sub(self, other: Self) -> Option<Self> {
        if other.is_zero() {
            return Some(self);
        }
        if self.is_zero() {
            return None;
        }
        let shift = power(self.exponent.abs_diff(other.exponent));
        let (a, b, exponent) = if self.exponent >= other.exponent {
            (self.mantissa, divided(other.mantissa, shift), self.exponent)
        } else {
            (
                divided(self.mantissa, shift),
                other.mantissa,
                other.exponent,
            )
        };
        Self::normalize(a.saturating_sub(b).into(), exponent)
    }

    /// Lower bound of the difference, at least 0.
    pub(crate) fn sub_below(self, other: Self) -> Option<Self> {
        let shift = power(self.exponent.abs_diff(other.exponent));
        if other.is_zero() {
            return Some(self);
        }
        if self.is_zero() || self.exponent < other.exponent {
            return Some(Self::ZERO);
        }
        let below = self.mantissa.saturating_sub(other.mantissa.div_ceil(shift));
        Self::normalize(below.into(), self.exponent)
    }

    /// `self * a / b`, rounded once; `None` for `b = 0` or overflow.
    pub(crate) fn mul_div(self, a: Self, b: Self) -> Option<Self> {
        let product = U256::from(self.mantissa).checked_mul(a.mantissa.into())?;
        let quotient = product.checked_div(b.mantissa.into())?;
        let exponent = self
            .exponent
            .checked_add(a.exponent)?
            .checked_sub(b.exponent)?;
        Self::normalize(quotient, exponent)
    }

    /// Integer part, saturating at `u64::MAX`.
    pub(crate) fn to_u64(self) -> u64 {
        let scale = power(self.exponent.unsigned_abs());
        let value = if self.exponent >= 0 {
            self.mantissa.saturating_mul(scale)
        } else {
            divided(self.mantissa, scale)
        };
        u64::try_from(value).unwrap_or(u64::MAX)
    }
}
