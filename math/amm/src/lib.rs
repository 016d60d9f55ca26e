//! The two-asset weighted pool of a subnet, without state: price, quotes with
//! fee and price limit, moves between two pools under a limit on their ratio,
//! and the weights that let the protocol add liquidity at an unchanged price
//! (spec 50 §5). TAO is the quote and alpha the base asset; all amounts are in
//! rao, weights in parts of 10^18.
//!
//! Whatever is rounded is rounded for the pool, and a quote is what shall be
//! executed. A quote costs one power at unequal weights and none at equal
//! ones; where a limit stops it, one more (a square root at equal weights).
#![cfg_attr(not(feature = "std"), no_std)]
#![warn(missing_docs)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

mod fee;
mod limit;
mod liquidity;
mod moves;
mod pool;
mod power;
mod quote;
mod search;
mod weights;

pub use fee::fee;
pub use liquidity::weight_for_price;
pub use moves::{MoveLimit, MoveQuote, MoveTerms, quote_move};
pub use pool::{AmmError, Pool};
pub use quote::{Quote, Terms};
pub use weights::{HALF_WEIGHT, MIN_WEIGHT, WEIGHT_ONE};

#[cfg(test)]
mod tests;
