//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 6_549 ns at the least.
pub(super) fn execute_orders<T: Config>(n: u32) -> Weight {
    Weight::from_parts(
        56_560_768_u64.saturating_add(u64::from(n).saturating_mul(87_355_321)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(8_u64.saturating_add(u64::from(n).saturating_mul(4)), 0),
    )
}

/// 140 ns at the least.
pub(super) fn settle_orders<T: Config>(n: u32) -> Weight {
    Weight::from_parts(
        15_900_163_u64.saturating_add(u64::from(n).saturating_mul(56_484_928)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(1_u64.saturating_add(u64::from(n).saturating_mul(3)), 0),
    )
}

/// 625_072 ns at the least.
pub(super) fn execute_batched_orders<T: Config>(n: u32) -> Weight {
    Weight::from_parts(
        218_434_942_u64.saturating_add(u64::from(n).saturating_mul(325_828_020)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(88_u64.saturating_add(u64::from(n).saturating_mul(8)), 0),
    )
}

/// 11_707 ns at the least.
pub(super) fn cancel_order<T: Config>() -> Weight {
    Weight::from_parts(12_228_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 10_816 ns at the least.
pub(super) fn set_pallet_status<T: Config>() -> Weight {
    Weight::from_parts(11_147_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 11_978 ns at the least.
pub(super) fn prune_linked_output<T: Config>() -> Weight {
    Weight::from_parts(12_599_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
}

/// 4_607 ns at the least.
pub(super) fn prune_orders<T: Config>(n: u32) -> Weight {
    Weight::from_parts(
        4_647_000_u64.saturating_add(u64::from(n).saturating_mul(6_124_167)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(1_u64.saturating_add(u64::from(n).saturating_mul(1)), 0),
    )
}
