//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

#![allow(
    clippy::extra_unused_type_parameters,
    reason = "all of them are called alike"
)]

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 6_409 ns at the least.
pub(super) fn execute_orders<T: Config>(n: u32) -> Weight {
    Weight::from_parts(
        33_174_437_u64.saturating_add(u64::from(n).saturating_mul(87_494_352)),
        0,
    )
    .saturating_add(
        T::DbWeight::get().reads_writes(2_u64.saturating_add(u64::from(n).saturating_mul(5)), 0),
    )
}

/// 150 ns at the least.
pub(super) fn settle_orders<T: Config>(n: u32) -> Weight {
    Weight::from_parts(
        160_000_u64.saturating_add(u64::from(n).saturating_mul(54_720_637)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        0_u64.saturating_add(u64::from(n).saturating_mul(4)),
        0_u64.saturating_add(u64::from(n).saturating_mul(6)),
    ))
}

/// 577_000 ns at the least.
pub(super) fn execute_batched_orders<T: Config>(n: u32) -> Weight {
    Weight::from_parts(
        218_383_795_u64.saturating_add(u64::from(n).saturating_mul(318_321_459)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        38_u64.saturating_add(u64::from(n).saturating_mul(9)),
        18_u64.saturating_add(u64::from(n).saturating_mul(7)),
    ))
}

/// 11_768 ns at the least.
pub(super) fn cancel_order<T: Config>() -> Weight {
    Weight::from_parts(13_360_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 2))
}

/// 10_686 ns at the least.
pub(super) fn set_pallet_status<T: Config>() -> Weight {
    Weight::from_parts(11_056_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
}

/// 12_088 ns at the least.
pub(super) fn prune_linked_output<T: Config>() -> Weight {
    Weight::from_parts(12_649_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
}

/// 4_587 ns at the least.
pub(super) fn prune_orders<T: Config>(n: u32) -> Weight {
    Weight::from_parts(
        4_954_398_u64.saturating_add(u64::from(n).saturating_mul(5_727_031)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        1_u64.saturating_add(u64::from(n).saturating_mul(1)),
        0_u64.saturating_add(u64::from(n).saturating_mul(2)),
    ))
}
