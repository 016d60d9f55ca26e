//! The price at which a new pool opens: the median of those there are (spec 30
//! §6.4).

#[cfg(test)]
mod tests;

use subtensor_fixed::U64F64;

/// Median of prices (TAO per alpha), which it sorts; of an even number the mean
/// of both in the middle, rounded down. 1 if there is none.
pub fn median(prices: &mut [U64F64]) -> U64F64 {
    prices.sort_unstable();
    let upper = prices.get(prices.len() / 2).copied();
    let lower = prices
        .len()
        .checked_sub(1)
        .and_then(|last| prices.get(last / 2))
        .copied();
    match (lower, upper) {
        (Some(lower), Some(upper)) if lower == upper => upper,
        (Some(lower), Some(upper)) => lower.saturating_add(upper).safe_div(U64F64::from_num(2)),
        _ => U64F64::ONE,
    }
}
