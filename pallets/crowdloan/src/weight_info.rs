//! What the calls weigh: parts that were measured, put together.

mod measured;

use core::marker::PhantomData;

use frame_support::weights::Weight;

/// Weights of the calls, without those that they make.
pub trait WeightInfo {
    /// Opening a crowdloan, without storing a call.
    fn create() -> Weight;
    /// Storing a call of so many bytes.
    fn store_call(bytes: u32) -> Weight;
    /// Loading a call of so many bytes.
    fn load_call(bytes: u32) -> Weight;
    /// Giving.
    fn contribute() -> Weight;
    /// Taking back.
    fn withdraw() -> Weight;
    /// Finalizing, without loading and making a call.
    fn finalize() -> Weight;
    /// Paying back so many contributors.
    fn refund(contributors: u32) -> Weight;
    /// Ending a crowdloan without contributors.
    fn dissolve() -> Weight;
    /// Setting the least contribution.
    fn update_min_contribution() -> Weight;
    /// Setting the end.
    fn update_end() -> Weight;
    /// Setting the cap.
    fn update_cap() -> Weight;
    /// Setting the most for one account.
    fn set_max_contribution() -> Weight;
}

/// As measured on the runtime, with accesses at the prices of its database.
pub struct MeasuredWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for MeasuredWeights<T> {
    fn create() -> Weight {
        measured::create::<T>()
    }

    fn store_call(bytes: u32) -> Weight {
        measured::store_call::<T>(bytes)
    }

    fn load_call(bytes: u32) -> Weight {
        measured::load_call::<T>(bytes)
    }

    fn contribute() -> Weight {
        measured::contribute::<T>()
    }

    fn withdraw() -> Weight {
        measured::withdraw::<T>()
    }

    fn finalize() -> Weight {
        measured::finalize::<T>()
    }

    fn refund(contributors: u32) -> Weight {
        measured::refund::<T>(contributors)
    }

    fn dissolve() -> Weight {
        measured::dissolve::<T>()
    }

    fn update_min_contribution() -> Weight {
        measured::update_min_contribution::<T>()
    }

    fn update_end() -> Weight {
        measured::update_end::<T>()
    }

    fn update_cap() -> Weight {
        measured::update_cap::<T>()
    }

    fn set_max_contribution() -> Weight {
        measured::set_max_contribution::<T>()
    }
}
