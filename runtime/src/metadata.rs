//! Metadata as clients get it: with one type for calls.
//!
//! What a box holds is registered as the type that it is, not as the one that it says it is. So
//! the calls that pallets hold in a box, each a [`GuardedCall`](crate::guard::GuardedCall), are a
//! second `RuntimeCall`, and clients put calls only into fields of the first.

use alloc::collections::BTreeSet;

use frame_metadata::{RuntimeMetadata, RuntimeMetadataPrefixed, v14::RuntimeMetadataV14};
use scale_info::{Field, PortableRegistry, TypeDef, form::PortableForm};
use sp_core::OpaqueMetadata;

use crate::Runtime;

/// Version 14, which clients get that do not ask for one.
pub(crate) fn oldest() -> OpaqueMetadata {
    united(Runtime::metadata())
}

/// `None` for a version that there is not.
pub(crate) fn at_version(version: u32) -> Option<OpaqueMetadata> {
    sp_metadata_ir::into_version(Runtime::metadata_ir(), version).map(united)
}

fn united(mut metadata: RuntimeMetadataPrefixed) -> OpaqueMetadata {
    match &mut metadata.1 {
        RuntimeMetadata::V14(of) => {
            if let Some(call) = call_of(of) {
                unite(&mut of.types, call);
            }
        }
        RuntimeMetadata::V15(of) => unite(&mut of.types, of.outer_enums.call_enum_ty.id),
        RuntimeMetadata::V16(of) => unite(&mut of.types, of.outer_enums.call_enum_ty.id),
        _ => {}
    }
    OpaqueMetadata::new(metadata.into())
}

/// The type of the calls of transactions, which this version says only by a parameter of theirs.
fn call_of(metadata: &RuntimeMetadataV14) -> Option<u32> {
    let transaction = metadata.types.resolve(metadata.extrinsic.ty.id)?;
    let call = transaction
        .type_params
        .iter()
        .find(|each| each.name == "Call")?;
    call.ty.map(|ty| ty.id)
}

/// Makes fields of the types that are called like `call` fields of `call`.
fn unite(types: &mut PortableRegistry, call: u32) {
    let Some(path) = types.resolve(call).map(|ty| ty.path.clone()) else {
        return;
    };
    let twins: BTreeSet<u32> = types
        .types
        .iter()
        .filter(|each| each.ty.path == path)
        .map(|each| each.id)
        .collect();
    let point = |field: &mut Field<PortableForm>| {
        if twins.contains(&field.ty.id) {
            field.ty = call.into();
        }
    };
    for each in &mut types.types {
        match &mut each.ty.type_def {
            TypeDef::Composite(of) => of.fields.iter_mut().for_each(point),
            TypeDef::Variant(of) => of
                .variants
                .iter_mut()
                .flat_map(|variant| variant.fields.iter_mut())
                .for_each(point),
            _ => {}
        }
    }
}
