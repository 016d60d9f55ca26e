//! Shares of the TAO block emission: proportional to the average price, damped
//! by burned miner emission, then behind the gate zero for subnets whose TAO side
//! is switched off (spec 10 §8, 90 §16).

use alloc::vec::Vec;
use subtensor_fixed::{Fixed, U64F64, U96F32};

/// What decides the share of one eligible subnet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShareInput {
    /// Moving price in TAO per alpha; 1 for a stable subnet.
    pub moving_price: U64F64,
    /// Part of the miner emission that went to burning keys, 0 to 1.
    pub miner_burned: U96F32,
    /// Whether the subnet receives TAO emission.
    pub enabled: bool,
}

fn sum(values: impl Iterator<Item = U64F64>) -> U64F64 {
    values.fold(U64F64::ZERO, U64F64::saturating_add)
}

/// Divide every value by the sum of all; zeros if the sum is 0.
pub(crate) fn normalised(values: &[U64F64]) -> Vec<U64F64> {
    let total = sum(values.iter().copied());
    values.iter().map(|v| v.safe_div(total)).collect()
}

/// Shares of the eligible subnets before the gate, in the order given; each in
/// [0, 1] and their sum at most 1.
pub fn subnet_shares(subnets: &[ShareInput]) -> Vec<U64F64> {
    let prices: Vec<U64F64> = subnets.iter().map(|s| s.moving_price).collect();
    let by_price = normalised(&prices);
    let weighted: Vec<U64F64> = by_price
        .iter()
        .zip(subnets)
        .map(|(p, s)| {
            let burned: U64F64 = s.miner_burned.convert();
            p.saturating_mul(U64F64::ONE.saturating_sub(burned))
        })
        .collect();
    // If everybody burns everything, the emission still has to go somewhere.
    if weighted.iter().all(|w| w.is_zero()) {
        by_price
    } else {
        normalised(&weighted)
    }
}

/// The shares of those that receive TAO emission, divided by their sum; 0 for
/// the others.
pub fn enabled_shares(mut shares: Vec<U64F64>, subnets: &[ShareInput]) -> Vec<U64F64> {
    if subnets.iter().all(|s| s.enabled) {
        return shares;
    }
    for (share, subnet) in shares.iter_mut().zip(subnets) {
        if !subnet.enabled {
            *share = U64F64::ZERO;
        }
    }
    normalised(&shares)
}

/// TAO of a block's emission that belongs to a share, in rao with fraction.
pub fn tao_emission(block_emission: u64, share: U64F64) -> U96F32 {
    U64F64::from_num(block_emission)
        .saturating_mul(share)
        .convert()
}
