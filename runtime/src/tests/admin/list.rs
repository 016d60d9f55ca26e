//! What each setter does, written down a second time and independently of the tables that the
//! pallet is made from.

use alloc::{vec, vec::Vec};
use codec::Encode;
use pallet_admin_utils::{Call, Event as OwnEvent};
use pallet_subtensor::{self as subtensor, ConsensusMode, Event, RecycleOrBurnEnum};
use sp_runtime::PerU16;
use subtensor_fixed::{I64F64, I96F32, U64F64};
use subtensor_primitives::{MechId, NetUid, TaoBalance};

use super::SUBNET;
use crate::{Runtime, RuntimeEvent};

/// Who may call a setter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum By {
    /// Root; the value is the chain's.
    Root,
    /// Root; the value is a subnet's.
    RootOfSubnet,
    /// Root or the owner of the subnet.
    OwnerAlways,
    /// Root or the owner of the subnet, who then has to wait so many tempos.
    OwnerInTempos(u64),
    /// Root or the owner of the subnet, who then has to wait so many blocks on a fast chain.
    OwnerInBlocks(u64),
}
use By::{OwnerAlways, OwnerInBlocks, OwnerInTempos, Root, RootOfSubnet};

/// A setter, called with a value that is not in force yet.
pub(super) struct Setter {
    /// Who may call it.
    pub by: By,
    /// What is called, with its arguments.
    pub call: Call<Runtime>,
    /// Whether the value is in force.
    pub in_force: fn() -> bool,
    /// What is said of it.
    pub events: Vec<RuntimeEvent>,
}

const OWNER: By = OwnerInTempos(2);

/// A row: who, the call, what is stored, and what is said: events of `SubtensorModule`, `own` ones
/// of `AdminUtils`, or the general one with a name.
macro_rules! setters {
    ($(
        $by:ident $(($interval:expr))? $call:ident($($arg:ident: $value:expr),+)
            => $storage:ident == $expected:expr
        $(, says $event:ident $payload:tt)*
        $(, own $own:ident $own_payload:tt)?
        $(, general $name:literal)?;
    )*) => {
        vec![$(setters!(@ $by {
            by: $by $(($interval))?,
            events: [
                $(RuntimeEvent::SubtensorModule(Event::$event $payload),)*
                $(RuntimeEvent::AdminUtils(OwnEvent::$own $own_payload),)?
            ],
            general: [$($name)?] ($($value),+)
        } $call($($arg: $value),+) $storage == $expected)),*]
    };
    (@ Root {
        by: $by:expr, events: [$($event:expr,)*], general: [$($name:literal)?] $given:expr
    } $call:ident($($arg:ident: $value:expr),+) $storage:ident == $expected:expr) => {
        Setter {
            by: $by,
            call: Call::$call { $($arg: $value),+ },
            in_force: || subtensor::$storage::<Runtime>::get() == $expected,
            events: vec![$($event,)* $(general(None, $name, $given))?],
        }
    };
    (@ $who:ident {
        by: $by:expr, events: [$($event:expr,)*], general: [$($name:literal)?] $given:expr
    } $call:ident($($arg:ident: $value:expr),+) $storage:ident == $expected:expr) => {
        Setter {
            by: $by,
            call: Call::$call { netuid: SUBNET, $($arg: $value),+ },
            in_force: || subtensor::$storage::<Runtime>::get(SUBNET) == $expected,
            events: vec![$($event,)* $(general(Some(SUBNET), $name, $given))?],
        }
    };
}

fn general(netuid: Option<NetUid>, name: &str, given: impl Encode) -> RuntimeEvent {
    RuntimeEvent::AdminUtils(OwnEvent::ParameterSet {
        netuid,
        name: name.as_bytes().to_vec(),
        value: given.encode(),
    })
}

fn tao(rao: u64) -> TaoBalance {
    TaoBalance::new(rao)
}

fn part(parts: u16) -> PerU16 {
    PerU16::from_parts(parts)
}

/// All of them.
pub(super) fn setters() -> Vec<Setter> {
    let parts = [
        numbers_of_owners(),
        switches_of_owners(),
        of_subnets(),
        of_funds(),
        of_the_chain(),
    ];
    parts.into_iter().flatten().collect()
}

/// What owners say how much of.
fn numbers_of_owners() -> Vec<Setter> {
    setters! {
        OWNER sudo_set_serving_rate_limit(serving_rate_limit: 7) => ServingRateLimit == 7,
            says ServingRateLimitSet(SUBNET, 7);
        OWNER sudo_set_max_difficulty(max_difficulty: 7) => MaxDifficulty == 7,
            says MaxDifficultySet(SUBNET, 7);
        OwnerInTempos(5) sudo_set_weights_version_key(weights_version_key: 7)
            => WeightsVersionKey == 7, says WeightsVersionKeySet(SUBNET, 7);
        OWNER sudo_set_adjustment_alpha(adjustment_alpha: 7) => AdjustmentAlpha == 7,
            says AdjustmentAlphaSet(SUBNET, 7);
        OWNER sudo_set_immunity_period(immunity_period: 7) => ImmunityPeriod == 7,
            says ImmunityPeriodSet(SUBNET, 7);
        OWNER sudo_set_min_allowed_weights(min_allowed_weights: 7) => MinAllowedWeights == 7,
            says MinAllowedWeightSet(SUBNET, 7);
        OWNER sudo_set_max_allowed_uids(max_allowed_uids: 77) => MaxAllowedUids == 77,
            says MaxAllowedUidsSet(SUBNET, 77);
        OWNER sudo_set_rho(rho: 7) => Rho == 7, says RhoSet(SUBNET, 7);
        OWNER sudo_set_activity_cutoff(activity_cutoff: 777) => ActivityCutoff == 777,
            says ActivityCutoffSet(SUBNET, 777);
        OWNER sudo_set_min_burn(min_burn: tao(7)) => MinBurn == tao(7),
            says MinBurnSet(SUBNET, tao(7));
        OWNER sudo_set_max_burn(max_burn: tao(7_000_000_000)) => MaxBurn == tao(7_000_000_000),
            says MaxBurnSet(SUBNET, tao(7_000_000_000));
        OWNER sudo_set_bonds_moving_average(bonds_moving_average: 7) => BondsMovingAverage == 7,
            says BondsMovingAverageSet(SUBNET, 7);
        OWNER sudo_set_alpha_values(alpha_low: 1_638u16, alpha_high: 7_777u16)
            => AlphaValues == (1_638, 7_777), general "alpha_values";
        OWNER sudo_set_commit_reveal_weights_interval(interval: 7) => RevealPeriodEpochs == 7,
            says CommitRevealPeriodsSet(SUBNET, 7);
        OWNER sudo_set_bonds_penalty(bonds_penalty: 7) => BondsPenalty == 7,
            says BondsPenaltySet(SUBNET, 7);
        OWNER sudo_set_alpha_sigmoid_steepness(steepness: 7) => AlphaSigmoidSteepness == 7,
            says AlphaSigmoidSteepnessSet(SUBNET, 7);
        OWNER sudo_set_owner_immune_neuron_limit(immune_neurons: 7u16) => ImmuneOwnerUidsLimit == 7,
            general "owner_immune_neuron_limit";
        OwnerInBlocks(7_200) sudo_set_mechanism_count(mechanism_count: MechId::new(2))
            => MechanismCountCurrent == MechId::new(2), general "mechanism_count";
        OwnerInBlocks(7_200) sudo_set_mechanism_emission_split(maybe_split: Some(vec![65_535u16]))
            => MechanismEmissionSplit == Some(vec![65_535]), general "mechanism_emission_split";
        OwnerInBlocks(216_000) sudo_trim_to_max_allowed_uids(max_n: 66u16) => MaxAllowedUids == 66,
            general "max_allowed_uids";
        OWNER sudo_set_recycle_or_burn(recycle_or_burn: RecycleOrBurnEnum::Recycle)
            => RecycleOrBurn == RecycleOrBurnEnum::Recycle, general "recycle_or_burn";
        OWNER sudo_set_burn_half_life(burn_half_life: 7) => BurnHalfLife == 7,
            own BurnHalfLifeSet { netuid: SUBNET, burn_half_life: 7 };
        OWNER sudo_set_burn_increase_mult(burn_increase_mult: U64F64::from_num(2u64))
            => BurnIncreaseMult == U64F64::from_num(2u64),
            own BurnIncreaseMultSet { netuid: SUBNET, burn_increase_mult: U64F64::from_num(2u64) };
        OWNER sudo_set_collateral_lock_share(lock_share: 7) => CollateralLockShare == 7,
            own CollateralLockShareSet { netuid: SUBNET, lock_share: 7 };
        OWNER sudo_set_collateral_drain_ratio(drain_ratio: U64F64::from_num(2u64))
            => CollateralDrainRatio == U64F64::from_num(2u64),
            own CollateralDrainRatioSet { netuid: SUBNET, drain_ratio: U64F64::from_num(2u64) };
        OWNER sudo_set_min_childkey_take_per_subnet(take: part(7))
            => MinChildkeyTakePerSubnet == part(7), says MinChildKeyTakePerSubnetSet(SUBNET, 7);
        OWNER sudo_set_activity_cutoff_factor(factor_milli: 7_000)
            => ActivityCutoffFactorMilli == 7_000,
            says ActivityCutoffFactorMilliSet { netuid: SUBNET, factor_milli: 7_000 };
        OwnerInBlocks(360) sudo_set_tempo(tempo: 777) => Tempo == 777, says TempoSet(SUBNET, 777);
    }
}

/// What owners switch.
fn switches_of_owners() -> Vec<Setter> {
    setters! {
        OWNER sudo_set_network_pow_registration_allowed(registration_allowed: true)
            => NetworkPowRegistrationAllowed == true, says PowRegistrationAllowed(SUBNET, true);
        OWNER sudo_set_network_registration_allowed(registration_allowed: true)
            => NetworkRegistrationAllowed == true, says RegistrationAllowed(SUBNET, true);
        OWNER sudo_set_commit_reveal_weights_enabled(enabled: false)
            => CommitRevealWeightsEnabled == false, says CommitRevealEnabled(SUBNET, false);
        OWNER sudo_set_liquid_alpha_enabled(enabled: false) => LiquidAlphaOn == false,
            general "liquid_alpha_enabled";
        OWNER sudo_set_liquid_alpha_consensus_mode(mode: ConsensusMode::Previous)
            => LiquidAlphaConsensusMode == ConsensusMode::Previous,
            says LiquidAlphaConsensusModeSet(SUBNET, ConsensusMode::Previous);
        OWNER sudo_set_toggle_transfer(toggle: false) => TransferToggle == false,
            says TransferToggle(SUBNET, false);
        OWNER sudo_set_yuma3_enabled(enabled: true) => Yuma3On == true,
            own Yuma3EnableToggled { netuid: SUBNET, enabled: true };
        OWNER sudo_set_bonds_reset_enabled(enabled: true) => BondsResetOn == true,
            says BondsResetOnSet(SUBNET, true),
            own BondsResetToggled { netuid: SUBNET, enabled: true };
        OwnerAlways sudo_set_owner_cut_enabled(enabled: false) => OwnerCutEnabled == false,
            general "owner_cut_enabled";
        OwnerAlways sudo_set_owner_cut_auto_lock_enabled(enabled: true)
            => OwnerCutAutoLockEnabled == true, general "owner_cut_auto_lock_enabled";
    }
}

/// What root alone sets for a subnet.
fn of_subnets() -> Vec<Setter> {
    setters! {
        RootOfSubnet sudo_set_min_difficulty(min_difficulty: 7) => MinDifficulty == 7,
            says MinDifficultySet(SUBNET, 7);
        RootOfSubnet sudo_set_weights_set_rate_limit(weights_set_rate_limit: 7)
            => WeightsSetRateLimit == 7, says WeightsSetRateLimitSet(SUBNET, 7);
        RootOfSubnet sudo_set_adjustment_interval(adjustment_interval: 7)
            => AdjustmentInterval == 7, says AdjustmentIntervalSet(SUBNET, 7);
        RootOfSubnet sudo_set_kappa(kappa: 7) => Kappa == 7, says KappaSet(SUBNET, 7);
        RootOfSubnet
            sudo_set_target_registrations_per_interval(target_registrations_per_interval: 7)
            => TargetRegistrationsPerInterval == 7, says RegistrationPerIntervalSet(SUBNET, 7);
        RootOfSubnet sudo_set_difficulty(difficulty: 7) => Difficulty == 7,
            says DifficultySet(SUBNET, 7);
        RootOfSubnet sudo_set_max_allowed_validators(max_allowed_validators: 7)
            => MaxAllowedValidators == 7, says MaxAllowedValidatorsSet(SUBNET, 7);
        RootOfSubnet sudo_set_max_registrations_per_block(max_registrations_per_block: 7)
            => MaxRegistrationsPerBlock == 7, says MaxRegistrationsPerBlockSet(SUBNET, 7);
        RootOfSubnet sudo_set_rao_recycled(rao_recycled: tao(7))
            => RAORecycledForRegistration == tao(7),
            says RAORecycledForRegistrationSet(SUBNET, tao(7));
        RootOfSubnet sudo_set_ema_price_halving_period(ema_halving: 7u64)
            => EMAPriceHalvingBlocks == 7, general "ema_price_halving_period";
        RootOfSubnet sudo_set_subtoken_enabled(subtoken_enabled: true) => SubtokenEnabled == true,
            general "subtoken_enabled";
        RootOfSubnet sudo_set_min_allowed_uids(min_allowed_uids: 0) => MinAllowedUids == 0,
            says MinAllowedUidsSet(SUBNET, 0);
        RootOfSubnet sudo_set_min_non_immune_uids(min: 7) => MinNonImmuneUids == 7,
            says MinNonImmuneUidsSet(SUBNET, 7);
        RootOfSubnet sudo_set_subnet_emission_enabled(enabled: true)
            => SubnetEmissionEnabled == true,
            own SubnetEmissionEnabledSet { netuid: SUBNET, enabled: true };
    }
}

/// What root sets for the funds of all hotkeys.
fn of_funds() -> Vec<Setter> {
    setters! {
        Root sudo_set_basket_concentration_cap(cap: 7) => BasketConcentrationCap == 7,
            own BasketConcentrationCapSet { cap: 7 };
        Root sudo_set_basket_trading_enabled(enabled: true) => BasketTradingEnabled == true,
            own BasketTradingToggled { enabled: true };
        Root sudo_set_basket_daily_turnover_cap(cap: 7) => BasketDailyTurnoverCap == 7,
            own BasketDailyTurnoverCapSet { cap: 7 };
        Root sudo_set_basket_liquidity_cap(cap: 7) => BasketLiquidityCap == 7,
            own BasketLiquidityCapSet { cap: 7 };
        Root sudo_set_basket_min_trade_tao(min_trade_rao: 7) => BasketMinTradeTao == 7,
            own BasketMinTradeTaoSet { min_trade_rao: 7 };
    }
}

/// What root sets for the chain.
fn of_the_chain() -> Vec<Setter> {
    setters! {
        Root sudo_set_default_take(default_take: part(7)) => MaxDelegateTake == part(7),
            says MaxDelegateTakeSet(7);
        Root sudo_set_min_delegate_take(take: part(7)) => MinDelegateTake == part(7),
            says MinDelegateTakeSet(7);
        Root sudo_set_tx_rate_limit(tx_rate_limit: 7) => TxRateLimit == 7, says TxRateLimitSet(7);
        Root sudo_set_tx_delegate_take_rate_limit(tx_rate_limit: 7) => TxDelegateTakeRateLimit == 7,
            says TxDelegateTakeRateLimitSet(7);
        Root sudo_set_coldkey_swap_announcement_delay(duration: 7)
            => ColdkeySwapAnnouncementDelay == 7, says ColdkeySwapAnnouncementDelaySet(7);
        Root sudo_set_coldkey_swap_reannouncement_delay(duration: 7)
            => ColdkeySwapReannouncementDelay == 7, says ColdkeySwapReannouncementDelaySet(7);
        Root sudo_set_subnet_owner_cut(subnet_owner_cut: 7) => SubnetOwnerCut == 7,
            says SubnetOwnerCutSet(7);
        Root sudo_set_ck_burn(burn: 7u64) => CKBurn == 7, general "ck_burn";
        Root sudo_set_network_rate_limit(rate_limit: 7) => NetworkRateLimit == 7,
            says NetworkRateLimitSet(7);
        Root sudo_set_network_immunity_period(immunity_period: 7) => NetworkImmunityPeriod == 7,
            says NetworkImmunityPeriodSet(7);
        Root sudo_set_network_min_lock_cost(lock_cost: tao(7)) => NetworkMinLockCost == tao(7),
            says NetworkMinLockCostSet(tao(7));
        Root sudo_set_lock_reduction_interval(interval: 7) => NetworkLockReductionInterval == 7,
            says NetworkLockCostReductionIntervalSet(7);
        Root sudo_set_subnet_limit(max_subnets: 7) => SubnetLimit == 7, says SubnetLimitSet(7);
        Root sudo_set_start_call_delay(delay: 7) => StartCallDelay == 7, says StartCallDelaySet(7);
        Root sudo_set_dissolve_network_schedule_duration(duration: 7)
            => DissolveNetworkScheduleDuration == 7, says DissolveNetworkScheduleDurationSet(7);
        Root sudo_set_stake_threshold(min_stake: 7) => StakeThreshold == 7,
            says StakeThresholdSet(7);
        Root sudo_set_nominator_min_required_stake(min_stake: 7u64)
            => NominatorMinRequiredStake == 7, general "nominator_min_required_stake";
        Root sudo_set_subnet_moving_alpha(alpha: I96F32::from_bits(7))
            => SubnetMovingAlpha == I96F32::from_bits(7), general "subnet_moving_alpha";
        Root sudo_set_tao_flow_cutoff(flow_cutoff: I64F64::from_bits(-7))
            => TaoFlowCutoff == I64F64::from_bits(-7), general "tao_flow_cutoff";
        Root sudo_set_tao_flow_normalization_exponent(exponent: U64F64::from_num(2u64))
            => FlowNormExponent == U64F64::from_num(2u64),
            general "tao_flow_normalization_exponent";
        Root sudo_set_tao_flow_smoothing_factor(smoothing_factor: 7u64)
            => FlowEmaSmoothingFactor == 7, general "tao_flow_smoothing_factor";
        Root sudo_set_net_tao_flow_enabled(enabled: false) => NetTaoFlowEnabled == false,
            general "net_tao_flow_enabled";
        Root sudo_set_emission_bar_quantile(quantile: U64F64::from_bits(7))
            => EmissionBarQuantile == U64F64::from_bits(7), general "emission_bar_quantile";
        Root sudo_set_emission_gate_exponent(exponent: U64F64::from_num(7u64))
            => EmissionGateExponent == U64F64::from_num(7u64), general "emission_gate_exponent";
        Root sudo_set_emission_bar_rank(rank: 7u16) => EmissionBarRank == 7,
            general "emission_bar_rank";
        Root sudo_set_commit_reveal_version(version: 7) => CommitRevealWeightsVersion == 7,
            says CommitRevealVersionSet(7);
        Root sudo_set_admin_freeze_window(window: 7) => AdminFreezeWindow == 7,
            says AdminFreezeWindowSet(7);
        Root sudo_set_owner_hparam_rate_limit(epochs: 7) => OwnerHyperparamRateLimit == 7,
            says OwnerHyperparamRateLimitSet(7);
        Root sudo_set_max_mechanism_count(max_mechanism_count: MechId::new(7))
            => MaxMechanismCount == MechId::new(7), general "max_mechanism_count";
        Root sudo_set_max_epochs_per_block(max_epochs_per_block: 7) => MaxEpochsPerBlock == 7,
            says MaxEpochsPerBlockSet(7);
    }
}
