//! Every call of `AdminUtils`: who may make it and how often, what it stores, which event says so,
//! and what it refuses.

mod actions;
mod bounds;
mod document;
mod list;
mod weights;

use alloc::{string::ToString, vec, vec::Vec};
use frame_support::{
    assert_noop, assert_ok,
    storage::{TransactionOutcome, with_transaction},
};
use pallet_admin_utils::{Call, Error};
use pallet_subtensor::Schedule;
use pallet_subtensor::{self as subtensor, Error as SubtensorError};
use sp_keyring::Sr25519Keyring::{Alice, Bob};
use sp_runtime::{DispatchError, DispatchResult, traits::Dispatchable};
use subtensor_primitives::NetUid;

use self::list::{By, Setter, setters};
use super::{block_of, chain_of, core};
use crate::{BlockNumber, Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, System, genesis};

const SUBNET: NetUid = NetUid::new(2);

/// A chain with the intervals of production on which Alice owns subnet 2; no window keeps her from
/// changing it, and every sample is a change.
fn chain_with_subnet() -> sp_io::TestExternalities {
    let mut chain = chain_of(genesis::DEV_12S);
    chain.execute_with(|| {
        let hotkey = Alice.to_account_id();
        block_of(vec![(
            Alice,
            core(subtensor::Call::register_network { hotkey }),
        )]);
        subtensor::AdminFreezeWindow::<Runtime>::put(0);
        subtensor::LiquidAlphaOn::<Runtime>::insert(SUBNET, true);
        subtensor::MaxAllowedUids::<Runtime>::insert(SUBNET, 128);
        subtensor::MinAllowedUids::<Runtime>::insert(SUBNET, 1);
        subtensor::NetworkRegistrationAllowed::<Runtime>::insert(SUBNET, false);
        subtensor::NetworkPowRegistrationAllowed::<Runtime>::insert(SUBNET, false);
    });
    chain
}

fn dispatch(origin: RuntimeOrigin, call: &Call<Runtime>) -> DispatchResult {
    RuntimeCall::AdminUtils(call.clone())
        .dispatch(origin)
        .map(|_| ())
        .map_err(|failure| failure.error)
}

fn root() -> RuntimeOrigin {
    RuntimeOrigin::root()
}

fn owner() -> RuntimeOrigin {
    RuntimeOrigin::signed(Alice.to_account_id())
}

fn stranger() -> RuntimeOrigin {
    RuntimeOrigin::signed(Bob.to_account_id())
}

/// Looks at the setters one by one, each on a chain that no other has changed.
fn each_alone(check: impl Fn(Setter)) {
    chain_with_subnet().execute_with(|| {
        for setter in setters() {
            alone(|| check(setter));
        }
    });
}

/// Takes back what is done.
fn alone(action: impl FnOnce()) {
    let _ = with_transaction(|| {
        action();
        TransactionOutcome::Rollback(DispatchResult::Ok(()))
    });
}

/// What the pallets have said since the events were reset.
fn said() -> Vec<RuntimeEvent> {
    let events = System::events().into_iter().map(|record| record.event);
    let is_ours = |event: &RuntimeEvent| {
        matches!(
            event,
            RuntimeEvent::SubtensorModule(_) | RuntimeEvent::AdminUtils(_)
        )
    };
    events.filter(is_ours).collect()
}

fn go_to(block: u64) {
    System::set_block_number(block as BlockNumber);
}

#[test]
fn the_list_has_every_call() {
    use frame_support::traits::GetCallName;
    let mut listed: Vec<_> = setters()
        .iter()
        .map(|setter| setter.call.get_call_name().to_string())
        .chain(actions::NAMES.map(|name| name.to_string()))
        .collect();
    listed.sort();
    let mut all: Vec<_> = Call::<Runtime>::get_call_names()
        .iter()
        .map(|name| name.to_string())
        .collect();
    all.sort();
    assert_eq!(listed, all);
}

#[test]
fn root_sets_every_value_and_an_event_says_so() {
    each_alone(|setter| {
        let call = &setter.call;
        assert!(!(setter.in_force)(), "{call:?} sets what is already set");
        System::reset_events();
        assert_ok!(dispatch(root(), call));
        assert!((setter.in_force)(), "{call:?} sets something else");
        assert_eq!(said(), setter.events, "{call:?}");
    });
}

#[test]
fn nobody_else_sets_any_value() {
    each_alone(|setter| {
        assert_noop!(dispatch(stranger(), &setter.call), DispatchError::BadOrigin);
        assert_noop!(
            dispatch(RuntimeOrigin::none(), &setter.call),
            DispatchError::BadOrigin
        );
        if interval(setter.by).is_none() {
            assert_noop!(dispatch(owner(), &setter.call), DispatchError::BadOrigin);
        }
    });
}

/// Blocks that an owner waits; none for what is not the owner's.
fn interval(by: By) -> Option<u64> {
    match by {
        By::Root | By::RootOfSubnet => None,
        By::OwnerAlways => Some(0),
        By::OwnerInTempos(tempos) => {
            Some(tempos * u64::from(subtensor::Tempo::<Runtime>::get(SUBNET)))
        }
        By::OwnerInBlocks(blocks) => Some(blocks),
    }
}

#[test]
fn the_owner_sets_what_is_the_owners_once_in_its_interval() {
    each_alone(|setter| {
        let call = &setter.call;
        if interval(setter.by).is_none() {
            return;
        }
        let first = u64::from(System::block_number());
        assert_ok!(dispatch(owner(), call));
        assert!((setter.in_force)(), "{call:?} by the owner");
        let interval = interval(setter.by).unwrap();
        for too_early in [first, first + interval.saturating_sub(1)] {
            go_to(too_early);
            if interval > 0 {
                assert_noop!(
                    dispatch(owner(), call),
                    SubtensorError::<Runtime>::TxRateLimitExceeded
                );
            }
            alone(|| {
                assert_ok!(dispatch(root(), call));
            });
        }
        go_to(first + interval);
        assert_ok!(dispatch(owner(), call));
    });
}

#[test]
fn one_value_does_not_wait_for_another() {
    chain_with_subnet().execute_with(|| {
        for setter in setters()
            .iter()
            .filter(|setter| interval(setter.by).is_some())
        {
            assert_ok!(dispatch(owner(), &setter.call));
        }
    });
}

#[test]
fn what_fails_does_not_start_the_interval() {
    chain_with_subnet().execute_with(|| {
        let half_life = |burn_half_life| Call::sudo_set_burn_half_life {
            netuid: SUBNET,
            burn_half_life,
        };
        assert_noop!(
            dispatch(owner(), &half_life(0)),
            Error::<Runtime>::InvalidValue
        );
        assert_ok!(dispatch(owner(), &half_life(1)));
    });
}

#[test]
fn close_to_an_epoch_nothing_of_the_owners_goes_but_all_of_roots() {
    let windows: [fn(); 2] = [
        || subtensor::AdminFreezeWindow::<Runtime>::put(u16::MAX),
        || subtensor::PendingEpochAt::<Runtime>::insert(SUBNET, 1_000),
    ];
    for close in windows {
        each_alone(|setter| {
            close();
            if interval(setter.by).is_some() {
                assert_noop!(
                    dispatch(owner(), &setter.call),
                    SubtensorError::<Runtime>::AdminActionProhibitedDuringWeightsWindow
                );
            }
            assert_ok!(dispatch(root(), &setter.call));
        });
    }
}

#[test]
fn the_window_is_the_blocks_before_an_epoch() {
    chain_with_subnet().execute_with(|| {
        subtensor::AdminFreezeWindow::<Runtime>::put(3);
        subtensor::LastEpochBlock::<Runtime>::insert(SUBNET, 0);
        subtensor::Tempo::<Runtime>::insert(SUBNET, 10);
        for (block, is_closed) in [(7, false), (8, true), (10, true)] {
            go_to(block);
            assert_eq!(
                Schedule::<Runtime>::is_in_admin_freeze_window(SUBNET),
                is_closed
            );
        }
        // Without epochs there is nothing to wait for, and root has none.
        subtensor::Tempo::<Runtime>::insert(SUBNET, 0);
        subtensor::AdminFreezeWindow::<Runtime>::put(u16::MAX);
        for netuid in [SUBNET, NetUid::ROOT] {
            assert!(!Schedule::<Runtime>::is_in_admin_freeze_window(netuid));
        }
    });
}

#[test]
fn values_of_no_subnet_are_refused() {
    each_alone(|setter| {
        if setter.by == By::Root {
            return;
        }
        subtensor::NetworksAdded::<Runtime>::remove(SUBNET);
        let reason: DispatchError = match setter.call {
            Call::sudo_set_mechanism_count { .. }
            | Call::sudo_set_mechanism_emission_split { .. } => {
                SubtensorError::<Runtime>::MechanismDoesNotExist.into()
            }
            Call::sudo_trim_to_max_allowed_uids { .. } => {
                SubtensorError::<Runtime>::SubnetNotExists.into()
            }
            _ => Error::<Runtime>::SubnetDoesNotExist.into(),
        };
        assert_noop!(dispatch(root(), &setter.call), reason);
    });
}

#[test]
fn a_new_tempo_counts_from_now() {
    chain_with_subnet().execute_with(|| {
        go_to(77);
        let call = Call::sudo_set_tempo {
            netuid: SUBNET,
            tempo: 0,
        };
        assert_ok!(dispatch(root(), &call));
        assert_eq!(subtensor::LastEpochBlock::<Runtime>::get(SUBNET), 77);
    });
}
