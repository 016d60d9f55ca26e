//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

#![allow(
    clippy::extra_unused_type_parameters,
    reason = "all of them are called alike"
)]

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 2_963_237 ns at the least.
pub(super) fn write_pulse<T: Config>(p: u32, r: u32) -> Weight {
    Weight::from_parts(
        3_017_979_000_u64.saturating_add(u64::from(p).saturating_mul(2_712_227_557)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(
            4,
            3_u64
                .saturating_add(u64::from(p).saturating_mul(1))
                .saturating_add(u64::from(r).saturating_mul(2)),
        ),
    )
}

/// 39_930 ns at the least.
pub(super) fn check_in_block<T: Config>() -> Weight {
    Weight::from_parts(40_440_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 552_653 ns at the least.
pub(super) fn set_beacon_config<T: Config>() -> Weight {
    Weight::from_parts(596_430_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 5))
}

/// 11_967 ns at the least.
pub(super) fn set_oldest_stored_round<T: Config>() -> Weight {
    Weight::from_parts(19_709_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
}
