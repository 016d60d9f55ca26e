//! Voting power after an epoch.

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::weights::Weight;
use subtensor_emission::next_voting_power;
use subtensor_primitives::NetUid;

use super::Voting;
use crate::{
    Config, Event, Pallet, Schedule, Scores, StakeWeights, WeightInfo,
    consensus::Snapshot,
    pallet::{
        VotingPower, VotingPowerDisableAtBlock, VotingPowerEmaAlpha, VotingPowerErasures,
        VotingPowerTrackingEnabled,
    },
};

impl<T: Config> Voting<T> {
    /// Follows the stake of those who may validate after an epoch, over all mechanisms; what
    /// others have is removed. Ends that if its time has come. Costs one read where nothing is
    /// followed, which is not in the weight that is returned.
    pub(crate) fn note_epoch(snapshot: &Snapshot<T>) -> Weight {
        let netuid = snapshot.netuid();
        if !VotingPowerTrackingEnabled::<T>::get(netuid) {
            return Weight::zero();
        }
        let end = VotingPowerDisableAtBlock::<T>::get(netuid);
        if end > 0 && Schedule::<T>::current_block() >= end {
            Self::end_tracking(netuid);
            return T::WeightInfo::voting_power(0, 0);
        }
        let permits = Scores::<T>::permits(netuid);
        let validators: Vec<(T::AccountId, u64)> = snapshot
            .stakes()
            .filter(|(_, uid, _)| permits.get(usize::from(*uid)).copied().unwrap_or_default())
            .map(|(hotkey, _, stake)| (hotkey.clone(), stake))
            .collect();
        Self::update(netuid, validators)
    }

    pub(super) fn end_tracking(netuid: NetUid) {
        VotingPowerTrackingEnabled::<T>::remove(netuid);
        VotingPowerDisableAtBlock::<T>::remove(netuid);
        VotingPowerErasures::<T>::insert(netuid, ());
        Pallet::<T>::deposit_event(Event::VotingPowerTrackingDisabled { netuid });
    }

    /// Moves the power of validators towards their stake, rao.
    pub(super) fn update(netuid: NetUid, validators: Vec<(T::AccountId, u64)>) -> Weight {
        // What was followed before the end counts for nothing.
        let is_new = VotingPowerErasures::<T>::take(netuid).is_some();
        let alpha = VotingPowerEmaAlpha::<T>::get(netuid);
        let threshold = StakeWeights::<T>::threshold();
        let mut powers: BTreeMap<T::AccountId, u64> =
            VotingPower::<T>::iter_prefix(netuid).collect();
        let weight = T::WeightInfo::voting_power(powers.len() as u32, validators.len() as u32);
        for (hotkey, stake) in validators {
            let before = powers.remove(&hotkey).unwrap_or_default();
            let base = if is_new { 0 } else { before };
            let power = next_voting_power(alpha, stake, base, threshold);
            Self::set_power(netuid, &hotkey, before, power);
        }
        for (hotkey, before) in powers {
            Self::set_power(netuid, &hotkey, before, 0);
        }
        weight
    }
}
