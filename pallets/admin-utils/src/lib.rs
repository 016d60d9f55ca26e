//! # AdminUtils pallet (`AdminUtils`)
//!
//! Sets what the other pallets store: hyperparameters of subnets, by root or the owner, and rules
//! of the chain, by root.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

extern crate alloc;

mod actions;
mod authorities;
#[cfg(feature = "runtime-benchmarks")]
#[allow(clippy::arithmetic_side_effects, reason = "a benchmark may panic")]
mod benchmarking;
mod permissions;
mod setters;
mod weight_info;

use frame_support::pallet_macros::import_section;
use pallet_subtensor::{
    children::MAX_PARENTS,
    consensus::{MAX_NULL_UIDS, MAX_UIDS},
};
use subtensor_procedural::join_calls;

pub use authorities::ChangeAuthorities;
#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::{Setup, walks::Pallet as Walks};
pub use pallet::*;
pub use permissions::Who;
pub use weight_info::{MeasuredWeights, WeightInfo};

/// Hotkeys whose stake a trimming under Null consensus declares to read: all there may be on the
/// subnet, and as many parents.
const MAX_STAKERS: u32 = 2 * MAX_NULL_UIDS as u32;
/// The same of an election when Null consensus begins: every uid and all its parents; two of those
/// of which it is read whether they are suspended count as one more.
const MAX_ELECTORS: u32 = MAX_UIDS as u32 * (1 + MAX_PARENTS + MAX_PARENTS.div_ceil(2));

#[import_section(setters::of_subnets::setters)]
#[import_section(setters::of_the_chain::setters)]
#[import_section(actions::actions)]
#[join_calls]
#[frame_support::pallet]
pub mod pallet {
    use alloc::vec::Vec;
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    // The items that the tables' rows name, and the pallets under the names they have there.
    use pallet_subtensor::pallet::*;
    use pallet_subtensor::{
        self as subtensor, Coinbase, ConsensusMode, EpochConsensus, Funds, Hyperparameter,
        Mechanisms, Neurons, Nominations, RecycleOrBurnEnum, Registration, Schedule, Scores,
        Subnets, consensus::MAX_MECHANISMS, emission::GATE_EXPONENTS, rate_limits::Action,
        weight_info::MAX_SUBNET_LIMIT,
    };
    use sp_runtime::{PerU16, traits::Zero};
    use subtensor_fixed::{I64F64, I96F32, U64F64};
    use subtensor_primitives::{MechId, NetUid, TaoBalance};

    use crate::{
        self as admin, ChangeAuthorities, MAX_ELECTORS, MAX_STAKERS, WeightInfo,
        Who::*,
        authorities::{AuthorsOf, FinalizersOf},
        setters::{said, store},
    };

    /// Version of the layout of this pallet's storage, kept on chain beside it. Genesis writes it;
    /// a migration raises it.
    pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(0);

    #[pallet::pallet]
    #[pallet::storage_version(STORAGE_VERSION)]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config:
        frame_system::Config<RuntimeEvent: From<Event<Self>>>
        + pallet_subtensor::Config
        + pallet_evm_chain_id::Config
    {
        /// The keys that make and finalize blocks.
        type Authorities: ChangeAuthorities<BlockNumberFor<Self>>;
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
    }

    #[pallet::event]
    #[pallet::generate_deposit(pub(crate) fn deposit_event)]
    pub enum Event<T: Config> {
        /// The third variant of the bonds was switched.
        Yuma3EnableToggled { netuid: NetUid, enabled: bool },
        /// Resetting bonds was switched.
        BondsResetToggled { netuid: NetUid, enabled: bool },
        /// The price of a registration halves in so many blocks.
        BurnHalfLifeSet { netuid: NetUid, burn_half_life: u16 },
        /// The price of a registration rises by that factor.
        BurnIncreaseMultSet {
            netuid: NetUid,
            burn_increase_mult: U64F64,
        },
        /// TAO emission to the pool was switched.
        SubnetEmissionEnabledSet { netuid: NetUid, enabled: bool },
        /// That part of the price of a registration is locked as collateral, of 65535.
        CollateralLockShareSet { netuid: NetUid, lock_share: u16 },
        /// So much collateral comes free for each alpha earned.
        CollateralDrainRatioSet { netuid: NetUid, drain_ratio: U64F64 },
        /// A value was set that has no event of its own: the name of its call without `sudo_set_`,
        /// and what the call was given, encoded. Without a netuid it is the chain's.
        ParameterSet {
            netuid: Option<NetUid>,
            name: Vec<u8>,
            value: Vec<u8>,
        },
        /// Most of a fund that one holding may be after a trade, of 65535.
        BasketConcentrationCapSet { cap: u16 },
        /// Most of its worth that a fund may turn over in a day, of 65535.
        BasketDailyTurnoverCapSet { cap: u16 },
        /// Most of the alpha of a pool that a fund may hold after a trade, of 65535.
        BasketLiquidityCapSet { cap: u16 },
        /// The trading of funds was switched.
        BasketTradingToggled { enabled: bool },
        /// One fund may trade no more, or again.
        BasketTradingFrozenSet { hotkey: T::AccountId, frozen: bool },
        /// Least worth of a trade of a fund, rao.
        BasketMinTradeTaoSet { min_trade_rao: u64 },
        /// What claims leave in funds as dust, rao and ten thousandths.
        BasketClaimDustSet {
            row_cap_rao: u64,
            row_bps: u16,
            slice_rao: u64,
            forfeit_cap_rao: u64,
        },
    }

    /// In the order of the public interface.
    #[pallet::error]
    pub enum Error<T> {
        /// There is no such subnet.
        SubnetDoesNotExist,
        /// There would be more validators than uids.
        MaxValidatorsLargerThanMaxUIds,
        /// There are more uids already.
        MaxAllowedUIdsLessThanCurrentUIds,
        /// The memory of bonds would be too long.
        BondsMovingAverageMaxReached,
        /// Only root may turn the sigmoid around.
        NegativeSigmoidSteepness,
        /// The value is out of its bounds.
        ValueNotInBounds,
        /// There are fewer uids.
        MinAllowedUidsGreaterThanCurrentUids,
        /// The least would be above the most.
        MinAllowedUidsGreaterThanMaxAllowedUids,
        /// The most would be below the least.
        MaxAllowedUidsLessThanMinAllowedUids,
        /// There may be no more than 256 uids, under Null consensus 2 500.
        MaxAllowedUidsGreaterThanDefaultMaxAllowedUids,
        /// The value makes no sense.
        InvalidValue,
        /// Root has no such value.
        NotPermittedOnRootSubnet,
        /// Reserved: registration by work cannot be switched on.
        POWRegistrationDisabled,
        /// The call is retired.
        Deprecated,
        /// Too much of the price of a registration would be collateral.
        CollateralLockShareTooHigh,
        /// Collateral would never come free, or at once.
        CollateralDrainRatioOutOfBounds,
        /// Finality changes hands at the end of the block only.
        GrandpaChangeDelayMustBeZero,
    }
}
