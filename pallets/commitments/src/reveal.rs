//! Opening sealed fields once their rounds are known (spec 40 §10.5).
//!
//! The hook goes round the index with a cursor, a few entries a block, and only while a round that
//! somebody waits for has come. A round trip begins with no next round; whoever still waits when
//! the hook passes, or commits meanwhile, sets it again. So no entry is passed over, and each has
//! its turn before any other has two.

use core::ops::Bound;

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec::Vec,
};
use frame_support::{
    BoundedVec,
    traits::{Get, ReservableCurrency},
    weights::{Weight, WeightMeter},
};
use sp_runtime::traits::Zero;
use subtensor_primitives::NetUid;
use subtensor_timelock::{Beacon, Ciphertext, RoundKey, unwrap_envelope};

use crate::{
    CommitmentOf, Config, Event, NextRevealRound, Pallet, RevealedCommitments, Subnets,
    TimelockChanges, TimelockRevealCursor, TimelockedIndex, WeightInfo,
    types::{Data, Registration},
};

/// Most entries that a block looks at.
pub(crate) const MAX_VISITS: usize = 32;
/// Notes that were opened of one hotkey on one subnet, the newest.
pub(crate) const MAX_REVEALED: usize = 10;
/// Reveals may take one part of so many of a block.
const BLOCK_TO_REVEALS: u64 = 20;
/// Rounds of a week of quicknet and a bit more, as many as pulses are kept. Whoever is sealed for
/// longer is looked at again after so many: a hotkey that has left by then does not stay in the
/// index, which nobody would ever leave otherwise.
pub(crate) const HORIZON: u64 = 216_000;

/// Makes the hook go round again when `round` comes, or the horizon of the `newest`.
pub(crate) fn look_again_at<T: Config>(round: u64, newest: u64) {
    let round = round.min(newest.saturating_add(HORIZON));
    let next = NextRevealRound::<T>::get();
    if next.is_none_or(|next| round < next) {
        NextRevealRound::<T>::put(round);
    }
}

impl<T: Config> Pallet<T> {
    /// Brings the index up to date and goes on opening sealed fields; returns the weight of that.
    pub(crate) fn go_on_revealing(now: u64) -> Weight {
        let limit = T::BlockWeights::get()
            .max_block
            .saturating_div(BLOCK_TO_REVEALS);
        let mut meter = WeightMeter::with_limit(limit);
        meter.consume(T::WeightInfo::look_for_reveals());
        let newest = T::Beacon::last_round();
        let changes = TimelockChanges::<T>::get();
        let is_due = TimelockRevealCursor::<T>::exists()
            || NextRevealRound::<T>::get().is_some_and(|round| round <= newest);
        if changes.is_empty() && !is_due {
            return meter.consumed();
        }

        let mut index = TimelockedIndex::<T>::get();
        meter.consume(T::WeightInfo::update_index(
            index.len() as u32,
            changes.len() as u32,
        ));
        let mut has_changed = !changes.is_empty();
        if has_changed {
            TimelockChanges::<T>::kill();
            update_index::<T>(&mut index, changes);
        }
        if is_due {
            let mut run = Run::<T> {
                now,
                newest,
                keys: BTreeMap::new(),
                meter: &mut meter,
            };
            has_changed |= run.go_round(&mut index);
        }
        if has_changed {
            TimelockedIndex::<T>::put(index);
        }
        meter.consumed()
    }

    /// Gives the deposit of a commitment back that is no more.
    pub(crate) fn return_deposit(who: &T::AccountId, registration: &Registration<T>) {
        if !registration.deposit.is_zero() {
            // What is missing was not reserved, so nobody loses it.
            let _ = T::Currency::unreserve(who, registration.deposit);
        }
    }
}

/// Puts those into the index whose commitments are sealed now, and takes the others out.
fn update_index<T: Config>(
    index: &mut BTreeSet<(NetUid, T::AccountId)>,
    changes: Vec<(NetUid, T::AccountId)>,
) {
    for (netuid, who) in changes {
        let commitment = CommitmentOf::<T>::get(netuid, &who);
        if commitment.is_some_and(|commitment| commitment.info.is_sealed()) {
            index.insert((netuid, who));
        } else {
            index.remove(&(netuid, who));
        }
    }
}

/// The work of one block.
struct Run<'a, T: Config> {
    now: u64,
    /// The newest round that is known.
    newest: u64,
    /// What opens a round, once it was asked for.
    keys: BTreeMap<u64, Option<RoundKey<T::Curve>>>,
    meter: &'a mut WeightMeter,
}

impl<T: Config> Run<'_, T> {
    /// Looks at the next entries of the index; says whether one left it. The first is looked at
    /// whatever it takes, so that no block is without progress.
    fn go_round(&mut self, index: &mut BTreeSet<(NetUid, T::AccountId)>) -> bool {
        let mut cursor = TimelockRevealCursor::<T>::get();
        if cursor.is_none() {
            NextRevealRound::<T>::kill();
        }
        let from = cursor.as_ref().map_or(Bound::Unbounded, Bound::Excluded);
        let rest = index.range((from, Bound::Unbounded));
        let next: Vec<_> = rest.take(MAX_VISITS).cloned().collect();

        let mut is_round = next.len() < MAX_VISITS;
        let before = index.len();
        for (visits, entry) in next.into_iter().enumerate() {
            if visits > 0 && !self.meter.can_consume(Self::longest_visit()) {
                is_round = false;
                break;
            }
            let (netuid, who) = &entry;
            if !self.visit(*netuid, who) {
                index.remove(&entry);
            }
            cursor = Some(entry);
        }
        TimelockRevealCursor::<T>::set(cursor.filter(|_| !is_round));
        index.len() != before
    }

    /// What an entry takes at the most.
    fn longest_visit() -> Weight {
        let fields = T::WeightInfo::open_field().saturating_mul(T::MaxFields::get().into());
        T::WeightInfo::visit_entry().saturating_add(fields)
    }

    /// Opens what can be opened of a commitment; says whether something stays sealed.
    fn visit(&mut self, netuid: NetUid, who: &T::AccountId) -> bool {
        self.meter.consume(T::WeightInfo::visit_entry());
        let Some(mut registration) = CommitmentOf::<T>::get(netuid, who) else {
            return false;
        };
        let mut opened = Vec::new();
        let mut kept = Vec::new();
        for field in &registration.info.fields {
            match self.see_to(netuid, who, field) {
                Outcome::Stays => kept.push(field.clone()),
                Outcome::Opened(note) => opened.push(note),
                Outcome::Failed(failed) => kept.push(failed),
            }
        }
        // Nothing is added, so this cuts nothing off.
        let kept = BoundedVec::truncate_from(kept);
        let has_changed = kept != registration.info.fields;
        registration.info.fields = kept;
        if registration.info.fields.is_empty() {
            CommitmentOf::<T>::remove(netuid, who);
            Pallet::<T>::return_deposit(who, &registration);
        } else if has_changed {
            CommitmentOf::<T>::insert(netuid, who, &registration);
        }
        self.publish(netuid, who, opened);
        let rounds = registration.info.rounds();
        rounds.for_each(|round| look_again_at::<T>(round, self.newest));
        registration.info.is_sealed()
    }

    fn see_to(&mut self, netuid: NetUid, who: &T::AccountId, field: &Data) -> Outcome {
        let Data::TimelockEncrypted {
            encrypted,
            reveal_round,
        } = field
        else {
            return Outcome::Stays;
        };
        let round = *reveal_round;
        let note = if round <= self.newest {
            self.open(encrypted, round)
        } else if round <= self.newest.saturating_add(HORIZON)
            || T::Subnets::is_registered(netuid, who)
        {
            return Outcome::Stays;
        } else {
            None
        };
        match note {
            Some(note) => Outcome::Opened(note),
            None => Outcome::Failed(Data::TimelockRevealFailed {
                encrypted: encrypted.clone(),
                reveal_round: round,
            }),
        }
    }

    /// The note in a ciphertext of a round that has been. Rounds are known without gaps, so one
    /// that is not known now never will be.
    fn open(&mut self, encrypted: &[u8], round: u64) -> Option<Vec<u8>> {
        let ciphertext = Ciphertext::parse(encrypted)
            .or_else(|| Ciphertext::parse(unwrap_envelope(encrypted)?.0))?;
        self.meter.consume(T::WeightInfo::open_field());
        let key = self
            .keys
            .entry(round)
            .or_insert_with(|| RoundKey::decode(&T::Beacon::signature(round)?));
        key.as_ref()?
            .open(&ciphertext)
            .filter(|note| !note.is_empty())
    }

    /// Keeps the newest notes of a hotkey.
    fn publish(&self, netuid: NetUid, who: &T::AccountId, notes: Vec<Vec<u8>>) {
        if notes.is_empty() {
            return;
        }
        let mut all = RevealedCommitments::<T>::get(netuid, who).unwrap_or_default();
        for note in notes {
            all.push((note, self.now));
            Pallet::<T>::deposit_event(Event::CommitmentRevealed {
                netuid,
                who: who.clone(),
            });
        }
        all.drain(..all.len().saturating_sub(MAX_REVEALED));
        RevealedCommitments::<T>::insert(netuid, who, all);
    }
}

/// What becomes of a field.
enum Outcome {
    Stays,
    Opened(Vec<u8>),
    Failed(Data),
}
