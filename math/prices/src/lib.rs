//! What it costs to come in, without state: prices of registrations, which each
//! one raises and which halve over a number of blocks; the price of opening a
//! subnet, which doubles and falls in a line; the price at which a new pool
//! opens (spec 30 §6, §8); and what of a price stays locked (spec 90 §14).
//! Amounts are in rao.
#![cfg_attr(not(feature = "std"), no_std)]
#![warn(missing_docs)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

mod collateral;
mod decay;
mod lock_cost;
mod median;

pub use collateral::{Lien, requirement};
pub use decay::{NO_DECAY, decay_factor, decayed, raised};
pub use lock_cost::{Creation, lock_cost, reduction_interval};
pub use median::median;
