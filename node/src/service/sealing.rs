//! Making blocks without consensus, for tests: by RPC, with each transaction, or in a fixed rhythm. The chain's own
//! clock moves one slot per block, and every block is final at once (design §4.2, §4.3).

use std::time::Duration;

use futures::{Stream, StreamExt as _, channel::mpsc, stream};
use node_subtensor_runtime::Hash;
use sc_consensus_manual_seal::{
    EngineCommand, ManualSealParams,
    consensus::{aura::AuraConsensusDataProvider, timestamp::SlotTimestampProvider},
};
use sc_transaction_pool_api::TransactionPool as _;

use super::partial::{GrandpaImport, Pool, SelectChain};
use crate::{
    authoring::{AnnouncedKey, Announcing, Authoring},
    cli::Sealing,
};

type Commands = mpsc::Receiver<EngineCommand<Hash>>;

/// Runs until the node stops.
pub fn seal_blocks(
    sealing: Sealing,
    env: Authoring,
    select_chain: SelectChain,
    block_import: Announcing<GrandpaImport>,
    commands: Commands,
) -> impl Future<Output = ()> + Send {
    let (client, pool, ring) = (env.client.clone(), env.pool.clone(), env.ring.clone());
    let commands_stream =
        stream::select(commands.map(finalizing), own_commands(sealing, &pool)).boxed();
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

fn seal() -> EngineCommand<Hash> {
    EngineCommand::SealNewBlock {
        create_empty: true,
        finalize: true,
        parent_hash: None,
        sender: None,
    }
}

/// Blocks asked for by RPC are final like all others.
fn finalizing(command: EngineCommand<Hash>) -> EngineCommand<Hash> {
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
    pool: &Pool,
) -> impl Stream<Item = EngineCommand<Hash>> + Send + use<> {
    match sealing {
        Sealing::Manual => stream::pending().boxed(),
        Sealing::Instant => pool.import_notification_stream().map(|_| seal()).boxed(),
        Sealing::Interval(ms) => stream::unfold((), move |()| async move {
            futures_timer::Delay::new(Duration::from_millis(ms)).await;
            Some((seal(), ()))
        })
        .boxed(),
    }
}
