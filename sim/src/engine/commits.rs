//! Setting weights: what keeps a row from it, commits that wait, and their reveal (spec 40 §6,
//! §7).

use std::collections::{BTreeMap, BTreeSet};

use subtensor_yuma::max_upscale;

use super::{stake::HotkeyId, world::World};

/// Most commits of a hotkey in an epoch.
const MAX_WAITING: usize = 10;

/// A row that waits for its reveal.
#[derive(Clone, Debug)]
struct Commit {
    hotkey: HotkeyId,
    block: u64,
    /// None where only the chain knows.
    row: Option<Vec<(u16, u16)>>,
}

/// Commits by the epoch in which they were made.
#[derive(Clone, Debug, Default)]
pub(crate) struct Commits(BTreeMap<u64, Vec<Commit>>);

/// Why weights were not set.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Refusal {
    /// It has no uid.
    NotRegistered,
    /// Its stake weight is below the threshold.
    NotEnoughStake,
    /// It may not validate.
    NoPermit,
    /// Its last weights are too recent.
    TooFast,
    /// The row has too few weights.
    TooFew,
    /// Too many of its commits wait.
    TooMany,
}

impl Refusal {
    /// In words.
    pub fn reason(self) -> &'static str {
        match self {
            Self::NotRegistered => "it has no uid",
            Self::NotEnoughStake => "its stake weight is below the threshold",
            Self::NoPermit => "it has no permit",
            Self::TooFast => "its last weights are too recent",
            Self::TooFew => "the row has too few weights",
            Self::TooMany => "too many of its commits wait",
        }
    }
}

impl Commits {
    /// A commit of an imported chain.
    pub(super) fn remember(&mut self, hotkey: HotkeyId, epoch: u64, block: u64) {
        let queue = self.0.entry(epoch).or_default();
        queue.push(Commit {
            hotkey,
            block,
            row: None,
        });
    }
}

impl World {
    /// A hotkey sets weights, in clear or by a commit. `row` has the weights as they are submitted.
    ///
    /// Errors: the chain would refuse them.
    pub(crate) fn submit(&mut self, hotkey: HotkeyId, row: &[(u16, u16)]) -> Result<(), Refusal> {
        let uid = self.uid_of(hotkey).ok_or(Refusal::NotRegistered)?;
        self.check_stake(hotkey)?;
        let last = self.scores.last_update.get(usize::from(uid)).copied();
        let last = last.unwrap_or_default();
        let waited = self.now.saturating_sub(last) >= self.hyper.weights_rate_limit;
        if last != 0 && !waited {
            return Err(Refusal::TooFast);
        }
        if self.hyper.commit_reveal_weights_enabled {
            self.commit(hotkey, row)?;
        } else {
            self.check_row(uid, hotkey, row)?;
            self.put_row(uid, row);
        }
        if let Some(last) = self.scores.last_update.get_mut(usize::from(uid)) {
            *last = self.now;
        }
        Ok(())
    }

    fn check_stake(&self, hotkey: HotkeyId) -> Result<(), Refusal> {
        let threshold = self.rules.stake_threshold;
        let weight = self.hotkeys.weight(hotkey, self.rules.tao_weight) >> 32;
        let has_enough =
            threshold == 0 || self.owner_hotkey == Some(hotkey) || weight >= threshold.into();
        has_enough.then_some(()).ok_or(Refusal::NotEnoughStake)
    }

    fn check_row(&self, uid: u16, hotkey: HotkeyId, row: &[(u16, u16)]) -> Result<(), Refusal> {
        self.check_stake(hotkey)?;
        let on_self = matches!(row, [(target, _)] if *target == uid);
        let needs_no_permit = on_self || self.owner_hotkey == Some(hotkey);
        if !needs_no_permit && !self.scores.has_permit(uid) {
            return Err(Refusal::NoPermit);
        }
        let min = usize::from(self.hyper.min_allowed_weights).min(self.neurons.len());
        let is_known = |target: u16| usize::from(target) < self.neurons.len();
        let is_whole = row.iter().all(|(target, _)| is_known(*target));
        if !on_self && (row.len() < min || !is_whole) {
            return Err(Refusal::TooFew);
        }
        Ok(())
    }

    fn put_row(&mut self, uid: u16, row: &[(u16, u16)]) {
        let weights: Vec<u16> = row.iter().map(|(_, weight)| *weight).collect();
        let targets = row.iter().map(|(target, _)| *target);
        let mut scaled: Vec<(u16, u16)> = targets.zip(max_upscale(&weights)).collect();
        scaled.sort_unstable();
        if let Some(neuron) = self.neurons.get_mut(usize::from(uid)) {
            neuron.row = scaled;
        }
    }

    fn commit(&mut self, hotkey: HotkeyId, row: &[(u16, u16)]) -> Result<(), Refusal> {
        let schedule = &self.economy.schedule;
        let is_due = schedule.due_since(self.now).is_some();
        let epoch = schedule.index.saturating_add(is_due.into());
        let queue = self.commits.0.entry(epoch).or_default();
        let waiting = queue.iter().filter(|commit| commit.hotkey == hotkey);
        if waiting.count() >= MAX_WAITING {
            return Err(Refusal::TooMany);
        }
        queue.push(Commit {
            hotkey,
            block: self.now,
            row: Some(row.to_vec()),
        });
        Ok(())
    }

    /// Opens what counts in the epoch that is about to run: of each hotkey the latest that can be
    /// set. What is older is dropped.
    pub(super) fn reveal(&mut self) {
        let index = self.economy.schedule.index;
        let Some(target) = index.checked_sub(self.hyper.commit_reveal_period) else {
            return;
        };
        let later = self.commits.0.split_off(&target.saturating_add(1));
        let mut due = core::mem::replace(&mut self.commits.0, later);
        let mut revealed = BTreeSet::new();
        for commit in due.remove(&target).unwrap_or_default().into_iter().rev() {
            let Some(row) = commit.row.filter(|_| !revealed.contains(&commit.hotkey)) else {
                continue;
            };
            if let Some(uid) = self.uid_of(commit.hotkey)
                && self.check_row(uid, commit.hotkey, &row).is_ok()
            {
                self.put_row(uid, &row);
                revealed.insert(commit.hotkey);
            }
        }
    }

    /// Block of the earliest commit of each uid that can still be revealed, `u64::MAX` for none;
    /// nothing where weights are not committed.
    pub(super) fn pending_commits(&self, earliest: &mut Vec<u64>) {
        earliest.clear();
        if !self.hyper.commit_reveal_weights_enabled {
            return;
        }
        let index = self.economy.schedule.index;
        let first = index.saturating_sub(self.hyper.commit_reveal_period);
        earliest.resize(self.neurons.len(), u64::MAX);
        let waiting: Vec<&Commit> = self.commits.0.range(first..).flat_map(|q| q.1).collect();
        if waiting.is_empty() {
            return;
        }
        let mut by_hotkey = BTreeMap::<HotkeyId, u64>::new();
        for commit in waiting {
            let block = by_hotkey.entry(commit.hotkey).or_insert(u64::MAX);
            *block = commit.block.min(*block);
        }
        for (slot, neuron) in earliest.iter_mut().zip(&self.neurons) {
            if let Some(block) = by_hotkey.get(&neuron.hotkey) {
                *slot = *block;
            }
        }
    }
}
