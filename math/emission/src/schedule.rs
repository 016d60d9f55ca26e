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
    let remaining = MAX_ISSUANCE.saturating_sub(issuance);
    if remaining == 0 {
        return 0;
    }
    // Largest k with remaining * 2^k <= MAX: floor(log2) of the quotient.
    let halvings = MAX_ISSUANCE
        .checked_div(remaining)
        .and_then(u64::checked_ilog2)
        .unwrap_or(0);
    INITIAL_BLOCK_EMISSION.checked_shr(halvings).unwrap_or(0)
}
