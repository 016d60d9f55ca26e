//! Provisional weights from counted reads and writes and measured times, until benchmarks replace
//! them.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// Picoseconds to verify a pulse in WebAssembly with the host functions of the curve, and to store
/// it. The public network's figure.
const PULSE_PS: u64 = 4_294_000_000;
/// Picoseconds to check the signature of whoever sends pulses, and for the event.
const SUBMISSION_PS: u64 = 100_000_000;
/// Picoseconds to remove a round, accesses apart.
const REMOVAL_PS: u64 = 2_000_000;
/// Picoseconds to check a public key: a point of G2 and its subgroup.
const KEY_PS: u64 = 1_000_000_000;
/// Picoseconds of `set_oldest_stored_round`, accesses apart.
const OLDEST_PS: u64 = 10_000_000;

/// Weights of the calls.
pub trait WeightInfo {
    /// `write_pulse` of so many pulses that removes so many rounds.
    fn write_pulse(pulses: u32, removed: u32) -> Weight;
    /// `set_beacon_config` to a beacon with another key.
    fn set_beacon_config() -> Weight;
    /// `set_oldest_stored_round`, which forgets some.
    fn set_oldest_stored_round() -> Weight;
}

/// Counted accesses at the runtime's prices.
pub struct ProvisionalWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for ProvisionalWeights<T> {
    /// Read are the beacon, the two ends of the window and the forgotten rounds; written are both
    /// ends, the forgotten rounds, `NextUnsignedAt`, and each round that comes or goes.
    fn write_pulse(pulses: u32, removed: u32) -> Weight {
        let [came, went] = [pulses, removed].map(u64::from);
        let writes = came.saturating_add(went).saturating_add(4);
        Weight::from_parts(SUBMISSION_PS, 0)
            .saturating_add(Weight::from_parts(PULSE_PS, 0).saturating_mul(came))
            .saturating_add(Weight::from_parts(REMOVAL_PS, 0).saturating_mul(went))
            .saturating_add(T::DbWeight::get().reads_writes(4, writes))
    }

    /// The same without pulses, but for the beacon, which is written.
    fn set_beacon_config() -> Weight {
        Weight::from_parts(KEY_PS, 0).saturating_add(T::DbWeight::get().reads_writes(4, 5))
    }

    /// The window and the forgotten rounds.
    fn set_oldest_stored_round() -> Weight {
        Weight::from_parts(OLDEST_PS, 0).saturating_add(T::DbWeight::get().reads_writes(3, 3))
    }
}
