//! Clients put a call into fields of the type of transactions' calls only, so there is one.

use alloc::{collections::BTreeSet, vec::Vec};

use codec::Decode;
use frame_metadata::{RuntimeMetadata, RuntimeMetadataPrefixed};
use scale_info::{PortableRegistry, TypeDef, form::PortableForm};
use sp_core::OpaqueMetadata;

use super::dev_chain;
use crate::{Runtime, metadata};

fn types(encoded: OpaqueMetadata) -> PortableRegistry {
    let prefixed = RuntimeMetadataPrefixed::decode(&mut &encoded[..]);
    match prefixed.expect("metadata decodes").1 {
        RuntimeMetadata::V14(of) => of.types,
        RuntimeMetadata::V15(of) => of.types,
        RuntimeMetadata::V16(of) => of.types,
        other => panic!("no version that clients read: {other:?}"),
    }
}

fn fields(def: &TypeDef<PortableForm>) -> Vec<u32> {
    match def {
        TypeDef::Composite(of) => of.fields.iter().map(|field| field.ty.id).collect(),
        TypeDef::Variant(of) => of
            .variants
            .iter()
            .flat_map(|variant| variant.fields.iter().map(|field| field.ty.id))
            .collect(),
        _ => Vec::new(),
    }
}

/// The types of the fields that hold a call.
fn calls(types: &PortableRegistry) -> BTreeSet<u32> {
    let held = types
        .types
        .iter()
        .flat_map(|each| fields(&each.ty.type_def));
    held.filter(|id| {
        let ty = types.resolve(*id).expect("every field has a type");
        ty.path
            .segments
            .last()
            .is_some_and(|name| name == "RuntimeCall")
    })
    .collect()
}

#[test]
fn every_field_that_holds_a_call_is_of_one_type() {
    dev_chain().execute_with(|| {
        for version in Runtime::metadata_versions() {
            // Else there is nothing to unite any more.
            let made = Runtime::metadata_at_version(version).expect("the version is there");
            assert_eq!(calls(&types(made)).len(), 2, "{version}");
            let served = metadata::at_version(version).expect("the version is there");
            assert_eq!(calls(&types(served)).len(), 1, "{version}");
        }
        assert!(Some(metadata::oldest()) == metadata::at_version(14));
        assert!(metadata::at_version(13).is_none());
    });
}
