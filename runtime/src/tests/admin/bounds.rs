//! Bounds of the values: the last value inside each, and the first one outside with its reason.

use alloc::{vec, vec::Vec};
use frame_support::{assert_noop, assert_ok};
use pallet_admin_utils::{Call, Error};
use pallet_subtensor::{self as subtensor, EpochConsensus, Error as SubtensorError};
use sp_runtime::{DispatchError, PerU16};
use subtensor_fixed::{I96F32, U64F64};
use subtensor_primitives::{MechId, NetUid, TaoBalance};

use super::{SUBNET, alone, chain_with_subnet, dispatch, owner, root};
use crate::{Runtime, RuntimeOrigin};

/// A call, and the error that it ends with.
type Case = (Call<Runtime>, Option<DispatchError>);

/// Rows of calls of a subnet; `own` errors are of `AdminUtils`, `core` ones of `SubtensorModule`.
macro_rules! cases {
    ($($call:ident($($arg:ident $(: $value:expr)?),+) $($outcome:ident)+;)*) => {
        vec![$((Call::$call { $($arg $(: $value)?),+ }, cases!(@ $($outcome)+))),*]
    };
    (@ passes) => { None };
    (@ own $error:ident) => { Some(DispatchError::from(Error::<Runtime>::$error)) };
    (@ core $error:ident) => { Some(DispatchError::from(SubtensorError::<Runtime>::$error)) };
}

/// A subnet with two mechanisms, 3 uids of at most 128 and at least 2, and its own bounds of takes.
fn narrow_subnet() -> sp_io::TestExternalities {
    let mut chain = chain_with_subnet();
    chain.execute_with(|| {
        subtensor::SubnetworkN::<Runtime>::insert(SUBNET, 3);
        subtensor::MinAllowedUids::<Runtime>::insert(SUBNET, 2);
        subtensor::MinChildkeyTake::<Runtime>::put(PerU16::from_parts(5));
        subtensor::MechanismCountCurrent::<Runtime>::insert(SUBNET, MechId::new(2));
        subtensor::MinBurn::<Runtime>::insert(SUBNET, tao(200_000_000));
    });
    chain
}

fn check(by: fn() -> RuntimeOrigin, cases: Vec<Case>) {
    narrow_subnet().execute_with(|| {
        for (call, refusal) in cases {
            check_case(by, call, refusal);
        }
    });
}

fn check_case(by: fn() -> RuntimeOrigin, call: Call<Runtime>, refusal: Option<DispatchError>) {
    match refusal {
        Some(reason) => {
            assert_noop!(dispatch(by(), &call), reason);
        }
        None => alone(|| {
            assert_ok!(dispatch(by(), &call));
        }),
    }
}

fn tao(rao: u64) -> TaoBalance {
    TaoBalance::new(rao)
}

fn ratio(number: u64) -> U64F64 {
    U64F64::from_num(number)
}

fn above(number: u64) -> U64F64 {
    U64F64::from_bits(ratio(number).to_bits() + 1)
}

fn below(number: u64) -> U64F64 {
    U64F64::from_bits(ratio(number).to_bits() - 1)
}

#[test]
fn numbers_of_uids_keep_their_order() {
    let netuid = SUBNET;
    check(
        root,
        cases! {
            sudo_set_max_allowed_uids(netuid, max_allowed_uids: 1)
                own MaxAllowedUidsLessThanMinAllowedUids;
            sudo_set_max_allowed_uids(netuid, max_allowed_uids: 2)
                own MaxAllowedUIdsLessThanCurrentUIds;
            sudo_set_max_allowed_uids(netuid, max_allowed_uids: 3) passes;
            sudo_set_max_allowed_uids(netuid, max_allowed_uids: 128) passes;
            sudo_set_max_allowed_uids(netuid, max_allowed_uids: 129) core TooManyUIDsPerMechanism;
            sudo_set_max_allowed_uids(netuid, max_allowed_uids: 257)
                own MaxAllowedUidsGreaterThanDefaultMaxAllowedUids;
            sudo_set_min_allowed_uids(netuid, min_allowed_uids: 2) passes;
            sudo_set_min_allowed_uids(netuid, min_allowed_uids: 3)
                own MinAllowedUidsGreaterThanCurrentUids;
            sudo_set_min_allowed_uids(netuid, min_allowed_uids: 128)
                own MinAllowedUidsGreaterThanMaxAllowedUids;
            sudo_set_max_allowed_validators(netuid, max_allowed_validators: 128) passes;
            sudo_set_max_allowed_validators(netuid, max_allowed_validators: 129)
                own MaxValidatorsLargerThanMaxUIds;
            sudo_set_owner_immune_neuron_limit(netuid, immune_neurons: 0) core InvalidValue;
            sudo_set_owner_immune_neuron_limit(netuid, immune_neurons: 1) passes;
            sudo_set_owner_immune_neuron_limit(netuid, immune_neurons: 10) passes;
            sudo_set_owner_immune_neuron_limit(netuid, immune_neurons: 11) core InvalidValue;
        },
    );
}

#[test]
fn under_null_consensus_more_uids_are_allowed_and_one_validator() {
    let netuid = SUBNET;
    narrow_subnet().execute_with(|| {
        subtensor::SubnetEpochConsensus::<Runtime>::insert(netuid, EpochConsensus::Null);
        let cases: Vec<Case> = cases! {
            sudo_set_max_allowed_uids(netuid, max_allowed_uids: 1_250) passes;
            sudo_set_max_allowed_uids(netuid, max_allowed_uids: 1_251) core TooManyUIDsPerMechanism;
            sudo_set_max_allowed_uids(netuid, max_allowed_uids: 2_500) core TooManyUIDsPerMechanism;
            sudo_set_max_allowed_uids(netuid, max_allowed_uids: 2_501)
                own MaxAllowedUidsGreaterThanDefaultMaxAllowedUids;
            sudo_set_max_allowed_validators(netuid, max_allowed_validators: 0) core InvalidValue;
            sudo_set_max_allowed_validators(netuid, max_allowed_validators: 1) passes;
            sudo_set_max_allowed_validators(netuid, max_allowed_validators: 2) core InvalidValue;
            sudo_set_max_allowed_validators(netuid, max_allowed_validators: 129)
                own MaxValidatorsLargerThanMaxUIds;
        };
        for (call, refusal) in cases {
            check_case(root, call, refusal);
        }
    });
}

#[test]
fn prices_of_a_registration_keep_their_order() {
    let netuid = SUBNET;
    check(
        root,
        cases! {
            sudo_set_min_burn(netuid, min_burn: tao(0)) passes;
            sudo_set_min_burn(netuid, min_burn: tao(999_999_999)) passes;
            sudo_set_min_burn(netuid, min_burn: tao(1_000_000_000)) own ValueNotInBounds;
            sudo_set_max_burn(netuid, max_burn: tao(100_000_000)) own ValueNotInBounds;
            sudo_set_max_burn(netuid, max_burn: tao(200_000_000)) own ValueNotInBounds;
            sudo_set_max_burn(netuid, max_burn: tao(200_000_001)) passes;
            sudo_set_max_burn(netuid, max_burn: tao(u64::MAX)) passes;
            sudo_set_burn_half_life(netuid, burn_half_life: 0) own InvalidValue;
            sudo_set_burn_half_life(netuid, burn_half_life: 1) passes;
            sudo_set_burn_half_life(netuid, burn_half_life: 36_100) passes;
            sudo_set_burn_half_life(netuid, burn_half_life: 36_101) own InvalidValue;
            sudo_set_burn_increase_mult(netuid, burn_increase_mult: below(1)) own InvalidValue;
            sudo_set_burn_increase_mult(netuid, burn_increase_mult: ratio(1)) passes;
            sudo_set_burn_increase_mult(netuid, burn_increase_mult: ratio(3)) passes;
            sudo_set_burn_increase_mult(netuid, burn_increase_mult: above(3)) own InvalidValue;
            sudo_set_collateral_lock_share(netuid, lock_share: 0) passes;
            sudo_set_collateral_lock_share(netuid, lock_share: 62_258) passes;
            sudo_set_collateral_lock_share(netuid, lock_share: 62_259)
                own CollateralLockShareTooHigh;
            sudo_set_collateral_drain_ratio(netuid, drain_ratio: ratio(0))
                own CollateralDrainRatioOutOfBounds;
            sudo_set_collateral_drain_ratio(netuid, drain_ratio: above(0)) passes;
            sudo_set_collateral_drain_ratio(netuid, drain_ratio: ratio(10)) passes;
            sudo_set_collateral_drain_ratio(netuid, drain_ratio: above(10))
                own CollateralDrainRatioOutOfBounds;
        },
    );
    narrow_subnet().execute_with(|| {
        // The other one's bound holds where it is the narrower.
        subtensor::MaxBurn::<Runtime>::insert(SUBNET, tao(500));
        subtensor::MinBurn::<Runtime>::insert(SUBNET, tao(7));
        for (min_burn, is_allowed) in [(499, true), (500, false)] {
            let min_burn = tao(min_burn);
            let call = Call::sudo_set_min_burn { netuid, min_burn };
            alone(|| assert_eq!(dispatch(root(), &call).is_ok(), is_allowed));
        }
        let call = Call::sudo_set_max_burn {
            netuid,
            max_burn: tao(100_000_000),
        };
        assert_noop!(dispatch(root(), &call), Error::<Runtime>::ValueNotInBounds);
    });
}

#[test]
fn values_of_consensus_stay_in_their_bounds() {
    let netuid = SUBNET;
    let part = PerU16::from_parts;
    check(
        root,
        cases! {
            sudo_set_activity_cutoff(netuid, activity_cutoff: 359) core ActivityCutoffTooLow;
            sudo_set_activity_cutoff(netuid, activity_cutoff: 360) passes;
            sudo_set_activity_cutoff_factor(netuid, factor_milli: 999)
                core ActivityCutoffFactorMilliOutOfBounds;
            sudo_set_activity_cutoff_factor(netuid, factor_milli: 1_000) passes;
            sudo_set_activity_cutoff_factor(netuid, factor_milli: 50_000) passes;
            sudo_set_activity_cutoff_factor(netuid, factor_milli: 50_001)
                core ActivityCutoffFactorMilliOutOfBounds;
            sudo_set_bonds_moving_average(netuid, bonds_moving_average: 1_000_000) passes;
            sudo_set_bonds_moving_average(netuid, bonds_moving_average: 1_000_001)
                own BondsMovingAverageMaxReached;
            sudo_set_alpha_values(netuid, alpha_low: 1_638, alpha_high: 1_637) core AlphaHighTooLow;
            sudo_set_alpha_values(netuid, alpha_low: 1_637, alpha_high: 1_638)
                core AlphaLowOutOfRange;
            sudo_set_alpha_values(netuid, alpha_low: 1_638, alpha_high: 1_638) passes;
            sudo_set_alpha_values(netuid, alpha_low: 1_640, alpha_high: 1_639)
                core AlphaLowOutOfRange;
            sudo_set_commit_reveal_weights_interval(netuid, interval: 0) core RevealPeriodTooSmall;
            sudo_set_commit_reveal_weights_interval(netuid, interval: 1) passes;
            sudo_set_commit_reveal_weights_interval(netuid, interval: 100) passes;
            sudo_set_commit_reveal_weights_interval(netuid, interval: 101)
                core RevealPeriodTooLarge;
            sudo_set_min_childkey_take_per_subnet(netuid, take: part(4)) own InvalidValue;
            sudo_set_min_childkey_take_per_subnet(netuid, take: part(5)) passes;
            sudo_set_min_childkey_take_per_subnet(netuid, take: part(11_796)) passes;
            sudo_set_min_childkey_take_per_subnet(netuid, take: part(11_797)) own InvalidValue;
        },
    );
    narrow_subnet().execute_with(|| {
        subtensor::LiquidAlphaOn::<Runtime>::insert(SUBNET, false);
        let call = Call::sudo_set_alpha_values {
            netuid,
            alpha_low: 1_638,
            alpha_high: 1_638,
        };
        let reason = SubtensorError::<Runtime>::LiquidAlphaDisabled;
        assert_noop!(dispatch(root(), &call), reason);
    });
}

#[test]
fn values_of_the_chain_stay_in_their_bounds() {
    let one = I96F32::ONE;
    check(
        root,
        cases! {
            sudo_set_subnet_limit(max_subnets: 128) passes;
            sudo_set_subnet_limit(max_subnets: 129) own InvalidValue;
            sudo_set_subnet_moving_alpha(alpha: I96F32::from_bits(-1)) own InvalidValue;
            sudo_set_subnet_moving_alpha(alpha: I96F32::ZERO) passes;
            sudo_set_subnet_moving_alpha(alpha: one) passes;
            sudo_set_subnet_moving_alpha(alpha: I96F32::from_bits(one.to_bits() + 1))
                own InvalidValue;
            sudo_set_tao_flow_normalization_exponent(exponent: below(1)) own InvalidValue;
            sudo_set_tao_flow_normalization_exponent(exponent: ratio(1)) passes;
            sudo_set_tao_flow_normalization_exponent(exponent: ratio(2)) passes;
            sudo_set_tao_flow_normalization_exponent(exponent: above(2)) own InvalidValue;
            sudo_set_emission_bar_quantile(quantile: U64F64::ZERO) own InvalidValue;
            sudo_set_emission_bar_quantile(quantile: U64F64::from_bits(1)) passes;
            sudo_set_emission_bar_quantile(quantile: below(1)) passes;
            sudo_set_emission_bar_quantile(quantile: ratio(1)) own InvalidValue;
            sudo_set_emission_gate_exponent(exponent: below(1)) own InvalidValue;
            sudo_set_emission_gate_exponent(exponent: ratio(1)) passes;
            sudo_set_emission_gate_exponent(exponent: ratio(8)) passes;
            sudo_set_emission_gate_exponent(exponent: above(8)) own InvalidValue;
            sudo_set_emission_bar_rank(rank: 0) passes;
            sudo_set_emission_bar_rank(rank: u16::MAX) passes;
            sudo_set_max_mechanism_count(max_mechanism_count: MechId::new(0)) core InvalidValue;
            sudo_set_max_mechanism_count(max_mechanism_count: MechId::new(16)) passes;
            sudo_set_max_mechanism_count(max_mechanism_count: MechId::new(17)) core InvalidValue;
            sudo_set_max_epochs_per_block(max_epochs_per_block: 0) own ValueNotInBounds;
            sudo_set_max_epochs_per_block(max_epochs_per_block: 1) passes;
        },
    );
}

#[test]
fn an_owners_bounds_are_narrower_than_roots() {
    let netuid = SUBNET;
    let cases = || {
        cases! {
            sudo_set_bonds_moving_average(netuid, bonds_moving_average: 975_000) passes;
            sudo_set_bonds_moving_average(netuid, bonds_moving_average: 975_001)
                own BondsMovingAverageMaxReached;
            sudo_set_alpha_sigmoid_steepness(netuid, steepness: 0) passes;
            sudo_set_alpha_sigmoid_steepness(netuid, steepness: -1) own NegativeSigmoidSteepness;
            sudo_set_tempo(netuid, tempo: 359) core TempoOutOfBounds;
            sudo_set_tempo(netuid, tempo: 360) passes;
            sudo_set_tempo(netuid, tempo: 50_400) passes;
            sudo_set_tempo(netuid, tempo: 50_401) core TempoOutOfBounds;
        }
    };
    check(owner, cases());
    check(
        root,
        cases().into_iter().map(|(call, _)| (call, None)).collect(),
    );
}

#[test]
fn an_owner_keeps_one_way_to_register_open() {
    let netuid = SUBNET;
    let close_price = Call::sudo_set_network_registration_allowed {
        netuid,
        registration_allowed: false,
    };
    let close_work = Call::sudo_set_network_pow_registration_allowed {
        netuid,
        registration_allowed: false,
    };
    narrow_subnet().execute_with(|| {
        let open = |price, work| {
            subtensor::NetworkRegistrationAllowed::<Runtime>::insert(SUBNET, price);
            subtensor::NetworkPowRegistrationAllowed::<Runtime>::insert(SUBNET, work);
        };
        for (call, other_way) in [(close_price, (true, false)), (close_work, (false, true))] {
            open(other_way.0, other_way.1);
            assert_noop!(dispatch(owner(), &call), Error::<Runtime>::InvalidValue);
            alone(|| {
                assert_ok!(dispatch(root(), &call));
            });
            open(true, true);
            assert_ok!(dispatch(owner(), &call));
        }
    });
}

#[test]
fn root_has_a_price_but_no_owner_no_emission_and_no_trimming() {
    let netuid = NetUid::ROOT;
    check(
        root,
        cases! {
            sudo_set_burn_half_life(netuid, burn_half_life: 7) passes;
            sudo_set_burn_increase_mult(netuid, burn_increase_mult: ratio(2)) passes;
            sudo_set_max_burn(netuid, max_burn: tao(200_000_001)) passes;
            sudo_set_immunity_period(netuid, immunity_period: 7) passes;
            sudo_trim_to_max_allowed_uids(netuid, max_n: 64) own NotPermittedOnRootSubnet;
            sudo_set_collateral_lock_share(netuid, lock_share: 62_259) own NotPermittedOnRootSubnet;
            sudo_set_collateral_drain_ratio(netuid, drain_ratio: ratio(0))
                own NotPermittedOnRootSubnet;
            sudo_set_owner_cut_enabled(netuid, enabled: true) own NotPermittedOnRootSubnet;
            sudo_set_owner_cut_auto_lock_enabled(netuid, enabled: true)
                own NotPermittedOnRootSubnet;
            sudo_set_subnet_emission_enabled(netuid, enabled: true) own NotPermittedOnRootSubnet;
            sudo_set_network_pow_registration_allowed(netuid, registration_allowed: true)
                own NotPermittedOnRootSubnet;
            sudo_set_max_allowed_validators(netuid, max_allowed_validators: 7) passes;
            sudo_set_min_burn(netuid, min_burn: tao(7)) passes;
        },
    );
}

#[test]
fn caps_of_funds_are_no_zeros() {
    check(
        root,
        cases! {
            sudo_set_basket_concentration_cap(cap: 0) own ValueNotInBounds;
            sudo_set_basket_concentration_cap(cap: 1) passes;
            sudo_set_basket_daily_turnover_cap(cap: 0) own ValueNotInBounds;
            sudo_set_basket_daily_turnover_cap(cap: 1) passes;
            sudo_set_basket_liquidity_cap(cap: 0) own ValueNotInBounds;
            sudo_set_basket_liquidity_cap(cap: 1) passes;
        },
    );
}
