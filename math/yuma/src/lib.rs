//! Yuma consensus on plain data: from stakes, weights and bonds to consensus, incentive, dividends and the division of
//! emission (spec 20). Results are exact: there is one legitimate output per input.

#![cfg_attr(not(feature = "std"), no_std)]
#![warn(missing_docs)]

extern crate alloc;

mod bonds;
mod epoch;
mod fixed;
mod liquid;
mod median;
mod rows;
mod stake;
mod types;
mod weights;
mod workspace;

pub use epoch::epoch;
pub use rows::{Rows, RowsBuf};
pub use types::{EpochError, EpochInput, EpochOutput, Liquid};
pub use workspace::Workspace;
