use std::path::PathBuf;

use super::*;

/// A place of its own for a test.
fn place(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("subtensor-preflight-{name}-{}", std::process::id()))
}

#[test]
fn a_folder_is_made_and_left_empty() {
    let path = place("made");
    folder(&path, 1).unwrap();
    assert_eq!(fs::read_dir(&path).unwrap().count(), 0);
    fs::remove_dir_all(path).unwrap();
}

#[test]
fn a_folder_that_cannot_be_used_is_named() {
    let file = place("file");
    fs::write(&file, "in the way").unwrap();
    let error = folder(&file.join("base"), 1).unwrap_err();
    assert!(
        error.contains(&format!("'{}/base'", file.display())),
        "{error}"
    );
    fs::remove_file(file).unwrap();
}

#[test]
fn a_full_disk_is_called_full() {
    let path = place("full");
    let error = folder(&path, u64::MAX).unwrap_err();
    assert!(
        error.contains("is full") && error.contains("--base-path"),
        "{error}"
    );
    fs::remove_dir_all(path).unwrap();
}

#[test]
fn a_network_key_that_is_none_is_named() {
    let file = place("key");
    let key = NodeKeyConfig::Ed25519(Secret::File(file.clone()));
    network_key(&key).unwrap();
    fs::write(&file, "garbage").unwrap();
    let error = network_key(&key).unwrap_err();
    assert!(error.contains(&file.display().to_string()), "{error}");
    fs::remove_file(file).unwrap();
}

#[test]
fn only_tcp_is_looked_at() {
    for (address, found) in [
        ("/ip4/127.0.0.1/tcp/30333", Some("127.0.0.1:30333")),
        ("/ip6/::/tcp/30333/ws", Some("[::]:30333")),
        ("/ip4/0.0.0.0/udp/30333/webrtc-direct", None),
        ("/dns/localhost/tcp/30333", None),
    ] {
        let found = found.map(|text: &str| text.parse().unwrap());
        assert_eq!(socket(&address.parse().unwrap()), found, "{address}");
    }
}

#[test]
fn a_port_that_is_taken_is_named_with_its_flag() {
    let holder = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = holder.local_addr().unwrap();
    let error = free(address, "peers", "another --port").unwrap_err();
    let port = format!("the port {}, or give another --port", address.port());
    assert!(
        error.contains(&format!("for peers on {address}")) && error.contains(&port),
        "{error}"
    );
    drop(holder);
    free(address, "peers", "another --port").unwrap();
}
