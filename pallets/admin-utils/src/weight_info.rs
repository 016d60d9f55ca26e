//! Provisional weights from counted reads and writes, until benchmarks replace them.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};
use pallet_subtensor::{children::MAX_PARENTS, neurons::ROOT_SEATS};

/// Weights of the calls.
pub trait WeightInfo {
    /// Any setter: permission, freeze window, rate limit, bounds, one or two values.
    fn setter() -> Weight;
    /// The owner hotkey, with the root validators that lend it their stake.
    fn owner_hotkey() -> Weight;
    /// Mechanisms that go, with the rows and commits of all their uids.
    fn mechanism_count() -> Weight;
    /// Uids that go, and uids that move.
    fn trim() -> Weight;
    /// A batch of them under Null consensus, with an election for which the stake of `stakers`
    /// hotkeys is read.
    fn trim_null(stakers: u32) -> Weight;
    /// Another kind of consensus, with such an election.
    fn epoch_consensus(stakers: u32) -> Weight;
}

/// Counted accesses at the runtime's prices.
pub struct ProvisionalWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> WeightInfo for ProvisionalWeights<T> {
    fn setter() -> Weight {
        T::DbWeight::get().reads_writes(10, 4)
    }

    fn owner_hotkey() -> Weight {
        // Of every parent its seat; of those with one what they lend and borrow, which is written
        // anew. The sums of locks on both hotkeys change places.
        let (parents, seats) = (u64::from(MAX_PARENTS), u64::from(ROOT_SEATS));
        let own = T::DbWeight::get().reads_writes(22, 16);
        own.saturating_add(T::DbWeight::get().reads(parents))
            .saturating_add(T::DbWeight::get().reads_writes(2, 3).saturating_mul(seats))
    }

    fn mechanism_count() -> Weight {
        // 256 uids over all mechanisms have a row of bonds and of commits each; under Null
        // consensus 2 500 may have had a row of weights.
        T::DbWeight::get().reads_writes(30 + 2 * 256 + 2_500, 3 + 2 * 256 + 2_500 + 3 * 16)
    }

    fn trim() -> Weight {
        // Of 256 uids: hotkey, age, address and whether it is the owner's; over all mechanisms a
        // row of weights, of bonds and of commits. Each is read, taken from its place and put at
        // another. Voting power goes with its hotkey.
        T::DbWeight::get().reads_writes(31 + 9 * 256, 31 + 15 * 256)
    }

    fn trim_null(stakers: u32) -> Weight {
        // All uids are walked: hotkey, age, whether it is the owner's, and its family. 2 500 keys
        // of commits go, and 2 500 rows of weights; 256 rows of bonds move. 64 uids go and 64 move,
        // each with what it has on all mechanisms.
        let reads = 203 + 12 * 2_500 + 2 * 256 + 13 * 128;
        let writes = 201 + 3 * 2_500 + 2 * 256 + 41 * 64;
        let stakes = u64::from(stakers).saturating_mul(2);
        T::DbWeight::get().reads_writes(stakes.saturating_add(reads), writes)
    }

    fn epoch_consensus(stakers: u32) -> Weight {
        // Hotkey and family of 256 uids, and all mechanisms there may be.
        let reads = 42 + 3 * 256;
        let stakes = u64::from(stakers).saturating_mul(2);
        T::DbWeight::get().reads_writes(stakes.saturating_add(reads), 12)
    }
}
