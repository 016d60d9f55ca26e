//! When the epochs of a subnet run (spec 10 §12).

/// A subnet that has not stepped for this many blocks is due whatever its schedule says.
const MAX_BLOCKS_WITHOUT_STEP: u64 = 50_400;

/// The schedule of a subnet. Blocks are numbers of the chain.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Schedule {
    /// Blocks between two epochs; 0: none.
    pub tempo: u64,
    pub last_epoch: u64,
    /// Block of an epoch out of turn; 0 for none.
    pub pending: u64,
    /// Epochs so far.
    pub index: u64,
    pub blocks_since: u64,
    /// Block of the last epoch that succeeded.
    pub last_step: u64,
}

impl Schedule {
    /// Counts a block; says since when an epoch is due, if one is.
    pub(crate) fn tick(&mut self, now: u64) -> Option<u64> {
        self.blocks_since = self.blocks_since.saturating_add(1);
        self.due_since(now)
    }

    /// Since which block an epoch is due.
    pub(crate) fn due_since(&self, now: u64) -> Option<u64> {
        if self.tempo == 0 {
            return None;
        }
        let triggered = Some(self.pending).filter(|block| *block > 0);
        let scheduled = self.last_epoch.saturating_add(self.tempo);
        let stands_still = self.blocks_since > MAX_BLOCKS_WITHOUT_STEP;
        [triggered, Some(scheduled), stands_still.then_some(now)]
            .into_iter()
            .flatten()
            .filter(|block| *block <= now)
            .min()
    }

    /// An epoch takes place.
    pub(crate) fn start(&mut self, now: u64) {
        self.last_epoch = now;
        self.pending = 0;
        self.index = self.index.saturating_add(1);
        self.blocks_since = 0;
    }

    /// A due epoch waits for the next block.
    pub(crate) fn defer(&mut self, now: u64) {
        let next = now.saturating_add(1);
        self.pending = match self.pending {
            0 => next,
            pending => pending.min(next),
        };
    }
}
