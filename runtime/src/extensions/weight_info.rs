//! Weights of the extensions. Provisional: measured by hand until they are benchmarked.

use frame_support::weights::{RuntimeDbWeight, Weight};

/// Work on a nested call for each level above it: the walks that count it, measure its depth and
/// look for batches and what proxies may not do.
const NESTED_CALL: Weight = Weight::from_parts(50_000, 0);

/// The rules on nested calls, where the calls stand on so many levels in sum.
pub(super) fn nested_calls(levels: u64) -> Weight {
    NESTED_CALL.saturating_mul(levels)
}

/// Looking up who may send a call before others.
pub(super) fn entitlement(db: RuntimeDbWeight) -> Weight {
    db.reads(1)
}

/// Looking up whether an account pays for its delegate, and one for which that account acts: two
/// consents and two lists of delegates.
pub(super) fn real_payer(db: RuntimeDbWeight) -> Weight {
    db.reads(4)
}

/// Looking up the owner of a hotkey and its balance.
pub(super) fn owner_payer(db: RuntimeDbWeight) -> Weight {
    db.reads(2)
}
