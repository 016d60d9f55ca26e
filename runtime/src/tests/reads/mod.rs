//! What every method of the chain's own runtime APIs must do, whatever it is asked (spec 70 §1.1):
//! change nothing, answer anything, and answer what the metadata says, of version 15, which clients
//! read.

extern crate std;

mod values;

use alloc::{format, string::String, vec, vec::Vec};
use std::collections::BTreeSet;

use codec::{Decode, Encode};
use frame_metadata::{
    RuntimeMetadata, RuntimeMetadataPrefixed,
    v15::{RuntimeApiMethodMetadata, RuntimeMetadataV15},
};
use pallet_subtensor::Views;
use scale_info::{TypeDef, TypeDefPrimitive, form::PortableForm};
use sp_core::storage::StateVersion;
use sp_io::hashing::twox_128;
use subtensor_primitives::{MechId, NetUid};

use super::{
    block,
    blocks::{SUBNET, populate},
    counting::watch,
    dev_chain,
    interface::render::apis_of_version_15,
};
use crate::{Runtime, apis::api::dispatch};
use values::{Numbers, Values};

/// Calls of each method with different arguments.
const CALLS: u64 = 48;

fn metadata() -> RuntimeMetadataV15 {
    let encoded = sp_io::TestExternalities::default()
        .execute_with(|| Runtime::metadata_at_version(15))
        .expect("the version is there");
    match RuntimeMetadataPrefixed::decode(&mut &encoded[..]) {
        Ok(RuntimeMetadataPrefixed(_, RuntimeMetadata::V15(metadata))) => metadata,
        other => panic!("no metadata of version 15: {other:?}"),
    }
}

fn is_own(api: &str) -> bool {
    api.ends_with("RuntimeApi")
}

type Method = RuntimeApiMethodMetadata<PortableForm>;

/// The methods of the APIs that this project declares, by their names on the wire. Those of the
/// shield take whole extrinsics, and have tests of their own.
fn own_methods(metadata: &RuntimeMetadataV15) -> Vec<(String, Method)> {
    let own = metadata.apis.iter().filter(|api| is_own(&api.name));
    own.flat_map(|api| {
        let methods = api.methods.iter().cloned();
        methods.map(|method| (format!("{}_{}", api.name, method.name), method))
    })
    .collect()
}

/// A chain with a subnet whose epochs have run.
fn lively_chain() -> sp_io::TestExternalities {
    let mut chain = dev_chain();
    chain.execute_with(|| {
        populate();
        for _ in 0..25 {
            block(vec![]);
        }
    });
    chain
}

#[test]
fn reads_change_nothing_and_answer_as_the_metadata_says() {
    let metadata = metadata();
    let values = Values(&metadata.types);
    let methods = own_methods(&metadata);
    assert!(methods.len() > 60, "{} methods", methods.len());
    lively_chain().execute_with(|| {
        let root = || sp_io::storage::root(StateVersion::V1);
        let before = root();
        for (name, method) in &methods {
            for seed in 0..CALLS {
                let (mut numbers, mut arguments) = (Numbers(seed), Vec::new());
                for input in &method.inputs {
                    values.encode(input.ty.id, &mut numbers, &mut arguments);
                }
                let answer = dispatch(name, &arguments).expect("the method is there");
                let mut rest = &answer[..];
                let walked = values.skip(method.output.id, &mut rest);
                assert_eq!(walked, Ok(()), "{name} {arguments:?}");
                assert!(rest.is_empty(), "{name} {arguments:?}");
            }
            assert_eq!(root(), before, "{name}");
        }
    });
}

/// Clients take an answer of this type for an older format, in which it is encoded twice.
#[test]
fn no_answer_is_a_string_of_bytes() {
    let metadata = metadata();
    let is_bytes = |id: u32| {
        let resolved = |id: u32| &metadata.types.resolve(id).expect("it is there").type_def;
        let TypeDef::Sequence(of) = resolved(id) else {
            return false;
        };
        matches!(
            resolved(of.type_param.id),
            TypeDef::Primitive(TypeDefPrimitive::U8)
        )
    };
    for (name, method) in own_methods(&metadata) {
        assert!(!is_bytes(method.output.id), "{name}");
    }
}

#[test]
fn an_answer_reads_nothing_twice() {
    let mut chain = lively_chain();
    let of_subnet = SUBNET.encode();
    let all = (0..77u16).collect::<Vec<_>>();
    for (name, arguments) in [
        ("SubnetInfoRuntimeApi_get_metagraph", of_subnet.clone()),
        (
            "SubnetInfoRuntimeApi_get_selective_metagraph",
            (SUBNET, all).encode(),
        ),
        (
            "SubnetInfoRuntimeApi_get_mechagraph",
            (SUBNET, MechId::MAIN).encode(),
        ),
        ("SubnetInfoRuntimeApi_get_dynamic_info", of_subnet.clone()),
        ("SubnetInfoRuntimeApi_get_all_dynamic_info", vec![]),
        ("NeuronInfoRuntimeApi_get_neurons", of_subnet.clone()),
        ("NeuronInfoRuntimeApi_get_neurons_lite", of_subnet.clone()),
        ("NeuronInfoRuntimeApi_get_neuron", (SUBNET, 1u16).encode()),
    ] {
        let (answer, touched, again) = watch(&mut chain, || dispatch(name, &arguments));
        assert!(answer.is_some_and(|answer| answer.len() > 100), "{name}");
        std::println!("{name}: {} reads", touched.reads);
        // Defaults that depend on the timing profile look it up.
        let timing = twox_128(b"Timing");
        let own: Vec<_> = again
            .iter()
            .filter(|key| !key.starts_with(&timing))
            .collect();
        assert!(own.is_empty(), "{name} reads again {own:x?}");
    }
}

/// Version 15 says of the runtime APIs and of their types what the committed file says, which is
/// made of a newer version.
#[test]
fn clients_read_the_interface_as_committed() {
    let metadata = metadata();
    let committed = include_str!("../../../interface.txt");
    let committed: BTreeSet<&str> = committed.lines().collect();
    let lines = apis_of_version_15(&metadata, is_own);
    assert!(lines.len() > 100, "{} lines", lines.len());
    let missing: Vec<_> = lines
        .iter()
        .filter(|line| !committed.contains(line.as_str()))
        .collect();
    assert!(
        missing.is_empty(),
        "not in runtime/interface.txt: {missing:#?}"
    );
}

#[test]
fn lists_pages_and_single_answers_agree() {
    lively_chain().execute_with(|| {
        let netuids = [NetUid::ROOT, NetUid::new(1), SUBNET];
        let graphs = Views::<Runtime>::get_all_metagraphs();
        assert_eq!(graphs, netuids.map(Views::<Runtime>::get_metagraph));
        let infos = Views::<Runtime>::get_all_dynamic_info();
        assert_eq!(infos, netuids.map(Views::<Runtime>::get_dynamic_info));
        let main = |netuid| Views::<Runtime>::get_mechagraph(netuid, MechId::MAIN);
        assert_eq!(Views::<Runtime>::get_all_mechagraphs(), netuids.map(main));
        let page = Views::<Runtime>::get_metagraph_page(Some(NetUid::ROOT), 1);
        assert_eq!(page.next, Some(NetUid::new(1)));
        assert_eq!(
            Some(page.metagraphs),
            graphs[1].clone().map(|graph| vec![graph])
        );
        for delegate in Views::<Runtime>::get_delegates() {
            let one = Views::<Runtime>::get_delegate(delegate.delegate_ss58.clone());
            assert_eq!(one, Some(delegate));
        }
    });
}
