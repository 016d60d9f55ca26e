//! What opening a subnet costs: twice the last price right after a creation,
//! then less in a line, never below a least price (spec 30 §6.3).

#[cfg(test)]
mod tests;

use subtensor_emission::{INITIAL_BLOCK_EMISSION, block_emission};
use subtensor_fixed::U64F64;

/// The last creation of a subnet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Creation {
    /// What it cost, in rao; before the first one, what that is to cost.
    pub cost: u64,
    /// Its block; 0 before the first one.
    pub block: u64,
}

/// Cost of a creation at block `now`, in rao: it falls by the last cost over
/// `interval` blocks (not at all if that is 0), to `least` rao.
pub fn lock_cost(last: Creation, now: u64, interval: u64, least: u64) -> u64 {
    let times = if last.block == 0 { 1 } else { 2 };
    let per_block = last.cost.checked_div(interval).unwrap_or_default();
    let age = now.saturating_sub(last.block);
    last.cost
        .saturating_mul(times)
        .saturating_sub(per_block.saturating_mul(age))
        .max(least)
}

/// `blocks` in proportion to the block emission at an issuance (rao), rounded
/// down: the cost falls faster as TAO gets scarcer.
pub fn reduction_interval(blocks: u64, issuance: u64) -> u64 {
    let emitted = U64F64::from_ratio(block_emission(issuance), INITIAL_BLOCK_EMISSION);
    U64F64::from_num(blocks).saturating_mul(emitted).to_u64()
}
