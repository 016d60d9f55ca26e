//! One epoch of a subnet: read its state once, run Yuma consensus per mechanism, write back what it decided (spec 20).

mod commits;
mod mechanisms;
mod neurons;
mod run;
mod snapshot;
mod stake;
pub mod storage;
#[cfg(test)]
mod tests;
mod whole;

pub use mechanisms::{MAX_UIDS, MOST_MECHANISMS};
pub(crate) use neurons::set_at;
pub use run::Earned;
pub use snapshot::{Inconsistency, Snapshot};
pub(crate) use stake::StakeWeights;
