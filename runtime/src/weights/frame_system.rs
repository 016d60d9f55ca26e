//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::WeightInfo for Weights<T> {
    /// 1_752 ns at the least.
    fn remark(b: u32) -> Weight {
        Weight::from_parts(
            30_192_000_u64.saturating_add(u64::from(b).saturating_mul(217)),
            0,
        )
    }

    /// 4_317 ns at the least.
    fn remark_with_event(b: u32) -> Weight {
        Weight::from_parts(
            4_507_000_u64.saturating_add(u64::from(b).saturating_mul(1_537)),
            0,
        )
    }

    /// 3_406 ns at the least.
    fn set_heap_pages() -> Weight {
        Weight::from_parts(3_666_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
    }

    /// 86_677_381 ns at the least.
    fn set_code() -> Weight {
        Weight::from_parts(88_914_205_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 1_713 ns at the least.
    fn set_storage(i: u32) -> Weight {
        Weight::from_parts(
            1_873_000_u64.saturating_add(u64::from(i).saturating_mul(750_801)),
            0,
        )
        .saturating_add(
            T::DbWeight::get()
                .reads_writes(0, 0_u64.saturating_add(u64::from(i).saturating_mul(1))),
        )
    }

    /// 1_703 ns at the least.
    fn kill_storage(i: u32) -> Weight {
        Weight::from_parts(
            1_752_000_u64.saturating_add(u64::from(i).saturating_mul(551_564)),
            0,
        )
        .saturating_add(
            T::DbWeight::get()
                .reads_writes(0, 0_u64.saturating_add(u64::from(i).saturating_mul(1))),
        )
    }

    /// 3_335 ns at the least.
    fn kill_prefix(p: u32) -> Weight {
        Weight::from_parts(
            3_345_000_u64.saturating_add(u64::from(p).saturating_mul(1_003_527)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(
            0_u64.saturating_add(u64::from(p).saturating_mul(1)),
            0_u64.saturating_add(u64::from(p).saturating_mul(1)),
        ))
    }

    /// 20_571 ns at the least.
    fn authorize_upgrade() -> Weight {
        Weight::from_parts(22_944_000, 0).saturating_add(T::DbWeight::get().reads_writes(0, 1))
    }

    /// 91_223_058 ns at the least.
    fn apply_authorized_upgrade() -> Weight {
        Weight::from_parts(93_311_341_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }
}
