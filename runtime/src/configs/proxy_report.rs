//! What clients are told of proxy types (spec 60 §10.2), made of the data that the filter is made
//! of. Types that permit kinds of calls are lists of what they permit here, whatever the public
//! network calls them.

use alloc::{format, vec::Vec};
use codec::Decode;
use pallet_subtensor_proxy_runtime_api::{
    CallCondition, CallInfo, FilterMode, ProxyFilterInfo, ProxyTypeInfo,
};

use super::{
    proxy::ProxyType,
    proxy_rules::{Pattern, Rule},
};
use crate::calls::{Kind, Listed, all_calls};

/// The order in which the public network lists its filters.
const ORDER: [ProxyType; 19] = [
    ProxyType::Any,
    ProxyType::NonTransfer,
    ProxyType::NonFungible,
    ProxyType::Transfer,
    ProxyType::SmallTransfer,
    ProxyType::Owner,
    ProxyType::NonCritical,
    ProxyType::Triumvirate,
    ProxyType::Senate,
    ProxyType::Governance,
    ProxyType::Staking,
    ProxyType::Registration,
    ProxyType::RootWeights,
    ProxyType::ChildKeys,
    ProxyType::SudoUncheckedSetCode,
    ProxyType::SwapHotkey,
    ProxyType::SubnetLeaseBeneficiary,
    ProxyType::RootClaim,
    ProxyType::BasketTrading,
];

/// All types, by their number.
pub(crate) fn types() -> Vec<ProxyTypeInfo> {
    let decoded = |index: u8| ProxyType::decode(&mut &[index][..]).ok();
    (0..=u8::MAX)
        .map_while(decoded)
        .map(|proxy_type| ProxyTypeInfo {
            name: name_of(proxy_type),
            index: proxy_type as u8,
            deprecated: is_retired(proxy_type),
        })
        .collect()
}

/// What the type of a number permits, or each type.
pub(crate) fn filters(wanted: Option<u8>) -> Vec<ProxyFilterInfo> {
    let calls = all_calls();
    ORDER
        .into_iter()
        .filter(|proxy_type| wanted.is_none_or(|index| *proxy_type as u8 == index))
        .map(|proxy_type| filter_of(proxy_type, &calls))
        .collect()
}

fn name_of(proxy_type: ProxyType) -> Vec<u8> {
    format!("{proxy_type:?}").into_bytes()
}

fn is_retired(proxy_type: ProxyType) -> bool {
    matches!(proxy_type.rule(), Rule::Only([]))
}

fn filter_of(proxy_type: ProxyType, all: &[Listed]) -> ProxyFilterInfo {
    let (filter_mode, calls, exceptions) = match proxy_type.rule() {
        Rule::Everything => (FilterMode::AllowAll, Vec::new(), Vec::new()),
        Rule::Only([]) => (FilterMode::DenyAll, Vec::new(), Vec::new()),
        Rule::Only(patterns) => {
            let calls = patterns.iter().flat_map(|pattern| permitted(pattern, all));
            let exceptions = patterns.iter().flat_map(|pattern| excepted(pattern, all));
            (FilterMode::Allow, calls.collect(), exceptions.collect())
        }
        Rule::Kinds(kinds) => {
            let calls = all.iter().filter(|call| is_of_kinds(kinds, call));
            (FilterMode::Allow, calls.map(one).collect(), Vec::new())
        }
    };
    ProxyFilterInfo {
        proxy_type: proxy_type as u8,
        name: name_of(proxy_type),
        deprecated: is_retired(proxy_type),
        filter_mode,
        calls,
        exceptions,
    }
}

/// Whether a type made of kinds permits a call at all. What holds calls depends on these, and what
/// names delegates on what those may do; the public shapes have no word for such conditions.
fn is_of_kinds(kinds: &[Kind], call: &Listed) -> bool {
    match call.kind {
        Kind::Bundle | Kind::Carrier => true,
        Kind::Proxies => ["add_proxy", "remove_proxy"].contains(&call.call),
        kind => kinds.contains(&kind),
    }
}

/// Calls that a pattern matches. A name that is no call yet is left out.
fn permitted(pattern: &Pattern, all: &[Listed]) -> Vec<CallInfo> {
    let condition = match pattern {
        Pattern::AllExcept(pallet, _) => {
            let any = all.iter().find(|call| call.pallet == *pallet);
            return any.map(whole_pallet).into_iter().collect();
        }
        Pattern::Named(..) => None,
        Pattern::Below(_, _, limit) => Some(CallCondition::ParamLessThan {
            param_name: limit.argument.into(),
            limit: limit.amount.into(),
        }),
        Pattern::Holding(_, _, (pallet, call)) => Some(CallCondition::NestedCallMustBe {
            pallet_name: (*pallet).into(),
            call_name: (*call).into(),
        }),
    };
    named(pattern, all)
        .map(|call| CallInfo {
            condition: condition.clone(),
            ..call
        })
        .collect()
}

/// Calls of the pallet of a pattern that it does not match although it matches the rest.
fn excepted(pattern: &Pattern, all: &[Listed]) -> Vec<CallInfo> {
    match pattern {
        Pattern::AllExcept(..) => named(pattern, all).collect(),
        Pattern::Named(..) | Pattern::Below(..) | Pattern::Holding(..) => Vec::new(),
    }
}

fn named<'a>(pattern: &'a Pattern, all: &'a [Listed]) -> impl Iterator<Item = CallInfo> + 'a {
    let (pallet, names) = pattern.names();
    all.iter()
        .filter(move |call| call.pallet == pallet && names.contains(&call.call))
        .map(one)
}

fn one(call: &Listed) -> CallInfo {
    CallInfo {
        call_name: Some(call.call.into()),
        call_index: Some(call.call_index),
        ..whole_pallet(call)
    }
}

/// All calls of the pallet of a call.
fn whole_pallet(call: &Listed) -> CallInfo {
    CallInfo {
        pallet_name: call.pallet.into(),
        pallet_index: call.pallet_index,
        call_name: None,
        call_index: None,
        condition: None,
    }
}
