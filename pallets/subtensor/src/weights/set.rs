//! Setting weights in clear (spec 40 §6).

use alloc::{collections::BTreeSet, vec::Vec};
use frame_support::ensure;
use sp_runtime::DispatchResult;
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};
use subtensor_yuma::max_upscale;

use crate::{
    Config, Error, Event, Mechanisms, Neurons, Pallet, Schedule, Scores, StakeWeights, Subnets,
    ValidatorWeights,
    consensus::set_at,
    pallet::{LastUpdate, MinAllowedWeights, Weights, WeightsSetRateLimit, WeightsVersionKey},
};

/// A row as it was submitted.
pub(crate) struct Row<'a> {
    pub targets: &'a [u16],
    pub weights: &'a [u16],
    pub version_key: u64,
}

impl Row<'_> {
    /// A row with one weight, on the validator itself.
    fn is_on_self(&self, uid: u16) -> bool {
        self.weights.len() == 1 && self.targets.first() == Some(&uid)
    }
}

impl<T: Config> ValidatorWeights<T> {
    /// Sets the weights of a hotkey where they need not be committed first.
    pub(crate) fn do_set_weights(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
        row: &Row<'_>,
    ) -> DispatchResult {
        let has_stake = || Self::passes_weights_min_stake(hotkey, netuid);
        let uid = Self::check_weights(hotkey, netuid, mechanism, row, has_stake)?;
        let index = NetUidStorageIndex::from_parts(netuid, mechanism);
        let now = Schedule::<T>::current_block();
        let scaled = max_upscale(row.weights);
        let mut entries: Vec<(u16, u16)> = row.targets.iter().copied().zip(scaled).collect();
        // The epoch walks rows in the order of the uids.
        entries.sort_unstable();
        Weights::<T>::insert(index, uid, entries);
        // A mechanism that is new has no list yet.
        LastUpdate::<T>::mutate(index, |blocks| set_at(blocks, uid, now));
        Pallet::<T>::deposit_event(Event::WeightsSet(index, uid));
        Ok(())
    }

    /// Everything that keeps a hotkey from setting a row, but for the stake that `has_stake` is
    /// asked for. Gives its uid.
    pub(crate) fn check_weights(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
        row: &Row<'_>,
        has_stake: impl FnOnce() -> bool,
    ) -> Result<u16, Error<T>> {
        ensure!(!Self::must_commit(netuid), Error::<T>::CommitRevealEnabled);
        ensure!(!netuid.is_root(), Error::<T>::CanNotSetRootNetworkWeights);
        ensure!(
            row.targets.len() == row.weights.len(),
            Error::<T>::WeightVecNotEqualSize
        );
        let has_mechanism = mechanism.get() < Mechanisms::<T>::count(netuid);
        ensure!(
            Subnets::<T>::subnet_exists(netuid) && has_mechanism,
            Error::<T>::MechanismDoesNotExist
        );
        let n = Neurons::<T>::count(netuid);
        ensure!(
            row.targets.len() <= usize::from(n),
            Error::<T>::UidsLengthExceedUidsInSubNet
        );
        let uid =
            Neurons::<T>::uid_for(netuid, hotkey).ok_or(Error::<T>::HotKeyNotRegisteredInSubNet)?;
        let is_owner = Neurons::<T>::owner_uid(netuid) == Some(uid);
        ensure!(has_stake(), Error::<T>::NotEnoughStakeToSetWeights);
        let version = WeightsVersionKey::<T>::get(netuid);
        ensure!(
            version == 0 || row.version_key >= version,
            Error::<T>::IncorrectWeightVersionKey
        );
        let index = NetUidStorageIndex::from_parts(netuid, mechanism);
        ensure!(
            Self::passes_weights_rate_limit(netuid, index, uid, Schedule::<T>::current_block()),
            Error::<T>::SettingWeightsTooFast
        );
        let on_self = row.is_on_self(uid);
        let permitted = Scores::<T>::has_permit(netuid, uid);
        ensure!(
            on_self || is_owner || permitted,
            Error::<T>::NeuronNoValidatorPermit
        );
        let distinct: BTreeSet<&u16> = row.targets.iter().collect();
        ensure!(
            distinct.len() == row.targets.len(),
            Error::<T>::DuplicateUids
        );
        ensure!(
            row.targets.iter().all(|target| *target < n),
            Error::<T>::UidVecContainInvalidOne
        );
        let min = MinAllowedWeights::<T>::get(netuid).min(n);
        ensure!(
            on_self || row.weights.len() >= usize::from(min),
            Error::<T>::WeightVecLengthIsLow
        );
        Ok(uid)
    }

    /// Whether a hotkey has enough stake weight to have its weights counted. The owner's hotkey
    /// always has.
    pub fn passes_weights_min_stake(hotkey: &T::AccountId, netuid: NetUid) -> bool {
        (Subnets::<T>::is_owner_hotkey(netuid, hotkey)
            && Neurons::<T>::is_registered(netuid, hotkey))
            || StakeWeights::<T>::stake_weight(hotkey, netuid) >= StakeWeights::<T>::threshold()
    }

    /// Whether enough blocks have passed since the last weights of a uid.
    pub fn passes_weights_rate_limit(
        netuid: NetUid,
        index: NetUidStorageIndex,
        uid: u16,
        now: u64,
    ) -> bool {
        let last = Self::last_update(index, uid);
        last == 0 || now.saturating_sub(last) >= WeightsSetRateLimit::<T>::get(netuid)
    }
}
