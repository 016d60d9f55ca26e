//! What clients encode and decode (spec 40 §9.1). Field names and order are public interface.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{BoundedVec, traits::ConstU32};
use scale_info::TypeInfo;
use subtensor_primitives::List;

use crate::MAX_PULSES_TO_FETCH;

/// Number of a round, from 1 on.
pub type RoundNumber = u64;
/// The public key of a beacon; a valid one has all 96 bytes.
pub type OpaquePublicKey = BoundedVec<u8, ConstU32<96>>;
/// A hash, or a name of at most as many bytes.
pub type BoundedHash = BoundedVec<u8, ConstU32<32>>;

/// What a beacon says in a round.
#[derive(
    Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Pulse {
    /// In which it is said.
    pub round: RoundNumber,
    /// SHA-256 of the signature.
    pub randomness: BoundedHash,
    /// The beacon's signature over the round; a valid one has 48 bytes.
    pub signature: BoundedVec<u8, ConstU32<144>>,
}

/// Pulses on their way to the chain, as whoever sends them signs them.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub struct PulsesPayload<Public, BlockNumber> {
    /// The block after which they were fetched.
    pub block_number: BlockNumber,
    /// Consecutive pulses, the oldest first.
    pub pulses: List<Pulse, MAX_PULSES_TO_FETCH>,
    /// Who sends them.
    pub public: Public,
}

/// What names a beacon and checks its pulses.
#[derive(
    Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct BeaconConfiguration {
    /// What its signatures are checked against, a compressed point of G2.
    pub public_key: OpaquePublicKey,
    /// Seconds from a round to the next.
    pub period: u32,
    /// When round 1 was due, in Unix seconds.
    pub genesis_time: u32,
    /// Names the beacon in the paths of drand's HTTP API.
    pub hash: BoundedHash,
    /// Hash of the group of nodes that began it.
    pub group_hash: BoundedHash,
    /// How rounds are signed, in ASCII.
    pub scheme_id: BoundedHash,
    /// What else is known of it.
    pub metadata: Metadata,
}

/// What has no use for checking pulses.
#[derive(
    Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct Metadata {
    /// What drand's configuration calls the beacon, in ASCII.
    pub beacon_id: BoundedHash,
}

/// A beacon to go over to.
#[derive(
    Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo,
)]
pub struct BeaconConfigurationPayload<Public, BlockNumber> {
    /// Has no meaning.
    pub block_number: BlockNumber,
    /// The beacon.
    pub config: BeaconConfiguration,
    /// Has no meaning: root decides.
    pub public: Public,
}
