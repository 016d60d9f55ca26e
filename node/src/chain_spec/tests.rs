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
