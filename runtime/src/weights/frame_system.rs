//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::WeightInfo for Weights<T> {
    /// 1_743 ns at the least.
    fn remark(b: u32) -> Weight {
        Weight::from_parts(
            1_773_000_u64.saturating_add(u64::from(b).saturating_mul(276)),
            0,
        )
    }

    /// 4_226 ns at the least.
    fn remark_with_event(b: u32) -> Weight {
        Weight::from_parts(
            4_307_000_u64.saturating_add(u64::from(b).saturating_mul(1_781)),
            0,
        )
    }

    /// 3_385 ns at the least.
    fn set_heap_pages() -> Weight {
        Weight::from_parts(3_715_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 96_600_644 ns at the least.
    fn set_code() -> Weight {
        Weight::from_parts(97_991_066_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 2))
    }

    /// 1_773 ns at the least.
    fn set_storage(i: u32) -> Weight {
        Weight::from_parts(
            1_852_000_u64.saturating_add(u64::from(i).saturating_mul(748_328)),
            0,
        )
        .saturating_add(
            T::DbWeight::get()
                .reads_writes(0, 0_u64.saturating_add(u64::from(i).saturating_mul(1))),
        )
    }

    /// 1_763 ns at the least.
    fn kill_storage(i: u32) -> Weight {
        Weight::from_parts(
            1_773_000_u64.saturating_add(u64::from(i).saturating_mul(554_029)),
            0,
        )
        .saturating_add(
            T::DbWeight::get()
                .reads_writes(0, 0_u64.saturating_add(u64::from(i).saturating_mul(1))),
        )
    }

    /// 3_345 ns at the least.
    fn kill_prefix(p: u32) -> Weight {
        Weight::from_parts(
            1_679_186_u64.saturating_add(u64::from(p).saturating_mul(952_313)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(
            0_u64.saturating_add(u64::from(p).saturating_mul(1)),
            0_u64.saturating_add(u64::from(p).saturating_mul(1)),
        ))
    }

    /// 19_199 ns at the least.
    fn authorize_upgrade() -> Weight {
        Weight::from_parts(20_370_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
    }

    /// 102_013_603 ns at the least.
    fn apply_authorized_upgrade() -> Weight {
        Weight::from_parts(115_230_035_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 3))
    }
}
