//! What drand's HTTP API answers (spec 40 §9.5).

use alloc::string::String;
use serde::Deserialize;

use crate::Pulse;

/// A pulse in JSON, bytes in hex. What else is there does not matter.
#[derive(Deserialize)]
struct Answer {
    round: u64,
    randomness: String,
    signature: String,
}

/// The pulse of an answer.
pub(super) fn read(body: &[u8]) -> Option<Pulse> {
    let answer: Answer = serde_json::from_slice(body).ok()?;
    Some(Pulse {
        round: answer.round,
        randomness: hex::decode(answer.randomness).ok()?.try_into().ok()?,
        signature: hex::decode(answer.signature).ok()?.try_into().ok()?,
    })
}
