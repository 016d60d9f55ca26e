//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 21_292 ns at the least.
pub(super) fn announce_next_key<T: Config>() -> Weight {
    Weight::from_parts(23_625_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 0))
}

/// 17_086 ns at the least.
pub(super) fn submit_encrypted<T: Config>() -> Weight {
    Weight::from_parts(21_001_000, 0)
}

/// 1_302 ns at the least.
pub(super) fn parse<T: Config>() -> Weight {
    Weight::from_parts(1_332_000, 0)
}

/// 167_760 ns at the least.
pub(super) fn decrypt<T: Config>() -> Weight {
    Weight::from_parts(170_283_000, 0)
}
