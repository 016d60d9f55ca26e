//! Weights of an epoch: which entries count, normalised rows, and what bonds follow (spec 20 §6.7,
//! §6.9 to §6.12).

use crate::{
    q32::{Divisor, ONE, from_u16, mul},
    types::EpochInput,
    workspace::{Workspace, add_at, at, refill},
};

/// Fills the normalised weights of those with a permit, without entries that are outdated, hidden
/// or on the validator itself. Zeros stay.
pub(crate) fn read(input: &EpochInput<'_>, work: &mut Workspace) {
    work.weights.clear();
    let updates = input.last_update.iter().copied();
    for (((uid, row), updated), permit) in (0u16..)
        .zip(input.weights.iter())
        .zip(updates)
        .zip(&work.permits)
    {
        let commit = input
            .commits
            .get(usize::from(uid))
            .copied()
            .unwrap_or(u64::MAX);
        let keeps_own = input.owner == Some(uid);
        let mut sum = 0;
        for (target, weight) in row.iter().filter(|_| *permit) {
            let registered = at(input.registered, *target);
            if updated > registered && commit >= registered && (*target != uid || keeps_own) {
                sum += u64::from(*weight);
                work.weights.push(*target, u64::from(*weight));
            }
        }
        let whole = Divisor::new(sum);
        for entry in work.weights.end_row() {
            entry.set(whole.of(entry.value()));
        }
    }
}

/// Sums over the weights cut down to consensus: trust of the rows, incentive of the columns.
pub(crate) fn rank(work: &mut Workspace) {
    let n = work.stake.len();
    refill(&mut work.trust, core::iter::repeat_n(0, n));
    refill(&mut work.incentive, core::iter::repeat_n(0, n));
    let rows = work.weights.rows().zip(&work.active_stake);
    for ((row, stake), trust) in rows.zip(&mut work.trust) {
        for entry in row {
            let target = entry.column();
            let clipped = entry.value().min(at(&work.consensus, target));
            *trust += clipped;
            add_at(&mut work.incentive, target, mul(*stake, clipped));
        }
    }
    crate::q32::normalize(&mut work.incentive);
}

/// The weights that bonds follow: between the given and the clipped ones.
#[derive(Clone, Copy)]
pub(crate) struct Penalty(u64);

impl Penalty {
    /// `parts` of 65535.
    pub(crate) fn new(parts: u16) -> Self {
        Self(from_u16(parts))
    }

    /// The weight that a bond follows; none where the entry vanishes.
    pub(crate) fn followed(self, weight: u64, consensus: u64) -> Option<u64> {
        let clipped = weight.min(consensus);
        match self.0 {
            0 => Some(weight),
            // Without consensus an entry vanishes, but one of zero stays.
            ONE => (clipped > 0 || weight == 0).then_some(clipped),
            part => Some(weight - mul_up(part, weight - clipped)).filter(|value| *value > 0),
        }
    }
}

/// Ceiling of a·b, for a below one: what a floored negative product takes away.
fn mul_up(a: u64, b: u64) -> u64 {
    (a * b).div_ceil(ONE)
}
