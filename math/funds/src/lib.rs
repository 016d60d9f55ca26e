//! Funds of root validators, without state: what shares are worth and how many a deposit buys, what
//! a staker on root is owed, how a claim takes its part of every row, how far an owner may trade,
//! and the prices that clients see (spec 90 §4 to §10).
//!
//! Values are in rao of TAO, amounts of a row in rao of its alpha (of TAO on root), shares in raw
//! shares, times in blocks. Whatever is rounded is rounded against who comes or goes, so those who
//! stay never pay.
#![cfg_attr(not(feature = "std"), no_std)]
#![warn(missing_docs)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

extern crate alloc;

pub mod claim;
pub mod deposit;
pub mod display;
pub mod entitlement;
pub mod flush;
pub mod index;
pub mod price;
pub mod trade;

#[cfg(test)]
mod tests;
