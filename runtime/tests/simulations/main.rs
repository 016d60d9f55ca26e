//! Chains that live for hundreds of blocks on the real runtime. One program, so that the runtime is
//! compiled into it once.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail by a panic"
)]

mod dissolution;
mod economy;
#[path = "../../benches/runtime/population.rs"]
#[allow(dead_code, reason = "the population serves the benchmarks too")]
mod population;
mod replay;
mod rotation;
