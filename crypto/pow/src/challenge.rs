//! What is hashed, and whether a claimed seal proves the work (spec 30 §21).

use sha2::{Digest, Sha256};
use sha3::Keccak256;

use crate::difficulty::Difficulty;

/// Begins every hashed text, so that work for anything else is no proof.
const DOMAIN: &[u8] = b"subtensor-pow-register-v1";

/// The hash of a challenge and a nonce.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal(pub [u8; 32]);

impl Seal {
    /// Whether the seal is hard enough to find.
    pub fn meets(&self, difficulty: Difficulty) -> bool {
        difficulty.admits(&self.0)
    }
}

/// Why a claim proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidProof {
    /// A seal has 32 bytes.
    Length,
    /// The seal does not meet the difficulty.
    Difficulty,
    /// The challenge and the nonce have another seal.
    Seal,
}

/// What one hotkey of one coldkey has to work on for one subnet after one
/// block: a proof is good for nobody and nowhere else.
#[derive(Clone)]
pub struct Challenge {
    /// Has taken in everything but the nonce.
    state: Sha256,
}

impl Challenge {
    /// The challenge of a hotkey (public key), a coldkey (public key), a
    /// subnet and the hash of a block.
    pub fn new(netuid: u16, block: &[u8; 32], hotkey: &[u8; 32], coldkey: &[u8; 32]) -> Self {
        let state = Sha256::new()
            .chain_update(DOMAIN)
            .chain_update(netuid.to_le_bytes())
            .chain_update(block)
            .chain_update(hotkey)
            .chain_update(coldkey);
        Self { state }
    }

    /// The seal of a nonce.
    pub fn seal(&self, nonce: u64) -> Seal {
        let inner = self.state.clone().chain_update(nonce.to_le_bytes());
        Seal(Keccak256::digest(inner.finalize()).into())
    }

    /// The first of the nonces whose seal meets the difficulty, with that seal.
    pub fn solve(
        &self,
        difficulty: Difficulty,
        nonces: impl IntoIterator<Item = u64>,
    ) -> Option<(u64, Seal)> {
        let mut tried = nonces.into_iter().map(|nonce| (nonce, self.seal(nonce)));
        tried.find(|(_, seal)| seal.meets(difficulty))
    }

    /// Checks that `claimed` is the seal of the nonce and meets the difficulty.
    ///
    /// Errors, in order: `Length`, `Difficulty`, `Seal`. Nothing is hashed for
    /// a claim that is too easy.
    pub fn check(
        &self,
        nonce: u64,
        claimed: &[u8],
        difficulty: Difficulty,
    ) -> Result<(), InvalidProof> {
        let claimed = Seal(claimed.try_into().map_err(|_| InvalidProof::Length)?);
        if !claimed.meets(difficulty) {
            return Err(InvalidProof::Difficulty);
        }
        if self.seal(nonce) != claimed {
            return Err(InvalidProof::Seal);
        }
        Ok(())
    }
}
