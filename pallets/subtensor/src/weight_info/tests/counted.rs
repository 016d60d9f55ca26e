//! State that counts which of its items are touched, as declared weights count them: each read
//! once, and not those that were written before; each written once, and not those whose change was
//! rolled back. A look for the next key is a read. Tests of weights and the program that measures
//! them count by this.

use std::{
    any::{Any, TypeId},
    collections::BTreeSet,
};

use sp_core::storage::{ChildInfo, StateVersion, TrackedStorageKey};
use sp_externalities::{Error, Extension, ExtensionStore, Externalities, MultiRemovalResults};
use sp_io::hashing::twox_128;

/// Passes everything on, and remembers what was touched.
pub(crate) struct Counting<'a> {
    inner: &'a mut dyn Externalities,
    reads: BTreeSet<Vec<u8>>,
    /// Of them those that were read more than once.
    again: BTreeSet<Vec<u8>>,
    /// One set for each open layer of changes.
    writes: Vec<BTreeSet<Vec<u8>>>,
}

/// What every block and every extrinsic touches anyway: the number of the block, its events, and
/// bookkeeping.
fn is_free(key: &[u8]) -> bool {
    let names = [
        "Number",
        "ParentHash",
        "Events",
        "EventCount",
        "ExecutionPhase",
    ];
    let is_of_system =
        |name: &&str| key == [twox_128(b"System"), twox_128(name.as_bytes())].concat();
    key.starts_with(b":") || names.iter().any(is_of_system)
}

impl<'a> Counting<'a> {
    /// Nothing is touched yet.
    pub(crate) fn new(inner: &'a mut dyn Externalities) -> Self {
        Self {
            inner,
            reads: BTreeSet::new(),
            again: BTreeSet::new(),
            writes: vec![BTreeSet::new()],
        }
    }

    /// How many items were read, and how many written.
    pub(crate) fn counts(&self) -> (usize, usize) {
        let writes = self.writes.iter().map(BTreeSet::len).sum();
        (self.reads.len(), writes)
    }

    /// Keys that were read more than once.
    pub(crate) fn again(&self) -> &BTreeSet<Vec<u8>> {
        &self.again
    }

    fn read(&mut self, key: &[u8]) {
        let is_written = self.writes.iter().any(|layer| layer.contains(key));
        if !is_written && !is_free(key) {
            self.note(key.to_vec());
        }
    }

    fn note(&mut self, key: Vec<u8>) {
        if self.reads.contains(&key) {
            self.again.insert(key);
        } else {
            self.reads.insert(key);
        }
    }

    fn write(&mut self, key: &[u8]) {
        if !is_free(key) {
            let layer = self.writes.last_mut().expect("one layer is always open");
            layer.insert(key.to_vec());
        }
    }
}

impl Externalities for Counting<'_> {
    fn storage(&mut self, key: &[u8]) -> Option<Vec<u8>> {
        self.read(key);
        self.inner.storage(key)
    }

    fn storage_hash(&mut self, key: &[u8]) -> Option<Vec<u8>> {
        self.read(key);
        self.inner.storage_hash(key)
    }

    fn exists_storage(&mut self, key: &[u8]) -> bool {
        self.read(key);
        self.inner.exists_storage(key)
    }

    fn next_storage_key(&mut self, key: &[u8]) -> Option<Vec<u8>> {
        self.reads.insert([b"after ", key].concat());
        self.inner.next_storage_key(key)
    }

    fn place_storage(&mut self, key: Vec<u8>, value: Option<Vec<u8>>) {
        self.write(&key);
        self.inner.place_storage(key, value);
    }

    fn storage_append(&mut self, key: Vec<u8>, value: Vec<u8>) {
        self.read(&key);
        self.write(&key);
        self.inner.storage_append(key, value);
    }

    fn clear_prefix(
        &mut self,
        prefix: &[u8],
        limit: Option<u32>,
        cursor: Option<&[u8]>,
    ) -> MultiRemovalResults {
        let removed = self.inner.clear_prefix(prefix, limit, cursor);
        for index in 0..removed.loops {
            let index = index.to_le_bytes();
            self.reads.insert([b"in ", prefix, &index].concat());
        }
        for index in 0..removed.backend {
            self.write(&[b"in ", prefix, &index.to_le_bytes()].concat());
        }
        removed
    }

    fn storage_start_transaction(&mut self) {
        self.writes.push(BTreeSet::new());
        self.inner.storage_start_transaction();
    }

    fn storage_rollback_transaction(&mut self) -> Result<(), ()> {
        self.writes.pop();
        self.inner.storage_rollback_transaction()
    }

    fn storage_commit_transaction(&mut self) -> Result<(), ()> {
        let layer = self.writes.pop().expect("a layer was opened");
        let below = self.writes.last_mut().expect("one layer is always open");
        below.extend(layer);
        self.inner.storage_commit_transaction()
    }

    fn storage_root(&mut self, version: StateVersion) -> Vec<u8> {
        self.inner.storage_root(version)
    }

    fn set_offchain_storage(&mut self, key: &[u8], value: Option<&[u8]>) {
        self.inner.set_offchain_storage(key, value);
    }

    fn child_storage_hash(&mut self, child: &ChildInfo, key: &[u8]) -> Option<Vec<u8>> {
        self.inner.child_storage_hash(child, key)
    }

    fn child_storage(&mut self, child: &ChildInfo, key: &[u8]) -> Option<Vec<u8>> {
        self.inner.child_storage(child, key)
    }

    fn next_child_storage_key(&mut self, child: &ChildInfo, key: &[u8]) -> Option<Vec<u8>> {
        self.inner.next_child_storage_key(child, key)
    }

    fn kill_child_storage(
        &mut self,
        child: &ChildInfo,
        limit: Option<u32>,
        cursor: Option<&[u8]>,
    ) -> MultiRemovalResults {
        self.inner.kill_child_storage(child, limit, cursor)
    }

    fn clear_child_prefix(
        &mut self,
        child: &ChildInfo,
        prefix: &[u8],
        limit: Option<u32>,
        cursor: Option<&[u8]>,
    ) -> MultiRemovalResults {
        self.inner.clear_child_prefix(child, prefix, limit, cursor)
    }

    fn place_child_storage(&mut self, child: &ChildInfo, key: Vec<u8>, value: Option<Vec<u8>>) {
        self.inner.place_child_storage(child, key, value);
    }

    fn child_storage_root(&mut self, child: &ChildInfo, version: StateVersion) -> Vec<u8> {
        self.inner.child_storage_root(child, version)
    }

    fn wipe(&mut self) {
        self.inner.wipe();
        self.writes = vec![BTreeSet::new()];
    }

    /// What was written until then still counts.
    fn commit(&mut self) {
        self.inner.commit();
        self.writes = vec![self.writes.drain(..).flatten().collect()];
    }

    /// Reads, of them again, writes, of them again: the second and the fourth are not asked for.
    fn read_write_count(&self) -> (u32, u32, u32, u32) {
        let (reads, writes) = self.counts();
        (reads as u32, 0, writes as u32, 0)
    }

    fn reset_read_write_count(&mut self) {
        self.reads.clear();
        self.again.clear();
        self.writes.iter_mut().for_each(BTreeSet::clear);
    }

    fn get_whitelist(&self) -> Vec<TrackedStorageKey> {
        self.inner.get_whitelist()
    }

    fn set_whitelist(&mut self, new: Vec<TrackedStorageKey>) {
        self.inner.set_whitelist(new);
    }

    fn get_read_and_written_keys(&self) -> Vec<(Vec<u8>, u32, u32, bool)> {
        self.inner.get_read_and_written_keys()
    }
}

impl ExtensionStore for Counting<'_> {
    fn extension_by_type_id(&mut self, id: TypeId) -> Option<&mut dyn Any> {
        self.inner.extension_by_type_id(id)
    }

    fn register_extension_with_type_id(
        &mut self,
        id: TypeId,
        extension: Box<dyn Extension>,
    ) -> Result<(), Error> {
        self.inner.register_extension_with_type_id(id, extension)
    }

    fn deregister_extension_by_type_id(&mut self, id: TypeId) -> Result<(), Error> {
        self.inner.deregister_extension_by_type_id(id)
    }
}
