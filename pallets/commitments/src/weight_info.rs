//! Provisional weights from counted reads and writes and measured times, until benchmarks replace
//! them.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// Picoseconds to check and encode a commitment and to deposit its event, accesses apart.
const COMMIT_PS: u64 = 30_000_000;
/// Picoseconds to go over a field in addition.
const FIELD_PS: u64 = 1_000_000;
/// Picoseconds to go over a byte in addition.
const BYTE_PS: u64 = 10_000;
/// Picoseconds to set a value.
const SET_PS: u64 = 3_000_000;
/// Picoseconds to decode, sort, encode and hash an entry of the index.
const INDEX_ENTRY_PS: u64 = 300_000;
/// Picoseconds to take apart a commitment and put together what is left, with its notes.
const VISIT_PS: u64 = 50_000_000;
/// Picoseconds to decode a signature and open a ciphertext with it.
const OPEN_PS: u64 = 5_000_000_000;

/// Weights of the calls, and of what the hook and others do.
pub trait WeightInfo {
    /// A commitment of so many fields that count for so many bytes, without a reset of bonds.
    fn set_commitment(fields: u32, bytes: u32) -> Weight;
    /// Setting a limit.
    fn set_max_space() -> Weight;
    /// The checks of a commitment of so many fields, for the pool.
    fn check_commitment(fields: u32) -> Weight;
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

/// Counted accesses at the runtime's prices.
pub struct ProvisionalWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> ProvisionalWeights<T> {
    fn db(reads: u64, writes: u64) -> Weight {
        T::DbWeight::get().reads_writes(reads, writes)
    }
}

impl<T: frame_system::Config> WeightInfo for ProvisionalWeights<T> {
    /// Besides the checks, read are the old commitment, an account, the newest round, the list of
    /// changes and the next round; written are these but for the newest round, and the block, the
    /// reset and the space.
    fn set_commitment(fields: u32, bytes: u32) -> Weight {
        let bytes = BYTE_PS.saturating_mul(bytes.into());
        Self::check_commitment(fields)
            .saturating_add(Weight::from_parts(COMMIT_PS.saturating_add(bytes), 0))
            .saturating_add(Self::db(5, 7))
    }

    fn set_max_space() -> Weight {
        Weight::from_parts(SET_PS, 0).saturating_add(Self::db(0, 1))
    }

    /// Read are the subnet, the uid, the epoch, the space used and its limit.
    fn check_commitment(fields: u32) -> Weight {
        Weight::from_parts(FIELD_PS.saturating_mul(fields.into()), 0).saturating_add(Self::db(5, 0))
    }

    /// Read are the newest round, the changes, the cursor and the next round.
    fn look_for_reveals() -> Weight {
        Self::db(4, 0)
    }

    /// Read and written are the index, the changes, the cursor and the next round; read is the
    /// commitment of each change.
    fn update_index(entries: u32, changes: u32) -> Weight {
        let entries = u64::from(entries).saturating_add(changes.into());
        Weight::from_parts(INDEX_ENTRY_PS.saturating_mul(entries), 0)
            .saturating_add(Self::db(u64::from(changes).saturating_add(4), 4))
    }

    /// Read and written are the commitment, its notes, an account and the next round; read are the
    /// subnet and the uid.
    fn visit_entry() -> Weight {
        Weight::from_parts(VISIT_PS, 0).saturating_add(Self::db(6, 4))
    }

    /// Read is the pulse.
    fn open_field() -> Weight {
        Weight::from_parts(OPEN_PS, 0).saturating_add(Self::db(1, 0))
    }

    /// The row, the account that gets its deposit back, and the list of changes.
    fn purge_row() -> Weight {
        Self::db(3, 3)
    }
}
