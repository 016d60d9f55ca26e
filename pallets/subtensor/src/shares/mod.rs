//! Share pools: stake of coldkeys on hotkeys, who holds it where, and what it is worth (spec 50 §4,
//! §7.1).

mod domain;
mod generations;
#[cfg(feature = "try-runtime")]
mod invariants;
mod pool;
mod positions;
pub mod storage;
mod swap;
mod value;

use core::marker::PhantomData;

#[cfg(any(test, feature = "runtime-benchmarks"))]
pub(crate) use positions::MAX_POSITIONS_FOR_LOCKS;
pub(crate) use positions::{Giver, MAX_HOTKEYS, without};
pub(crate) use value::{Looks, Prices};

/// Stake as shares of pools.
pub struct Shares<T>(PhantomData<T>);
