//! The chains that the node knows by name, and those in spec files (design §4.2).

#[cfg(test)]
mod tests;

use std::path::Path;

use node_subtensor_runtime::{HostFunctions, WASM_BINARY, genesis};
use sc_chain_spec::{ChainSpecExtension, get_extension};
use sc_service::{ChainType, GenericChainSpec};
use serde::{Deserialize, Serialize};
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
pub(crate) fn genesis_storage(spec: &dyn sc_service::ChainSpec) -> Result<Storage, String> {
    match (
        get_extension::<Option<String>>(spec.extensions()),
        WASM_BINARY,
    ) {
        (Some(Some(preset)), Some(code)) => genesis::native::storage(&preset.as_str().into(), code),
        _ => spec.as_storage_builder().build_storage(),
    }
}

/// The chain of that name, or in that file.
///
/// Errors: what the operator should do instead, in one line.
pub(crate) fn load(id: &str) -> Result<ChainSpec, String> {
    match id {
        genesis::DEV => preset(id, "Development", ChainType::Development),
        genesis::DEV_12S => preset(id, "Development (12 s)", ChainType::Development),
        genesis::LOCAL => preset(id, "Local", ChainType::Local),
        genesis::LOCAL_12S => preset(id, "Local (12 s)", ChainType::Local),
        "" => Err(format!(
            "no chain is chosen: use --dev or --chain with {}",
            choices()
        )),
        path if Path::new(path).is_file() => ChainSpec::from_json_file(path.into())
            .map_err(|error| format!("the chain spec '{path}' is not usable: {error}")),
        unknown => Err(format!("unknown chain '{unknown}': use {}", choices())),
    }
}

fn choices() -> String {
    let names: Vec<_> = genesis::preset_names()
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
