//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 64_696 ns at the least.
pub(super) fn create<T: Config>() -> Weight {
    Weight::from_parts(66_959_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 0))
}

/// 14_902 ns at the least.
pub(super) fn store_call<T: Config>(b: u32) -> Weight {
    Weight::from_parts(
        19_036_975_u64.saturating_add(u64::from(b).saturating_mul(2_637)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 4_506 ns at the least.
pub(super) fn load_call<T: Config>(b: u32) -> Weight {
    Weight::from_parts(
        8_385_476_u64.saturating_add(u64::from(b).saturating_mul(496)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 67_521 ns at the least.
pub(super) fn contribute<T: Config>() -> Weight {
    Weight::from_parts(69_714_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 0))
}

/// 55_033 ns at the least.
pub(super) fn withdraw<T: Config>() -> Weight {
    Weight::from_parts(58_747_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 0))
}

/// 78_837 ns at the least.
pub(super) fn finalize<T: Config>() -> Weight {
    Weight::from_parts(80_661_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 0))
}

/// 15_904 ns at the least.
pub(super) fn refund<T: Config>(k: u32) -> Weight {
    Weight::from_parts(
        24_009_719_u64.saturating_add(u64::from(k).saturating_mul(39_881_495)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(7_u64.saturating_add(u64::from(k).saturating_mul(3)), 0),
    )
}

/// 72_297 ns at the least.
pub(super) fn dissolve<T: Config>() -> Weight {
    Weight::from_parts(73_570_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 0))
}

/// 12_008 ns at the least.
pub(super) fn update_min_contribution<T: Config>() -> Weight {
    Weight::from_parts(12_188_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
}

/// 12_769 ns at the least.
pub(super) fn update_end<T: Config>() -> Weight {
    Weight::from_parts(14_762_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
}

/// 9_624 ns at the least.
pub(super) fn update_cap<T: Config>() -> Weight {
    Weight::from_parts(9_815_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 12_960 ns at the least.
pub(super) fn set_max_contribution<T: Config>() -> Weight {
    Weight::from_parts(14_491_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
}
