//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_scheduler::WeightInfo for Weights<T> {
    /// 4_997 ns at the least.
    fn service_agendas_base() -> Weight {
        Weight::from_parts(5_599_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 3_735 ns at the least.
    fn service_agenda_base(s: u32) -> Weight {
        Weight::from_parts(
            5_576_078_u64.saturating_add(u64::from(s).saturating_mul(324_286)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 2_393 ns at the least.
    fn service_task_base() -> Weight {
        Weight::from_parts(2_654_000, 0)
    }

    /// 13_631 ns at the least.
    fn service_task_fetched(s: u32) -> Weight {
        Weight::from_parts(
            92_163_523_u64.saturating_add(u64::from(s).saturating_mul(638)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(3, 2))
    }

    /// 3_535 ns at the least.
    fn service_task_named() -> Weight {
        Weight::from_parts(3_856_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
    }

    /// 2_323 ns at the least.
    fn service_task_periodic() -> Weight {
        Weight::from_parts(2_564_000, 0)
    }

    /// 7_952 ns at the least.
    fn execute_dispatch_signed() -> Weight {
        Weight::from_parts(8_403_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 1_872 ns at the least.
    fn execute_dispatch_unsigned() -> Weight {
        Weight::from_parts(1_943_000, 0)
    }

    /// 8_743 ns at the least.
    fn schedule(s: u32) -> Weight {
        Weight::from_parts(
            9_789_338_u64.saturating_add(u64::from(s).saturating_mul(496_864)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 12_749 ns at the least.
    fn cancel(s: u32) -> Weight {
        Weight::from_parts(
            12_825_195_u64.saturating_add(u64::from(s).saturating_mul(596_569)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 3))
    }

    /// 11_177 ns at the least.
    fn schedule_named(s: u32) -> Weight {
        Weight::from_parts(
            14_229_727_u64.saturating_add(u64::from(s).saturating_mul(387_902)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }

    /// 14_652 ns at the least.
    fn cancel_named(s: u32) -> Weight {
        Weight::from_parts(
            13_550_209_u64.saturating_add(u64::from(s).saturating_mul(782_692)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 3))
    }

    /// 8_092 ns at the least.
    fn schedule_retry(s: u32) -> Weight {
        Weight::from_parts(
            9_377_891_u64.saturating_add(u64::from(s).saturating_mul(6_336)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(1, 2))
    }

    /// 21_402 ns at the least.
    fn set_retry() -> Weight {
        Weight::from_parts(22_714_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 25_989 ns at the least.
    fn set_retry_named() -> Weight {
        Weight::from_parts(27_030_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }

    /// 20_291 ns at the least.
    fn cancel_retry() -> Weight {
        Weight::from_parts(21_813_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 26_058 ns at the least.
    fn cancel_retry_named() -> Weight {
        Weight::from_parts(26_620_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 1))
    }
}
