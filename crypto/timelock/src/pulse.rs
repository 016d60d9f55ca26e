//! Pulses: the signatures of the rounds of a beacon (spec 40 §9.2), of scheme
//! `bls-unchained-g1-rfc9380`.

use ark_bls12_381_ext::{Bls12_381, CurveHooks, Fr, G2Affine};
use ark_ec::{AffineRepr, pairing::Pairing};
use ark_ff::{PrimeField, Zero};
use ark_serialize::CanonicalSerialize;
use sha2::{Digest, Sha256};

use crate::{
    SIGNATURE_BYTES,
    curve::{PUBLIC_KEY_BYTES, Plain, decode_g1, decode_g2, round_point},
};

/// Bytes that are not the compressed form of a point of their group, or of the one at infinity.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Undecodable;

/// Whether a signature is that of the beacon with this public key (96 bytes) over a round.
pub fn verify<H: CurveHooks>(
    public_key: &[u8],
    round: u64,
    signature: &[u8; SIGNATURE_BYTES],
) -> Result<bool, Undecodable> {
    let signature = decode_g1::<H>(signature).ok_or(Undecodable)?;
    let public_key = public_key.try_into().map_err(|_| Undecodable)?;
    let public_key = decode_g2::<H>(public_key).ok_or(Undecodable)?;
    let signed = round_point::<H>(round).ok_or(Undecodable)?;
    let product = Bls12_381::<H>::multi_pairing(
        [-signature, signed],
        [G2Affine::<H>::generator(), public_key],
    );
    Ok(product.is_zero())
}

/// Whether pulses can be verified with a public key: it is a point of G2, not the one at infinity.
pub fn is_public_key<H: CurveHooks>(public_key: &[u8]) -> bool {
    let bytes: Result<&[u8; PUBLIC_KEY_BYTES], _> = public_key.try_into();
    bytes.is_ok_and(|bytes| decode_g2::<H>(bytes).is_some())
}

/// The randomness of a round: SHA-256 of its signature.
pub fn randomness(signature: &[u8; SIGNATURE_BYTES]) -> [u8; 32] {
    Sha256::digest(signature).into()
}

/// The signature over a round by a beacon of one's own. Its secret is taken as a big endian number
/// modulo the order of the group, of which 0 makes signatures that nobody accepts.
pub fn sign(secret: &[u8; 32], round: u64) -> [u8; SIGNATURE_BYTES] {
    let signed = round_point::<Plain>(round).unwrap_or_default();
    compressed(signed.mul_bigint(scalar(secret)))
}

/// The public key of a beacon of one's own.
pub fn public_key(secret: &[u8; 32]) -> [u8; PUBLIC_KEY_BYTES] {
    compressed(G2Affine::<Plain>::generator().mul_bigint(scalar(secret)))
}

fn scalar(secret: &[u8; 32]) -> <Fr as PrimeField>::BigInt {
    Fr::from_be_bytes_mod_order(secret).into_bigint()
}

/// A point of a group whose compressed points have `N` bytes.
pub(crate) fn compressed<const N: usize>(point: impl CanonicalSerialize) -> [u8; N] {
    let mut bytes = [0; N];
    // There is no way for this to fail: the bytes are as many as the point has.
    let _ = point.serialize_compressed(bytes.as_mut_slice());
    bytes
}
