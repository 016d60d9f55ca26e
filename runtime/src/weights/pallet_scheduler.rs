//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_scheduler::WeightInfo for Weights<T> {
    /// 4_707 ns at the least.
    fn service_agendas_base() -> Weight {
        Weight::from_parts(5_017_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 3_746 ns at the least.
    fn service_agenda_base(s: u32) -> Weight {
        Weight::from_parts(
            5_258_394_u64.saturating_add(u64::from(s).saturating_mul(350_689)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 2_504 ns at the least.
    fn service_task_base() -> Weight {
        Weight::from_parts(2_694_000, 0)
    }

    /// 14_682 ns at the least.
    fn service_task_fetched(s: u32) -> Weight {
        Weight::from_parts(
            14_722_000_u64.saturating_add(u64::from(s).saturating_mul(606)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(3, 0))
    }

    /// 3_605 ns at the least.
    fn service_task_named() -> Weight {
        Weight::from_parts(3_845_000, 0)
    }

    /// 2_413 ns at the least.
    fn service_task_periodic() -> Weight {
        Weight::from_parts(2_814_000, 0)
    }

    /// 7_922 ns at the least.
    fn execute_dispatch_signed() -> Weight {
        Weight::from_parts(8_242_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 1_963 ns at the least.
    fn execute_dispatch_unsigned() -> Weight {
        Weight::from_parts(2_133_000, 0)
    }

    /// 8_463 ns at the least.
    fn schedule(s: u32) -> Weight {
        Weight::from_parts(
            10_845_816_u64.saturating_add(u64::from(s).saturating_mul(395_401)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 13_129 ns at the least.
    fn cancel(s: u32) -> Weight {
        Weight::from_parts(
            15_899_745_u64.saturating_add(u64::from(s).saturating_mul(518_715)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 10_926 ns at the least.
    fn schedule_named(s: u32) -> Weight {
        Weight::from_parts(
            13_160_275_u64.saturating_add(u64::from(s).saturating_mul(509_741)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 14_431 ns at the least.
    fn cancel_named(s: u32) -> Weight {
        Weight::from_parts(
            16_404_852_u64.saturating_add(u64::from(s).saturating_mul(642_470)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 8_072 ns at the least.
    fn schedule_retry(s: u32) -> Weight {
        Weight::from_parts(
            8_254_635_u64.saturating_add(u64::from(s).saturating_mul(47_559)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 22_333 ns at the least.
    fn set_retry() -> Weight {
        Weight::from_parts(24_707_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 25_989 ns at the least.
    fn set_retry_named() -> Weight {
        Weight::from_parts(29_824_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 20_440 ns at the least.
    fn cancel_retry() -> Weight {
        Weight::from_parts(22_974_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 24_927 ns at the least.
    fn cancel_retry_named() -> Weight {
        Weight::from_parts(26_840_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }
}
