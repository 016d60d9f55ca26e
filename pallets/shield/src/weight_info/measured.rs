//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 21_082 ns at the least.
pub(super) fn announce_next_key<T: Config>() -> Weight {
    Weight::from_parts(22_463_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 6))
}

/// 18_047 ns at the least.
pub(super) fn submit_encrypted<T: Config>() -> Weight {
    Weight::from_parts(20_150_000, 0)
}

/// 1_352 ns at the least.
pub(super) fn parse<T: Config>() -> Weight {
    Weight::from_parts(1_352_000, 0)
}

/// 169_493 ns at the least.
pub(super) fn decrypt<T: Config>() -> Weight {
    Weight::from_parts(171_736_000, 0)
}
