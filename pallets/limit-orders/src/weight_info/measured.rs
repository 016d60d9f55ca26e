//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 6_280 ns at the least.
pub(super) fn execute_orders<T: Config>(n: u32) -> Weight {
    Weight::from_parts(
        50_973_396_u64.saturating_add(u64::from(n).saturating_mul(91_706_297)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(8_u64.saturating_add(u64::from(n).saturating_mul(4)), 0),
    )
}

/// 140 ns at the least.
pub(super) fn settle_orders<T: Config>(n: u32) -> Weight {
    Weight::from_parts(
        2_434_301_u64.saturating_add(u64::from(n).saturating_mul(57_142_503)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(n).saturating_mul(3)),
        0_u64.saturating_add(u64::from(n).saturating_mul(6)),
    ))
}

/// 606_545 ns at the least.
pub(super) fn execute_batched_orders<T: Config>(n: u32) -> Weight {
    Weight::from_parts(
        269_242_651_u64.saturating_add(u64::from(n).saturating_mul(331_777_651)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        87_u64.saturating_add(u64::from(n).saturating_mul(8)),
        18_u64.saturating_add(u64::from(n).saturating_mul(7)),
    ))
}

/// 11_718 ns at the least.
pub(super) fn cancel_order<T: Config>() -> Weight {
    Weight::from_parts(14_021_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 2))
}

/// 11_016 ns at the least.
pub(super) fn set_pallet_status<T: Config>() -> Weight {
    Weight::from_parts(11_226_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 12_098 ns at the least.
pub(super) fn prune_linked_output<T: Config>() -> Weight {
    Weight::from_parts(12_339_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
}

/// 4_456 ns at the least.
pub(super) fn prune_orders<T: Config>(n: u32) -> Weight {
    Weight::from_parts(
        7_299_713_u64.saturating_add(u64::from(n).saturating_mul(5_782_680)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(n).saturating_mul(1)),
        0_u64.saturating_add(u64::from(n).saturating_mul(2)),
    ))
}
