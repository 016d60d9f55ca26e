//! The emission of a subnet divided between its mechanisms (spec 20 §9.2).

#[cfg(test)]
mod tests;

use alloc::{vec, vec::Vec};
use subtensor_fixed::mul_div_u64;

/// Parts of an emission (rao) for `count` mechanisms, at least one: by `split`
/// in parts of 65535, or evenly. A mechanism that the split does not name gets
/// nothing, nobody gets more than those before left, and what rounding leaves
/// belongs to the first; together they are the whole.
pub fn mechanism_parts(emission: u64, count: u8, split: Option<&[u16]>) -> Vec<u64> {
    let count = count.max(1);
    let mut rest = emission;
    let mut parts: Vec<u64> = match split {
        Some(split) => (0..usize::from(count))
            .map(|mechanism| split.get(mechanism).copied().unwrap_or_default())
            .map(|part| mul_div_u64(emission, part.into(), u16::MAX.into()))
            .collect(),
        None => vec![emission.checked_div(count.into()).unwrap_or_default(); count.into()],
    };
    for part in &mut parts {
        *part = rest.min(*part);
        rest = rest.saturating_sub(*part);
    }
    if let Some(first) = parts.first_mut() {
        *first = first.saturating_add(rest);
    }
    parts
}
