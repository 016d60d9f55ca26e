//! `node-subtensor`: runs a node of a Subtensor chain and handles its keys, specs and database.

#![allow(
    clippy::result_large_err,
    reason = "the SDK's errors are large, and made once"
)]

mod authoring;
mod chain_spec;
mod cli;
mod command;
mod defaults;
mod preflight;
mod quiet;
mod refusals;
mod rpc;
mod service;

use std::process::ExitCode;

/// Compiling the runtime leaves the system's allocator with far more memory than is in use; this
/// one returns it.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
    match command::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Error: {}", one_line(&error.to_string()));
            ExitCode::FAILURE
        }
    }
}

/// Operators and their tools read errors line by line.
fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}
