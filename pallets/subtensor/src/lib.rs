//! # Subtensor pallet (`SubtensorModule`)
//!
//! Machine-learning subnets on one chain: owners open subnets, neurons register on them, validators
//! set weights, Yuma consensus turns weights into scores, and every block's emission is paid by
//! those scores to owners, miners and validators with their stakers.
//!
//! ## Map of the crate
//! The interface to the outside:
//! - [`calls`], [`events`], [`errors`]: what users send and what they are told
//! - [`config`], [`config_preludes`]: what the runtime chooses, and a choice for tests
//! - [`genesis`], [`hooks`]: the first state, and the work of every block
//! - [`hyperparameters`]: tables of the values that `AdminUtils` sets (spec 30 §15)
//! - `benchmarking`: the states in which weights are measured (feature `runtime-benchmarks`)
//! - [`types`]: types of storage and events that belong to no single domain
//! - [`weight_info`]: the weight of everything that has one, [`WeightInfo`]
//!
//! The domains: a module each, with its storage, and a type or more through which others use it.
//! What happens to all alike, such as the dissolution of a subnet, is told to each by `domain`.
//! - [`admission`]: which calls enter the pool and a block, [`Admission`] (spec 40 §12, 60 §7.3)
//! - [`children`]: stake that hotkeys lend to others, [`Children`] (spec 50 §9)
//! - [`collateral`]: stake that only emission sets free, [`Collateral`] (spec 90 §14)
//! - [`consensus`]: one epoch of a subnet, [`Scores`], [`StakeWeights`], [`Mechanisms`] (spec 20)
//! - [`emission`]: what a block mints, [`Coinbase`]; who is paid, [`Payout`] (spec 10 §7 to §15)
//! - [`funds`]: what stake on root earns, kept by funds of root validators, [`Funds`] (spec 90 A)
//! - [`keys`]: which coldkey owns which hotkey, [`Hotkeys`] (spec 30 §5); coldkeys that give all
//!   they have to another, [`ColdkeySwaps`] (spec 50 §13.4)
//! - [`leases`]: subnets that crowdloans paid for, and who earns by them, [`Leases`] (spec 30 §13)
//! - [`ledger`]: all that mints, destroys or moves TAO and alpha, [`Ledger`] (spec 10 §5)
//! - [`locks`]: locked stake, its conviction, and who wins a subnet by it, [`Locks`] (spec 50 §11)
//! - [`neurons`]: uids, [`Neurons`]; how one gets them, [`Registration`] (spec 30 §8 to §10, §21)
//! - [`rate_limits`]: when accounts and subnets may act again, [`RateLimits`] (spec 30 §14)
//! - [`schedule`]: when epochs run, [`Schedule`] (spec 10 §12, §19.1)
//! - [`serving`]: endpoints of neurons, [`Serving`] (spec 40 §11)
//! - [`shares`]: who holds which stake, as shares of pools, [`Shares`] (spec 50 §4, §7.1)
//! - [`staking`]: orders, [`Staking`]; takes of delegates, [`Takes`]; where income is staked,
//!   [`AutoStake`]; stake too small to stay, [`Nominations`]; fees in alpha, [`AlphaFee`]
//!   (spec 50 §4, §6)
//! - [`subnets`]: which exist and whose they are, [`Subnets`]; how they end, [`Dissolution`]
//!   (spec 30 §4.1, §6, §7)
//! - [`voting`]: averages of validators' stake, [`Voting`] (spec 50 §12, 90 §21.1)
//! - [`views`]: read models behind the runtime APIs, [`Views`] (spec 70 §4 to §7)
//! - [`weights`]: what validators think of miners, [`ValidatorWeights`] (spec 40 §3, §6)

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]
// Each section of the pallet is pasted by macros within those of the sections before it.
#![recursion_limit = "256"]
#![allow(
    clippy::too_many_arguments,
    reason = "the arguments of calls are public interface"
)]
#![allow(
    clippy::crate_in_macro_def,
    reason = "pallet sections are macros used in this crate only"
)]

extern crate alloc;

pub mod admission;
#[cfg(any(test, feature = "runtime-benchmarks"))]
pub mod benchmarking;
pub mod calls;
pub mod children;
pub mod collateral;
pub mod config;
pub mod config_preludes;
pub mod consensus;
pub(crate) mod domain;
pub mod emission;
pub mod errors;
pub mod events;
pub mod funds;
pub mod genesis;
pub mod hooks;
pub mod hyperparameters;
pub mod keys;
pub mod leases;
pub mod ledger;
pub mod locks;
pub mod neurons;
pub mod rate_limits;
pub mod schedule;
pub mod serving;
pub mod shares;
pub mod staking;
pub mod subnets;
pub mod types;
pub mod views;
pub mod voting;
pub mod weight_info;
pub mod weights;

#[cfg(test)]
pub(crate) mod mock;

use frame_support::pallet_macros::import_section;
use subtensor_procedural::join_calls;

pub use admission::Admission;
pub use children::Children;
pub use collateral::Collateral;
pub use consensus::{Mechanisms, Scores, StakeWeights};
pub use emission::{Coinbase, Payout};
pub use funds::Funds;
pub use keys::{ColdkeySwaps, Freeze, Hotkeys};
pub use leases::Leases;
pub use ledger::Ledger;
pub use locks::Locks;
pub use neurons::{Neurons, Registration};
pub use pallet::*;
pub use rate_limits::RateLimits;
pub use schedule::Schedule;
pub use serving::Serving;
pub use shares::Shares;
pub use staking::{AlphaFee, AutoStake, Nominations, Staking, Takes};
pub use subnets::{Dissolution, Subnets};
pub use types::*;
pub use views::Views;
pub use voting::Voting;
pub use weight_info::WeightInfo;
pub use weights::ValidatorWeights;

#[import_section(config::config)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[import_section(genesis::genesis)]
#[import_section(hooks::hooks)]
#[import_section(calls::children::children_calls)]
#[import_section(calls::coldkeys::coldkeys_calls)]
#[import_section(calls::collateral::collateral_calls)]
#[import_section(calls::commits::commits_calls)]
#[import_section(calls::destruction::destruction_calls)]
#[import_section(calls::epochs::epochs_calls)]
#[import_section(calls::identity::identity_calls)]
#[import_section(calls::keys::keys_calls)]
#[import_section(calls::leases::leases_calls)]
#[import_section(calls::locks::locks_calls)]
#[import_section(calls::neurons::neurons_calls)]
#[import_section(calls::relocation::relocation_calls)]
#[import_section(calls::root::root_calls)]
#[import_section(calls::serving::serving_calls)]
#[import_section(calls::staking::staking_calls)]
#[import_section(calls::subnets::subnets_calls)]
#[import_section(calls::takes::takes_calls)]
#[import_section(calls::voting::voting_calls)]
#[import_section(calls::weights::weights_calls)]
#[import_section(subnets::storage::subnets_storage)]
#[import_section(neurons::storage::neurons_storage)]
#[import_section(weights::storage::weights_storage)]
#[import_section(serving::storage::serving_storage)]
#[import_section(rate_limits::storage::rate_limits_storage)]
#[import_section(keys::storage::keys_storage)]
#[import_section(staking::storage::staking_storage)]
#[import_section(shares::storage::shares_storage)]
#[import_section(children::storage::children_storage)]
#[import_section(collateral::storage::collateral_storage)]
#[import_section(ledger::storage::ledger_storage)]
#[import_section(funds::storage::funds_storage)]
#[import_section(schedule::storage::schedule_storage)]
#[import_section(admission::storage::admission_storage)]
#[import_section(locks::storage::locks_storage)]
#[import_section(emission::storage::emission_storage)]
#[import_section(consensus::storage::consensus_storage)]
#[import_section(voting::storage::voting_storage)]
#[import_section(leases::storage::leases_storage)]
#[join_calls]
#[frame_support::pallet]
pub mod pallet {
    use crate::{
        AutoStake, Children, Coinbase, ColdkeySwaps, Collateral, Dissolution, Funds, Hotkeys,
        Leases, Ledger, Locks, Nominations, Registration, Schedule, Serving, Staking, Subnets,
        Takes, ValidatorWeights, Voting,
        calls::staking::{max_weight_of_add_stake, weight_of_add_stake},
        children::max_rivals,
        collateral::MAX_COLLATERAL_HOTKEYS,
        consensus::MAX_NULL_UIDS,
        funds::{
            Leg, MAX_LEGS, max_weight_of_deposit, max_weight_of_trades, weight_of_claim,
            weight_of_hotkey_claim,
        },
        keys::{HotkeySwapOrder, max_weight_of_coldkey_swap},
        locks::MAX_LOCK_LEADERS,
        neurons::{Seal, WorkClaim},
        serving::Certificate,
        shares::MAX_HOTKEYS,
        staking::{
            MoveLimit, OrderLimit, Position, max_weight_of_destruction, max_weight_of_ends,
            max_weight_of_remove_stake, max_weight_of_unstake_all,
        },
        types::*,
        weight_info::{MAX_SUBNETS, WeightInfo},
        weights::{
            BatchList, CommitOutline, CommitPayload, IMPLIED_COMMIT_VERSION, Preimage,
            RevealFailure, RevealList, Row, RowList, Sealed, TimelockedCommit, WaitingQueue,
            WeightList, weight_of_batch, weight_of_batch_commit, weight_of_batch_reveal,
            weight_of_reveal,
        },
    };
    use alloc::{
        collections::{BTreeMap, BTreeSet, VecDeque},
        vec,
        vec::Vec,
    };
    use codec::Compact;
    use frame_support::{PalletId, pallet_prelude::*, traits::fungible, weights::WeightMeter};
    use frame_system::pallet_prelude::*;
    use sp_core::{H160, H256};
    use sp_runtime::{PerU16, Percent, traits::UniqueSaturatedInto};
    use subtensor_fixed::{I64F64, I96F32, U64F64, U96F32};
    use subtensor_funds::{
        display::BetaBaselineOf,
        index::{BetaIndexFundSampleOf, BetaIndexSnapshotOf, BetaIndexSweepOf},
    };
    use subtensor_primitives::{
        AlphaAssetsInterface, AlphaBalance, CommitmentsInterface, CrowdloansInterface, MechId,
        NetUid, NetUidStorageIndex, ProxyInterface, SwapInterface, TaoBalance,
    };
    use subtensor_shares::SafeFloat;
    // In place of those of the prelude.
    use subtensor_storage::{StorageDoubleMap, StorageMap, StorageNMap};
    use subtensor_timelock::{Beacon, CurveHooks};

    /// Version of the layout of this pallet's storage, kept on chain beside it. Genesis writes it;
    /// a migration raises it.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    // What is marked `unbounded` is a list that the public interface shows as `Vec`; a bounded list
    // would be another type in metadata. The functions that write the lists keep them short.
    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);
}
