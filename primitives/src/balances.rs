//! Amounts of TAO and of subnet alpha, both in rao (10^9 rao = 1 TAO or
//! 1 alpha). They are distinct types so the two cannot be mixed, and have no
//! operators so every sum states what happens on overflow (spec 10 §3.1).

#[cfg(test)]
mod tests;

use codec::{CompactAs, Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{fmt, iter::Sum};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

macro_rules! balance {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode,
            DecodeWithMemTracking, CompactAs, MaxEncodedLen, TypeInfo, Serialize, Deserialize,
        )]
        #[serde(transparent)]
        pub struct $name(u64);

        impl $name {
            /// Nothing.
            pub const ZERO: Self = Self(0);
            /// Largest amount.
            pub const MAX: Self = Self(u64::MAX);

            /// An amount in rao.
            pub const fn new(rao: u64) -> Self {
                Self(rao)
            }
            /// The amount in rao.
            pub const fn to_u64(self) -> u64 {
                self.0
            }
            /// True for 0.
            pub const fn is_zero(self) -> bool {
                self.0 == 0
            }
            /// Sum, capped at `MAX`.
            pub const fn saturating_add(self, other: Self) -> Self {
                Self(self.0.saturating_add(other.0))
            }
            /// Difference, at least 0.
            pub const fn saturating_sub(self, other: Self) -> Self {
                Self(self.0.saturating_sub(other.0))
            }
            /// Multiple, capped at `MAX`.
            pub const fn saturating_mul(self, factor: u64) -> Self {
                Self(self.0.saturating_mul(factor))
            }
            /// Sum, `None` on overflow.
            pub fn checked_add(self, other: Self) -> Option<Self> {
                self.0.checked_add(other.0).map(Self)
            }
            /// Difference, `None` if negative.
            pub fn checked_sub(self, other: Self) -> Option<Self> {
                self.0.checked_sub(other.0).map(Self)
            }
            /// Add in place, capped at `MAX`.
            pub fn saturating_accrue(&mut self, other: Self) {
                *self = self.saturating_add(other);
            }
            /// Subtract in place, at least 0.
            pub fn saturating_reduce(&mut self, other: Self) {
                *self = self.saturating_sub(other);
            }
        }
        impl From<u64> for $name {
            fn from(rao: u64) -> Self {
                Self(rao)
            }
        }
        impl From<$name> for u64 {
            fn from(amount: $name) -> Self {
                amount.0
            }
        }
        impl Sum for $name {
            /// Saturating sum.
            fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
                iter.fold(Self::ZERO, Self::saturating_add)
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
    };
}

balance!(
    /// An amount of TAO in rao.
    TaoBalance
);
balance!(
    /// An amount of the alpha of one subnet in rao.
    AlphaBalance
);
