//! Stake: shares in the pool of a hotkey, and the calls that buy, sell and move it (spec 50 §4,
//! §6).

mod add;
mod alpha_fees;
mod auto_stake;
mod destroy;
mod fees;
mod nomination_sweep;
mod nominations;
mod orders;
mod relocate;
mod remove;
pub mod storage;
mod takes;
#[cfg(test)]
mod tests;

use core::marker::PhantomData;
use subtensor_primitives::{AlphaBalance, SwapOutcome, TaoBalance};

pub use alpha_fees::AlphaFee;
pub use auto_stake::AutoStake;
#[cfg(any(test, feature = "runtime-benchmarks"))]
pub(crate) use auto_stake::MAX_COLDKEYS;
pub(crate) use destroy::max_weight_of_destruction;
pub use nominations::Nominations;
pub(crate) use relocate::{MoveLimit, Position, max_weight_of_ends};
pub(crate) use remove::{
    max_weight_of_remove_stake, max_weight_of_remove_stake_now, max_weight_of_unstake_all,
};
pub use takes::Takes;

/// What an order to buy or sell asks for.
#[derive(Clone, Copy)]
pub(crate) struct OrderLimit {
    /// Worst price, rao per alpha.
    pub price: TaoBalance,
    /// Whether a part of the order may be executed.
    pub is_partial: bool,
}
/// TAO for alpha.
pub(crate) type Purchase = SwapOutcome<TaoBalance, AlphaBalance>;
/// Alpha for TAO.
pub(crate) type Sale = SwapOutcome<AlphaBalance, TaoBalance>;

/// Orders above this many times the reserve are refused.
const MAX_ORDER_TO_RESERVE: u64 = 1_000;

/// Orders: buying, selling, moving and giving up stake.
pub struct Staking<T>(PhantomData<T>);
