//! The operation on one position exactly as the specification words it (spec 50
//! §4.2). It leaves dust shares behind, and after many changes the shares may
//! add up to more than the denominator; the engine keeps to its results, not to
//! these.

use crate::{SafeFloat, SharePool};

/// Adds to (or takes from) one staker's part, in rao, saturating; `share` is
/// the staker's share and is updated.
pub(crate) fn update_for_one(pool: &mut SharePool, share: &mut SafeFloat, change: i64) {
    let amount = SafeFloat::from_u64(change.unsigned_abs());
    if pool.denominator.is_zero() {
        // The first staker gets one share per rao.
        pool.denominator = amount;
        *share = amount;
    } else {
        let value = SafeFloat::from_u64(pool.value);
        let part = amount.mul_div(pool.denominator, value);
        let part = part.unwrap_or(SafeFloat::ZERO);
        let apply = |old: SafeFloat| {
            let new = if change > 0 {
                old.checked_add(part)
            } else {
                old.checked_sub(part)
            };
            new.unwrap_or(old)
        };
        pool.denominator = apply(pool.denominator);
        *share = apply(*share);
    }
    pool.update_for_all(change);
}
