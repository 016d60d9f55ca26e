//! Provisional weights from counted reads and writes and measured times, until benchmarks replace
//! them.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// Picoseconds to encode and hash the longest ciphertext and to deposit the event.
const HASH_PS: u64 = 60_000_000;
/// Picoseconds in which an author decrypts a ciphertext. They are no part of executing the block,
/// but whoever submits one makes the author spend them.
const DECRYPT_PS: u64 = 150_000_000;
/// Picoseconds to take a ciphertext apart.
const PARSE_PS: u64 = 1_000_000;
/// Picoseconds to move the keys on, accesses apart.
const ANNOUNCE_PS: u64 = 33_000_000;

/// Weights of the calls.
pub trait WeightInfo {
    /// The inherent by which an author moves the keys on.
    fn announce_next_key() -> Weight;
    /// `submit_encrypted`, decryption included.
    fn submit_encrypted() -> Weight;
    /// Looking at a ciphertext before it enters the pool.
    fn parse() -> Weight;
}

/// Counted accesses at the runtime's prices.
pub struct ProvisionalWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for ProvisionalWeights<T> {
    /// Read are the slot and the authorities, twice, two places and the key of an author; written
    /// are three places, two expiries and the key of another.
    fn announce_next_key() -> Weight {
        Weight::from_parts(ANNOUNCE_PS, 0).saturating_add(T::DbWeight::get().reads_writes(7, 6))
    }

    fn submit_encrypted() -> Weight {
        Weight::from_parts(HASH_PS.saturating_add(DECRYPT_PS), 0)
    }

    fn parse() -> Weight {
        Weight::from_parts(PARSE_PS, 0)
    }
}
