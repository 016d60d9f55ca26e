//! Share pools: how the stakers of a hotkey own its alpha together (spec 50 §4).
//!
//! A pool has one value in rao and a number of shares; a staker's value is its part of the shares. A dividend raises
//! the value and leaves the shares alone, so paying any number of stakers is one addition. Shares are decimal floating
//! numbers ([`SafeFloat`]) wide enough that no staker is rounded away by another's size.

#![cfg_attr(not(feature = "std"), no_std)]

mod pool;
mod safe_float;

pub use pool::{Holding, Pool};
pub use safe_float::SafeFloat;
