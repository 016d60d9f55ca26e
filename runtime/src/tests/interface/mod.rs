//! `interface.txt`: what clients can see of the runtime in its metadata, a line for each thing and
//! no documentation. A change of the interface is a change of that file. The test compares; with
//! the environment variable `UPDATE_INTERFACE` set it writes the file instead.

extern crate std;

pub(super) mod render;
mod types;

use alloc::{
    collections::BTreeSet,
    format,
    string::{String, ToString},
    vec::Vec,
};

use codec::Decode;
use frame_metadata::{RuntimeMetadata, RuntimeMetadataPrefixed, v16::RuntimeMetadataV16};

use crate::metadata;

/// The newest version says most: it has the runtime API and the versions of both.
const VERSION: u32 = 16;
const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/interface.txt");

const HEAD: &str = "\
The interface of the runtime as its metadata has it, on a chain with 12 s blocks.
Generated; to write it anew: UPDATE_INTERFACE=1 SKIP_WASM_BUILD=1 \\
cargo test --release --locked --workspace --lib -- interface_is_as_committed
";

fn newest() -> RuntimeMetadataV16 {
    // Constants that depend on the timing profile read it from storage.
    let encoded = sp_io::TestExternalities::default()
        .execute_with(|| metadata::at_version(VERSION))
        .expect("the version is there");
    match RuntimeMetadataPrefixed::decode(&mut &encoded[..]) {
        Ok(RuntimeMetadataPrefixed(_, RuntimeMetadata::V16(metadata))) => metadata,
        other => panic!("no metadata of version {VERSION}: {other:?}"),
    }
}

/// Lines of `now` that `then` lacks, with a sign in front.
fn added(sign: char, then: &str, now: &str) -> Vec<String> {
    let then: BTreeSet<&str> = then.lines().collect();
    now.lines()
        .filter(|line| !then.contains(line))
        .map(|line| format!("{sign} {line}"))
        .collect()
}

#[test]
fn interface_is_as_committed() {
    let interface = HEAD.to_string() + &render::interface(&newest());
    if std::env::var_os("UPDATE_INTERFACE").is_some() {
        std::fs::write(PATH, &interface).unwrap();
    }
    let committed = std::fs::read_to_string(PATH).unwrap_or_default();
    let mut changes = added('-', &interface, &committed);
    changes.extend(added('+', &committed, &interface));
    assert!(
        committed == interface,
        "runtime/interface.txt differs from the metadata; its head says how to write it anew:\n{}",
        changes.join("\n")
    );
}
