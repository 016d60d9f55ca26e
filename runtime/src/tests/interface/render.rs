//! The metadata as text. What has an index is sorted by it, storage and constants by their names:
//! only the order of transaction extensions matters to clients.

use alloc::{collections::BTreeSet, format, string::String, vec::Vec};

use frame_metadata::{
    v15::RuntimeMetadataV15,
    v16::{
        ExtrinsicMetadata, PalletMetadata, RuntimeApiMetadata, RuntimeMetadataV16,
        StorageEntryMetadata, StorageEntryType,
    },
};
use scale_info::form::PortableForm;
use sp_core::bytes::to_hex;

use super::types::Types;

/// The whole interface, a line for each thing.
pub(super) fn interface(metadata: &RuntimeMetadataV16) -> String {
    let types = Types(&metadata.types);
    let mut pallets: Vec<_> = metadata.pallets.iter().collect();
    pallets.sort_by_key(|pallet| pallet.index);
    let mut text = String::new();
    for pallet in &pallets {
        let title = format!("Pallet {} {}", pallet.index, pallet.name);
        section(&mut text, &title, lines_of(pallet, &types));
    }
    let extrinsic = lines_of_extrinsic(&metadata.extrinsic, &types);
    section(&mut text, "Transactions", extrinsic);
    let mut apis: Vec<_> = metadata.apis.iter().collect();
    apis.sort_by_key(|api| &api.name);
    for api in apis {
        let title = format!("Runtime API {} {}", api.name, api.version.0);
        section(&mut text, &title, methods(api, &types));
    }
    section(&mut text, "Types", definitions(&pallets, &types));
    text
}

/// The lines on the runtime APIs that `is_shown` picks by name, and on all types that their methods
/// mention, as the older version has them.
pub(in crate::tests) fn apis_of_version_15(
    metadata: &RuntimeMetadataV15,
    is_shown: impl Fn(&str) -> bool,
) -> Vec<String> {
    let types = Types(&metadata.types);
    let (mut lines, mut mentioned) = (Vec::new(), BTreeSet::new());
    for api in metadata.apis.iter().filter(|api| is_shown(&api.name)) {
        for method in &api.methods {
            let inputs = method.inputs.iter();
            let inputs: Vec<_> = inputs.map(|of| (of.name.as_str(), of.ty.id)).collect();
            let signature = signature(&method.name, &inputs, method.output.id, &types);
            lines.push(format!("{}.{signature}", api.name));
            let ids = inputs.iter().map(|(_, id)| *id).chain([method.output.id]);
            ids.for_each(|id| types.collect(id, &mut mentioned));
        }
    }
    lines.extend(mentioned.into_iter().flat_map(|id| types.definition(id)));
    lines
}

fn section(text: &mut String, title: &str, lines: Vec<String>) {
    *text += &format!("\n# {title}\n");
    for line in lines {
        *text += &line;
        text.push('\n');
    }
}

fn sorted(lines: impl Iterator<Item = String>) -> Vec<String> {
    let mut lines: Vec<_> = lines.collect();
    lines.sort();
    lines
}

fn lines_of(pallet: &PalletMetadata<PortableForm>, types: &Types) -> Vec<String> {
    let mut lines = Vec::new();
    let name = &pallet.name;
    for (kind, ty) in enums_of(pallet) {
        let variants = types.variants(ty).into_iter();
        lines.extend(variants.map(|variant| format!("{name} {kind} {variant}")));
    }
    if let Some(storage) = &pallet.storage {
        let item = |item| format!("{} storage {}", storage.prefix, stored(item, types));
        lines.extend(sorted(storage.entries.iter().map(item)));
    }
    lines.extend(sorted(pallet.constants.iter().map(|of| {
        let (ty, value) = (types.name(of.ty.id), to_hex(&of.value, false));
        format!("{name} constant {}: {ty} = {value}", of.name)
    })));
    lines.extend(sorted(pallet.associated_types.iter().map(|of| {
        format!("{name} type {} = {}", of.name, types.name(of.ty.id))
    })));
    lines.extend(sorted(pallet.view_functions.iter().map(|of| {
        let inputs: Vec<_> = of
            .inputs
            .iter()
            .map(|input| (input.name.as_str(), input.ty.id))
            .collect();
        let signature = signature(&of.name, &inputs, of.output.id, types);
        format!("{name} view {} {signature}", to_hex(&of.id, false))
    })));
    lines
}

/// The enums whose variants are a pallet's own: calls, events, errors.
fn enums_of(pallet: &PalletMetadata<PortableForm>) -> Vec<(&'static str, u32)> {
    let calls = pallet.calls.as_ref().map(|of| ("call", of.ty.id));
    let events = pallet.event.as_ref().map(|of| ("event", of.ty.id));
    let errors = pallet.error.as_ref().map(|of| ("error", of.ty.id));
    [calls, events, errors].into_iter().flatten().collect()
}

fn stored(item: &StorageEntryMetadata<PortableForm>, types: &Types) -> String {
    let (keys, value) = match &item.ty {
        StorageEntryType::Plain(value) => (String::new(), value),
        StorageEntryType::Map {
            hashers,
            key,
            value,
        } => (format!("{hashers:?} {} -> ", types.name(key.id)), value),
    };
    let (value, default) = (types.name(value.id), to_hex(&item.default, false));
    format!(
        "{}: {keys}{value}, {:?} {default}",
        item.name, item.modifier
    )
}

fn signature(name: &str, inputs: &[(&str, u32)], output: u32, types: &Types) -> String {
    let inputs: Vec<_> = inputs
        .iter()
        .map(|(input, ty)| format!("{input}: {}", types.name(*ty)))
        .collect();
    format!("{name}({}) -> {}", inputs.join(", "), types.name(output))
}

fn methods(api: &RuntimeApiMetadata<PortableForm>, types: &Types) -> Vec<String> {
    sorted(api.methods.iter().map(|method| {
        let inputs: Vec<_> = method
            .inputs
            .iter()
            .map(|input| (input.name.as_str(), input.ty.id))
            .collect();
        let signature = signature(&method.name, &inputs, method.output.id, types);
        format!("{}.{signature}", api.name)
    }))
}

fn lines_of_extrinsic(of: &ExtrinsicMetadata<PortableForm>, types: &Types) -> Vec<String> {
    let mut lines = Vec::from([
        format!("versions {:?}", of.versions),
        format!("address {}", types.name(of.address_ty.id)),
        format!("call {}", types.name(of.call_ty.id)),
        format!("signature {}", types.name(of.signature_ty.id)),
    ]);
    lines.extend(of.transaction_extensions.iter().map(|extension| {
        let (ty, implicit) = (
            types.name(extension.ty.id),
            types.name(extension.implicit.id),
        );
        format!("extension {}: {ty}, signs {implicit}", extension.identifier)
    }));
    for (version, extensions) in &of.transaction_extensions_by_version {
        let extensions: Vec<u32> = extensions.iter().map(|index| index.0).collect();
        lines.push(format!("extensions of version {version}: {extensions:?}"));
    }
    lines
}

/// What every named type is that anything above mentions, but for the enums that are shown with
/// their pallets.
fn definitions(pallets: &[&PalletMetadata<PortableForm>], types: &Types) -> Vec<String> {
    let shown: Vec<u32> = pallets
        .iter()
        .flat_map(|pallet| enums_of(pallet))
        .map(|(_, ty)| ty)
        .collect();
    let all = types.0.types.iter().filter(|ty| !shown.contains(&ty.id));
    let mut definitions: Vec<_> = all
        .map(|ty| types.definition(ty.id))
        .filter(|lines| !lines.is_empty())
        .collect();
    definitions.sort();
    definitions.concat()
}
