//! Parameters of the pallets, one file per group.

mod commitments;
mod consensus;
#[cfg(feature = "runtime-benchmarks")]
mod core_benchmarks;
mod drand;
mod loans;
mod migrations;
mod orders;
mod payment;
pub(crate) mod proxy;
pub(crate) mod proxy_report;
mod proxy_rules;
mod shield;
mod subtensor;
mod system;
mod utility;

#[cfg(feature = "runtime-benchmarks")]
pub(crate) use consensus::MaxAuthorities;
pub(crate) use payment::ExistentialDeposit;
