//! Unsigned decimal floating point with 21 digits (spec 50 §4.1). Every result is normalised, so equal numbers have
//! equal encodings, and every rounding is downwards.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use primitive_types::U256;
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// Largest mantissa, 10^21; a normal one is above a tenth of it.
const MAX_MANTISSA: u128 = 1_000_000_000_000_000_000_000;
/// Decimal digits of [`MAX_MANTISSA`].
const DIGITS: i64 = 21;
/// Shifts beyond this many digits empty any mantissa, so higher powers are not told apart.
const MAX_POWER: u32 = 22;

/// `mantissa * 10^exponent`. Zero is (0, 0); any other number has `10^20 < mantissa <= 10^21`.
#[derive(
    Clone,
    Copy,
    Debug,
    Decode,
    DecodeWithMemTracking,
    Default,
    Deserialize,
    Encode,
    Eq,
    MaxEncodedLen,
    PartialEq,
    Serialize,
    TypeInfo,
)]
pub struct SafeFloat {
    mantissa: u128,
    exponent: i64,
}

impl SafeFloat {
    /// Zero.
    pub const ZERO: Self = Self {
        mantissa: 0,
        exponent: 0,
    };

    /// `mantissa * 10^exponent`, or `None` if the mantissa is above 10^21 or the exponent overflows.
    pub fn new(mantissa: u128, exponent: i64) -> Option<Self> {
        if mantissa > MAX_MANTISSA {
            return None;
        }
        Self::normalize(mantissa.into(), exponent)
    }

    /// Digits, zero or above 10^20 and at most 10^21.
    pub const fn mantissa(&self) -> u128 {
        self.mantissa
    }

    /// Power of ten the digits are multiplied by.
    pub const fn exponent(&self) -> i64 {
        self.exponent
    }

    /// Whether this is zero.
    pub const fn is_zero(&self) -> bool {
        self.mantissa == 0
    }

    /// Sum, rounded down to 21 digits. `None` if the exponent overflows.
    pub fn checked_add(self, other: Self) -> Option<Self> {
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
        let digits = high.mantissa.checked_add(low.mantissa_at(high.exponent))?;
        Self::normalize(digits.into(), high.exponent)
    }

    /// Difference; zero if `other` is the larger of two non-zero numbers. `None` for zero minus something, or if the
    /// exponent overflows.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        if other.is_zero() {
            return Some(self);
        }
        if self.is_zero() {
            return None;
        }
        let exponent = self.exponent.max(other.exponent);
        let digits = self
            .mantissa_at(exponent)
            .saturating_sub(other.mantissa_at(exponent));
        Self::normalize(digits.into(), exponent)
    }

    /// `self * numerator / denominator`, rounded down. `None` for a zero denominator or if the exponent overflows.
    pub fn mul_div(self, numerator: Self, denominator: Self) -> Option<Self> {
        let product = U256::from(self.mantissa).checked_mul(numerator.mantissa.into())?;
        let digits = product.checked_div(denominator.mantissa.into())?;
        let exponent = self
            .exponent
            .checked_add(numerator.exponent)?
            .checked_sub(denominator.exponent)?;
        Self::normalize(digits, exponent)
    }

    /// `self / denominator`, rounded down. `None` for a zero denominator or if the exponent overflows.
    pub fn checked_div(self, denominator: Self) -> Option<Self> {
        let scaled = U256::from(self.mantissa).checked_mul(MAX_MANTISSA.into())?;
        let digits = scaled.checked_div(denominator.mantissa.into())?;
        let exponent = self
            .exponent
            .checked_sub(denominator.exponent)?
            .checked_sub(DIGITS)?;
        Self::normalize(digits, exponent)
    }

    /// Integer part, at most `u64::MAX`.
    pub fn to_u64(self) -> u64 {
        let power = power_of_ten(self.exponent.unsigned_abs());
        let value = if self.exponent < 0 {
            self.mantissa.checked_div(power).unwrap_or_default()
        } else {
            self.mantissa.saturating_mul(power)
        };
        u64::try_from(value).unwrap_or(u64::MAX)
    }

    /// The mantissa this number has at a higher or equal exponent, rounded down.
    fn mantissa_at(self, exponent: i64) -> u128 {
        let shift = exponent.saturating_sub(self.exponent).max(0).unsigned_abs();
        self.mantissa
            .checked_div(power_of_ten(shift))
            .unwrap_or_default()
    }

    fn normalize(mut digits: U256, mut exponent: i64) -> Option<Self> {
        if digits.is_zero() {
            return Some(Self::ZERO);
        }
        let max = U256::from(MAX_MANTISSA);
        let ten = U256::from(10u8);
        while digits > max {
            digits = digits.checked_div(ten)?;
            exponent = exponent.checked_add(1)?;
        }
        let mut mantissa = digits.low_u128();
        while mantissa <= MAX_MANTISSA / 10 {
            mantissa = mantissa.checked_mul(10)?;
            exponent = exponent.checked_sub(1)?;
        }
        Some(Self { mantissa, exponent })
    }
}

impl From<u64> for SafeFloat {
    /// Exact: a `u64` has at most 20 digits.
    fn from(value: u64) -> Self {
        Self::new(value.into(), 0).unwrap_or(Self::ZERO)
    }
}

impl PartialOrd for SafeFloat {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for SafeFloat {
    fn cmp(&self, other: &Self) -> core::cmp::Ordering {
        match (self.is_zero(), other.is_zero()) {
            (false, false) => self.order_of_non_zero(other),
            (self_is_zero, other_is_zero) => other_is_zero.cmp(&self_is_zero),
        }
    }
}

impl SafeFloat {
    /// A normal mantissa may be exactly 10^21, which is ten times the lower bound of the next exponent: neighbouring
    /// exponents are compared digit by digit, others by the exponent alone.
    fn order_of_non_zero(&self, other: &Self) -> core::cmp::Ordering {
        match self.exponent.saturating_sub(other.exponent) {
            0 => self.mantissa.cmp(&other.mantissa),
            1 => self.mantissa.saturating_mul(10).cmp(&other.mantissa),
            -1 => self.mantissa.cmp(&other.mantissa.saturating_mul(10)),
            _ => self.exponent.cmp(&other.exponent),
        }
    }
}

fn power_of_ten(power: u64) -> u128 {
    let power = u32::try_from(power).unwrap_or(MAX_POWER).min(MAX_POWER);
    10u128.saturating_pow(power)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn float(mantissa: u128, exponent: i64) -> SafeFloat {
        SafeFloat::new(mantissa, exponent).unwrap()
    }

    fn parts(value: SafeFloat) -> (u128, i64) {
        (value.mantissa(), value.exponent())
    }

    const E21: u128 = MAX_MANTISSA;
    const E20: u128 = MAX_MANTISSA / 10;

    #[test]
    fn new_numbers_are_normalised_as_in_the_vectors_of_50_4_4() {
        assert_eq!(parts(float(1, 0)), (E21, -21));
        assert_eq!(parts(float(10, 0)), (E21, -20));
        assert_eq!(parts(float(1_000, 0)), (E21, -18));
        assert_eq!(parts(float(E21, 0)), (E21, 0));
        assert_eq!(
            parts(float(123_456_789, 0)),
            (123_456_789_000_000_000_000, -12)
        );
        assert_eq!(SafeFloat::new(E21 + 1, 0), None);
        assert_eq!(SafeFloat::new(0, 5), Some(SafeFloat::ZERO));
    }

    #[test]
    fn sums_match_the_vectors() {
        let sum = |a: SafeFloat, b: SafeFloat| parts(a.checked_add(b).unwrap());
        assert_eq!(sum(float(1, 0), float(1, 0)), (2 * E20, -20));
        assert_eq!(sum(float(42, 0), float(E21, 2)), (E21, 2));
        assert_eq!(sum(float(4_200, 0), float(E21, 2)), (E20 + 4, 3));
        assert_eq!(
            sum(float(E21 - 1, 0), float(E21 - 1, 0)),
            (199_999_999_999_999_999_999, 1)
        );
        assert_eq!(sum(float(1, -1_000), float(1, -1)), (E21, -22));
    }

    #[test]
    fn quotients_match_the_vectors() {
        let quotient = |a: u64, b: u64| SafeFloat::from(a).checked_div(b.into()).map(parts);
        assert_eq!(quotient(1, 3), Some((333_333_333_333_333_333_333, -21)));
        assert_eq!(quotient(2, 3), Some((666_666_666_666_666_666_666, -21)));
        assert_eq!(quotient(1, 7), Some((142_857_142_857_142_857_142, -21)));
        assert_eq!(quotient(1, 0), None);
        let seven = SafeFloat::from(7).mul_div(5.into(), 3.into()).unwrap();
        assert_eq!(parts(seven), (116_666_666_666_666_666_666, -19));
    }

    #[test]
    fn nothing_minus_something_has_no_value_and_a_negative_difference_is_zero() {
        assert_eq!(SafeFloat::ZERO.checked_sub(1.into()), None);
        assert_eq!(
            SafeFloat::from(1).checked_sub(2.into()),
            Some(SafeFloat::ZERO)
        );
        assert_eq!(
            SafeFloat::ZERO.checked_sub(SafeFloat::ZERO),
            Some(SafeFloat::ZERO)
        );
    }

    #[test]
    fn an_exponent_that_does_not_fit_is_reported() {
        assert_eq!(SafeFloat::new(1, i64::MIN), None);
        let tiny = float(1, i64::MIN + 30);
        assert_eq!(tiny.mul_div(tiny, 1.into()), None);
    }

    proptest! {
        #[test]
        fn integers_survive_the_round_trip_and_keep_their_order(a: u64, b: u64) {
            prop_assert_eq!(SafeFloat::from(a).to_u64(), a);
            prop_assert_eq!(SafeFloat::from(a).cmp(&b.into()), a.cmp(&b));
        }

        #[test]
        fn results_are_normal_and_never_above_the_exact_value(a: u64, b: u64, c in 1u64..) {
            let exact = u128::from(a) * u128::from(b) / u128::from(c);
            let result = SafeFloat::from(a).mul_div(b.into(), c.into()).unwrap();
            prop_assert!(result.is_zero() || (E20 + 1..=E21).contains(&result.mantissa()));
            prop_assert!(u128::from(result.to_u64()) <= exact);
        }

        #[test]
        fn any_two_numbers_can_be_combined_without_a_panic(
            m in 0..=E21, e: i64, n in 0..=E21, f: i64,
        ) {
            if let (Some(a), Some(b)) = (SafeFloat::new(m, e), SafeFloat::new(n, f)) {
                for result in [a.checked_add(b), a.checked_sub(b), a.mul_div(b, a), a.checked_div(b)] {
                    prop_assert!(result.is_none_or(|r| r.is_zero() || r.mantissa() > E20));
                }
                prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            }
        }
    }
}
