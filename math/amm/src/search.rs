//! The largest amount that satisfies a condition which larger amounts break.
//! Each probe costs a quote, so their number is bounded by 64 and usually
//! below ten: between two probes that bracket the answer the condition's
//! measure is close to a straight line.

use subtensor_fixed::full_mul;

/// Most probes of a search; with so many, halving alone finds any 64-bit
/// number.
pub(crate) const MAX_PROBES: u32 = 64;
/// A measure up to this satisfies the condition.
pub(crate) const TARGET: u128 = 1 << 60;

/// What is known at an amount.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Probe<T> {
    /// Grows with the amount; at most [`TARGET`] where the condition holds.
    pub(crate) measure: u128,
    pub(crate) holds: bool,
    pub(crate) result: T,
}

/// Where to look next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Where the line through both ends meets the target.
    Line,
    /// As far behind that point as it is from the end found last, to have the
    /// answer between two close ends.
    Behind,
    /// In the middle.
    Halve,
}

/// A pair of a line and a look behind it that leaves more than this part of the
/// interval was no better than halving.
const GOOD_PAIR: u64 = 16;

/// Result of the largest amount in `low..high` that holds. `low` must hold and
/// `high` must not.
pub(crate) fn largest<T: Copy>(
    mut low: (u64, Probe<T>),
    mut high: (u64, Probe<T>),
    mut probe: impl FnMut(u64) -> Probe<T>,
) -> T {
    let (mut step, mut found_low) = (Step::Line, true);
    let mut width_before_pair = u64::MAX;
    for left in (1..=MAX_PROBES).rev() {
        let width = high.0.saturating_sub(low.0);
        if width <= 1 {
            break;
        }
        // A probe that does not halve must leave enough probes to halve.
        let halvings = 64u32.saturating_sub(width.saturating_sub(1).leading_zeros());
        let line = (left > halvings && step != Step::Halve)
            .then(|| meet(&low, &high))
            .flatten();
        let at = match (line, step) {
            (None, _) | (_, Step::Halve) => low.0.saturating_add(width / 2),
            (Some(at), Step::Line) => at,
            (Some(at), Step::Behind) if found_low => at.saturating_add(past(low.0, at)),
            (Some(at), Step::Behind) => at.saturating_sub(past(at, high.0)),
        };
        step = match step {
            Step::Line if line.is_some() => {
                width_before_pair = width;
                Step::Behind
            }
            _ => Step::Line,
        };
        let at = at.clamp(low.0.saturating_add(1), high.0.saturating_sub(1));
        let found = probe(at);
        found_low = found.holds;
        if found.holds {
            low = (at, found);
        } else {
            high = (at, found);
        }
        let width = high.0.saturating_sub(low.0);
        if step == Step::Line && width > width_before_pair / GOOD_PAIR {
            step = Step::Halve;
        }
    }
    low.1.result
}

/// A step a little longer than from `a` to `b`.
fn past(a: u64, b: u64) -> u64 {
    b.saturating_sub(a).saturating_add(1)
}

/// Where the line through two points meets the target; `None` if it is level or
/// an end has no measure.
fn meet<T>(low: &(u64, Probe<T>), high: &(u64, Probe<T>)) -> Option<u64> {
    if high.1.measure == u128::MAX {
        return None;
    }
    let rise = high.1.measure.checked_sub(low.1.measure)?;
    let wanted = TARGET.checked_sub(low.1.measure)?;
    let width = high.0.saturating_sub(low.0);
    let part = full_mul(wanted, width.into()).checked_div(rise)?;
    Some(
        low.0
            .saturating_add(u64::try_from(part).unwrap_or(u64::MAX)),
    )
}
