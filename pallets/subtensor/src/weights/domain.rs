//! Weights of a subnet, of its mechanisms and of its uids, from their first to their last block.

use alloc::{collections::BTreeSet, vec, vec::Vec};
#[cfg(feature = "try-runtime")]
use frame_support::ensure;
use frame_support::weights::WeightMeter;
#[cfg(feature = "try-runtime")]
use sp_runtime::TryRuntimeError;
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};

use super::CommitKey;
#[cfg(feature = "try-runtime")]
use super::{CommitOutline, MAX_WAITING_COMMITS, WaitingQueue};
use crate::{
    Config, Event, Mechanisms, Neurons, Pallet, Scores, ValidatorWeights, WeightInfo,
    consensus::{MAX_MECHANISMS, at, set_at},
    domain::{Domain, HotkeySwap, Renumbering, drain},
    pallet::{
        CommitRevealWeightsEnabled, LastUpdate, MaxWeightsLimit, MinAllowedWeights,
        TimelockedCommitOutlines, TimelockedWeightCommits, WaitingCommitQueues, WeightCommits,
        Weights,
    },
};

const NEW_SUBNET_MIN_WEIGHTS: u16 = 1;

impl<T: Config> Domain<T> for ValidatorWeights<T> {
    fn open_subnet(netuid: NetUid, _now: u64) {
        MinAllowedWeights::<T>::insert(netuid, NEW_SUBNET_MIN_WEIGHTS);
        Pallet::<T>::deposit_event(Event::MinAllowedWeightSet(netuid, NEW_SUBNET_MIN_WEIGHTS));
    }

    /// Weights: a subnet that is gone may have had a row for each of very many uids.
    fn forget_rows(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        Mechanisms::<T>::mechanism_indices(netuid).all(|index| {
            let rows = Weights::<T>::drain_prefix(index);
            drain(rows, T::WeightInfo::erase_row(), meter, |_| ())
        })
    }

    fn forget_values(netuid: NetUid) {
        MaxWeightsLimit::<T>::remove(netuid);
    }

    fn add_neuron(netuid: NetUid, uid: u16, now: u64) {
        for index in Mechanisms::<T>::mechanism_indices(netuid) {
            LastUpdate::<T>::mutate(index, |list| set_at(list, uid, now));
            Weights::<T>::remove(index, uid);
        }
    }

    /// What it committed by hash goes with it; ciphertexts stay until they are opened, and count if
    /// it has another uid by then.
    fn forget_neuron(netuid: NetUid, hotkey: &T::AccountId) {
        for index in Mechanisms::<T>::mechanism_indices(netuid) {
            WeightCommits::<T>::remove(index, hotkey);
        }
    }

    /// Told before the uid has another hotkey. Ciphertexts stay where they are: who has the place
    /// then is found when they are opened.
    fn swap_hotkey(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        if !Neurons::<T>::is_registered(netuid, swap.old) {
            return;
        }
        for index in Mechanisms::<T>::mechanism_indices(netuid) {
            if let Some(commits) = WeightCommits::<T>::take(index, swap.old) {
                WeightCommits::<T>::insert(index, swap.new, commits);
            }
        }
    }

    /// Weights that are committed and not revealed are dropped: they name uids of before.
    fn renumber_uids(netuid: NetUid, uids: &Renumbering<T::AccountId>) {
        for index in Mechanisms::<T>::mechanism_indices(netuid) {
            LastUpdate::<T>::mutate(index, |list| uids.keep(list));
            let weights: Vec<_> = Weights::<T>::drain_prefix(index).collect();
            for (uid, row) in weights {
                if let Some(uid) = uids.uid(uid) {
                    Weights::<T>::insert(index, uid, uids.row(row));
                }
            }
            Self::forget_commits(index);
        }
    }

    fn add_mechanism(index: NetUidStorageIndex, uids: u16) {
        LastUpdate::<T>::insert(index, vec![0; uids.into()]);
    }

    fn forget_mechanism(index: NetUidStorageIndex) {
        let _ = Weights::<T>::clear_prefix(index, u32::MAX, None);
        Self::forget_commits(index);
        LastUpdate::<T>::remove(index);
    }

    /// Waiting commits are known by their outlines and by the list of queues.
    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), TryRuntimeError> {
        let mut queues = Vec::new();
        for (index, epoch, commits) in TimelockedWeightCommits::<T>::iter() {
            ensure!(!commits.is_empty(), "an empty queue of commits");
            let outlines: Vec<_> = commits.iter().map(CommitOutline::of).collect();
            ensure!(
                outlines == TimelockedCommitOutlines::<T>::get(index, epoch),
                "the outlines of commits differ from the commits"
            );
            queues.push((index, epoch));
        }
        queues.sort_unstable();
        ensure!(
            TimelockedCommitOutlines::<T>::iter_keys().count() == queues.len(),
            "outlines without commits"
        );
        let waiting = WaitingCommitQueues::<T>::get();
        ensure!(
            waiting.iter().map(WaitingQueue::key).eq(queues),
            "the list of queues of commits differs from the queues"
        );
        for queue in waiting {
            let commits = TimelockedWeightCommits::<T>::get(queue.index, queue.epoch);
            let bytes: usize = commits.iter().map(|(_, _, bytes, _)| bytes.len()).sum();
            let rounds = commits.iter().map(|(_, _, _, round)| *round);
            ensure!(
                bytes == queue.bytes as usize && rounds.min() >= Some(queue.first_round),
                "a queue of commits is not as it is said to be"
            );
        }
        for (index, hotkey, queue) in WeightCommits::<T>::iter() {
            let is_sorted = queue.iter().is_sorted_by_key(|(_, epoch, ..)| *epoch);
            ensure!(
                queue.len() <= MAX_WAITING_COMMITS && is_sorted,
                "too many commits, or out of order"
            );
            ensure!(
                Neurons::<T>::is_registered(index.netuid(), &hotkey),
                "commits of a hotkey without a uid"
            );
        }
        Ok(())
    }
}

impl<T: Config> ValidatorWeights<T> {
    /// Whether anybody can have set weights on a mechanism.
    pub(crate) fn has_mechanism(index: NetUidStorageIndex) -> bool {
        LastUpdate::<T>::contains_key(index)
    }

    /// Whether encrypted commits wait on any mechanism that a subnet may have.
    pub(crate) fn has_sealed_commits(netuid: NetUid) -> bool {
        let index = |mechanism| NetUidStorageIndex::from_parts(netuid, MechId::new(mechanism));
        (0..MAX_MECHANISMS).any(|mechanism| {
            let mut epochs = TimelockedWeightCommits::<T>::iter_key_prefix(index(mechanism));
            epochs.next().is_some()
        })
    }

    /// Keys of everything that is committed on a subnet and waits.
    pub(crate) fn commit_keys(netuid: NetUid) -> impl Iterator<Item = CommitKey<T::AccountId>> {
        Mechanisms::<T>::mechanism_indices(netuid).flat_map(|index| {
            let hashed = WeightCommits::<T>::iter_key_prefix(index)
                .map(move |hotkey| CommitKey::Hashed(index, hotkey));
            let sealed = TimelockedWeightCommits::<T>::iter_key_prefix(index)
                .map(move |epoch| CommitKey::Sealed(index, epoch));
            hashed.chain(sealed)
        })
    }

    /// Removes what is committed under these keys.
    pub(crate) fn drop_commits(keys: Vec<CommitKey<T::AccountId>>) {
        let mut queues = BTreeSet::new();
        for key in keys {
            match key {
                CommitKey::Hashed(index, hotkey) => WeightCommits::<T>::remove(index, hotkey),
                CommitKey::Sealed(index, epoch) => {
                    TimelockedWeightCommits::<T>::remove(index, epoch);
                    TimelockedCommitOutlines::<T>::remove(index, epoch);
                    queues.insert((index, epoch));
                }
            }
        }
        if !queues.is_empty() {
            WaitingCommitQueues::<T>::mutate(|waiting| {
                waiting.retain(|queue| !queues.contains(&queue.key()));
            });
        }
    }

    /// Removes the weights of everybody who has no permit.
    pub(crate) fn forget_rows_without_permit(netuid: NetUid) {
        let permits = Scores::<T>::permits(netuid);
        for index in Mechanisms::<T>::mechanism_indices(netuid) {
            let others: Vec<u16> = Weights::<T>::iter_key_prefix(index)
                .filter(|uid| !at(&permits, *uid))
                .collect();
            for uid in others {
                Weights::<T>::remove(index, uid);
            }
        }
    }

    fn forget_commits(index: NetUidStorageIndex) {
        let _ = WeightCommits::<T>::clear_prefix(index, u32::MAX, None);
        let _ = TimelockedWeightCommits::<T>::clear_prefix(index, u32::MAX, None);
        let _ = TimelockedCommitOutlines::<T>::clear_prefix(index, u32::MAX, None);
        if WaitingCommitQueues::<T>::get()
            .iter()
            .any(|queue| queue.index == index)
        {
            WaitingCommitQueues::<T>::mutate(|queues| queues.retain(|queue| queue.index != index));
        }
    }

    /// Whether weights must be committed first.
    pub(crate) fn must_commit(netuid: NetUid) -> bool {
        CommitRevealWeightsEnabled::<T>::get(netuid)
    }

    /// Block of the last weights of a uid; 0 before the first.
    pub(crate) fn last_update(index: NetUidStorageIndex, uid: u16) -> u64 {
        at(&LastUpdate::<T>::get(index), uid)
    }

    /// Blocks of the last weights, by uid.
    pub(crate) fn last_updates(index: NetUidStorageIndex) -> Vec<u64> {
        LastUpdate::<T>::get(index)
    }

    /// What a uid thinks of others: target, weight relative to the largest of the row.
    pub(crate) fn row(index: NetUidStorageIndex, uid: u16) -> Vec<(u16, u16)> {
        Weights::<T>::get(index, uid)
    }
}
