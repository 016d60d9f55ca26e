//! Weights that wait for their reveal hide newcomers from the weights still in force (spec 20
//! §6.7).

use alloc::{vec, vec::Vec};
use subtensor_primitives::NetUidStorageIndex;

use crate::{
    Config, Schedule, ValidatorWeights,
    consensus::Snapshot,
    pallet::{RevealPeriodEpochs, TimelockedCommitOutlines, WeightCommits},
};

impl<T: Config> ValidatorWeights<T> {
    /// Block of the earliest commit of each uid that can still be revealed, `u64::MAX` for none.
    /// Empty where weights are not committed. Hashed commits are looked up for validators only:
    /// nobody else's weights count.
    pub(crate) fn pending_commits(snapshot: &Snapshot<T>, index: NetUidStorageIndex) -> Vec<u64> {
        let netuid = snapshot.netuid();
        if !Self::must_commit(netuid) {
            return Vec::new();
        }
        let now = Schedule::<T>::epoch_index(netuid);
        let period = RevealPeriodEpochs::<T>::get(netuid);
        let lives = |epoch: u64| now <= epoch.saturating_add(period);

        let mut earliest = vec![u64::MAX; snapshot.members().len()];
        let mut note = |uid: u16, block: u64| {
            if let Some(slot) = earliest.get_mut(usize::from(uid)) {
                *slot = block.min(*slot);
            }
        };
        for (uid, hotkey) in snapshot.validators() {
            let queue = WeightCommits::<T>::get(index, hotkey).unwrap_or_default();
            if let Some((_, _, block, _)) = queue.iter().find(|(_, epoch, _, _)| lives(*epoch)) {
                note(uid, *block);
            }
        }
        for (_, queue) in
            TimelockedCommitOutlines::<T>::iter_prefix(index).filter(|(epoch, _)| lives(*epoch))
        {
            for commit in &queue {
                if let Some(uid) = snapshot.uid_of(&commit.hotkey) {
                    note(uid, commit.block);
                }
            }
        }
        earliest
    }
}
