//! What is set for each subnet; what a row says is explained in [`super`].

/// Hands the values of subnets to the macro `$consumer`, as rows of the form that
/// [`hyperparameter_rows`] gives them. Those that have names for clients come first, in the order
/// of the public list.
///
/// [`hyperparameter_rows`]: crate::hyperparameter_rows
#[macro_export]
macro_rules! subnet_hyperparameters {
    ($consumer:ident) => {
        $crate::hyperparameter_rows! { $consumer
            /// Sets the part of stake that decides the consensus, of 65535.
            16 sudo_set_kappa(kappa: u16) => Kappa[netuid],
                emits subtensor::KappaSet(netuid, kappa), shown kappa;

            /// Sets the blocks in which a new neuron is spared.
            13 sudo_set_immunity_period(immunity_period: u16) => ImmunityPeriod[netuid],
                by Owner(Hyperparameter::ImmunityPeriod),
                emits subtensor::ImmunityPeriodSet(netuid, immunity_period), shown immunity_period;

            /// Sets how many weights a validator must give at least.
            14 sudo_set_min_allowed_weights(min_allowed_weights: u16) => MinAllowedWeights[netuid],
                by Owner(Hyperparameter::MinAllowedWeights),
                emits subtensor::MinAllowedWeightSet(netuid, min_allowed_weights),
                shown min_allowed_weights, max_weights_limit = view_max_weights_limit;

            /// Sets the blocks between two epochs, counted from now on; with 0, which only root may
            /// set, none run.
            30 sudo_set_tempo(tempo: u16)
                => Tempo[netuid] through Schedule::<T>::put_tempo(netuid, tempo),
                by OwnerPer(Action::Tempo),
                owner needs "from `MinTempo` to `MaxTempo`":
                    (T::MinTempo::get()..=T::MaxTempo::get()).contains(&tempo)
                        => subtensor::TempoOutOfBounds,
                emits subtensor::TempoSet(netuid, tempo), shown tempo;

            /// Sets the least version key with which weights are accepted.
            6 sudo_set_weights_version_key(weights_version_key: u64) => WeightsVersionKey[netuid],
                by OwnerPer(Action::WeightsVersion),
                emits subtensor::WeightsVersionKeySet(netuid, weights_version_key),
                shown weights_version;

            /// Sets the blocks between two settings of weights by one validator.
            7 sudo_set_weights_set_rate_limit(weights_set_rate_limit: u64)
                => WeightsSetRateLimit[netuid],
                emits subtensor::WeightsSetRateLimitSet(netuid, weights_set_rate_limit),
                shown weights_rate_limit;

            /// Sets after how long without new weights a validator is inactive, in thousandths of
            /// the tempo.
            97 sudo_set_activity_cutoff_factor(factor_milli: u32)
                => ActivityCutoffFactorMilli[netuid],
                by Owner(Hyperparameter::ActivityCutoffFactorMilli),
                needs "from `MinActivityCutoffFactorMilli` to `MaxActivityCutoffFactorMilli`":
                    (T::MinActivityCutoffFactorMilli::get()
                        ..=T::MaxActivityCutoffFactorMilli::get())
                        .contains(&factor_milli) => subtensor::ActivityCutoffFactorMilliOutOfBounds,
                emits subtensor::ActivityCutoffFactorMilliSet { netuid, factor_milli },
                shown activity_cutoff = view_activity_cutoff, activity_cutoff_factor;

            /// Sets whether neurons may register at the price. An owner keeps one way to register
            /// open.
            19 sudo_set_network_registration_allowed(registration_allowed: bool)
                => NetworkRegistrationAllowed[netuid],
                by Owner(Hyperparameter::BurnRegistrationAllowed),
                owner needs "on, unless neurons may register by work":
                    registration_allowed || NetworkPowRegistrationAllowed::<T>::get(netuid)
                        => admin::InvalidValue,
                emits subtensor::RegistrationAllowed(netuid, registration_allowed),
                shown registration_allowed;

            /// Sets a third of the most registrations in an interval; holds on root only.
            21 sudo_set_target_registrations_per_interval(target_registrations_per_interval: u16)
                => TargetRegistrationsPerInterval[netuid],
                emits subtensor::RegistrationPerIntervalSet(
                    netuid, target_registrations_per_interval
                ),
                shown target_regs_per_interval;

            /// Sets the least price of a registration, rao.
            22 sudo_set_min_burn(min_burn: TaoBalance)
                => MinBurn[netuid] through Registration::<T>::set_min_burn(netuid, min_burn),
                by Owner(Hyperparameter::MinBurn),
                needs "below `MinBurnUpperBound`": min_burn < T::MinBurnUpperBound::get()
                    => admin::ValueNotInBounds,
                needs "below `MaxBurn`": min_burn < MaxBurn::<T>::get(netuid)
                    => admin::ValueNotInBounds,
                emits subtensor::MinBurnSet(netuid, min_burn), shown min_burn;

            /// Sets the highest price of a registration, rao.
            23 sudo_set_max_burn(max_burn: TaoBalance)
                => MaxBurn[netuid] through Registration::<T>::set_max_burn(netuid, max_burn),
                by Owner(Hyperparameter::MaxBurn),
                needs "above `MaxBurnLowerBound`": max_burn > T::MaxBurnLowerBound::get()
                    => admin::ValueNotInBounds,
                needs "above `MinBurn`": max_burn > MinBurn::<T>::get(netuid)
                    => admin::ValueNotInBounds,
                emits subtensor::MaxBurnSet(netuid, max_burn), shown max_burn;

            /// Sets the blocks in which the price of a registration halves.
            89 sudo_set_burn_half_life(burn_half_life: u16) => BurnHalfLife[netuid]
                through Registration::<T>::set_burn_half_life(netuid, burn_half_life),
                by Owner(Hyperparameter::BurnHalfLife), class Operational,
                needs "from 1 to 36_100": (1..=36_100).contains(&burn_half_life)
                    => admin::InvalidValue,
                emits admin::BurnHalfLifeSet { netuid, burn_half_life }, shown burn_half_life;

            /// Sets the factor by which a registration raises the price.
            90 sudo_set_burn_increase_mult(burn_increase_mult: U64F64) => BurnIncreaseMult[netuid],
                by Owner(Hyperparameter::BurnIncreaseMult), class Operational,
                needs "from 1 to 3":
                    (U64F64::ONE..=U64F64::from_num(3u64)).contains(&burn_increase_mult)
                        => admin::InvalidValue,
                emits admin::BurnIncreaseMultSet { netuid, burn_increase_mult },
                shown burn_increase_mult;

            /// Sets the memory of bonds, in millionths.
            26 sudo_set_bonds_moving_average(bonds_moving_average: u64)
                => BondsMovingAverage[netuid],
                by Owner(Hyperparameter::BondsMovingAverage),
                needs "at most 1_000_000": bonds_moving_average <= 1_000_000
                    => admin::BondsMovingAverageMaxReached,
                owner needs "at most 975_000": bonds_moving_average <= 975_000
                    => admin::BondsMovingAverageMaxReached,
                emits subtensor::BondsMovingAverageSet(netuid, bonds_moving_average),
                shown bonds_moving_avg;

            /// Sets the most registrations in a block.
            27 sudo_set_max_registrations_per_block(max_registrations_per_block: u16)
                => MaxRegistrationsPerBlock[netuid],
                emits subtensor::MaxRegistrationsPerBlockSet(netuid, max_registrations_per_block),
                shown max_regs_per_block;

            /// Sets the blocks between two announcements of an endpoint by one neuron.
            3 sudo_set_serving_rate_limit(serving_rate_limit: u64) => ServingRateLimit[netuid],
                by Owner(Hyperparameter::ServingRateLimit),
                emits subtensor::ServingRateLimitSet(netuid, serving_rate_limit),
                shown serving_rate_limit;

            /// Sets the most validators with a permit.
            25 sudo_set_max_allowed_validators(max_allowed_validators: u16)
                => MaxAllowedValidators[netuid],
                needs "at most `MaxAllowedUids`":
                    max_allowed_validators <= MaxAllowedUids::<T>::get(netuid)
                        => admin::MaxValidatorsLargerThanMaxUIds,
                needs "1 under Null consensus":
                    max_allowed_validators == 1 || !Scores::<T>::is_null(netuid)
                        => subtensor::InvalidValue,
                emits subtensor::MaxAllowedValidatorsSet(netuid, max_allowed_validators),
                shown max_validators;

            /// Sets the epochs between the commit of weights and their reveal.
            57 sudo_set_commit_reveal_weights_interval(interval: u64) => RevealPeriodEpochs[netuid],
                by Owner(Hyperparameter::WeightCommitInterval),
                needs "at most 100": interval <= 100 => subtensor::RevealPeriodTooLarge,
                needs "at least 1": interval >= 1 => subtensor::RevealPeriodTooSmall,
                emits subtensor::CommitRevealPeriodsSet(netuid, interval),
                shown commit_reveal_period;

            /// Sets whether weights are committed first and revealed later.
            49 sudo_set_commit_reveal_weights_enabled(enabled: bool)
                => CommitRevealWeightsEnabled[netuid],
                by Owner(Hyperparameter::CommitRevealEnabled),
                emits subtensor::CommitRevealEnabled(netuid, enabled),
                shown commit_reveal_weights_enabled;

            /// Sets the least and the highest memory of liquid bonds, of 65535.
            51 sudo_set_alpha_values(alpha_low: u16, alpha_high: u16) => AlphaValues[netuid],
                by Owner(Hyperparameter::AlphaValues),
                needs "while `LiquidAlphaOn`": LiquidAlphaOn::<T>::get(netuid)
                    => subtensor::LiquidAlphaDisabled,
                needs "`alpha_high` at least 1_638": alpha_high >= 1_638
                    => subtensor::AlphaHighTooLow,
                needs "`alpha_low` from 1_638 to `alpha_high`":
                    (1_638..=alpha_high).contains(&alpha_low) => subtensor::AlphaLowOutOfRange,
                shown alpha_high = view_alpha_high, alpha_low = view_alpha_low;

            /// Sets whether the memory of a bond depends on consensus.
            50 sudo_set_liquid_alpha_enabled(enabled: bool) => LiquidAlphaOn[netuid],
                by Owner(Hyperparameter::LiquidAlphaEnabled), shown liquid_alpha_enabled;

            /// Sets the steepness of the memory of liquid bonds, in hundredths; only root may turn
            /// it around.
            68 sudo_set_alpha_sigmoid_steepness(steepness: i16) => AlphaSigmoidSteepness[netuid],
                by Owner(Hyperparameter::AlphaSigmoidSteepness),
                owner needs "at least 0": steepness >= 0 => admin::NegativeSigmoidSteepness,
                emits subtensor::AlphaSigmoidSteepnessSet(netuid, steepness),
                shown alpha_sigmoid_steepness = view_steepness;

            /// Sets whether bonds follow the third variant of Yuma.
            69 sudo_set_yuma3_enabled(enabled: bool) => Yuma3On[netuid],
                by Owner(Hyperparameter::Yuma3Enabled),
                emits admin::Yuma3EnableToggled { netuid, enabled },
                shown yuma_version = view_yuma_version;

            /// Sets whether the alpha can be traded and epochs run.
            66 sudo_set_subtoken_enabled(subtoken_enabled: bool) => SubtokenEnabled[netuid],
                shown subnet_is_active;

            /// Sets whether stake may change its coldkey.
            61 sudo_set_toggle_transfer(toggle: bool) => TransferToggle[netuid],
                by Owner(Hyperparameter::TransferEnabled),
                emits subtensor::TransferToggle(netuid, toggle), shown transfers_enabled;

            /// Sets whether miners may reset the bonds on them.
            70 sudo_set_bonds_reset_enabled(enabled: bool) => BondsResetOn[netuid],
                by Owner(Hyperparameter::BondsResetEnabled),
                emits subtensor::BondsResetOnSet(netuid, enabled),
                emits admin::BondsResetToggled { netuid, enabled },
                shown bonds_reset_enabled, user_liquidity_enabled = view_user_liquidity;

            /// Sets whether the owner gets a share of the emission.
            92 sudo_set_owner_cut_enabled(enabled: bool) => OwnerCutEnabled[netuid],
                by OwnerAlways, class Operational,
                needs "not on root": !netuid.is_root() => admin::NotPermittedOnRootSubnet,
                shown owner_cut_enabled;

            /// Sets whether the share of the owner is locked.
            95 sudo_set_owner_cut_auto_lock_enabled(enabled: bool)
                => OwnerCutAutoLockEnabled[netuid],
                by OwnerAlways, class Operational,
                needs "not on root": !netuid.is_root() => admin::NotPermittedOnRootSubnet,
                shown owner_cut_auto_lock_enabled;

            /// Sets the least take on child keys.
            93 sudo_set_min_childkey_take_per_subnet(take: PerU16)
                => MinChildkeyTakePerSubnet[netuid],
                by Owner(Hyperparameter::MinChildkeyTake),
                needs "from `MinChildkeyTake` to `MaxChildkeyTake`":
                    (MinChildkeyTake::<T>::get()..=MaxChildkeyTake::<T>::get()).contains(&take)
                        => admin::InvalidValue,
                emits subtensor::MinChildKeyTakePerSubnetSet(netuid, take.deconstruct()),
                shown min_childkey_take = view_min_childkey_take;

            /// Sets a number that clients read; no rule uses it.
            17 sudo_set_rho(rho: u16) => Rho[netuid],
                by Owner(Hyperparameter::Rho), emits subtensor::RhoSet(netuid, rho);

            /// Sets a number of blocks that clients read; epochs use the activity cutoff factor.
            18 sudo_set_activity_cutoff(activity_cutoff: u16) => ActivityCutoff[netuid],
                by Owner(Hyperparameter::ActivityCutoff),
                needs "at least `MinActivityCutoff`":
                    activity_cutoff >= MinActivityCutoff::<T>::get()
                        => subtensor::ActivityCutoffTooLow,
                emits subtensor::ActivityCutoffSet(netuid, activity_cutoff);

            /// Sets how much bonds follow clipped weights, of 65535.
            60 sudo_set_bonds_penalty(bonds_penalty: u16) => BondsPenalty[netuid],
                by Owner(Hyperparameter::BondsPenalty),
                emits subtensor::BondsPenaltySet(netuid, bonds_penalty);

            /// Sets with which consensus liquid bonds are compared.
            104 sudo_set_liquid_alpha_consensus_mode(mode: ConsensusMode)
                => LiquidAlphaConsensusMode[netuid],
                by Owner(Hyperparameter::LiquidAlphaConsensusMode),
                emits subtensor::LiquidAlphaConsensusModeSet(netuid, mode);

            /// Sets the most uids.
            15 sudo_set_max_allowed_uids(max_allowed_uids: u16) => MaxAllowedUids[netuid],
                by Owner(Hyperparameter::MaxAllowedUids),
                needs "at least `MinAllowedUids`":
                    max_allowed_uids >= MinAllowedUids::<T>::get(netuid)
                        => admin::MaxAllowedUidsLessThanMinAllowedUids,
                needs "at least the uids there are":
                    max_allowed_uids >= SubnetworkN::<T>::get(netuid)
                        => admin::MaxAllowedUIdsLessThanCurrentUIds,
                needs "at most {MAX_UIDS}, under Null consensus {MAX_NULL_UIDS}":
                    max_allowed_uids <= Scores::<T>::uid_budget(netuid)
                        => admin::MaxAllowedUidsGreaterThanDefaultMaxAllowedUids,
                needs "so many over all mechanisms":
                    max_allowed_uids
                        .saturating_mul(MechanismCountCurrent::<T>::get(netuid).get().into())
                        <= Scores::<T>::uid_budget(netuid) => subtensor::TooManyUIDsPerMechanism,
                emits subtensor::MaxAllowedUidsSet(netuid, max_allowed_uids);

            /// Sets the least number to which the most uids may be set.
            79 sudo_set_min_allowed_uids(min_allowed_uids: u16) => MinAllowedUids[netuid],
                needs "below `MaxAllowedUids`": min_allowed_uids < MaxAllowedUids::<T>::get(netuid)
                    => admin::MinAllowedUidsGreaterThanMaxAllowedUids,
                needs "below the uids there are": min_allowed_uids < SubnetworkN::<T>::get(netuid)
                    => admin::MinAllowedUidsGreaterThanCurrentUids,
                emits subtensor::MinAllowedUidsSet(netuid, min_allowed_uids);

            /// Sets how many uids outside immunity are kept.
            84 sudo_set_min_non_immune_uids(min: u16) => MinNonImmuneUids[netuid],
                emits subtensor::MinNonImmuneUidsSet(netuid, min);

            /// Sets how many uids of the owner are never replaced.
            72 sudo_set_owner_immune_neuron_limit(immune_neurons: u16)
                => ImmuneOwnerUidsLimit[netuid],
                by Owner(Hyperparameter::ImmuneNeuronLimit),
                needs "from 1 to 10": (1..=10).contains(&immune_neurons) => subtensor::InvalidValue;

            /// Sets whether neurons may register by work. An owner keeps one way to register open.
            20 sudo_set_network_pow_registration_allowed(registration_allowed: bool)
                => NetworkPowRegistrationAllowed[netuid],
                by Owner(Hyperparameter::PowRegistrationAllowed),
                needs "not on root": !netuid.is_root() => admin::NotPermittedOnRootSubnet,
                owner needs "on, unless neurons may register at the price":
                    registration_allowed || NetworkRegistrationAllowed::<T>::get(netuid)
                        => admin::InvalidValue,
                emits subtensor::PowRegistrationAllowed(netuid, registration_allowed);

            /// Sets the part of the price of a registration that is locked as collateral, of 65535.
            98 sudo_set_collateral_lock_share(lock_share: u16) => CollateralLockShare[netuid],
                by Owner(Hyperparameter::CollateralLockShare),
                needs "not on root": !netuid.is_root() => admin::NotPermittedOnRootSubnet,
                needs "at most 62_258": lock_share <= 62_258 => admin::CollateralLockShareTooHigh,
                emits admin::CollateralLockShareSet { netuid, lock_share };

            /// Sets the alpha of collateral that comes free for each alpha earned, for those who
            /// register from now on.
            99 sudo_set_collateral_drain_ratio(drain_ratio: U64F64) => CollateralDrainRatio[netuid],
                by Owner(Hyperparameter::CollateralDrainRatio),
                needs "not on root": !netuid.is_root() => admin::NotPermittedOnRootSubnet,
                needs "above 0 and at most 10":
                    !drain_ratio.is_zero() && drain_ratio <= U64F64::from_num(10)
                        => admin::CollateralDrainRatioOutOfBounds,
                emits admin::CollateralDrainRatioSet { netuid, drain_ratio };

            /// Sets how much work a registration takes.
            24 sudo_set_difficulty(difficulty: u64) => Difficulty[netuid],
                emits subtensor::DifficultySet(netuid, difficulty);

            /// Sets the least work that a registration takes.
            4 sudo_set_min_difficulty(min_difficulty: u64) => MinDifficulty[netuid],
                emits subtensor::MinDifficultySet(netuid, min_difficulty);

            /// Sets the most work that a registration takes.
            5 sudo_set_max_difficulty(max_difficulty: u64) => MaxDifficulty[netuid],
                by Owner(Hyperparameter::MaxDifficulty),
                emits subtensor::MaxDifficultySet(netuid, max_difficulty);

            /// Sets a number of blocks that clients read; no rule uses it.
            8 sudo_set_adjustment_interval(adjustment_interval: u16) => AdjustmentInterval[netuid],
                emits subtensor::AdjustmentIntervalSet(netuid, adjustment_interval);

            /// Sets a number that clients read; no rule uses it.
            9 sudo_set_adjustment_alpha(adjustment_alpha: u64) => AdjustmentAlpha[netuid],
                by Owner(Hyperparameter::AdjustmentAlpha),
                emits subtensor::AdjustmentAlphaSet(netuid, adjustment_alpha);

            /// Sets the count of TAO paid for registrations, rao.
            39 sudo_set_rao_recycled(rao_recycled: TaoBalance)
                => RAORecycledForRegistration[netuid],
                emits subtensor::RAORecycledForRegistrationSet(netuid, rao_recycled);

            /// Sets what becomes of miner emission that the owner's keys earn.
            80 sudo_set_recycle_or_burn(recycle_or_burn: RecycleOrBurnEnum)
                => RecycleOrBurn[netuid],
                by Owner(Hyperparameter::RecycleOrBurn);

            /// Sets the half-life of the moving price, blocks.
            65 sudo_set_ema_price_halving_period(ema_halving: u64) => EMAPriceHalvingBlocks[netuid];

            /// Sets whether TAO is emitted to the pool.
            94 sudo_set_subnet_emission_enabled(enabled: bool) => SubnetEmissionEnabled[netuid],
                needs "not on root": !netuid.is_root() => admin::NotPermittedOnRootSubnet,
                emits admin::SubnetEmissionEnabledSet { netuid, enabled };
        }
    };
}
