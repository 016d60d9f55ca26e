//! What the calls weigh: parts that were measured, put together.

mod measured;

use core::marker::PhantomData;

use frame_support::weights::Weight;

/// Weights of the calls, and of what the hook and others do.
pub trait WeightInfo {
    /// A commitment of as many and as long fields as there can be, without a reset of bonds.
    fn set_commitment() -> Weight;
    /// Setting a limit.
    fn set_max_space() -> Weight;
    /// The checks of such a commitment, for the pool.
    fn check_commitment() -> Weight;
    /// Looking whether the hook has anything to do.
    fn look_for_reveals() -> Weight;
    /// Reading and writing an index of so many entries, with so many changes.
    fn update_index(entries: u32, changes: u32) -> Weight;
    /// Looking at an entry of the index, without opening fields.
    fn visit_entry() -> Weight;
    /// Decoding a signature and decrypting with it.
    fn open_field() -> Weight;
    /// Removing a row of a subnet that is no more, or finding that there is none.
    fn purge_row() -> Weight;
}

/// As measured on the runtime, with accesses at the prices of its database.
pub struct MeasuredWeights<T>(PhantomData<T>);

/// What one more adds to a part.
fn each(part: fn(u32) -> Weight) -> Weight {
    part(1).saturating_sub(part(0))
}

impl<T: frame_system::Config> WeightInfo for MeasuredWeights<T> {
    fn set_commitment() -> Weight {
        measured::set_commitment::<T>()
    }

    fn set_max_space() -> Weight {
        measured::set_max_space::<T>()
    }

    fn check_commitment() -> Weight {
        measured::check_commitment::<T>()
    }

    fn look_for_reveals() -> Weight {
        measured::look_for_reveals::<T>()
    }

    fn update_index(entries: u32, changes: u32) -> Weight {
        measured::update_index::<T>(entries, changes)
    }

    /// One field of each entry was opened.
    fn visit_entry() -> Weight {
        each(measured::visit_entries::<T>).saturating_sub(Self::open_field())
    }

    fn open_field() -> Weight {
        each(measured::open_fields::<T>)
    }

    fn purge_row() -> Weight {
        each(measured::purge_rows::<T>)
    }
}
