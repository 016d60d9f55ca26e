//! The beacon that a chain follows: quicknet, unless its spec or root names another.

#[cfg(test)]
mod tests;

use alloc::string::String;
use frame_support::{BoundedVec, traits::Get};
use serde::{Deserialize, Serialize};
use subtensor_timelock::{
    CurveHooks, QUICKNET_BEACON_ID, QUICKNET_CHAIN_HASH, QUICKNET_GENESIS_TIME,
    QUICKNET_GROUP_HASH, QUICKNET_PERIOD, QUICKNET_PUBLIC_KEY, QUICKNET_SCHEME_ID, SIGNATURE_BYTES,
    is_public_key, randomness, verify,
};

use crate::{BeaconConfiguration, Metadata, Pulse};

/// The default beacon (spec 40 §9.1).
pub struct Quicknet;

impl Get<BeaconConfiguration> for Quicknet {
    fn get() -> BeaconConfiguration {
        BeaconConfiguration {
            public_key: BoundedVec::truncate_from(QUICKNET_PUBLIC_KEY.to_vec()),
            period: QUICKNET_PERIOD,
            genesis_time: QUICKNET_GENESIS_TIME,
            hash: BoundedVec::truncate_from(QUICKNET_CHAIN_HASH.to_vec()),
            group_hash: BoundedVec::truncate_from(QUICKNET_GROUP_HASH.to_vec()),
            scheme_id: BoundedVec::truncate_from(QUICKNET_SCHEME_ID.to_vec()),
            metadata: Metadata {
                beacon_id: BoundedVec::truncate_from(QUICKNET_BEACON_ID.to_vec()),
            },
        }
    }
}

impl BeaconConfiguration {
    /// Whether pulses of this beacon can be verified: its key is one, and it signs as we check.
    pub(crate) fn is_usable<H: CurveHooks>(&self) -> bool {
        *self.scheme_id == *QUICKNET_SCHEME_ID && is_public_key::<H>(&self.public_key)
    }

    /// Whether this beacon has signed a pulse, and the pulse holds nothing else (spec 40 §9.2).
    /// What costs least comes first.
    pub(crate) fn has_signed<H: CurveHooks>(&self, pulse: &Pulse) -> bool {
        signature_of(pulse).is_some_and(|signature| {
            *pulse.randomness == randomness(&signature)
                && verify::<H>(&self.public_key, pulse.round, &signature) == Ok(true)
        })
    }
}

/// The signature of a pulse, if it has the length of one.
pub(crate) fn signature_of(pulse: &Pulse) -> Option<[u8; SIGNATURE_BYTES]> {
    pulse.signature.as_slice().try_into().ok()
}

/// A beacon in a chain spec. What is left out is quicknet's. Bytes are hex, with or without `0x`;
/// the two names are plain text.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct BeaconSpec {
    /// See [`BeaconConfiguration::public_key`].
    pub public_key: String,
    /// See [`BeaconConfiguration::period`].
    pub period: u32,
    /// See [`BeaconConfiguration::genesis_time`].
    pub genesis_time: u32,
    /// See [`BeaconConfiguration::hash`].
    pub hash: String,
    /// See [`BeaconConfiguration::group_hash`].
    pub group_hash: String,
    /// See [`BeaconConfiguration::scheme_id`].
    pub scheme_id: String,
    /// See [`Metadata::beacon_id`].
    pub beacon_id: String,
}

impl Default for BeaconSpec {
    fn default() -> Self {
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        Self {
            public_key: hex::encode(QUICKNET_PUBLIC_KEY),
            period: QUICKNET_PERIOD,
            genesis_time: QUICKNET_GENESIS_TIME,
            hash: hex::encode(QUICKNET_CHAIN_HASH),
            group_hash: hex::encode(QUICKNET_GROUP_HASH),
            scheme_id: text(QUICKNET_SCHEME_ID),
            beacon_id: text(QUICKNET_BEACON_ID),
        }
    }
}

impl BeaconSpec {
    /// The beacon as the chain keeps it.
    ///
    /// Errors: names the first field that is no hex or is too long, or says that pulses of the
    /// beacon cannot be verified.
    pub(crate) fn read<H: CurveHooks>(&self) -> Result<BeaconConfiguration, &'static str> {
        let beacon = BeaconConfiguration {
            public_key: bytes(&self.public_key).ok_or("publicKey is not 96 bytes of hex")?,
            period: self.period,
            genesis_time: self.genesis_time,
            hash: bytes(&self.hash).ok_or("hash is not hex of at most 32 bytes")?,
            group_hash: bytes(&self.group_hash)
                .ok_or("groupHash is not hex of at most 32 bytes")?,
            scheme_id: text(&self.scheme_id).ok_or("schemeId is longer than 32 bytes")?,
            metadata: Metadata {
                beacon_id: text(&self.beacon_id).ok_or("beaconId is longer than 32 bytes")?,
            },
        };
        beacon
            .is_usable::<H>()
            .then_some(beacon)
            .ok_or("publicKey is not a point of G2, or schemeId not bls-unchained-g1-rfc9380")
    }
}

fn bytes<S: Get<u32>>(hex: &str) -> Option<BoundedVec<u8, S>> {
    let digits = hex.strip_prefix("0x").unwrap_or(hex);
    hex::decode(digits).ok()?.try_into().ok()
}

fn text<S: Get<u32>>(text: &str) -> Option<BoundedVec<u8, S>> {
    text.as_bytes().to_vec().try_into().ok()
}
