//! Times what accesses to the state of a chain take in the node's database, without the cache of
//! nodes of the trie that it has in memory: what an item costs that no block has touched of late.

use std::{
    error::Error,
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

use sc_client_api::{
    Backend as _, BlockImportOperation as _, HeaderBackend as _, NewBlockState, TrieCacheContext,
};
use sc_client_db::{Backend, BlocksPruning, DatabaseSettings, DatabaseSource};
use sp_io::hashing::twox_64;
use sp_runtime::{
    Digest, OpaqueExtrinsic, StateVersion, generic,
    traits::{BlakeTwo256, Header as _},
};
use sp_state_machine::{Backend as _, backend::IterArgs};
use sp_storage::well_known_keys::CODE;

use crate::times::Times;

/// Keys that are read.
pub(crate) const READS: usize = 20_000;
/// Blocks of each size that are written.
pub(crate) const BLOCKS: usize = 30;
/// Keys that a block changes, in the blocks that the price is of.
pub(crate) const WRITES: usize = 200;
/// Keys that a block changes.
const SIZES: [usize; 3] = [50, WRITES, 1_000];

/// What state is not yet final for, in blocks: that of a node.
const CANONICALIZATION_DELAY: u64 = 4_096;
/// Prices are whole multiples of that, in nanoseconds.
const UNIT: u128 = 100;

const TOO_SMALL: &str = "the state has too few keys";

type Header = generic::Header<u32, BlakeTwo256>;
type Block = generic::Block<Header, OpaqueExtrinsic>;
/// A key of the state.
type Key = Vec<u8>;
/// A key and its new value.
type Change = (Key, Vec<u8>);

/// What an access weighs, in picoseconds.
#[derive(Debug, PartialEq)]
pub(crate) struct Prices {
    /// To read an item.
    pub(crate) read: u128,
    /// To change an item.
    pub(crate) write: u128,
}

/// A chain on disk.
struct Chain(Backend<Block>);

/// How long a block took to write.
struct Written {
    /// To find its state root.
    root: Duration,
    /// All in all.
    whole: Duration,
}

/// Measures reads and writes of the best block's state, and prints what they take.
///
/// The database has more blocks afterwards, of which no runtime knows.
///
/// Errors: if there is no ParityDB of a chain in the folder, or if its state is too small.
pub(crate) fn measure(folder: &Path) -> Result<Prices, Box<dyn Error>> {
    let chain = Chain::open(folder)?;
    let keys = chain.keys()?;
    println!("    {} keys", keys.len());
    let mut keys = keys.into_iter();

    let reads = chain.read(&take(&mut keys, READS)?)?;
    let reads = Times::per_part(reads, 1);
    print("a read", &reads);

    let mut write = 0;
    for size in SIZES {
        let blocks = chain.write_blocks(&mut keys, size, BLOCKS)?;
        let parts = u32::try_from(size)?;
        let whole = Times::per_part(blocks.iter().map(|block| block.whole), parts);
        print(&format!("a write of {size} in a block"), &whole);
        let root = Times::per_part(blocks.iter().map(|block| block.root), parts);
        print("    of which the state root", &root);
        if size == WRITES {
            write = whole.average();
        }
    }
    Ok(Prices {
        read: price(reads.average()),
        write: price(write),
    })
}

impl Chain {
    fn open(folder: &Path) -> Result<Self, Box<dyn Error>> {
        // The SDK would make a database where there is none.
        if !folder.join("metadata").is_file() {
            return Err(format!("there is no ParityDB in {}", folder.display()).into());
        }
        Ok(Self(Backend::new(
            settings(folder),
            CANONICALIZATION_DELAY,
        )?))
    }

    /// The state of the best block, with nothing of it in memory.
    fn state(
        &self,
    ) -> Result<<Backend<Block> as sc_client_api::Backend<Block>>::State, Box<dyn Error>> {
        let best = self.0.blockchain().info().best_hash;
        Ok(self.0.state_at(best, TrieCacheContext::Trusted)?)
    }

    /// Every key of the state but that of the runtime, in an order that has nothing to do with
    /// where they are.
    fn keys(&self) -> Result<Vec<Key>, Box<dyn Error>> {
        let mut keys = Vec::new();
        for key in self.state()?.keys(IterArgs::default())? {
            let key = key?;
            if key != CODE {
                keys.push(key);
            }
        }
        keys.sort_by_cached_key(|key| twox_64(key));
        Ok(keys)
    }

    /// How long it takes to read each of those keys.
    fn read(&self, keys: &[Key]) -> Result<Vec<Duration>, Box<dyn Error>> {
        let mut times = Vec::with_capacity(keys.len());
        for key in keys {
            let state = self.state()?;
            let begun = Instant::now();
            let value = black_box(state.storage(key))?;
            times.push(begun.elapsed());
            value.ok_or("a key has no value")?;
        }
        Ok(times)
    }

    /// Writes so many blocks that change so many keys each, none of them twice.
    fn write_blocks(
        &self,
        keys: &mut impl Iterator<Item = Key>,
        size: usize,
        blocks: usize,
    ) -> Result<Vec<Written>, Box<dyn Error>> {
        // All before the first block, so that the processor's caches hold little of a path.
        let changes = self.changes(keys, size * blocks)?;
        changes
            .chunks(size)
            .map(|changes| self.write_block(changes))
            .collect()
    }

    /// Other values of the same length for keys that have any.
    fn changes(
        &self,
        keys: &mut impl Iterator<Item = Key>,
        count: usize,
    ) -> Result<Vec<Change>, Box<dyn Error>> {
        let state = self.state()?;
        let mut changes = Vec::with_capacity(count);
        while changes.len() < count {
            let key = keys.next().ok_or(TOO_SMALL)?;
            let mut value = state.storage(&key)?.ok_or("a key has no value")?;
            for byte in &mut value {
                *byte = byte.wrapping_add(1);
            }
            if !value.is_empty() {
                changes.push((key, value));
            }
        }
        Ok(changes)
    }

    /// Puts a block on top of the best one.
    fn write_block(&self, changes: &[Change]) -> Result<Written, Box<dyn Error>> {
        let best = self.0.blockchain().info();
        let state = self.state()?;
        let mut operation = self.0.begin_operation()?;
        self.0
            .begin_state_operation(&mut operation, best.best_hash)?;
        let delta = changes
            .iter()
            .map(|(key, value)| (key.as_slice(), Some(value.as_slice())));

        let begun = Instant::now();
        let (root, update) = state.storage_root(delta, StateVersion::V1);
        let until_root = begun.elapsed();
        operation.update_db_storage(update)?;
        let header = Header::new(
            best.best_number + 1,
            Default::default(),
            root,
            best.best_hash,
            Digest::default(),
        );
        operation.set_block_data(header, Some(vec![]), None, None, NewBlockState::Best, true)?;
        self.0.commit_operation(operation)?;
        Ok(Written {
            root: until_root,
            whole: begun.elapsed(),
        })
    }
}

/// A ParityDB that keeps of states what it always has, without a cache.
fn settings(folder: &Path) -> DatabaseSettings {
    DatabaseSettings {
        trie_cache_maximum_size: None,
        state_pruning: None,
        source: DatabaseSource::ParityDb {
            path: folder.into(),
        },
        blocks_pruning: BlocksPruning::KeepAll,
        pruning_filters: Vec::new(),
        metrics_registry: None,
    }
}

fn take(keys: &mut impl Iterator<Item = Key>, count: usize) -> Result<Vec<Key>, Box<dyn Error>> {
    let taken: Vec<Key> = keys.take(count).collect();
    if taken.len() < count {
        return Err(TOO_SMALL.into());
    }
    Ok(taken)
}

/// The price of so many nanoseconds.
fn price(nanoseconds: u128) -> u128 {
    nanoseconds.div_ceil(UNIT) * UNIT * 1_000
}

fn print(what: &str, times: &Times) {
    println!(
        "    {what}: {} ns on average, {} at the median, {} at the 99th percentile",
        times.average(),
        times.percentile(50),
        times.percentile(99)
    );
}

#[cfg(test)]
mod tests;
