//! Who makes the blocks: the slots of Aura, or whoever commands it in tests.

use std::sync::Arc;

use futures::channel::mpsc;
use node_subtensor_runtime::Hash;
use sc_consensus_aura::{SlotProportion, StartAuraParams};
use sc_consensus_manual_seal::EngineCommand;
use sc_proposer_metrics::MetricsLink;
use sc_service::error::Error as ServiceError;
use sc_telemetry::Telemetry;
use sp_consensus_aura::sr25519::AuthorityPair as AuraPair;
use subtensor_shield::KeyRing;

use super::{
    clock::Clock,
    full::{Node, Settings, other},
    partial::GrandpaImport,
    sealing::seal_blocks,
};
use crate::{
    authoring::{AnnouncedKey, Announcing, Authoring, ShieldMetrics},
    cli::Sealing,
};

/// Part of a slot in which a block is proposed.
const PROPOSAL_PORTION: f32 = 2.0 / 3.0;
/// Name of the group of tasks in metrics.
const GROUP: Option<&str> = Some("block-authoring");

/// What makes blocks, and imports them with the key that each announces.
pub(super) struct Production {
    authoring: Authoring,
    import: Announcing<GrandpaImport>,
    ring: Arc<KeyRing>,
}

impl Production {
    /// Makes a ring of keys for this node.
    pub(super) fn new(node: &Node, settings: &Settings) -> Result<Self, ServiceError> {
        let ring = Arc::new(KeyRing::new().map_err(|error| other(&error))?);
        let authoring = Authoring {
            spawner: node.tasks.spawn_handle(),
            client: node.client.clone(),
            pool: node.pool.clone(),
            ring: ring.clone(),
            deferred: Arc::default(),
            metrics: MetricsLink::new(settings.prometheus.as_ref()),
            shield: settings
                .prometheus
                .as_ref()
                .map(ShieldMetrics::new)
                .transpose()?,
        };
        let import = Announcing::new(node.import.clone(), ring.clone());
        Ok(Self {
            authoring,
            import,
            ring,
        })
    }

    /// Makes blocks as `sealing` says, and those that are commanded.
    pub(super) fn seal(
        self,
        node: &Node,
        sealing: Sealing,
        commands: mpsc::Receiver<EngineCommand<Hash>>,
    ) {
        let select_chain = node.select_chain.clone();
        let task = seal_blocks(sealing, self.authoring, select_chain, self.import, commands);
        node.spawn_essential("sealing", GROUP, task);
    }

    /// Makes blocks in the slots of this authority.
    pub(super) fn propose(self, node: &Node, settings: &Settings) -> Result<(), ServiceError> {
        let (slot_duration, ring) = (settings.slot, self.ring);
        let clock = Clock::new(node.client.clone(), slot_duration);
        let aura = sc_consensus_aura::start_aura::<AuraPair, _, _, _, _, _, _, _, _, _, _>(
            StartAuraParams {
                slot_duration,
                client: node.client.clone(),
                select_chain: node.select_chain.clone(),
                block_import: self.import,
                proposer_factory: self.authoring,
                create_inherent_data_providers: move |parent, ()| {
                    let (slot, time) = clock.after(parent);
                    let key = AnnouncedKey::of(&ring);
                    async move { Ok((slot, time, key)) }
                },
                force_authoring: settings.force_authoring,
                backoff_authoring_blocks: None::<()>,
                keystore: node.keystore.keystore(),
                sync_oracle: node.sync.clone(),
                justification_sync_link: node.sync.clone(),
                block_proposal_slot_portion: SlotProportion::new(PROPOSAL_PORTION),
                max_block_proposal_slot_portion: None,
                telemetry: node.telemetry.as_ref().map(Telemetry::handle),
                compatibility_mode: Default::default(),
            },
        )?;
        node.spawn_essential("aura", GROUP, aura);
        Ok(())
    }
}
