//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_utility::WeightInfo for Weights<T> {
    /// 3_725 ns at the least.
    fn batch(c: u32) -> Weight {
        Weight::from_parts(
            12_798_307_u64.saturating_add(u64::from(c).saturating_mul(4_288_359)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 9_504 ns at the least.
    fn as_derivative() -> Weight {
        Weight::from_parts(10_085_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 3_585 ns at the least.
    fn batch_all(c: u32) -> Weight {
        Weight::from_parts(
            26_080_691_u64.saturating_add(u64::from(c).saturating_mul(4_483_704)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 5_328 ns at the least.
    fn dispatch_as() -> Weight {
        Weight::from_parts(5_568_000, 0)
    }

    /// 3_525 ns at the least.
    fn force_batch(c: u32) -> Weight {
        Weight::from_parts(
            7_718_384_u64.saturating_add(u64::from(c).saturating_mul(4_291_039)),
            0,
        )
        .saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }

    /// 5_207 ns at the least.
    fn dispatch_as_fallible() -> Weight {
        Weight::from_parts(5_528_000, 0)
    }

    /// 13_991 ns at the least.
    fn if_else() -> Weight {
        Weight::from_parts(14_712_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }
}
