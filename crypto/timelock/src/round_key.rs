//! Opening of ciphertexts (spec 40 §8.4).

use alloc::vec::Vec;

use aes_gcm::{
    Aes256Gcm,
    aead::{Aead, KeyInit},
};
use ark_bls12_381_ext::{CurveHooks, G1Affine};

use crate::{
    Ciphertext, SIGNATURE_BYTES,
    curve::{decode_g1, decode_g2, pairing},
    encapsulation::{ephemeral, mask, scalar},
};

/// The signature of a round, decoded: it opens whatever was sealed to the round.
pub struct RoundKey<H: CurveHooks>(G1Affine<H>);

impl<H: CurveHooks> RoundKey<H> {
    /// Decodes a signature, if it is a point of the group G1 and not at infinity. Whether it is the
    /// signature of a round only [`verify`](crate::verify) tells.
    pub fn decode(signature: &[u8; SIGNATURE_BYTES]) -> Option<Self> {
        decode_g1(signature).map(Self)
    }

    /// The message of a ciphertext; nothing if it was sealed to another round, or was changed. It
    /// may be empty. At most one pairing, one multiplication in G2, and one decoding of a point of
    /// G2, whatever the bytes are.
    pub fn open(&self, ciphertext: &Ciphertext<'_>) -> Option<Vec<u8>> {
        let sent = decode_g2::<H>(ciphertext.ephemeral)?;
        let sigma = mask(ciphertext.masked_sigma, &pairing(self.0, sent)?);
        let key = mask(ciphertext.masked_key, &sigma);
        if ephemeral::<H>(scalar(&sigma, &key)) != sent {
            return None;
        }
        Aes256Gcm::new(&key.into())
            .decrypt(&(*ciphertext.nonce).into(), ciphertext.sealed)
            .ok()
    }
}
