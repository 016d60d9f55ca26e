//! What a node needs whatever it does: client, database, transaction pool, import queue.

use std::sync::Arc;

use node_subtensor_runtime::{HostFunctions, RuntimeApi, opaque::Block};
use sc_chain_spec::GenesisBlockBuilder;
use sc_consensus_aura::{ImportQueueParams, SlotDuration};
use sc_executor::WasmExecutor;
use sc_service::{Configuration, error::Error as ServiceError};
use sc_telemetry::{Telemetry, TelemetryWorker};
use sp_consensus_aura::sr25519::AuthorityPair as AuraPair;

use super::{PoolSettings, executor};
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

/// Opens the database and builds the parts.
pub(crate) fn new_partial(
    config: &Configuration,
    pool: PoolSettings,
) -> Result<Parts, ServiceError> {
    let telemetry = start_telemetry(config)?;
    let executor = executor::new(&config.executor);
    let handle = telemetry.as_ref().map(|(_, telemetry)| telemetry.handle());
    let backend = sc_service::new_db_backend(config.db_config())?;
    let genesis = GenesisBlockBuilder::new_with_storage(
        chain_spec::genesis_storage(&*config.chain_spec).map_err(sp_blockchain::Error::Storage)?,
        !config.no_genesis(),
        backend.clone(),
        executor.clone(),
    )?;
    let (client, backend, keystore_container, task_manager) =
        sc_service::new_full_parts_with_genesis_builder::<Block, RuntimeApi, _, _>(
            config, handle, executor, backend, genesis, false,
        )?;
    let client = Arc::new(client);

    let telemetry = telemetry.map(|(worker, telemetry)| {
        task_manager
            .spawn_handle()
            .spawn("telemetry", None, worker.run());
        telemetry
    });
    let handle = telemetry.as_ref().map(Telemetry::handle);
    let select_chain = sc_consensus::LongestChain::new(backend.clone());
    let transaction_pool = Arc::new(pool.build(
        config,
        client.clone(),
        task_manager.spawn_essential_handle(),
    ));
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
            create_inherent_data_providers: move |_, ()| async move { Ok(clock(slot_duration)) },
            spawner: &task_manager.spawn_essential_handle(),
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

/// Slot and time of now.
pub(super) fn clock(
    slot_duration: SlotDuration,
) -> (
    sp_consensus_aura::inherents::InherentDataProvider,
    sp_timestamp::InherentDataProvider,
) {
    let time = sp_timestamp::InherentDataProvider::from_system_time();
    let slot = sp_consensus_aura::inherents::InherentDataProvider::from_timestamp_and_slot_duration(
        *time,
        slot_duration,
    );
    (slot, time)
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
