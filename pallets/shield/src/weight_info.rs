//! What the calls weigh: parts that were measured, put together.

mod measured;

use core::marker::PhantomData;

use frame_support::weights::Weight;

/// Weights of the calls.
pub trait WeightInfo {
    /// The inherent by which an author moves the keys on.
    fn announce_next_key() -> Weight;
    /// `submit_encrypted`, decryption included.
    fn submit_encrypted() -> Weight;
    /// Looking at a ciphertext before it enters the pool.
    fn parse() -> Weight;
}

/// As measured on the runtime, with accesses at the prices of its database.
pub struct MeasuredWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for MeasuredWeights<T> {
    fn announce_next_key() -> Weight {
        measured::announce_next_key::<T>()
    }

    fn submit_encrypted() -> Weight {
        measured::submit_encrypted::<T>().saturating_add(measured::decrypt::<T>())
    }

    fn parse() -> Weight {
        measured::parse::<T>()
    }
}
