//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for Weights<T> {
    /// 1_632 ns at the least.
    fn check_genesis() -> Weight {
        Weight::from_parts(1_792_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 3_566 ns at the least.
    fn check_mortality_mortal_transaction() -> Weight {
        Weight::from_parts(3_816_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 3_425 ns at the least.
    fn check_mortality_immortal_transaction() -> Weight {
        Weight::from_parts(3_545_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 510 ns at the least.
    fn check_non_zero_sender() -> Weight {
        Weight::from_parts(561_000, 0)
    }

    /// 6_930 ns at the least.
    fn check_nonce() -> Weight {
        Weight::from_parts(7_101_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 430 ns at the least.
    fn check_spec_version() -> Weight {
        Weight::from_parts(451_000, 0)
    }

    /// 400 ns at the least.
    fn check_tx_version() -> Weight {
        Weight::from_parts(421_000, 0)
    }

    /// 3_476 ns at the least.
    fn check_weight() -> Weight {
        Weight::from_parts(3_705_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
    }

    /// 2_003 ns at the least.
    fn weight_reclaim() -> Weight {
        Weight::from_parts(2_163_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 2))
    }
}
