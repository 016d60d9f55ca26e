//! Encrypted transactions that wait for a block with more room. What they hold may be too large for
//! any block, so each waits once; the next time its submission goes in alone, and pays.

#[cfg(test)]
mod tests;

use std::{
    collections::{HashMap, hash_map::Entry},
    sync::{Mutex, PoisonError},
};

use node_subtensor_runtime::{BlockNumber, Hash, shield::LIFETIME_BLOCKS};

/// Most submissions that wait. They make the author decrypt in vain.
const MAX_WAITING: usize = 1_024;

/// Which submissions wait, and since which block.
#[derive(Debug, Default)]
pub(crate) struct Deferred {
    since: Mutex<HashMap<Hash, BlockNumber>>,
}

impl Deferred {
    /// Whether a submission that finds no room in block `now` may wait for another block; if so, it
    /// is noted. Another attempt at the same block is no other block.
    pub(crate) fn may_wait(&self, submission: Hash, now: BlockNumber) -> bool {
        let mut since = self.since.lock().unwrap_or_else(PoisonError::into_inner);
        // One that has expired need not be remembered.
        since.retain(|_, block| now.saturating_sub(*block) < LIFETIME_BLOCKS);
        let has_room = since.len() < MAX_WAITING;
        match since.entry(submission) {
            Entry::Occupied(entry) => *entry.get() == now,
            Entry::Vacant(entry) => {
                if has_room {
                    entry.insert(now);
                }
                has_room
            }
        }
    }
}
