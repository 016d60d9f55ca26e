//! The clock of this machine, as far as the chain depends on it. Authors make blocks in slots of
//! it, and everybody refuses blocks of slots that are too far ahead.

#[cfg(test)]
mod tests;

use std::{
    sync::{Arc, Mutex, PoisonError},
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
    complaint: Complaint,
}

impl Clock {
    /// A clock for the blocks on top of those of `client`.
    pub(super) fn new(client: Arc<Client>, slot: SlotDuration) -> Self {
        Self {
            client,
            slot,
            complaint: Complaint::default(),
        }
    }

    /// Slot and time of a block on top of `parent`. While the clock is behind the parent it is slot
    /// 0, in which nobody makes a block: the runtime would panic at it.
    pub(super) fn after(&self, parent: Hash) -> (AuraSlot, Time) {
        let time = Timestamp::current();
        let now = Slot::from_timestamp(time, self.slot);
        let slot = match self.slot_of(parent) {
            Some(last) if last > now => {
                if let Some(line) = self.complaint.due(Instant::now(), last, now, self.slot) {
                    log::error!(target: LOG, "{line}");
                }
                Slot::from(0)
            }
            _ => now,
        };
        (AuraSlot::new(slot), Time::new(time))
    }

    fn slot_of(&self, block: Hash) -> Option<Slot> {
        let header = self.client.header(block).ok()??;
        find_pre_digest::<Block, AuthoritySignature>(&header).ok()
    }
}

/// What the log says while the clock is behind, once in a while.
#[derive(Default)]
struct Complaint(Mutex<Option<Instant>>);

impl Complaint {
    /// The line, if it is time to say it.
    fn due(&self, at: Instant, last: Slot, now: Slot, slot: SlotDuration) -> Option<String> {
        let mut said = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if said.is_some_and(|before| at.saturating_duration_since(before) < AGAIN) {
            return None;
        }
        *said = Some(at);
        let behind = last.saturating_sub(*now).saturating_mul(slot.as_millis());
        Some(format!(
            "The clock of this machine is behind the chain, by {}.{:03} s: this node makes no \
             blocks until then. Is the time synchronized (NTP)?",
            behind / 1000,
            behind % 1000,
        ))
    }
}
