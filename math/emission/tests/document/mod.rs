//! The issuance curve as documentation: a page with tables and a plot, both
//! written by `cargo run -p subtensor-emission --example issuance` and compared
//! with what is in `docs/` by a test.

mod page;
mod plot;

use std::path::PathBuf;

/// Blocks of 12 seconds in a year of 365.25 days.
pub(crate) const BLOCKS_A_YEAR: u64 = 2_629_800;
/// Rao in one TAO.
pub(crate) const RAO: u64 = 1_000_000_000;

/// Where each document belongs, and what it says.
pub(crate) fn documents() -> [(PathBuf, String); 2] {
    let docs = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs");
    [
        (docs.join("issuance.md"), page::write()),
        (docs.join("issuance.svg"), plot::write()),
    ]
}
