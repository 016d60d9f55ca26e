//! What a node needs whatever it does: client, database, transaction pool, import queue.

use std::{path::Path, sync::Arc};

use node_subtensor_runtime::{HostFunctions, RuntimeApi, opaque::Block};
use sc_chain_spec::GenesisBlockBuilder;
use sc_consensus_aura::ImportQueueParams;
use sc_executor::WasmExecutor;
use sc_service::{Configuration, KeystoreContainer, TaskManager, error::Error as ServiceError};
use sc_telemetry::{Telemetry, TelemetryHandle, TelemetryWorker};
use sp_blockchain::HeaderBackend as _;
use sp_consensus_aura::sr25519::AuthorityPair as AuraPair;
use sp_core::traits::SpawnEssentialNamed;

use super::{
    PoolSettings,
    clock::tolerant,
    executor,
    helpers::{Essential, Helpers},
    mark::Mark,
};
use crate::chain_spec;

/// Access to the chain.
pub(crate) type Client = sc_service::TFullClient<Block, RuntimeApi, WasmExecutor<HostFunctions>>;
/// The database.
pub(crate) type Backend = sc_service::TFullBackend<Block>;
/// Follows the longest chain.
pub(super) type SelectChain = sc_consensus::LongestChain<Backend, Block>;
/// Imports what GRANDPA has to see.
pub(super) type GrandpaImport =
    sc_consensus_grandpa::GrandpaBlockImport<Backend, Block, Client, SelectChain>;
/// Starts the GRANDPA voter.
pub(super) type GrandpaLink = sc_consensus_grandpa::LinkHalf<Block, Client, SelectChain>;
/// Transactions that wait.
pub(crate) type Pool = super::gate::Gate;

/// GRANDPA keeps a justification at least every so many blocks.
pub(super) const JUSTIFICATION_PERIOD: u32 = 512;

/// The parts, as the service builder wants them.
pub(crate) type Parts = sc_service::PartialComponents<
    Client,
    Backend,
    SelectChain,
    sc_consensus::DefaultImportQueue<Block>,
    Pool,
    (GrandpaImport, GrandpaLink, Option<Telemetry>),
>;

/// Opens the database and builds the parts, for a node with the `pool` of its flags or for a
/// subcommand.
///
/// Errors: the database, the keystore or the genesis cannot be used, or the database has lost what
/// it had.
pub(crate) fn new_partial(
    config: &Configuration,
    pool: Option<PoolSettings>,
) -> Result<Parts, ServiceError> {
    let telemetry = start_telemetry(config)?;
    let executor = executor::new(&config.executor);
    let handle = telemetry.as_ref().map(|(_, telemetry)| telemetry.handle());
    let (client, backend, keystore_container, task_manager) = open(config, handle, executor)?;
    let client = Arc::new(client);
    let essential: Box<dyn SpawnEssentialNamed> = match &pool {
        Some(_) => Box::new(Essential(task_manager.spawn_essential_handle())),
        None => Box::new(Helpers(task_manager.spawn_handle())),
    };

    let telemetry = telemetry.map(|(worker, telemetry)| {
        task_manager
            .spawn_handle()
            .spawn("telemetry", None, worker.run());
        telemetry
    });
    let handle = telemetry.as_ref().map(Telemetry::handle);
    let select_chain = sc_consensus::LongestChain::new(backend.clone());
    let pool = pool.unwrap_or_else(PoolSettings::unused);
    let transaction_pool = Arc::new(pool.build(config, client.clone(), essential.clone()));
    let (grandpa_import, grandpa_link) = sc_consensus_grandpa::block_import(
        client.clone(),
        JUSTIFICATION_PERIOD,
        &client,
        select_chain.clone(),
        handle.clone(),
    )?;
    let slot_duration = sc_consensus_aura::slot_duration(&*client)?;
    let import_queue =
        sc_consensus_aura::import_queue::<AuraPair, _, _, _, _, _>(ImportQueueParams {
            block_import: grandpa_import.clone(),
            justification_import: Some(Box::new(grandpa_import.clone())),
            client: client.clone(),
            create_inherent_data_providers: move |_, ()| async move { Ok(tolerant(slot_duration)) },
            spawner: &essential,
            registry: config.prometheus_registry(),
            check_for_equivocation: Default::default(),
            telemetry: handle,
            compatibility_mode: Default::default(),
        })?;

    Ok(sc_service::PartialComponents {
        client,
        backend,
        task_manager,
        import_queue,
        keystore_container,
        select_chain,
        transaction_pool,
        other: (grandpa_import, grandpa_link, telemetry),
    })
}

/// What is on the disk: the chain and the keys.
type Opened = (Client, Arc<Backend>, KeystoreContainer, TaskManager);

/// Opens the database and the keystore.
fn open(
    config: &Configuration,
    telemetry: Option<TelemetryHandle>,
    executor: WasmExecutor<HostFunctions>,
) -> Result<Opened, ServiceError> {
    let mark = config.database.path().and_then(Mark::of);
    if let Some(mark) = &mark {
        mark.check_files()?;
    }
    let backend = sc_service::new_db_backend(config.db_config()).map_err(|error| {
        let place = config.database.path().unwrap_or(&config.data_path);
        about("the database", place, &error.into())
    })?;
    let genesis = GenesisBlockBuilder::new_with_storage(
        chain_spec::genesis_storage(&*config.chain_spec).map_err(sp_blockchain::Error::Storage)?,
        !config.no_genesis(),
        backend.clone(),
        executor.clone(),
    )?;
    let opened = sc_service::new_full_parts_with_genesis_builder::<Block, RuntimeApi, _, _>(
        config, telemetry, executor, backend, genesis, false,
    )
    .map_err(|error| about("the chain", &config.data_path, &error))?;
    if let Some(mark) = &mark {
        let finalized = opened.0.info().finalized_number;
        mark.check(finalized, config.role.is_authority())?;
    }
    Ok(opened)
}

/// An error that names the folder which it is about.
fn about(what: &str, place: &Path, error: &ServiceError) -> ServiceError {
    ServiceError::Other(format!(
        "{what} in '{}' cannot be used: {error}",
        place.display()
    ))
}

fn start_telemetry(
    config: &Configuration,
) -> Result<Option<(TelemetryWorker, Telemetry)>, ServiceError> {
    let Some(endpoints) = config
        .telemetry_endpoints
        .clone()
        .filter(|endpoints| !endpoints.is_empty())
    else {
        return Ok(None);
    };
    let worker = TelemetryWorker::new(16)?;
    let telemetry = worker.handle().new_telemetry(endpoints);
    Ok(Some((worker, telemetry)))
}
