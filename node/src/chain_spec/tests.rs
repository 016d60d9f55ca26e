use serde_json::{Value, json};
use sp_runtime::BuildStorage;

use super::*;

#[test]
fn a_wrong_name_lists_the_right_ones() {
    let Err(error) = load("finney") else {
        panic!("a chain that does not exist was found")
    };
    assert_eq!(
        error,
        "unknown chain 'finney': use dev, dev-12s, local, local-12s or the path \
         of a chain spec file"
    );
}

#[test]
fn native_genesis_is_that_of_the_blob() {
    for id in presets::preset_names() {
        let spec = load(id.as_ref()).unwrap();
        let of_blob = spec.build_storage().unwrap();
        let native = genesis_storage(&spec).unwrap();
        assert!(native.top == of_blob.top, "{id}");
        assert!(native.children_default.is_empty() && of_blob.children_default.is_empty());
    }
}

#[test]
fn the_name_of_a_preset_is_not_written_to_a_spec() {
    let json = load(presets::DEV).unwrap().as_json(false).unwrap();
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

/// A spec of the development chain as a file has it, changed by `change`.
fn changed(change: impl FnOnce(&mut Value)) -> Value {
    let json = load(presets::DEV).unwrap().as_json(false).unwrap();
    let mut spec = serde_json::from_str(&json).unwrap();
    change(&mut spec);
    spec
}

/// What a node says about such a file.
fn refused(change: impl FnOnce(&mut Value)) -> String {
    genesis::check_file(&changed(change)).unwrap_err()
}

#[test]
fn the_specs_of_all_presets_are_usable_as_files() {
    for id in presets::preset_names() {
        let json = load(id.as_ref()).unwrap().as_json(false).unwrap();
        genesis::check_file(&serde_json::from_str(&json).unwrap()).unwrap();
    }
}

#[test]
fn what_is_wrong_in_a_genesis_is_named_with_its_place() {
    let patch = "/genesis/runtimeGenesis/patch";
    let at = |spec: &mut Value, path: &str, value: Value| {
        *spec.pointer_mut(&format!("{patch}{path}")).unwrap() = value;
    };
    let beyond: Value = serde_json::from_str("18446744073709551616").unwrap();
    let error = refused(|spec| at(spec, "/balances/balances/0/1", beyond));
    assert!(error.contains("patch.balances.balances[0][1]'"), "{error}");
    let error = refused(|spec| at(spec, "/balances/balances/0/1", json!(u64::MAX)));
    assert!(error.contains("patch.balances.balances'"), "{error}");
    let error = refused(|spec| at(spec, "/balances/balances/0/0", json!("nobody")));
    assert!(error.contains("patch.balances'"), "{error}");
    for (path, key) in [
        ("", "balance"),
        ("/balances", "balance"),
        ("/subtensorModule", "x"),
    ] {
        let error = refused(|spec| {
            let fields = spec.pointer_mut(&format!("{patch}{path}")).unwrap();
            fields[key] = json!(1);
        });
        let place = format!("patch{}.{key}'", path.replace('/', "."));
        assert!(error.contains(&place), "{error}");
    }
    let error = refused(|spec| spec["bootnodes"] = json!([]));
    assert!(error.contains("'bootnodes'"), "{error}");
}

#[test]
fn an_id_stays_in_the_base_path() {
    for id in ["dev", "my_net-2.0"] {
        assert!(is_name(id), "{id}");
    }
    for id in ["", ".", "..", "../x", "a/b", "/x", "a\0b", "a b", ".hidden"] {
        assert!(!is_name(id), "{id}");
    }
}

#[test]
fn a_chain_needs_authorities() {
    for field in ["aura", "grandpa"] {
        let spec = changed(|spec| {
            spec["genesis"]["runtimeGenesis"]["patch"][field]["authorities"] = json!([]);
        });
        let spec = ChainSpec::from_json_bytes(spec.to_string().into_bytes()).unwrap();
        let error = genesis_storage(&spec).unwrap_err();
        assert!(error.contains(&format!("'{field}.authorities'")), "{error}");
    }
}
