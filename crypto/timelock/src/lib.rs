//! Messages that the rounds of a drand beacon open (spec 40 §8), and the pulses that open them
//! (spec 40 §9).
//!
//! A client seals a message to a coming round of a beacon, of which it needs to know nothing but
//! the public key. The signature of that round, which nobody has before the round is due, opens
//! the message. The scheme is the identity-based encryption of Boneh and Franklin on BLS12-381,
//! with the round as the identity.
//!
//! Whatever comes from outside is hostile: no bytes make anything here panic, and no length that
//! they claim is believed.
#![cfg_attr(not(feature = "std"), no_std)]
#![warn(missing_docs)]

extern crate alloc;

mod beacon;
mod ciphertext;
mod curve;
mod encapsulation;
mod envelope;
mod pulse;
mod quicknet;
mod round_key;
mod seal;
#[cfg(test)]
mod tests;

pub use ark_bls12_381_ext::CurveHooks;
pub use beacon::{Beacon, SIGNATURE_BYTES};
pub use ciphertext::Ciphertext;
pub use curve::{PUBLIC_KEY_BYTES, Plain};
pub use envelope::unwrap_envelope;
pub use pulse::{Undecodable, is_public_key, public_key, randomness, sign, verify};
pub use quicknet::{
    QUICKNET_BEACON_ID, QUICKNET_CHAIN_HASH, QUICKNET_GENESIS_TIME, QUICKNET_GROUP_HASH,
    QUICKNET_PERIOD, QUICKNET_PUBLIC_KEY, QUICKNET_SCHEME_ID,
};
pub use round_key::RoundKey;
pub use seal::{Secrets, seal};
