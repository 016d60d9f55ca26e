use std::{fs, path::PathBuf};

use sp_storage::Storage;

use super::*;

/// A folder that goes with its test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("bench-weights-{name}-{}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).ok();
    }
}

/// A chain of a genesis with those values, in a new database.
fn chain(folder: &Folder, values: &[&[u8]]) -> Chain {
    let backend =
        Backend::<Block>::new(settings(&folder.0), CANONICALIZATION_DELAY).expect("a new one");
    let mut genesis = Storage::default();
    genesis.top.insert(CODE.to_vec(), vec![0; 8]);
    for (index, value) in (0_u8..).zip(values) {
        genesis.top.insert(vec![index; 32], value.to_vec());
    }
    let mut operation = backend.begin_operation().expect("open");
    let root = operation
        .set_genesis_state(genesis, true, StateVersion::V1)
        .expect("the first");
    let zero = Default::default();
    let header = Header::new(0, zero, root, zero, Digest::default());
    operation
        .set_block_data(header, Some(vec![]), None, None, NewBlockState::Final, true)
        .expect("the first");
    backend.commit_operation(operation).expect("room");
    Chain(backend)
}

#[test]
fn nothing_is_made_where_there_is_no_database() {
    let folder = Folder::new("nothing");
    let error = measure(&folder.0).expect_err("no database").to_string();
    assert!(error.starts_with("there is no ParityDB in "), "{error}");
    assert!(!folder.0.exists());
}

#[test]
fn a_state_that_is_too_small_is_refused() {
    let folder = Folder::new("small");
    drop(chain(&folder, &[b"one", b"two"]));
    let error = measure(&folder.0).expect_err("two keys").to_string();
    assert_eq!(error, TOO_SMALL);
}

#[test]
fn the_runtime_is_no_item() {
    let folder = Folder::new("keys");
    let chain = chain(&folder, &[b"one", b"two", b"three"]);
    let mut keys = chain.keys().expect("readable");
    assert_eq!(chain.read(&keys).expect("readable").len(), 3);
    keys.sort();
    assert_eq!(keys, [vec![0; 32], vec![1; 32], vec![2; 32]]);
}

#[test]
fn blocks_change_values_but_not_their_lengths() {
    let folder = Folder::new("blocks");
    let long = [255_u8; 40];
    let values: [&[u8]; 5] = [b"one", b"", b"three", &long, b"five"];
    let chain = chain(&folder, &values);
    let keys: Vec<Key> = (0..5).map(|index| vec![index; 32]).collect();
    let written = chain
        .write_blocks(&mut keys.clone().into_iter(), 2, 2)
        .expect("enough keys");

    assert_eq!(written.len(), 2);
    assert!(written.iter().all(|block| block.root <= block.whole));
    assert_eq!(chain.0.blockchain().info().best_number, 2);
    let state = chain.state().expect("that of the best block");
    let read = |key: &Key| state.storage(key).expect("readable").expect("stored");
    let found: Vec<Vec<u8>> = keys.iter().map(read).collect();
    assert_eq!(
        found,
        [
            b"pof".to_vec(),
            vec![],
            b"uisff".to_vec(),
            vec![0; 40],
            b"gjwf".to_vec()
        ]
    );
}

#[test]
fn prices_are_rounded_up() {
    assert_eq!(price(4_201), 4_300_000);
    assert_eq!(price(4_300), 4_300_000);
}
