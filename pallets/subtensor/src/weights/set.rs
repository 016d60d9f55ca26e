//! Rows of weights: what keeps one from being set, and setting it (spec 40 §6).

use alloc::{vec, vec::Vec};
use frame_support::ensure;
use sp_runtime::DispatchResult;
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};
use subtensor_yuma::max_upscale;

use crate::{
    Config, EpochConsensus, Error, Event, Mechanisms, Neurons, Pallet, Schedule, Scores,
    StakeWeights, Subnets, ValidatorWeights,
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

    /// Whether a uid stands in it twice.
    fn has_duplicates(&self) -> bool {
        let max = self.targets.iter().max().copied().unwrap_or_default();
        let mut seen = vec![false; usize::from(max).saturating_add(1)];
        self.targets.iter().any(|target| {
            seen.get_mut(usize::from(*target))
                .is_none_or(|seen| core::mem::replace(seen, true))
        })
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
        Self::put_row(netuid, mechanism, uid, row);
        Ok(())
    }

    /// Everything that keeps a hotkey from setting a row in clear, but for the stake that
    /// `has_stake` is asked for. Gives its uid.
    pub(crate) fn check_weights(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
        row: &Row<'_>,
        has_stake: impl FnOnce() -> bool,
    ) -> Result<u16, Error<T>> {
        ensure!(!Self::must_commit(netuid), Error::CommitRevealEnabled);
        Self::check_row(hotkey, netuid, mechanism, row, has_stake)
    }

    /// Everything that keeps a row from being set, in clear or by a reveal, but for the stake that
    /// `has_stake` is asked for. Gives the uid of the hotkey. Where weights must be committed, the
    /// commit was held to the rate limit.
    pub(super) fn check_row(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
        row: &Row<'_>,
        has_stake: impl FnOnce() -> bool,
    ) -> Result<u16, Error<T>> {
        ensure!(!netuid.is_root(), Error::CanNotSetRootNetworkWeights);
        ensure!(
            row.targets.len() == row.weights.len(),
            Error::WeightVecNotEqualSize
        );
        Self::check_mechanism(netuid, mechanism)?;
        let n = Neurons::<T>::count(netuid);
        ensure!(
            row.targets.len() <= usize::from(n),
            Error::UidsLengthExceedUidsInSubNet
        );
        let uid = Self::check_registered(hotkey, netuid)?;
        ensure!(has_stake(), Error::NotEnoughStakeToSetWeights);
        let version = WeightsVersionKey::<T>::get(netuid);
        ensure!(
            version == 0 || row.version_key >= version,
            Error::IncorrectWeightVersionKey
        );
        let index = NetUidStorageIndex::from_parts(netuid, mechanism);
        ensure!(
            Self::must_commit(netuid)
                || Self::passes_weights_rate_limit(
                    netuid,
                    index,
                    uid,
                    Schedule::<T>::current_block()
                ),
            Error::SettingWeightsTooFast
        );
        let on_self = row.is_on_self(uid);
        let needs_no_permit = !Scores::<T>::is_null(netuid)
            && (on_self || Neurons::<T>::owner_uid(netuid) == Some(uid));
        ensure!(
            needs_no_permit || Scores::<T>::has_permit(netuid, uid),
            Error::NeuronNoValidatorPermit
        );
        ensure!(!row.has_duplicates(), Error::DuplicateUids);
        ensure!(
            row.targets.iter().all(|target| *target < n),
            Error::UidVecContainInvalidOne
        );
        let min = MinAllowedWeights::<T>::get(netuid).min(n);
        ensure!(
            on_self || row.weights.len() >= usize::from(min),
            Error::WeightVecLengthIsLow
        );
        Ok(uid)
    }

    /// Stores a row that has passed the checks; under Null consensus, where only the ratios of one
    /// row count, as it is. Where weights must be committed it is the commit that counts as the
    /// update, not the reveal.
    pub(super) fn put_row(netuid: NetUid, mechanism: MechId, uid: u16, row: &Row<'_>) {
        let index = NetUidStorageIndex::from_parts(netuid, mechanism);
        let scaled = match Scores::<T>::consensus_of(netuid) {
            EpochConsensus::Yuma => max_upscale(row.weights),
            EpochConsensus::Null => row.weights.to_vec(),
        };
        let mut entries: Vec<(u16, u16)> = row.targets.iter().copied().zip(scaled).collect();
        // The epoch walks rows in the order of the uids.
        entries.sort_unstable();
        Weights::<T>::insert(index, uid, entries);
        if !Self::must_commit(netuid) {
            Self::note_update(index, uid);
        }
        Pallet::<T>::deposit_event(Event::WeightsSet(index, uid));
    }

    /// Sets a row that the chain has revealed.
    pub(super) fn set_revealed(
        index: NetUidStorageIndex,
        hotkey: &T::AccountId,
        row: &Row<'_>,
    ) -> DispatchResult {
        let (netuid, mechanism) = index.parts();
        let has_stake = || Self::passes_weights_min_stake(hotkey, netuid);
        let uid = Self::check_row(hotkey, netuid, mechanism, row, has_stake)?;
        Self::put_row(netuid, mechanism, uid, row);
        Ok(())
    }

    /// A uid has set or committed weights in this block.
    pub(super) fn note_update(index: NetUidStorageIndex, uid: u16) {
        // A mechanism that is new has no list yet.
        let now = Schedule::<T>::current_block();
        LastUpdate::<T>::mutate(index, |blocks| set_at(blocks, uid, now));
    }

    pub(super) fn check_mechanism(netuid: NetUid, mechanism: MechId) -> Result<(), Error<T>> {
        let has_mechanism = mechanism.get() < Mechanisms::<T>::count(netuid);
        ensure!(
            Subnets::<T>::subnet_exists(netuid) && has_mechanism,
            Error::MechanismDoesNotExist
        );
        Ok(())
    }

    /// The uid of a hotkey.
    pub(super) fn check_registered(hotkey: &T::AccountId, netuid: NetUid) -> Result<u16, Error<T>> {
        Neurons::<T>::uid_for(netuid, hotkey).ok_or(Error::HotKeyNotRegisteredInSubNet)
    }

    /// Whether a hotkey has enough stake weight to have its weights counted. The owner's hotkey
    /// always has.
    pub fn passes_weights_min_stake(hotkey: &T::AccountId, netuid: NetUid) -> bool {
        let threshold = StakeWeights::<T>::threshold();
        threshold == 0
            || (Subnets::<T>::is_owner_hotkey(netuid, hotkey)
                && Neurons::<T>::is_registered(netuid, hotkey))
            || StakeWeights::<T>::stake_weight(hotkey, netuid) >= threshold
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
