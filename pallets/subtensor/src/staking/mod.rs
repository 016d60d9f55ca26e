//! Stake: shares in the pool of a hotkey, and the calls that buy, sell and move it (spec 50 §4, §6).

mod add;
mod alpha_fees;
mod auto_stake;
pub mod children;
mod destroy;
mod fees;
mod nomination_sweep;
mod nominations;
mod positions;
mod relocate;
mod remove;
mod reserves;
mod shares;
pub mod storage;
mod takes;
#[cfg(test)]
mod tests;
mod value;

use subtensor_primitives::{AlphaBalance, SwapOutcome, TaoBalance};

pub use alpha_fees::AlphaFee;
pub(crate) use positions::MAX_HOTKEYS;
pub(crate) use relocate::{Place, most_of_root_ends, weight_of_root_ends};
pub(crate) use remove::{most_of_remove_stake, most_of_remove_stake_now};

/// Worst price of an order, rao per alpha, and whether a part of it may be executed.
pub(crate) type Limit = Option<(TaoBalance, bool)>;
/// TAO for alpha.
pub(crate) type Purchase = SwapOutcome<TaoBalance, AlphaBalance>;
/// Alpha for TAO.
pub(crate) type Sale = SwapOutcome<AlphaBalance, TaoBalance>;

/// Orders above this many times the reserve are refused.
const MAX_ORDER_TO_RESERVE: u64 = 1_000;
