//! Flags that the node does not start with, because it would run and never do what they ask for
//! (spec 60 §17.1, §17.5).

#[cfg(test)]
mod tests;

use node_subtensor_runtime::genesis;
use sc_cli::{OffchainWorkerEnabled, SyncMode, TransactionPoolType};

use crate::cli::Cli;

/// Most endpoints of drand. Each pulse is a request to all of them at once.
const MAX_DRAND_ENDPOINTS: usize = 16;

/// Whether a node can run with these flags.
///
/// Errors, in this order: a sync mode that leaves a database without the state of its blocks; a
/// sync that waits for other nodes on a chain that has none; sealing without being an authority, or
/// with a pool that loses transactions; endpoints of drand that are too many, or for a node that
/// asks none.
pub(crate) fn check(cli: &Cli) -> Result<(), String> {
    sync(cli)?;
    sealing(cli)?;
    drand_endpoints(cli)
}

fn is_authority(cli: &Cli) -> bool {
    let run = &cli.run;
    run.shared_params.is_dev() || run.validator || run.get_keyring().is_some() || cli.three
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
        SyncMode::Fast | SyncMode::FastUnsafe => {
            Err("Unsupported sync mode: use --sync full or --sync warp, \
                 the others end with a database that does not open"
                .into())
        }
        SyncMode::Warp if lonely => {
            Err("Unsupported sync mode: --sync warp waits for other nodes, \
                 and a development or sealed chain has none"
                .into())
        }
        SyncMode::Warp => Ok(()),
    }
}

fn sealing(cli: &Cli) -> Result<(), String> {
    match (cli.sealing, cli.run.pool_config.pool_type) {
        (None, _) => Ok(()),
        (Some(_), _) if !is_authority(cli) => {
            Err("--sealing makes blocks: add --dev, or the flag of an authority like --one".into())
        }
        (Some(_), TransactionPoolType::ForkAware) => Err(
            "--sealing works with --pool-type single-state, its default: the other loses \
             transactions"
                .into(),
        ),
        (Some(_), TransactionPoolType::SingleState) => Ok(()),
    }
}

fn drand_endpoints(cli: &Cli) -> Result<(), String> {
    if cli.drand_endpoints.len() > MAX_DRAND_ENDPOINTS {
        return Err(format!(
            "--drand-endpoint can be given at most {MAX_DRAND_ENDPOINTS} times"
        ));
    }
    let asks = match cli.run.offchain_worker_params.enabled {
        OffchainWorkerEnabled::Always => true,
        OffchainWorkerEnabled::Never => false,
        OffchainWorkerEnabled::WhenAuthority => is_authority(cli),
    };
    if cli.drand_endpoints.is_empty() || asks {
        Ok(())
    } else {
        Err(
            "--drand-endpoint is for nodes that fetch pulses: authorities, \
             or with --offchain-worker always"
                .into(),
        )
    }
}
