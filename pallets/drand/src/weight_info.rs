//! What the calls weigh: parts that were measured, put together.

mod measured;

use core::marker::PhantomData;

use frame_support::weights::Weight;

/// Weights of the calls.
pub trait WeightInfo {
    /// `write_pulse` of so many pulses that removes so many rounds.
    fn write_pulse(pulses: u32, removed: u32) -> Weight;
    /// `set_beacon_config` to a beacon with another key.
    fn set_beacon_config() -> Weight;
    /// `set_oldest_stored_round`, which forgets some.
    fn set_oldest_stored_round() -> Weight;
}

/// As measured on the runtime, with accesses at the prices of its database.
pub struct MeasuredWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for MeasuredWeights<T> {
    /// With the check of the signature of whoever sends them, which comes before the call.
    fn write_pulse(pulses: u32, removed: u32) -> Weight {
        measured::check_in_block::<T>().saturating_add(measured::write_pulse::<T>(pulses, removed))
    }

    fn set_beacon_config() -> Weight {
        measured::set_beacon_config::<T>()
    }

    fn set_oldest_stored_round() -> Weight {
        measured::set_oldest_stored_round::<T>()
    }
}
