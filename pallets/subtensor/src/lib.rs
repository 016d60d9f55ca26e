//! # Subtensor pallet (`SubtensorModule`)
//!
//! Machine-learning subnets on one chain: owners open subnets, neurons register on them, validators set weights, Yuma
//! consensus turns weights into scores, and every block's emission is paid by those scores to owners, miners and
//! validators with their stakers.
//!
//! ## Map of the crate
//! Interface: [`config`], [`calls`], [`events`], [`errors`], [`genesis`], [`hooks`], [`precheck`], [`weight_info`], [`undue`];
//! [`hyperparameters`] are the tables of what `AdminUtils` sets.
//! Domains, one folder each, owning their storage:
//! - [`subnets`]: creation, pricing, start, hyperparameters (spec 30)
//! - [`neurons`]: uids, registration at a price and by work, pruning (spec 30)
//! - [`weights`]: weights of validators (spec 40)
//! - [`serving`]: axon endpoints (spec 40 §11)
//! - [`rate_limits`]: when an account or subnet may act again (spec 30 §14)
//! - [`keys`]: which coldkey owns which hotkey (spec 30 §5)
//! - [`ledger`]: the only code that moves, mints or destroys TAO and alpha (spec 10 §5)
//! - [`staking`]: share pools and stake calls (spec 50)
//! - [`locks`]: locked stake and its conviction (spec 50 §11)
//! - [`emission`]: the work of a block (spec 10)
//! - [`consensus`]: one epoch of a subnet (spec 20)
//! - [`views`]: read models behind the runtime APIs (spec 70)

#![cfg_attr(not(feature = "std"), no_std)]
// Each section of the pallet is pasted by macros within those of the sections before it.
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]
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
pub mod calls;
pub mod children;
pub mod config;
pub mod config_preludes;
pub mod consensus;
pub(crate) mod domain;
pub mod emission;
pub mod errors;
pub mod events;
pub mod genesis;
pub mod hooks;
pub mod hyperparameters;
pub mod keys;
pub mod ledger;
pub mod locks;
pub mod neurons;
pub mod rate_limits;
pub mod root_dividends;
pub mod schedule;
pub mod serving;
pub mod shares;
pub mod staking;
pub mod subnets;
pub mod types;
pub mod views;
pub mod weight_info;
pub mod weights;

#[cfg(test)]
pub(crate) mod mock;

use frame_support::pallet_macros::import_section;
use subtensor_procedural::join_calls;

pub use admission::Admission;
pub use children::Children;
pub use consensus::{Mechanisms, Scores, StakeWeights};
pub use emission::{Coinbase, Payout};
pub use keys::Hotkeys;
pub use ledger::Ledger;
pub use locks::Locks;
pub use neurons::{Neurons, Registration};
pub use pallet::*;
pub use rate_limits::RateLimits;
pub use root_dividends::RootDividends;
pub use schedule::Schedule;
pub use serving::Serving;
pub use shares::Shares;
pub use staking::{AlphaFee, AutoStake, Nominations, Staking, Takes};
pub use subnets::{Dissolution, Subnets};
pub use types::*;
pub use views::Views;
pub use weight_info::WeightInfo;
pub use weights::ValidatorWeights;

#[import_section(config::config)]
#[import_section(errors::errors)]
#[import_section(events::events)]
#[import_section(genesis::genesis)]
#[import_section(hooks::hooks)]
#[import_section(calls::children::children_calls)]
#[import_section(calls::destruction::destruction_calls)]
#[import_section(calls::epochs::epochs_calls)]
#[import_section(calls::identity::identity_calls)]
#[import_section(calls::keys::keys_calls)]
#[import_section(calls::neurons::neurons_calls)]
#[import_section(calls::relocation::relocation_calls)]
#[import_section(calls::root::root_calls)]
#[import_section(calls::serving::serving_calls)]
#[import_section(calls::staking::staking_calls)]
#[import_section(calls::subnets::subnets_calls)]
#[import_section(calls::takes::takes_calls)]
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
#[import_section(ledger::storage::ledger_storage)]
#[import_section(root_dividends::storage::root_dividends_storage)]
#[import_section(schedule::storage::schedule_storage)]
#[import_section(admission::storage::admission_storage)]
#[import_section(locks::storage::locks_storage)]
#[import_section(emission::storage::emission_storage)]
#[import_section(consensus::storage::consensus_storage)]
#[join_calls]
#[frame_support::pallet]
pub mod pallet {
    use crate::{
        AutoStake, Children, Coinbase, Dissolution, Hotkeys, Ledger, Nominations, Registration,
        RootDividends, Schedule, Scores, Serving, Staking, Subnets, Takes, ValidatorWeights,
        calls::staking::{max_weight_of_add_stake, weight_of_add_stake},
        children::max_rivals,
        consensus::MAX_UIDS,
        neurons::{Seal, WorkClaim},
        root_dividends::{
            MAX_CLAIM_ROWS, MAX_RATES, max_weight_of_joining_root, max_weight_of_leaving_root,
        },
        serving::Certificate,
        shares::MAX_HOTKEYS,
        staking::{
            MoveLimit, OrderLimit, Position, max_weight_of_remove_stake, max_weight_of_root_ends,
        },
        types::*,
        weight_info::{MAX_SUBNETS, WeightInfo},
        weights::{Row, WeightList},
    };
    use alloc::{
        collections::{BTreeMap, BTreeSet, VecDeque},
        vec,
        vec::Vec,
    };
    use frame_support::{PalletId, pallet_prelude::*, traits::fungible};
    use frame_system::pallet_prelude::*;
    use sp_core::{H160, H256};
    use sp_runtime::{PerU16, Percent, traits::UniqueSaturatedInto};
    use subtensor_fixed::{I64F64, I96F32, U64F64, U96F32};
    use subtensor_primitives::{
        AlphaAssetsInterface, AlphaBalance, MechId, NetUid, NetUidStorageIndex, OwnerCutLock,
        SwapInterface, TaoBalance,
    };
    use subtensor_shares::SafeFloat;

    /// Version of the layout of this pallet's storage, kept on chain beside it. Genesis writes it; a migration raises it.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    // What is marked `unbounded` is a list that the public interface shows as `Vec`; a bounded list would be another type in
    // metadata. The functions that write the lists keep them short.
    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);
}
