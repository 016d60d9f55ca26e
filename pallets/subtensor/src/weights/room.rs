//! Room for encrypted commits (spec 90 §15.1, §15.4). Under Null consensus they may be much longer
//! than under Yuma consensus, but the commits of an epoch share a small queue over all mechanisms:
//! who may commit validates alone, and needs no more than one commit a mechanism.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};
use core::cmp::Reverse;
use frame_support::ensure;
use subtensor_primitives::{NetUid, NetUidStorageIndex};

use super::{CommitOutline, MAX_COMMIT_BYTES, MAX_NULL_COMMIT_BYTES, WaitingQueue};
use crate::{
    Config, EpochConsensus, Error, Mechanisms, Neurons, Scores, StakeWeights, ValidatorWeights,
    pallet::{TimelockedCommitOutlines, TimelockedWeightCommits, WaitingCommitQueues},
};

/// Most encrypted commits of an epoch of Null consensus, over all mechanisms.
const MAX_QUEUED: usize = 64;
/// Most bytes of all of them.
const MAX_QUEUED_BYTES: usize = 65_536;

/// Commits that leave: where, and whose. Under Null consensus each hotkey has one a mechanism and
/// epoch.
pub(super) type Leaving<AccountId> = Vec<(NetUidStorageIndex, AccountId)>;

impl<T: Config> ValidatorWeights<T> {
    /// Most bytes of an encrypted commit on a subnet.
    pub(super) fn max_commit_bytes(netuid: NetUid) -> usize {
        match Scores::<T>::consensus_of(netuid) {
            EpochConsensus::Yuma => MAX_COMMIT_BYTES,
            EpochConsensus::Null => {
                let mechanisms = usize::from(Mechanisms::<T>::count(netuid));
                MAX_NULL_COMMIT_BYTES
                    .checked_div(mechanisms)
                    .unwrap_or_default()
            }
        }
    }

    /// The commits of an epoch that leave for one more, of a hotkey with its uid and of so many
    /// bytes: its own on the mechanism, and as far as there is no room those of lower priority, the
    /// lowest first. More stake is a higher priority, of equal stake the lower uid.
    ///
    /// Errors: `CommitQueueFull`.
    pub(super) fn find_room(
        index: NetUidStorageIndex,
        epoch: u64,
        newcomer: (u16, &T::AccountId, usize),
    ) -> Result<Leaving<T::AccountId>, Error<T>> {
        let (uid, hotkey, bytes) = newcomer;
        let netuid = index.netuid();
        let (mut leaving, mut others) = (Vec::new(), Vec::new());
        for index_of_queue in Mechanisms::<T>::mechanism_indices(netuid) {
            for (who, _, sealed, _) in TimelockedWeightCommits::<T>::get(index_of_queue, epoch) {
                if index_of_queue == index && who == *hotkey {
                    leaving.push((index, who));
                } else {
                    others.push((index_of_queue, who, sealed.len()));
                }
            }
        }
        let mut count = others.len().saturating_add(1);
        let mut total = others
            .iter()
            .fold(bytes, |sum, (_, _, bytes)| sum.saturating_add(*bytes));
        let fits = |count, total| count <= MAX_QUEUED && total <= MAX_QUEUED_BYTES;
        if fits(count, total) {
            return Ok(leaving);
        }

        let mut stakes = StakeWeights::<T>::new(netuid);
        let mut known = BTreeMap::new();
        let own = (stakes.parts(hotkey).exact, Reverse(uid));
        let mut lower: Vec<_> = others
            .into_iter()
            .filter_map(|(index, who, bytes)| {
                let priority = *known.entry(who.clone()).or_insert_with(|| {
                    let uid = Neurons::<T>::uid_for(netuid, &who).unwrap_or(u16::MAX);
                    (stakes.parts(&who).exact, Reverse(uid))
                });
                (priority < own).then_some((priority, index, who, bytes))
            })
            .collect();
        lower.sort_by_key(|(priority, ..)| *priority);
        for (_, index, who, bytes) in lower {
            if fits(count, total) {
                break;
            }
            count = count.saturating_sub(1);
            total = total.saturating_sub(bytes);
            leaving.push((index, who));
        }
        ensure!(fits(count, total), Error::CommitQueueFull);
        Ok(leaving)
    }

    /// Takes commits out of their queues.
    pub(super) fn make_room(epoch: u64, leaving: &Leaving<T::AccountId>) {
        let indices: BTreeSet<NetUidStorageIndex> =
            leaving.iter().map(|(index, _)| *index).collect();
        for index in indices {
            let mut commits = TimelockedWeightCommits::<T>::take(index, epoch);
            commits.retain(|(who, ..)| !leaving.contains(&(index, who.clone())));
            let bytes = commits.iter().map(|(_, _, bytes, _)| bytes.len());
            let bytes = bytes.sum::<usize>() as u32;
            let first_round = commits.iter().map(|(.., round)| *round).min();
            let outlines: Vec<_> = commits.iter().map(CommitOutline::of).collect();
            WaitingCommitQueues::<T>::mutate(|queues| {
                let place = queues.binary_search_by_key(&(index, epoch), WaitingQueue::key);
                match (place, first_round) {
                    (Ok(place), None) => {
                        queues.remove(place);
                    }
                    (Ok(place), Some(first_round)) => {
                        if let Some(queue) = queues.get_mut(place) {
                            queue.first_round = first_round;
                            queue.bytes = bytes;
                        }
                    }
                    (Err(_), _) => {}
                }
            });
            if commits.is_empty() {
                TimelockedCommitOutlines::<T>::remove(index, epoch);
            } else {
                TimelockedCommitOutlines::<T>::insert(index, epoch, outlines);
                TimelockedWeightCommits::<T>::insert(index, epoch, commits);
            }
        }
    }
}
