//! The Subtensor runtime: composition only. Pallets hold the rules, `configs` gives them their
//! parameters, `timing` picks the values that depend on the block time, `apis` answers the node,
//! `genesis` starts a chain (spec 60).

#![cfg_attr(not(feature = "std"), no_std)]
// The runtime macro's dispatch over all pallets nests deeper than the default.
#![recursion_limit = "256"]

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

extern crate alloc;

mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
pub mod calls;
mod configs;
pub mod extensions;
pub mod fees;
pub mod filters;
pub mod genesis;
pub mod guard;
mod metadata;
pub mod migrations;
pub mod shield;
#[cfg(test)]
mod tests;
pub mod timing;
mod weights;

use alloc::{borrow::Cow, vec::Vec};

use apis::RUNTIME_API_VERSIONS;
#[cfg(feature = "std")]
pub use apis::RuntimeApi;
pub use configs::proxy::ProxyType;
use sp_runtime::{
    MultiAddress, MultiSignature, generic, impl_opaque_keys,
    traits::{BlakeTwo256, IdentifyAccount, Verify},
};
use sp_version::RuntimeVersion;

/// How many blocks came before this one.
pub type BlockNumber = u32;
/// A signature of any of the three supported schemes.
pub type Signature = MultiSignature;
/// An account: 32 bytes.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// TAO in rao.
pub type Balance = u64;
/// Number of transactions an account has sent.
pub type Nonce = u32;
/// A 256-bit hash.
pub type Hash = sp_core::H256;
/// How extrinsics name accounts.
pub type Address = MultiAddress<AccountId, ()>;
/// A block's header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block with decoded extrinsics.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// An extrinsic as it comes over the wire.
pub type UncheckedExtrinsic =
    generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, extensions::TxExtension>;
/// What is signed.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, extensions::TxExtension>;
/// Runs blocks.
pub type Executive = frame_executive::Executive<
    Runtime,
    Block,
    frame_system::ChainContext<Runtime>,
    Runtime,
    AllPalletsWithSystem,
>;

/// What a node lets the runtime call: the standard set, and the heavy operations of the curve of
/// drand's beacon.
#[cfg(feature = "std")]
pub type HostFunctions = (
    sp_io::SubstrateHostFunctions,
    sp_crypto_ec_utils::bls12_381::host_calls::HostFunctions,
);

/// Types for code that need not decode extrinsics, such as the node.
pub mod opaque {
    use super::*;
    use alloc::vec::Vec;
    pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

    /// A block's header.
    pub type Header = super::Header;
    /// A block with encoded extrinsics.
    pub type Block = generic::Block<Header, UncheckedExtrinsic>;
    /// A block by hash or by number.
    pub type BlockId = generic::BlockId<Block>;

    impl_opaque_keys! {
        pub struct SessionKeys {
            pub aura: Aura,
            pub grandpa: Grandpa,
        }
    }
}

/// Clients cache metadata by (genesis hash, `spec_version`): it grows with every change of the
/// interface. It starts above 459, where clients stop expecting the older shape of the public
/// network's interface.
#[sp_version::runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
    spec_name: Cow::Borrowed("node-subtensor"),
    impl_name: Cow::Borrowed("node-subtensor"),
    authoring_version: 1,
    spec_version: 460,
    impl_version: 1,
    apis: RUNTIME_API_VERSIONS,
    transaction_version: 1,
    system_version: 1,
};

/// Pallet indices are public interface and never change (spec 60 §5).
#[frame_support::runtime]
mod runtime {
    #[runtime::runtime]
    #[runtime::derive(
        RuntimeCall,
        RuntimeEvent,
        RuntimeError,
        RuntimeOrigin,
        RuntimeFreezeReason,
        RuntimeHoldReason,
        RuntimeSlashReason,
        RuntimeLockId,
        RuntimeTask,
        RuntimeViewFunction
    )]
    pub struct Runtime;

    #[runtime::pallet_index(0)]
    pub type System = frame_system;
    #[runtime::pallet_index(2)]
    pub type Timestamp = pallet_timestamp;
    #[runtime::pallet_index(3)]
    pub type Aura = pallet_aura;
    #[runtime::pallet_index(4)]
    pub type Grandpa = pallet_grandpa;
    #[runtime::pallet_index(5)]
    pub type Balances = pallet_balances;
    #[runtime::pallet_index(6)]
    pub type TransactionPayment = pallet_transaction_payment;
    #[runtime::pallet_index(7)]
    pub type SubtensorModule = pallet_subtensor;
    #[runtime::pallet_index(11)]
    pub type Utility = pallet_utility;
    #[runtime::pallet_index(12)]
    pub type Sudo = pallet_sudo;
    #[runtime::pallet_index(13)]
    pub type Multisig = pallet_multisig;
    #[runtime::pallet_index(14)]
    pub type Preimage = pallet_preimage;
    #[runtime::pallet_index(15)]
    pub type Scheduler = pallet_scheduler;
    #[runtime::pallet_index(16)]
    pub type Proxy = pallet_subtensor_proxy;
    #[runtime::pallet_index(18)]
    pub type Commitments = pallet_commitments;
    #[runtime::pallet_index(19)]
    pub type AdminUtils = pallet_admin_utils;
    #[runtime::pallet_index(20)]
    pub type SafeMode = pallet_safe_mode;
    #[runtime::pallet_index(23)]
    pub type EVMChainId = pallet_evm_chain_id;
    #[runtime::pallet_index(26)]
    pub type Drand = pallet_drand;
    #[runtime::pallet_index(27)]
    pub type Crowdloan = pallet_crowdloan;
    #[runtime::pallet_index(28)]
    pub type Swap = pallet_subtensor_swap;
    #[runtime::pallet_index(30)]
    pub type MevShield = pallet_shield;
    #[runtime::pallet_index(31)]
    pub type AlphaAssets = pallet_alpha_assets;
    #[runtime::pallet_index(32)]
    pub type LimitOrders = pallet_limit_orders;
    #[runtime::pallet_index(64)]
    pub type Timing = pallet_timing;
    #[runtime::pallet_index(65)]
    pub type MultiBlockMigrations = pallet_migrations;
}
