//! The two-asset weighted pool of a subnet, without state: price, quotes with
//! fee and price limit, and the weights that let the protocol add liquidity
//! at an unchanged price (spec 50 §5). TAO is the quote and alpha the base
//! asset; all amounts are in rao, weights in parts of 10^18.
#![cfg_attr(not(feature = "std"), no_std)]

mod fee;
mod liquidity;
mod pool;
mod pow;
mod quote;

pub use fee::fee;
pub use liquidity::weight_for_price;
pub use pool::{AmmError, HALF_WEIGHT, MIN_WEIGHT, Pool, WEIGHT_ONE};
pub use quote::{Quote, Terms};

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
