//! How a ciphertext hides the key of its message (spec 40 §8.3). Sealing and opening go the same
//! steps, since a mask is taken off as it is put on.

use ark_bls12_381_ext::{CurveHooks, Fr, G2Affine, G2Projective};
use ark_ec::AffineRepr;
use ark_ff::PrimeField;
use sha2::{Digest, Sha256};

/// Bytes of sigma, of the key of a message, and of what hides them.
pub(crate) const SECRET_BYTES: usize = 32;

/// One secret with another one's hash laid over it.
pub(crate) fn mask(secret: &[u8; SECRET_BYTES], hashed: &[u8]) -> [u8; SECRET_BYTES] {
    let mut masked: [u8; SECRET_BYTES] = Sha256::digest(hashed).into();
    for (byte, other) in masked.iter_mut().zip(secret) {
        *byte ^= other;
    }
    masked
}

/// The scalar s, which follows from sigma and the key, so that whoever opens a ciphertext can tell
/// that it was sealed as it should be.
pub(crate) fn scalar(sigma: &[u8; SECRET_BYTES], key: &[u8; SECRET_BYTES]) -> Fr {
    let hash = Sha256::new().chain_update(sigma).chain_update(key);
    Fr::from_be_bytes_mod_order(&hash.finalize())
}

/// The multiple of the generator of G2 that a ciphertext calls U.
pub(crate) fn ephemeral<H: CurveHooks>(scalar: Fr) -> G2Projective<H> {
    G2Affine::<H>::generator().mul_bigint(scalar.into_bigint())
}
