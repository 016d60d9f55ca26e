//! Emission arithmetic without state: the supply schedule, shares of the block
//! emission, pool terms of a subnet, the split of its alpha between those who
//! earn it, and the averages of prices and of stake (spec 10 §6, §8, §9, §11, §13, §15;
//! spec 20 §9; spec 50 §12; spec 90 §16). Amounts are in rao.
#![cfg_attr(not(feature = "std"), no_std)]
#![warn(missing_docs)]

extern crate alloc;

mod averages;
mod curve;
mod dividends;
mod gate;
mod mechanisms;
mod payout;
mod schedule;
mod shares;
mod terms;
mod voting;

pub use averages::{next_fast_price, next_moving_price, root_proportion};
pub use curve::{Era, blocks_until_end, eras, issuance_after};
pub use dividends::{Lender, LenderPart, contribution, kept_part, split_dividend};
pub use gate::{GATE_EXPONENTS, gate_bar, gated_shares};
pub use mechanisms::mechanism_parts;
pub use payout::divide_pot;
pub use schedule::{INITIAL_BLOCK_EMISSION, MAX_ISSUANCE, block_emission};
pub use shares::{ShareInput, enabled_shares, subnet_shares, tao_emission};
pub use terms::{AlphaSplit, PoolTerms, pool_terms, split_alpha_out};
pub use voting::{VOTING_ONE, next_voting_power};

#[cfg(test)]
mod tests;
