//! A field of a commitment. Its encoding is not what a derive would make of it: short bytes have no
//! length before them, the first byte says how many there are (spec 40 §10.1).

#[cfg(test)]
mod tests;

use alloc::{vec, vec::Vec};
use codec::{
    Decode, DecodeWithMemTracking, Encode, EncodeLike, Error, Input, MaxEncodedLen, Output,
};
use frame_support::{BoundedVec, traits::ConstU32};
use scale_info::{
    Path, Type, TypeInfo,
    build::{Fields, Variants},
};

/// Most bytes of [`Data::Raw`].
pub const MAX_RAW: u32 = 128;
/// Most bytes of [`Data::BigRaw`].
pub const MAX_BIG_RAW: u32 = 512;
/// Most bytes of a ciphertext.
pub const MAX_SEALED: u32 = 1_024;

/// The same of each kind.
const HASH_BYTES: u32 = 32;

/// A part of a commitment.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Data {
    /// Nothing.
    None,
    /// Some bytes.
    Raw(BoundedVec<u8, ConstU32<MAX_RAW>>),
    /// A hash by BLAKE2b of 256 bits.
    BlakeTwo256([u8; 32]),
    /// A hash by SHA-256.
    Sha256([u8; 32]),
    /// A hash by Keccak-256.
    Keccak256([u8; 32]),
    /// A hash by SHA3-256.
    ShaThree256([u8; 32]),
    /// A note that the chain opens.
    TimelockEncrypted {
        /// The ciphertext, bare or in the portable envelope (spec 40 §8.2). Nobody has looked at
        /// it yet.
        encrypted: BoundedVec<u8, ConstU32<MAX_SEALED>>,
        /// The round of the beacon that opens it.
        reveal_round: u64,
    },
    /// The wish that bonds on the hotkey start anew.
    ResetBondsFlag,
    /// More bytes.
    BigRaw(BoundedVec<u8, ConstU32<MAX_BIG_RAW>>),
    /// A note that could not be opened. Only the chain makes one of these.
    TimelockRevealFailed {
        /// The ciphertext as it was published, so that anybody can see why.
        encrypted: BoundedVec<u8, ConstU32<MAX_SEALED>>,
        /// The round that was to open it.
        reveal_round: u64,
    },
}

/// First bytes, which are the indices of the variants in metadata.
mod first {
    pub(super) const NONE: u8 = 0;
    pub(super) const RAW: u8 = 1;
    pub(super) const LAST_RAW: u8 = 129;
    pub(super) const BLAKE_TWO_256: u8 = 130;
    pub(super) const SHA_256: u8 = 131;
    pub(super) const KECCAK_256: u8 = 132;
    pub(super) const SHA_THREE_256: u8 = 133;
    pub(super) const TIMELOCK_ENCRYPTED: u8 = 134;
    pub(super) const RESET_BONDS_FLAG: u8 = 135;
    pub(super) const BIG_RAW: u8 = 136;
    pub(super) const TIMELOCK_REVEAL_FAILED: u8 = 137;
}

impl Data {
    /// Bytes that count towards the limit of an epoch.
    pub(crate) fn bytes(&self) -> u32 {
        match self {
            Self::None | Self::ResetBondsFlag => 0,
            Self::Raw(bytes) => bytes.len() as u32,
            Self::BlakeTwo256(_) | Self::Sha256(_) | Self::Keccak256(_) | Self::ShaThree256(_) => {
                HASH_BYTES
            }
            Self::BigRaw(bytes) => bytes.len() as u32,
            Self::TimelockEncrypted { encrypted, .. }
            | Self::TimelockRevealFailed { encrypted, .. } => encrypted.len() as u32,
        }
    }
}

impl Encode for Data {
    fn encode_to<W: Output + ?Sized>(&self, out: &mut W) {
        match self {
            Self::None => out.push_byte(first::NONE),
            Self::Raw(bytes) => {
                out.push_byte(first::RAW.saturating_add(bytes.len() as u8));
                out.write(bytes);
            }
            Self::BlakeTwo256(hash) => (first::BLAKE_TWO_256, hash).encode_to(out),
            Self::Sha256(hash) => (first::SHA_256, hash).encode_to(out),
            Self::Keccak256(hash) => (first::KECCAK_256, hash).encode_to(out),
            Self::ShaThree256(hash) => (first::SHA_THREE_256, hash).encode_to(out),
            Self::TimelockEncrypted {
                encrypted,
                reveal_round,
            } => (first::TIMELOCK_ENCRYPTED, encrypted, reveal_round).encode_to(out),
            Self::ResetBondsFlag => out.push_byte(first::RESET_BONDS_FLAG),
            Self::BigRaw(bytes) => (first::BIG_RAW, bytes).encode_to(out),
            Self::TimelockRevealFailed {
                encrypted,
                reveal_round,
            } => (first::TIMELOCK_REVEAL_FAILED, encrypted, reveal_round).encode_to(out),
        }
    }
}

impl EncodeLike for Data {}

impl Decode for Data {
    fn decode<I: Input>(input: &mut I) -> Result<Self, Error> {
        Ok(match input.read_byte()? {
            first::NONE => Self::None,
            raw @ first::RAW..=first::LAST_RAW => {
                let length = usize::from(raw.saturating_sub(first::RAW));
                input.on_before_alloc_mem(length)?;
                let mut bytes = vec![0; length];
                input.read(&mut bytes)?;
                let bytes = bytes.try_into();
                Self::Raw(bytes.map_err(|_: Vec<u8>| "more bytes than fit")?)
            }
            first::BLAKE_TWO_256 => Self::BlakeTwo256(Decode::decode(input)?),
            first::SHA_256 => Self::Sha256(Decode::decode(input)?),
            first::KECCAK_256 => Self::Keccak256(Decode::decode(input)?),
            first::SHA_THREE_256 => Self::ShaThree256(Decode::decode(input)?),
            first::TIMELOCK_ENCRYPTED => Self::TimelockEncrypted {
                encrypted: Decode::decode(input)?,
                reveal_round: Decode::decode(input)?,
            },
            first::RESET_BONDS_FLAG => Self::ResetBondsFlag,
            first::BIG_RAW => Self::BigRaw(Decode::decode(input)?),
            first::TIMELOCK_REVEAL_FAILED => Self::TimelockRevealFailed {
                encrypted: Decode::decode(input)?,
                reveal_round: Decode::decode(input)?,
            },
            _ => return Err("no variant of a field begins so".into()),
        })
    }
}

impl DecodeWithMemTracking for Data {}

impl MaxEncodedLen for Data {
    /// Of a sealed field.
    fn max_encoded_len() -> usize {
        <(u8, BoundedVec<u8, ConstU32<MAX_SEALED>>, u64)>::max_encoded_len()
    }
}

/// Adds a variant for each number of bytes.
macro_rules! raw {
    ($variants:expr; $($length:literal)+) => {
        $variants$(.variant(concat!("Raw", $length), |variant| {
            variant
                .index(first::RAW.saturating_add($length))
                .fields(Fields::unnamed().field(|field| field.ty::<[u8; $length]>()))
        }))+
    };
}

fn raw_variants(variants: Variants) -> Variants {
    raw!(variants;
        0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33
        34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63
        64 65 66 67 68 69 70 71 72 73 74 75 76 77 78 79 80 81 82 83 84 85 86 87 88 89 90 91 92 93
        94 95 96 97 98 99 100 101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116 117
        118 119 120 121 122 123 124 125 126 127 128
    )
}

/// Adds a variant with one field, or without.
fn variant<T: TypeInfo + 'static>(variants: Variants, name: &'static str, index: u8) -> Variants {
    variants.variant(name, |variant| {
        variant
            .index(index)
            .fields(Fields::unnamed().field(|field| field.ty::<T>()))
    })
}

fn unit_variant(variants: Variants, name: &'static str, index: u8) -> Variants {
    variants.variant(name, |variant| variant.index(index))
}

fn sealed_variant(variants: Variants, name: &'static str, index: u8) -> Variants {
    variants.variant(name, |variant| {
        variant.index(index).fields(
            Fields::named()
                .field(|field| {
                    field
                        .name("encrypted")
                        .ty::<BoundedVec<u8, ConstU32<MAX_SEALED>>>()
                })
                .field(|field| field.name("reveal_round").ty::<u64>()),
        )
    })
}

impl TypeInfo for Data {
    type Identity = Self;

    fn type_info() -> Type {
        let all = raw_variants(unit_variant(Variants::new(), "None", first::NONE));
        let all = variant::<[u8; 32]>(all, "BlakeTwo256", first::BLAKE_TWO_256);
        let all = variant::<[u8; 32]>(all, "Sha256", first::SHA_256);
        let all = variant::<[u8; 32]>(all, "Keccak256", first::KECCAK_256);
        let all = variant::<[u8; 32]>(all, "ShaThree256", first::SHA_THREE_256);
        let all = sealed_variant(all, "TimelockEncrypted", first::TIMELOCK_ENCRYPTED);
        let all = unit_variant(all, "ResetBondsFlag", first::RESET_BONDS_FLAG);
        let all = variant::<BoundedVec<u8, ConstU32<MAX_BIG_RAW>>>(all, "BigRaw", first::BIG_RAW);
        let all = sealed_variant(all, "TimelockRevealFailed", first::TIMELOCK_REVEAL_FAILED);
        Type::builder()
            .path(Path::new("Data", "pallet_commitments::types"))
            .variant(all)
    }
}
