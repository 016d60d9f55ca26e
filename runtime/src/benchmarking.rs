//! The benchmarks behind the weights. `scripts/bench-weights.sh` asks for them through the runtime
//! API `Benchmark`, in a blob that is built for that alone.

use alloc::{string::String, vec::Vec};

use frame_benchmarking::{
    BenchmarkBatch, BenchmarkConfig, BenchmarkList, Benchmarking, add_benchmark, define_benchmarks,
    list_benchmark,
};
use frame_support::traits::{StorageInfo, StorageInfoTrait, WhitelistedStorageKeys};
use frame_system_benchmarking::{Pallet as OfSystem, extensions::Pallet as OfExtensions};

use crate::{
    AllPalletsWithSystem, Balances, Crowdloan, Grandpa, Multisig, Preimage, Runtime, SafeMode,
    Scheduler, Sudo, System, Timestamp, TransactionPayment, Utility,
};

define_benchmarks!(
    [frame_system, OfSystem::<Runtime>]
    [frame_system_extensions, OfExtensions::<Runtime>]
    [pallet_balances, Balances]
    [pallet_crowdloan, Crowdloan]
    [pallet_grandpa, Grandpa]
    [pallet_multisig, Multisig]
    [pallet_preimage, Preimage]
    [pallet_safe_mode, SafeMode]
    [pallet_scheduler, Scheduler]
    [pallet_sudo, Sudo]
    [pallet_timestamp, Timestamp]
    [pallet_transaction_payment, TransactionPayment]
    [pallet_utility, Utility]
);

/// What there is.
pub(crate) fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
    let mut list = Vec::new();
    list_benchmarks!(list, extra);
    (list, AllPalletsWithSystem::storage_info())
}

/// Runs one. Free are the keys that every block touches anyway, of which only `System` has any
/// here: elsewhere the SDK means parachains by that.
pub(crate) fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
    let whitelist = System::whitelisted_storage_keys();
    let mut batches = Vec::new();
    let params = (&config, &whitelist);
    add_benchmarks!(params, batches);
    Ok(batches)
}

impl frame_system_benchmarking::Config for Runtime {}
impl pallet_transaction_payment::BenchmarkConfig for Runtime {}
