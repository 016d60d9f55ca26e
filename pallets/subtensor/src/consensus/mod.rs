//! One epoch of a subnet: read its state once, run Yuma consensus per mechanism, write back what it
//! decided (spec 20); or the same by Null consensus (spec 90 §15).

mod activity;
mod mechanisms;
mod mode;
mod neurons;
mod null;
mod run;
mod snapshot;
mod stake;
pub mod storage;
#[cfg(test)]
mod tests;
mod whole;

use core::marker::PhantomData;

pub use mechanisms::Mechanisms;
pub use mechanisms::{MAX_MECHANISMS, MAX_NULL_UIDS, MAX_UIDS};
pub(crate) use neurons::{at, set_at};
pub use run::Earned;
pub use snapshot::{Inconsistency, Snapshot};
pub use stake::{StakeParts, StakeWeights};

/// What epochs say about neurons.
pub struct Scores<T>(PhantomData<T>);
