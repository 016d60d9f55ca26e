//! The door of the transaction pool. The SDK's pools make room by forgetting the oldest of what has
//! the least priority, which may be as urgent as what takes its place, and with it whatever depends
//! on it; all of these have been answered with a hash. Here a full pool refuses what is no more
//! urgent than what it has.

#[cfg(test)]
mod tests;

use std::{
    collections::{HashMap, HashSet},
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use async_trait::async_trait;
use codec::Encode as _;
use node_subtensor_runtime::{
    Hash,
    opaque::{Block, UncheckedExtrinsic},
};
use sc_transaction_pool::PoolLimit;
use sc_transaction_pool_api::{
    ChainEvent, ImportNotificationStream, InPoolTransaction as _, LocalTransactionPool,
    MaintainedTransactionPool, PoolStatus, ReadyTransactions, TransactionPool, TransactionSource,
    TransactionStatusStreamFor, TxHash, TxInvalidityReportMap, error::Error as PoolError,
};
use sp_api::ProvideRuntimeApi as _;
use sp_blockchain::HeaderBackend as _;
use sp_runtime::transaction_validity::{TransactionPriority, TransactionTag, ValidTransaction};
use sp_transaction_pool::runtime_api::TaggedTransactionQueue as _;

use super::Client;

type Inner = sc_transaction_pool::TransactionPoolHandle<Block, Client>;
type Error = <Inner as TransactionPool>::Error;
type Ready =
    Box<dyn ReadyTransactions<Item = Arc<<Inner as TransactionPool>::InPoolTransaction>> + Send>;

/// How long a look at a full pool is good for. Looking costs a millisecond or two.
const LOOK: Duration = Duration::from_millis(100);

/// A pool with a door.
pub(crate) struct Gate {
    inner: Inner,
    client: Arc<Client>,
    ready: PoolLimit,
    future: PoolLimit,
    look: Mutex<Option<(Instant, Arc<Content>)>>,
}

/// What is ready in a pool.
#[derive(Default)]
struct Content {
    /// The least priority, if there is anything.
    least: Option<TransactionPriority>,
    /// What later transactions may build upon.
    provides: HashSet<TransactionTag>,
}

impl Content {
    /// Whether a transaction gets in. It is `ready` if it waits for nothing that is missing.
    ///
    /// Which queues are full: `full_ready`, `full_future`.
    fn admits(&self, valid: &ValidTransaction, full_ready: bool, full_future: bool) -> bool {
        let ready = valid.requires.iter().all(|tag| self.provides.contains(tag));
        if ready {
            !full_ready || self.least.is_none_or(|least| valid.priority > least)
        } else {
            !full_future
        }
    }
}

impl Gate {
    /// A door in front of `inner`, which has these limits.
    pub(crate) fn new(
        inner: Inner,
        client: Arc<Client>,
        ready: PoolLimit,
        future: PoolLimit,
    ) -> Self {
        Self {
            inner,
            client,
            ready,
            future,
            look: Mutex::default(),
        }
    }

    /// Errors: `ImmediatelyDropped` if there is no room. What is invalid passes: the pool itself
    /// says why it is.
    fn admit(
        &self,
        source: TransactionSource,
        extrinsic: &UncheckedExtrinsic,
    ) -> Result<(), Error> {
        let (status, bytes) = (self.inner.status(), extrinsic.encoded_size());
        let exceeded = |limit: &PoolLimit, count: usize, size: usize| {
            limit.is_exceeded(count.saturating_add(1), size.saturating_add(bytes))
        };
        let full_ready = exceeded(&self.ready, status.ready, status.ready_bytes);
        let full_future = exceeded(&self.future, status.future, status.future_bytes);
        if !full_ready && !full_future {
            return Ok(());
        }
        let (api, best) = (self.client.runtime_api(), self.client.info().best_hash);
        match api.validate_transaction(best, source, extrinsic.clone(), best) {
            Ok(Ok(valid)) if !self.content().admits(&valid, full_ready, full_future) => {
                Err(PoolError::ImmediatelyDropped.into())
            }
            Ok(_) => Ok(()),
            Err(error) => {
                log::debug!(target: sc_transaction_pool::LOG_TARGET, "no validity: {error}");
                Ok(())
            }
        }
    }

    fn content(&self) -> Arc<Content> {
        let mut look = self.look.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((at, content)) = &*look
            && at.elapsed() < LOOK
        {
            return content.clone();
        }
        let mut content = Content::default();
        for transaction in self.inner.ready() {
            let priority = *transaction.priority();
            content.least = Some(content.least.map_or(priority, |least| least.min(priority)));
            content
                .provides
                .extend(transaction.provides().iter().cloned());
        }
        let content = Arc::new(content);
        *look = Some((Instant::now(), content.clone()));
        content
    }
}

#[async_trait]
impl TransactionPool for Gate {
    type Block = Block;
    type Hash = TxHash<Inner>;
    type InPoolTransaction = <Inner as TransactionPool>::InPoolTransaction;
    type Error = Error;

    async fn submit_at(
        &self,
        at: Hash,
        source: TransactionSource,
        extrinsics: Vec<UncheckedExtrinsic>,
    ) -> Result<Vec<Result<TxHash<Self>, Error>>, Error> {
        let mut results = Vec::with_capacity(extrinsics.len());
        for extrinsic in extrinsics {
            results.push(self.submit_one(at, source, extrinsic).await);
        }
        Ok(results)
    }

    async fn submit_one(
        &self,
        at: Hash,
        source: TransactionSource,
        extrinsic: UncheckedExtrinsic,
    ) -> Result<TxHash<Self>, Error> {
        self.admit(source, &extrinsic)?;
        self.inner.submit_one(at, source, extrinsic).await
    }

    async fn submit_and_watch(
        &self,
        at: Hash,
        source: TransactionSource,
        extrinsic: UncheckedExtrinsic,
    ) -> Result<Pin<Box<TransactionStatusStreamFor<Self>>>, Error> {
        self.admit(source, &extrinsic)?;
        self.inner.submit_and_watch(at, source, extrinsic).await
    }

    async fn ready_at(&self, at: Hash) -> Ready {
        self.inner.ready_at(at).await
    }

    fn ready(&self) -> Ready {
        self.inner.ready()
    }

    async fn report_invalid(
        &self,
        at: Option<Hash>,
        errors: TxInvalidityReportMap<TxHash<Self>>,
    ) -> Vec<Arc<Self::InPoolTransaction>> {
        self.inner.report_invalid(at, errors).await
    }

    fn futures(&self) -> Vec<Self::InPoolTransaction> {
        self.inner.futures()
    }

    fn status(&self) -> PoolStatus {
        self.inner.status()
    }

    fn import_notification_stream(&self) -> ImportNotificationStream<TxHash<Self>> {
        self.inner.import_notification_stream()
    }

    fn on_broadcasted(&self, propagations: HashMap<TxHash<Self>, Vec<String>>) {
        self.inner.on_broadcasted(propagations);
    }

    fn hash_of(&self, extrinsic: &UncheckedExtrinsic) -> TxHash<Self> {
        self.inner.hash_of(extrinsic)
    }

    fn ready_transaction(&self, hash: &TxHash<Self>) -> Option<Arc<Self::InPoolTransaction>> {
        self.inner.ready_transaction(hash)
    }

    async fn ready_at_with_timeout(&self, at: Hash, timeout: Duration) -> Ready {
        self.inner.ready_at_with_timeout(at, timeout).await
    }
}

#[async_trait]
impl MaintainedTransactionPool for Gate {
    async fn maintain(&self, event: ChainEvent<Block>) {
        self.inner.maintain(event).await;
    }
}

impl LocalTransactionPool for Gate {
    type Block = Block;
    type Hash = TxHash<Inner>;
    type Error = Error;

    /// What the node's own runtime sends is not asked at the door.
    fn submit_local(
        &self,
        at: Hash,
        extrinsic: UncheckedExtrinsic,
    ) -> Result<TxHash<Inner>, Error> {
        self.inner.submit_local(at, extrinsic)
    }
}
