//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

#![allow(
    clippy::extra_unused_type_parameters,
    reason = "all of them are called alike"
)]

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 20_070 ns at the least.
pub(super) fn announce_next_key<T: Config>() -> Weight {
    Weight::from_parts(21_382_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 6))
}

/// 16_825 ns at the least.
pub(super) fn submit_encrypted<T: Config>() -> Weight {
    Weight::from_parts(18_508_000, 0)
}

/// 1_342 ns at the least.
pub(super) fn parse<T: Config>() -> Weight {
    Weight::from_parts(1_352_000, 0)
}

/// 164_234 ns at the least.
pub(super) fn decrypt<T: Config>() -> Weight {
    Weight::from_parts(164_475_000, 0)
}
