//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 33_660 ns at the least.
pub(super) fn set_commitment<T: Config>(_b: u32) -> Weight {
    Weight::from_parts(40_683_787, 0).saturating_add(T::DbWeight::get().reads_writes(9, 6))
}

/// 1_953 ns at the least.
pub(super) fn set_max_space<T: Config>() -> Weight {
    Weight::from_parts(2_103_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
}

/// 13_821 ns at the least.
pub(super) fn check_commitment<T: Config>(_f: u32) -> Weight {
    Weight::from_parts(14_930_888, 0).saturating_add(T::DbWeight::get().reads_writes(4, 0))
}

/// 5_037 ns at the least.
pub(super) fn look_for_reveals<T: Config>() -> Weight {
    Weight::from_parts(5_438_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 0))
}

/// 158_466 ns at the least.
pub(super) fn update_index<T: Config>(e: u32, c: u32) -> Weight {
    Weight::from_parts(
        13_129_646_u64
            .saturating_add(u64::from(e).saturating_mul(46_219))
            .saturating_add(u64::from(c).saturating_mul(4_128_970)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(5_u64.saturating_add(u64::from(c).saturating_mul(1)), 2),
    )
}

/// 18_268 ns at the least.
pub(super) fn visit_entries<T: Config>(v: u32) -> Weight {
    Weight::from_parts(
        313_649_059_u64.saturating_add(u64::from(v).saturating_mul(2_110_846_411)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        6_u64.saturating_add(u64::from(v).saturating_mul(3)),
        3_u64.saturating_add(u64::from(v).saturating_mul(2)),
    ))
}

/// 2_363_944 ns at the least.
pub(super) fn open_fields<T: Config>(f: u32) -> Weight {
    Weight::from_parts(
        258_701_777_u64.saturating_add(u64::from(f).saturating_mul(2_123_627_166)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(8_u64.saturating_add(u64::from(f).saturating_mul(1)), 5),
    )
}

/// 13_861 ns at the least.
pub(super) fn purge_rows<T: Config>(r: u32) -> Weight {
    Weight::from_parts(
        11_082_156_u64.saturating_add(u64::from(r).saturating_mul(5_705_948)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        6_u64.saturating_add(u64::from(r).saturating_mul(1)),
        1_u64.saturating_add(u64::from(r).saturating_mul(1)),
    ))
}
