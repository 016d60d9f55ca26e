//! Weights that are committed encrypted, to be revealed by the chain (spec 40 §7.4).

use alloc::vec::Vec;
use codec::Decode;
use frame_support::ensure;
use sp_runtime::{
    DispatchResult,
    traits::{BlakeTwo256, Hash},
};
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};
use subtensor_timelock::{Beacon, Ciphertext};

use super::{
    CommitOutline, CommitPayload, MAX_QUEUED_COMMITS, MAX_WAITING_COMMITS, Row, TimelockedCommit,
    WaitingQueue, room::Leaving,
};
use crate::{
    Config, Error, Event, Pallet, Schedule, Scores, ValidatorWeights,
    pallet::{
        CommitRevealWeightsVersion, TimelockedCommitOutlines, TimelockedWeightCommits,
        WaitingCommitQueues,
    },
};

/// An encrypted row as it was submitted.
pub(crate) struct Sealed<'a> {
    pub bytes: &'a CommitPayload,
    /// Round of the beacon whose pulse opens it.
    pub reveal_round: u64,
    /// Version of the format.
    pub version: u16,
}

/// What a ciphertext holds.
#[derive(Decode)]
pub(super) struct Payload {
    /// Whose row it is, so that nobody can commit a copy. A longer one is cut.
    hotkey: Vec<u8>,
    uids: Vec<u16>,
    values: Vec<u16>,
    version_key: u64,
}

impl Payload {
    /// Whatever follows it is ignored.
    pub(super) fn read(mut plain: &[u8]) -> Option<Self> {
        Self::decode(&mut plain).ok()
    }

    /// The row, if it is one of `hotkey`.
    pub(super) fn row_of(&self, hotkey: &[u8]) -> Option<Row<'_>> {
        let author = self.hotkey.get(..hotkey.len())?;
        (author == hotkey).then_some(Row {
            targets: &self.uids,
            weights: &self.values,
            version_key: self.version_key,
        })
    }
}

impl<T: Config> ValidatorWeights<T> {
    /// Commits a hotkey to a row that the chain will reveal.
    pub(crate) fn do_commit_timelocked_weights(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
        sealed: &Sealed<'_>,
    ) -> DispatchResult {
        let (uid, leaving) = Self::check_timelocked_commit(hotkey, netuid, mechanism, sealed)?;
        let index = NetUidStorageIndex::from_parts(netuid, mechanism);
        let (now, round) = (Schedule::<T>::current_block(), sealed.reveal_round);
        let epoch = Schedule::<T>::epoch_index_ahead(netuid);
        Self::make_room(epoch, &leaving);
        let commit = (hotkey.clone(), now, sealed.bytes.clone(), round);
        Self::queue_commit(index, epoch, commit);
        Self::note_update(index, uid);
        let hash = BlakeTwo256::hash(sealed.bytes);
        Pallet::<T>::deposit_event(Event::TimelockedWeightsCommitted(
            hotkey.clone(),
            index,
            hash,
            round,
        ));
        Ok(())
    }

    /// Everything that keeps a hotkey from committing an encrypted row. Gives its uid, and under
    /// Null consensus the commits of the epoch that make room. Whether the bytes are a ciphertext
    /// is seen here, what is in it when it is opened.
    pub(crate) fn check_timelocked_commit(
        hotkey: &T::AccountId,
        netuid: NetUid,
        mechanism: MechId,
        sealed: &Sealed<'_>,
    ) -> Result<(u16, Leaving<T::AccountId>), Error<T>> {
        ensure!(
            Self::passes_weights_min_stake(hotkey, netuid),
            Error::NotEnoughStakeToSetWeights
        );
        ensure!(
            sealed.reveal_round >= T::Beacon::last_round(),
            Error::InvalidRevealRound
        );
        let uid = Self::check_committer(hotkey, netuid, mechanism, || {
            ensure!(
                sealed.version == CommitRevealWeightsVersion::<T>::get(),
                Error::IncorrectCommitRevealVersion
            );
            ensure!(
                sealed.bytes.len() <= Self::max_commit_bytes(netuid),
                Error::CommitPayloadTooLarge
            );
            let is_ciphertext = Ciphertext::parse(sealed.bytes).is_some();
            ensure!(is_ciphertext, Error::IncorrectCommitRevealVersion);
            Ok(())
        })?;
        let index = NetUidStorageIndex::from_parts(netuid, mechanism);
        let epoch = Schedule::<T>::epoch_index_ahead(netuid);
        if Scores::<T>::is_null(netuid) {
            let newcomer = (uid, hotkey, sealed.bytes.len());
            return Self::find_room(index, epoch, newcomer).map(|leaving| (uid, leaving));
        }
        let queue = TimelockedCommitOutlines::<T>::get(index, epoch);
        let of_hotkey = queue.iter().filter(|commit| commit.hotkey == *hotkey);
        ensure!(
            of_hotkey.count() < MAX_WAITING_COMMITS,
            Error::TooManyUnrevealedCommits
        );
        ensure!(queue.len() < MAX_QUEUED_COMMITS, Error::CommitQueueFull);
        Ok((uid, Vec::new()))
    }

    /// Puts a commit at the end of the queue of an epoch.
    pub(crate) fn queue_commit(
        index: NetUidStorageIndex,
        epoch: u64,
        commit: TimelockedCommit<T::AccountId>,
    ) {
        TimelockedCommitOutlines::<T>::append(index, epoch, CommitOutline::of(&commit));
        let (_, _, bytes, round) = &commit;
        let (bytes, round) = (u32::try_from(bytes.len()).unwrap_or(u32::MAX), *round);
        TimelockedWeightCommits::<T>::append(index, epoch, commit);
        WaitingCommitQueues::<T>::mutate(|queues| {
            let place = queues.binary_search_by_key(&(index, epoch), WaitingQueue::key);
            match place.map(|place| queues.get_mut(place)) {
                Ok(Some(queue)) => {
                    queue.first_round = queue.first_round.min(round);
                    queue.bytes = queue.bytes.saturating_add(bytes);
                }
                Ok(None) => {}
                Err(place) => queues.insert(
                    place,
                    WaitingQueue {
                        index,
                        epoch,
                        first_round: round,
                        bytes,
                    },
                ),
            }
        });
    }
}
