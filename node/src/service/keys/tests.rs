use std::{fs, path::PathBuf};

use sc_service::KeystoreContainer;

use super::*;

/// A keystore in a folder of its own.
fn keystore(name: &str) -> (KeystoreContainer, KeystoreConfig, PathBuf) {
    let path = std::env::temp_dir().join(format!("subtensor-keys-{name}-{}", std::process::id()));
    let config = KeystoreConfig::Path {
        path: path.clone(),
        password: None,
    };
    (KeystoreContainer::new(&config).unwrap(), config, path)
}

#[test]
fn an_authority_needs_a_key_of_each_kind() {
    let (container, config, path) = keystore("kinds");
    let keys = container.keystore();
    let missing = |finalizes| {
        let problem = check(&*keys, &config, finalizes).unwrap_err().to_string();
        assert!(
            problem.contains(&format!("'{}'", path.display())),
            "{problem}"
        );
        problem
    };
    assert!(missing(true).contains("no key of type aura"));
    keys.sr25519_generate_new(key_types::AURA, None).unwrap();
    assert!(missing(true).contains("no key of type gran"));
    check(&*keys, &config, false).unwrap();
    keys.ed25519_generate_new(key_types::GRANDPA, None).unwrap();
    check(&*keys, &config, true).unwrap();
    fs::remove_dir_all(path).unwrap();
}

#[test]
fn a_key_that_does_not_sign_is_named() {
    let (container, config, path) = keystore("garbage");
    let keys = container.keystore();
    keys.ed25519_generate_new(key_types::GRANDPA, None).unwrap();
    let public = keys.sr25519_generate_new(key_types::AURA, None).unwrap();
    check(&*keys, &config, true).unwrap();
    let name = HexDisplay::from(&public.0.as_slice()).to_string();
    let file = path.join(format!("61757261{name}"));
    for content in ["", "garbage", "\"//Alice\""] {
        fs::write(&file, content).unwrap();
        let problem = check(&*keys, &config, true).unwrap_err().to_string();
        assert!(
            problem.contains(&name) && problem.contains("not usable"),
            "{problem}"
        );
        assert!(
            !problem.contains("Alice"),
            "a secret is in the message: {problem}"
        );
    }
    fs::remove_dir_all(path).unwrap();
}
