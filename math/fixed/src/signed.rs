//! Signed fixed point: `I96F32` and `I64F64` on 128 bits, `I32F32` on 64.
//! Multiplication floors, division truncates toward zero (spec 50 §3).

use crate::convert::{Exact, Fixed};
use crate::unsigned::{U64F64, U96F32};
use crate::wide::{Wide, full_mul};
use alloc::vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::{Path, Type, TypeInfo, build::Fields};
use serde::{Deserialize, Serialize};

/// Signed value of a magnitude, `None` out of range.
fn apply_sign(negative: bool, magnitude: u128) -> Option<i128> {
    if negative {
        0i128.checked_sub_unsigned(magnitude)
    } else {
        i128::try_from(magnitude).ok()
    }
}

/// `floor(a * b / 2^frac)`, `None` out of range.
fn mul(a: i128, b: i128, frac: u32) -> Option<i128> {
    let negative = (a < 0) != (b < 0);
    let exact = full_mul(a.unsigned_abs(), b.unsigned_abs());
    let mut magnitude = exact.checked_shr(frac)?;
    if negative && Wide::shifted(magnitude, frac) != exact {
        magnitude = magnitude.checked_add(1)?;
    }
    apply_sign(negative, magnitude)
}

/// `a * 2^frac / b` toward zero, `None` out of range or for `b == 0`.
fn div(a: i128, b: i128, frac: u32) -> Option<i128> {
    let magnitude = Wide::shifted(a.unsigned_abs(), frac).checked_div(b.unsigned_abs())?;
    apply_sign((a < 0) != (b < 0), magnitude)
}

macro_rules! signed {
    ($(#[$doc:meta])* $name:ident, $raw:ty, $frac:literal, $path:literal, $raw_name:literal) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode,
            DecodeWithMemTracking, MaxEncodedLen, Serialize, Deserialize,
        )]
        pub struct $name {
            bits: $raw,
        }

        impl $name {
            /// Number of fractional bits.
            pub const FRAC: u32 = $frac;
            /// 0.
            pub const ZERO: Self = Self { bits: 0 };
            /// 1.
            pub const ONE: Self = Self { bits: 1 << $frac };
            /// Largest value.
            pub const MAX: Self = Self { bits: <$raw>::MAX };
            /// Smallest value.
            pub const MIN: Self = Self { bits: <$raw>::MIN };

            /// Value from its raw representation, `bits / 2^FRAC`.
            pub const fn from_bits(bits: $raw) -> Self {
                Self { bits }
            }
            /// Raw representation.
            pub const fn to_bits(self) -> $raw {
                self.bits
            }
            /// An integer, saturating.
            pub fn from_num(value: i64) -> Self {
                // Fits i128: at most 2^63 * 2^64.
                Self::clamp(i128::from(value).saturating_mul(1i128 << $frac))
            }
            /// A non-negative integer, saturating.
            pub fn from_u64(value: u64) -> Self {
                Self::clamp(i128::from(value).saturating_mul(1i128 << $frac))
            }
            fn clamp(bits: i128) -> Self {
                match <$raw>::try_from(bits) {
                    Ok(bits) => Self { bits },
                    Err(_) if bits < 0 => Self::MIN,
                    Err(_) => Self::MAX,
                }
            }
            fn wide(self) -> i128 {
                self.bits.into()
            }
            fn narrowed(bits: i128) -> Option<Self> {
                <$raw>::try_from(bits).ok().map(Self::from_bits)
            }
            /// Integer part of a positive value saturating at `u64::MAX`; 0
            /// for a negative one.
            pub fn to_u64(self) -> u64 {
                let int = self.wide().checked_shr($frac).unwrap_or(0).max(0);
                u64::try_from(int).unwrap_or(u64::MAX)
            }
            /// True for 0.
            pub const fn is_zero(self) -> bool {
                self.bits == 0
            }
            const fn is_negative(self) -> bool {
                self.bits < 0
            }
            /// Sum, saturating.
            pub const fn saturating_add(self, other: Self) -> Self {
                Self { bits: self.bits.saturating_add(other.bits) }
            }
            /// Difference, saturating.
            pub const fn saturating_sub(self, other: Self) -> Self {
                Self { bits: self.bits.saturating_sub(other.bits) }
            }
            /// Floored product, `None` on overflow.
            pub fn checked_mul(self, other: Self) -> Option<Self> {
                mul(self.wide(), other.wide(), $frac).and_then(Self::narrowed)
            }
            /// Floored product, saturating.
            pub fn saturating_mul(self, other: Self) -> Self {
                self.checked_mul(other)
                    .unwrap_or_else(|| self.limit(other))
            }
            /// Quotient toward zero, `None` for a zero divisor or overflow.
            pub fn checked_div(self, other: Self) -> Option<Self> {
                div(self.wide(), other.wide(), $frac).and_then(Self::narrowed)
            }
            /// The bound on the side of the product's (or quotient's) sign.
            fn limit(self, other: Self) -> Self {
                if self.is_negative() != other.is_negative() {
                    Self::MIN
                } else {
                    Self::MAX
                }
            }
            /// Quotient toward zero, 0 for a zero divisor or overflow.
            pub fn safe_div(self, other: Self) -> Self {
                self.checked_div(other).unwrap_or(Self::ZERO)
            }
        }

        impl Fixed for $name {
            fn to_exact(self) -> Exact {
                Exact::from_signed(self.wide(), $frac)
            }
            fn from_exact(exact: Exact) -> Self {
                Self::clamp(exact.to_signed($frac))
            }
        }

        // Clients know these types by the generic name and the field `bits`.
        impl TypeInfo for $name {
            type Identity = Self;
            fn type_info() -> Type {
                Type::builder()
                    .path(Path::new($path, module_path!()))
                    .type_params(vec![])
                    .composite(Fields::named().field(|f| {
                        f.ty::<$raw>().name("bits").type_name($raw_name)
                    }))
            }
        }
    };
}

signed!(
    /// Signed, 96 integer and 32 fractional bits.
    I96F32,
    i128,
    32,
    "FixedI128",
    "i128"
);
signed!(
    /// Signed, 64 integer and 64 fractional bits.
    I64F64,
    i128,
    64,
    "FixedI128",
    "i128"
);
signed!(
    /// Signed, 32 integer and 32 fractional bits, on 64 bits.
    I32F32,
    i64,
    32,
    "FixedI64",
    "i64"
);

impl From<U64F64> for I96F32 {
    fn from(value: U64F64) -> Self {
        value.convert()
    }
}

impl From<I96F32> for U64F64 {
    /// Negative values become 0.
    fn from(value: I96F32) -> Self {
        value.convert()
    }
}

impl From<U96F32> for U64F64 {
    /// Saturates above 2^64.
    fn from(value: U96F32) -> Self {
        value.convert()
    }
}
