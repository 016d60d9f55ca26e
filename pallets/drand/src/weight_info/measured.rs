//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 3_194_552 ns at the least.
pub(super) fn write_pulse<T: Config>(p: u32, _r: u32) -> Weight {
    Weight::from_parts(
        1_405_528_660_u64.saturating_add(u64::from(p).saturating_mul(2_903_773_952)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(4, 0))
}

/// 41_592 ns at the least.
pub(super) fn check_in_block<T: Config>() -> Weight {
    Weight::from_parts(42_523_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 598_242 ns at the least.
pub(super) fn set_beacon_config<T: Config>() -> Weight {
    Weight::from_parts(626_063_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 0))
}

/// 12_188 ns at the least.
pub(super) fn set_oldest_stored_round<T: Config>() -> Weight {
    Weight::from_parts(12_849_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
}
