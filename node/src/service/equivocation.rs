//! Authors that make two blocks in one slot. The chain goes on, and nobody is punished by it; but
//! two machines with one key are a mistake that ends in worse, and a stolen key looks the same.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use node_subtensor_runtime::{Hash, Header, opaque::Block};
use sc_consensus_aura::find_pre_digest;
use sp_consensus_aura::{Slot, sr25519::AuthoritySignature};

/// Slots that are remembered.
const SLOTS: usize = 1_024;

/// Which block was made in a slot.
#[derive(Default)]
pub(super) struct Slots(BTreeMap<Slot, Hash>);

impl Slots {
    /// Notes a block, and returns another one of its slot.
    pub(super) fn note(&mut self, header: &Header) -> Option<(Slot, Hash)> {
        let hash = header.hash();
        let slot = find_pre_digest::<Block, AuthoritySignature>(header).ok()?;
        // The first block has none.
        if *slot == 0 {
            return None;
        }
        let first = *self.0.entry(slot).or_insert(hash);
        while self.0.len() > SLOTS {
            self.0.pop_first();
        }
        (first != hash).then_some((slot, first))
    }
}
