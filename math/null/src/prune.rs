//! Who has to leave a subnet that shrinks, and who then moves (spec 90 §15.5).

#[cfg(test)]
mod tests;

use alloc::{vec, vec::Vec};

/// A pruning: every uid either goes, or is in one place of `stay`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Plan {
    /// Uids that go, ascending.
    pub gone: Vec<u16>,
    /// The old uids that stay, each in the place of its new one.
    pub stay: Vec<u16>,
}

/// Removes `count` uids, those with the least emission first, of equals the highest uid, and none
/// that is immune. The holes that they leave are filled from the tail, the lowest hole by the
/// lowest uid that is then too high. Nobody else moves. `emission` (rao) and `immune` have one
/// element per uid.
///
/// None if there are not so many who may go.
pub fn prune(emission: &[u64], immune: &[bool], count: usize) -> Option<Plan> {
    let mut candidates: Vec<(u64, core::cmp::Reverse<u16>)> = (0u16..)
        .zip(emission.iter().zip(immune))
        .filter(|(_, (_, is_immune))| !**is_immune)
        .map(|(uid, (emission, _))| (*emission, core::cmp::Reverse(uid)))
        .collect();
    candidates.sort_unstable();
    let mut gone: Vec<u16> = candidates
        .get(..count)?
        .iter()
        .map(|(_, uid)| uid.0)
        .collect();
    gone.sort_unstable();
    let stay = fill_holes(emission.len(), &gone);
    Some(Plan { gone, stay })
}

/// The old uids in the places of the new ones, when of `uids` those in `gone` are removed.
fn fill_holes(uids: usize, gone: &[u16]) -> Vec<u16> {
    let mut is_gone = vec![false; uids];
    for uid in gone {
        if let Some(slot) = is_gone.get_mut(usize::from(*uid)) {
            *slot = true;
        }
    }
    let left = uids.saturating_sub(gone.len());
    let mut tail = (0u16..)
        .zip(&is_gone)
        .skip(left)
        .filter(|(_, is_gone)| !**is_gone)
        .map(|(uid, _)| uid);
    (0u16..)
        .zip(&is_gone)
        .take(left)
        .filter_map(|(uid, is_gone)| if *is_gone { tail.next() } else { Some(uid) })
        .collect()
}
