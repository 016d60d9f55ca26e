//! Flags that the node does not start with, because it would run and never do what they ask for (spec 60 §17.1, §17.5).

use node_subtensor_runtime::genesis;
use sc_cli::{SyncMode, TransactionPoolType};

use crate::cli::Cli;

/// Whether a node can run with these flags.
///
/// Errors, in this order: a sync mode that leaves a database without the state of its blocks; a sync that waits for
/// other nodes on a chain that has none; sealing without being an authority, or with a pool that loses transactions.
pub fn check(cli: &Cli) -> Result<(), String> {
    sync(cli)?;
    sealing(cli)
}

fn sync(cli: &Cli) -> Result<(), String> {
    let lonely = cli.run.shared_params.is_dev()
        || cli.sealing.is_some()
        || matches!(
            cli.run.shared_params.chain.as_deref(),
            Some(genesis::DEV | genesis::DEV_12S)
        );
    match cli.run.network_params.sync {
        SyncMode::Full => Ok(()),
        SyncMode::Fast | SyncMode::FastUnsafe => Err(
            "Unsupported sync mode: use --sync full or --sync warp, the others end with a database that does not open"
                .into(),
        ),
        SyncMode::Warp if lonely => Err(
            "Unsupported sync mode: --sync warp waits for other nodes, and a development or sealed chain has none"
                .into(),
        ),
        SyncMode::Warp => Ok(()),
    }
}

fn sealing(cli: &Cli) -> Result<(), String> {
    let run = &cli.run;
    let authority =
        run.shared_params.is_dev() || run.validator || run.get_keyring().is_some() || cli.three;
    match (cli.sealing, run.pool_config.pool_type) {
        (None, _) => Ok(()),
        (Some(_), _) if !authority => {
            Err("--sealing makes blocks: add --dev, or the flag of an authority like --one".into())
        }
        (Some(_), TransactionPoolType::ForkAware) => {
            Err("--sealing works with --pool-type single-state, its default: the other loses transactions".into())
        }
        (Some(_), TransactionPoolType::SingleState) => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;

    fn refusal(flags: &[&str]) -> Option<String> {
        check(&Cli::try_parse_from([&["node-subtensor"], flags].concat()).unwrap()).err()
    }

    #[test]
    fn only_full_and_warp_sync_are_there() {
        for flags in [
            &["--chain=local", "--sync=fast"] as &[_],
            &["--chain=local", "--sync=fast-unsafe"],
            &["--dev", "--sync=fast"],
            &["--dev", "--sync=warp"],
            &["--chain=dev-12s", "--one", "--sync=warp"],
            &["--chain=local", "--one", "--sealing=manual", "--sync=warp"],
        ] {
            let refusal = refusal(flags).unwrap();
            assert!(
                refusal.starts_with("Unsupported sync mode"),
                "{flags:?}: {refusal}"
            );
        }
        for flags in [
            &["--dev"] as &[_],
            &["--dev", "--sync=full"],
            &["--chain=local", "--sync=warp"],
            &["--chain=local", "--two", "--sync=warp"],
        ] {
            assert_eq!(refusal(flags), None, "{flags:?}");
        }
    }

    #[test]
    fn sealing_needs_an_authority_and_a_pool_that_keeps_what_it_took() {
        assert!(
            refusal(&["--chain=dev", "--sealing=manual"])
                .unwrap()
                .contains("--one")
        );
        let pool = refusal(&["--dev", "--sealing=10", "--pool-type=fork-aware"]);
        assert!(pool.unwrap().contains("single-state"));
        for flags in [
            &["--dev", "--sealing=instant"] as &[_],
            &["--chain=local", "--three", "--sealing=10"],
            &["--dev", "--pool-type=fork-aware"],
        ] {
            assert_eq!(refusal(flags), None, "{flags:?}");
        }
    }
}
