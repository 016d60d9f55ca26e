//! No bytes make the engine panic or pay more than it has.

#![no_main]

#[path = "../input.rs"]
mod input;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| input::run(bytes));
