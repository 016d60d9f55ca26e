//! What the calls of the SDK's pallets and accesses to the state take on this runtime: files that
//! `scripts/bench-weights.sh` writes. `pallet_grandpa`, `pallet_migrations` and `pallet_safe_mode`
//! keep the SDK's weights: their benchmarks need reports of equivocation, migrations made for them,
//! and deposits for safe mode, none of which this runtime has.

pub(crate) mod database;
pub(crate) mod frame_system;
pub(crate) mod frame_system_extensions;
pub(crate) mod pallet_balances;
pub(crate) mod pallet_multisig;
pub(crate) mod pallet_preimage;
pub(crate) mod pallet_scheduler;
pub(crate) mod pallet_sudo;
pub(crate) mod pallet_timestamp;
pub(crate) mod pallet_transaction_payment;
pub(crate) mod pallet_utility;
