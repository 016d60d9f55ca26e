//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 3_228_483 ns at the least.
pub(super) fn write_pulse<T: Config>(p: u32, r: u32) -> Weight {
    Weight::from_parts(
        3_441_258_315_u64.saturating_add(u64::from(p).saturating_mul(2_801_114_457)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(
            4,
            4_u64
                .saturating_add(u64::from(p).saturating_mul(1))
                .saturating_add(u64::from(r).saturating_mul(1)),
        ),
    )
}

/// 40_320 ns at the least.
pub(super) fn check_in_block<T: Config>() -> Weight {
    Weight::from_parts(41_963_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 588_938 ns at the least.
pub(super) fn set_beacon_config<T: Config>() -> Weight {
    Weight::from_parts(685_061_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 5))
}

/// 17_496 ns at the least.
pub(super) fn set_oldest_stored_round<T: Config>() -> Weight {
    Weight::from_parts(22_012_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
}
