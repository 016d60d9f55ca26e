//! Every setter of `AdminUtils`: who may call it, and that it sets what it is named after.

use alloc::{vec, vec::Vec};
use frame_support::{assert_noop, assert_ok};
use pallet_admin_utils::{Call, Error};
use pallet_subtensor::{self as subtensor, Error as SubtensorError, RecycleOrBurnEnum};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::{
    DispatchError, DispatchResult, PerU16,
    traits::{Dispatchable, Zero},
};
use subtensor_fixed::{I96F32, U64F64};
use subtensor_primitives::{MechId, NetUid, TaoBalance};

use super::{block, block_of, core, dev_chain};
use crate::{Runtime, RuntimeCall, RuntimeOrigin};

const SUBNET: NetUid = NetUid::new(2);

/// Who may call a setter.
#[derive(Clone, Copy, Debug, PartialEq)]
enum By {
    /// Root; the value is the chain's.
    Root,
    /// Root; the value is a subnet's.
    RootOfSubnet,
    /// Root or the owner of the subnet.
    Owner,
    /// Root or the owner of the subnet, who then has to wait.
    OwnerAtTimes,
}
use By::{Owner, OwnerAtTimes, Root, RootOfSubnet};

/// A setter with a value that is not the default, and whether the value is in force.
type Setter = (By, Call<Runtime>, fn() -> bool);

macro_rules! setters {
    ($($by:ident $call:ident($($arg:ident: $value:expr),+) => $storage:ident == $expected:expr;)*) => {
        vec![$(setters!(@row $by $call($($arg: $value),+) => $storage == $expected)),*]
    };
    (@row Root $call:ident($($arg:ident: $value:expr),+) => $storage:ident == $expected:expr) => {
        (Root, Call::$call { $($arg: $value),+ }, || subtensor::$storage::<Runtime>::get() == $expected)
    };
    (@row $by:ident $call:ident($($arg:ident: $value:expr),+) => $storage:ident == $expected:expr) => {
        (
            $by,
            Call::$call { netuid: SUBNET, $($arg: $value),+ },
            || subtensor::$storage::<Runtime>::get(SUBNET) == $expected,
        )
    };
}

fn setters() -> Vec<Setter> {
    setters! {
        Root sudo_set_default_take(default_take: PerU16::from_parts(7)) => MaxDelegateTake == PerU16::from_parts(7);
        Root sudo_set_tx_rate_limit(tx_rate_limit: 7) => TxRateLimit == 7;
        OwnerAtTimes sudo_set_serving_rate_limit(serving_rate_limit: 7) => ServingRateLimit == 7;
        RootOfSubnet sudo_set_min_difficulty(min_difficulty: 7) => MinDifficulty == 7;
        OwnerAtTimes sudo_set_max_difficulty(max_difficulty: 7) => MaxDifficulty == 7;
        RootOfSubnet sudo_set_weights_set_rate_limit(weights_set_rate_limit: 7) => WeightsSetRateLimit == 7;
        RootOfSubnet sudo_set_adjustment_interval(adjustment_interval: 7) => AdjustmentInterval == 7;
        OwnerAtTimes sudo_set_adjustment_alpha(adjustment_alpha: 7) => AdjustmentAlpha == 7;
        OwnerAtTimes sudo_set_immunity_period(immunity_period: 7) => ImmunityPeriod == 7;
        OwnerAtTimes sudo_set_min_allowed_weights(min_allowed_weights: 7) => MinAllowedWeights == 7;
        OwnerAtTimes sudo_set_max_allowed_uids(max_allowed_uids: 77) => MaxAllowedUids == 77;
        RootOfSubnet sudo_set_kappa(kappa: 7) => Kappa == 7;
        OwnerAtTimes sudo_set_rho(rho: 7) => Rho == 7;
        OwnerAtTimes sudo_set_activity_cutoff(activity_cutoff: 777) => ActivityCutoff == 777;
        Owner sudo_set_network_registration_allowed(registration_allowed: false) => NetworkRegistrationAllowed == false;
        RootOfSubnet sudo_set_target_registrations_per_interval(target_registrations_per_interval: 7)
            => TargetRegistrationsPerInterval == 7;
        OwnerAtTimes sudo_set_min_burn(min_burn: TaoBalance::new(7)) => MinBurn == TaoBalance::new(7);
        OwnerAtTimes sudo_set_max_burn(max_burn: TaoBalance::new(7_000_000_000))
            => MaxBurn == TaoBalance::new(7_000_000_000);
        RootOfSubnet sudo_set_difficulty(difficulty: 7) => Difficulty == 7;
        RootOfSubnet sudo_set_max_allowed_validators(max_allowed_validators: 7) => MaxAllowedValidators == 7;
        OwnerAtTimes sudo_set_bonds_moving_average(bonds_moving_average: 7) => BondsMovingAverage == 7;
        RootOfSubnet sudo_set_max_registrations_per_block(max_registrations_per_block: 7)
            => MaxRegistrationsPerBlock == 7;
        Root sudo_set_subnet_owner_cut(subnet_owner_cut: 7) => SubnetOwnerCut == 7;
        Root sudo_set_network_rate_limit(rate_limit: 7) => NetworkRateLimit == 7;
        RootOfSubnet sudo_set_tempo(tempo: 7) => Tempo == 7;
        Root sudo_set_network_immunity_period(immunity_period: 7) => NetworkImmunityPeriod == 7;
        Root sudo_set_network_min_lock_cost(lock_cost: TaoBalance::new(7)) => NetworkMinLockCost == TaoBalance::new(7);
        Root sudo_set_subnet_limit(max_subnets: 7) => SubnetLimit == 7;
        Root sudo_set_lock_reduction_interval(interval: 7) => NetworkLockReductionInterval == 7;
        RootOfSubnet sudo_set_rao_recycled(rao_recycled: TaoBalance::new(7))
            => RAORecycledForRegistration == TaoBalance::new(7);
        Root sudo_set_stake_threshold(min_stake: 7) => StakeThreshold == 7;
        Root sudo_set_nominator_min_required_stake(min_stake: 7) => NominatorMinRequiredStake == 7;
        Root sudo_set_tx_delegate_take_rate_limit(tx_rate_limit: 7) => TxDelegateTakeRateLimit == 7;
        Root sudo_set_min_delegate_take(take: PerU16::from_parts(7)) => MinDelegateTake == PerU16::from_parts(7);
        OwnerAtTimes sudo_set_commit_reveal_weights_enabled(enabled: false) => CommitRevealWeightsEnabled == false;
        OwnerAtTimes sudo_set_liquid_alpha_enabled(enabled: true) => LiquidAlphaOn == true;
        OwnerAtTimes sudo_set_alpha_values(alpha_low: 1_638, alpha_high: 7_777) => AlphaValues == (1_638, 7_777);
        OwnerAtTimes sudo_set_commit_reveal_weights_interval(interval: 7) => RevealPeriodEpochs == 7;
        OwnerAtTimes sudo_set_bonds_penalty(bonds_penalty: 7) => BondsPenalty == 7;
        OwnerAtTimes sudo_set_toggle_transfer(toggle: false) => TransferToggle == false;
        Root sudo_set_subnet_moving_alpha(alpha: I96F32::from_bits(7)) => SubnetMovingAlpha == I96F32::from_bits(7);
        RootOfSubnet sudo_set_ema_price_halving_period(ema_halving: 7) => EMAPriceHalvingBlocks == 7;
        RootOfSubnet sudo_set_subtoken_enabled(subtoken_enabled: true) => SubtokenEnabled == true;
        OwnerAtTimes sudo_set_alpha_sigmoid_steepness(steepness: 7) => AlphaSigmoidSteepness == 7;
        OwnerAtTimes sudo_set_yuma3_enabled(enabled: true) => Yuma3On == true;
        OwnerAtTimes sudo_set_bonds_reset_enabled(enabled: true) => BondsResetOn == true;
        Root sudo_set_commit_reveal_version(version: 7) => CommitRevealWeightsVersion == 7;
        OwnerAtTimes sudo_set_owner_immune_neuron_limit(immune_neurons: 7) => ImmuneOwnerUidsLimit == 7;
        Root sudo_set_ck_burn(burn: 7) => CKBurn == 7;
        Root sudo_set_admin_freeze_window(window: 7) => AdminFreezeWindow == 7;
        Root sudo_set_owner_hparam_rate_limit(epochs: 7) => OwnerHyperparamRateLimit == 7;
        OwnerAtTimes sudo_set_mechanism_count(mechanism_count: MechId::new(2))
            => MechanismCountCurrent == MechId::new(2);
        OwnerAtTimes sudo_set_mechanism_emission_split(maybe_split: Some(vec![65_535]))
            => MechanismEmissionSplit == Some(vec![65_535]);
        RootOfSubnet sudo_set_min_allowed_uids(min_allowed_uids: 0) => MinAllowedUids == 0;
        OwnerAtTimes sudo_set_recycle_or_burn(recycle_or_burn: RecycleOrBurnEnum::Recycle)
            => RecycleOrBurn == RecycleOrBurnEnum::Recycle;
        RootOfSubnet sudo_set_min_non_immune_uids(min: 7) => MinNonImmuneUids == 7;
        Root sudo_set_start_call_delay(delay: 7) => StartCallDelay == 7;
        Root sudo_set_max_mechanism_count(max_mechanism_count: MechId::new(7)) => MaxMechanismCount == MechId::new(7);
        OwnerAtTimes sudo_set_burn_half_life(burn_half_life: 7) => BurnHalfLife == 7;
        OwnerAtTimes sudo_set_burn_increase_mult(burn_increase_mult: U64F64::from_num(2u64))
            => BurnIncreaseMult == U64F64::from_num(2u64);
        Owner sudo_set_owner_cut_enabled(enabled: false) => OwnerCutEnabled == false;
        OwnerAtTimes sudo_set_min_childkey_take_per_subnet(take: PerU16::from_parts(7))
            => MinChildkeyTakePerSubnet == PerU16::from_parts(7);
        RootOfSubnet sudo_set_subnet_emission_enabled(enabled: true) => SubnetEmissionEnabled == true;
        Root sudo_set_max_epochs_per_block(max_epochs_per_block: 7) => MaxEpochsPerBlock == 7;
    }
}

/// A chain on which Alice owns subnet 2; no window keeps her from changing it.
fn chain_with_subnet() -> sp_io::TestExternalities {
    let mut chain = dev_chain();
    chain.execute_with(|| {
        let hotkey = Alice.to_account_id();
        block_of(vec![(
            Alice,
            core(subtensor::Call::register_network { hotkey }),
        )]);
        subtensor::AdminFreezeWindow::<Runtime>::put(0);
    });
    chain
}

fn dispatch(origin: RuntimeOrigin, call: &Call<Runtime>) -> DispatchResult {
    RuntimeCall::AdminUtils(call.clone())
        .dispatch(origin)
        .map(|_| ())
        .map_err(|failure| failure.error)
}

fn owner() -> RuntimeOrigin {
    RuntimeOrigin::signed(Alice.to_account_id())
}

fn stranger() -> RuntimeOrigin {
    RuntimeOrigin::signed(Bob.to_account_id())
}

#[test]
fn the_table_has_every_setter() {
    use frame_support::traits::GetCallName;
    let listed: Vec<_> = setters()
        .iter()
        .map(|(_, call, _)| call.get_call_name())
        .collect();
    assert_eq!(listed, Call::<Runtime>::get_call_names());
}

#[test]
fn root_sets_every_value() {
    chain_with_subnet().execute_with(|| {
        subtensor::MinAllowedUids::<Runtime>::insert(SUBNET, 1);
        for (_, call, in_force) in setters() {
            assert!(!in_force(), "{call:?} sets what is already set");
            assert_ok!(dispatch(RuntimeOrigin::root(), &call));
            assert!(in_force(), "{call:?} sets something else");
        }
    });
}

#[test]
fn nobody_else_sets_any_value() {
    chain_with_subnet().execute_with(|| {
        for (by, call, _) in setters() {
            assert_noop!(dispatch(stranger(), &call), DispatchError::BadOrigin);
            if matches!(by, Root | RootOfSubnet) {
                assert_noop!(dispatch(owner(), &call), DispatchError::BadOrigin);
            }
        }
    });
}

#[test]
fn the_owner_sets_what_is_the_owners_once_in_a_while() {
    chain_with_subnet().execute_with(|| {
        subtensor::LiquidAlphaOn::<Runtime>::insert(SUBNET, true);
        let setters = setters();
        let of_owner = |at_times: bool| {
            let by = if at_times { OwnerAtTimes } else { Owner };
            setters.iter().filter(move |setter| setter.0 == by)
        };
        for (_, call, in_force) in of_owner(true) {
            assert_ok!(dispatch(owner(), call));
            assert!(in_force());
            assert_noop!(
                dispatch(owner(), call),
                SubtensorError::<Runtime>::TxRateLimitExceeded
            );
        }
        for (_, call, _) in of_owner(false) {
            assert_ok!(dispatch(owner(), call));
            assert_ok!(dispatch(owner(), call));
        }
        let wait = || {
            let tempos = subtensor::OwnerHyperparamRateLimit::<Runtime>::get();
            for _ in 0..tempos * subtensor::Tempo::<Runtime>::get(SUBNET) {
                block(vec![]);
            }
        };
        assert!(!subtensor::OwnerHyperparamRateLimit::<Runtime>::get().is_zero());
        wait();
        for (_, call, _) in of_owner(true) {
            assert_ok!(dispatch(owner(), call));
        }
        // Close to an epoch nothing of the owner's goes, but all of root's.
        wait();
        subtensor::AdminFreezeWindow::<Runtime>::put(u16::MAX);
        for (_, call, _) in of_owner(false).chain(of_owner(true)) {
            assert_noop!(
                dispatch(owner(), call),
                SubtensorError::<Runtime>::AdminActionProhibitedDuringWeightsWindow
            );
            assert_ok!(dispatch(RuntimeOrigin::root(), call));
        }
    });
}

#[test]
fn values_of_no_subnet_are_refused() {
    chain_with_subnet().execute_with(|| {
        subtensor::NetworksAdded::<Runtime>::remove(SUBNET);
        for (_, call, _) in setters().into_iter().filter(|setter| setter.0 != Root) {
            let reason: DispatchError = match call {
                Call::sudo_set_mechanism_count { .. }
                | Call::sudo_set_mechanism_emission_split { .. } => {
                    SubtensorError::<Runtime>::MechanismDoesNotExist.into()
                }
                _ => Error::<Runtime>::SubnetDoesNotExist.into(),
            };
            assert_noop!(dispatch(RuntimeOrigin::root(), &call), reason);
        }
    });
}

#[test]
fn values_out_of_bounds_are_refused_with_their_reason() {
    let netuid = SUBNET;
    let tao = TaoBalance::new;
    let refusals: Vec<(Call<Runtime>, DispatchError)> = vec![
        (
            Call::sudo_set_max_allowed_uids {
                netuid,
                max_allowed_uids: 1,
            },
            Error::<Runtime>::MaxAllowedUidsLessThanMinAllowedUids.into(),
        ),
        (
            Call::sudo_set_max_allowed_uids {
                netuid,
                max_allowed_uids: 2,
            },
            Error::<Runtime>::MaxAllowedUIdsLessThanCurrentUIds.into(),
        ),
        (
            Call::sudo_set_max_allowed_uids {
                netuid,
                max_allowed_uids: 257,
            },
            Error::<Runtime>::MaxAllowedUidsGreaterThanDefaultMaxAllowedUids.into(),
        ),
        (
            Call::sudo_set_max_allowed_uids {
                netuid,
                max_allowed_uids: 129,
            },
            SubtensorError::<Runtime>::TooManyUIDsPerMechanism.into(),
        ),
        (
            Call::sudo_set_min_allowed_uids {
                netuid,
                min_allowed_uids: 256,
            },
            Error::<Runtime>::MinAllowedUidsGreaterThanMaxAllowedUids.into(),
        ),
        (
            Call::sudo_set_min_allowed_uids {
                netuid,
                min_allowed_uids: 3,
            },
            Error::<Runtime>::MinAllowedUidsGreaterThanCurrentUids.into(),
        ),
        (
            Call::sudo_set_max_allowed_validators {
                netuid,
                max_allowed_validators: 257,
            },
            Error::<Runtime>::MaxValidatorsLargerThanMaxUIds.into(),
        ),
        (
            Call::sudo_set_activity_cutoff {
                netuid,
                activity_cutoff: 0,
            },
            SubtensorError::<Runtime>::ActivityCutoffTooLow.into(),
        ),
        (
            Call::sudo_set_min_burn {
                netuid,
                min_burn: tao(u64::MAX),
            },
            Error::<Runtime>::ValueNotInBounds.into(),
        ),
        (
            Call::sudo_set_max_burn {
                netuid,
                max_burn: tao(1),
            },
            Error::<Runtime>::ValueNotInBounds.into(),
        ),
        (
            Call::sudo_set_bonds_moving_average {
                netuid,
                bonds_moving_average: 1_000_001,
            },
            Error::<Runtime>::BondsMovingAverageMaxReached.into(),
        ),
        (
            Call::sudo_set_subnet_limit { max_subnets: 4_096 },
            Error::<Runtime>::InvalidValue.into(),
        ),
        (
            Call::sudo_set_alpha_values {
                netuid,
                alpha_low: 1_638,
                alpha_high: 1_638,
            },
            SubtensorError::<Runtime>::LiquidAlphaDisabled.into(),
        ),
        (
            Call::sudo_set_commit_reveal_weights_interval {
                netuid,
                interval: 0,
            },
            SubtensorError::<Runtime>::RevealPeriodTooSmall.into(),
        ),
        (
            Call::sudo_set_commit_reveal_weights_interval {
                netuid,
                interval: 101,
            },
            SubtensorError::<Runtime>::RevealPeriodTooLarge.into(),
        ),
        (
            Call::sudo_set_subnet_moving_alpha {
                alpha: I96F32::from_num(2),
            },
            Error::<Runtime>::InvalidValue.into(),
        ),
        (
            Call::sudo_set_owner_immune_neuron_limit {
                netuid,
                immune_neurons: 11,
            },
            SubtensorError::<Runtime>::InvalidValue.into(),
        ),
        (
            Call::sudo_set_burn_half_life {
                netuid,
                burn_half_life: 36_101,
            },
            Error::<Runtime>::InvalidValue.into(),
        ),
        (
            Call::sudo_set_burn_increase_mult {
                netuid,
                burn_increase_mult: U64F64::from_num(4u64),
            },
            Error::<Runtime>::InvalidValue.into(),
        ),
        (
            Call::sudo_set_min_childkey_take_per_subnet {
                netuid,
                take: PerU16::from_parts(4),
            },
            Error::<Runtime>::InvalidValue.into(),
        ),
        (
            Call::sudo_set_min_childkey_take_per_subnet {
                netuid,
                take: PerU16::from_parts(11_797),
            },
            Error::<Runtime>::InvalidValue.into(),
        ),
        (
            Call::sudo_set_max_epochs_per_block {
                max_epochs_per_block: 0,
            },
            Error::<Runtime>::ValueNotInBounds.into(),
        ),
        (
            Call::sudo_set_subnet_emission_enabled {
                netuid: NetUid::ROOT,
                enabled: true,
            },
            Error::<Runtime>::NotPermittedOnRootSubnet.into(),
        ),
    ];
    chain_with_subnet().execute_with(|| {
        subtensor::SubnetworkN::<Runtime>::insert(SUBNET, 3);
        subtensor::MinAllowedUids::<Runtime>::insert(SUBNET, 2);
        subtensor::MinChildkeyTake::<Runtime>::put(PerU16::from_parts(5));
        subtensor::MechanismCountCurrent::<Runtime>::insert(SUBNET, MechId::new(2));
        for (call, reason) in refusals {
            assert_noop!(dispatch(RuntimeOrigin::root(), &call), reason);
        }
        // The owner's bounds are narrower than root's.
        for (call, reason) in [
            (
                Call::sudo_set_bonds_moving_average {
                    netuid,
                    bonds_moving_average: 975_001,
                },
                Error::<Runtime>::BondsMovingAverageMaxReached,
            ),
            (
                Call::sudo_set_alpha_sigmoid_steepness {
                    netuid,
                    steepness: -1,
                },
                Error::<Runtime>::NegativeSigmoidSteepness,
            ),
        ] {
            assert_noop!(dispatch(owner(), &call), reason);
            assert_ok!(dispatch(RuntimeOrigin::root(), &call));
        }
    });
}
