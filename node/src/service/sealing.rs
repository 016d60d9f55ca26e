//! Making blocks without consensus, for tests: by RPC, with each transaction, or in a fixed rhythm.
//! The chain's own clock moves one slot per block, and every block is final at once (design §4.2,
//! §4.3).

use std::{collections::HashSet, sync::Arc, time::Duration};

use futures::{FutureExt as _, Stream, StreamExt as _, channel::mpsc, stream};
use node_subtensor_runtime::Hash;
use sc_consensus_manual_seal::{
    EngineCommand, ManualSealParams,
    consensus::{aura::AuraConsensusDataProvider, timestamp::SlotTimestampProvider},
};
use sc_transaction_pool_api::{
    ImportNotificationStream, InPoolTransaction as _, TransactionPool as _,
};
use sp_blockchain::HeaderBackend as _;

use super::{
    Client, Pool,
    partial::{GrandpaImport, SelectChain},
};
use crate::{
    authoring::{AnnouncedKey, Announcing, Authoring},
    cli::Sealing,
};

type Command = EngineCommand<Hash>;

/// How long the pool may take to see the newest block. It takes milliseconds.
const CATCHING_UP: Duration = Duration::from_secs(1);

/// Runs until the node stops.
pub(super) fn seal_blocks(
    sealing: Sealing,
    env: Authoring,
    select_chain: SelectChain,
    block_import: Announcing<GrandpaImport>,
    commands: mpsc::Receiver<Command>,
) -> impl Future<Output = ()> + Send {
    let (client, pool, ring) = (env.client.clone(), env.pool.clone(), env.ring.clone());
    let own = own_commands(sealing, client.clone(), pool.clone());
    let commands_stream = stream::select(commands.map(finalizing), own).boxed();
    let clock = client.clone();
    sc_consensus_manual_seal::run_manual_seal(ManualSealParams {
        block_import,
        env,
        consensus_data_provider: Some(Box::new(AuraConsensusDataProvider::new(client.clone()))),
        client,
        pool,
        commands_stream,
        select_chain,
        create_inherent_data_providers: move |_, ()| {
            let clock = SlotTimestampProvider::new_aura(clock.clone());
            let key = AnnouncedKey::of(&ring);
            async move { Ok((clock?, key)) }
        },
    })
}

fn seal() -> Command {
    EngineCommand::SealNewBlock {
        create_empty: true,
        finalize: true,
        parent_hash: None,
        sender: None,
    }
}

/// Blocks asked for by RPC are final like all others.
fn finalizing(command: Command) -> Command {
    match command {
        EngineCommand::SealNewBlock {
            create_empty,
            parent_hash,
            sender,
            ..
        } => EngineCommand::SealNewBlock {
            create_empty,
            finalize: true,
            parent_hash,
            sender,
        },
        other => other,
    }
}

fn own_commands(
    sealing: Sealing,
    client: Arc<Client>,
    pool: Arc<Pool>,
) -> impl Stream<Item = Command> + Send + use<> {
    match sealing {
        Sealing::Manual => stream::pending().boxed(),
        Sealing::Instant => stream::unfold(Instant::new(client, pool), Instant::next).boxed(),
        Sealing::Interval(ms) => stream::unfold((), move |()| async move {
            futures_timer::Delay::new(Duration::from_millis(ms)).await;
            Some((seal(), ()))
        })
        .boxed(),
    }
}

/// Seals while something is ready: what a block has no room for, or what arrives while one is made,
/// gets the next.
struct Instant {
    client: Arc<Client>,
    pool: Arc<Pool>,
    arrivals: ImportNotificationStream<Hash>,
    /// What was ready before the last block. If it is all still there, blocks do not help.
    before: HashSet<Hash>,
    idle: bool,
}

impl Instant {
    fn new(client: Arc<Client>, pool: Arc<Pool>) -> Self {
        Self {
            client,
            arrivals: pool.import_notification_stream(),
            pool,
            before: HashSet::new(),
            idle: true,
        }
    }

    async fn next(mut self) -> Option<(Command, Self)> {
        loop {
            if self.idle {
                self.arrivals.next().await?;
            }
            // One block for all that came meanwhile.
            while let Some(Some(_)) = self.arrivals.next().now_or_never() {}
            let ready = self.ready().await;
            self.idle = ready.is_empty() || ready == self.before;
            self.before = ready;
            if !self.idle {
                return Some((seal(), self));
            }
        }
    }

    /// The transactions that are ready after the newest block.
    async fn ready(&self) -> HashSet<Hash> {
        let best = self.client.info().best_hash;
        let ready = self.pool.ready_at_with_timeout(best, CATCHING_UP).await;
        ready.map(|transaction| *transaction.hash()).collect()
    }
}
