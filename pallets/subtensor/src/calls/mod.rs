//! The calls by domain: they decode the origin and hand over. Indices and arguments are public interface.
//!
//! Each file is a section of the pallet with a `#[pallet::call]` block of its own; `subtensor_procedural::join_calls`
//! makes one of them, in the order of the indices.

pub mod children;
pub mod destruction;
pub mod epochs;
pub mod identity;
pub mod keys;
pub mod neurons;
pub mod relocation;
pub mod root;
pub mod serving;
pub mod staking;
pub mod subnets;
pub mod takes;
pub mod weights;
