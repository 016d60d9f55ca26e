//! Finality by GRANDPA: its protocol on the network, what it answers, and its voter.

use std::{sync::Arc, time::Duration};

use node_subtensor_runtime::{Hash, opaque::Block};
use sc_client_api::BlockBackend as _;
use sc_consensus_grandpa::{
    FinalityProofProvider, GrandpaParams, SharedVoterState, VotingRulesBuilder,
    warp_proof::NetworkProvider,
};
use sc_network::{
    NetworkBackend, NotificationService, ProtocolName, config::FullNetworkConfiguration,
    service::NotificationMetrics,
};
use sc_service::{Configuration, WarpSyncConfig, error::Error as ServiceError};
use sc_telemetry::Telemetry;
use sc_transaction_pool_api::OffchainTransactionPoolFactory;

use super::{
    Backend, Client,
    full::{Node, Settings, other},
    partial::{GrandpaLink, JUSTIFICATION_PERIOD},
    votes::Watched,
};
use crate::rpc::GrandpaDeps;

/// Finality has to keep up with the blocks, because clients anchor short-lived transactions at the
/// final head.
fn gossip_duration(slot: Duration) -> Duration {
    Duration::from_millis(if slot < Duration::from_secs(1) {
        50
    } else {
        333
    })
}

/// A place among those who finalize blocks.
pub(super) struct Finality {
    link: GrandpaLink,
    protocol: ProtocolName,
    notifications: Box<dyn NotificationService>,
    voter: SharedVoterState,
}

impl Finality {
    /// Adds the protocol to those that the network is to speak.
    pub(super) fn join<N: NetworkBackend<Block, Hash>>(
        link: GrandpaLink,
        config: &Configuration,
        client: &Client,
        net_config: &mut FullNetworkConfiguration<Block, Hash, N>,
        metrics: &NotificationMetrics,
    ) -> Result<Self, ServiceError> {
        let genesis = client
            .block_hash(0)?
            .ok_or_else(|| other(&"the genesis block is missing"))?;
        let protocol = sc_consensus_grandpa::protocol_standard_name(&genesis, &config.chain_spec);
        let (own, notifications) = sc_consensus_grandpa::grandpa_peers_set_config::<_, N>(
            protocol.clone(),
            metrics.clone(),
            net_config.peer_store_handle(),
        );
        net_config.add_notification_protocol(own);
        Ok(Self {
            link,
            protocol,
            notifications,
            voter: SharedVoterState::empty(),
        })
    }

    /// How a new node skips the blocks whose finality is proven by what came after.
    pub(super) fn warp_sync(&self, backend: &Arc<Backend>) -> WarpSyncConfig<Block> {
        let authorities = self.link.shared_authority_set().clone();
        let provider = NetworkProvider::new(backend.clone(), authorities, Vec::new());
        WarpSyncConfig::WithProvider(Arc::new(provider))
    }

    /// What the RPC methods read.
    pub(super) fn answers(&self, backend: &Arc<Backend>) -> GrandpaDeps {
        let authorities = self.link.shared_authority_set().clone();
        GrandpaDeps {
            voter_state: self.voter.clone(),
            authorities: authorities.clone(),
            justifications: self.link.justification_stream(),
            proofs: FinalityProofProvider::new_for_service(backend.clone(), Some(authorities)),
        }
    }

    /// Starts the voter, which only listens where the node is no authority.
    pub(super) fn vote(self, node: &Node, settings: Settings) -> Result<(), ServiceError> {
        let role = settings.role;
        let authorities = self.link.shared_authority_set().clone();
        let registry = settings.prometheus.as_ref();
        let votes = Watched::new(self.notifications, authorities, registry)?;
        let config = sc_consensus_grandpa::Config {
            gossip_duration: gossip_duration(settings.slot.as_duration()),
            justification_generation_period: JUSTIFICATION_PERIOD,
            name: Some(settings.name),
            observer_enabled: false,
            keystore: role.is_authority().then(|| node.keystore.keystore()),
            local_role: role,
            telemetry: node.telemetry.as_ref().map(Telemetry::handle),
            protocol_name: self.protocol,
        };
        let voter = sc_consensus_grandpa::run_grandpa_voter(GrandpaParams {
            config,
            link: self.link,
            network: node.network.clone(),
            sync: Arc::new(node.sync.clone()),
            notification_service: Box::new(votes),
            voting_rule: VotingRulesBuilder::default().build(),
            prometheus_registry: settings.prometheus,
            shared_voter_state: self.voter,
            telemetry: node.telemetry.as_ref().map(Telemetry::handle),
            offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(node.pool.clone()),
        })?;
        node.spawn_essential("grandpa", None, voter);
        Ok(())
    }
}
