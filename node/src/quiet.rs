//! The log of a development node: of all the lines about a block, the one that says it is imported
//! is enough.

#[cfg(test)]
mod tests;

use std::ffi::OsStr;

use sc_cli::SharedParams;

/// What is not told without a warning in it. `Imported #N` comes from elsewhere, and stays.
const LEFT_OUT: &str = "authoring=warn,aura=warn,sc_consensus_manual_seal=warn";

/// Makes the log quieter, unless the user says what to log, by a flag or in
/// `RUST_LOG` (`environment`).
pub(crate) fn quieten(shared: &mut SharedParams, environment: Option<&OsStr>) {
    let told = !shared.log.is_empty() || environment.is_some_and(|filters| !filters.is_empty());
    if shared.is_dev() && !told {
        shared.log.push(LEFT_OUT.into());
    }
}
