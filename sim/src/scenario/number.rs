//! Numbers as a scenario writes them: amounts in whole tokens or in rao, fractions as decimals or
//! in the bits that the chain stores.

use core::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use subtensor_emission::MAX_ISSUANCE;
use subtensor_fixed::{I96F32, U64F64, U96F32};

/// Rao in a TAO and in an alpha.
pub const RAO: u64 = 1_000_000_000;

/// An amount of TAO or alpha, in rao. A number is whole tokens; a text like `"17 rao"` is exact.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Ord, PartialOrd)]
pub struct Amount(pub u64);

impl Amount {
    /// So many whole tokens.
    pub const fn tokens(tokens: u64) -> Self {
        Self(tokens.saturating_mul(RAO))
    }
}

/// Whole tokens, for people.
pub fn tokens(rao: u64) -> f64 {
    rao as f64 / RAO as f64
}

/// The rest of a text before a unit.
fn before<'t>(text: &'t str, unit: &str) -> Option<&'t str> {
    text.trim().strip_suffix(unit).map(str::trim)
}

struct AmountVisitor;

impl de::Visitor<'_> for AmountVisitor {
    type Value = Amount;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("whole tokens from 0 to 21 million, or a text like \"17 rao\"")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Amount, E> {
        u64::try_from(value)
            .ok()
            .and_then(|tokens| tokens.checked_mul(RAO))
            .filter(|rao| *rao <= MAX_ISSUANCE)
            .map(Amount)
            .ok_or_else(|| E::invalid_value(de::Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Amount, E> {
        self.visit_i64(i64::try_from(value).unwrap_or(i64::MAX))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Amount, E> {
        let rao = (value * RAO as f64).round();
        if (0.0..=MAX_ISSUANCE as f64).contains(&rao) {
            Ok(Amount(rao as u64))
        } else {
            Err(E::invalid_value(de::Unexpected::Float(value), &self))
        }
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Amount, E> {
        before(value, "rao")
            .and_then(|digits| digits.parse().ok())
            .map(Amount)
            .ok_or_else(|| E::invalid_value(de::Unexpected::Str(value), &self))
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AmountVisitor)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let tokens = i64::try_from(self.0 / RAO).ok();
        match tokens.filter(|_| self.0.is_multiple_of(RAO) && self.0 <= MAX_ISSUANCE) {
            Some(tokens) => serializer.serialize_i64(tokens),
            None => serializer.serialize_str(&format!("{} rao", self.0)),
        }
    }
}

/// A number with so many fraction bits. A text like `"12885 bits"` is what the chain stores.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Ord, PartialOrd)]
pub struct Bits<const FRACTION: u32>(pub u128);

struct BitsVisitor<const FRACTION: u32>;

impl<const FRACTION: u32> de::Visitor<'_> for BitsVisitor<FRACTION> {
    type Value = Bits<FRACTION>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number from 0 to a million, or a text like \"12885 bits\"")
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Self::Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Self::Value, E> {
        if (0.0..=1e6).contains(&value) {
            let bits = value * (FRACTION as f64).exp2();
            Ok(Bits(bits.round() as u128))
        } else {
            Err(E::invalid_value(de::Unexpected::Float(value), &self))
        }
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Self::Value, E> {
        before(value, "bits")
            .and_then(|digits| digits.parse().ok())
            .filter(|bits| *bits <= i128::MAX as u128)
            .map(Bits)
            .ok_or_else(|| E::invalid_value(de::Unexpected::Str(value), &self))
    }
}

impl<'de, const FRACTION: u32> Deserialize<'de> for Bits<FRACTION> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(BitsVisitor)
    }
}

impl<const FRACTION: u32> Serialize for Bits<FRACTION> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&format!("{} bits", self.0))
    }
}

impl<const FRACTION: u32> Bits<FRACTION> {
    /// The number, for people.
    pub fn number(self) -> f64 {
        self.0 as f64 / (FRACTION as f64).exp2()
    }
}

impl Bits<32> {
    /// As the chain stores averages of prices.
    pub fn signed(self) -> I96F32 {
        I96F32::from_bits(i128::try_from(self.0).unwrap_or(i128::MAX))
    }

    /// As the chain stores parts.
    pub fn unsigned(self) -> U96F32 {
        U96F32::from_bits(self.0)
    }
}

impl Bits<64> {
    /// As the chain stores exact fractions.
    pub fn fixed(self) -> U64F64 {
        U64F64::from_bits(self.0)
    }

    /// Parts of `u64::MAX`: a fraction of all of something, at most the whole.
    pub fn parts(self) -> u64 {
        u64::try_from(self.0).unwrap_or(u64::MAX)
    }
}

/// One value for all members of a group, or one for each.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum PerMember<V> {
    /// The same for all.
    One(V),
    /// In the order of the members.
    Each(Vec<V>),
}

impl<V: Default> Default for PerMember<V> {
    fn default() -> Self {
        Self::One(V::default())
    }
}

impl<V: Clone> PerMember<V> {
    /// The value of a member.
    pub fn of(&self, member: usize) -> Option<V> {
        match self {
            Self::One(value) => Some(value.clone()),
            Self::Each(values) => values.get(member).cloned(),
        }
    }

    /// How many members it is for, if it says so.
    pub fn length(&self) -> Option<usize> {
        match self {
            Self::One(_) => None,
            Self::Each(values) => Some(values.len()),
        }
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for PerMember<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<V>(core::marker::PhantomData<V>);

        impl<'de, V: Deserialize<'de>> de::Visitor<'de> for Visitor<V> {
            type Value = PerMember<V>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a number, or a list with one for each member")
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Self::Value, E> {
                V::deserialize(de::value::I64Deserializer::new(value)).map(PerMember::One)
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Self::Value, E> {
                V::deserialize(de::value::F64Deserializer::new(value)).map(PerMember::One)
            }

            fn visit_str<E: de::Error>(self, value: &str) -> Result<Self::Value, E> {
                V::deserialize(de::value::StrDeserializer::new(value)).map(PerMember::One)
            }

            fn visit_seq<A: de::SeqAccess<'de>>(
                self,
                mut values: A,
            ) -> Result<Self::Value, A::Error> {
                let mut each = Vec::new();
                while let Some(value) = values.next_element()? {
                    each.push(value);
                }
                Ok(PerMember::Each(each))
            }
        }

        deserializer.deserialize_any(Visitor(core::marker::PhantomData))
    }
}
