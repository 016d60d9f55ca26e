//! What runs beside the network and the making and finalizing of blocks: RPC, transactions on their
//! way to peers, telemetry, metrics, and the line that says how the node is.

use std::sync::Arc;

use futures::FutureExt as _;
use jsonrpsee::RpcModule;
use node_subtensor_runtime::Hash;
use sc_network_transactions::TransactionsHandlerController;
use sc_rpc::SubscriptionTaskExecutor;
use sc_rpc_server::{RpcMetrics, RpcSpawnHandle};
use sc_rpc_spec_v2::transaction::TransactionMetrics;
use sc_service::{
    Configuration, MetricsService, config::PrometheusConfig, error::Error as ServiceError,
    init_telemetry, propagate_transaction_notifications,
};
use sc_telemetry::TelemetryHandle;
use sp_blockchain::HeaderBackend as _;
use sp_core::traits::SpawnEssentialNamed as _;
use substrate_prometheus_endpoint::init_prometheus;

use super::{
    Backend,
    full::{Node, other},
    helpers::Essential,
};
use crate::rpc;

/// What only these tasks need.
pub(super) struct Tools {
    pub backend: Arc<Backend>,
    /// The methods about the network.
    pub system: RpcModule<()>,
    /// The methods of this chain.
    pub methods: rpc::Deps,
    /// Sends transactions to peers.
    pub transactions: TransactionsHandlerController<Hash>,
    /// Most RPC connections of one address.
    pub connections_per_address: usize,
}

/// Starts these tasks.
///
/// Errors: RPC cannot listen where it should, or a name of a metric is taken.
pub(super) fn start(
    config: Configuration,
    node: &mut Node,
    tools: Tools,
) -> Result<(), ServiceError> {
    let telemetry = connect_telemetry(&config, node)?;
    log::info!(
        "📦 Highest known block at #{}",
        node.client.info().best_number
    );
    let spawner = node.tasks.spawn_handle();
    let follow = sc_transaction_pool::notification_future(
        node.client.clone(),
        node.pool.clone(),
        config.transaction_pool.use_all_block_notifications(),
    );
    spawner.spawn("txpool-notifications", Some("transaction-pool"), follow);
    let propagate = propagate_transaction_notifications(
        node.pool.clone(),
        tools.transactions,
        telemetry.clone(),
    );
    spawner.spawn(
        "on-transaction-imported",
        Some("transaction-pool"),
        propagate,
    );
    let metrics = serve_metrics(&config, node, telemetry)?.run(
        node.client.clone(),
        node.pool.clone(),
        node.network.clone(),
        node.sync.clone(),
    );
    spawner.spawn("telemetry-periodic-send", None, metrics);
    let informant =
        sc_informant::build(node.client.clone(), node.network.clone(), node.sync.clone());
    spawner.spawn("informant", None, informant);

    let runtime = rpc::server::runtime()?;
    let executor: SubscriptionTaskExecutor =
        Arc::new(RpcSpawnHandle::new(runtime.handle().clone()));
    let registry = config.prometheus_registry();
    let sdk = rpc::sdk::Deps {
        client: node.client.clone(),
        backend: tools.backend,
        pool: node.pool.clone(),
        keystore: node.keystore.keystore(),
        sync: node.sync.clone(),
        executor: executor.clone(),
        metrics: registry.map(TransactionMetrics::new).transpose()?,
        genesis: node.client.info().genesis_hash,
    };
    let mut module = tools.system;
    let merged = rpc::sdk::create(sdk, &config).and_then(|sdk| {
        module.merge(sdk)?;
        module.merge(rpc::create(tools.methods, executor)?)
    });
    merged.map_err(|error| other(&error))?;
    let settings = rpc::server::Config {
        connections: usize::try_from(config.rpc.max_connections).unwrap_or(usize::MAX),
        connections_per_address: tools.connections_per_address,
        logged: config.rpc.request_logger_limit,
        metrics: RpcMetrics::new(registry)?,
        endpoints: config.rpc.addr.unwrap_or_default(),
    };
    let server = rpc::server::start(settings, module, runtime).map_err(|error| other(&error))?;
    node.tasks.keep_alive((config.base_path, server));
    Ok(())
}

/// Tells who watches the network of this node, if the flags say whom.
fn connect_telemetry(
    config: &Configuration,
    node: &mut Node,
) -> Result<Option<TelemetryHandle>, ServiceError> {
    let machine = sc_sysinfo::gather_sysinfo();
    sc_sysinfo::print_sysinfo(&machine);
    let Some(telemetry) = node.telemetry.as_mut() else {
        return Ok(None);
    };
    let handle = init_telemetry(
        config.network.node_name.clone(),
        config.impl_name.clone(),
        config.impl_version.clone(),
        config.chain_spec.name().into(),
        config.role.is_authority(),
        node.network.clone(),
        node.client.clone(),
        telemetry,
        Some(machine),
    )?;
    Ok(Some(handle))
}

/// Serves metrics to Prometheus, unless the flags say otherwise, and gives what fills them.
fn serve_metrics(
    config: &Configuration,
    node: &Node,
    telemetry: Option<TelemetryHandle>,
) -> Result<MetricsService, ServiceError> {
    let Some(PrometheusConfig { port, registry }) = config.prometheus_config.clone() else {
        return Ok(MetricsService::new(telemetry));
    };
    let service = MetricsService::with_prometheus(
        telemetry,
        &registry,
        config.role,
        &config.network.node_name,
        &config.impl_version,
    )?;
    // Whoever watches the node would not learn that it cannot be watched.
    let server = init_prometheus(port, registry).map(move |served| {
        if let Err(error) = served {
            log::error!(
                target: "prometheus",
                "there are no metrics on {port}: {error} Give another --prometheus-port, or \
                 --no-prometheus",
            );
        }
    });
    Essential(node.tasks.spawn_essential_handle()).spawn_essential(
        "prometheus-endpoint",
        None,
        server.boxed(),
    );
    Ok(service)
}
