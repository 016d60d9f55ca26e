//! Unsigned 128-bit fixed point: `U64F64` (resolution 2^-64) and `U96F32`
//! (resolution 2^-32). Multiplication and division round down
//! (spec 10 §3.2).

use crate::convert::{Exact, Fixed};
use crate::wide::{Wide, full_mul};
use alloc::vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::{Path, Type, TypeInfo, build::Fields};
use serde::{Deserialize, Serialize};

macro_rules! unsigned {
    ($(#[$doc:meta])* $name:ident, $frac:literal) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode,
            DecodeWithMemTracking, MaxEncodedLen, Serialize, Deserialize,
        )]
        pub struct $name {
            bits: u128,
        }

        impl $name {
            /// Number of fractional bits.
            pub const FRAC: u32 = $frac;
            /// 0.
            pub const ZERO: Self = Self { bits: 0 };
            /// 1.
            pub const ONE: Self = Self { bits: 1 << $frac };
            /// Largest value.
            pub const MAX: Self = Self { bits: u128::MAX };

            /// Value from its raw representation, `bits / 2^FRAC`.
            pub const fn from_bits(bits: u128) -> Self {
                Self { bits }
            }
            /// Raw representation.
            pub const fn to_bits(self) -> u128 {
                self.bits
            }
            /// An integer; always representable.
            pub const fn from_num(value: u64) -> Self {
                Self { bits: (value as u128) << $frac }
            }
            /// `num / den` rounded down; 0 when `den` is 0.
            pub const fn from_ratio(num: u64, den: u64) -> Self {
                match Self::from_num(num).bits.checked_div(den as u128) {
                    Some(bits) => Self { bits },
                    None => Self::ZERO,
                }
            }
            /// Integer part, saturating at `u64::MAX`.
            pub const fn to_u64(self) -> u64 {
                let int = self.bits >> $frac;
                if int > u64::MAX as u128 { u64::MAX } else { int as u64 }
            }
            /// True for 0.
            pub const fn is_zero(self) -> bool {
                self.bits == 0
            }
            /// Sum, capped at `MAX`.
            pub const fn saturating_add(self, other: Self) -> Self {
                Self { bits: self.bits.saturating_add(other.bits) }
            }
            /// Difference, at least 0.
            pub const fn saturating_sub(self, other: Self) -> Self {
                Self { bits: self.bits.saturating_sub(other.bits) }
            }
            /// Product rounded down, capped at `MAX`.
            pub fn saturating_mul(self, other: Self) -> Self {
                self.checked_mul(other).unwrap_or(Self::MAX)
            }
            /// Product rounded down, `None` on overflow.
            pub fn checked_mul(self, other: Self) -> Option<Self> {
                let product = full_mul(self.bits, other.bits);
                product.checked_shr($frac).map(Self::from_bits)
            }
            /// Quotient rounded down, `None` for a zero divisor or overflow.
            pub fn checked_div(self, other: Self) -> Option<Self> {
                let dividend = Wide::shifted(self.bits, $frac);
                dividend.checked_div(other.bits).map(Self::from_bits)
            }
            /// Quotient rounded down, 0 for a zero divisor or overflow.
            pub fn safe_div(self, other: Self) -> Self {
                self.checked_div(other).unwrap_or(Self::ZERO)
            }
        }

        impl Fixed for $name {
            fn to_exact(self) -> Exact {
                Exact::from_unsigned(self.bits, $frac)
            }
            fn from_exact(exact: Exact) -> Self {
                Self { bits: exact.to_unsigned($frac) }
            }
        }

        impl From<u64> for $name {
            fn from(value: u64) -> Self {
                Self::from_num(value)
            }
        }

        // Clients know these types by the generic name and the field `bits`.
        impl TypeInfo for $name {
            type Identity = Self;
            fn type_info() -> Type {
                Type::builder()
                    .path(Path::new("FixedU128", module_path!()))
                    .type_params(vec![])
                    .composite(Fields::named().field(|f| {
                        f.ty::<u128>().name("bits").type_name("u128")
                    }))
            }
        }
    };
}

unsigned!(
    /// Unsigned, 64 integer and 64 fractional bits.
    U64F64,
    64
);
unsigned!(
    /// Unsigned, 96 integer and 32 fractional bits.
    U96F32,
    32
);

impl From<U64F64> for U96F32 {
    fn from(value: U64F64) -> Self {
        value.convert()
    }
}
