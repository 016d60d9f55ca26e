//! Proof of work for registering a hotkey without paying: what is hashed, when
//! it is hard enough, and how a claim is checked (spec 30 §21). Knows nothing
//! of a blockchain.
#![cfg_attr(not(feature = "std"), no_std)]
#![warn(missing_docs)]

mod challenge;
mod difficulty;

pub use challenge::{Challenge, InvalidProof, Seal};
pub use difficulty::Difficulty;
