//! What root sets for the whole chain; what a row says is explained in [`super`].

/// Hands the values of the chain to the macro `$consumer`, as rows of the form that
/// [`hyperparameter_rows`] gives them.
///
/// [`hyperparameter_rows`]: crate::hyperparameter_rows
#[macro_export]
macro_rules! chain_hyperparameters {
    ($consumer:ident) => {
        $crate::hyperparameter_rows! { $consumer
            /// Sets the highest take of a delegate.
            1 sudo_set_default_take(default_take: PerU16) => MaxDelegateTake,
                emits subtensor::MaxDelegateTakeSet(default_take.deconstruct());

            /// Sets the least take of a delegate.
            46 sudo_set_min_delegate_take(take: PerU16) => MinDelegateTake,
                emits subtensor::MinDelegateTakeSet(take.deconstruct());

            /// Sets the blocks between two swaps of a key.
            2 sudo_set_tx_rate_limit(tx_rate_limit: u64) => TxRateLimit,
                emits subtensor::TxRateLimitSet(tx_rate_limit);

            /// Sets the blocks between two raises of a take.
            45 sudo_set_tx_delegate_take_rate_limit(tx_rate_limit: u64) => TxDelegateTakeRateLimit,
                emits subtensor::TxDelegateTakeRateLimitSet(tx_rate_limit);

            /// Sets the blocks between the announcement of a coldkey swap and the swap.
            86 sudo_set_coldkey_swap_announcement_delay(duration: BlockNumberFor<T>)
                => ColdkeySwapAnnouncementDelay,
                emits subtensor::ColdkeySwapAnnouncementDelaySet(duration);

            /// Sets the blocks after which a coldkey swap may be announced anew.
            87 sudo_set_coldkey_swap_reannouncement_delay(duration: BlockNumberFor<T>)
                => ColdkeySwapReannouncementDelay,
                emits subtensor::ColdkeySwapReannouncementDelaySet(duration);

            /// Sets the owner's share of the emission, of 65535.
            28 sudo_set_subnet_owner_cut(subnet_owner_cut: u16) => SubnetOwnerCut,
                emits subtensor::SubnetOwnerCutSet(subnet_owner_cut);

            /// Sets the part of the dividends of lent stake that is burned, of `u64::MAX`.
            73 sudo_set_ck_burn(burn: u64) => CKBurn;

            /// Sets the blocks between two creations of subnets.
            29 sudo_set_network_rate_limit(rate_limit: u64) => NetworkRateLimit,
                emits subtensor::NetworkRateLimitSet(rate_limit);

            /// Sets the blocks in which a new subnet is not dissolved for another.
            35 sudo_set_network_immunity_period(immunity_period: u64) => NetworkImmunityPeriod,
                emits subtensor::NetworkImmunityPeriodSet(immunity_period);

            /// Sets the least price of a subnet, rao.
            36 sudo_set_network_min_lock_cost(lock_cost: TaoBalance) => NetworkMinLockCost,
                emits subtensor::NetworkMinLockCostSet(lock_cost);

            /// Sets the blocks in which the price of a subnet falls to the least.
            38 sudo_set_lock_reduction_interval(interval: u64) => NetworkLockReductionInterval,
                emits subtensor::NetworkLockCostReductionIntervalSet(interval);

            /// Sets the most subnets there may be, root not counted.
            37 sudo_set_subnet_limit(max_subnets: u16) => SubnetLimit,
                needs "at most {MAX_SUBNET_LIMIT}":
                    max_subnets <= MAX_SUBNET_LIMIT => admin::InvalidValue,
                emits subtensor::SubnetLimitSet(max_subnets);

            /// Sets the blocks between the creation of a subnet and its earliest start.
            85 sudo_set_start_call_delay(delay: u64) => StartCallDelay,
                emits subtensor::StartCallDelaySet(delay);

            /// Sets a number of blocks that clients read; no rule uses it.
            55 sudo_set_dissolve_network_schedule_duration(duration: BlockNumberFor<T>)
                => DissolveNetworkScheduleDuration,
                emits subtensor::DissolveNetworkScheduleDurationSet(duration);

            /// Sets the least stake weight with which weights count, rao.
            42 sudo_set_stake_threshold(min_stake: u64) => StakeThreshold,
                emits subtensor::StakeThresholdSet(min_stake);

            /// Sets the least nomination, in millionths of the least stake; nominations that become
            /// too small are sold over the next blocks.
            43 sudo_set_nominator_min_required_stake(min_stake: u64) => NominatorMinRequiredStake
                through Nominations::<T>::set_nominator_min_required_stake(min_stake);

            /// Sets the memory of the moving price.
            63 sudo_set_subnet_moving_alpha(alpha: I96F32) => SubnetMovingAlpha,
                needs "from 0 to 1": (I96F32::ZERO..=I96F32::ONE).contains(&alpha)
                    => admin::InvalidValue;

            /// Sets the least net flow of TAO that counts in shares by flow, rao; emission follows
            /// prices.
            81 sudo_set_tao_flow_cutoff(flow_cutoff: I64F64) => TaoFlowCutoff;

            /// Sets the exponent of flows in shares by flow; emission follows prices.
            82 sudo_set_tao_flow_normalization_exponent(exponent: U64F64) => FlowNormExponent,
                needs "from 1 to 2": (U64F64::ONE..=U64F64::from_num(2u64)).contains(&exponent)
                    => admin::InvalidValue;

            /// Sets the weight of a new block in averages of flows, of `i64::MAX`; emission follows
            /// prices.
            83 sudo_set_tao_flow_smoothing_factor(smoothing_factor: u64) => FlowEmaSmoothingFactor;

            /// Sets whether the protocol's own flows are taken off in shares by flow; emission
            /// follows prices.
            91 sudo_set_net_tao_flow_enabled(enabled: bool) => NetTaoFlowEnabled;

            /// Sets the part of all shares of the emission that, from the largest on, reaches the
            /// bar; counts where the rank is 0. The next block sets the bar anew.
            100 sudo_set_emission_bar_quantile(quantile: U64F64) => EmissionBarQuantile
                through Coinbase::<T>::set_bar_quantile(quantile),
                needs "above 0 and below 1": quantile > U64F64::ZERO && quantile < U64F64::ONE
                    => admin::InvalidValue;

            /// Sets how steeply shares of the emission below the bar fall.
            101 sudo_set_emission_gate_exponent(exponent: U64F64) => EmissionGateExponent,
                needs "from 1 to 8": GATE_EXPONENTS.contains(&exponent) => admin::InvalidValue;

            /// Sets the rank of the share of the emission that is the bar; 0 for the quantile. The
            /// next block sets the bar anew.
            102 sudo_set_emission_bar_rank(rank: u16) => EmissionBarRank
                through Coinbase::<T>::set_bar_rank(rank);

            /// Sets the version of commits that is accepted.
            71 sudo_set_commit_reveal_version(version: u16) => CommitRevealWeightsVersion,
                emits subtensor::CommitRevealVersionSet(version);

            /// Sets the blocks before an epoch in which owners may change nothing.
            74 sudo_set_admin_freeze_window(window: u16) => AdminFreezeWindow,
                emits subtensor::AdminFreezeWindowSet(window);

            /// Sets the tempos between two changes of one value by an owner.
            75 sudo_set_owner_hparam_rate_limit(epochs: u16) => OwnerHyperparamRateLimit,
                emits subtensor::OwnerHyperparamRateLimitSet(epochs);

            /// Sets the most mechanisms that a subnet may have.
            88 sudo_set_max_mechanism_count(max_mechanism_count: MechId) => MaxMechanismCount,
                needs "from 1 to {MAX_MECHANISMS}":
                    (1..=MAX_MECHANISMS).contains(&max_mechanism_count.get())
                        => subtensor::InvalidValue;

            /// Sets the part of the worth of a fund that one holding may have after a trade, of
            /// 65535.
            105 sudo_set_basket_concentration_cap(cap: u16) => BasketConcentrationCap,
                needs "at least 1": cap >= 1 => admin::ValueNotInBounds,
                emits admin::BasketConcentrationCapSet { cap };

            /// Sets whether funds may trade.
            106 sudo_set_basket_trading_enabled(enabled: bool) => BasketTradingEnabled,
                emits admin::BasketTradingToggled { enabled };

            /// Sets the part of its worth that a fund may turn over in a day, of 65535.
            108 sudo_set_basket_daily_turnover_cap(cap: u16) => BasketDailyTurnoverCap,
                needs "at least 1": cap >= 1 => admin::ValueNotInBounds,
                emits admin::BasketDailyTurnoverCapSet { cap };

            /// Sets the part of the alpha of a pool that a fund may hold after a trade, and buy in
            /// a day, of 65535.
            109 sudo_set_basket_liquidity_cap(cap: u16) => BasketLiquidityCap,
                needs "at least 1": cap >= 1 => admin::ValueNotInBounds,
                emits admin::BasketLiquidityCapSet { cap };

            /// Sets the least worth of a trade of a fund, rao.
            113 sudo_set_basket_min_trade_tao(min_trade_rao: u64) => BasketMinTradeTao,
                emits admin::BasketMinTradeTaoSet { min_trade_rao };

            /// Sets the most epochs in one block.
            96 sudo_set_max_epochs_per_block(max_epochs_per_block: u8) => MaxEpochsPerBlock,
                needs "at least 1": max_epochs_per_block >= 1 => admin::ValueNotInBounds,
                emits subtensor::MaxEpochsPerBlockSet(max_epochs_per_block);
        }
    };
}
