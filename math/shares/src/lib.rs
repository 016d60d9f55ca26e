//! Share pools of stake: one total value per hotkey and subnet, split by
//! shares kept in a decimal floating number wide enough that emission to the
//! whole pool never loses a staker's part (spec 50 §4).
#![cfg_attr(not(feature = "std"), no_std)]
#![warn(missing_docs)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

mod pool;
mod safe_float;

pub use pool::{ShareError, SharePool};
pub use safe_float::SafeFloat;

#[cfg(test)]
mod tests;
