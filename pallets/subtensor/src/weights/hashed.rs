//! Weights that are committed by their hash and revealed by whoever committed them (spec 40 §7.2,
//! §7.3).

use alloc::{collections::VecDeque, vec::Vec};
use frame_support::ensure;
use sp_core::H256;
use sp_runtime::{
    DispatchResult,
    traits::{BlakeTwo256, Hash},
};
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};

use super::{MAX_WAITING_COMMITS, Row, WeightList};
use crate::{
    Config, Error, Event, Pallet, Schedule, Scores, ValidatorWeights,
    pallet::{RevealPeriodEpochs, WeightCommits},
};

/// What a commit is the hash of, but for whose it is.
pub(crate) struct Preimage<'a> {
    pub row: Row<'a>,
    /// Hides the row from those who would guess it.
    pub salt: &'a [u16],
}

impl<'a> Preimage<'a> {
    /// The preimages in the lists of a batch.
    ///
    /// Errors: `InputLengthsUnequal`, `InvalidBatchLength` of empty ones.
    pub(crate) fn of_lists<T>(
        uids: &'a [WeightList],
        values: &'a [WeightList],
        salts: &'a [WeightList],
        version_keys: &[u64],
    ) -> Result<Vec<Self>, Error<T>> {
        let items = uids.len();
        let lengths = [values.len(), salts.len(), version_keys.len()];
        ensure!(
            lengths.iter().all(|length| *length == items),
            Error::InputLengthsUnequal
        );
        ensure!(items > 0, Error::InvalidBatchLength);
        let lists = uids.iter().zip(values).zip(salts).zip(version_keys);
        Ok(lists
            .map(|(((targets, weights), salt), version_key)| Self {
                row: Row {
                    targets,
                    weights,
                    version_key: *version_key,
                },
                salt,
            })
            .collect())
    }

    /// The hash by which a hotkey commits the row.
    pub(crate) fn hash<AccountId: codec::Encode>(
        &self,
        hotkey: &AccountId,
        index: NetUidStorageIndex,
    ) -> H256 {
        let Row {
            targets,
            weights,
            version_key,
        } = self.row;
        BlakeTwo256::hash_of(&(hotkey, index, targets, weights, self.salt, version_key))
    }
}

/// Commits of one hotkey that wait for their reveal, oldest first: (hash, epoch, block, 0).
type Queue = VecDeque<(H256, u64, u64, u64)>;

/// The commits of a hotkey, sorted into those that wait and the hashes of those too late to reveal.
struct Commits {
    waiting: Queue,
    expired: Vec<H256>,
}

impl Commits {
    /// Where in the queue a hash stands first.
    fn place(&self, hash: &H256) -> Option<usize> {
        self.waiting.iter().position(|(other, ..)| other == hash)
    }

    /// Why a hash is not in the queue.
    fn absence<T>(&self, hash: &H256) -> Error<T> {
        if self.expired.contains(hash) {
            Error::ExpiredWeightCommit
        } else {
            Error::InvalidRevealCommitHashNotMatch
        }
    }
}

impl<T: Config> ValidatorWeights<T> {
    /// Commits a hotkey to a row by its hash.
    pub(crate) fn do_commit_weights(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
        hash: H256,
    ) -> DispatchResult {
        let (uid, mut waiting) = Self::check_commit(hotkey, netuid, mechanism)?;
        let index = NetUidStorageIndex::from_parts(netuid, mechanism);
        let epoch = Schedule::<T>::epoch_index_ahead(netuid);
        waiting.push_back((hash, epoch, Schedule::<T>::current_block(), 0));
        WeightCommits::<T>::insert(index, hotkey, waiting);
        Self::note_update(index, uid);
        Pallet::<T>::deposit_event(Event::WeightsCommitted(hotkey.clone(), index, hash));
        Ok(())
    }

    /// Everything that keeps a hotkey from committing a hash. Gives its uid and its commits that
    /// still wait.
    pub(crate) fn check_commit(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
    ) -> Result<(u16, Queue), Error<T>> {
        ensure!(
            Self::passes_weights_min_stake(hotkey, netuid),
            Error::NotEnoughStakeToSetWeights
        );
        let uid = Self::check_committer(hotkey, netuid, mechanism, || Ok(()))?;
        let index = NetUidStorageIndex::from_parts(netuid, mechanism);
        let queue = WeightCommits::<T>::get(index, hotkey).unwrap_or_default();
        let waiting = Self::sorted(netuid, queue).waiting;
        ensure!(
            waiting.len() < MAX_WAITING_COMMITS,
            Error::TooManyUnrevealedCommits
        );
        Ok((uid, waiting))
    }

    /// What keeps a hotkey from committing weights in whatever form; `of_the_form` are the checks
    /// of one. Gives its uid.
    pub(super) fn check_committer(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
        of_the_form: impl FnOnce() -> Result<(), Error<T>>,
    ) -> Result<u16, Error<T>> {
        ensure!(!netuid.is_root(), Error::CanNotSetRootNetworkWeights);
        Self::check_mechanism(netuid, mechanism)?;
        ensure!(Self::must_commit(netuid), Error::CommitRevealDisabled);
        of_the_form()?;
        let uid = Self::check_registered(hotkey, netuid)?;
        let index = NetUidStorageIndex::from_parts(netuid, mechanism);
        let now = Schedule::<T>::current_block();
        ensure!(
            Self::passes_weights_rate_limit(netuid, index, uid, now),
            Error::CommittingWeightsTooFast
        );
        ensure!(
            !Scores::<T>::is_null(netuid) || Scores::<T>::has_permit(netuid, uid),
            Error::NeuronNoValidatorPermit
        );
        Ok(uid)
    }

    /// Reveals a row that was committed by its hash, and sets it. Older commits of the hotkey are
    /// dropped.
    pub(crate) fn do_reveal_weights(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
        preimage: &Preimage<'_>,
    ) -> DispatchResult {
        let has_stake = || Self::passes_weights_min_stake(hotkey, netuid);
        let (uid, waiting) = Self::check_reveal(hotkey, netuid, mechanism, preimage, has_stake)?;
        let index = NetUidStorageIndex::from_parts(netuid, mechanism);
        Self::put_commits(index, hotkey, waiting);
        Self::put_row(netuid, mechanism, uid, &preimage.row);
        let hash = preimage.hash(hotkey, index);
        Pallet::<T>::deposit_event(Event::WeightsRevealed(hotkey.clone(), index, hash));
        Ok(())
    }

    /// Everything that keeps a hotkey from revealing a row, but for the stake that `has_stake` is
    /// asked for. Gives its uid and the commits that wait after it.
    pub(crate) fn check_reveal(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
        preimage: &Preimage<'_>,
        has_stake: impl FnOnce() -> bool,
    ) -> Result<(u16, Queue), Error<T>> {
        let index = NetUidStorageIndex::from_parts(netuid, mechanism);
        let mut commits = Self::commits_to_reveal(index, hotkey)?;
        let hash = preimage.hash(hotkey, index);
        ensure!(
            !commits.waiting.is_empty() || commits.expired.contains(&hash),
            Error::NoWeightsCommitFound
        );
        let place = commits.place(&hash).ok_or_else(|| commits.absence(&hash))?;
        let is_time = Self::is_reveal_epoch(netuid, commits.waiting.get(place));
        ensure!(is_time, Error::RevealTooEarly);
        let uid = Self::check_row(hotkey, netuid, mechanism, &preimage.row, has_stake)?;
        commits.waiting.drain(..=place);
        Ok((uid, commits.waiting))
    }

    /// Reveals several rows that were committed by their hashes on the main mechanism, and sets
    /// them in turn, all or none.
    pub(crate) fn do_batch_reveal_weights(
        hotkey: &T::AccountId,
        netuid: NetUid,
        preimages: &[Preimage<'_>],
    ) -> DispatchResult {
        let has_stake = || Self::passes_weights_min_stake(hotkey, netuid);
        let (uids, waiting) = Self::check_batch_reveal(hotkey, netuid, preimages, has_stake)?;
        let index = NetUidStorageIndex::from_parts(netuid, MechId::MAIN);
        Self::put_commits(index, hotkey, waiting);
        for (uid, preimage) in uids.into_iter().zip(preimages) {
            Self::put_row(netuid, MechId::MAIN, uid, &preimage.row);
        }
        let hashes = preimages.iter().map(|item| item.hash(hotkey, index));
        Pallet::<T>::deposit_event(Event::WeightsBatchRevealed(
            hotkey.clone(),
            netuid,
            hashes.collect(),
        ));
        Ok(())
    }

    /// Everything that keeps a hotkey from revealing all of `preimages`, but for the stake that
    /// `has_stake` is asked for. Gives its uid for each, and the commits that wait after them.
    pub(crate) fn check_batch_reveal(
        hotkey: &T::AccountId,
        netuid: NetUid,
        preimages: &[Preimage<'_>],
        has_stake: impl Fn() -> bool,
    ) -> Result<(Vec<u16>, Queue), Error<T>> {
        let index = NetUidStorageIndex::from_parts(netuid, MechId::MAIN);
        let mut commits = Self::commits_to_reveal(index, hotkey)?;
        let hashes: Vec<H256> = preimages
            .iter()
            .map(|item| item.hash(hotkey, index))
            .collect();
        for hash in &hashes {
            let place = commits.place(hash).ok_or_else(|| commits.absence(hash))?;
            let is_time = Self::is_reveal_epoch(netuid, commits.waiting.get(place));
            ensure!(is_time, Error::RevealTooEarly);
        }
        let mut uids = Vec::with_capacity(preimages.len());
        for (preimage, hash) in preimages.iter().zip(&hashes) {
            let place = commits.place(hash).ok_or_else(|| commits.absence(hash))?;
            commits.waiting.remove(place);
            let row = &preimage.row;
            uids.push(Self::check_row(
                hotkey,
                netuid,
                MechId::MAIN,
                row,
                &has_stake,
            )?);
        }
        Ok((uids, commits.waiting))
    }

    /// What the pool says of a reveal before anything else (spec 40 §12.3): whether there is such a
    /// commit, and whether it is its time.
    pub(crate) fn check_awaited(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
        preimage: &Preimage<'_>,
    ) -> Result<(), Error<T>> {
        let index = NetUidStorageIndex::from_parts(netuid, mechanism);
        let hash = preimage.hash(hotkey, index);
        let queue = WeightCommits::<T>::get(index, hotkey).unwrap_or_default();
        let commit = queue.iter().find(|(other, ..)| *other == hash);
        ensure!(commit.is_some(), Error::NoWeightsCommitFound);
        ensure!(Self::is_reveal_epoch(netuid, commit), Error::RevealTooEarly);
        Ok(())
    }

    fn commits_to_reveal(
        index: NetUidStorageIndex,
        hotkey: &T::AccountId,
    ) -> Result<Commits, Error<T>> {
        let netuid = index.netuid();
        ensure!(Self::must_commit(netuid), Error::CommitRevealDisabled);
        let queue = WeightCommits::<T>::get(index, hotkey).ok_or(Error::NoWeightsCommitFound)?;
        Ok(Self::sorted(netuid, queue))
    }

    /// Takes the commits from the front of a queue whose epoch of reveal is over.
    fn sorted(netuid: NetUid, mut queue: Queue) -> Commits {
        let now = Schedule::<T>::epoch_index_ahead(netuid);
        let period = RevealPeriodEpochs::<T>::get(netuid);
        let mut expired = Vec::new();
        while let Some((hash, epoch, ..)) = queue.front()
            && now > epoch.saturating_add(period)
        {
            expired.push(*hash);
            queue.pop_front();
        }
        Commits {
            waiting: queue,
            expired,
        }
    }

    /// Whether a commit is to be revealed in the epoch of this block.
    fn is_reveal_epoch(netuid: NetUid, commit: Option<&(H256, u64, u64, u64)>) -> bool {
        let period = RevealPeriodEpochs::<T>::get(netuid);
        commit.is_some_and(|(_, epoch, ..)| {
            Schedule::<T>::epoch_index_ahead(netuid) == epoch.saturating_add(period)
        })
    }

    fn put_commits(index: NetUidStorageIndex, hotkey: &T::AccountId, waiting: Queue) {
        if waiting.is_empty() {
            WeightCommits::<T>::remove(index, hotkey);
        } else {
            WeightCommits::<T>::insert(index, hotkey, waiting);
        }
    }
}
