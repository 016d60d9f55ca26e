//! The key pairs of one block author (spec 80 A.8): the newest is announced, older ones still open
//! what clients encrypted to them. Pairs live in memory only; the oldest is overwritten when a new
//! one needs its place.

use std::{
    collections::VecDeque,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use zeroize::Zeroizing;

use crate::{
    envelope::KeyHash,
    pair::{KeyPair, SEED_BYTES},
};

/// Most pairs that an author holds.
pub(crate) const CAPACITY: usize = 8;

/// The system gave no random bytes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct NoRandomness(getrandom::Error);

impl fmt::Display for NoRandomness {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "no random bytes from the system: {}", self.0)
    }
}

impl std::error::Error for NoRandomness {}

fn fresh_pair() -> Result<Arc<KeyPair>, NoRandomness> {
    let mut seed = Zeroizing::new([0; SEED_BYTES]);
    getrandom::fill(&mut seed[..]).map_err(NoRandomness)?;
    Ok(Arc::new(KeyPair::from_seed(&seed)))
}

/// The last pairs of an author, shared by all tasks that make its blocks.
#[derive(Debug)]
pub struct KeyRing {
    newest: Mutex<VecDeque<Arc<KeyPair>>>,
}

impl KeyRing {
    /// A ring with one pair.
    pub fn new() -> Result<Self, NoRandomness> {
        let pairs = VecDeque::from([fresh_pair()?]);
        Ok(Self {
            newest: Mutex::new(pairs),
        })
    }

    /// Newest first. A holder of the lock only pushes and pops, so a panic cannot have left it half
    /// done.
    fn pairs(&self) -> MutexGuard<'_, VecDeque<Arc<KeyPair>>> {
        self.newest.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The encapsulation key to announce with the next block.
    pub fn newest_key(&self) -> Option<Vec<u8>> {
        let pairs = self.pairs();
        pairs.front().map(|pair| pair.encapsulation_key().to_vec())
    }

    /// The pair of that name, if it is still held.
    pub fn find(&self, key_hash: &KeyHash) -> Option<Arc<KeyPair>> {
        let pairs = self.pairs();
        pairs
            .iter()
            .find(|pair| pair.key_hash() == *key_hash)
            .cloned()
    }

    /// Makes a new pair if the newest is the one with this encapsulation key, which is on the chain
    /// now; says whether it did. Any other key changes nothing, so a block that announces the same
    /// key again costs no pair.
    pub fn announced(&self, encapsulation_key: &[u8]) -> Result<bool, NoRandomness> {
        let mut pairs = self.pairs();
        if pairs
            .front()
            .is_some_and(|newest| newest.encapsulation_key() != encapsulation_key)
        {
            return Ok(false);
        }
        pairs.push_front(fresh_pair()?);
        pairs.truncate(CAPACITY);
        Ok(true)
    }
}
