//! A running node: network, RPC, block production and finality.

use std::{fmt::Display, sync::Arc};

use futures::{FutureExt as _, channel::mpsc};
use node_subtensor_runtime::{Hash, opaque::Block};
use sc_client_api::Backend as _;
use sc_consensus_aura::SlotDuration;
use sc_consensus_manual_seal::EngineCommand;
use sc_network::{
    NetworkBackend, config::FullNetworkConfiguration, service::traits::NetworkService,
};
use sc_network_sync::SyncingService;
use sc_offchain::{OffchainWorkerOptions, OffchainWorkers};
use sc_rpc::system::{System, SystemApiServer as _};
use sc_service::{
    BuildNetworkParams, Configuration, KeystoreContainer, Role, TaskManager,
    error::Error as ServiceError,
};
use sc_telemetry::Telemetry;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_blockchain::HeaderBackend as _;
use sp_core::traits::SpawnEssentialNamed as _;
use sp_session::generate_initial_session_keys;
use substrate_prometheus_endpoint::Registry;

use super::{
    Backend, Client, Parts, Pool, PoolSettings,
    background::{self, Tools},
    chain_metrics::ChainMetrics,
    drand,
    finality::Finality,
    helpers::Essential,
    history, keys,
    mark::Mark,
    partial::{GrandpaImport, SelectChain, new_partial},
    production::Production,
};
use crate::{
    cli::{Endpoint, Sealing},
    rpc,
};

/// Most commands for the sealing of blocks that wait.
const COMMANDS: usize = 1024;

/// What the flags say to whoever makes or finalizes blocks.
pub(super) struct Settings {
    /// Whether this node is an authority.
    pub role: Role,
    /// Its name in telemetry.
    pub name: String,
    /// Whether it makes blocks while it is alone.
    pub force_authoring: bool,
    /// Length of a slot.
    pub slot: SlotDuration,
    /// Where metrics are registered.
    pub prometheus: Option<Registry>,
}

/// A node that follows the chain and answers, and so far makes and finalizes nothing.
pub(super) struct Node {
    /// The chain.
    pub client: Arc<Client>,
    /// What waits.
    pub pool: Arc<Pool>,
    /// Follows the longest chain.
    pub select_chain: SelectChain,
    /// Imports blocks, with an eye on finality.
    pub import: GrandpaImport,
    /// The keys of this node.
    pub keystore: KeystoreContainer,
    /// Talks with peers.
    pub network: Arc<dyn NetworkService>,
    /// Fetches blocks from peers.
    pub sync: Arc<SyncingService<Block>>,
    /// Tells others how the node is.
    pub telemetry: Option<Telemetry>,
    /// What runs.
    pub tasks: TaskManager,
}

impl Node {
    /// Starts a task whose end is the end of the node.
    pub(super) fn spawn_essential(
        &self,
        name: &'static str,
        group: Option<&'static str>,
        task: impl Future<Output = ()> + Send + 'static,
    ) {
        Essential(self.tasks.spawn_essential_handle()).spawn_essential_blocking(
            name,
            group,
            task.boxed(),
        );
    }
}

/// What the flags of this node say beyond those of the SDK.
pub(crate) struct RunSettings {
    /// How blocks are made outside consensus.
    pub sealing: Option<Sealing>,
    /// The transaction pool.
    pub pool: PoolSettings,
    /// Whom to ask for the pulses of drand.
    pub drand_endpoints: Vec<Endpoint>,
    /// Most RPC connections of one address.
    pub rpc_connections_per_address: usize,
}

/// Starts every task of a node.
///
/// Errors: the database, the keys of an authority or a port cannot be used.
pub(crate) fn run<N: NetworkBackend<Block, Hash>>(
    config: Configuration,
    with: RunSettings,
) -> Result<TaskManager, ServiceError> {
    let parts = new_partial(&config, Some(with.pool))?;
    let sealing = with.sealing;
    history::check(&*parts.client, sealing.is_some())?;
    let keystore = parts.keystore_container.keystore();
    let seeds = config.dev_key_seed.clone().into_iter().collect();
    let best = parts.client.info().best_hash;
    generate_initial_session_keys(parts.client.clone(), best, seeds, keystore.clone())
        .map_err(|error| other(&error))?;
    if config.role.is_authority() && sealing.is_none() {
        keys::check(&*keystore, &config.keystore, !config.disable_grandpa)?;
        keys::report_strangers(&parts.client, &*keystore);
    }
    if config.offchain_worker.enabled {
        drand::prepare(&parts.backend, &*keystore, with.drand_endpoints)?;
    }
    let settings = Settings {
        role: config.role,
        name: config.network.node_name.clone(),
        force_authoring: config.force_authoring,
        slot: sc_consensus_aura::slot_duration(&*parts.client)?,
        prometheus: config.prometheus_registry().cloned(),
    };
    let finalizes = !config.disable_grandpa;
    let mark = config.database.path().and_then(Mark::of);
    let (commands_tx, commands) = mpsc::channel(COMMANDS);
    let sealer = sealing.is_some().then_some(commands_tx);
    let (node, finality) = start::<N>(config, parts, sealer, with.rpc_connections_per_address)?;
    if let Some(mark) = mark {
        let task = mark.keep(node.client.clone());
        node.tasks
            .spawn_handle()
            .spawn_blocking("final-on-disk", None, task);
    }
    if let Some(registry) = &settings.prometheus {
        let task = ChainMetrics::new(registry)?.run(node.client.clone());
        node.tasks.spawn_handle().spawn("chain-metrics", None, task);
    }
    let production = Production::new(&node, &settings)?;
    if let Some(sealing) = sealing {
        production.seal(&node, sealing, commands);
        return Ok(node.tasks);
    }
    if settings.role.is_authority() {
        production.propose(&node, &settings)?;
    }
    if finalizes {
        finality.vote(&node, settings)?;
    }
    Ok(node.tasks)
}

/// Connects the parts of a node with its peers and with those who ask. With `sealer`, it makes
/// blocks on command: then nobody else makes any, and there is nothing to warp to.
fn start<N: NetworkBackend<Block, Hash>>(
    config: Configuration,
    parts: Parts,
    sealer: Option<mpsc::Sender<EngineCommand<Hash>>>,
    connections_per_address: usize,
) -> Result<(Node, Finality), ServiceError> {
    let (import, link, telemetry) = parts.other;
    let (client, pool, tasks) = (parts.client, parts.transaction_pool, parts.task_manager);
    let registry = config.prometheus_registry().cloned();
    let metrics = N::register_notification_metrics(registry.as_ref());
    let mut net_config = FullNetworkConfiguration::<_, _, N>::new(&config.network, registry);
    let finality = Finality::join(link, &config, &client, &mut net_config, &metrics)?;
    let warp_sync = finality.warp_sync(&parts.backend);
    let (network, system_rpc_tx, tx_handler_controller, sync, _) =
        sc_service::build_network(BuildNetworkParams {
            config: &config,
            net_config,
            client: client.clone(),
            transaction_pool: pool.clone(),
            spawn_handle: tasks.spawn_handle(),
            spawn_essential_handle: tasks.spawn_essential_handle(),
            import_queue: parts.import_queue,
            block_announce_validator_builder: None,
            warp_sync_config: sealer.is_none().then_some(warp_sync),
            block_relay: None,
            metrics,
            gap_sync_body_policy: None,
        })?;
    let mut node = Node {
        client,
        pool,
        select_chain: parts.select_chain,
        import,
        keystore: parts.keystore_container,
        network,
        sync,
        telemetry,
        tasks,
    };
    if config.offchain_worker.enabled {
        work_offchain(&node, config.role, &parts.backend)?;
    }
    let methods = rpc::Deps {
        client: node.client.clone(),
        pool: node.pool.clone(),
        grandpa: finality.answers(&parts.backend),
        sealing: sealer,
    };
    let system = System::new(rpc::sdk::system_info(&config), system_rpc_tx).into_rpc();
    let tools = Tools {
        backend: parts.backend,
        system: system.remove_context(),
        methods,
        transactions: tx_handler_controller,
        connections_per_address,
    };
    background::start(config, &mut node, tools)?;
    Ok((node, finality))
}

/// Runs the off-chain workers of the runtime after each block.
fn work_offchain(node: &Node, role: Role, backend: &Backend) -> Result<(), ServiceError> {
    let workers = OffchainWorkers::new(OffchainWorkerOptions {
        runtime_api_provider: node.client.clone(),
        is_validator: role.is_authority(),
        keystore: Some(node.keystore.keystore()),
        offchain_db: backend.offchain_storage(),
        transaction_pool: Some(OffchainTransactionPoolFactory::new(node.pool.clone())),
        network_provider: Arc::new(node.network.clone()),
        enable_http_requests: true,
        custom_extensions: |_| vec![],
    })?;
    let spawner = node.tasks.spawn_handle();
    let task = workers.run(node.client.clone(), spawner.clone()).boxed();
    spawner.spawn("offchain-workers", "offchain-worker", task);
    Ok(())
}

/// An error that the service has no variant for.
pub(super) fn other(error: &impl Display) -> ServiceError {
    ServiceError::Other(error.to_string())
}
