//! What a chain knows of a drand beacon.

/// Bytes of the signature of a round, a compressed point of G1.
pub const SIGNATURE_BYTES: usize = 48;

/// The pulses of a beacon that a chain knows. Their rounds are contiguous.
pub trait Beacon {
    /// The newest round that is known; 0 before the first.
    fn last_round() -> u64;

    /// The signature of a round, if it is known.
    fn signature(round: u64) -> Option<[u8; SIGNATURE_BYTES]>;
}
