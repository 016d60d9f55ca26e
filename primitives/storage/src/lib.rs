//! # Storage maps
//!
//! `StorageMap`, `StorageDoubleMap` and `StorageNMap` as FRAME has them: the same keys, values,
//! metadata and methods. They differ in how a key is made. FRAME asks the host to hash the names of
//! pallet and item at every access, although the macros of a pallet have both hashes as constants,
//! and keeps each part of a key in a vector of its own. In WebAssembly every hash is a call to the
//! host and every vector two, more than the access itself costs. Here names are never hashed, and a
//! key is one vector.
//!
//! A pallet takes them by importing them beside FRAME's prelude, which they shadow.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]
#![expect(
    clippy::result_unit_err,
    clippy::type_complexity,
    reason = "methods and parameters are those of FRAME's maps"
)]

extern crate alloc;

mod double_map;
mod hashers;
mod map;
mod n_map;
#[cfg(test)]
mod tests;

pub use double_map::StorageDoubleMap;
pub use hashers::KeyHasher;
pub use map::StorageMap;
pub use n_map::StorageNMap;
