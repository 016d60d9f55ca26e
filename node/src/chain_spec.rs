//! The chains that the node knows by name, and those in spec files (design §4.2).

mod genesis;
#[cfg(test)]
mod tests;

use std::{fs, path::Path};

use node_subtensor_runtime::{HostFunctions, WASM_BINARY, genesis as presets};
use sc_chain_spec::{ChainSpecExtension, get_extension};
use sc_service::{ChainType, GenericChainSpec};
use serde::{Deserialize, Serialize};
use sp_io::hashing::twox_128;
use sp_storage::Storage;

/// A chain's genesis and network settings.
pub(crate) type ChainSpec = GenericChainSpec<Origin, HostFunctions>;

/// Where a spec comes from; no part of a spec file.
#[derive(ChainSpecExtension, Clone, Debug, Default, Deserialize, Serialize)]
pub(crate) struct Origin {
    /// The preset that the spec stands for.
    #[serde(skip)]
    preset: Option<String>,
}

/// The state of a chain's first block. That of a preset is built natively, without compiling the
/// runtime for it.
///
/// Errors: it cannot be built, or nobody makes or finalizes the blocks of the chain.
pub(crate) fn genesis_storage(spec: &dyn sc_service::ChainSpec) -> Result<Storage, String> {
    let storage = match (
        get_extension::<Option<String>>(spec.extensions()),
        WASM_BINARY,
    ) {
        (Some(Some(preset)), Some(code)) => presets::native::storage(&preset.as_str().into(), code),
        _ => spec.as_storage_builder().build_storage(),
    }?;
    genesis::check_authorities(&storage)?;
    Ok(storage)
}

/// The chain of that name, or in that file.
///
/// Errors: what the operator should do instead, in one line.
pub(crate) fn load(id: &str) -> Result<ChainSpec, String> {
    match id {
        presets::DEV => preset(id, "Development", ChainType::Development),
        presets::DEV_12S => preset(id, "Development (12 s)", ChainType::Development),
        presets::LOCAL => preset(id, "Local", ChainType::Local),
        presets::LOCAL_12S => preset(id, "Local (12 s)", ChainType::Local),
        "" => Err(format!(
            "no chain is chosen: use --dev or --chain with {}",
            choices()
        )),
        path if Path::new(path).is_file() => {
            file(path).map_err(|error| format!("the chain spec '{path}' is not usable: {error}"))
        }
        unknown => Err(format!("unknown chain '{unknown}': use {}", choices())),
    }
}

/// Reads a spec file.
///
/// Errors: the line and column, or the field, of what is wrong.
fn file(path: &str) -> Result<ChainSpec, String> {
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    let content = serde_json::from_slice(&bytes).map_err(|error| error.to_string())?;
    genesis::check_file(&content)?;
    let spec = ChainSpec::from_json_bytes(bytes)?;
    if !is_name(spec.id()) {
        return Err(format!(
            "'id': '{}' names the folder of the chain, and has to be made of letters, digits, \
             '-', '_' and '.', the first one no '.'",
            spec.id().escape_debug()
        ));
    }
    Ok(spec)
}

/// Whether a folder of this name lies where it is put.
fn is_name(id: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    !id.is_empty() && !id.starts_with('.') && id.chars().all(plain)
}

/// Where a value, or the rows of a map, of a pallet are in the state.
pub(crate) fn storage_key(pallet: &str, item: &str) -> Vec<u8> {
    [twox_128(pallet.as_bytes()), twox_128(item.as_bytes())].concat()
}

fn choices() -> String {
    let names: Vec<_> = presets::preset_names()
        .iter()
        .map(ToString::to_string)
        .collect();
    format!("{} or the path of a chain spec file", names.join(", "))
}

fn preset(id: &str, name: &str, chain_type: ChainType) -> Result<ChainSpec, String> {
    let code = WASM_BINARY
        .ok_or("this node was built without its runtime: build it without SKIP_WASM_BUILD")?;
    let mut properties = sc_service::Properties::new();
    properties.insert("tokenSymbol".into(), "TAO".into());
    properties.insert("tokenDecimals".into(), 9.into());
    properties.insert("ss58Format".into(), 42.into());
    let origin = Origin {
        preset: Some(id.into()),
    };
    Ok(ChainSpec::builder(code, origin)
        .with_name(name)
        .with_id(id)
        .with_protocol_id("subtensor")
        .with_chain_type(chain_type)
        .with_properties(properties)
        .with_genesis_config_preset_name(id)
        .build())
}
