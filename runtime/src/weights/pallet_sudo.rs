//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_sudo::WeightInfo for Weights<T> {
    /// 7_100 ns at the least.
    fn set_key() -> Weight {
        Weight::from_parts(7_501_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 7_661 ns at the least.
    fn sudo() -> Weight {
        Weight::from_parts(8_904_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 8_162 ns at the least.
    fn sudo_as() -> Weight {
        Weight::from_parts(8_663_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 6_329 ns at the least.
    fn remove_key() -> Weight {
        Weight::from_parts(6_770_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 3_986 ns at the least.
    fn check_only_sudo_account() -> Weight {
        Weight::from_parts(4_317_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }
}
