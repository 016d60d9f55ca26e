//! The calls by domain: they decode the origin and hand over. Indices and arguments are public
//! interface.
//!
//! Each file is a section of the pallet with a `#[pallet::call]` block of its own;
//! `subtensor_procedural::join_calls` makes one of them, in the order of the indices.
//!
//! The documentation of a call goes into the metadata and has the same parts everywhere, which a
//! test demands:
//! - what it does, in a sentence;
//! - `Origin`: who signs it, or `root`;
//! - `Parameters`: each argument with its unit and bounds;
//! - `Errors, in order`: what it can fail with, in the order of the checks, so that the first one
//!   that applies is returned. A name alone is an error of this pallet;
//!   `Swap::` are those of the pools, `BadOrigin` and `Token` those of every runtime;
//! - `Events`: those of this pallet, in order. The currency has its own.
//!
//! The functions of the domains that do the work of a call, and their checks, do not repeat it.

pub mod children;
pub mod coldkeys;
pub mod collateral;
pub mod commits;
pub mod destruction;
pub mod epochs;
pub mod identity;
pub mod keys;
pub mod leases;
pub mod locks;
pub mod neurons;
pub mod relocation;
pub mod root;
pub mod serving;
pub mod staking;
pub mod subnets;
pub mod takes;
#[cfg(test)]
mod tests;
pub mod voting;
pub mod weights;
