//! Stake: shares in the pool of a hotkey, and the calls that buy and sell it (spec 50 §4, §6).

mod add;
pub mod children;
mod fees;
mod remove;
mod reserves;
mod root;
mod shares;
pub mod storage;
mod takes;
#[cfg(test)]
mod tests;
mod value;

use subtensor_primitives::TaoBalance;

/// Worst price of an order, rao per alpha, and whether a part of it may be executed.
pub(crate) type Limit = Option<(TaoBalance, bool)>;

/// Orders above this many times the reserve are refused.
const MAX_ORDER_TO_RESERVE: u64 = 1_000;
