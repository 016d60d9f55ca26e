//! Provisional weights from counted reads and writes and estimated times, until benchmarks replace
//! them.

use core::marker::PhantomData;

use frame_support::{traits::Get, weights::Weight};

/// Picoseconds of a call that moves TAO, and of its event, accesses apart.
const MOVE_PS: u64 = 60_000_000;
/// Picoseconds of a call that changes terms, and of its event, accesses apart.
const SET_PS: u64 = 15_000_000;
/// Picoseconds to pay back one contributor.
const REFUND_PS: u64 = 40_000_000;
/// Picoseconds to encode, hash and copy a byte of a call, or to decode it.
const BYTE_PS: u64 = 10_000;

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

/// Counted accesses at the runtime's prices.
pub struct ProvisionalWeights<T>(PhantomData<T>);

impl<T: frame_system::Config> ProvisionalWeights<T> {
    fn call(time: u64, reads: u64, writes: u64) -> Weight {
        Weight::from_parts(time, 0).saturating_add(T::DbWeight::get().reads_writes(reads, writes))
    }
}

/// Where TAO moves, total issuance is read, and written if the rest of an account is dust.
impl<T: frame_system::Config> WeightInfo for ProvisionalWeights<T> {
    /// Read and written are the next number, two accounts and issuance; read is the shortest
    /// duration; written are the crowdloan and the contribution.
    fn create() -> Weight {
        Self::call(MOVE_PS, 5, 6)
    }

    /// Read and written are the status of a preimage in its old and new place; written are its
    /// bytes.
    fn store_call(bytes: u32) -> Weight {
        Self::call(BYTE_PS.saturating_mul(bytes.into()), 2, 3)
    }

    /// Read are the bytes of the preimage.
    fn load_call(bytes: u32) -> Weight {
        let time = BYTE_PS.saturating_mul(bytes.into());
        Self::call(time, 1, 0).saturating_add(Weight::from_parts(0, bytes.into()))
    }

    /// Read and written are the crowdloan, the contribution, two accounts and issuance; read are
    /// the most for one account and what is being finalized.
    fn contribute() -> Weight {
        Self::call(MOVE_PS, 7, 5)
    }

    /// The same without the most for one account.
    fn withdraw() -> Weight {
        Self::call(MOVE_PS, 6, 5)
    }

    /// Read and written are the crowdloan, what is being finalized, two accounts, issuance, and the
    /// status of a preimage in its old and new place; written are its bytes.
    fn finalize() -> Weight {
        Self::call(MOVE_PS, 7, 8)
    }

    /// Read and written are the crowdloan, its account and issuance; read is what is being
    /// finalized, and the creator's contribution by a look for it. Each contributor: a look for the
    /// contribution, which is read and written, and the account.
    fn refund(contributors: u32) -> Weight {
        let count = u64::from(contributors);
        Self::call(
            MOVE_PS.saturating_add(REFUND_PS.saturating_mul(count)),
            count.saturating_mul(3).saturating_add(7),
            count.saturating_mul(2).saturating_add(3),
        )
    }

    /// Read and written are the crowdloan, the contribution, two accounts, issuance, and the status
    /// of a preimage in its old and new place; read is what is being finalized; written are the
    /// most for one account and the preimage's bytes.
    fn dissolve() -> Weight {
        Self::call(MOVE_PS, 8, 9)
    }

    /// Read and written is the crowdloan; read are what is being finalized and the most for one
    /// account.
    fn update_min_contribution() -> Weight {
        Self::call(SET_PS, 3, 1)
    }

    /// Read and written is the crowdloan; read are what is being finalized and the timing profile.
    fn update_end() -> Weight {
        Self::call(SET_PS, 3, 1)
    }

    /// Read and written is the crowdloan; read is what is being finalized.
    fn update_cap() -> Weight {
        Self::call(SET_PS, 2, 1)
    }

    /// Read are the crowdloan, what is being finalized and the creator's contribution; written is
    /// the most for one account.
    fn set_max_contribution() -> Weight {
        Self::call(SET_PS, 3, 1)
    }
}
