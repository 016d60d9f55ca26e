//! Vectors of spec 40 §8.5 and §9.2, and what a chain may be sent.

mod hooks;
mod properties;
mod pulses;
mod vectors;
mod wire;

use crate::{Ciphertext, Plain, RoundKey, SIGNATURE_BYTES};

/// Vectors A and B, made by the public client for round 1000 of quicknet, in hexadecimal.
const WEIGHTS: &str = include_str!("tests/weights.hex");
const HELLO: &str = include_str!("tests/hello.hex");
const ROUND: u64 = 1_000;
const SIGNATURE: &str = "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125\
                         e342b73a8dd2bacbe47e4b6b63ed5e39";
const MESSAGE: &[u8] = b"hello timelock";

fn bytes(hex: &str) -> Vec<u8> {
    hex::decode(hex.split_whitespace().collect::<String>()).unwrap()
}

fn array<const N: usize>(hex: &str) -> [u8; N] {
    bytes(hex).try_into().unwrap()
}

fn signature() -> [u8; SIGNATURE_BYTES] {
    array(SIGNATURE)
}

/// What the pulse of round 1000 makes of the bytes.
fn opened(bytes: &[u8]) -> Option<Vec<u8>> {
    let key = RoundKey::<Plain>::decode(&signature()).unwrap();
    key.open(&Ciphertext::parse(bytes)?)
}

/// Bytes with their number before them.
fn prefixed(bytes: &[u8]) -> Vec<u8> {
    [&(bytes.len() as u64).to_le_bytes(), bytes].concat()
}
