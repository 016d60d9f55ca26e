//! The transaction pool and its limits.

use std::{sync::Arc, time::Duration};

use sc_cli::{TransactionPoolParams, TransactionPoolType};
use sc_service::Configuration;
use sc_transaction_pool::{BasicPool, ForkAwareTxPool, Options, PoolLimit, TransactionPoolWrapper};
use sp_core::traits::SpawnEssentialNamed;

use super::{Client, Pool, gate::Gate};

/// Transactions that wait for another one (an earlier nonce, mostly), compared with those that are
/// ready, as a divisor. The SDK's tenth is less than what two accounts send ahead of a gap, and the
/// pool then forgets the earliest.
const FUTURE: usize = 2;
/// How long an invalid transaction is not looked at again.
const BAN: Duration = Duration::from_secs(30 * 60);

/// Which pool, with which limits.
#[derive(Debug, Clone)]
pub(crate) struct PoolSettings {
    /// One view of the pool for each fork of the chain; else one for the best block.
    pub fork_aware: bool,
    /// The limits.
    pub options: Options,
}

impl PoolSettings {
    /// What the flags say. A development node looks at an invalid transaction again at once.
    pub(crate) fn of(flags: &TransactionPoolParams, is_dev: bool) -> Self {
        let bytes = flags.pool_kbytes.saturating_mul(1024);
        let limit = |divisor: usize| PoolLimit {
            count: flags.pool_limit / divisor,
            total_bytes: bytes / divisor,
        };
        let ban = if is_dev { Duration::ZERO } else { BAN };
        Self {
            fork_aware: matches!(flags.pool_type, TransactionPoolType::ForkAware),
            options: Options {
                ready: limit(1),
                future: limit(FUTURE),
                reject_future_transactions: false,
                ban_time: flags.tx_ban_seconds.map_or(ban, Duration::from_secs),
            },
        }
    }

    /// The pool of a subcommand, which nobody sends transactions to.
    pub(crate) fn unused() -> Self {
        Self {
            fork_aware: false,
            options: Options::default(),
        }
    }

    /// Starts the pool.
    pub(crate) fn build(
        self,
        config: &Configuration,
        client: Arc<Client>,
        spawner: impl SpawnEssentialNamed,
    ) -> Pool {
        let metrics = config.prometheus_registry();
        let makes_blocks = config.role.is_authority().into();
        let (options, ready, future) = (
            self.options.clone(),
            self.options.ready,
            self.options.future,
        );
        let behind = client.clone();
        let inner = TransactionPoolWrapper(if self.fork_aware {
            Box::new(ForkAwareTxPool::new_full(
                options,
                makes_blocks,
                metrics,
                spawner,
                behind,
            ))
        } else {
            Box::new(BasicPool::new_full(
                options,
                makes_blocks,
                metrics,
                spawner,
                behind,
            ))
        });
        Gate::new(inner, client, ready, future)
    }
}
