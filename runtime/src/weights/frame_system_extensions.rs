//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for Weights<T> {
    /// 1_703 ns at the least.
    fn check_genesis() -> Weight {
        Weight::from_parts(1_743_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 3_465 ns at the least.
    fn check_mortality_mortal_transaction() -> Weight {
        Weight::from_parts(3_595_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 3_395 ns at the least.
    fn check_mortality_immortal_transaction() -> Weight {
        Weight::from_parts(3_505_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 511 ns at the least.
    fn check_non_zero_sender() -> Weight {
        Weight::from_parts(541_000, 0)
    }

    /// 6_650 ns at the least.
    fn check_nonce() -> Weight {
        Weight::from_parts(6_941_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 0))
    }

    /// 370 ns at the least.
    fn check_spec_version() -> Weight {
        Weight::from_parts(390_000, 0)
    }

    /// 421 ns at the least.
    fn check_tx_version() -> Weight {
        Weight::from_parts(441_000, 0)
    }

    /// 3_475 ns at the least.
    fn check_weight() -> Weight {
        Weight::from_parts(3_876_000, 0).saturating_add(T::DbWeight::get().reads_writes(3, 0))
    }

    /// 2_013 ns at the least.
    fn weight_reclaim() -> Weight {
        Weight::from_parts(2_113_000, 0).saturating_add(T::DbWeight::get().reads_writes(2, 0))
    }
}
