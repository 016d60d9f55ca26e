//! Weights: what validators think of miners (spec 40 §3, §6).

mod batches;
mod commits;
mod domain;
mod hashed;
mod reveal;
mod room;
mod set;
mod spare;
pub mod storage;
#[cfg(test)]
mod tests;
mod timelocked;

use codec::{Compact, Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::marker::PhantomData;
use frame_support::{BoundedVec, traits::ConstU32};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;
use subtensor_primitives::{List, NetUidStorageIndex};

use crate::{
    consensus::{MAX_NULL_UIDS, MAX_UIDS},
    weight_info::MAX_SUBNETS,
};

pub(crate) use batches::{
    batch_items, has_twice, weight_of_batch, weight_of_batch_commit, weight_of_batch_reveal,
    weight_of_reveal,
};
pub(crate) use hashed::Preimage;
pub(crate) use reveal::Reveals;
pub(crate) use set::Row;
pub use spare::Spare;
pub(crate) use timelocked::Sealed;

/// Most commits of a hotkey that wait for their reveal: of hashes on a mechanism, of ciphertexts on
/// a mechanism in an epoch.
const MAX_WAITING_COMMITS: usize = 10;
/// Most encrypted commits that wait on a mechanism in an epoch: as many for each uid. Uids change
/// hands, so it is not enough to count those of each hotkey. The reveal has them all in memory.
pub(crate) const MAX_QUEUED_COMMITS: usize = MAX_WAITING_COMMITS * MAX_UIDS as usize;
/// Version of the format where a call does not say it.
pub(crate) const IMPLIED_COMMIT_VERSION: u16 = 4;
/// Most bytes of a ciphertext under Yuma consensus.
pub(crate) const MAX_COMMIT_BYTES: usize = 5_000;
/// The same under Null consensus, over all mechanisms.
const MAX_NULL_COMMIT_BYTES: usize = 32_768;

/// Uids or weights of a row, or its salt: no subnet has more neurons.
pub type WeightList = List<u16, { MAX_NULL_UIDS as u32 }>;

/// A row of a batch: (uid, weight) each.
pub type RowList = List<(Compact<u16>, Compact<u16>), { MAX_NULL_UIDS as u32 }>;
/// Most items of a batch for several subnets.
pub(crate) const MAX_BATCH: u32 = MAX_SUBNETS;
/// One item a subnet.
pub type BatchList<Item> = List<Item, MAX_BATCH>;
/// One item a commit that is revealed in a batch: no more of them can wait.
pub type RevealList<Item> = List<Item, { MAX_WAITING_COMMITS as u32 }>;

/// A ciphertext as it is decoded: longer than what a commit may be, so that too long a one gets an
/// error of its own.
pub type CommitPayload = BoundedVec<u8, ConstU32<{ MAX_NULL_COMMIT_BYTES as u32 }>>;

/// Encrypted weights: (hotkey, block, ciphertext, reveal round).
pub type TimelockedCommit<AccountId> = (AccountId, u64, CommitPayload, u64);

/// What there is to know of an encrypted commit without its ciphertext.
#[derive(Clone, Debug, Decode, Encode, Eq, PartialEq, TypeInfo)]
pub struct CommitOutline<AccountId> {
    /// Who committed.
    pub hotkey: AccountId,
    /// Block of the commit.
    pub block: u64,
}

impl<AccountId: Clone> CommitOutline<AccountId> {
    /// What is known of a commit without its ciphertext.
    fn of(commit: &TimelockedCommit<AccountId>) -> Self {
        let (hotkey, block, ..) = commit;
        Self {
            hotkey: hotkey.clone(),
            block: *block,
        }
    }
}

/// Where something is committed: by the hash of a row, or by its ciphertexts of an epoch.
#[derive(Clone, Debug)]
pub(crate) enum CommitKey<AccountId> {
    Hashed(NetUidStorageIndex, AccountId),
    Sealed(NetUidStorageIndex, u64),
}

/// A queue of encrypted commits of one epoch, and when it has to be looked at.
#[derive(Clone, Copy, Debug, Decode, Encode, Eq, MaxEncodedLen, PartialEq, TypeInfo)]
pub struct WaitingQueue {
    /// The mechanism.
    pub index: NetUidStorageIndex,
    /// The epoch of the commits.
    pub epoch: u64,
    /// No commit of the queue can be opened before this round is known.
    pub first_round: u64,
    /// Bytes of all ciphertexts.
    pub bytes: u32,
}

impl WaitingQueue {
    /// By what the queues are sorted.
    pub(crate) fn key(&self) -> (NetUidStorageIndex, u64) {
        (self.index, self.epoch)
    }
}

/// Why an encrypted commit came to nothing.
#[derive(Clone, Debug, Decode, DecodeWithMemTracking, Encode, Eq, PartialEq, TypeInfo)]
pub enum RevealFailure {
    /// The round was not known in time.
    Expired,
    /// The round has passed and its pulse is not on the chain.
    PulseMissing,
    /// The pulse does not open the ciphertext.
    Undecryptable,
    /// What it holds is not a row of the hotkey.
    NotARow,
    /// The row may not be set.
    Refused(DispatchError),
}

/// What validators think of miners.
pub struct ValidatorWeights<T>(PhantomData<T>);
