//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_sudo::WeightInfo for Weights<T> {
    /// 7_111 ns at the least.
    fn set_key() -> Weight {
        Weight::from_parts(7_692_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 7_792 ns at the least.
    fn sudo() -> Weight {
        Weight::from_parts(7_972_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 7_862 ns at the least.
    fn sudo_as() -> Weight {
        Weight::from_parts(8_342_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 6_149 ns at the least.
    fn remove_key() -> Weight {
        Weight::from_parts(6_419_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 3_966 ns at the least.
    fn check_only_sudo_account() -> Weight {
        Weight::from_parts(4_156_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }
}
