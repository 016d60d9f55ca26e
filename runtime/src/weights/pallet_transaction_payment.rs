//! Measured by scripts/bench-weights.sh, which writes this file: 10 steps with 5 repeats,
//! on AMD EPYC, 2026-11-28.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// What its calls take on this runtime.
pub struct Weights<T>(PhantomData<T>);

impl<T: frame_system::Config> pallet_transaction_payment::WeightInfo for Weights<T> {
    /// 33_129 ns at the least.
    fn charge_transaction_payment() -> Weight {
        Weight::from_parts(34_802_000, 0).saturating_add(T::DbWeight::get().reads_writes(5, 3))
    }
}
