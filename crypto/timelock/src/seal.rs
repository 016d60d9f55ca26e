//! Sealing of messages (spec 40 §8.3), which clients and tests do, and no chain.

use alloc::vec::Vec;

use aes_gcm::{
    Aes256Gcm,
    aead::{Aead, KeyInit},
};
use ark_ec::{AffineRepr, CurveGroup};
use ark_ff::PrimeField;
use ark_serialize::CanonicalSerialize;

use crate::{
    ciphertext::NONCE_BYTES,
    curve::{PUBLIC_KEY_BYTES, Plain, decode_g2, pairing, round_point},
    encapsulation::{SECRET_BYTES, ephemeral, mask, scalar},
};

/// The cipher as clients name it.
const CIPHER: &[u8] = b"AES_GCM_";

/// Random bytes for one message, never for a second.
pub struct Secrets {
    /// Key of the message; whoever knows it can open it.
    pub key: [u8; SECRET_BYTES],
    /// Hides the key.
    pub sigma: [u8; SECRET_BYTES],
    /// Sent along in the clear.
    pub nonce: [u8; NONCE_BYTES],
}

/// Seals a message to a round of the beacon with this public key (96 bytes). The ciphertext is
/// 244 bytes longer than the message. Nothing if the key is none.
pub fn seal(public_key: &[u8], round: u64, secrets: &Secrets, message: &[u8]) -> Option<Vec<u8>> {
    let Secrets { key, sigma, nonce } = secrets;
    let public_key = decode_g2::<Plain>(public_key.try_into().ok()?)?;
    let scalar = scalar(sigma, key);
    let shared = public_key.mul_bigint(scalar.into_bigint()).into_affine();
    let masked_sigma = mask(sigma, &pairing(round_point(round)?, shared)?);
    let sealed = Aes256Gcm::new(&(*key).into())
        .encrypt(&(*nonce).into(), message)
        .ok()?;

    let mut bytes = Vec::with_capacity(PUBLIC_KEY_BYTES);
    ephemeral::<Plain>(scalar)
        .serialize_compressed(&mut bytes)
        .ok()?;
    let body = [prefixed(&sealed), prefixed(nonce)].concat();
    for part in [&masked_sigma, &mask(key, sigma), body.as_slice(), CIPHER] {
        bytes.extend(prefixed(part));
    }
    Some(bytes)
}

/// Bytes with their number before them.
fn prefixed(bytes: &[u8]) -> Vec<u8> {
    [&(bytes.len() as u64).to_le_bytes(), bytes].concat()
}
