//! Operations on one share pool. Rewards change only the total value; staking
//! changes the value and the staker's shares together (spec 50 §4.2).
//!
//! [`SharePool::stake`], [`SharePool::unstake`] and [`SharePool::close`] keep
//! the sum of all shares at the denominator or below, so the values of all
//! stakers never add up to more than the pool: the denominator follows the
//! specification to the last bit, and a share moves by no more than the
//! denominator did. Each computes its shares once and changes nothing if it
//! fails, so a caller may apply it to copies, check the rest of its business,
//! and then store them.

use crate::safe_float::SafeFloat;

/// Why a pool refused a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// More than the share is worth.
    NotEnough,
    /// The change would not be seen in the shares.
    Imprecise,
    /// The pool's value would pass 64 bits.
    Overflow,
}

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
    fn shares_for(&self, amount: u64) -> SafeFloat {
        SafeFloat::from_u64(amount)
            .mul_div(self.denominator, SafeFloat::from_u64(self.value))
            .unwrap_or(SafeFloat::ZERO)
    }

    /// Whether a change of `amount` rao would be seen in the shares. Callers
    /// must refuse stake for which this is false. In a pool of value 0 nothing
    /// is seen, so whoever brings one there must forget its shares: they would
    /// own the next stake.
    pub fn is_precise_for(&self, amount: u64) -> bool {
        self.denominator.is_zero() || !self.shares_for(amount).is_zero()
    }

    /// Add to (or take from) the value of all shares, in rao, saturating.
    pub fn update_for_all(&mut self, change: i64) {
        self.value = self.value.saturating_add_signed(change);
    }

    /// Adds `amount` rao to the position that owns `share`.
    ///
    /// Errors: `Overflow`, `Imprecise`.
    pub fn stake(&mut self, share: &mut SafeFloat, amount: u64) -> Result<(), ShareError> {
        let value = self.value.checked_add(amount).ok_or(ShareError::Overflow)?;
        let (denominator, new_share) = if self.denominator.is_zero() {
            // The first staker gets one share per rao, and what was left over.
            let first = SafeFloat::from_u64(amount);
            (first, Some(first))
        } else {
            let denominator = self
                .denominator
                .checked_add(self.shares_for(amount))
                .ok_or(ShareError::Overflow)?;
            let moved = denominator.sub_below(self.denominator);
            let moved = moved.filter(|moved| amount == 0 || !moved.is_zero());
            (
                denominator,
                moved.and_then(|moved| share.checked_add(moved)),
            )
        };
        *share = new_share.ok_or(ShareError::Imprecise)?;
        *self = Self { value, denominator };
        Ok(())
    }

    /// Takes `amount` rao from the position that owns `share`. A position of
    /// which less than a rao would be left is closed.
    ///
    /// Errors: `NotEnough`, `Imprecise`.
    pub fn unstake(&mut self, share: &mut SafeFloat, amount: u64) -> Result<(), ShareError> {
        let held = self.value_of(*share);
        let value = self.value.checked_sub(amount).filter(|_| amount <= held);
        let value = value.ok_or(ShareError::NotEnough)?;
        if amount != held {
            let left = self.without(value, self.shares_for(amount))?;
            let moved = self.denominator.checked_sub(left.denominator);
            let kept = moved
                .filter(|moved| amount == 0 || !moved.is_zero())
                .and_then(|moved| share.sub_below(moved))
                .ok_or(ShareError::Imprecise)?;
            if left.value_of(kept) != 0 {
                (*self, *share) = (left, kept);
                return Ok(());
            }
        }
        *self = self.without(value, *share)?;
        *share = SafeFloat::ZERO;
        Ok(())
    }

    /// Takes out all that `share` is worth and the whole share with it, so
    /// that no dust stays; the fraction of a rao goes to the others. Returns
    /// the rao taken.
    ///
    /// Errors: `NotEnough` if the pool has less, which cannot be where these
    /// operations alone changed it.
    pub fn close(&mut self, share: &mut SafeFloat) -> Result<u64, ShareError> {
        let held = self.value_of(*share);
        self.unstake(share, held)?;
        Ok(held)
    }

    /// The pool with another value and some shares less.
    fn without(&self, value: u64, shares: SafeFloat) -> Result<Self, ShareError> {
        if self.denominator.is_zero() {
            return Ok(Self { value, ..*self });
        }
        let denominator = self.denominator.checked_sub(shares);
        Ok(Self {
            value,
            denominator: denominator.ok_or(ShareError::Imprecise)?,
        })
    }
}
