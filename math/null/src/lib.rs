//! Null consensus on plain data: the uid with the largest stake decides alone what miners earn, and
//! validators earn by stake; who has to leave when a large subnet shrinks (spec 90 §15). There are
//! no scores to agree on, so amounts are divided to the rao.

#![cfg_attr(not(feature = "std"), no_std)]
#![warn(missing_docs)]

extern crate alloc;

mod divide;
mod epoch;
mod prune;

pub use divide::divide;
pub use epoch::{Input, Mechanism, Output, Scores, elect, epoch};
pub use prune::{Plan, prune};
