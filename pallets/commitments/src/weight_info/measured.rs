//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

#![allow(
    clippy::extra_unused_type_parameters,
    reason = "all of them are called alike"
)]

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 35_693 ns at the least.
pub(super) fn set_commitment<T: Config>() -> Weight {
    Weight::from_parts(37_906_000, 0).saturating_add(T::DbWeight::get().reads_writes(9, 6))
}

/// 1_892 ns at the least.
pub(super) fn set_max_space<T: Config>() -> Weight {
    Weight::from_parts(2_063_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 14_302 ns at the least.
pub(super) fn check_commitment<T: Config>() -> Weight {
    Weight::from_parts(15_403_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 0))
}

/// 5_028 ns at the least.
pub(super) fn look_for_reveals<T: Config>() -> Weight {
    Weight::from_parts(5_949_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 0))
}

/// 148_150 ns at the least.
pub(super) fn update_index<T: Config>(e: u32, c: u32) -> Weight {
    Weight::from_parts(
        148_682_000_u64
            .saturating_add(u64::from(e).saturating_mul(17_897))
            .saturating_add(u64::from(c).saturating_mul(3_387_717)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(5_u64.saturating_add(u64::from(c).saturating_mul(1)), 2),
    )
}

/// 14_752 ns at the least.
pub(super) fn visit_entries<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        339_120_933_u64.saturating_add(u64::from(v).saturating_mul(2_098_025_294)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        5_u64.saturating_add(u64::from(v).saturating_mul(4)),
        2_u64.saturating_add(u64::from(v).saturating_mul(3)),
    ))
}

/// 2_175_242 ns at the least.
pub(super) fn open_fields<T: Config>(f: u32) -> Weight {
    Weight::from_parts(
        102_769_666_u64.saturating_add(u64::from(f).saturating_mul(2_124_997_833)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(8_u64.saturating_add(u64::from(f).saturating_mul(1)), 5),
    )
}

/// 13_260 ns at the least.
pub(super) fn purge_rows<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        13_813_364_u64.saturating_add(u64::from(r).saturating_mul(5_398_182)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        5_u64.saturating_add(u64::from(r).saturating_mul(3)),
        0_u64.saturating_add(u64::from(r).saturating_mul(2)),
    ))
}
