//! A running node: network, RPC, block production and finality.

use std::{sync::Arc, time::Duration};

use futures::{FutureExt as _, channel::mpsc};
use node_subtensor_runtime::{Hash, opaque::Block};
use sc_client_api::{Backend as _, BlockBackend as _};
use sc_consensus_aura::{SlotProportion, StartAuraParams};
use sc_consensus_grandpa::{
    FinalityProofProvider, GrandpaParams, SharedVoterState, VotingRulesBuilder,
};
use sc_network::{NetworkBackend, config::FullNetworkConfiguration};
use sc_proposer_metrics::MetricsLink;
use sc_service::{
    BuildNetworkParams, Configuration, SpawnTasksParams, TaskManager, WarpSyncConfig,
    error::Error as ServiceError,
};
use sc_telemetry::Telemetry;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use sp_consensus_aura::sr25519::AuthorityPair as AuraPair;
use subtensor_shield::KeyRing;

use super::{
    PoolSettings, history,
    partial::{JUSTIFICATION_PERIOD, clock, new_partial},
    sealing::seal_blocks,
};
use crate::{
    authoring::{AnnouncedKey, Announcing, Authoring},
    cli::Sealing,
    rpc,
};

/// Part of a slot in which a block is proposed.
const PROPOSAL_PORTION: f32 = 2.0 / 3.0;

/// Finality has to keep up with the blocks, because clients anchor short-lived transactions at the final head.
fn gossip_duration(slot: Duration) -> Duration {
    Duration::from_millis(if slot < Duration::from_secs(1) {
        50
    } else {
        333
    })
}

/// Starts every task of a node.
pub fn run<N: NetworkBackend<Block, Hash>>(
    config: Configuration,
    sealing: Option<Sealing>,
    pool: PoolSettings,
) -> Result<TaskManager, ServiceError> {
    let sc_service::PartialComponents {
        client,
        backend,
        mut task_manager,
        import_queue,
        keystore_container,
        select_chain,
        transaction_pool,
        other: (grandpa_import, grandpa_link, mut telemetry),
    } = new_partial(&config, pool)?;
    history::check(&*client, sealing.is_some())?;
    let slot_duration = sc_consensus_aura::slot_duration(&*client)?;

    let metrics = N::register_notification_metrics(config.prometheus_registry());
    let mut net_config = FullNetworkConfiguration::<_, _, N>::new(
        &config.network,
        config.prometheus_registry().cloned(),
    );
    let genesis = client
        .block_hash(0)?
        .ok_or_else(|| ServiceError::Other("the genesis block is missing".into()))?;
    let grandpa_protocol =
        sc_consensus_grandpa::protocol_standard_name(&genesis, &config.chain_spec);
    let (grandpa_config, grandpa_notifications) =
        sc_consensus_grandpa::grandpa_peers_set_config::<_, N>(
            grandpa_protocol.clone(),
            metrics.clone(),
            net_config.peer_store_handle(),
        );
    net_config.add_notification_protocol(grandpa_config);
    let warp_sync = sc_consensus_grandpa::warp_proof::NetworkProvider::new(
        backend.clone(),
        grandpa_link.shared_authority_set().clone(),
        Vec::new(),
    );
    let (network, system_rpc_tx, tx_handler_controller, sync_service, _) =
        sc_service::build_network(BuildNetworkParams {
            config: &config,
            net_config,
            client: client.clone(),
            transaction_pool: transaction_pool.clone(),
            spawn_handle: task_manager.spawn_handle(),
            spawn_essential_handle: task_manager.spawn_essential_handle(),
            import_queue,
            block_announce_validator_builder: None,
            warp_sync_config: sealing
                .is_none()
                .then(|| WarpSyncConfig::WithProvider(Arc::new(warp_sync))),
            block_relay: None,
            metrics,
            gap_sync_body_policy: None,
        })?;

    if config.offchain_worker.enabled {
        let workers = sc_offchain::OffchainWorkers::new(sc_offchain::OffchainWorkerOptions {
            runtime_api_provider: client.clone(),
            is_validator: config.role.is_authority(),
            keystore: Some(keystore_container.keystore()),
            offchain_db: backend.offchain_storage(),
            transaction_pool: Some(OffchainTransactionPoolFactory::new(
                transaction_pool.clone(),
            )),
            network_provider: Arc::new(network.clone()),
            enable_http_requests: true,
            custom_extensions: |_| vec![],
        })?;
        task_manager.spawn_handle().spawn(
            "offchain-workers",
            "offchain-worker",
            workers
                .run(client.clone(), task_manager.spawn_handle())
                .boxed(),
        );
    }

    let role = config.role;
    let name = config.network.node_name.clone();
    let force_authoring = config.force_authoring;
    let grandpa_enabled = !config.disable_grandpa && sealing.is_none();
    let prometheus = config.prometheus_registry().cloned();
    let (commands_tx, commands_rx) = mpsc::channel(1024);
    let voter_state = SharedVoterState::empty();
    let rpc_deps = rpc::Deps {
        client: client.clone(),
        pool: transaction_pool.clone(),
        grandpa: rpc::GrandpaDeps {
            voter_state: voter_state.clone(),
            authorities: grandpa_link.shared_authority_set().clone(),
            justifications: grandpa_link.justification_stream(),
            proofs: FinalityProofProvider::new_for_service(
                backend.clone(),
                Some(grandpa_link.shared_authority_set().clone()),
            ),
        },
        sealing: sealing.is_some().then_some(commands_tx),
    };
    sc_service::spawn_tasks(SpawnTasksParams {
        config,
        client: client.clone(),
        backend,
        task_manager: &mut task_manager,
        keystore: keystore_container.keystore(),
        transaction_pool: transaction_pool.clone(),
        rpc_builder: Box::new(move |executor| {
            rpc::create(rpc_deps.clone(), executor)
                .map_err(|error| ServiceError::Other(error.to_string()))
        }),
        network: network.clone(),
        system_rpc_tx,
        tx_handler_controller,
        sync_service: sync_service.clone(),
        telemetry: telemetry.as_mut(),
        tracing_execute_block: None,
    })?;

    let ring = Arc::new(KeyRing::new().map_err(|error| ServiceError::Other(error.to_string()))?);
    let authoring = Authoring {
        spawner: task_manager.spawn_handle(),
        client: client.clone(),
        pool: transaction_pool.clone(),
        ring: ring.clone(),
        deferred: Arc::default(),
        metrics: MetricsLink::new(prometheus.as_ref()),
    };
    let own_import = Announcing::new(grandpa_import, ring.clone());
    if let Some(sealing) = sealing {
        let task = seal_blocks(sealing, authoring, select_chain, own_import, commands_rx);
        task_manager.spawn_essential_handle().spawn_blocking(
            "sealing",
            Some("block-authoring"),
            task,
        );
        return Ok(task_manager);
    }
    if role.is_authority() {
        let aura = sc_consensus_aura::start_aura::<AuraPair, _, _, _, _, _, _, _, _, _, _>(
            StartAuraParams {
                slot_duration,
                client,
                select_chain,
                block_import: own_import,
                proposer_factory: authoring,
                create_inherent_data_providers: move |_, ()| {
                    let (slot, time) = clock(slot_duration);
                    let key = AnnouncedKey::of(&ring);
                    async move { Ok((slot, time, key)) }
                },
                force_authoring,
                backoff_authoring_blocks: None::<()>,
                keystore: keystore_container.keystore(),
                sync_oracle: sync_service.clone(),
                justification_sync_link: sync_service.clone(),
                block_proposal_slot_portion: SlotProportion::new(PROPOSAL_PORTION),
                max_block_proposal_slot_portion: None,
                telemetry: telemetry.as_ref().map(Telemetry::handle),
                compatibility_mode: Default::default(),
            },
        )?;
        task_manager
            .spawn_essential_handle()
            .spawn_blocking("aura", Some("block-authoring"), aura);
    }
    if grandpa_enabled {
        let voter = sc_consensus_grandpa::run_grandpa_voter(GrandpaParams {
            config: sc_consensus_grandpa::Config {
                gossip_duration: gossip_duration(slot_duration.as_duration()),
                justification_generation_period: JUSTIFICATION_PERIOD,
                name: Some(name),
                observer_enabled: false,
                keystore: role.is_authority().then(|| keystore_container.keystore()),
                local_role: role,
                telemetry: telemetry.as_ref().map(Telemetry::handle),
                protocol_name: grandpa_protocol,
            },
            link: grandpa_link,
            network,
            sync: Arc::new(sync_service),
            notification_service: grandpa_notifications,
            voting_rule: VotingRulesBuilder::default().build(),
            prometheus_registry: prometheus,
            shared_voter_state: voter_state,
            telemetry: telemetry.as_ref().map(Telemetry::handle),
            offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(transaction_pool),
        })?;
        task_manager
            .spawn_essential_handle()
            .spawn_blocking("grandpa", None, voter);
    }
    Ok(task_manager)
}
