//! Making blocks: which transactions go in, and how encrypted ones are opened on the way (spec 80
//! A.8).
//!
//! An author announces the newest key of its ring with each block. A transaction that submits a
//! ciphertext enters a block only if the ring holds the key that the ciphertext names; what is
//! inside goes right behind it. Secrets never leave the ring. Ciphertexts for other authors stay in
//! the pool until their time is over.

mod announce;
mod block;
mod deferred;
mod metrics;
mod proposer;

pub(crate) use announce::{AnnouncedKey, Announcing};
pub(crate) use deferred::Deferred;
pub(crate) use metrics::ShieldMetrics;
pub(crate) use proposer::Authoring;

/// Where this module logs to.
const LOG: &str = "authoring";
/// Where what happens to transactions of the pool is logged to.
const POOL_LOG: &str = "txpool";
