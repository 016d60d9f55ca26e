//! Dividing a pot between those who earned it (spec 10 §13): every part is
//! rounded down, and the rest is known, so that it can be given to somebody.

use alloc::vec::Vec;
use subtensor_fixed::mul_div_u128;

/// Divides a pot (rao) by weights of any one unit. Returns the parts in the
/// order of the weights and what rounding left, which is less than a rao for
/// each weight; all of the pot if there is no weight.
pub fn divide_pot(pot: u64, weights: &[u128]) -> (Vec<u64>, u64) {
    let total = weights.iter().copied().fold(0, u128::saturating_add);
    let mut rest = pot;
    let parts = weights
        .iter()
        .map(|weight| {
            // Most hotkeys of an epoch are either miners or validators.
            if *weight == 0 {
                return 0;
            }
            let part = u64::try_from(mul_div_u128(pot.into(), *weight, total));
            let part = part.unwrap_or(u64::MAX).min(rest);
            rest = rest.saturating_sub(part);
            part
        })
        .collect();
    (parts, rest)
}
