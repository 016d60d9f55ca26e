//! What each subcommand does.

use std::{
    fmt::Display,
    fs::File,
    io::{BufReader, Read, Write as _},
    path::Path,
    sync::Arc,
};

use futures::TryFutureExt as _;
use node_subtensor_runtime::opaque::Block;
use sc_cli::{
    CheckBlockCmd, ExportBlocksCmd, ExportStateCmd, ImportBlocksCmd, Result, RevertCmd,
    SubstrateCli,
};
use sc_network::config::NetworkBackendType;
use sc_service::{ChainSpec, Configuration, chain_ops};
use sp_blockchain::HeaderBackend as _;
use sp_runtime::generic::BlockId;

use crate::{
    chain_spec::{self, storage_key},
    cli::{Cli, Subcommand},
    defaults, preflight, quiet, refusals,
    service::{self, Client, Parts, PoolSettings, RunSettings},
};

impl SubstrateCli for Cli {
    fn impl_name() -> String {
        "Subtensor Node".into()
    }

    fn executable_name() -> String {
        env!("CARGO_PKG_NAME").into()
    }

    fn impl_version() -> String {
        env!("SUBSTRATE_CLI_IMPL_VERSION").into()
    }

    fn description() -> String {
        env!("CARGO_PKG_DESCRIPTION").into()
    }

    fn author() -> String {
        "The Subtensor developers".into()
    }

    fn support_url() -> String {
        "the docs/ folder of the source".into()
    }

    fn copyright_start_year() -> i32 {
        2026
    }

    fn load_spec(&self, id: &str) -> std::result::Result<Box<dyn ChainSpec>, String> {
        Ok(Box::new(chain_spec::load(id)?))
    }
}

/// Parses the command line and does what it says.
pub(crate) fn run() -> Result<()> {
    let cli = <Cli as SubstrateCli>::from_args();
    match &cli.subcommand {
        None => run_node(cli),
        Some(Subcommand::Key(command)) => command.run(&cli),
        #[allow(deprecated)]
        Some(Subcommand::BuildSpec(command)) => cli
            .create_runner(command)?
            .sync_run(|config| command.run(config.chain_spec, config.network)),
        Some(Subcommand::ExportChainSpec(command)) => {
            let spec = cli.load_spec(&command.chain)?;
            command.run(spec)
        }
        Some(Subcommand::CheckBlock(command)) => check_block(&cli, command),
        Some(Subcommand::ExportBlocks(command)) => export_blocks(&cli, command),
        Some(Subcommand::ExportState(command)) => export_state(&cli, command),
        Some(Subcommand::ImportBlocks(command)) => import_blocks(&cli, command),
        Some(Subcommand::PurgeChain(command)) => cli
            .create_runner(command)?
            .sync_run(|config| command.run(config.database)),
        Some(Subcommand::Revert(command)) => revert(&cli, command),
        Some(Subcommand::ChainInfo(command)) => cli
            .create_runner(command)?
            .sync_run(|config| command.run::<Block>(&config)),
    }
}

fn check_block(cli: &Cli, command: &CheckBlockCmd) -> Result<()> {
    cli.create_runner(command)?.async_run(|mut config| {
        let parts = open(&mut config, command.default_heap_pages)?;
        let check = command.run(parts.client, parts.import_queue);
        Ok((check, parts.task_manager))
    })
}

fn export_blocks(cli: &Cli, command: &ExportBlocksCmd) -> Result<()> {
    cli.create_runner(command)?.async_run(|mut config| {
        let parts = open(&mut config, None)?;
        let export = command.run(parts.client, config.database);
        let named = export.map_err(|error| about(command.output.as_deref(), &error));
        Ok((named, parts.task_manager))
    })
}

fn export_state(cli: &Cli, command: &ExportStateCmd) -> Result<()> {
    let block = command.input.as_ref();
    let block = block.map(|block| block.parse::<Block>()).transpose()?;
    cli.create_runner(command)?.async_run(|mut config| {
        let parts = open(&mut config, None)?;
        let (client, spec) = (parts.client, config.chain_spec);
        let export = async move { write_state(&client, block, spec) };
        Ok((export, parts.task_manager))
    })
}

/// Writes a chain spec that begins with the state of a block.
fn write_state(
    client: &Arc<Client>,
    block: Option<BlockId<Block>>,
    mut spec: Box<dyn ChainSpec>,
) -> Result<()> {
    let hash = match block {
        Some(block) => client.expect_block_hash_from_id(&block)?,
        None => client.info().best_hash,
    };
    let mut state = chain_ops::export_raw_state(client.clone(), hash)?;
    let number = client.expect_block_number_from_id(&BlockId::Hash(hash))?;
    // The first block of a chain has number 0, and the runtime takes none but 1 for the next.
    state.top.remove(&storage_key("System", "Number"));
    spec.set_storage(state);
    let json = chain_ops::build_spec(&*spec, true)?;
    std::io::stdout().write_all(json.as_bytes())?;
    log::warn!(
        "A chain that begins with this state counts its blocks from 0 again: what is noted for a \
         block, such as the next epoch or the end of a limit, waits for up to {number} more. \
         It needs another --base-path than the chain that it comes from"
    );
    Ok(())
}

fn import_blocks(cli: &Cli, command: &ImportBlocksCmd) -> Result<()> {
    // Before a database is made for them.
    let blocks = blocks_in(command.input.as_deref())?;
    cli.create_runner(command)?.async_run(|mut config| {
        let parts = open(&mut config, command.default_heap_pages)?;
        let (client, queue) = (parts.client, parts.import_queue);
        let import = chain_ops::import_blocks(client, queue, blocks, false, command.binary);
        let named = import.map_err(|error| about(command.input.as_deref(), &error));
        Ok((named, parts.task_manager))
    })
}

/// Blocks in a file, or from standard input, through a buffer: the SDK's own command asks the
/// system for each byte of JSON, which takes longer than to import a block.
fn blocks_in(path: Option<&Path>) -> Result<Box<dyn Read + Send>> {
    Ok(match path {
        Some(file) => {
            let blocks = File::open(file).map_err(|error| about(path, &error))?;
            Box::new(BufReader::new(blocks))
        }
        None => Box::new(BufReader::new(std::io::stdin())),
    })
}

fn revert(cli: &Cli, command: &RevertCmd) -> Result<()> {
    cli.create_runner(command)?.async_run(|mut config| {
        let parts = open(&mut config, None)?;
        let revert_finality = Box::new(|client, _, blocks| {
            sc_consensus_grandpa::revert(client, blocks)?;
            Ok(())
        });
        let revert = command.run(parts.client, parts.backend, Some(revert_finality));
        Ok((revert, parts.task_manager))
    })
}

/// Opens the database for a subcommand, which may say how much memory the runtime gets.
fn open(config: &mut Configuration, heap_pages: Option<u32>) -> Result<Parts> {
    defaults::apply(config, heap_pages);
    Ok(service::new_partial(config, None)?)
}

/// An error that names the file which it is about.
fn about(path: Option<&Path>, error: &impl Display) -> sc_cli::Error {
    match path {
        Some(path) => format!("'{}': {error}", path.display()).into(),
        None => error.to_string().into(),
    }
}

fn run_node(mut cli: Cli) -> Result<()> {
    refusals::check(&cli)?;
    let filters = std::env::var_os("RUST_LOG");
    quiet::quieten(&mut cli.run.shared_params, filters.as_deref());
    defaults::keep_strange_pages_out(&mut cli.run);
    let seed = default_seed(&cli);
    let settings = RunSettings {
        sealing: cli.sealing,
        pool: PoolSettings::of(&cli.run.pool_config, cli.run.shared_params.is_dev()),
        drand_endpoints: std::mem::take(&mut cli.drand_endpoints),
        rpc_connections_per_address: cli.rpc_max_connections_per_address,
    };
    cli.create_runner(&cli.run)?
        .run_node_until_exit(|mut config| async move {
            prepare(&mut config, seed);
            preflight::check(&config)?;
            match config.network.network_backend {
                NetworkBackendType::Libp2p => {
                    service::run::<sc_network::NetworkWorker<_, _>>(config, settings)
                }
                NetworkBackendType::Litep2p => {
                    service::run::<sc_network::Litep2pNetworkBackend>(config, settings)
                }
            }
            .map_err(sc_cli::Error::Service)
        })
}

/// Seed of the authority to be where the flags of the SDK do not say it: the authority of
/// development chains is One.
pub(crate) fn default_seed(cli: &Cli) -> Option<String> {
    let named = cli.run.get_keyring().is_some();
    if cli.three {
        Some("//Three".into())
    } else {
        (cli.run.shared_params.dev && !named).then(|| "//One".into())
    }
}

/// Sets what a running node has whatever the flags say, and the key of its authority.
pub(crate) fn prepare(config: &mut Configuration, seed: Option<String>) {
    defaults::apply(config, None);
    if seed.is_some() {
        config.dev_key_seed = seed;
        config.role = sc_service::Role::Authority;
    }
    // A client would look for the node on the port that was asked for.
    for endpoint in config.rpc.addr.iter_mut().flatten() {
        endpoint.retry_random_port = false;
    }
}
