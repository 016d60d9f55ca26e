//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

#![allow(
    clippy::extra_unused_type_parameters,
    reason = "all of them are called alike"
)]

use frame_support::{traits::Get, weights::Weight};
use frame_system::Config;

/// 65_067 ns at the least.
pub(super) fn create<T: Config>() -> Weight {
    Weight::from_parts(65_598_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 6))
}

/// 14_342 ns at the least.
pub(super) fn store_call<T: Config>(b: u32) -> Weight {
    Weight::from_parts(
        20_219_229_u64.saturating_add(u64::from(b).saturating_mul(2_694)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(2, 2))
}

/// 4_587 ns at the least.
pub(super) fn load_call<T: Config>(b: u32) -> Weight {
    Weight::from_parts(
        12_598_047_u64.saturating_add(u64::from(b).saturating_mul(495)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(1, 0))
}

/// 69_042 ns at the least.
pub(super) fn contribute<T: Config>() -> Weight {
    Weight::from_parts(70_085_000, 0).saturating_add(T::DbWeight::get().reads_writes(7, 5))
}

/// 55_643 ns at the least.
pub(super) fn withdraw<T: Config>() -> Weight {
    Weight::from_parts(56_234_000, 0).saturating_add(T::DbWeight::get().reads_writes(6, 4))
}

/// 83_535 ns at the least.
pub(super) fn finalize<T: Config>() -> Weight {
    Weight::from_parts(89_554_000, 0).saturating_add(T::DbWeight::get().reads_writes(10, 6))
}

/// 16_624 ns at the least.
pub(super) fn refund<T: Config>(k: u32) -> Weight {
    Weight::from_parts(
        21_779_226_u64.saturating_add(u64::from(k).saturating_mul(41_240_631)),
        0,
    )
    .saturating_add(T::DbWeight::get().reads_writes(
        5_u64.saturating_add(u64::from(k).saturating_mul(4)),
        1_u64.saturating_add(u64::from(k).saturating_mul(3)),
    ))
}

/// 73_039 ns at the least.
pub(super) fn dissolve<T: Config>() -> Weight {
    Weight::from_parts(77_956_000, 0).saturating_add(T::DbWeight::get().reads_writes(8, 7))
}

/// 11_427 ns at the least.
pub(super) fn update_min_contribution<T: Config>() -> Weight {
    Weight::from_parts(14_071_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
}

/// 13_080 ns at the least.
pub(super) fn update_end<T: Config>() -> Weight {
    Weight::from_parts(13_630_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
}

/// 9_714 ns at the least.
pub(super) fn update_cap<T: Config>() -> Weight {
    Weight::from_parts(9_935_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
}

/// 12_810 ns at the least.
pub(super) fn set_max_contribution<T: Config>() -> Weight {
    Weight::from_parts(15_182_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 1))
}
