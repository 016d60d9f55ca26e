//! The parts of a ciphertext and their order on the wire (spec 40 §8.2): U (96 bytes), then each
//! with its length before it (u64, little endian) V, W, the body and the name of the cipher. The
//! body is the encrypted message and the nonce, each with its length before it.

use crate::{
    curve::{COMPRESSED, FLAGS, PUBLIC_KEY_BYTES},
    encapsulation::SECRET_BYTES,
};

/// Bytes of the nonce of AES-GCM.
pub(crate) const NONCE_BYTES: usize = 12;
/// Bytes of the tag at the end of what AES-GCM encrypts.
const TAG_BYTES: usize = 16;

/// A ciphertext taken apart; its parts are borrowed from the bytes.
pub struct Ciphertext<'a> {
    /// U, a point of G2.
    pub(crate) ephemeral: &'a [u8; PUBLIC_KEY_BYTES],
    /// V, which hides sigma.
    pub(crate) masked_sigma: &'a [u8; SECRET_BYTES],
    /// W, which hides the key of the message.
    pub(crate) masked_key: &'a [u8; SECRET_BYTES],
    /// The encrypted message and its tag.
    pub(crate) sealed: &'a [u8],
    pub(crate) nonce: &'a [u8; NONCE_BYTES],
}

impl<'a> Ciphertext<'a> {
    /// Takes a ciphertext apart, if its bytes have the form of one. It costs nothing to speak of
    /// and allocates nothing, so it serves as the check of what nobody can open yet: only
    /// [`RoundKey::open`](crate::RoundKey::open) finds out whether U is a point.
    ///
    /// As on the existing chain, the name of the cipher may be any, and more bytes may follow it,
    /// or the nonce within the body. Unlike there, V, W and the nonce have the lengths that they
    /// must have to be opened, and U says that it is compressed and not at infinity (spec 40 §7.6).
    pub fn parse(bytes: &'a [u8]) -> Option<Self> {
        let (ephemeral, rest) = bytes.split_first_chunk::<PUBLIC_KEY_BYTES>()?;
        if ephemeral[0] & FLAGS != COMPRESSED {
            return None;
        }
        let (masked_sigma, rest) = prefixed(rest)?;
        let (masked_key, rest) = prefixed(rest)?;
        let (body, rest) = prefixed(rest)?;
        let (_cipher, _rest) = prefixed(rest)?;
        let (sealed, body) = prefixed(body)?;
        let (nonce, _rest) = prefixed(body)?;
        if sealed.len() < TAG_BYTES {
            return None;
        }
        Some(Self {
            ephemeral,
            masked_sigma: masked_sigma.try_into().ok()?,
            masked_key: masked_key.try_into().ok()?,
            sealed,
            nonce: nonce.try_into().ok()?,
        })
    }
}

/// Splits off as many bytes as the u64 before them says.
fn prefixed(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    rest.split_at_checked(u64::from_le_bytes(*length).try_into().ok()?)
}
