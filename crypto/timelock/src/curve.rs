//! BLS12-381 as the beacon and its ciphertexts use it. Every point that comes from outside is
//! checked when it is decoded, since the host functions of a node do not check what they are given.

use ark_bls12_381_ext::{Bls12_381, CurveHooks, G1Affine, G2Affine};
use ark_ec::{
    AffineRepr,
    hashing::{HashToCurve, curve_maps::wb::WBMap, map_to_curve_hasher::MapToCurveBasedHasher},
    pairing::Pairing,
};
use ark_ff::field_hashers::DefaultFieldHasher;
use ark_serialize::{CanonicalDeserialize, CanonicalSerialize};
use sha2::{Digest, Sha256};

use crate::SIGNATURE_BYTES;

/// Bytes of the public key of a beacon, a compressed point of G2.
pub const PUBLIC_KEY_BYTES: usize = 96;
/// Bits of the first byte of a point that say how it is encoded: compressed, at infinity.
pub(crate) const FLAGS: u8 = 0b1100_0000;
/// The flags of a compressed point that is not at infinity.
pub(crate) const COMPRESSED: u8 = 0b1000_0000;
/// Bytes of an element of the target group: twelve elements of the base field.
const TARGET_BYTES: usize = 12 * 48;
/// Keeps the points of a beacon apart from those that other protocols hash to (spec 40 §8.3).
const DOMAIN: &[u8] = b"BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";

type Hasher = MapToCurveBasedHasher<
    ark_bls12_381::G1Projective,
    DefaultFieldHasher<Sha256, 128>,
    WBMap<ark_bls12_381::g1::Config>,
>;

/// Heavy operations as arkworks does them. A runtime takes the hooks to the host functions of its
/// node instead.
pub struct Plain;

impl CurveHooks for Plain {}

/// A point of the group G1, which is not at infinity.
pub(crate) fn decode_g1<H: CurveHooks>(bytes: &[u8; SIGNATURE_BYTES]) -> Option<G1Affine<H>> {
    (bytes[0] & FLAGS == COMPRESSED)
        .then(|| G1Affine::deserialize_compressed(bytes.as_slice()).ok())?
}

/// A point of the group G2, which is not at infinity.
pub(crate) fn decode_g2<H: CurveHooks>(bytes: &[u8; PUBLIC_KEY_BYTES]) -> Option<G2Affine<H>> {
    (bytes[0] & FLAGS == COMPRESSED)
        .then(|| G2Affine::deserialize_compressed(bytes.as_slice()).ok())?
}

/// What the beacon hashes to a point and signs: SHA-256 of the round, big endian.
pub(crate) fn identity(round: u64) -> [u8; 32] {
    Sha256::digest(round.to_be_bytes()).into()
}

/// The point of G1 that the beacon signs for a round. There is one for every round: arkworks has
/// errors only for parameters that do not fit a curve.
pub(crate) fn round_point<H: CurveHooks>(round: u64) -> Option<G1Affine<H>> {
    let point = Hasher::new(DOMAIN)
        .and_then(|hasher| hasher.hash(&identity(round)))
        .ok()?;
    let (x, y) = point.xy()?;
    Some(G1Affine::<H>::new_unchecked(x, y))
}

/// The pairing of two points, serialized as clients do (spec 40 §8.3): every coordinate little
/// endian.
pub(crate) fn pairing<H: CurveHooks>(
    left: G1Affine<H>,
    right: G2Affine<H>,
) -> Option<[u8; TARGET_BYTES]> {
    let mut bytes = [0; TARGET_BYTES];
    let target = Bls12_381::<H>::pairing(left, right);
    target.serialize_uncompressed(bytes.as_mut_slice()).ok()?;
    Some(bytes)
}
