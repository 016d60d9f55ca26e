//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_utility::WeightInfo for Weights<T> {
    /// 3_795 ns at the least.
    fn batch(c: u32) -> Weight {
        Weight::from_parts(
            3_806_000_u64.saturating_add(u64::from(c).saturating_mul(5_598_873)),
            0,
        )
        .saturating_add(
            T::DbWeight::get()
                .reads_writes(0_u64.saturating_add(u64::from(c).saturating_mul(1)), 0),
        )
    }

    /// 9_715 ns at the least.
    fn as_derivative() -> Weight {
        Weight::from_parts(10_706_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 4_156 ns at the least.
    fn batch_all(c: u32) -> Weight {
        Weight::from_parts(
            5_388_000_u64.saturating_add(u64::from(c).saturating_mul(5_927_925)),
            0,
        )
        .saturating_add(
            T::DbWeight::get()
                .reads_writes(0_u64.saturating_add(u64::from(c).saturating_mul(1)), 0),
        )
    }

    /// 5_498 ns at the least.
    fn dispatch_as() -> Weight {
        Weight::from_parts(7_591_000, 0)
    }

    /// 3_695 ns at the least.
    fn force_batch(c: u32) -> Weight {
        Weight::from_parts(
            142_268_789_u64.saturating_add(u64::from(c).saturating_mul(5_100_998)),
            0,
        )
        .saturating_add(
            T::DbWeight::get()
                .reads_writes(0_u64.saturating_add(u64::from(c).saturating_mul(1)), 0),
        )
    }

    /// 5_348 ns at the least.
    fn dispatch_as_fallible() -> Weight {
        Weight::from_parts(5_509_000, 0)
    }

    /// 14_551 ns at the least.
    fn if_else() -> Weight {
        Weight::from_parts(75_572_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }
}
