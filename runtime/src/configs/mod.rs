//! Parameters of the pallets, one file per group.

mod consensus;
mod payment;
pub mod proxy;
mod system;
mod utility;
