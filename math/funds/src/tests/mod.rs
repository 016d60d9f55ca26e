//! Vectors of spec 90 §5 to §10, and the laws of §13.

mod claims;
mod entitlement;
mod fund;
mod model;
mod prices;
mod trading;
mod vectors;

const E9: u64 = 1_000_000_000;

/// Numbers of all lengths, from `least`.
fn any_width(least: u64) -> impl proptest::strategy::Strategy<Value = u64> {
    use proptest::prelude::*;
    (any::<u64>(), 0u32..64).prop_map(move |(bits, shift)| (bits >> shift).max(least))
}
