//! Hashers of keys that write to where the key is made.

use alloc::vec::Vec;
use frame_support::{Blake2_128Concat, Identity, ReversibleStorageHasher, Twox64Concat};

/// Longest hash before a key, bytes.
const HASH: usize = 16;

/// A hasher that needs no vector of its own.
pub trait KeyHasher: ReversibleStorageHasher {
    /// Writes the part of a storage key that an encoded key makes behind what is there.
    fn append(encoded: &[u8], key: &mut Vec<u8>);
}

impl KeyHasher for Identity {
    fn append(encoded: &[u8], key: &mut Vec<u8>) {
        key.extend_from_slice(encoded);
    }
}

impl KeyHasher for Twox64Concat {
    fn append(encoded: &[u8], key: &mut Vec<u8>) {
        key.extend_from_slice(&sp_io::hashing::twox_64(encoded));
        key.extend_from_slice(encoded);
    }
}

impl KeyHasher for Blake2_128Concat {
    fn append(encoded: &[u8], key: &mut Vec<u8>) {
        key.extend_from_slice(&sp_io::hashing::blake2_128(encoded));
        key.extend_from_slice(encoded);
    }
}

/// The beginning of a storage key, with room for keys of so many bytes behind it.
pub(crate) fn begin(prefix: &[u8; 32], keys: &[usize]) -> Vec<u8> {
    let length = keys.iter().fold(prefix.len(), |sum, encoded| {
        sum.saturating_add(HASH).saturating_add(*encoded)
    });
    let mut key = Vec::with_capacity(length);
    key.extend_from_slice(prefix);
    key
}
