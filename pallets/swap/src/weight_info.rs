//! What the calls weigh: parts that were measured, put together.

mod measured;

use core::marker::PhantomData;

use frame_support::weights::Weight;

/// Weights of the calls.
pub trait WeightInfo {
    /// Setting the fee of one pool.
    fn set_fee_rate() -> Weight;
    /// A call that always fails.
    fn retired() -> Weight;
}

/// As measured on the runtime, with accesses at the prices of its database.
pub struct MeasuredWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for MeasuredWeights<T> {
    fn set_fee_rate() -> Weight {
        measured::set_fee_rate::<T>()
    }

    fn retired() -> Weight {
        measured::retired::<T>()
    }
}
