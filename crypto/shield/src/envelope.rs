//! The parts of a ciphertext and their order on the wire (spec 80 A.1): key hash (16 bytes), length
//! of the encapsulation (u16, little endian), encapsulation, nonce (24), payload.

use alloc::vec::Vec;

use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;

/// Bytes of the nonce of a ciphertext.
pub const NONCE_BYTES: usize = 24;

/// Names an encapsulation key: its `twox_128`.
pub type KeyHash = [u8; 16];

/// A ciphertext taken apart. The order of the fields is that of the runtime API, not that of the
/// wire.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct ShieldedTransaction {
    /// Which key it is encrypted to.
    pub key_hash: KeyHash,
    /// The encapsulated secret; clients send 1 088 bytes.
    pub kem_ct: Vec<u8>,
    /// The encrypted transaction with the tag of 16 bytes at its end.
    pub aead_ct: Vec<u8>,
    /// Nonce of the cipher.
    pub nonce: [u8; NONCE_BYTES],
}

/// Which part of a ciphertext is missing or too short.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Truncated {
    /// The name of the key.
    KeyHash,
    /// The length of the encapsulation.
    Length,
    /// The encapsulation, which the length says more of than there is.
    Encapsulation,
    /// The nonce, always 24 bytes.
    Nonce,
    /// The payload, of which there must be a byte.
    Payload,
}

impl ShieldedTransaction {
    /// Takes a ciphertext apart, without looking into the parts.
    pub fn parse(ciphertext: &[u8]) -> Result<Self, Truncated> {
        let (key_hash, rest) = ciphertext.split_first_chunk().ok_or(Truncated::KeyHash)?;
        let (length, rest) = rest.split_first_chunk().ok_or(Truncated::Length)?;
        let (kem_ct, rest) = rest
            .split_at_checked(u16::from_le_bytes(*length).into())
            .ok_or(Truncated::Encapsulation)?;
        let (nonce, aead_ct) = rest.split_first_chunk().ok_or(Truncated::Nonce)?;
        if aead_ct.is_empty() {
            return Err(Truncated::Payload);
        }
        Ok(Self {
            key_hash: *key_hash,
            kem_ct: kem_ct.to_vec(),
            aead_ct: aead_ct.to_vec(),
            nonce: *nonce,
        })
    }

    /// The ciphertext; nothing if the encapsulation is longer than its length field can say.
    pub(crate) fn to_wire(&self) -> Option<Vec<u8>> {
        let length = u16::try_from(self.kem_ct.len()).ok()?;
        Some(
            [
                &self.key_hash[..],
                &length.to_le_bytes(),
                &self.kem_ct,
                &self.nonce,
                &self.aead_ct,
            ]
            .concat(),
        )
    }
}
