//! The clock of this machine, as far as the chain depends on it. Authors make blocks in slots of
//! it, and everybody refuses blocks of slots that are too far ahead.

#[cfg(test)]
mod tests;

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use node_subtensor_runtime::{Hash, opaque::Block};
use sc_consensus_aura::{SlotDuration, find_pre_digest};
use sp_consensus_aura::{
    Slot, inherents::InherentDataProvider as AuraSlot, sr25519::AuthoritySignature,
};
use sp_timestamp::{InherentDataProvider as Time, Timestamp};

use super::Client;

/// Where this module logs to.
const LOG: &str = "aura";
/// How far the clocks of two machines may be apart. Blocks of slots that are no further ahead are
/// imported: with slots of 250 ms, a clock that is a moment behind would refuse those of all
/// others. An author may use it to be that early, which nobody gains by on a chain with short
/// slots.
const TOLERANCE: Duration = Duration::from_secs(2);
/// How often the log says the same.
const AGAIN: Duration = Duration::from_secs(60);

/// Slot and time by which blocks of others are judged.
pub(super) fn tolerant(slot: SlotDuration) -> (AuraSlot, Time) {
    let time = Timestamp::current();
    let now = Slot::from_timestamp(time, slot);
    (
        AuraSlot::new(now.saturating_add(slots_of(TOLERANCE, slot))),
        Time::new(time),
    )
}

/// Whole slots of a time.
fn slots_of(time: Duration, slot: SlotDuration) -> u64 {
    let length = slot.as_duration().as_millis().max(1);
    u64::try_from(time.as_millis() / length).unwrap_or(u64::MAX)
}

/// The clock that an author goes by.
pub(super) struct Clock {
    client: Arc<Client>,
    slot: SlotDuration,
    /// The latest slot that it has shown: an author makes no block in an earlier one.
    latest: AtomicU64,
    behind: Complaint,
    set_back: Complaint,
}

impl Clock {
    /// A clock for the blocks on top of those of `client`.
    pub(super) fn new(client: Arc<Client>, slot: SlotDuration) -> Self {
        Self {
            client,
            slot,
            latest: AtomicU64::new(0),
            behind: Complaint::default(),
            set_back: Complaint::default(),
        }
    }

    /// Slot and time of a block on top of `parent`. While the clock is not past the parent it is
    /// slot 0, in which nobody makes a block: the runtime would panic at it. Not even in the slot
    /// of the parent itself, which has the key of this node in another machine, too.
    pub(super) fn after(&self, parent: Hash) -> (AuraSlot, Time) {
        let time = Timestamp::current();
        let now = Slot::from_timestamp(time, self.slot);
        let parent = self.slot_of(parent);
        self.complain(now, parent);
        let slot = match parent {
            Some(last) if last >= now => Slot::from(0),
            _ => now,
        };
        (AuraSlot::new(slot), Time::new(time))
    }

    /// Says why there are no blocks, if the clock is the reason.
    fn complain(&self, now: Slot, parent: Option<Slot>) {
        let latest = Slot::from(self.latest.fetch_max(*now, Ordering::Relaxed));
        let at = Instant::now();
        // Less than that is a correction of the clock.
        let most = slots_of(TOLERANCE, self.slot).max(1);
        let line = if latest.saturating_sub(*now) > most {
            self.set_back.due(at, || set_back(latest, now, self.slot))
        } else if let Some(last) = parent.filter(|last| *last > now) {
            self.behind.due(at, || behind(last, now, self.slot))
        } else {
            None
        };
        if let Some(line) = line {
            log::error!(target: LOG, "{line}");
        }
    }

    fn slot_of(&self, block: Hash) -> Option<Slot> {
        let header = self.client.header(block).ok()??;
        find_pre_digest::<Block, AuthoritySignature>(&header).ok()
    }
}

/// What the log says while the clock is behind the chain.
fn behind(last: Slot, now: Slot, slot: SlotDuration) -> String {
    format!(
        "The clock of this machine is behind the chain, by {}: this node makes no blocks until \
         then. Is the time synchronized (NTP)?",
        seconds(last, now, slot),
    )
}

/// What the log says after the clock was set back.
fn set_back(latest: Slot, now: Slot, slot: SlotDuration) -> String {
    format!(
        "The clock of this machine was set back, by {}: this node makes no blocks until it is \
         again where it was. If it is right now, restart the node",
        seconds(latest, now, slot),
    )
}

fn seconds(later: Slot, earlier: Slot, slot: SlotDuration) -> String {
    let time = later
        .saturating_sub(*earlier)
        .saturating_mul(slot.as_millis());
    format!("{}.{:03} s", time / 1000, time % 1000)
}

/// What the log says once in a while.
#[derive(Default)]
struct Complaint(Mutex<Option<Instant>>);

impl Complaint {
    /// The line, if it is time to say it.
    fn due(&self, at: Instant, line: impl FnOnce() -> String) -> Option<String> {
        let mut said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if said.is_some_and(|before| at.saturating_duration_since(before) < AGAIN) {
            return None;
        }
        *said = Some(at);
        Some(line())
    }
}
