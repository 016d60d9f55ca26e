//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_sudo::WeightInfo for Weights<T> {
    /// 7_241 ns at the least.
    fn set_key() -> Weight {
        Weight::from_parts(7_491_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 7_962 ns at the least.
    fn sudo() -> Weight {
        Weight::from_parts(8_463_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 7_752 ns at the least.
    fn sudo_as() -> Weight {
        Weight::from_parts(8_372_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 6_290 ns at the least.
    fn remove_key() -> Weight {
        Weight::from_parts(6_570_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 4_106 ns at the least.
    fn check_only_sudo_account() -> Weight {
        Weight::from_parts(4_406_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }
}
