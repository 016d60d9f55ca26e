//! Fills a block from the pool, in the pool's order, until the pool, the time or the room is used
//! up.

use std::{
    pin::Pin,
    sync::Arc,
    time::{Duration, Instant},
};

use codec::Encode as _;
use futures::{FutureExt as _, channel::oneshot, future};
use node_subtensor_runtime::{
    Hash, Header,
    opaque::{Block, UncheckedExtrinsic},
    shield::{ciphertext_of, is_signed},
};
use sc_proposer_metrics::{EndProposingReason as End, MetricsLink};
use sc_service::SpawnTaskHandle;
use sc_transaction_pool_api::{
    InPoolTransaction as _, TransactionPool as _, TxInvalidityReportMap,
};
use sp_consensus::{Environment, Proposal, ProposeArgs};
use sp_inherents::InherentData;
use sp_runtime::{ExtrinsicInclusionMode, traits::Block as _};
use subtensor_shield::{KeyPair, KeyRing, ShieldedTransaction};

use super::{
    Deferred, LOG, POOL_LOG, ShieldMetrics,
    block::{Follower, OpenBlock, Refused},
};
use crate::service::{Client, Pool};

type Error = sp_blockchain::Error;

/// Most bytes of a block. The network refuses larger messages.
const MAX_BLOCK_BYTES: usize = 4 * 1024 * 1024;
/// Transactions without room that are passed over before a block counts as full.
const MAX_PASSED_OVER: usize = 8;
/// Part of the time that is left for finishing the block, as a divisor.
const FINISHING: u32 = 10;
/// Part of the time in which more transactions may be passed over, as a divisor.
const SEARCHING: u32 = 2;
/// Part of the time in which the pool may catch up with the chain, as a divisor.
const CATCHING_UP: u32 = 8;

/// Makes blocks.
#[derive(Clone)]
pub(crate) struct Authoring {
    /// Where blocks are made: it takes a thread for a while.
    pub spawner: SpawnTaskHandle,
    /// The chain.
    pub client: Arc<Client>,
    /// What waits.
    pub pool: Arc<Pool>,
    /// Opens what is encrypted to this author.
    pub ring: Arc<KeyRing>,
    /// What waits for more room.
    pub deferred: Arc<Deferred>,
    /// How it went.
    pub metrics: MetricsLink,
    /// How it went with what is encrypted.
    pub shield: Option<ShieldMetrics>,
}

impl Environment<Block> for Authoring {
    type Proposer = Proposer;
    type CreateProposer = future::Ready<Result<Proposer, Error>>;
    type Error = Error;

    fn init(&mut self, parent: &Header) -> Self::CreateProposer {
        future::ok(Proposer {
            with: self.clone(),
            parent: parent.clone(),
        })
    }
}

/// Makes one block.
pub(crate) struct Proposer {
    with: Authoring,
    parent: Header,
}

impl sp_consensus::Proposer<Block> for Proposer {
    type Error = Error;
    type Proposal = Pin<Box<dyn Future<Output = Result<Proposal<Block>, Error>> + Send>>;

    fn propose(self, args: ProposeArgs<Block>) -> Self::Proposal {
        let (sender, receiver) = oneshot::channel();
        let spawner = self.with.spawner.clone();
        let task = async move {
            let proposal = self.make(args).await;
            if sender.send(proposal).is_err() {
                log::debug!(target: LOG, "nobody waits for the block any more");
            }
        };
        spawner.spawn_blocking("proposer", Some("block-authoring"), task);
        async move { receiver.await? }.boxed()
    }
}

/// Why a transaction of the pool is not in the block.
enum Left {
    /// It is encrypted to another author.
    NotOurs,
    /// There is no room for it.
    NoRoom(End),
    /// It cannot be executed.
    Refused(Refused),
}

impl Proposer {
    async fn make(self, mut args: ProposeArgs<Block>) -> Result<Proposal<Block>, Error> {
        let started = Instant::now();
        let time = args
            .max_duration
            .saturating_sub(args.max_duration / FINISHING);
        let data = std::mem::take(&mut args.inherent_data);
        let limit = args.block_size_limit.unwrap_or(MAX_BLOCK_BYTES);
        let (mut block, mode) = OpenBlock::new(&self.with.client, &self.parent, &mut args)?;
        self.push_inherents(&mut block, data)?;
        let end = match mode {
            ExtrinsicInclusionMode::AllExtrinsics => {
                self.push_transactions(&mut block, started, time, limit)
                    .await
            }
            ExtrinsicInclusionMode::OnlyInherents => End::TransactionForbidden,
        };
        let proposal = block.finish()?;
        self.report(&proposal.block, end, started.elapsed());
        Ok(proposal)
    }

    fn push_inherents(&self, block: &mut OpenBlock<'_>, data: InherentData) -> Result<(), Error> {
        let started = Instant::now();
        let inherents = block.inherents(data)?;
        self.with.metrics.report(|to| {
            to.create_inherents_time
                .observe(started.elapsed().as_secs_f64())
        });
        for inherent in inherents {
            match block.push(inherent) {
                Ok(()) => {}
                Err(Refused::Invalid(error)) if error.was_mandatory() => {
                    return Err(sp_blockchain::ApplyExtrinsicFailed::Validity(error).into());
                }
                Err(refused) => log::warn!(target: LOG, "an inherent is left out: {refused}"),
            }
        }
        Ok(())
    }

    async fn push_transactions(
        &self,
        block: &mut OpenBlock<'_>,
        started: Instant,
        time: Duration,
        limit: usize,
    ) -> End {
        let (parent, pool) = (self.parent.hash(), &self.with.pool);
        let left = time.saturating_sub(started.elapsed());
        let mut ready = pool.ready_at_with_timeout(parent, left / CATCHING_UP).await;
        let search_until = started.elapsed() + left / SEARCHING;
        let mut invalid = TxInvalidityReportMap::new();
        let (mut passed_over, mut full) = (0, None);
        let end = loop {
            let Some(transaction) = ready.next() else {
                break full.unwrap_or(End::NoMoreTransactions);
            };
            if started.elapsed() > time {
                break full.unwrap_or(End::HitDeadline);
            }
            let (hash, extrinsic) = (*transaction.hash(), (**transaction.data()).clone());
            let Err(reason) = self.place(block, hash, extrinsic, limit) else {
                full = None;
                continue;
            };
            // Whatever depends on this one has no place in this block either.
            ready.report_invalid(&transaction);
            match reason {
                Left::NotOurs => {}
                Left::NoRoom(end) => {
                    if passed_over >= MAX_PASSED_OVER && started.elapsed() > search_until {
                        break end;
                    }
                    passed_over = passed_over.saturating_add(1);
                    full = Some(end);
                }
                Left::Refused(refused) => {
                    log::debug!(target: LOG, "{hash:?} is left out: {refused}");
                    let error = match refused {
                        Refused::Invalid(error) => Some(error),
                        Refused::Full | Refused::Failed(_) => None,
                    };
                    invalid.insert(hash, error);
                }
            }
        };
        if let Some((hash, error)) = invalid.iter().next() {
            // Senders have got a hash for them, and would otherwise look for the reason in vain.
            log::info!(
                target: POOL_LOG,
                "{} transactions cannot be executed any more and leave the pool, \
                 among them {hash:?}: {error:?}",
                invalid.len(),
            );
        }
        pool.report_invalid(Some(parent), invalid).await;
        end
    }

    /// Puts a transaction into the block, and behind it what it encrypts.
    fn place(
        &self,
        block: &mut OpenBlock<'_>,
        hash: Hash,
        extrinsic: UncheckedExtrinsic,
        limit: usize,
    ) -> Result<(), Left> {
        let shielded = ciphertext_of(extrinsic.inner())
            .and_then(|ciphertext| ShieldedTransaction::parse(&ciphertext).ok());
        let hidden = shielded
            .as_ref()
            .map_or(0, |shielded| shielded.aead_ct.len());
        let size = extrinsic.encoded_size().saturating_add(hidden);
        let key = shielded
            .as_ref()
            .map(|shielded| self.with.ring.find(&shielded.key_hash).ok_or(Left::NotOurs))
            .transpose()?;
        if block.size().saturating_add(size) > limit {
            return Err(Left::NoRoom(End::HitBlockSizeLimit));
        }
        // Decrypted only once the submission has paid for it.
        let inside = || self.open(key.as_deref()?, shielded.as_ref()?);
        let now = self.parent.number.saturating_add(1);
        let may_wait = || self.with.deferred.may_wait(hash, now);
        match block.push_with(extrinsic, inside, may_wait) {
            Ok(Follower::In | Follower::None) => Ok(()),
            Ok(Follower::Out(refused)) => {
                log::debug!(target: LOG, "what {hash:?} holds is left out: {refused}");
                Ok(())
            }
            Err(Refused::Full) => Err(Left::NoRoom(End::HitBlockWeightLimit)),
            Err(refused) => Err(Left::Refused(refused)),
        }
    }

    /// The signed transaction in a ciphertext. Whatever else it holds is left where it is: the
    /// submission has paid.
    fn open(&self, key: &KeyPair, shielded: &ShieldedTransaction) -> Option<UncheckedExtrinsic> {
        let inside = open(key, shielded);
        if let Some(metrics) = &self.with.shield {
            metrics.note(inside.is_some());
        }
        inside
    }

    fn report(&self, block: &Block, end: End, took: Duration) {
        let count = block.extrinsics().len();
        self.with.metrics.report(|to| {
            to.number_of_transactions
                .set(u64::try_from(count).unwrap_or(u64::MAX));
            to.block_constructed.observe(took.as_secs_f64());
            to.create_block_proposal_time.observe(took.as_secs_f64());
            to.report_end_proposing_reason(end);
        });
        log::info!(
            target: LOG,
            "Proposing block {} with {count} extrinsics after {} ms ({end:?})",
            block.header().number,
            took.as_millis(),
        );
    }
}

fn open(key: &KeyPair, shielded: &ShieldedTransaction) -> Option<UncheckedExtrinsic> {
    let bytes = key
        .decrypt(shielded)
        .inspect_err(|error| log::debug!(target: LOG, "a ciphertext does not open: {error:?}"))
        .ok()?;
    let inside = UncheckedExtrinsic::try_from_encoded_extrinsic(&bytes).ok()?;
    is_signed(inside.inner()).then_some(inside)
}
