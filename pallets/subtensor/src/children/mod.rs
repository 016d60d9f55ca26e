//! Child keys (spec 50 §9): a hotkey lends parts of its stake weight on a subnet to at most five
//! children, who need not consent, exist or be registered.
//!
//! Both directions are stored, `ChildKeys` by parent and `ParentKeys` by child, and always written
//! together. Since an epoch reads every parent of every neuron and anybody can become a parent, a
//! child has at most [`MAX_PARENTS`]; who lends more than the least of them takes its place, so
//! that places cannot be held by those who lend nothing. What is stored of a parent whose stake
//! fell below the threshold does not count (`threshold.rs`).

mod apply;
mod auto;
mod domain;
#[cfg(feature = "try-runtime")]
mod invariants;
mod relations;
mod set;
pub mod storage;
mod swap;
mod take;
#[cfg(test)]
mod tests;
mod threshold;

use alloc::vec::Vec;
use core::marker::PhantomData;

pub(crate) use threshold::Suspensions;

/// Most children of a hotkey on a subnet.
pub const MAX_CHILDREN: u32 = 5;
/// Most parents of a hotkey on a subnet: the seats of root twice.
pub const MAX_PARENTS: u32 = 128;

/// Children or parents of a hotkey: (part of `u64::MAX`, key).
pub type Relatives<AccountId> = Vec<(u64, AccountId)>;

/// Most parents that new ones may have to be compared with.
pub(crate) fn max_rivals(children: usize) -> u32 {
    MAX_PARENTS.saturating_mul((children as u32).min(MAX_CHILDREN))
}

/// Stake that hotkeys lend to others.
pub struct Children<T>(PhantomData<T>);
