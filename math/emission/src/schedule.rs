//! The supply schedule: one unit per block, halved each time the remaining
//! supply has halved. It depends on issuance only, so recycling postpones
//! halvings (spec 10 §6).

/// Supply that issuance approaches and never passes, in rao.
pub const MAX_ISSUANCE: u64 = 21_000_000_000_000_000;
/// Emission of a block before the first halving, in rao.
pub const INITIAL_BLOCK_EMISSION: u64 = 1_000_000_000;

/// Emission of a block at a given issuance, both in rao; used for TAO and for
/// the alpha of each subnet.
pub fn block_emission(issuance: u64) -> u64 {
    halvings(issuance)
        .and_then(|halvings| INITIAL_BLOCK_EMISSION.checked_shr(halvings))
        .unwrap_or(0)
}

/// How many times the supply that remains at an issuance (rao) has halved: the
/// largest k with remaining · 2^k <= `MAX_ISSUANCE`. None if nothing remains.
pub(crate) fn halvings(issuance: u64) -> Option<u32> {
    let remaining = MAX_ISSUANCE.saturating_sub(issuance);
    MAX_ISSUANCE.checked_div(remaining)?.checked_ilog2()
}

/// The smallest issuance, in rao, at which the remaining supply has halved so
/// many times.
pub(crate) fn threshold(halvings: u32) -> u64 {
    let remaining = MAX_ISSUANCE.checked_shr(halvings).unwrap_or(0);
    MAX_ISSUANCE.saturating_sub(remaining)
}
