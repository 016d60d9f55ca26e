//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::WeightInfo for Weights<T> {
    /// 1_622 ns at the least.
    fn remark(b: u32) -> Weight {
        Weight::from_parts(
            34_295_569_u64.saturating_add(u64::from(b).saturating_mul(209)),
            0,
        )
    }

    /// 4_076 ns at the least.
    fn remark_with_event(b: u32) -> Weight {
        Weight::from_parts(
            444_283_u64.saturating_add(u64::from(b).saturating_mul(1_470)),
            0,
        )
    }

    /// 3_245 ns at the least.
    fn set_heap_pages() -> Weight {
        Weight::from_parts(3_445_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 84_458_744 ns at the least.
    fn set_code() -> Weight {
        Weight::from_parts(85_421_850_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
    }

    /// 1_713 ns at the least.
    fn set_storage(i: u32) -> Weight {
        Weight::from_parts(
            1_722_000_u64.saturating_add(u64::from(i).saturating_mul(728_917)),
            0,
        )
    }

    /// 1_743 ns at the least.
    fn kill_storage(i: u32) -> Weight {
        Weight::from_parts(
            1_763_000_u64.saturating_add(u64::from(i).saturating_mul(538_193)),
            0,
        )
    }

    /// 3_185 ns at the least.
    fn kill_prefix(p: u32) -> Weight {
        Weight::from_parts(
            3_275_000_u64.saturating_add(u64::from(p).saturating_mul(969_333)),
            0,
        )
        .saturating_add(
            T::DbWeight::get()
                .reads_writes(0_u64.saturating_add(u64::from(p).saturating_mul(1)), 0),
        )
    }

    /// 21_081 ns at the least.
    fn authorize_upgrade() -> Weight {
        Weight::from_parts(22_203_000, 0)
    }

    /// 90_770_362 ns at the least.
    fn apply_authorized_upgrade() -> Weight {
        Weight::from_parts(91_453_251_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 0))
    }
}
