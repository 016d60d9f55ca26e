//! The table of every value that `AdminUtils` sets (spec 30 §15, §16, 10 §19.2, 20 §12). One row is one value: from it
//! come the call, its checks and its event, the list of named values that clients read, and docs/hyperparameters.md.
//! A default is declared with the storage item that the row names, in the domain that owns it.

use core::marker::PhantomData;
use subtensor_primitives::NetUid;

use crate::{
    Config,
    domain::Domain,
    // The items that the rows name.
    pallet::*,
};

/// Hands the table to the macro `$consumer`, which makes of it what it needs; with `items =>`, only the storage items of
/// subnets, each with the names in brackets under which it is shown.
///
/// A row says, in this order; what is in brackets may be absent:
/// - a doc comment, which is the call's in metadata;
/// - index, name and arguments of the call, `=>` the storage item, \[`through` the function that writes it\];
/// - `by` who may set it besides root: `Root` nobody; `Owner(key)` the owner once in a few tempos for each key;
///   `OwnerPer(use)` the owner once in the interval of that use; `OwnerAlways` the owner. The owner never may in the
///   freeze window;
/// - \[`class` of the call\];
/// - \[`if` what must hold of the value, `=>` the error\], in the order of the checks;
/// - \[`owner if` what must hold besides if the owner sets it\];
/// - \[`emits` an event of `SubtensorModule`, `emits_own` one of `AdminUtils`\]; without, the event is
///   `AdminUtils::ParameterSet`;
/// - \[`shown` under these names to clients, `=` the function that reads it, where that is not the item itself\]. Rows
///   and names are in the order of the public list.
#[macro_export]
macro_rules! hyperparameters {
    ($consumer:ident) => { $crate::hyperparameters! { @ [$consumer] } };
    (items => $consumer:ident) => { $crate::hyperparameters! { @ [$crate::items_of_hyperparameters] $consumer } };
    (@ [$($consumer:tt)+] $($passed:ident)?) => { $($consumer)+! { $($passed)?
        subnet {
            /// Sets the part of stake that decides the consensus, of 65535.
            16 sudo_set_kappa(netuid, kappa: u16) => Kappa, by Root,
                emits KappaSet(netuid, kappa), shown kappa;

            /// Sets the blocks in which a new neuron is spared.
            13 sudo_set_immunity_period(netuid, immunity_period: u16) => ImmunityPeriod,
                by Owner(Hyperparameter::ImmunityPeriod),
                emits ImmunityPeriodSet(netuid, immunity_period), shown immunity_period;

            /// Sets how many weights a validator must give at least.
            14 sudo_set_min_allowed_weights(netuid, min_allowed_weights: u16) => MinAllowedWeights,
                by Owner(Hyperparameter::MinAllowedWeights),
                emits MinAllowedWeightSet(netuid, min_allowed_weights),
                shown min_allowed_weights, max_weights_limit = view_max_weights_limit;

            /// Sets the blocks between two epochs, counted from now on; with 0, which only root may set, none run.
            30 sudo_set_tempo(netuid, tempo: u16) => Tempo through Schedule::put_tempo, by OwnerPer(Action::Tempo),
                owner if (T::MinTempo::get()..=T::MaxTempo::get()).contains(&tempo)
                    => SubtensorError::<T>::TempoOutOfBounds,
                emits TempoSet(netuid, tempo), shown tempo;

            /// Sets the least version key with which weights are accepted.
            6 sudo_set_weights_version_key(netuid, weights_version_key: u64) => WeightsVersionKey,
                by OwnerPer(Action::WeightsVersion),
                emits WeightsVersionKeySet(netuid, weights_version_key), shown weights_version;

            /// Sets the blocks between two settings of weights by one validator.
            7 sudo_set_weights_set_rate_limit(netuid, weights_set_rate_limit: u64) => WeightsSetRateLimit, by Root,
                emits WeightsSetRateLimitSet(netuid, weights_set_rate_limit), shown weights_rate_limit;

            /// Sets after how long without new weights a validator is inactive, in thousandths of the tempo.
            97 sudo_set_activity_cutoff_factor(netuid, factor_milli: u32) => ActivityCutoffFactorMilli,
                by Owner(Hyperparameter::ActivityCutoffFactorMilli),
                if (T::MinActivityCutoffFactorMilli::get()..=T::MaxActivityCutoffFactorMilli::get())
                    .contains(&factor_milli) => SubtensorError::<T>::ActivityCutoffFactorMilliOutOfBounds,
                emits ActivityCutoffFactorMilliSet { netuid, factor_milli },
                shown activity_cutoff = view_activity_cutoff, activity_cutoff_factor;

            /// Sets whether neurons may register at the price. An owner keeps one way to register open.
            19 sudo_set_network_registration_allowed(netuid, registration_allowed: bool)
                => NetworkRegistrationAllowed, by Owner(Hyperparameter::BurnRegistrationAllowed),
                owner if registration_allowed || NetworkPowRegistrationAllowed::<T>::get(netuid)
                    => Error::<T>::InvalidValue,
                emits RegistrationAllowed(netuid, registration_allowed), shown registration_allowed;

            /// Sets a third of the most registrations in an interval; holds on root only.
            21 sudo_set_target_registrations_per_interval(netuid, target_registrations_per_interval: u16)
                => TargetRegistrationsPerInterval, by Root,
                emits RegistrationPerIntervalSet(netuid, target_registrations_per_interval),
                shown target_regs_per_interval;

            /// Sets the least price of a registration, rao.
            22 sudo_set_min_burn(netuid, min_burn: TaoBalance) => MinBurn through Registration::set_min_burn,
                by Owner(Hyperparameter::MinBurn),
                if min_burn < T::MinBurnUpperBound::get() => Error::<T>::ValueNotInBounds,
                if min_burn < MaxBurn::<T>::get(netuid) => Error::<T>::ValueNotInBounds,
                emits MinBurnSet(netuid, min_burn), shown min_burn;

            /// Sets the highest price of a registration, rao.
            23 sudo_set_max_burn(netuid, max_burn: TaoBalance) => MaxBurn through Registration::set_max_burn,
                by Owner(Hyperparameter::MaxBurn),
                if max_burn > T::MaxBurnLowerBound::get() => Error::<T>::ValueNotInBounds,
                if max_burn > MinBurn::<T>::get(netuid) => Error::<T>::ValueNotInBounds,
                emits MaxBurnSet(netuid, max_burn), shown max_burn;

            /// Sets the blocks in which the price of a registration halves.
            89 sudo_set_burn_half_life(netuid, burn_half_life: u16) => BurnHalfLife through Registration::set_burn_half_life,
                by Owner(Hyperparameter::BurnHalfLife), class Operational,
                if !netuid.is_root() => Error::<T>::NotPermittedOnRootSubnet,
                if (1..=36_100).contains(&burn_half_life) => Error::<T>::InvalidValue,
                emits_own BurnHalfLifeSet { netuid, burn_half_life }, shown burn_half_life;

            /// Sets the factor by which a registration raises the price.
            90 sudo_set_burn_increase_mult(netuid, burn_increase_mult: U64F64) => BurnIncreaseMult,
                by Owner(Hyperparameter::BurnIncreaseMult), class Operational,
                if !netuid.is_root() => Error::<T>::NotPermittedOnRootSubnet,
                if (U64F64::ONE..=U64F64::from_num(3u64)).contains(&burn_increase_mult) => Error::<T>::InvalidValue,
                emits_own BurnIncreaseMultSet { netuid, burn_increase_mult }, shown burn_increase_mult;

            /// Sets the memory of bonds, in millionths.
            26 sudo_set_bonds_moving_average(netuid, bonds_moving_average: u64) => BondsMovingAverage,
                by Owner(Hyperparameter::BondsMovingAverage),
                if bonds_moving_average <= 1_000_000 => Error::<T>::BondsMovingAverageMaxReached,
                owner if bonds_moving_average <= 975_000 => Error::<T>::BondsMovingAverageMaxReached,
                emits BondsMovingAverageSet(netuid, bonds_moving_average), shown bonds_moving_avg;

            /// Sets the most registrations in a block.
            27 sudo_set_max_registrations_per_block(netuid, max_registrations_per_block: u16)
                => MaxRegistrationsPerBlock, by Root,
                emits MaxRegistrationsPerBlockSet(netuid, max_registrations_per_block), shown max_regs_per_block;

            /// Sets the blocks between two announcements of an endpoint by one neuron.
            3 sudo_set_serving_rate_limit(netuid, serving_rate_limit: u64) => ServingRateLimit,
                by Owner(Hyperparameter::ServingRateLimit),
                emits ServingRateLimitSet(netuid, serving_rate_limit), shown serving_rate_limit;

            /// Sets the most validators with a permit.
            25 sudo_set_max_allowed_validators(netuid, max_allowed_validators: u16) => MaxAllowedValidators, by Root,
                if max_allowed_validators <= MaxAllowedUids::<T>::get(netuid)
                    => Error::<T>::MaxValidatorsLargerThanMaxUIds,
                emits MaxAllowedValidatorsSet(netuid, max_allowed_validators), shown max_validators;

            /// Sets the epochs between the commit of weights and their reveal.
            57 sudo_set_commit_reveal_weights_interval(netuid, interval: u64) => RevealPeriodEpochs,
                by Owner(Hyperparameter::WeightCommitInterval),
                if interval <= 100 => SubtensorError::<T>::RevealPeriodTooLarge,
                if interval >= 1 => SubtensorError::<T>::RevealPeriodTooSmall,
                emits CommitRevealPeriodsSet(netuid, interval), shown commit_reveal_period;

            /// Sets whether weights are committed first and revealed later.
            49 sudo_set_commit_reveal_weights_enabled(netuid, enabled: bool) => CommitRevealWeightsEnabled,
                by Owner(Hyperparameter::CommitRevealEnabled),
                emits CommitRevealEnabled(netuid, enabled), shown commit_reveal_weights_enabled;

            /// Sets the least and the highest memory of liquid bonds, of 65535.
            51 sudo_set_alpha_values(netuid, alpha_low: u16, alpha_high: u16) => AlphaValues,
                by Owner(Hyperparameter::AlphaValues),
                if LiquidAlphaOn::<T>::get(netuid) => SubtensorError::<T>::LiquidAlphaDisabled,
                if alpha_high >= 1_638 => SubtensorError::<T>::AlphaHighTooLow,
                if (1_638..=alpha_high).contains(&alpha_low) => SubtensorError::<T>::AlphaLowOutOfRange,
                shown alpha_high = view_alpha_high, alpha_low = view_alpha_low;

            /// Sets whether the memory of a bond depends on consensus.
            50 sudo_set_liquid_alpha_enabled(netuid, enabled: bool) => LiquidAlphaOn,
                by Owner(Hyperparameter::LiquidAlphaEnabled), shown liquid_alpha_enabled;

            /// Sets the steepness of the memory of liquid bonds, in hundredths; only root may turn it around.
            68 sudo_set_alpha_sigmoid_steepness(netuid, steepness: i16) => AlphaSigmoidSteepness,
                by Owner(Hyperparameter::AlphaSigmoidSteepness),
                owner if steepness >= 0 => Error::<T>::NegativeSigmoidSteepness,
                emits AlphaSigmoidSteepnessSet(netuid, steepness), shown alpha_sigmoid_steepness = view_steepness;

            /// Sets whether bonds follow the third variant of Yuma.
            69 sudo_set_yuma3_enabled(netuid, enabled: bool) => Yuma3On, by Owner(Hyperparameter::Yuma3Enabled),
                emits_own Yuma3EnableToggled { netuid, enabled }, shown yuma_version = view_yuma_version;

            /// Sets whether the alpha can be traded and epochs run.
            66 sudo_set_subtoken_enabled(netuid, subtoken_enabled: bool) => SubtokenEnabled, by Root,
                shown subnet_is_active;

            /// Sets whether stake may change its coldkey.
            61 sudo_set_toggle_transfer(netuid, toggle: bool) => TransferToggle,
                by Owner(Hyperparameter::TransferEnabled),
                emits TransferToggle(netuid, toggle), shown transfers_enabled;

            /// Sets whether miners may reset the bonds on them.
            70 sudo_set_bonds_reset_enabled(netuid, enabled: bool) => BondsResetOn,
                by Owner(Hyperparameter::BondsResetEnabled),
                emits BondsResetOnSet(netuid, enabled), emits_own BondsResetToggled { netuid, enabled },
                shown bonds_reset_enabled, user_liquidity_enabled = view_user_liquidity;

            /// Sets whether the owner gets a share of the emission.
            92 sudo_set_owner_cut_enabled(netuid, enabled: bool) => OwnerCutEnabled, by OwnerAlways, class Operational,
                if !netuid.is_root() => Error::<T>::NotPermittedOnRootSubnet,
                shown owner_cut_enabled;

            /// Sets whether the share of the owner is locked.
            95 sudo_set_owner_cut_auto_lock_enabled(netuid, enabled: bool) => OwnerCutAutoLockEnabled,
                by OwnerAlways, class Operational,
                if !netuid.is_root() => Error::<T>::NotPermittedOnRootSubnet,
                shown owner_cut_auto_lock_enabled;

            /// Sets the least take on child keys.
            93 sudo_set_min_childkey_take_per_subnet(netuid, take: PerU16) => MinChildkeyTakePerSubnet,
                by Owner(Hyperparameter::MinChildkeyTake),
                if (MinChildkeyTake::<T>::get()..=MaxChildkeyTake::<T>::get()).contains(&take)
                    => Error::<T>::InvalidValue,
                emits MinChildKeyTakePerSubnetSet(netuid, take.deconstruct()),
                shown min_childkey_take = view_min_childkey_take;

            /// Sets a number that clients read; no rule uses it.
            17 sudo_set_rho(netuid, rho: u16) => Rho, by Owner(Hyperparameter::Rho), emits RhoSet(netuid, rho);

            /// Sets a number of blocks that clients read; epochs use the activity cutoff factor.
            18 sudo_set_activity_cutoff(netuid, activity_cutoff: u16) => ActivityCutoff,
                by Owner(Hyperparameter::ActivityCutoff),
                if activity_cutoff >= MinActivityCutoff::<T>::get() => SubtensorError::<T>::ActivityCutoffTooLow,
                emits ActivityCutoffSet(netuid, activity_cutoff);

            /// Sets how much bonds follow clipped weights, of 65535.
            60 sudo_set_bonds_penalty(netuid, bonds_penalty: u16) => BondsPenalty,
                by Owner(Hyperparameter::BondsPenalty), emits BondsPenaltySet(netuid, bonds_penalty);

            /// Sets the most uids.
            15 sudo_set_max_allowed_uids(netuid, max_allowed_uids: u16) => MaxAllowedUids,
                by Owner(Hyperparameter::MaxAllowedUids),
                if max_allowed_uids >= MinAllowedUids::<T>::get(netuid)
                    => Error::<T>::MaxAllowedUidsLessThanMinAllowedUids,
                if max_allowed_uids >= SubnetworkN::<T>::get(netuid) => Error::<T>::MaxAllowedUIdsLessThanCurrentUIds,
                if max_allowed_uids <= MAX_UIDS => Error::<T>::MaxAllowedUidsGreaterThanDefaultMaxAllowedUids,
                if max_allowed_uids.saturating_mul(MechanismCountCurrent::<T>::get(netuid).get().into()) <= MAX_UIDS
                    => SubtensorError::<T>::TooManyUIDsPerMechanism,
                emits MaxAllowedUidsSet(netuid, max_allowed_uids);

            /// Sets the least number to which the most uids may be set.
            79 sudo_set_min_allowed_uids(netuid, min_allowed_uids: u16) => MinAllowedUids, by Root,
                if min_allowed_uids < MaxAllowedUids::<T>::get(netuid)
                    => Error::<T>::MinAllowedUidsGreaterThanMaxAllowedUids,
                if min_allowed_uids < SubnetworkN::<T>::get(netuid)
                    => Error::<T>::MinAllowedUidsGreaterThanCurrentUids,
                emits MinAllowedUidsSet(netuid, min_allowed_uids);

            /// Sets how many uids outside immunity are kept.
            84 sudo_set_min_non_immune_uids(netuid, min: u16) => MinNonImmuneUids, by Root,
                emits MinNonImmuneUidsSet(netuid, min);

            /// Sets how many uids of the owner are never replaced.
            72 sudo_set_owner_immune_neuron_limit(netuid, immune_neurons: u16) => ImmuneOwnerUidsLimit,
                by Owner(Hyperparameter::ImmuneNeuronLimit),
                if (1..=10).contains(&immune_neurons) => SubtensorError::<T>::InvalidValue;

            /// Sets whether neurons may register by work. An owner keeps one way to register open.
            20 sudo_set_network_pow_registration_allowed(netuid, registration_allowed: bool)
                => NetworkPowRegistrationAllowed, by Owner(Hyperparameter::PowRegistrationAllowed),
                if !netuid.is_root() => Error::<T>::NotPermittedOnRootSubnet,
                owner if registration_allowed || NetworkRegistrationAllowed::<T>::get(netuid)
                    => Error::<T>::InvalidValue,
                emits PowRegistrationAllowed(netuid, registration_allowed);

            /// Sets how much work a registration takes.
            24 sudo_set_difficulty(netuid, difficulty: u64) => Difficulty, by Root,
                emits DifficultySet(netuid, difficulty);

            /// Sets the least work that a registration takes.
            4 sudo_set_min_difficulty(netuid, min_difficulty: u64) => MinDifficulty, by Root,
                emits MinDifficultySet(netuid, min_difficulty);

            /// Sets the most work that a registration takes.
            5 sudo_set_max_difficulty(netuid, max_difficulty: u64) => MaxDifficulty,
                by Owner(Hyperparameter::MaxDifficulty), emits MaxDifficultySet(netuid, max_difficulty);

            /// Sets a number of blocks that clients read; no rule uses it.
            8 sudo_set_adjustment_interval(netuid, adjustment_interval: u16) => AdjustmentInterval, by Root,
                emits AdjustmentIntervalSet(netuid, adjustment_interval);

            /// Sets a number that clients read; no rule uses it.
            9 sudo_set_adjustment_alpha(netuid, adjustment_alpha: u64) => AdjustmentAlpha,
                by Owner(Hyperparameter::AdjustmentAlpha), emits AdjustmentAlphaSet(netuid, adjustment_alpha);

            /// Sets the count of TAO paid for registrations, rao.
            39 sudo_set_rao_recycled(netuid, rao_recycled: TaoBalance) => RAORecycledForRegistration, by Root,
                emits RAORecycledForRegistrationSet(netuid, rao_recycled);

            /// Sets what becomes of miner emission that the owner's keys earn.
            80 sudo_set_recycle_or_burn(netuid, recycle_or_burn: RecycleOrBurnEnum) => RecycleOrBurn,
                by Owner(Hyperparameter::RecycleOrBurn);

            /// Sets the half-life of the moving price, blocks.
            65 sudo_set_ema_price_halving_period(netuid, ema_halving: u64) => EMAPriceHalvingBlocks, by Root;

            /// Sets whether TAO is emitted to the pool.
            94 sudo_set_subnet_emission_enabled(netuid, enabled: bool) => SubnetEmissionEnabled, by Root,
                if !netuid.is_root() => Error::<T>::NotPermittedOnRootSubnet,
                emits_own SubnetEmissionEnabledSet { netuid, enabled };
        }
        chain {
            /// Sets the highest take of a delegate.
            1 sudo_set_default_take(default_take: PerU16) => MaxDelegateTake,
                emits MaxDelegateTakeSet(default_take.deconstruct());

            /// Sets the least take of a delegate.
            46 sudo_set_min_delegate_take(take: PerU16) => MinDelegateTake,
                emits MinDelegateTakeSet(take.deconstruct());

            /// Sets the blocks between two swaps of a key.
            2 sudo_set_tx_rate_limit(tx_rate_limit: u64) => TxRateLimit, emits TxRateLimitSet(tx_rate_limit);

            /// Sets the blocks between two raises of a take.
            45 sudo_set_tx_delegate_take_rate_limit(tx_rate_limit: u64) => TxDelegateTakeRateLimit,
                emits TxDelegateTakeRateLimitSet(tx_rate_limit);

            /// Sets the blocks between the announcement of a coldkey swap and the swap.
            86 sudo_set_coldkey_swap_announcement_delay(duration: BlockNumberFor<T>) => ColdkeySwapAnnouncementDelay,
                emits ColdkeySwapAnnouncementDelaySet(duration);

            /// Sets the blocks after which a coldkey swap may be announced anew.
            87 sudo_set_coldkey_swap_reannouncement_delay(duration: BlockNumberFor<T>)
                => ColdkeySwapReannouncementDelay, emits ColdkeySwapReannouncementDelaySet(duration);

            /// Sets the owner's share of the emission, of 65535.
            28 sudo_set_subnet_owner_cut(subnet_owner_cut: u16) => SubnetOwnerCut,
                emits SubnetOwnerCutSet(subnet_owner_cut);

            /// Sets the part of the dividends of lent stake that is burned, of `u64::MAX`.
            73 sudo_set_ck_burn(burn: u64) => CKBurn;

            /// Sets the blocks between two creations of subnets.
            29 sudo_set_network_rate_limit(rate_limit: u64) => NetworkRateLimit,
                emits NetworkRateLimitSet(rate_limit);

            /// Sets the blocks in which a new subnet is not dissolved for another.
            35 sudo_set_network_immunity_period(immunity_period: u64) => NetworkImmunityPeriod,
                emits NetworkImmunityPeriodSet(immunity_period);

            /// Sets the least price of a subnet, rao.
            36 sudo_set_network_min_lock_cost(lock_cost: TaoBalance) => NetworkMinLockCost,
                emits NetworkMinLockCostSet(lock_cost);

            /// Sets the blocks in which the price of a subnet falls to the least.
            38 sudo_set_lock_reduction_interval(interval: u64) => NetworkLockReductionInterval,
                emits NetworkLockCostReductionIntervalSet(interval);

            /// Sets the most subnets there may be, root not counted.
            37 sudo_set_subnet_limit(max_subnets: u16) => SubnetLimit,
                if max_subnets <= MAX_SUBNET_LIMIT => Error::<T>::InvalidValue,
                emits SubnetLimitSet(max_subnets);

            /// Sets the blocks between the creation of a subnet and its earliest start.
            85 sudo_set_start_call_delay(delay: u64) => StartCallDelay, emits StartCallDelaySet(delay);

            /// Sets a number of blocks that clients read; no rule uses it.
            55 sudo_set_dissolve_network_schedule_duration(duration: BlockNumberFor<T>)
                => DissolveNetworkScheduleDuration, emits DissolveNetworkScheduleDurationSet(duration);

            /// Sets the least stake weight with which weights count, rao.
            42 sudo_set_stake_threshold(min_stake: u64) => StakeThreshold, emits StakeThresholdSet(min_stake);

            /// Sets the least nomination, in millionths of the least stake; nominations that become too small are sold
            /// over the next blocks.
            43 sudo_set_nominator_min_required_stake(min_stake: u64)
                => NominatorMinRequiredStake through Nominations::set_nominator_min_required_stake;

            /// Sets the memory of the moving price.
            63 sudo_set_subnet_moving_alpha(alpha: I96F32) => SubnetMovingAlpha,
                if (I96F32::ZERO..=I96F32::ONE).contains(&alpha) => Error::<T>::InvalidValue;

            /// Sets the least net flow of TAO that counts in shares by flow, rao; emission follows prices.
            81 sudo_set_tao_flow_cutoff(flow_cutoff: I64F64) => TaoFlowCutoff;

            /// Sets the exponent of flows in shares by flow; emission follows prices.
            82 sudo_set_tao_flow_normalization_exponent(exponent: U64F64) => FlowNormExponent,
                if (U64F64::ONE..=U64F64::from_num(2u64)).contains(&exponent) => Error::<T>::InvalidValue;

            /// Sets the weight of a new block in averages of flows, of `i64::MAX`; emission follows prices.
            83 sudo_set_tao_flow_smoothing_factor(smoothing_factor: u64) => FlowEmaSmoothingFactor;

            /// Sets whether the protocol's own flows are taken off in shares by flow; emission follows prices.
            91 sudo_set_net_tao_flow_enabled(enabled: bool) => NetTaoFlowEnabled;

            /// Sets the version of commits that is accepted.
            71 sudo_set_commit_reveal_version(version: u16) => CommitRevealWeightsVersion,
                emits CommitRevealVersionSet(version);

            /// Sets the blocks before an epoch in which owners may change nothing.
            74 sudo_set_admin_freeze_window(window: u16) => AdminFreezeWindow, emits AdminFreezeWindowSet(window);

            /// Sets the tempos between two changes of one value by an owner.
            75 sudo_set_owner_hparam_rate_limit(epochs: u16) => OwnerHyperparamRateLimit,
                emits OwnerHyperparamRateLimitSet(epochs);

            /// Sets the most mechanisms that a subnet may have.
            88 sudo_set_max_mechanism_count(max_mechanism_count: MechId) => MaxMechanismCount,
                if (1..=MAX_MECHANISMS).contains(&max_mechanism_count.get()) => SubtensorError::<T>::InvalidValue;

            /// Sets the most epochs in one block.
            96 sudo_set_max_epochs_per_block(max_epochs_per_block: u8) => MaxEpochsPerBlock,
                if max_epochs_per_block >= 1 => Error::<T>::ValueNotInBounds,
                emits MaxEpochsPerBlockSet(max_epochs_per_block);
        }
    } };
}

/// Leaves of the table what `hyperparameters!(items => …)` hands on.
#[doc(hidden)]
#[macro_export]
macro_rules! items_of_hyperparameters {
    (
        $consumer:ident
        subnet { $(
            $(#[doc = $doc:literal])*
            $index:literal $call:ident $arguments:tt => $storage:ident $(through $owner:ident::$through:ident)?, by $who:expr
            $(, class $class:ident)?
            $(, if $bound:expr => $error:expr)*
            $(, owner if $owner_bound:expr => $owner_error:expr)*
            $(, emits $event:ident $payload:tt)*
            $(, emits_own $own:ident $own_payload:tt)*
            $(, shown $($name:ident $(= $read:ident)?),+)?;
        )* }
        chain $chain:tt
    ) => {
        $consumer! { $($storage [$($($name $(= $read)?),+)?])* }
    };
}

/// What the table lets anybody set for a subnet.
pub(crate) struct Hyperparameters<T>(PhantomData<T>);

/// Forgets all of it with the subnet.
macro_rules! forget {
    ($($storage:ident $names:tt)*) => {
        impl<T: Config> Domain<T> for Hyperparameters<T> {
            fn forget_values(netuid: NetUid) {
                $($storage::<T>::remove(netuid);)*
            }
        }
    };
}

crate::hyperparameters!(items => forget);
