//! The benchmarks behind the weights. `scripts/bench-weights.sh` asks for them through the runtime
//! API `Benchmark`, in a blob that is built for that alone.

use alloc::{string::String, vec::Vec};

use frame_benchmarking::{BenchmarkBatch, BenchmarkConfig, BenchmarkList, define_benchmarks};
use frame_support::{
    BoundedVec,
    traits::{Get, StorageInfo, StorageInfoTrait, WhitelistedStorageKeys, fungible::Mutate},
};
use frame_system_benchmarking::{Pallet as OfSystem, extensions::Pallet as OfExtensions};
use pallet_admin_utils::Walks as AdminWalks;
use pallet_drand::Pulse;
use sp_consensus_aura::sr25519::AuthorityId as AuraId;
use sp_consensus_grandpa::{AuthorityId as GrandpaId, AuthorityList};
use sp_core::{ed25519, sr25519};
use subtensor_primitives::NetUid;
use subtensor_timelock::{SIGNATURE_BYTES, randomness};

use crate::{
    AccountId, AdminUtils, AllPalletsWithSystem, Balances, Commitments, Crowdloan, Drand,
    LimitOrders, MevShield, Multisig, Preimage, Proxy, Runtime, Scheduler, SubtensorModule, Sudo,
    Swap, System, Timestamp, TransactionPayment, Utility, configs::MaxAuthorities,
    extensions::benchmarking::Pallet as OwnExtensions,
};

define_benchmarks!(
    [frame_system, OfSystem::<Runtime>]
    [frame_system_extensions, OfExtensions::<Runtime>]
    [pallet_admin_utils, AdminUtils]
    [pallet_admin_utils, AdminWalks::<Runtime>]
    [pallet_balances, Balances]
    [pallet_commitments, Commitments]
    [pallet_crowdloan, Crowdloan]
    [pallet_drand, Drand]
    [pallet_limit_orders, LimitOrders]
    [pallet_multisig, Multisig]
    [pallet_preimage, Preimage]
    [pallet_scheduler, Scheduler]
    [pallet_shield, MevShield]
    [pallet_subtensor, SubtensorModule]
    [pallet_subtensor_proxy, Proxy]
    [pallet_subtensor_swap, Swap]
    [pallet_sudo, Sudo]
    [pallet_timestamp, Timestamp]
    [pallet_transaction_payment, TransactionPayment]
    [pallet_utility, Utility]
    [runtime_extensions, OwnExtensions::<Runtime>]
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

/// The subnet of the genesis, which has one neuron.
const NETUID: NetUid = NetUid::new(1);

/// The hotkey of that neuron.
const HOTKEY: AccountId = AccountId::new([0; 32]);

impl pallet_commitments::Setup for Runtime {
    fn registered() -> (NetUid, AccountId) {
        (NETUID, HOTKEY)
    }

    fn pulse(round: u64, signature: [u8; SIGNATURE_BYTES]) {
        let pulse = Pulse {
            round,
            randomness: BoundedVec::truncate_from(randomness(&signature).to_vec()),
            signature: BoundedVec::truncate_from(signature.to_vec()),
        };
        pallet_drand::Pulses::<Runtime>::insert(round, pulse);
        pallet_drand::OldestStoredRound::<Runtime>::put(1);
        pallet_drand::LastStoredRound::<Runtime>::put(round);
    }
}

impl pallet_limit_orders::Setup for Runtime {
    fn pool() -> (NetUid, AccountId) {
        pallet_subtensor::SubtokenEnabled::<Runtime>::insert(NETUID, true);
        (NETUID, HOTKEY)
    }

    fn fund(who: &AccountId, rao: u64) {
        Balances::set_balance(who, rao);
    }

    fn set_time(now: u64) {
        pallet_timestamp::Now::<Runtime>::put(now);
    }
}

impl pallet_admin_utils::Setup for Runtime {
    fn authors() -> BoundedVec<AuraId, MaxAuthorities> {
        let author = |id| sr25519::Public::from_raw([id; 32]).into();
        BoundedVec::truncate_from((0..=u8::MAX).map(author).collect())
    }

    fn finalizers() -> AuthorityList {
        let finalizer = |id| (GrandpaId::from(ed25519::Public::from_raw([id; 32])), 1);
        let count = <MaxAuthorities as Get<u32>>::get() as usize;
        (0..=u8::MAX).map(finalizer).take(count).collect()
    }
}
