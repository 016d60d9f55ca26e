//! Weights of a subnet, of its mechanisms and of its uids, from their first to their last block.

use alloc::{vec, vec::Vec};
use subtensor_primitives::{NetUid, NetUidStorageIndex};

use crate::{
    Config, Event, Mechanisms, Pallet, ValidatorWeights,
    consensus::{at, set_at},
    domain::{Domain, Renumbering},
    pallet::{
        CommitRevealWeightsEnabled, LastUpdate, MaxWeightsLimit, MinAllowedWeights,
        TimelockedWeightCommits, WeightCommits, Weights,
    },
};

const NEW_SUBNET_MIN_WEIGHTS: u16 = 1;

impl<T: Config> Domain<T> for ValidatorWeights<T> {
    fn open_subnet(netuid: NetUid, _now: u64) {
        MinAllowedWeights::<T>::insert(netuid, NEW_SUBNET_MIN_WEIGHTS);
        Pallet::<T>::deposit_event(Event::MinAllowedWeightSet(netuid, NEW_SUBNET_MIN_WEIGHTS));
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
}

impl<T: Config> ValidatorWeights<T> {
    /// Whether anybody can have set weights on a mechanism.
    pub(crate) fn has_mechanism(index: NetUidStorageIndex) -> bool {
        LastUpdate::<T>::contains_key(index)
    }

    fn forget_commits(index: NetUidStorageIndex) {
        let _ = WeightCommits::<T>::clear_prefix(index, u32::MAX, None);
        let _ = TimelockedWeightCommits::<T>::clear_prefix(index, u32::MAX, None);
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
