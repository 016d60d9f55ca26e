//! The setters. One call is one value: who may set it, within which bounds, where it is stored and which event says so
//! (spec 30 §15, §16). Indices and arguments are public interface.

use frame_support::pallet_macros::pallet_section;

#[pallet_section]
mod calls {
    #[pallet::call]
    impl<T: Config> Pallet<T> {
        /// Sets the default take.
        #[pallet::call_index(1)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_default_take(origin: OriginFor<T>, default_take: PerU16) -> DispatchResult {
            ensure_root(origin)?;
            MaxDelegateTake::<T>::put(default_take);
            Subtensor::<T>::deposit_event(SubtensorEvent::MaxDelegateTakeSet(
                default_take.deconstruct(),
            ));
            Ok(())
        }

        /// Sets the tx rate limit.
        #[pallet::call_index(2)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_tx_rate_limit(origin: OriginFor<T>, tx_rate_limit: u64) -> DispatchResult {
            ensure_root(origin)?;
            TxRateLimit::<T>::put(tx_rate_limit);
            Subtensor::<T>::deposit_event(SubtensorEvent::TxRateLimitSet(tx_rate_limit));
            Ok(())
        }

        /// Sets the serving rate limit of a subnet.
        #[pallet::call_index(3)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_serving_rate_limit(
            origin: OriginFor<T>,
            netuid: NetUid,
            serving_rate_limit: u64,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::ServingRateLimit, |_| {
                ServingRateLimit::<T>::insert(netuid, serving_rate_limit);
                Subtensor::<T>::deposit_event(SubtensorEvent::ServingRateLimitSet(
                    netuid,
                    serving_rate_limit,
                ));
                Ok(())
            })
        }

        /// Sets the min difficulty of a subnet.
        #[pallet::call_index(4)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_min_difficulty(
            origin: OriginFor<T>,
            netuid: NetUid,
            min_difficulty: u64,
        ) -> DispatchResult {
            Self::ensure_root_of_subnet(origin, netuid)?;
            MinDifficulty::<T>::insert(netuid, min_difficulty);
            Subtensor::<T>::deposit_event(SubtensorEvent::MinDifficultySet(netuid, min_difficulty));
            Ok(())
        }

        /// Sets the max difficulty of a subnet.
        #[pallet::call_index(5)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_max_difficulty(
            origin: OriginFor<T>,
            netuid: NetUid,
            max_difficulty: u64,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::MaxDifficulty, |_| {
                MaxDifficulty::<T>::insert(netuid, max_difficulty);
                Subtensor::<T>::deposit_event(SubtensorEvent::MaxDifficultySet(
                    netuid,
                    max_difficulty,
                ));
                Ok(())
            })
        }

        /// Sets the weights set rate limit of a subnet.
        #[pallet::call_index(7)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_weights_set_rate_limit(
            origin: OriginFor<T>,
            netuid: NetUid,
            weights_set_rate_limit: u64,
        ) -> DispatchResult {
            Self::ensure_root_of_subnet(origin, netuid)?;
            WeightsSetRateLimit::<T>::insert(netuid, weights_set_rate_limit);
            Subtensor::<T>::deposit_event(SubtensorEvent::WeightsSetRateLimitSet(
                netuid,
                weights_set_rate_limit,
            ));
            Ok(())
        }

        /// Sets the adjustment interval of a subnet.
        #[pallet::call_index(8)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_adjustment_interval(
            origin: OriginFor<T>,
            netuid: NetUid,
            adjustment_interval: u16,
        ) -> DispatchResult {
            Self::ensure_root_of_subnet(origin, netuid)?;
            AdjustmentInterval::<T>::insert(netuid, adjustment_interval);
            Subtensor::<T>::deposit_event(SubtensorEvent::AdjustmentIntervalSet(
                netuid,
                adjustment_interval,
            ));
            Ok(())
        }

        /// Sets the adjustment alpha of a subnet.
        #[pallet::call_index(9)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_adjustment_alpha(
            origin: OriginFor<T>,
            netuid: NetUid,
            adjustment_alpha: u64,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::AdjustmentAlpha, |_| {
                AdjustmentAlpha::<T>::insert(netuid, adjustment_alpha);
                Subtensor::<T>::deposit_event(SubtensorEvent::AdjustmentAlphaSet(
                    netuid,
                    adjustment_alpha,
                ));
                Ok(())
            })
        }

        /// Sets the immunity period of a subnet.
        #[pallet::call_index(13)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_immunity_period(
            origin: OriginFor<T>,
            netuid: NetUid,
            immunity_period: u16,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::ImmunityPeriod, |_| {
                ImmunityPeriod::<T>::insert(netuid, immunity_period);
                Subtensor::<T>::deposit_event(SubtensorEvent::ImmunityPeriodSet(
                    netuid,
                    immunity_period,
                ));
                Ok(())
            })
        }

        /// Sets the min allowed weights of a subnet.
        #[pallet::call_index(14)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_min_allowed_weights(
            origin: OriginFor<T>,
            netuid: NetUid,
            min_allowed_weights: u16,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::MinAllowedWeights, |_| {
                MinAllowedWeights::<T>::insert(netuid, min_allowed_weights);
                Subtensor::<T>::deposit_event(SubtensorEvent::MinAllowedWeightSet(
                    netuid,
                    min_allowed_weights,
                ));
                Ok(())
            })
        }

        /// Sets the max allowed uids of a subnet.
        #[pallet::call_index(15)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_max_allowed_uids(
            origin: OriginFor<T>,
            netuid: NetUid,
            max_allowed_uids: u16,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::MaxAllowedUids, |_| {
                ensure!(
                    max_allowed_uids >= MinAllowedUids::<T>::get(netuid),
                    Error::<T>::MaxAllowedUidsLessThanMinAllowedUids
                );
                ensure!(
                    max_allowed_uids >= SubnetworkN::<T>::get(netuid),
                    Error::<T>::MaxAllowedUIdsLessThanCurrentUIds
                );
                ensure!(
                    max_allowed_uids <= MAX_UIDS,
                    Error::<T>::MaxAllowedUidsGreaterThanDefaultMaxAllowedUids
                );
                let mechanisms = u16::from(MechanismCountCurrent::<T>::get(netuid).get());
                ensure!(
                    max_allowed_uids.saturating_mul(mechanisms) <= MAX_UIDS,
                    SubtensorError::<T>::TooManyUIDsPerMechanism
                );
                MaxAllowedUids::<T>::insert(netuid, max_allowed_uids);
                Subtensor::<T>::deposit_event(SubtensorEvent::MaxAllowedUidsSet(
                    netuid,
                    max_allowed_uids,
                ));
                Ok(())
            })
        }

        /// Sets the kappa of a subnet.
        #[pallet::call_index(16)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_kappa(origin: OriginFor<T>, netuid: NetUid, kappa: u16) -> DispatchResult {
            Self::ensure_root_of_subnet(origin, netuid)?;
            Kappa::<T>::insert(netuid, kappa);
            Subtensor::<T>::deposit_event(SubtensorEvent::KappaSet(netuid, kappa));
            Ok(())
        }

        /// Sets the rho of a subnet.
        #[pallet::call_index(17)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_rho(origin: OriginFor<T>, netuid: NetUid, rho: u16) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::Rho, |_| {
                Rho::<T>::insert(netuid, rho);
                Subtensor::<T>::deposit_event(SubtensorEvent::RhoSet(netuid, rho));
                Ok(())
            })
        }

        /// Sets the activity cutoff of a subnet.
        #[pallet::call_index(18)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_activity_cutoff(
            origin: OriginFor<T>,
            netuid: NetUid,
            activity_cutoff: u16,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::ActivityCutoff, |_| {
                ensure!(
                    activity_cutoff >= MinActivityCutoff::<T>::get(),
                    SubtensorError::<T>::ActivityCutoffTooLow
                );
                ActivityCutoff::<T>::insert(netuid, activity_cutoff);
                Subtensor::<T>::deposit_event(SubtensorEvent::ActivityCutoffSet(
                    netuid,
                    activity_cutoff,
                ));
                Ok(())
            })
        }

        /// Sets the network registration allowed of a subnet.
        #[pallet::call_index(19)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_network_registration_allowed(
            origin: OriginFor<T>,
            netuid: NetUid,
            registration_allowed: bool,
        ) -> DispatchResult {
            Self::ensure_owner_or_root(origin, netuid)?;
            NetworkRegistrationAllowed::<T>::insert(netuid, registration_allowed);
            Subtensor::<T>::deposit_event(SubtensorEvent::RegistrationAllowed(
                netuid,
                registration_allowed,
            ));
            Ok(())
        }

        /// Sets the target registrations per interval of a subnet.
        #[pallet::call_index(21)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_target_registrations_per_interval(
            origin: OriginFor<T>,
            netuid: NetUid,
            target_registrations_per_interval: u16,
        ) -> DispatchResult {
            Self::ensure_root_of_subnet(origin, netuid)?;
            TargetRegistrationsPerInterval::<T>::insert(netuid, target_registrations_per_interval);
            Subtensor::<T>::deposit_event(SubtensorEvent::RegistrationPerIntervalSet(
                netuid,
                target_registrations_per_interval,
            ));
            Ok(())
        }

        /// Sets the min burn of a subnet.
        #[pallet::call_index(22)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_min_burn(
            origin: OriginFor<T>,
            netuid: NetUid,
            min_burn: TaoBalance,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::MinBurn, |_| {
                ensure!(
                    min_burn < T::MinBurnUpperBound::get() && min_burn < MaxBurn::<T>::get(netuid),
                    Error::<T>::ValueNotInBounds
                );
                MinBurn::<T>::insert(netuid, min_burn);
                Subtensor::<T>::deposit_event(SubtensorEvent::MinBurnSet(netuid, min_burn));
                Ok(())
            })
        }

        /// Sets the max burn of a subnet.
        #[pallet::call_index(23)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_max_burn(
            origin: OriginFor<T>,
            netuid: NetUid,
            max_burn: TaoBalance,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::MaxBurn, |_| {
                ensure!(
                    max_burn > T::MaxBurnLowerBound::get() && max_burn > MinBurn::<T>::get(netuid),
                    Error::<T>::ValueNotInBounds
                );
                MaxBurn::<T>::insert(netuid, max_burn);
                Subtensor::<T>::deposit_event(SubtensorEvent::MaxBurnSet(netuid, max_burn));
                Ok(())
            })
        }

        /// Sets the difficulty of a subnet.
        #[pallet::call_index(24)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_difficulty(
            origin: OriginFor<T>,
            netuid: NetUid,
            difficulty: u64,
        ) -> DispatchResult {
            Self::ensure_root_of_subnet(origin, netuid)?;
            Difficulty::<T>::insert(netuid, difficulty);
            Subtensor::<T>::deposit_event(SubtensorEvent::DifficultySet(netuid, difficulty));
            Ok(())
        }

        /// Sets the max allowed validators of a subnet.
        #[pallet::call_index(25)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_max_allowed_validators(
            origin: OriginFor<T>,
            netuid: NetUid,
            max_allowed_validators: u16,
        ) -> DispatchResult {
            Self::ensure_root_of_subnet(origin, netuid)?;
            ensure!(
                max_allowed_validators <= MaxAllowedUids::<T>::get(netuid),
                Error::<T>::MaxValidatorsLargerThanMaxUIds
            );
            MaxAllowedValidators::<T>::insert(netuid, max_allowed_validators);
            Subtensor::<T>::deposit_event(SubtensorEvent::MaxAllowedValidatorsSet(
                netuid,
                max_allowed_validators,
            ));
            Ok(())
        }

        /// Sets the bonds moving average of a subnet.
        #[pallet::call_index(26)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_bonds_moving_average(
            origin: OriginFor<T>,
            netuid: NetUid,
            bonds_moving_average: u64,
        ) -> DispatchResult {
            Self::as_owner_or_root(
                origin,
                netuid,
                Hyperparameter::BondsMovingAverage,
                |by_owner| {
                    let most = if by_owner {
                        MAX_OWNER_BONDS_AVERAGE
                    } else {
                        MILLION
                    };
                    ensure!(
                        bonds_moving_average <= most,
                        Error::<T>::BondsMovingAverageMaxReached
                    );
                    BondsMovingAverage::<T>::insert(netuid, bonds_moving_average);
                    Subtensor::<T>::deposit_event(SubtensorEvent::BondsMovingAverageSet(
                        netuid,
                        bonds_moving_average,
                    ));
                    Ok(())
                },
            )
        }

        /// Sets the max registrations per block of a subnet.
        #[pallet::call_index(27)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_max_registrations_per_block(
            origin: OriginFor<T>,
            netuid: NetUid,
            max_registrations_per_block: u16,
        ) -> DispatchResult {
            Self::ensure_root_of_subnet(origin, netuid)?;
            MaxRegistrationsPerBlock::<T>::insert(netuid, max_registrations_per_block);
            Subtensor::<T>::deposit_event(SubtensorEvent::MaxRegistrationsPerBlockSet(
                netuid,
                max_registrations_per_block,
            ));
            Ok(())
        }

        /// Sets the subnet owner cut.
        #[pallet::call_index(28)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_subnet_owner_cut(
            origin: OriginFor<T>,
            subnet_owner_cut: u16,
        ) -> DispatchResult {
            ensure_root(origin)?;
            SubnetOwnerCut::<T>::put(subnet_owner_cut);
            Subtensor::<T>::deposit_event(SubtensorEvent::SubnetOwnerCutSet(subnet_owner_cut));
            Ok(())
        }

        /// Sets the network rate limit.
        #[pallet::call_index(29)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_network_rate_limit(
            origin: OriginFor<T>,
            rate_limit: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            NetworkRateLimit::<T>::put(rate_limit);
            Subtensor::<T>::deposit_event(SubtensorEvent::NetworkRateLimitSet(rate_limit));
            Ok(())
        }

        /// Sets the tempo of a subnet.
        #[pallet::call_index(30)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_tempo(origin: OriginFor<T>, netuid: NetUid, tempo: u16) -> DispatchResult {
            Self::ensure_root_of_subnet(origin, netuid)?;
            Tempo::<T>::insert(netuid, tempo);
            LastEpochBlock::<T>::insert(netuid, Subtensor::<T>::current_block());
            Subtensor::<T>::deposit_event(SubtensorEvent::TempoSet(netuid, tempo));
            Ok(())
        }

        /// Sets the network immunity period.
        #[pallet::call_index(35)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_network_immunity_period(
            origin: OriginFor<T>,
            immunity_period: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            NetworkImmunityPeriod::<T>::put(immunity_period);
            Subtensor::<T>::deposit_event(SubtensorEvent::NetworkImmunityPeriodSet(
                immunity_period,
            ));
            Ok(())
        }

        /// Sets the network min lock cost.
        #[pallet::call_index(36)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_network_min_lock_cost(
            origin: OriginFor<T>,
            lock_cost: TaoBalance,
        ) -> DispatchResult {
            ensure_root(origin)?;
            NetworkMinLockCost::<T>::put(lock_cost);
            Subtensor::<T>::deposit_event(SubtensorEvent::NetworkMinLockCostSet(lock_cost));
            Ok(())
        }

        /// Sets the subnet limit.
        #[pallet::call_index(37)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_subnet_limit(origin: OriginFor<T>, max_subnets: u16) -> DispatchResult {
            ensure_root(origin)?;
            ensure!(
                max_subnets < NetUidStorageIndex::MECHANISM_STRIDE,
                Error::<T>::InvalidValue
            );
            SubnetLimit::<T>::put(max_subnets);
            Subtensor::<T>::deposit_event(SubtensorEvent::SubnetLimitSet(max_subnets));
            Ok(())
        }

        /// Sets the lock reduction interval.
        #[pallet::call_index(38)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_lock_reduction_interval(
            origin: OriginFor<T>,
            interval: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            NetworkLockReductionInterval::<T>::put(interval);
            Subtensor::<T>::deposit_event(SubtensorEvent::NetworkLockCostReductionIntervalSet(
                interval,
            ));
            Ok(())
        }

        /// Sets the rao recycled of a subnet.
        #[pallet::call_index(39)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_rao_recycled(
            origin: OriginFor<T>,
            netuid: NetUid,
            rao_recycled: TaoBalance,
        ) -> DispatchResult {
            Self::ensure_root_of_subnet(origin, netuid)?;
            RAORecycledForRegistration::<T>::insert(netuid, rao_recycled);
            Subtensor::<T>::deposit_event(SubtensorEvent::RAORecycledForRegistrationSet(
                netuid,
                rao_recycled,
            ));
            Ok(())
        }

        /// Sets the stake threshold.
        #[pallet::call_index(42)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_stake_threshold(origin: OriginFor<T>, min_stake: u64) -> DispatchResult {
            ensure_root(origin)?;
            StakeThreshold::<T>::put(min_stake);
            Subtensor::<T>::deposit_event(SubtensorEvent::StakeThresholdSet(min_stake));
            Ok(())
        }

        /// Sets the least nomination, in millionths of the least stake; nominations that become too small are sold over
        /// the next blocks.
        #[pallet::call_index(43)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_nominator_min_required_stake(
            origin: OriginFor<T>,
            min_stake: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            Subtensor::<T>::set_nominator_min_required_stake(min_stake);
            Ok(())
        }

        /// Sets the tx delegate take rate limit.
        #[pallet::call_index(45)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_tx_delegate_take_rate_limit(
            origin: OriginFor<T>,
            tx_rate_limit: u64,
        ) -> DispatchResult {
            ensure_root(origin)?;
            TxDelegateTakeRateLimit::<T>::put(tx_rate_limit);
            Subtensor::<T>::deposit_event(SubtensorEvent::TxDelegateTakeRateLimitSet(
                tx_rate_limit,
            ));
            Ok(())
        }

        /// Sets the min delegate take.
        #[pallet::call_index(46)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_min_delegate_take(origin: OriginFor<T>, take: PerU16) -> DispatchResult {
            ensure_root(origin)?;
            MinDelegateTake::<T>::put(take);
            Subtensor::<T>::deposit_event(SubtensorEvent::MinDelegateTakeSet(take.deconstruct()));
            Ok(())
        }

        /// Sets the commit reveal weights enabled of a subnet.
        #[pallet::call_index(49)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_commit_reveal_weights_enabled(
            origin: OriginFor<T>,
            netuid: NetUid,
            enabled: bool,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::CommitRevealEnabled, |_| {
                CommitRevealWeightsEnabled::<T>::insert(netuid, enabled);
                Subtensor::<T>::deposit_event(SubtensorEvent::CommitRevealEnabled(netuid, enabled));
                Ok(())
            })
        }

        /// Sets the liquid alpha enabled of a subnet.
        #[pallet::call_index(50)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_liquid_alpha_enabled(
            origin: OriginFor<T>,
            netuid: NetUid,
            enabled: bool,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::LiquidAlphaEnabled, |_| {
                LiquidAlphaOn::<T>::insert(netuid, enabled);
                Ok(())
            })
        }

        /// Sets the alpha values of a subnet.
        #[pallet::call_index(51)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_alpha_values(
            origin: OriginFor<T>,
            netuid: NetUid,
            alpha_low: u16,
            alpha_high: u16,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::AlphaValues, |_| {
                ensure!(
                    LiquidAlphaOn::<T>::get(netuid),
                    SubtensorError::<T>::LiquidAlphaDisabled
                );
                ensure!(
                    alpha_high >= MIN_ALPHA,
                    SubtensorError::<T>::AlphaHighTooLow
                );
                ensure!(
                    (MIN_ALPHA..=alpha_high).contains(&alpha_low),
                    SubtensorError::<T>::AlphaLowOutOfRange
                );
                AlphaValues::<T>::insert(netuid, (alpha_low, alpha_high));
                Ok(())
            })
        }

        /// Sets the commit reveal weights interval of a subnet.
        #[pallet::call_index(57)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_commit_reveal_weights_interval(
            origin: OriginFor<T>,
            netuid: NetUid,
            interval: u64,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::WeightCommitInterval, |_| {
                ensure!(
                    interval <= MAX_REVEAL_PERIOD,
                    SubtensorError::<T>::RevealPeriodTooLarge
                );
                ensure!(interval >= 1, SubtensorError::<T>::RevealPeriodTooSmall);
                RevealPeriodEpochs::<T>::insert(netuid, interval);
                Subtensor::<T>::deposit_event(SubtensorEvent::CommitRevealPeriodsSet(
                    netuid, interval,
                ));
                Ok(())
            })
        }

        /// Sets the bonds penalty of a subnet.
        #[pallet::call_index(60)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_bonds_penalty(
            origin: OriginFor<T>,
            netuid: NetUid,
            bonds_penalty: u16,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::BondsPenalty, |_| {
                BondsPenalty::<T>::insert(netuid, bonds_penalty);
                Subtensor::<T>::deposit_event(SubtensorEvent::BondsPenaltySet(
                    netuid,
                    bonds_penalty,
                ));
                Ok(())
            })
        }

        /// Sets the toggle transfer of a subnet.
        #[pallet::call_index(61)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_toggle_transfer(
            origin: OriginFor<T>,
            netuid: NetUid,
            toggle: bool,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::TransferEnabled, |_| {
                TransferToggle::<T>::insert(netuid, toggle);
                Subtensor::<T>::deposit_event(SubtensorEvent::TransferToggle(netuid, toggle));
                Ok(())
            })
        }

        /// Sets the subnet moving alpha.
        #[pallet::call_index(63)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_subnet_moving_alpha(origin: OriginFor<T>, alpha: I96F32) -> DispatchResult {
            ensure_root(origin)?;
            ensure!(
                (I96F32::ZERO..=I96F32::ONE).contains(&alpha),
                Error::<T>::InvalidValue
            );
            SubnetMovingAlpha::<T>::put(alpha);
            Ok(())
        }

        /// Sets the ema price halving period of a subnet.
        #[pallet::call_index(65)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_ema_price_halving_period(
            origin: OriginFor<T>,
            netuid: NetUid,
            ema_halving: u64,
        ) -> DispatchResult {
            Self::ensure_root_of_subnet(origin, netuid)?;
            EMAPriceHalvingBlocks::<T>::insert(netuid, ema_halving);
            Ok(())
        }

        /// Sets the subtoken enabled of a subnet.
        #[pallet::call_index(66)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_subtoken_enabled(
            origin: OriginFor<T>,
            netuid: NetUid,
            subtoken_enabled: bool,
        ) -> DispatchResult {
            Self::ensure_root_of_subnet(origin, netuid)?;
            SubtokenEnabled::<T>::insert(netuid, subtoken_enabled);
            Ok(())
        }

        /// Sets the alpha sigmoid steepness of a subnet.
        #[pallet::call_index(68)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_alpha_sigmoid_steepness(
            origin: OriginFor<T>,
            netuid: NetUid,
            steepness: i16,
        ) -> DispatchResult {
            Self::as_owner_or_root(
                origin,
                netuid,
                Hyperparameter::AlphaSigmoidSteepness,
                |by_owner| {
                    ensure!(
                        !by_owner || steepness >= 0,
                        Error::<T>::NegativeSigmoidSteepness
                    );
                    AlphaSigmoidSteepness::<T>::insert(netuid, steepness);
                    Ok(())
                },
            )
        }

        /// Sets the yuma3 enabled of a subnet.
        #[pallet::call_index(69)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_yuma3_enabled(
            origin: OriginFor<T>,
            netuid: NetUid,
            enabled: bool,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::Yuma3Enabled, |_| {
                Yuma3On::<T>::insert(netuid, enabled);
                Self::deposit_event(Event::Yuma3EnableToggled { netuid, enabled });
                Ok(())
            })
        }

        /// Sets the bonds reset enabled of a subnet.
        #[pallet::call_index(70)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_bonds_reset_enabled(
            origin: OriginFor<T>,
            netuid: NetUid,
            enabled: bool,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::BondsResetEnabled, |_| {
                BondsResetOn::<T>::insert(netuid, enabled);
                Subtensor::<T>::deposit_event(SubtensorEvent::BondsResetOnSet(netuid, enabled));
                Self::deposit_event(Event::BondsResetToggled { netuid, enabled });
                Ok(())
            })
        }

        /// Sets the commit reveal version.
        #[pallet::call_index(71)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_commit_reveal_version(
            origin: OriginFor<T>,
            version: u16,
        ) -> DispatchResult {
            ensure_root(origin)?;
            CommitRevealWeightsVersion::<T>::put(version);
            Subtensor::<T>::deposit_event(SubtensorEvent::CommitRevealVersionSet(version));
            Ok(())
        }

        /// Sets the owner immune neuron limit of a subnet.
        #[pallet::call_index(72)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_owner_immune_neuron_limit(
            origin: OriginFor<T>,
            netuid: NetUid,
            immune_neurons: u16,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::ImmuneNeuronLimit, |_| {
                ensure!(
                    (1..=MAX_IMMUNE_OWNER_UIDS).contains(&immune_neurons),
                    SubtensorError::<T>::InvalidValue
                );
                ImmuneOwnerUidsLimit::<T>::insert(netuid, immune_neurons);
                Ok(())
            })
        }

        /// Sets the part of the dividends of lent stake that is burned.
        #[pallet::call_index(73)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_ck_burn(origin: OriginFor<T>, burn: u64) -> DispatchResult {
            ensure_root(origin)?;
            CKBurn::<T>::put(burn);
            Ok(())
        }

        /// Sets the admin freeze window.
        #[pallet::call_index(74)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_admin_freeze_window(origin: OriginFor<T>, window: u16) -> DispatchResult {
            ensure_root(origin)?;
            AdminFreezeWindow::<T>::put(window);
            Subtensor::<T>::deposit_event(SubtensorEvent::AdminFreezeWindowSet(window));
            Ok(())
        }

        /// Sets the owner hparam rate limit.
        #[pallet::call_index(75)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_owner_hparam_rate_limit(
            origin: OriginFor<T>,
            epochs: u16,
        ) -> DispatchResult {
            ensure_root(origin)?;
            OwnerHyperparamRateLimit::<T>::put(epochs);
            Subtensor::<T>::deposit_event(SubtensorEvent::OwnerHyperparamRateLimitSet(epochs));
            Ok(())
        }

        /// Sets the number of mechanisms of a subnet.
        #[pallet::call_index(76)]
        #[pallet::weight(<T as Config>::WeightInfo::mechanism_count())]
        pub fn sudo_set_mechanism_count(
            origin: OriginFor<T>,
            netuid: NetUid,
            mechanism_count: MechId,
        ) -> DispatchResult {
            Self::of_mechanisms(origin, netuid, Use::MechanismCount, || {
                Subtensor::<T>::do_set_mechanism_count(netuid, mechanism_count)
            })
        }

        /// Sets the parts of the mechanisms of a subnet in its emission, of 65535; none for even parts.
        #[pallet::call_index(77)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_mechanism_emission_split(
            origin: OriginFor<T>,
            netuid: NetUid,
            maybe_split: Option<Vec<u16>>,
        ) -> DispatchResult {
            Self::of_mechanisms(origin, netuid, Use::MechanismEmission, || {
                Subtensor::<T>::do_set_emission_split(netuid, maybe_split)
            })
        }

        /// Sets the min allowed uids of a subnet.
        #[pallet::call_index(79)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_min_allowed_uids(
            origin: OriginFor<T>,
            netuid: NetUid,
            min_allowed_uids: u16,
        ) -> DispatchResult {
            Self::ensure_root_of_subnet(origin, netuid)?;
            ensure!(
                min_allowed_uids < MaxAllowedUids::<T>::get(netuid),
                Error::<T>::MinAllowedUidsGreaterThanMaxAllowedUids
            );
            ensure!(
                min_allowed_uids < SubnetworkN::<T>::get(netuid),
                Error::<T>::MinAllowedUidsGreaterThanCurrentUids
            );
            MinAllowedUids::<T>::insert(netuid, min_allowed_uids);
            Subtensor::<T>::deposit_event(SubtensorEvent::MinAllowedUidsSet(
                netuid,
                min_allowed_uids,
            ));
            Ok(())
        }

        /// Sets the recycle or burn of a subnet.
        #[pallet::call_index(80)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_recycle_or_burn(
            origin: OriginFor<T>,
            netuid: NetUid,
            recycle_or_burn: RecycleOrBurnEnum,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::RecycleOrBurn, |_| {
                RecycleOrBurn::<T>::insert(netuid, recycle_or_burn);
                Ok(())
            })
        }

        /// Sets the min non immune uids of a subnet.
        #[pallet::call_index(84)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_min_non_immune_uids(
            origin: OriginFor<T>,
            netuid: NetUid,
            min: u16,
        ) -> DispatchResult {
            Self::ensure_root_of_subnet(origin, netuid)?;
            MinNonImmuneUids::<T>::insert(netuid, min);
            Subtensor::<T>::deposit_event(SubtensorEvent::MinNonImmuneUidsSet(netuid, min));
            Ok(())
        }

        /// Sets the start call delay.
        #[pallet::call_index(85)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_start_call_delay(origin: OriginFor<T>, delay: u64) -> DispatchResult {
            ensure_root(origin)?;
            StartCallDelay::<T>::put(delay);
            Subtensor::<T>::deposit_event(SubtensorEvent::StartCallDelaySet(delay));
            Ok(())
        }

        /// Sets the largest number of mechanisms that a subnet may have.
        #[pallet::call_index(88)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_max_mechanism_count(
            origin: OriginFor<T>,
            max_mechanism_count: MechId,
        ) -> DispatchResult {
            ensure_root(origin)?;
            Subtensor::<T>::do_set_max_mechanism_count(max_mechanism_count)
        }

        /// Sets the burn half life of a subnet.
        #[pallet::call_index(89)]
        #[pallet::weight((<T as Config>::WeightInfo::setter(), DispatchClass::Operational))]
        pub fn sudo_set_burn_half_life(
            origin: OriginFor<T>,
            netuid: NetUid,
            burn_half_life: u16,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::BurnHalfLife, |_| {
                ensure!(!netuid.is_root(), Error::<T>::NotPermittedOnRootSubnet);
                ensure!(
                    (1..=MAX_BURN_HALF_LIFE).contains(&burn_half_life),
                    Error::<T>::InvalidValue
                );
                BurnHalfLife::<T>::insert(netuid, burn_half_life);
                Self::deposit_event(Event::BurnHalfLifeSet {
                    netuid,
                    burn_half_life,
                });
                Ok(())
            })
        }

        /// Sets the burn increase mult of a subnet.
        #[pallet::call_index(90)]
        #[pallet::weight((<T as Config>::WeightInfo::setter(), DispatchClass::Operational))]
        pub fn sudo_set_burn_increase_mult(
            origin: OriginFor<T>,
            netuid: NetUid,
            burn_increase_mult: U64F64,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::BurnIncreaseMult, |_| {
                ensure!(!netuid.is_root(), Error::<T>::NotPermittedOnRootSubnet);
                let bounds = U64F64::ONE..=U64F64::from_num(MAX_BURN_INCREASE);
                ensure!(
                    bounds.contains(&burn_increase_mult),
                    Error::<T>::InvalidValue
                );
                BurnIncreaseMult::<T>::insert(netuid, burn_increase_mult);
                Self::deposit_event(Event::BurnIncreaseMultSet {
                    netuid,
                    burn_increase_mult,
                });
                Ok(())
            })
        }

        /// Sets the owner cut enabled of a subnet.
        #[pallet::call_index(92)]
        #[pallet::weight((<T as Config>::WeightInfo::setter(), DispatchClass::Operational))]
        pub fn sudo_set_owner_cut_enabled(
            origin: OriginFor<T>,
            netuid: NetUid,
            enabled: bool,
        ) -> DispatchResult {
            Self::ensure_owner_or_root(origin, netuid)?;
            ensure!(!netuid.is_root(), Error::<T>::NotPermittedOnRootSubnet);
            OwnerCutEnabled::<T>::insert(netuid, enabled);
            Ok(())
        }

        /// Sets the least take on child keys of a subnet.
        #[pallet::call_index(93)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_min_childkey_take_per_subnet(
            origin: OriginFor<T>,
            netuid: NetUid,
            take: PerU16,
        ) -> DispatchResult {
            Self::as_owner_or_root(origin, netuid, Hyperparameter::MinChildkeyTake, |_| {
                let bounds = MinChildkeyTake::<T>::get()..=MaxChildkeyTake::<T>::get();
                ensure!(bounds.contains(&take), Error::<T>::InvalidValue);
                MinChildkeyTakePerSubnet::<T>::insert(netuid, take);
                Subtensor::<T>::deposit_event(SubtensorEvent::MinChildKeyTakePerSubnetSet(
                    netuid,
                    take.deconstruct(),
                ));
                Ok(())
            })
        }

        /// Sets the subnet emission enabled of a subnet.
        #[pallet::call_index(94)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_subnet_emission_enabled(
            origin: OriginFor<T>,
            netuid: NetUid,
            enabled: bool,
        ) -> DispatchResult {
            Self::ensure_root_of_subnet(origin, netuid)?;
            ensure!(!netuid.is_root(), Error::<T>::NotPermittedOnRootSubnet);
            SubnetEmissionEnabled::<T>::insert(netuid, enabled);
            Self::deposit_event(Event::SubnetEmissionEnabledSet { netuid, enabled });
            Ok(())
        }

        /// Sets the max epochs per block.
        #[pallet::call_index(96)]
        #[pallet::weight(<T as Config>::WeightInfo::setter())]
        pub fn sudo_set_max_epochs_per_block(
            origin: OriginFor<T>,
            max_epochs_per_block: u8,
        ) -> DispatchResult {
            ensure_root(origin)?;
            ensure!(max_epochs_per_block >= 1, Error::<T>::ValueNotInBounds);
            MaxEpochsPerBlock::<T>::put(max_epochs_per_block);
            Subtensor::<T>::deposit_event(SubtensorEvent::MaxEpochsPerBlockSet(
                max_epochs_per_block,
            ));
            Ok(())
        }
    }
}
