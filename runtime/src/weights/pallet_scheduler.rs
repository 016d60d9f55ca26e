//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_scheduler::WeightInfo for Weights<T> {
    /// 4_697 ns at the least.
    fn service_agendas_base() -> Weight {
        Weight::from_parts(4_858_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 3_946 ns at the least.
    fn service_agenda_base(s: u32) -> Weight {
        Weight::from_parts(
            5_729_387_u64.saturating_add(u64::from(s).saturating_mul(331_243)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 2_544 ns at the least.
    fn service_task_base() -> Weight {
        Weight::from_parts(2_724_000, 0)
    }

    /// 14_011 ns at the least.
    fn service_task_fetched(s: u32) -> Weight {
        Weight::from_parts(
            35_183_677_u64.saturating_add(u64::from(s).saturating_mul(631)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(3, 2))
    }

    /// 3_435 ns at the least.
    fn service_task_named() -> Weight {
        Weight::from_parts(3_846_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
    }

    /// 2_323 ns at the least.
    fn service_task_periodic() -> Weight {
        Weight::from_parts(2_593_000, 0)
    }

    /// 7_491 ns at the least.
    fn execute_dispatch_signed() -> Weight {
        Weight::from_parts(7_832_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 1_913 ns at the least.
    fn execute_dispatch_unsigned() -> Weight {
        Weight::from_parts(1_983_000, 0)
    }

    /// 8_703 ns at the least.
    fn schedule(s: u32) -> Weight {
        Weight::from_parts(
            10_993_591_u64.saturating_add(u64::from(s).saturating_mul(399_784)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 12_899 ns at the least.
    fn cancel(s: u32) -> Weight {
        Weight::from_parts(
            12_074_850_u64.saturating_add(u64::from(s).saturating_mul(698_685)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 3))
    }

    /// 11_467 ns at the least.
    fn schedule_named(s: u32) -> Weight {
        Weight::from_parts(
            13_735_794_u64.saturating_add(u64::from(s).saturating_mul(466_195)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 14_472 ns at the least.
    fn cancel_named(s: u32) -> Weight {
        Weight::from_parts(
            15_616_237_u64.saturating_add(u64::from(s).saturating_mul(650_504)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 3))
    }

    /// 8_022 ns at the least.
    fn schedule_retry(s: u32) -> Weight {
        Weight::from_parts(
            8_650_965_u64.saturating_add(u64::from(s).saturating_mul(59_807)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 2))
    }

    /// 22_303 ns at the least.
    fn set_retry() -> Weight {
        Weight::from_parts(29_173_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 28_623 ns at the least.
    fn set_retry_named() -> Weight {
        Weight::from_parts(31_627_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 22_153 ns at the least.
    fn cancel_retry() -> Weight {
        Weight::from_parts(25_808_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 27_381 ns at the least.
    fn cancel_retry_named() -> Weight {
        Weight::from_parts(29_655_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }
}
