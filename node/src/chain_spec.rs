//! The chains that the node knows by name, and those in spec files (design §4.2).

use std::path::Path;

use node_subtensor_runtime::{WASM_BINARY, genesis};
use sc_chain_spec::{ChainSpecExtension, get_extension};
use sc_service::{ChainType, GenericChainSpec};
use serde::{Deserialize, Serialize};
use sp_storage::Storage;

/// A chain's genesis and network settings.
pub type ChainSpec = GenericChainSpec<Origin>;

/// Where a spec comes from; no part of a spec file.
#[derive(ChainSpecExtension, Clone, Debug, Default, Deserialize, Serialize)]
pub struct Origin {
    /// The preset that the spec stands for.
    #[serde(skip)]
    preset: Option<String>,
}

/// The state of a chain's first block. That of a preset is built natively, without compiling the runtime for it.
pub fn genesis_storage(spec: &dyn sc_service::ChainSpec) -> Result<Storage, String> {
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
pub fn load(id: &str) -> Result<ChainSpec, String> {
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

#[cfg(test)]
mod tests {
    use sp_runtime::BuildStorage;

    use super::*;

    #[test]
    fn a_wrong_name_lists_the_right_ones() {
        let Err(error) = load("finney") else {
            panic!("a chain that does not exist was found")
        };
        assert_eq!(
            error,
            "unknown chain 'finney': use dev, dev-12s, local, local-12s or the path of a chain spec file"
        );
    }

    #[test]
    fn native_genesis_is_that_of_the_blob() {
        for id in genesis::preset_names() {
            let spec = load(id.as_ref()).unwrap();
            let of_blob = spec.build_storage().unwrap();
            let native = genesis_storage(&spec).unwrap();
            assert!(native.top == of_blob.top, "{id}");
            assert!(native.children_default.is_empty() && of_blob.children_default.is_empty());
        }
    }

    #[test]
    fn the_name_of_a_preset_is_not_written_to_a_spec() {
        let json = load(genesis::DEV).unwrap().as_json(false).unwrap();
        let spec = ChainSpec::from_json_bytes(json.into_bytes()).unwrap();
        let named = get_extension::<Option<String>>(sc_service::ChainSpec::extensions(&spec));
        assert_eq!(named, Some(&None));
    }

    #[test]
    fn a_broken_file_is_named() {
        let path = std::env::temp_dir().join(format!("subtensor-spec-{}.json", std::process::id()));
        std::fs::write(&path, "{ \"name\": 7 }").unwrap();
        let error = load(path.to_str().unwrap()).err();
        std::fs::remove_file(&path).unwrap();
        assert!(error.unwrap().contains("is not usable"));
    }
}
