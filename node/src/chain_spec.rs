//! The chains that the node knows by name, and those in spec files (design §4.2).

use std::path::Path;

use node_subtensor_runtime::{WASM_BINARY, genesis};
use sc_service::{ChainType, GenericChainSpec};

/// A chain's genesis and network settings.
pub type ChainSpec = GenericChainSpec;

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
    Ok(ChainSpec::builder(code, None)
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
    fn a_broken_file_is_named() {
        let path = std::env::temp_dir().join(format!("subtensor-spec-{}.json", std::process::id()));
        std::fs::write(&path, "{ \"name\": 7 }").unwrap();
        let error = load(path.to_str().unwrap()).err();
        std::fs::remove_file(&path).unwrap();
        assert!(error.unwrap().contains("is not usable"));
    }
}
