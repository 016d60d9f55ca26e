//! The genesis of a preset without the WebAssembly runtime, which a node would have to compile just
//! for this.

use serde_json::Value;
use sp_genesis_builder::PresetId;
use sp_runtime::BuildStorage;
use sp_storage::{Storage, well_known_keys::CODE};

use crate::{RuntimeGenesisConfig, genesis::preset_patch};

/// State of the first block of a preset's chain that runs `code`. It equals what the blob itself
/// would build.
///
/// Errors: there is no such preset.
pub fn storage(id: &PresetId, code: &[u8]) -> Result<Storage, String> {
    let patch = preset_patch(id).ok_or_else(|| format!("there is no preset '{id}'"))?;
    let mut config =
        serde_json::to_value(RuntimeGenesisConfig::default()).map_err(|error| error.to_string())?;
    merge(&mut config, patch);
    let config: RuntimeGenesisConfig =
        serde_json::from_value(config).map_err(|error| error.to_string())?;
    let mut storage = config.build_storage()?;
    storage.top.insert(CODE.to_vec(), code.to_vec());
    Ok(storage)
}

/// Puts the values of a patch in the place of the defaults.
fn merge(config: &mut Value, patch: Value) {
    match (config, patch) {
        (Value::Object(fields), Value::Object(patch)) => {
            for (name, value) in patch {
                merge(fields.entry(name).or_insert(Value::Null), value);
            }
        }
        (config, patch) => *config = patch,
    }
}
