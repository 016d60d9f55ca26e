//! Provisional weights from counted reads and writes, until benchmarks replace them.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// Weights of the calls.
pub trait WeightInfo {
    /// Setting the fee of one pool.
    fn set_fee_rate() -> Weight;
    /// A call that always fails.
    fn retired() -> Weight;
}

/// Counted accesses at the runtime's prices.
pub struct ProvisionalWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for ProvisionalWeights<T> {
    fn set_fee_rate() -> Weight {
        T::DbWeight::get().reads_writes(1, 1)
    }

    fn retired() -> Weight {
        Weight::zero()
    }
}
