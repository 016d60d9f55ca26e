//! Reveal of encrypted weights by the chain (spec 40 §7.5, with the notes of §17).
//!
//! A queue of commits is opened in its epoch of reveal, before that epoch's consensus runs if the
//! rounds are known by then, else in a later block of the epoch. What is left at its end is
//! dropped. Of one hotkey the latest commit that opens is applied, and its older ones are dropped
//! with it. All of a block's work takes an eighth of the block at most and goes on in the next.

use alloc::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    vec::Vec,
};
use codec::Encode;
use frame_support::{
    traits::Get,
    weights::{Weight, WeightMeter},
};
use subtensor_primitives::{NetUid, NetUidStorageIndex};
use subtensor_timelock::{Beacon, Ciphertext, RoundKey};

use super::{CommitOutline, RevealFailure, TimelockedCommit, WaitingQueue, timelocked::Payload};
use crate::{
    Children, Config, Event, Hotkeys, Pallet, Schedule, ValidatorWeights, WeightInfo,
    children::MAX_PARENTS,
    domain::spend,
    pallet::{
        RevealCursor, RevealPeriodEpochs, TimelockedCommitOutlines, TimelockedWeightCommits,
        WaitingCommitQueues,
    },
};

/// Reveals may take the whole work of a block divided by this.
const REVEAL_SHARE: u64 = 8;
/// Most commits of one queue that are opened before the other queues have their turn.
const OPENED_AT_ONCE: u32 = 64;

/// What a look at a queue came to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Visit {
    /// There is nothing to do about it in this block.
    Done,
    /// There is more to do.
    Unfinished,
    /// The rest of the block's part is not enough to look at it.
    TooMuch,
}

/// The reveals of one block.
pub(crate) struct Reveals<T: Config> {
    now: u64,
    last_round: u64,
    meter: WeightMeter,
    queues: Vec<WaitingQueue>,
    has_changed: bool,
    /// Keys of the rounds that were needed so far; none where there is no pulse.
    keys: BTreeMap<u64, Option<RoundKey<T::Curve>>>,
}

impl<T: Config> Reveals<T> {
    /// Begins with those of block `now`.
    pub(crate) fn of_block(now: u64) -> Self {
        let limit = T::BlockWeights::get()
            .max_block
            .saturating_div(REVEAL_SHARE);
        let mut meter = WeightMeter::with_limit(limit);
        meter.consume(T::WeightInfo::look_at_waiting_commits());
        Self {
            now,
            last_round: T::Beacon::last_round(),
            meter,
            queues: WaitingCommitQueues::<T>::get(),
            has_changed: false,
            keys: BTreeMap::new(),
        }
    }

    /// Opens what counts in the epoch of a subnet that is about to run, and drops what is too late
    /// for it.
    pub(crate) fn before_epoch(&mut self, netuid: NetUid) {
        let Some(target) = Self::epoch_to_reveal(netuid) else {
            return;
        };
        let of_subnet = |queue: &&mut WaitingQueue| queue.index.netuid() == netuid;
        let mut keys = Vec::new();
        for queue in self.queues.iter_mut().filter(of_subnet) {
            if queue.epoch < target && queue.first_round > 0 {
                // It needs a look, whatever round is known.
                queue.first_round = 0;
                self.has_changed = true;
            }
            keys.push(queue.key());
        }
        for key in keys {
            self.visit(key);
        }
    }

    /// Goes on with what earlier blocks left, and with what new pulses open, queue by queue; says
    /// what weight all reveals of the block took.
    pub(crate) fn go_on(mut self) -> Weight {
        let mut turns: VecDeque<_> = self.turns().into();
        let mut next = None;
        while let Some(key) = turns.pop_front() {
            if self
                .meter
                .remaining()
                .any_lt(T::WeightInfo::reveal_commit(MAX_PARENTS))
            {
                next = Some(key);
                break;
            }
            match self.visit(key) {
                Visit::Done => {}
                Visit::Unfinished => turns.push_back(key),
                Visit::TooMuch => {
                    next = Some(key);
                    break;
                }
            }
        }
        if next.is_some() || RevealCursor::<T>::exists() {
            RevealCursor::<T>::set(next);
        }
        if self.has_changed {
            WaitingCommitQueues::<T>::put(self.queues);
        }
        self.meter.consumed()
    }

    /// The queues that may have something to do, from the cursor on.
    fn turns(&self) -> Vec<(NetUidStorageIndex, u64)> {
        let is_ready = |queue: &&WaitingQueue| queue.first_round <= self.last_round;
        let mut keys: Vec<_> = self
            .queues
            .iter()
            .filter(is_ready)
            .map(WaitingQueue::key)
            .collect();
        if !keys.is_empty()
            && let Some(cursor) = RevealCursor::<T>::get()
        {
            let first = keys.partition_point(|key| *key < cursor);
            keys.rotate_left(first);
        }
        keys
    }

    /// The epoch whose commits are revealed now; none if there is none yet.
    fn epoch_to_reveal(netuid: NetUid) -> Option<u64> {
        let period = RevealPeriodEpochs::<T>::get(netuid);
        Schedule::<T>::epoch_index(netuid).checked_sub(period)
    }

    /// Looks at a queue whose time may have come. One whose subnet has a due epoch that waits,
    /// waits too: the commits belong to that epoch.
    fn visit(&mut self, key: (NetUidStorageIndex, u64)) -> Visit {
        let Ok(place) = self.queues.binary_search_by_key(&key, WaitingQueue::key) else {
            return Visit::Done;
        };
        let Some(queue) = self.queues.get(place).copied() else {
            return Visit::Done;
        };
        if !spend(&mut self.meter, T::WeightInfo::look_at_queue()) {
            return Visit::TooMuch;
        }
        let netuid = queue.index.netuid();
        let is_due = Schedule::<T>::due_since(netuid, self.now).is_some();
        let target = Self::epoch_to_reveal(netuid).filter(|_| !is_due);
        let is_ready = queue.first_round <= self.last_round;
        match target {
            Some(target) if is_ready && queue.epoch <= target => {}
            _ => return Visit::Done,
        }
        if !spend(&mut self.meter, T::WeightInfo::visit_commits(queue.bytes)) {
            return Visit::TooMuch;
        }
        self.has_changed = true;
        let (visit, rest) = if target == Some(queue.epoch) {
            self.open(queue)
        } else {
            Self::drop_expired(queue);
            (Visit::Done, None)
        };
        match rest {
            Some(rest) => self.queues.get_mut(place).map(|queue| *queue = rest),
            None => Some(self.queues.remove(place)).map(|_| ()),
        };
        visit
    }

    fn drop_expired(queue: WaitingQueue) {
        let (index, epoch) = queue.key();
        TimelockedWeightCommits::<T>::remove(index, epoch);
        for commit in TimelockedCommitOutlines::<T>::take(index, epoch) {
            Self::report(index, commit.hotkey, commit.block, RevealFailure::Expired);
        }
    }

    /// Opens the commits of a queue, the latest first. Gives what is left of it.
    fn open(&mut self, queue: WaitingQueue) -> (Visit, Option<WaitingQueue>) {
        let (index, epoch) = queue.key();
        let mut commits = TimelockedWeightCommits::<T>::take(index, epoch);
        let mut rest = VecDeque::new();
        let mut revealed = BTreeSet::new();
        let (mut opened, mut visit) = (0, Visit::Done);
        while let Some(commit) = commits.pop() {
            let hotkey = Hotkeys::<T>::holder_of_place(index.netuid(), &commit.0);
            if revealed.contains(&hotkey) {
                continue;
            }
            let is_known = commit.3 <= self.last_round;
            let max = T::WeightInfo::reveal_commit(MAX_PARENTS);
            if is_known && (opened == OPENED_AT_ONCE || !self.meter.can_consume(max)) {
                visit = Visit::Unfinished;
            }
            if !is_known || visit == Visit::Unfinished {
                rest.push_front(commit);
                continue;
            }
            opened = opened.saturating_add(1);
            if self.reveal(index, &hotkey, commit) {
                revealed.insert(hotkey);
            }
        }
        (visit, Self::put_rest(queue, rest.into()))
    }

    /// Puts the commits back that were not opened.
    fn put_rest(
        queue: WaitingQueue,
        rest: Vec<TimelockedCommit<T::AccountId>>,
    ) -> Option<WaitingQueue> {
        let (index, epoch) = queue.key();
        let Some(first_round) = rest.iter().map(|commit| commit.3).min() else {
            TimelockedCommitOutlines::<T>::remove(index, epoch);
            return None;
        };
        let bytes = rest.iter().fold(0_u32, |sum, (_, _, bytes, _)| {
            sum.saturating_add(u32::try_from(bytes.len()).unwrap_or(u32::MAX))
        });
        let outlines: Vec<_> = rest.iter().map(CommitOutline::of).collect();
        TimelockedCommitOutlines::<T>::insert(index, epoch, outlines);
        TimelockedWeightCommits::<T>::insert(index, epoch, rest);
        Some(WaitingQueue {
            first_round,
            bytes,
            ..queue
        })
    }

    /// Applies a commit whose round is known, for the hotkey that has the place of its author;
    /// says whether it could be.
    fn reveal(
        &mut self,
        index: NetUidStorageIndex,
        hotkey: &T::AccountId,
        commit: TimelockedCommit<T::AccountId>,
    ) -> bool {
        let (author, block, bytes, round) = commit;
        let parents = Children::<T>::count_parents(hotkey, index.netuid());
        self.meter.consume(T::WeightInfo::reveal_commit(parents));
        match self.set_sealed(index, (&author, hotkey), &bytes, round) {
            Ok(()) => {
                let event = Event::TimelockedWeightsRevealed(index, hotkey.clone());
                Pallet::<T>::deposit_event(event);
                true
            }
            Err(reason) => {
                Self::report(index, author, block, reason);
                false
            }
        }
    }

    /// Sets the row that a ciphertext of an author holds, for the hotkey that has its place.
    fn set_sealed(
        &mut self,
        index: NetUidStorageIndex,
        (author, hotkey): (&T::AccountId, &T::AccountId),
        bytes: &[u8],
        round: u64,
    ) -> Result<(), RevealFailure> {
        let key = self.key(round).ok_or(RevealFailure::PulseMissing)?;
        let plain = Ciphertext::parse(bytes)
            .and_then(|ciphertext| key.open(&ciphertext))
            .ok_or(RevealFailure::Undecryptable)?;
        let payload = Payload::read(&plain).ok_or(RevealFailure::NotARow)?;
        let row = author.using_encoded(|account| payload.row_of(account));
        let row = row.ok_or(RevealFailure::NotARow)?;
        ValidatorWeights::<T>::set_revealed(index, hotkey, &row).map_err(RevealFailure::Refused)
    }

    fn key(&mut self, round: u64) -> Option<&RoundKey<T::Curve>> {
        let decode = || RoundKey::decode(&T::Beacon::signature(round)?);
        self.keys.entry(round).or_insert_with(decode).as_ref()
    }

    fn report(
        index: NetUidStorageIndex,
        hotkey: T::AccountId,
        commit_block: u64,
        reason: RevealFailure,
    ) {
        Pallet::<T>::deposit_event(Event::TimelockedWeightsFailed {
            index,
            hotkey,
            commit_block,
            reason,
        });
    }
}
