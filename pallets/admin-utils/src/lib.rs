//! # AdminUtils pallet (`AdminUtils`)
//!
//! Sets what the other pallets store: hyperparameters of subnets, by root or the owner, and rules of the chain, by
//! root.

#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

extern crate alloc;

mod calls;
mod permissions;
mod weight_info;

use frame_support::pallet_macros::import_section;

pub use pallet::*;
pub use weight_info::{ProvisionalWeights, WeightInfo};

#[import_section(calls::calls)]
#[frame_support::pallet]
pub mod pallet {
    use alloc::vec::Vec;
    use frame_support::pallet_prelude::*;
    use frame_system::pallet_prelude::*;
    use pallet_subtensor::{
        Error as SubtensorError, Event as SubtensorEvent, Hyperparameter, Pallet as Subtensor,
        RecycleOrBurnEnum,
        consensus::MAX_UIDS,
        pallet::{
            ActivityCutoff, AdjustmentAlpha, AdjustmentInterval, AdminFreezeWindow,
            AlphaSigmoidSteepness, AlphaValues, BondsMovingAverage, BondsPenalty, BondsResetOn,
            BurnHalfLife, BurnIncreaseMult, CKBurn, CommitRevealWeightsEnabled,
            CommitRevealWeightsVersion, Difficulty, EMAPriceHalvingBlocks, ImmuneOwnerUidsLimit,
            ImmunityPeriod, Kappa, LastEpochBlock, LiquidAlphaOn, MaxAllowedUids,
            MaxAllowedValidators, MaxBurn, MaxChildkeyTake, MaxDelegateTake, MaxDifficulty,
            MaxEpochsPerBlock, MaxRegistrationsPerBlock, MechanismCountCurrent, MinActivityCutoff,
            MinAllowedUids, MinAllowedWeights, MinBurn, MinChildkeyTake, MinChildkeyTakePerSubnet,
            MinDelegateTake, MinDifficulty, MinNonImmuneUids, NetworkImmunityPeriod,
            NetworkLockReductionInterval, NetworkMinLockCost, NetworkRateLimit,
            NetworkRegistrationAllowed, OwnerCutEnabled, OwnerHyperparamRateLimit,
            RAORecycledForRegistration, RecycleOrBurn, RevealPeriodEpochs, Rho, ServingRateLimit,
            StakeThreshold, StartCallDelay, SubnetEmissionEnabled, SubnetLimit, SubnetMovingAlpha,
            SubnetOwnerCut, SubnetworkN, SubtokenEnabled, TargetRegistrationsPerInterval, Tempo,
            TransferToggle, TxDelegateTakeRateLimit, TxRateLimit, WeightsSetRateLimit, Yuma3On,
        },
        rate_limits::Use,
    };
    use sp_runtime::PerU16;
    use subtensor_fixed::{I96F32, U64F64};
    use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex, TaoBalance};

    use crate::WeightInfo;

    /// Highest memory of bonds that an owner may set, in millionths.
    const MAX_OWNER_BONDS_AVERAGE: u64 = 975_000;
    /// All of the memory of bonds.
    const MILLION: u64 = 1_000_000;
    /// Least bound of the memory of liquid bonds, of 65535.
    const MIN_ALPHA: u16 = 1_638;
    /// Most epochs between commit and reveal.
    const MAX_REVEAL_PERIOD: u64 = 100;
    /// Most uids of an owner that are never replaced.
    const MAX_IMMUNE_OWNER_UIDS: u16 = 10;
    /// Longest half-life of the price of a registration, blocks.
    const MAX_BURN_HALF_LIFE: u16 = 36_100;
    /// Highest factor of the price after a registration.
    const MAX_BURN_INCREASE: u64 = 3;

    #[pallet::pallet]
    pub struct Pallet<T>(_);

    #[pallet::config]
    pub trait Config:
        frame_system::Config<RuntimeEvent: From<Event<Self>>> + pallet_subtensor::Config
    {
        /// Weights of the calls.
        type WeightInfo: WeightInfo;
    }

    #[pallet::event]
    #[pallet::generate_deposit(fn deposit_event)]
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
        /// There may be no more than 256 uids.
        MaxAllowedUidsGreaterThanDefaultMaxAllowedUids,
        /// The value makes no sense.
        InvalidValue,
        /// Root has no such value.
        NotPermittedOnRootSubnet,
        /// Registration by work is off.
        POWRegistrationDisabled,
        /// Retired.
        Deprecated,
    }
}
