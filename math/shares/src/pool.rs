//! Operations on one share pool. Rewards change only the total value;
//! staking changes the value and the staker's shares together
//! (spec 50 §4.2).

use crate::SafeFloat;

/// Totals of a pool: value in rao and the sum of all shares.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SharePool {
    /// Value of all shares, in rao.
    pub value: u64,
    /// Sum of all shares.
    pub denominator: SafeFloat,
}

impl SharePool {
    /// Value of a share in rao, rounded down; 0 in an empty pool.
    pub fn value_of(&self, share: SafeFloat) -> u64 {
        SafeFloat::from_u64(self.value)
            .mul_div(share, self.denominator)
            .map_or(0, SafeFloat::to_u64)
    }

    /// Shares that `amount` rao are worth now; 0 if the pool has no value.
    pub fn shares_for(&self, amount: u64) -> SafeFloat {
        SafeFloat::from_u64(amount)
            .mul_div(self.denominator, SafeFloat::from_u64(self.value))
            .unwrap_or(SafeFloat::ZERO)
    }

    /// Whether a change of `amount` rao would be seen in the shares. Callers
    /// must refuse stake for which this is false: after everybody left, dust
    /// shares can remain in a pool of value 0 and would own the new stake.
    pub fn is_precise_for(&self, amount: u64) -> bool {
        self.denominator.is_zero() || !self.shares_for(amount).is_zero()
    }

    /// Add to (or take from) the value of all shares, in rao, saturating.
    pub fn update_for_all(&mut self, change: i64) {
        self.value = self.value.saturating_add_signed(change);
    }

    /// Add to (or take from) one staker's part, in rao, saturating; `share` is
    /// the staker's share and is updated.
    pub fn update_for_one(&mut self, share: &mut SafeFloat, change: i64) {
        let amount = change.unsigned_abs();
        if self.denominator.is_zero() {
            // The first staker gets one share per rao.
            self.denominator = SafeFloat::from_u64(amount);
            *share = self.denominator;
        } else {
            let part = self.shares_for(amount);
            let apply = |old: SafeFloat| {
                let new = if change > 0 {
                    old.checked_add(part)
                } else {
                    old.checked_sub(part)
                };
                new.unwrap_or(old)
            };
            self.denominator = apply(self.denominator);
            *share = apply(*share);
        }
        self.update_for_all(change);
    }
}
