//! Making blocks without consensus, for tests: by RPC, with each transaction, or in a fixed rhythm. The chain's own
//! clock moves one slot per block, and every block is final at once (design §4.2, §4.3).

use std::{collections::HashSet, sync::Arc, time::Duration};

use futures::{FutureExt as _, Stream, StreamExt as _, channel::mpsc, stream};
use node_subtensor_runtime::Hash;
use sc_consensus_manual_seal::{
    EngineCommand, Error, ManualSealParams,
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
pub fn seal_blocks(
    sealing: Sealing,
    env: Authoring,
    select_chain: SelectChain,
    block_import: Announcing<GrandpaImport>,
    commands: mpsc::Receiver<Command>,
) -> impl Future<Output = ()> + Send {
    let (client, pool, ring) = (env.client.clone(), env.pool.clone(), env.ring.clone());
    let waiting = Waiting {
        client: client.clone(),
        pool: pool.clone(),
    };
    let own = own_commands(sealing, waiting.clone());
    let asked = commands.filter_map(move |command| answered(command, waiting.clone()));
    let clock = client.clone();
    sc_consensus_manual_seal::run_manual_seal(ManualSealParams {
        block_import,
        env,
        consensus_data_provider: Some(Box::new(AuraConsensusDataProvider::new(client.clone()))),
        client,
        pool,
        commands_stream: stream::select(asked, own).boxed(),
        select_chain,
        create_inherent_data_providers: move |_, ()| {
            let clock = SlotTimestampProvider::new_aura(clock.clone());
            let key = AnnouncedKey::of(&ring);
            async move { Ok((clock?, key)) }
        },
    })
}

/// What a block would take.
#[derive(Clone)]
struct Waiting {
    client: Arc<Client>,
    pool: Arc<Pool>,
}

impl Waiting {
    /// The transactions that are ready after the newest block.
    async fn ready(&self) -> HashSet<Hash> {
        let best = self.client.info().best_hash;
        let ready = self.pool.ready_at_with_timeout(best, CATCHING_UP).await;
        ready.map(|transaction| *transaction.hash()).collect()
    }
}

/// A final block, whether or not there are transactions. Who asks for it knows that there are: the engine takes a block
/// with a single one for empty, because it counts the slot as an extrinsic.
fn seal() -> Command {
    EngineCommand::SealNewBlock {
        create_empty: true,
        finalize: true,
        parent_hash: None,
        sender: None,
    }
}

/// Blocks asked for by RPC are final like all others. Those that must not be empty are refused here.
async fn answered(command: Command, waiting: Waiting) -> Option<Command> {
    let EngineCommand::SealNewBlock {
        create_empty,
        parent_hash,
        sender,
        ..
    } = command
    else {
        return Some(command);
    };
    if create_empty || !waiting.ready().await.is_empty() {
        return Some(EngineCommand::SealNewBlock {
            create_empty: true,
            finalize: true,
            parent_hash,
            sender,
        });
    }
    if let Some(Err(_)) = sender.map(|asker| asker.send(Err(Error::EmptyTransactionPool))) {
        log::debug!("nobody waits for the answer to engine_createBlock any more");
    }
    None
}

fn own_commands(sealing: Sealing, waiting: Waiting) -> impl Stream<Item = Command> + Send + use<> {
    match sealing {
        Sealing::Manual => stream::pending().boxed(),
        Sealing::Instant => stream::unfold(Instant::new(waiting), Instant::next).boxed(),
        Sealing::Interval(ms) => stream::unfold((), move |()| async move {
            futures_timer::Delay::new(Duration::from_millis(ms)).await;
            Some((seal(), ()))
        })
        .boxed(),
    }
}

/// Seals while something is ready, however many transactions a block takes.
struct Instant {
    waiting: Waiting,
    arrivals: ImportNotificationStream<Hash>,
    /// What was ready before the last block. If it is all still there, blocks do not help.
    before: HashSet<Hash>,
    idle: bool,
}

impl Instant {
    fn new(waiting: Waiting) -> Self {
        Self {
            arrivals: waiting.pool.import_notification_stream(),
            waiting,
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
            let ready = self.waiting.ready().await;
            self.idle = ready.is_empty() || ready == self.before;
            self.before = ready;
            if !self.idle {
                return Some((seal(), self));
            }
        }
    }
}
