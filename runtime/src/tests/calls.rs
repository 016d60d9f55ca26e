//! The table of calls against the metadata, and what its kinds promise.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::{String, ToString},
    vec,
    vec::Vec,
};
use codec::Decode;
use frame_support::traits::{GetCallMetadata, InstanceFilter, UnfilteredDispatchable};
use scale_info::{MetaType, TypeDef};
use sp_keyring::Sr25519Keyring::Bob;
use sp_runtime::traits::TrailingZeroInput;
use subtensor_primitives::NetUid;

use super::{dev_chain, guarded};
use crate::{
    ProxyType, Runtime, RuntimeCall, RuntimeOrigin,
    calls::{Kind, TABLE, held_by, kind_of},
};

/// A call: pallet and name.
pub(super) type Name = (String, String);

/// What the metadata say of a call.
pub(super) struct Listed {
    pub index: [u8; 2],
    arguments: Vec<MetaType>,
}

pub(super) fn metadata() -> BTreeMap<Name, Listed> {
    let mut listed = BTreeMap::new();
    for pallet in &Runtime::metadata_ir().pallets {
        let Some(calls) = &pallet.calls else { continue };
        let TypeDef::Variant(calls) = calls.ty.type_info().type_def else {
            panic!("calls are no enum")
        };
        for call in calls.variants {
            let name = (pallet.name.to_string(), call.name.to_string());
            let index = [pallet.index, call.index];
            let arguments = call.fields.iter().map(|field| field.ty).collect();
            listed.insert(name, Listed { index, arguments });
        }
    }
    listed
}

/// The call that begins so and goes on with zeros: empty lists, accounts of zeros, remarks for
/// calls.
fn zeros(begins: &[u8]) -> Option<RuntimeCall> {
    RuntimeCall::decode(&mut TrailingZeroInput::new(begins)).ok()
}

/// One of each call, as far as there can be one.
pub(super) fn samples() -> Vec<RuntimeCall> {
    metadata()
        .values()
        .filter_map(|listed| zeros(&listed.index))
        .collect()
}

pub(super) fn name_of(call: &RuntimeCall) -> Name {
    let names = call.get_call_metadata();
    (
        names.pallet_name.to_string(),
        names.function_name.to_string(),
    )
}

/// Whether a value of a type can hold a call.
fn holds_calls(ty: &MetaType, seen: &mut BTreeSet<MetaType>) -> bool {
    if *ty == MetaType::new::<RuntimeCall>() {
        return true;
    }
    if !seen.insert(*ty) {
        return false;
    }
    let parts: Vec<MetaType> = match ty.type_info().type_def {
        TypeDef::Composite(composite) => composite.fields.iter().map(|field| field.ty).collect(),
        TypeDef::Variant(variants) => {
            let fields = variants.variants.iter().flat_map(|variant| &variant.fields);
            fields.map(|field| field.ty).collect()
        }
        TypeDef::Sequence(sequence) => vec![sequence.type_param],
        TypeDef::Array(array) => vec![array.type_param],
        TypeDef::Tuple(tuple) => tuple.fields,
        TypeDef::Compact(compact) => vec![compact.type_param],
        TypeDef::Primitive(_) | TypeDef::BitSequence(_) => vec![],
    };
    parts.iter().any(|part| holds_calls(part, seen))
}

#[test]
fn every_call_stands_in_the_table_once() {
    dev_chain().execute_with(|| {
        let mut rows: Vec<Name> = TABLE
            .iter()
            .flat_map(|(pallet, _, calls)| {
                calls
                    .iter()
                    .map(|call| (pallet.to_string(), call.to_string()))
            })
            .collect();
        rows.sort();
        assert_eq!(rows, metadata().into_keys().collect::<Vec<_>>());
    });
}

#[test]
fn the_kind_of_a_call_is_that_of_its_row() {
    dev_chain().execute_with(|| {
        let samples = samples();
        // Nobody can make the proof that the two reports of Grandpa take.
        assert_eq!(samples.len() + 2, metadata().len());
        for call in samples {
            let (pallet, name) = name_of(&call);
            let row = TABLE.iter().find(|(row_pallet, _, calls)| {
                *row_pallet == pallet && calls.contains(&name.as_str())
            });
            assert_eq!(
                row.map(|row| row.1),
                Some(kind_of(&call)),
                "{pallet}.{name}"
            );
        }
    });
}

/// A call whose inner calls are not seen would pass every rule on nested calls.
#[test]
fn what_holds_calls_is_known_to_hold_them() {
    dev_chain().execute_with(|| {
        for ((pallet, name), listed) in metadata() {
            let mut seen = BTreeSet::new();
            let holds = listed.arguments.iter().any(|ty| holds_calls(ty, &mut seen));
            let Some(call) = zeros(&listed.index) else {
                assert!(!holds);
                continue;
            };
            // A list of calls needs a length, and a call that may be missing must be there.
            let [pallet_index, call_index] = listed.index;
            let longer = zeros(&[pallet_index, call_index, 1 << 2]);
            let present = zeros(&[pallet_index, call_index, 0, 0, 0, 0, 1]);
            let found = [Some(call.clone()), longer, present]
                .iter()
                .flatten()
                .any(|call| held_by(call).next().is_some());
            assert_eq!(found, holds, "{pallet}.{name}");
            if holds {
                let kinds = [Kind::Bundle, Kind::Carrier, Kind::Sudo, Kind::Chain];
                let is_stored = (pallet.as_str(), name.as_str()) == ("Crowdloan", "create");
                assert!(
                    is_stored || kinds.contains(&kind_of(&call)),
                    "{pallet}.{name}"
                );
            }
        }
    });
}

#[test]
fn calls_of_the_chain_are_for_no_account() {
    dev_chain().execute_with(|| {
        // Not even for the owner of the subnet that the samples are about.
        pallet_subtensor::SubnetOwner::<Runtime>::insert(NetUid::ROOT, Bob.to_account_id());
        pallet_subtensor::AdminFreezeWindow::<Runtime>::put(0);
        for call in samples() {
            if kind_of(&call) == Kind::Chain {
                let name = name_of(&call);
                let origin = RuntimeOrigin::signed(Bob.to_account_id());
                assert!(call.dispatch_bypass_filter(origin).is_err(), "{name:?}");
            }
        }
    });
}

/// Calls besides the samples on which the answer of a type depends by more than the name.
pub(super) fn special_samples() -> Vec<RuntimeCall> {
    let dest = Bob.to_account_id().into();
    let transfer = RuntimeCall::Balances(pallet_balances::Call::transfer_keep_alive {
        dest,
        value: u64::MAX,
    });
    let batch = |calls| {
        RuntimeCall::Utility(pallet_utility::Call::batch {
            calls: guarded(calls),
        })
    };
    let carried = |call: RuntimeCall| {
        RuntimeCall::Proxy(pallet_subtensor_proxy::Call::proxy {
            real: Bob.to_account_id().into(),
            force_proxy_type: None,
            call: Box::new(call),
        })
    };
    vec![
        batch(vec![transfer.clone()]),
        carried(transfer.clone()),
        carried(batch(vec![transfer.clone()])),
        transfer,
    ]
}

#[test]
fn who_may_name_a_delegate_may_do_all_that_it_may() {
    dev_chain().execute_with(|| {
        let types: Vec<ProxyType> = (0..19)
            .map(|index| ProxyType::decode(&mut &[index][..]).unwrap())
            .collect();
        let calls = [samples(), special_samples()].concat();
        for above in &types {
            for below in types.iter().filter(|below| above.is_superset(below)) {
                for call in calls.iter().filter(|call| below.filter(*call)) {
                    assert!(above.filter(call), "{above:?} {below:?} {call:?}");
                }
            }
        }
    });
}
