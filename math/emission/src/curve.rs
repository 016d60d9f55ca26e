//! The schedule over many blocks at once: how much there is after so many
//! blocks, when each halving comes and when the last rao is minted, if nothing
//! is recycled meanwhile (spec 10 §6). It steps from halving to halving, so
//! that every question takes at most thirty steps.

use crate::schedule::{block_emission, halvings, threshold};

/// A stretch of blocks that all mint the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Era {
    /// Halvings before it, 0 to 29.
    pub halvings: u32,
    /// What each of its blocks mints, in rao, at least one.
    pub emission: u64,
    /// Blocks of all earlier stretches together.
    pub blocks_before: u64,
    /// Issuance before its first block, in rao.
    pub issuance_before: u64,
    /// How many blocks it has, at least one.
    pub blocks: u64,
}

impl Era {
    /// The era that begins after these blocks at this issuance; none if all
    /// is minted.
    fn starting(blocks_before: u64, issuance_before: u64) -> Option<Self> {
        let emission = block_emission(issuance_before);
        let halvings = halvings(issuance_before)?;
        let to_mint = threshold(halvings.saturating_add(1)).saturating_sub(issuance_before);
        let blocks = to_mint.checked_next_multiple_of(emission)?;
        Some(Self {
            halvings,
            emission,
            blocks_before,
            issuance_before,
            blocks: blocks.checked_div(emission)?,
        })
    }

    /// Blocks until its last one, that one included.
    pub fn blocks_after(&self) -> u64 {
        self.blocks_before.saturating_add(self.blocks)
    }

    /// Issuance after so many of its blocks, in rao.
    fn issuance_at(&self, blocks: u64) -> u64 {
        let minted = self.emission.saturating_mul(blocks.min(self.blocks));
        self.issuance_before.saturating_add(minted)
    }

    /// Issuance after its last block, in rao.
    pub fn issuance_after(&self) -> u64 {
        self.issuance_at(self.blocks)
    }
}

/// The eras from an issuance (rao) on until nothing is minted any more, at
/// most thirty; blocks are counted from there.
pub fn eras(issuance: u64) -> impl Iterator<Item = Era> {
    core::iter::successors(Era::starting(0, issuance), |era| {
        Era::starting(era.blocks_after(), era.issuance_after())
    })
}

/// Issuance after so many blocks from an issuance on, both in rao.
pub fn issuance_after(issuance: u64, blocks: u64) -> u64 {
    let reached = eras(issuance)
        .take_while(|era| era.blocks_before < blocks)
        .last();
    reached.map_or(issuance, |era| {
        era.issuance_at(blocks.saturating_sub(era.blocks_before))
    })
}

/// How many blocks from an issuance (rao) on mint something.
pub fn blocks_until_end(issuance: u64) -> u64 {
    eras(issuance).last().map_or(0, |era| era.blocks_after())
}
