//! Times blocks, epochs and calls of the runtime on a populated chain, as WebAssembly under the
//! node's executor and, for epochs, natively. Prints tables for `docs/performance.md`. Arguments
//! name what to time: `epochs`, `hooks`, `null`, `calls`, `reveals`, `queues`, `hosts`, `blocks`;
//! without any, all of it. A number is a number of subnets, at least three, instead of 128.

mod blocks;
mod calls;
mod chain;
mod counter;
mod epochs;
mod hooks;
mod hosts;
mod null;
mod population;
mod prices;
mod queues;
mod reveals;
mod timing;

use chain::Chain;
use population::{FULL, Size};

/// The node's allocator.
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() {
    // Cargo adds `--bench`.
    let wanted: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with("--"))
        .collect();
    let subnets = wanted.iter().find_map(|argument| argument.parse().ok());
    let size = Size {
        subnets: subnets.unwrap_or(FULL.subnets),
        ..FULL
    };
    let names: Vec<&String> = wanted
        .iter()
        .filter(|argument| argument.parse::<u16>().is_err())
        .collect();
    let is_wanted = |name: &str| names.is_empty() || names.iter().any(|want| *want == name);

    let mut chain = Chain::start(size);
    println!(
        "{} subnets of {} uids, {} of them validators: {} items of state\n",
        size.subnets, size.uids, size.validators, chain.items
    );
    if is_wanted("epochs") {
        epochs::print(&chain);
    }
    if is_wanted("hooks") {
        hooks::print(&chain);
    }
    if is_wanted("null") {
        null::print(&chain);
    }
    if is_wanted("calls") {
        calls::print(&chain);
    }
    if is_wanted("reveals") {
        reveals::print(&chain);
    }
    if is_wanted("queues") {
        queues::print(&chain);
    }
    if is_wanted("hosts") {
        hosts::print(&chain);
    }
    if is_wanted("blocks") {
        blocks::print(&mut chain, size);
    }
}
