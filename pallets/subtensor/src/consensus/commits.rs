//! Weights that wait for their reveal hide newcomers from the weights still in force (spec 20 §6.7).

use alloc::{collections::BTreeMap, vec, vec::Vec};
use subtensor_primitives::{NetUid, NetUidStorageIndex};

use crate::{Config, Pallet, pallet::*};

impl<T: Config> Pallet<T> {
    /// Block of the earliest commit of each uid that can still be revealed, `u64::MAX` for none. Empty where weights
    /// are not committed.
    pub(crate) fn pending_commits(
        netuid: NetUid,
        index: NetUidStorageIndex,
        hotkeys: &[T::AccountId],
    ) -> Vec<u64> {
        if !CommitRevealWeightsEnabled::<T>::get(netuid) {
            return Vec::new();
        }
        let now = SubnetEpochIndex::<T>::get(netuid);
        let lives = |epoch: u64| now <= epoch.saturating_add(RevealPeriodEpochs::<T>::get(netuid));
        let uids: BTreeMap<&T::AccountId, usize> = hotkeys
            .iter()
            .enumerate()
            .map(|(uid, key)| (key, uid))
            .collect();
        let mut earliest = vec![u64::MAX; hotkeys.len()];
        let mut note = |who: &T::AccountId, block: u64| {
            if let Some(slot) = uids.get(who).and_then(|uid| earliest.get_mut(*uid)) {
                *slot = block.min(*slot);
            }
        };
        for (who, queue) in WeightCommits::<T>::iter_prefix(index) {
            if let Some((_, _, block, _)) = queue.iter().find(|(_, epoch, _, _)| lives(*epoch)) {
                note(&who, *block);
            }
        }
        for (_, queue) in
            TimelockedWeightCommits::<T>::iter_prefix(index).filter(|(epoch, _)| lives(*epoch))
        {
            queue
                .iter()
                .for_each(|(who, block, _, _)| note(who, *block));
        }
        earliest
    }
}
