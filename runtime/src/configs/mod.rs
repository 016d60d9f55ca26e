//! Parameters of the pallets, one file per group.

mod consensus;
mod payment;
pub mod proxy;
mod subtensor;
mod system;
mod utility;

pub(crate) use payment::ExistentialDeposit;
