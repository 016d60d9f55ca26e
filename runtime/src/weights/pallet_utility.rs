//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_utility::WeightInfo for Weights<T> {
    /// 3_886 ns at the least.
    fn batch(c: u32) -> Weight {
        Weight::from_parts(
            3_496_039_u64.saturating_add(u64::from(c).saturating_mul(4_358_309)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 9_444 ns at the least.
    fn as_derivative() -> Weight {
        Weight::from_parts(9_715_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 3_545 ns at the least.
    fn batch_all(c: u32) -> Weight {
        Weight::from_parts(
            31_829_191_u64.saturating_add(u64::from(c).saturating_mul(4_469_447)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 5_307 ns at the least.
    fn dispatch_as() -> Weight {
        Weight::from_parts(5_448_000, 0)
    }

    /// 3_505 ns at the least.
    fn force_batch(c: u32) -> Weight {
        Weight::from_parts(
            14_124_353_u64.saturating_add(u64::from(c).saturating_mul(4_299_874)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 5_248 ns at the least.
    fn dispatch_as_fallible() -> Weight {
        Weight::from_parts(6_120_000, 0)
    }

    /// 14_191 ns at the least.
    fn if_else() -> Weight {
        Weight::from_parts(15_223_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }
}
