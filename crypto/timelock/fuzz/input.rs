//! Arbitrary bytes as all that they may be: an envelope, a ciphertext for round 1000 of quicknet,
//! the pulse of a round.

use subtensor_timelock::{
    Ciphertext, Plain, QUICKNET_PUBLIC_KEY, RoundKey, unwrap_envelope, verify,
};

/// The signature of round 1000.
const SIGNATURE: &[u8; 48] = include_bytes!("corpus/open/pulse");

/// Runs the bytes; true if they are opened, or are the pulse.
pub(crate) fn run(bytes: &[u8]) -> bool {
    let inner = unwrap_envelope(bytes).map_or(bytes, |(ciphertext, _)| ciphertext);
    opens(inner) || is_pulse(bytes)
}

fn opens(bytes: &[u8]) -> bool {
    let Some(ciphertext) = Ciphertext::parse(bytes) else {
        return false;
    };
    let key = RoundKey::<Plain>::decode(SIGNATURE).expect("it is a point");
    let message = key.open(&ciphertext);
    // No message is longer than its ciphertext, whatever lengths that claims.
    message.is_some_and(|message| message.len() < bytes.len())
}

fn is_pulse(bytes: &[u8]) -> bool {
    let Some((signature, key)) = bytes.split_first_chunk() else {
        return false;
    };
    // What follows a signature is a public key of somebody else.
    let key = if key.is_empty() {
        &QUICKNET_PUBLIC_KEY
    } else {
        key
    };
    let valid = verify::<Plain>(key, 1_000, signature);
    assert!(valid.is_err() || RoundKey::<Plain>::decode(signature).is_some());
    valid == Ok(true)
}
