//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 36_835 ns at the least.
pub(super) fn set_commitment<T: Config>() -> Weight {
    Weight::from_parts(38_137_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 6))
}

/// 1_913 ns at the least.
pub(super) fn set_max_space<T: Config>() -> Weight {
    Weight::from_parts(2_094_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 13_541 ns at the least.
pub(super) fn check_commitment<T: Config>() -> Weight {
    Weight::from_parts(14_212_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 0))
}

/// 4_938 ns at the least.
pub(super) fn look_for_reveals<T: Config>() -> Weight {
    Weight::from_parts(5_118_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 0))
}

/// 144_185 ns at the least.
pub(super) fn update_index<T: Config>(e: u32, c: u32) -> Weight {
    Weight::from_parts(
        144_685_000_u64
            .saturating_add(u64::from(e).saturating_mul(16_494))
            .saturating_add(u64::from(c).saturating_mul(3_266_340)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(5_u64.saturating_add(u64::from(c).saturating_mul(1)), 2),
    )
}

/// 15_664 ns at the least.
pub(super) fn visit_entries<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        179_692_614_u64.saturating_add(u64::from(v).saturating_mul(2_401_040_633)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        6_u64.saturating_add(u64::from(v).saturating_mul(3)),
        3_u64.saturating_add(u64::from(v).saturating_mul(2)),
    ))
}

/// 2_632_904 ns at the least.
pub(super) fn open_fields<T: Config>(f: u32) -> Weight {
    Weight::from_parts(
        302_119_333_u64.saturating_add(u64::from(f).saturating_mul(2_361_765_666)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(8_u64.saturating_add(u64::from(f).saturating_mul(1)), 5),
    )
}

/// 13_720 ns at the least.
pub(super) fn purge_rows<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        16_564_100_u64.saturating_add(u64::from(r).saturating_mul(5_245_903)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        6_u64.saturating_add(u64::from(r).saturating_mul(2)),
        1_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}
