//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> frame_system::ExtensionsWeightInfo for Weights<T> {
    /// 1_642 ns at the least.
    fn check_genesis() -> Weight {
        Weight::from_parts(1_703_000, 0)
    }

    /// 3_565 ns at the least.
    fn check_mortality_mortal_transaction() -> Weight {
        Weight::from_parts(3_705_000, 0)
    }

    /// 3_375 ns at the least.
    fn check_mortality_immortal_transaction() -> Weight {
        Weight::from_parts(3_536_000, 0)
    }

    /// 510 ns at the least.
    fn check_non_zero_sender() -> Weight {
        Weight::from_parts(531_000, 0)
    }

    /// 6_870 ns at the least.
    fn check_nonce() -> Weight {
        Weight::from_parts(7_171_000, 0).saturating_add(T::DbWeight::get().reads_writes(1, 1))
    }

    /// 410 ns at the least.
    fn check_spec_version() -> Weight {
        Weight::from_parts(430_000, 0)
    }

    /// 391 ns at the least.
    fn check_tx_version() -> Weight {
        Weight::from_parts(430_000, 0)
    }

    /// 3_375 ns at the least.
    fn check_weight() -> Weight {
        Weight::from_parts(3_885_000, 0)
    }

    /// 1_983 ns at the least.
    fn weight_reclaim() -> Weight {
        Weight::from_parts(2_013_000, 0)
    }
}
