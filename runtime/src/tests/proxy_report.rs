//! What clients are told of proxy types against what the filter does, call by call.

use alloc::vec::Vec;
use codec::Decode;
use frame_support::traits::InstanceFilter;
use pallet_subtensor_proxy_runtime_api::{
    CallCondition, CallInfo, FilterMode, ProxyFilterInfo,
    runtime_decl_for_proxy_filter_runtime_api::ProxyFilterRuntimeApi as _,
};
use sp_keyring::Sr25519Keyring::Bob;

use super::{
    calls::{metadata, name_of, samples, special_samples},
    dev_chain,
};
use crate::{
    Balance, ProxyType, Runtime, RuntimeCall,
    calls::{Kind, held_by, kind_of},
};

fn type_of(filter: &ProxyFilterInfo) -> ProxyType {
    ProxyType::decode(&mut &[filter.proxy_type][..]).expect("it is the number of a type")
}

/// The amount in an argument of this name.
fn amount(call: &RuntimeCall, argument: &[u8]) -> u128 {
    use pallet_balances::Call as Balances;
    use pallet_subtensor::Call as Core;
    match (call, argument) {
        (RuntimeCall::Balances(Balances::transfer_keep_alive { value, .. }), b"value")
        | (RuntimeCall::Balances(Balances::transfer_allow_death { value, .. }), b"value") => {
            u128::from(*value)
        }
        (RuntimeCall::SubtensorModule(Core::transfer_stake { alpha_amount, .. }), name)
        | (
            RuntimeCall::SubtensorModule(Core::transfer_stake_and_hotkey { alpha_amount, .. }),
            name,
        ) if name == b"alpha_amount" => u128::from(alpha_amount.to_u64()),
        _ => panic!("{call:?} has no such amount"),
    }
}

fn is_meant(listed: &CallInfo, call: &RuntimeCall) -> bool {
    let (pallet, name) = name_of(call);
    let is_named = listed.pallet_name == pallet.as_bytes()
        && listed
            .call_name
            .as_ref()
            .is_none_or(|listed| *listed == name.as_bytes());
    is_named
        && match &listed.condition {
            None => true,
            Some(CallCondition::ParamLessThan { param_name, limit }) => {
                amount(call, param_name) < *limit
            }
            Some(CallCondition::NestedCallMustBe {
                pallet_name,
                call_name,
            }) => held_by(call).all(|held| {
                let (pallet, name) = name_of(held);
                pallet.as_bytes() == pallet_name && name.as_bytes() == call_name
            }),
        }
}

fn is_reported(filter: &ProxyFilterInfo, call: &RuntimeCall) -> bool {
    let is_in = |list: &[CallInfo]| list.iter().any(|listed| is_meant(listed, call));
    match filter.filter_mode {
        FilterMode::AllowAll => true,
        FilterMode::DenyAll => false,
        FilterMode::Allow => is_in(&filter.calls) && !is_in(&filter.exceptions),
        FilterMode::Deny => !is_in(&filter.calls) || is_in(&filter.exceptions),
    }
}

/// Calls whose answer depends on their arguments.
fn with_arguments() -> Vec<RuntimeCall> {
    let dest = || Bob.to_account_id().into();
    let transfer = |value: Balance| {
        RuntimeCall::Balances(pallet_balances::Call::transfer_allow_death {
            dest: dest(),
            value,
        })
    };
    let upgrade = RuntimeCall::System(frame_system::Call::set_code { code: Vec::new() });
    let sudo = RuntimeCall::Sudo(pallet_sudo::Call::sudo_unchecked_weight {
        call: upgrade.into(),
        weight: Default::default(),
    });
    [
        special_samples(),
        [499_999_999, 500_000_000].map(transfer).into(),
        [sudo].into(),
    ]
    .concat()
}

#[test]
fn what_is_told_is_what_the_filter_does() {
    dev_chain().execute_with(|| {
        let calls = [samples(), with_arguments()].concat();
        for filter in Runtime::get_proxy_filters(None) {
            let proxy_type = type_of(&filter);
            for call in &calls {
                let told = is_reported(&filter, call);
                let permitted = proxy_type.filter(call);
                // No word says that these depend on what they hold, or whom they name.
                let depends = matches!(kind_of(call), Kind::Carrier | Kind::Proxies);
                assert!(
                    told == permitted || (told && depends),
                    "{proxy_type:?} {told} {call:?}"
                );
            }
        }
    });
}

/// What depends is told of only where some form of it is permitted.
#[test]
fn all_that_is_told_can_be_done() {
    dev_chain().execute_with(|| {
        for filter in Runtime::get_proxy_filters(None) {
            let proxy_type = type_of(&filter);
            let add = pallet_subtensor_proxy::Call::add_proxy {
                delegate: Bob.to_account_id().into(),
                proxy_type,
                delay: 0,
            };
            let remove = pallet_subtensor_proxy::Call::remove_proxy {
                delegate: Bob.to_account_id().into(),
                proxy_type,
                delay: 0,
            };
            let own = [add, remove].map(RuntimeCall::Proxy);
            let calls = [samples(), with_arguments(), own.into()].concat();
            for listed in &filter.calls {
                let done = calls
                    .iter()
                    .any(|call| is_meant(listed, call) && proxy_type.filter(call));
                assert!(done, "{proxy_type:?} {listed:?}");
            }
        }
    });
}

#[test]
fn names_and_numbers_are_those_of_the_metadata() {
    dev_chain().execute_with(|| {
        let metadata = metadata();
        let text = |name: &[u8]| alloc::string::String::from_utf8(name.to_vec()).unwrap();
        let filters = Runtime::get_proxy_filters(None);
        let listed = filters
            .iter()
            .flat_map(|filter| filter.calls.iter().chain(&filter.exceptions));
        for info in listed {
            let pallet = text(&info.pallet_name);
            let index = match &info.call_name {
                Some(call) => {
                    let index = metadata[&(pallet, text(call))].index;
                    assert_eq!(info.call_index, Some(index[1]));
                    index[0]
                }
                None => {
                    assert_eq!((pallet.as_str(), info.call_index), ("AdminUtils", None));
                    19
                }
            };
            assert_eq!(info.pallet_index, index);
        }
    });
}

#[test]
fn types_are_listed_by_number_and_filters_in_the_public_order() {
    dev_chain().execute_with(|| {
        let types = Runtime::get_proxy_types();
        let retired: Vec<u8> = types
            .iter()
            .filter(|info| info.deprecated)
            .map(|info| info.index)
            .collect();
        assert_eq!(retired, [4, 6, 7, 12]);
        for (number, info) in (0..).zip(&types) {
            assert_eq!(info.index, number);
            let one = Runtime::get_proxy_filters(Some(number));
            assert_eq!(one.len(), 1);
            assert_eq!(
                (&one[0].name, one[0].deprecated),
                (&info.name, info.deprecated)
            );
            assert_eq!(one[0].proxy_type, number);
        }
        assert_eq!(
            (types.len(), types[8].name.as_slice()),
            (19, &b"Staking"[..])
        );
        assert!(Runtime::get_proxy_filters(Some(19)).is_empty());
        let order: Vec<u8> = Runtime::get_proxy_filter(None)
            .iter()
            .map(|filter| filter.proxy_type)
            .collect();
        let public = [
            0, 3, 5, 10, 11, 1, 2, 6, 4, 7, 8, 9, 12, 13, 14, 15, 16, 17, 18,
        ];
        assert_eq!(order, public);
    });
}

#[test]
fn an_owner_delegate_is_told_of_by_its_pallet_and_exception() {
    dev_chain().execute_with(|| {
        let owner = Runtime::get_proxy_filters(Some(1)).remove(0);
        assert_eq!(owner.filter_mode, FilterMode::Allow);
        let exceptions: Vec<_> = owner
            .exceptions
            .iter()
            .map(|call| &call.call_name)
            .collect();
        assert_eq!(exceptions, [&Some(b"sudo_set_sn_owner_hotkey".to_vec())]);
        let small = Runtime::get_proxy_filters(Some(11)).remove(0);
        let limit = CallCondition::ParamLessThan {
            param_name: b"value".to_vec(),
            limit: 500_000_000,
        };
        assert_eq!(small.calls[0].condition, Some(limit));
        let upgrade = Runtime::get_proxy_filters(Some(14)).remove(0);
        let nested = CallCondition::NestedCallMustBe {
            pallet_name: b"System".to_vec(),
            call_name: b"set_code".to_vec(),
        };
        assert_eq!(upgrade.calls[0].condition, Some(nested));
    });
}
