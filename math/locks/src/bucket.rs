//! The sum of all locks of a kind on a hotkey (spec 50 §11.3).

use crate::roll::{Lock, LockMode, LockRates, roll_forward};

/// The locks of one kind on one hotkey, summed up.
///
/// How locks change is linear in mass and conviction, so their sum changes as one lock does, but
/// for rounding. What a lock has, as it is at that moment, is put in and taken out whenever the
/// lock is written, and nothing is ever taken out twice: the sum is not stamped by a lock's own
/// change, and a lock that vanishes as dust takes its dust along.
///
/// **Bound.** Mass and conviction of the sum differ from those of all locks, as they are at the
/// same moment, by at most [`Bucket::error`] rao: one for each change since there was at most one
/// lock (`drift`; a change of the owner's hotkey counts as one of each lock) and one for each lock.
/// For the masses are rounded down to a rao when a lock or
/// the sum is written or looked at, between which a difference shrinks; taking out no more than
/// there is never widens it; and without locks, or with a single one, the sum is exact again. The
/// fractions of convictions and of the decay come to less than a rao in a hundred changes, as long
/// as the sum is below the supply of 21 million and the time constants are equal or differ by a
/// sixteenth at least.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bucket {
    /// Of all masses and of all convictions.
    pub sum: Lock,
    /// How many locks it is of.
    pub locks: u32,
    /// How often it was rounded since it was exact.
    pub drift: u32,
}

impl Bucket {
    /// The bucket at block `now`.
    pub fn roll_forward(self, now: u64, rates: LockRates, mode: LockMode) -> Self {
        Self {
            sum: roll_forward(self.sum, now, rates, mode),
            drift: self.drift.saturating_add(1),
            ..self
        }
    }

    /// Puts what a lock has become in the place of what it was; none where there was or is none.
    /// All three are of the same block.
    pub fn replace(&mut self, before: Option<Lock>, after: Option<Lock>) {
        let (out, into) = (before.unwrap_or_default(), after.unwrap_or_default());
        self.locks = self
            .locks
            .saturating_add(after.is_some().into())
            .saturating_sub(before.is_some().into());
        self.sum.mass = self
            .sum
            .mass
            .saturating_sub(out.mass)
            .saturating_add(into.mass);
        self.sum.conviction = self
            .sum
            .conviction
            .saturating_sub(out.conviction)
            .saturating_add(into.conviction);
        match (self.locks, after) {
            (0, _) => *self = Self::default(),
            (1, Some(only)) => {
                self.sum = only;
                self.drift = 0;
            }
            _ => {}
        }
    }

    /// The hotkey ceases to be the subnet owner's, or becomes it, in the block of the sum. A lock
    /// that is written later is rounded at this block besides.
    pub fn change_owner(&mut self) {
        self.drift = self.drift.saturating_add(self.locks);
    }

    /// Most rao by which the sum differs from that of its locks.
    pub fn error(&self) -> u64 {
        let changes = u64::from(self.drift).saturating_add(self.locks.into());
        changes
            .saturating_add(changes.saturating_div(100))
            .saturating_add(1)
    }
}
