//! Division of a pot without a rest (spec 90 §15.3).

#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use core::cmp::Reverse;
use subtensor_fixed::full_mul;

/// Divides a pot (rao) by weights of any one unit, which together are below 2^128: every part is
/// rounded down, and the rao that are missing go one each to those who lost most by it, of equals
/// to the first. The parts sum to the pot, unless there is no weight: then nobody gets anything.
pub fn divide(pot: u64, weights: &[u128]) -> Vec<u64> {
    let total = weights.iter().copied().fold(0, u128::saturating_add);
    let exact = |weight: u128| {
        let product = full_mul(pot.into(), weight);
        let part = product.checked_div(total).unwrap_or_default();
        // The remainder is below the total, so that its low half is all of it.
        let rest = product.low.wrapping_sub(part.wrapping_mul(total));
        (u64::try_from(part).unwrap_or(u64::MAX), rest)
    };
    if total == 0 {
        return alloc::vec![0; weights.len()];
    }
    let (mut parts, rests): (Vec<u64>, Vec<u128>) =
        weights.iter().map(|weight| exact(*weight)).unzip();
    let given = parts
        .iter()
        .fold(0, |sum: u64, part| sum.saturating_add(*part));
    let missing = usize::try_from(pot.saturating_sub(given)).unwrap_or(usize::MAX);
    if missing > 0 {
        let mut order: Vec<usize> = (0..rests.len()).collect();
        order.sort_by_key(|place| Reverse(rests.get(*place).copied()));
        for place in order.into_iter().take(missing) {
            if let Some(part) = parts.get_mut(place) {
                *part = part.saturating_add(1);
            }
        }
    }
    parts
}
