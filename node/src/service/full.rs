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
use sc_service::{
    BuildNetworkParams, Configuration, KeystoreContainer, Role, SpawnTasksParams, TaskManager,
    error::Error as ServiceError,
};
use sc_telemetry::Telemetry;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use substrate_prometheus_endpoint::Registry;

use super::{
    Backend, Client, Parts, Pool, PoolSettings, drand,
    finality::Finality,
    history,
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
        self.tasks
            .spawn_essential_handle()
            .spawn_blocking(name, group, task);
    }
}

/// Starts every task of a node.
pub(crate) fn run<N: NetworkBackend<Block, Hash>>(
    config: Configuration,
    sealing: Option<Sealing>,
    pool: PoolSettings,
    endpoints: Vec<Endpoint>,
) -> Result<TaskManager, ServiceError> {
    let parts = new_partial(&config, pool)?;
    history::check(&*parts.client, sealing.is_some())?;
    if config.offchain_worker.enabled {
        let keystore = parts.keystore_container.keystore();
        drand::prepare(&parts.backend, &*keystore, endpoints)?;
    }
    let settings = Settings {
        role: config.role,
        name: config.network.node_name.clone(),
        force_authoring: config.force_authoring,
        slot: sc_consensus_aura::slot_duration(&*parts.client)?,
        prometheus: config.prometheus_registry().cloned(),
    };
    let finalizes = !config.disable_grandpa;
    let (commands_tx, commands) = mpsc::channel(COMMANDS);
    let (node, finality) = start::<N>(config, parts, sealing.is_some().then_some(commands_tx))?;
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
    sc_service::spawn_tasks(SpawnTasksParams {
        config,
        client: node.client.clone(),
        backend: parts.backend,
        task_manager: &mut node.tasks,
        keystore: node.keystore.keystore(),
        transaction_pool: node.pool.clone(),
        rpc_builder: Box::new(move |executor| {
            rpc::create(methods.clone(), executor).map_err(|error| other(&error))
        }),
        network: node.network.clone(),
        system_rpc_tx,
        tx_handler_controller,
        sync_service: node.sync.clone(),
        telemetry: node.telemetry.as_mut(),
        tracing_execute_block: None,
    })?;
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
