//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 20 repeats,
//! on AMD EPYC, 2026-11-28.

#![allow(
    clippy::extra_unused_type_parameters,
    reason = "all of them are called alike"
)]

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 11_237 ns at the least.
pub(super) fn nested_calls<T: Config>(c: u32) -> Weight {
    Weight::from_parts(
        11_708_376_u64.saturating_add(u64::from(c).saturating_mul(14_608)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(3, 0))
}

/// 6_009 ns at the least.
pub(super) fn entitlement<T: Config>() -> Weight {
    Weight::from_parts(6_209_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 18_718 ns at the least.
pub(super) fn real_payer<T: Config>() -> Weight {
    Weight::from_parts(19_259_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 0))
}

/// 9_905 ns at the least.
pub(super) fn owner_payer<T: Config>() -> Weight {
    Weight::from_parts(10_265_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}
