//! How a lock of stake changes with time, without state: the locked mass decays
//! unless the lock is perpetual, and conviction grows towards it (spec 50 §11);
//! and how the sum of many locks follows them.
//! Masses are in rao of alpha, convictions in the same with a fraction of 64
//! bits, times in blocks.
#![cfg_attr(not(feature = "std"), no_std)]
#![warn(missing_docs)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

mod bucket;
mod decay;
mod roll;

pub use bucket::Bucket;
pub use roll::{Lock, LockMode, LockRates, Ownership, roll_forward};

#[cfg(test)]
mod tests;
