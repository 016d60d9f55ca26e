//! What is wrong with the genesis of a spec file, said with its place in the file: the runtime
//! refuses most of it as well, but in terms of a text that nobody has written.

use node_subtensor_runtime::{RuntimeGenesisConfig, WASM_BINARY};
use serde_json::Value;
use sp_core::bytes::from_hex;
use sp_storage::Storage;

use super::storage_key;

/// Fields of a spec file.
const FIELDS: [&str; 11] = [
    "name",
    "id",
    "chainType",
    "bootNodes",
    "telemetryEndpoints",
    "protocolId",
    "forkId",
    "properties",
    "consensusEngine",
    "codeSubstitutes",
    "genesis",
];

/// Whether a spec file holds what a node can start with, as far as the file itself shows.
///
/// Errors: the place of what is wrong, and what is wrong with it.
pub(super) fn check_file(spec: &Value) -> Result<(), String> {
    if let Some(unknown) = unknown_key(spec, &FIELDS) {
        return Err(format!(
            "'{unknown}': no field of a chain spec has this name"
        ));
    }
    let Some(genesis) = spec.pointer("/genesis/runtimeGenesis") else {
        return Ok(());
    };
    for form in ["patch", "config"] {
        if let Some(config) = genesis.get(form) {
            let place = format!("genesis.runtimeGenesis.{form}");
            check_numbers(config, &place)?;
            check_balances(config, &place)?;
            if is_own_code(genesis) {
                check_config(config, &place)?;
            }
        }
    }
    Ok(())
}

fn unknown_key<'a>(object: &'a Value, known: &[&str]) -> Option<&'a str> {
    let mut keys = object.as_object()?.keys().map(String::as_str);
    keys.find(|key| !known.contains(key))
}

/// Every number of a genesis is whole, and fits into 64 bits.
fn check_numbers(value: &Value, place: &str) -> Result<(), String> {
    match value {
        Value::Number(number) if !number.is_u64() => Err(format!(
            "'{place}': {number} is no whole number from 0 to {}",
            u64::MAX
        )),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .try_for_each(|(index, item)| check_numbers(item, &format!("{place}[{index}]"))),
        Value::Object(fields) => fields
            .iter()
            .try_for_each(|(key, field)| check_numbers(field, &format!("{place}.{key}"))),
        _ => Ok(()),
    }
}

/// All balances together fit into 64 bits, as the issuance has to.
fn check_balances(config: &Value, place: &str) -> Result<(), String> {
    let balances = config
        .pointer("/balances/balances")
        .and_then(Value::as_array);
    let amounts = balances.into_iter().flatten().filter_map(|row| row.get(1));
    let sum: u128 = amounts.filter_map(Value::as_u64).map(u128::from).sum();
    if sum > u128::from(u64::MAX) {
        return Err(format!(
            "'{place}.balances.balances': {sum} rao in all, and at most {} can exist",
            u64::MAX
        ));
    }
    Ok(())
}

/// Whether the spec has the runtime of this node, whose genesis is known natively.
fn is_own_code(genesis: &Value) -> bool {
    let code = genesis.get("code").and_then(Value::as_str);
    let code = code.and_then(|text| from_hex(text).ok());
    code.is_some() && code.as_deref() == WASM_BINARY
}

/// Every key is known, and every pallet takes what is said of it.
fn check_config(config: &Value, place: &str) -> Result<(), String> {
    let default =
        serde_json::to_value(RuntimeGenesisConfig::default()).map_err(|error| error.to_string())?;
    check_keys(config, &default, place)?;
    for (pallet, fields) in config.as_object().into_iter().flatten() {
        let mut alone = default.clone();
        if let Some(own) = alone.get_mut(pallet) {
            merge(own, fields);
        }
        serde_json::from_value::<RuntimeGenesisConfig>(alone)
            .map_err(|error| format!("'{place}.{pallet}': {error}"))?;
    }
    Ok(())
}

fn check_keys(value: &Value, default: &Value, place: &str) -> Result<(), String> {
    let (Value::Object(fields), Value::Object(known)) = (value, default) else {
        return Ok(());
    };
    for (key, field) in fields {
        let place = format!("{place}.{key}");
        match known.get(key) {
            Some(default) => check_keys(field, default, &place)?,
            None => {
                let names: Vec<_> = known.keys().map(String::as_str).collect();
                return Err(format!("'{place}': unknown, expected {}", names.join(", ")));
            }
        }
    }
    Ok(())
}

/// Puts what is said of a genesis in the place of the defaults.
fn merge(config: &mut Value, said: &Value) {
    match (config, said) {
        (Value::Object(fields), Value::Object(said)) => {
            for (key, value) in said {
                merge(fields.entry(key).or_insert(Value::Null), value);
            }
        }
        (config, said) => *config = said.clone(),
    }
}

/// Whether somebody makes the blocks of a chain and somebody finalizes them.
///
/// Errors: what names nobody.
pub(super) fn check_authorities(storage: &Storage) -> Result<(), String> {
    for (pallet, field, what) in [
        ("Aura", "aura", "makes blocks"),
        ("Grandpa", "grandpa", "finalizes them"),
    ] {
        let key = storage_key(pallet, "Authorities");
        // The encoding of a list begins with its length.
        if storage
            .top
            .get(&key)
            .is_none_or(|list| matches!(list.first(), None | Some(0)))
        {
            return Err(format!(
                "the genesis of the chain spec has no authorities in '{field}.authorities': \
                 nobody {what}"
            ));
        }
    }
    Ok(())
}
