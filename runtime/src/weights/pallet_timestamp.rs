//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_timestamp::WeightInfo for Weights<T> {
    /// 6_219 ns at the least.
    fn set() -> Weight {
        Weight::from_parts(6_960_000, 0).saturating_add(T::DbWeight::get().reads_writes(4, 2))
    }

    /// 741 ns at the least.
    fn on_finalize() -> Weight {
        Weight::from_parts(801_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }
}
