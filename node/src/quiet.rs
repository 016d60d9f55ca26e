//! The log of a development node: of all the lines about a block, the one that says it is imported is enough.

use std::ffi::OsStr;

use sc_cli::SharedParams;

/// What is not told without a warning in it. `Imported #N` comes from elsewhere, and stays.
const LEFT_OUT: &str = "authoring=warn,aura=warn,sc_consensus_manual_seal=warn";

/// Makes the log quieter, unless the user says what to log, by a flag or in `RUST_LOG` (`environment`).
pub fn quieten(shared: &mut SharedParams, environment: Option<&OsStr>) {
    let told = !shared.log.is_empty() || environment.is_some_and(|filters| !filters.is_empty());
    if shared.is_dev() && !told {
        shared.log.push(LEFT_OUT.into());
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::cli::Cli;

    fn filters(flags: &[&str], environment: Option<&str>) -> Vec<String> {
        let mut cli = Cli::try_parse_from([&["node-subtensor"], flags].concat()).unwrap();
        quieten(&mut cli.run.shared_params, environment.map(OsStr::new));
        cli.run.shared_params.log
    }

    #[test]
    fn only_a_development_node_that_was_told_nothing_is_quiet() {
        assert_eq!(filters(&["--dev"], None), [LEFT_OUT]);
        assert_eq!(filters(&["--dev"], Some("")), [LEFT_OUT]);
        assert_eq!(filters(&["--dev", "-linfo"], None), ["info"]);
        assert!(filters(&["--dev"], Some("info")).is_empty());
        assert!(filters(&["--chain=local", "--one"], None).is_empty());
    }
}
