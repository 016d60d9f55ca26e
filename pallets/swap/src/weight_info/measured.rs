//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

#![allow(
    clippy::extra_unused_type_parameters,
    reason = "all of them are called alike"
)]

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 11_277 ns at the least.
pub(super) fn set_fee_rate<T: Config>() -> Weight {
    Weight::from_parts(11_998_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 1_773 ns at the least.
pub(super) fn retired<T: Config>() -> Weight {
    Weight::from_parts(1_913_000, 0)
}
