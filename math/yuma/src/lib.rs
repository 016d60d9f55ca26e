//! Yuma consensus on plain data: from stakes, weights and bonds to consensus, incentive, dividends
//! and the division of emission (spec 20). Results are exact: there is one legitimate output per
//! input.

#![cfg_attr(not(feature = "std"), no_std)]
#![warn(missing_docs)]

extern crate alloc;

mod bonds;
mod epoch;
mod error;
mod liquid;
mod median;
mod q32;
mod rows;
mod stake;
mod types;
mod upscale;
mod weights;
mod workspace;

pub use epoch::epoch;
pub use error::EpochError;
pub use rows::{Rows, RowsBuf};
pub use stake::stake_weights;
pub use types::{EpochInput, EpochOutput, Liquid};
pub use upscale::max_upscale;
pub use workspace::Workspace;
