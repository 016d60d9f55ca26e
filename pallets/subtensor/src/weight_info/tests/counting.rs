//! Counts the items of state that something touches, as declared weights count them: each read
//! once, and not those that were written before; each written once, and not those whose change was
//! rolled back. A look for the next key is a read.

use std::{
    any::{Any, TypeId},
    collections::BTreeSet,
};

use frame_support::weights::{RuntimeDbWeight, Weight};
use sp_core::storage::{ChildInfo, StateVersion, TrackedStorageKey};
use sp_externalities::{
    Error, Extension, ExtensionStore, Externalities, MultiRemovalResults,
    set_and_run_with_externalities,
};
use sp_io::hashing::twox_128;

/// How many items were touched.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Touched {
    pub reads: u64,
    pub writes: u64,
}

impl Touched {
    pub(crate) fn fits(self, declared: Self) -> bool {
        self.reads <= declared.reads && self.writes <= declared.writes
    }
}

const READ: u32 = 35;
const WRITE: u32 = 50;
/// Prices that leave reads, writes and the rest of a weight apart from each other, up to 32 768 of
/// the ones and 16 384 of the others. Time beyond 34 ms counts as another read for each.
pub(crate) const PRICES: RuntimeDbWeight = RuntimeDbWeight {
    read: 1 << READ,
    write: 1 << WRITE,
};

/// The reads and writes in a weight at those prices.
pub(crate) fn accesses(weight: Weight) -> Touched {
    let writes = weight.ref_time() >> WRITE;
    Touched {
        reads: (weight.ref_time() >> READ) - (writes << (WRITE - READ)),
        writes,
    }
}

/// Runs something on a state, counts what it touches of it, and takes it back. What was prepared
/// before is as if in an earlier block.
pub(crate) fn count<R>(
    state: &mut sp_io::TestExternalities,
    run: impl FnOnce() -> R,
) -> (R, Touched) {
    let (result, touched, _) = watch(state, run);
    (result, touched)
}

/// The same, with the keys of the items that were read more than once.
pub(crate) fn watch<R>(
    state: &mut sp_io::TestExternalities,
    run: impl FnOnce() -> R,
) -> (R, Touched, BTreeSet<Vec<u8>>) {
    state.commit_all().expect("the state can be committed");
    let mut inner = state.ext();
    inner.storage_start_transaction();
    let mut counting = Counting {
        inner: &mut inner,
        reads: BTreeSet::new(),
        again: BTreeSet::new(),
        writes: vec![BTreeSet::new()],
    };
    let result = set_and_run_with_externalities(&mut counting, run);
    let touched = Touched {
        reads: counting.reads.len() as u64,
        writes: counting.writes.iter().map(BTreeSet::len).sum::<usize>() as u64,
    };
    let again = counting.again;
    inner
        .storage_rollback_transaction()
        .expect("every other layer is closed");
    (result, touched, again)
}

struct Counting<'a> {
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

impl Counting<'_> {
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
    }

    fn commit(&mut self) {
        self.inner.commit();
    }

    fn read_write_count(&self) -> (u32, u32, u32, u32) {
        self.inner.read_write_count()
    }

    fn reset_read_write_count(&mut self) {
        self.inner.reset_read_write_count();
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

#[test]
fn reads_and_writes_are_counted_once_and_rolled_back_changes_are_none() {
    use frame_support::storage::{TransactionOutcome, unhashed, with_transaction_unchecked};
    let mut state = sp_io::TestExternalities::default();
    state.execute_with(|| unhashed::put(b"old", &1u8));
    let ((), touched) = count(&mut state, || {
        for _ in 0..2 {
            assert_eq!(unhashed::get::<u8>(b"old"), Some(1));
        }
        unhashed::put(b"new", &1u8);
        assert!(unhashed::exists(b"new"));
        with_transaction_unchecked(|| {
            unhashed::put(b"undone", &1u8);
            TransactionOutcome::Rollback(())
        });
        with_transaction_unchecked(|| {
            unhashed::put(b"kept", &1u8);
            TransactionOutcome::Commit(())
        });
    });
    let expected = Touched {
        reads: 1,
        writes: 2,
    };
    assert_eq!(touched, expected);
}
