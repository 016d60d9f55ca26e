//! Provisional weights from counted reads and writes and estimated times, until benchmarks replace
//! them. Calls declare them for full lists.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// Picoseconds of a call and its event, accesses apart.
const CALL_PS: u64 = 30_000_000;
/// Picoseconds to decode, compare and encode a relation.
const DEFINITION_PS: u64 = 80_000;
/// Picoseconds to decode, compare and encode an announcement.
const ANNOUNCEMENT_PS: u64 = 200_000;

/// Weights of the calls and of the hook, by the entries of the lists that they go through.
pub trait WeightInfo {
    /// Acting for somebody, without the call that is made.
    fn proxy(definitions: u32) -> Weight;
    /// The same after an announcement.
    fn proxy_announced(announcements: u32, definitions: u32) -> Weight;
    /// Naming a delegate.
    fn add_proxy(definitions: u32) -> Weight;
    /// Ending a relation.
    fn remove_proxy(definitions: u32) -> Weight;
    /// Ending all relations of an account.
    fn remove_proxies(definitions: u32) -> Weight;
    /// Making an account without a key.
    fn create_pure() -> Weight;
    /// Ending all relations of such an account.
    fn kill_pure(definitions: u32) -> Weight;
    /// Announcing a call.
    fn announce(announcements: u32, definitions: u32) -> Weight;
    /// Taking back what was announced, or refusing it.
    fn drop_announcements(announcements: u32) -> Weight;
    /// Bringing deposits to today's prices.
    fn poke_deposit(announcements: u32, definitions: u32) -> Weight;
    /// Agreeing to pay for a delegate, or no longer.
    fn set_real_pays_fee(definitions: u32) -> Weight;
    /// Forgetting the results of a block; each is removed at the cost of its call.
    fn forget_results() -> Weight;
}

/// Counted accesses at the runtime's prices.
pub struct ProvisionalWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> ProvisionalWeights<T> {
    fn call(announcements: u32, definitions: u32, reads: u64, writes: u64) -> Weight {
        let time = CALL_PS
            .saturating_add(ANNOUNCEMENT_PS.saturating_mul(announcements.into()))
            .saturating_add(DEFINITION_PS.saturating_mul(definitions.into()));
        Weight::from_parts(time, 0).saturating_add(T::DbWeight::get().reads_writes(reads, writes))
    }
}

impl<T: frame_system::Config> WeightInfo for ProvisionalWeights<T> {
    /// Read are the relations; the result is written, and removed at the end of the block.
    fn proxy(definitions: u32) -> Weight {
        Self::call(0, definitions, 1, 2)
    }

    /// Also read and written are the announcements and the account of the delegate.
    fn proxy_announced(announcements: u32, definitions: u32) -> Weight {
        Self::call(announcements, definitions, 3, 4)
    }

    /// Read and written are the relations and the account.
    fn add_proxy(definitions: u32) -> Weight {
        Self::call(0, definitions, 2, 2)
    }

    /// Also written is the consent.
    fn remove_proxy(definitions: u32) -> Weight {
        Self::call(0, definitions, 2, 3)
    }

    /// Also written is the consent to each delegate.
    fn remove_proxies(definitions: u32) -> Weight {
        let consents = u64::from(definitions);
        Self::call(0, definitions, 2, consents.saturating_add(2))
    }

    /// Read are the index of the extrinsic, the relations and the account of the spawner, the last
    /// two of which are written.
    fn create_pure() -> Weight {
        Self::call(0, 1, 3, 2)
    }

    /// As [`Self::remove_proxies`], with the account of the spawner.
    fn kill_pure(definitions: u32) -> Weight {
        let consents = u64::from(definitions);
        Self::call(0, definitions, 3, consents.saturating_add(3))
    }

    /// Read are the relations; read and written are the announcements and the account.
    fn announce(announcements: u32, definitions: u32) -> Weight {
        Self::call(announcements, definitions, 3, 2)
    }

    /// Read and written are the announcements and the account.
    fn drop_announcements(announcements: u32) -> Weight {
        Self::call(announcements, 0, 2, 2)
    }

    /// Read and written are the relations, the announcements and the account.
    fn poke_deposit(announcements: u32, definitions: u32) -> Weight {
        Self::call(announcements, definitions, 3, 3)
    }

    /// Read are the relations; written is the consent.
    fn set_real_pays_fee(definitions: u32) -> Weight {
        Self::call(0, definitions, 1, 1)
    }

    /// A look for the first result.
    fn forget_results() -> Weight {
        T::DbWeight::get().reads(1)
    }
}
