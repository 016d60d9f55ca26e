//! Encrypted transactions of the MEV shield (spec 80 A.1): the wire format of a ciphertext,
//! encryption and decryption with ML-KEM-768 and XChaCha20-Poly1305, and the ring of key pairs that
//! a block author holds.
//!
//! A client encrypts the bytes of a signed transaction to the encapsulation key of a coming block
//! author. The encapsulated secret is the key of the cipher as it is, and nothing else is
//! authenticated with it.
#![cfg_attr(not(feature = "std"), no_std)]
#![warn(missing_docs)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

extern crate alloc;

mod envelope;
mod pair;
#[cfg(feature = "std")]
mod ring;
#[cfg(test)]
mod tests;

pub use envelope::{KeyHash, NONCE_BYTES, ShieldedTransaction, Truncated};
pub use pair::{
    ENCAPSULATION_KEY_BYTES, InvalidKey, KeyPair, Randomness, SEED_BYTES, Undecryptable,
    decrypt_with_expanded_key, encrypt, key_hash,
};
#[cfg(feature = "std")]
pub use ring::{KeyRing, NoRandomness};
