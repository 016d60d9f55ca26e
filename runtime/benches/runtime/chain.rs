//! A chain whose blocks are made one call into the runtime at a time, as the node makes them: the
//! blob runs in the node's executor, state is a trie in memory behind the node's trie cache,
//! changes collect in an overlay.

use std::{
    borrow::Cow,
    time::{Duration, Instant},
};

use codec::{Decode, Encode};
use node_subtensor_runtime::{
    Aura, BlockNumber, Header, HostFunctions, RuntimeCall, UncheckedExtrinsic, WASM_BINARY, genesis,
};
use sc_executor::WasmExecutor;
use sp_core::{
    H256,
    traits::{CallContext, RuntimeCode, WrappedRuntimeCode},
};
use sp_externalities::{Extensions, set_and_run_with_externalities};
use sp_runtime::{
    ApplyExtrinsicResult, Digest, DigestItem, StateVersion,
    traits::{BlakeTwo256, Header as _},
};
use sp_state_machine::{
    BasicExternalities, Ext, InMemoryBackend, OverlayedChanges, StateMachine, TrieBackend,
    TrieBackendBuilder,
};
use sp_trie::{
    PrefixedMemoryDB,
    cache::{CacheSize, LocalTrieCache, SharedTrieCache},
};

use crate::{
    counter::Reads,
    population::{self, Size},
};

/// What the node gives to its trie cache unless told otherwise, bytes.
const CACHE_BYTES: usize = 1 << 30;

/// How often the start of a block is timed again.
const REPEATS: usize = 3;

type Hasher = BlakeTwo256;
type CachedState<'a> =
    TrieBackend<&'a PrefixedMemoryDB<Hasher>, Hasher, LocalTrieCache<Hasher>, Reads>;

/// A chain and the node's means to run it.
pub(crate) struct Chain {
    state: InMemoryBackend<Hasher>,
    cache: SharedTrieCache<Hasher>,
    executor: WasmExecutor<HostFunctions>,
    blob: &'static [u8],
    best: BlockNumber,
    /// Number of items of state at the start.
    pub items: usize,
}

/// A block that is being made.
pub(crate) struct OpenBlock<'a> {
    chain: &'a Chain,
    state: CachedState<'a>,
    pub(crate) overlay: OverlayedChanges<Hasher>,
    reads: Option<Reads>,
    pub number: BlockNumber,
}

/// Items of state that something touches, each counted once.
#[derive(Clone, Copy)]
pub(crate) struct Touched {
    pub reads: usize,
    pub writes: usize,
}

/// How long the two ends of a block took.
pub(crate) struct Ends {
    /// When some of the state was not in the cache.
    pub first: Duration,
    /// When all of it was; the fastest of some.
    pub initialize: Duration,
    /// With the state root.
    pub finalize: Duration,
}

impl Chain {
    /// A chain with a populated state, on the slow profile.
    pub(crate) fn start(size: Size) -> Self {
        let blob = WASM_BINARY.expect("the runtime is built with its blob");
        let preset = genesis::DEV_12S.into();
        let mut storage = genesis::native::storage(&preset, blob).expect("the preset exists");
        BasicExternalities::execute_with_storage(&mut storage, || population::populate(size));
        let chain = Self {
            items: storage.top.len(),
            state: (storage, StateVersion::V1).into(),
            cache: SharedTrieCache::new(CacheSize::new(CACHE_BYTES), None),
            executor: WasmExecutor::builder().build(),
            blob,
            best: population::START,
        };
        // Compiles the blob and fills the cache.
        chain.open().initialize();
        chain
    }

    /// Opens the next block; nothing of it has run.
    pub(crate) fn open(&self) -> OpenBlock<'_> {
        self.open_with(None)
    }

    /// The same, to count what it touches; takes longer.
    pub(crate) fn open_to_count(&self) -> OpenBlock<'_> {
        self.open_with(Some(Reads::default()))
    }

    fn open_with(&self, reads: Option<Reads>) -> OpenBlock<'_> {
        let (storage, root) = (self.state.backend_storage(), *self.state.root());
        OpenBlock {
            chain: self,
            state: TrieBackendBuilder::new_with_cache(
                storage,
                root,
                self.cache.local_cache_trusted(),
            )
            .with_optional_recorder(reads.clone())
            .build(),
            overlay: OverlayedChanges::default(),
            reads,
            number: self.best + 1,
        }
    }

    /// The chain with another state, changed natively outside of any block.
    pub(crate) fn changed(&self, change: fn()) -> Self {
        let mut block = self.open();
        block.natively(change);
        let (root, nodes) = block.changes();
        let mut chain = Self {
            state: self.state.clone(),
            cache: self.cache.clone(),
            executor: self.executor.clone(),
            ..*self
        };
        chain.state.apply_transaction(root, nodes);
        chain
    }

    /// Makes the next block, without transactions. Its start is timed some times more.
    pub(crate) fn advance(&mut self) -> Ends {
        let mut block = self.open();
        let first = block.initialize();
        block.set_time();
        let start = Instant::now();
        block.call("BlockBuilder_finalize_block", &[]);
        let finalize = start.elapsed();
        let (root, nodes) = block.changes();
        let again = (0..REPEATS).map(|_| self.open().initialize());
        let initialize = again.min().unwrap_or(first);
        self.state.apply_transaction(root, nodes);
        self.best += 1;
        Ends {
            first,
            initialize,
            finalize,
        }
    }
}

impl OpenBlock<'_> {
    /// Calls the blob.
    pub(crate) fn call(&mut self, method: &str, arguments: &[u8]) -> Vec<u8> {
        let code = WrappedRuntimeCode(Cow::Borrowed(self.chain.blob));
        let code = RuntimeCode {
            code_fetcher: &code,
            heap_pages: None,
            hash: H256::zero().encode(),
        };
        StateMachine::new(
            &self.state,
            &mut self.overlay,
            &self.chain.executor,
            method,
            arguments,
            &mut Extensions::default(),
            &code,
            CallContext::Onchain { import: false },
        )
        .execute()
        .expect("the runtime does not trap")
    }

    /// Runs native code on the same state.
    pub(crate) fn natively<R>(&mut self, run: impl FnOnce() -> R) -> R {
        let mut externalities = Ext::new(&mut self.overlay, &self.state, None);
        set_and_run_with_externalities(&mut externalities, run)
    }

    /// Ends the block: computes its root and the nodes of its trie.
    pub(crate) fn close(mut self) {
        self.call("BlockBuilder_finalize_block", &[]);
        self.changes();
    }

    /// Root and nodes of the trie after the block.
    fn changes(self) -> (H256, PrefixedMemoryDB<Hasher>) {
        let Self {
            state, mut overlay, ..
        } = self;
        let changes = overlay
            .drain_storage_changes(&state, StateVersion::V1)
            .expect("a state in memory can be changed");
        (changes.transaction_storage_root, changes.transaction)
    }

    /// Runs something and undoes its changes.
    pub(crate) fn undone<R>(&mut self, run: impl FnOnce(&mut Self) -> R) -> R {
        self.overlay.start_transaction();
        let result = run(self);
        self.overlay
            .rollback_transaction()
            .expect("the transaction is open");
        result
    }

    /// What something touches that has not been touched in this block before.
    pub(crate) fn touched_by(&mut self, run: impl FnOnce(&mut Self)) -> Touched {
        let count = |block: &Self| Touched {
            reads: block.reads.as_ref().map(Reads::count).unwrap_or_default(),
            writes: block.overlay.changes().count(),
        };
        let before = count(self);
        run(self);
        let after = count(self);
        Touched {
            reads: after.reads - before.reads,
            writes: after.writes - before.writes,
        }
    }

    /// The header to start with.
    pub(crate) fn header(&self) -> Header {
        let slot = u64::from(self.number);
        let author = DigestItem::PreRuntime(sp_consensus_aura::AURA_ENGINE_ID, slot.encode());
        let digest = Digest { logs: vec![author] };
        Header::new(
            self.number,
            Default::default(),
            Default::default(),
            Default::default(),
            digest,
        )
    }

    /// Starts the block: every pallet's hook runs. Returns how long that took.
    pub(crate) fn initialize(&mut self) -> Duration {
        let header = self.header().encode();
        let start = Instant::now();
        self.call("Core_initialize_block", &header);
        start.elapsed()
    }

    /// Applies the inherent that every block has.
    pub(crate) fn set_time(&mut self) {
        let now = u64::from(self.number) * self.natively(Aura::slot_duration);
        let call = RuntimeCall::Timestamp(pallet_timestamp::Call::set { now });
        self.apply(&UncheckedExtrinsic::new_bare(call));
    }

    /// Applies an extrinsic, which must succeed. Returns how long that took.
    pub(crate) fn apply(&mut self, extrinsic: &UncheckedExtrinsic) -> Duration {
        let bytes = extrinsic.encode();
        let start = Instant::now();
        let result = self.call("BlockBuilder_apply_extrinsic", &bytes);
        let taken = start.elapsed();
        ApplyExtrinsicResult::decode(&mut result.as_slice())
            .expect("the runtime answers with a result")
            .expect("the extrinsic is valid")
            .expect("the call succeeds");
        taken
    }
}
