//! Counts the items of state that are read, as the declared weights count them: once each, and not
//! those that were changed before in the same block.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex},
};

use sp_core::H256;
use sp_runtime::traits::BlakeTwo256;
use sp_trie::{StorageProof, TrieRecorderProvider};
use trie_db::{RecordedForKey, TrieAccess, TrieRecorder};

/// Keys that were looked up in the trie.
#[derive(Clone, Default)]
pub(crate) struct Reads(Arc<Mutex<HashSet<Vec<u8>>>>);

impl Reads {
    /// Number of different ones.
    pub(crate) fn count(&self) -> usize {
        self.0.lock().expect("nobody panicked").len()
    }
}

impl TrieRecorderProvider<BlakeTwo256> for Reads {
    type Recorder<'a> = Reads;

    fn drain_storage_proof(self) -> Option<StorageProof> {
        None
    }

    fn as_trie_recorder(&self, _: H256) -> Self {
        self.clone()
    }
}

impl TrieRecorder<H256> for Reads {
    fn record(&mut self, access: TrieAccess<'_, H256>) {
        match access {
            TrieAccess::Value { full_key, .. }
            | TrieAccess::InlineValue { full_key }
            | TrieAccess::Hash { full_key }
            | TrieAccess::NonExisting { full_key } => {
                let mut keys = self.0.lock().expect("nobody panicked");
                keys.insert(full_key.to_vec());
            }
            TrieAccess::NodeOwned { .. } | TrieAccess::EncodedNode { .. } => (),
        }
    }

    fn trie_nodes_recorded_for_key(&self, _: &[u8]) -> RecordedForKey {
        RecordedForKey::None
    }
}
