//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 66_659 ns at the least.
pub(super) fn create<T: Config>() -> Weight {
    Weight::from_parts(68_221_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 6))
}

/// 14_742 ns at the least.
pub(super) fn store_call<T: Config>(b: u32) -> Weight {
    Weight::from_parts(
        15_023_395_u64.saturating_add(u64::from(b).saturating_mul(2_768)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(2, 2))
}

/// 4_507 ns at the least.
pub(super) fn load_call<T: Config>(b: u32) -> Weight {
    Weight::from_parts(
        15_159_418_u64.saturating_add(u64::from(b).saturating_mul(497)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 68_622 ns at the least.
pub(super) fn contribute<T: Config>() -> Weight {
    Weight::from_parts(70_616_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 5))
}

/// 57_296 ns at the least.
pub(super) fn withdraw<T: Config>() -> Weight {
    Weight::from_parts(58_217_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 4))
}

/// 82_864 ns at the least.
pub(super) fn finalize<T: Config>() -> Weight {
    Weight::from_parts(86_018_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 6))
}

/// 17_035 ns at the least.
pub(super) fn refund<T: Config>(k: u32) -> Weight {
    Weight::from_parts(
        47_001_806_u64.saturating_add(u64::from(k).saturating_mul(41_435_015)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        6_u64.saturating_add(u64::from(k).saturating_mul(2)),
        2_u64.saturating_add(u64::from(k).saturating_mul(2)),
    ))
}

/// 73_590 ns at the least.
pub(super) fn dissolve<T: Config>() -> Weight {
    Weight::from_parts(78_707_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 7))
}

/// 11_937 ns at the least.
pub(super) fn update_min_contribution<T: Config>() -> Weight {
    Weight::from_parts(12_819_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
}

/// 13_870 ns at the least.
pub(super) fn update_end<T: Config>() -> Weight {
    Weight::from_parts(14_682_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
}

/// 10_145 ns at the least.
pub(super) fn update_cap<T: Config>() -> Weight {
    Weight::from_parts(11_367_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
}

/// 12_829 ns at the least.
pub(super) fn set_max_contribution<T: Config>() -> Weight {
    Weight::from_parts(13_490_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
}
