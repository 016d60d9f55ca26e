//! Metrics of this chain, next to those of the SDK. Each is read from the state as it is stored,
//! by the names of the public interface and without a call into the runtime, once for each new best
//! block: some twenty values and two short maps.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use codec::{Compact, Decode as _};
use futures::{StreamExt as _, stream};
use node_subtensor_runtime::{BlockNumber, Hash, Header};
use sc_client_api::{BlockchainEvents as _, StorageProvider as _};
use sp_blockchain::HeaderBackend as _;
use sp_storage::StorageKey;
use substrate_prometheus_endpoint::{
    Counter, F64, Gauge, GaugeVec, Opts, PrometheusError, Registry, U64, register,
};

use super::{Client, equivocation::Slots};
use crate::chain_spec::storage_key;

/// Where this module logs to.
const LOG: &str = "metrics";
/// The pallet of most items.
const CORE: &str = "SubtensorModule";

/// How an item becomes a number.
#[derive(Clone, Copy)]
enum Read {
    /// The number in its first bytes, little-endian: so many.
    Number(usize),
    /// The entries of a list.
    Length,
    /// 1 if it is there.
    Presence,
}

/// A metric that is one item.
type Row = (&'static str, &'static str, &'static str, &'static str, Read);

const VALUES: [Row; 6] = [
    (
        "subtensor_issuance_rao",
        "TAO that exists, by the books of the chain",
        CORE,
        "TotalIssuance",
        Read::Number(8),
    ),
    (
        "subtensor_currency_issuance_rao",
        "TAO that exists, by the currency; differs from the books only after a mistake",
        "Balances",
        "TotalIssuance",
        Read::Number(8),
    ),
    (
        "subtensor_stake_rao",
        "TAO in the pools of all subnets",
        CORE,
        "TotalStake",
        Read::Number(8),
    ),
    (
        "subtensor_subnets",
        "Subnets, root among them",
        CORE,
        "TotalNetworks",
        Read::Number(2),
    ),
    (
        "subtensor_drand_round",
        "The last round of the beacon that the chain knows",
        "Drand",
        "LastStoredRound",
        Read::Number(8),
    ),
    (
        "subtensor_pending_reveals",
        "Commitments that wait for a round of the beacon",
        "Commitments",
        "TimelockedIndex",
        Read::Length,
    ),
];

/// Work that is done a part in each block: the label, and where what is left of it is found.
const STAGED: [(&str, &str, Read); 8] = [
    ("weight_reveals", "WaitingCommitQueues", Read::Length),
    ("dissolutions", "DissolveCleanupQueue", Read::Length),
    ("registrations", "NetworkRegistrationQueue", Read::Length),
    ("dividends", "Payouts", Read::Length),
    ("lease_payouts", "LeasePayouts", Read::Length),
    ("nomination_sweep", "NominationSweep", Read::Presence),
    (
        "parent_values",
        "ChildkeyThresholdCheckCursor",
        Read::Presence,
    ),
    ("fund_deposits", "PendingBasketFlushCursor", Read::Presence),
];

/// Keys that the shield knows, by label.
const KEYS: [(&str, &str); 3] = [
    ("current", "CurrentKey"),
    ("next", "NextKey"),
    ("pending", "PendingKey"),
];

/// All of them.
pub(super) struct ChainMetrics {
    values: Vec<(Gauge<U64>, Row)>,
    staged: GaugeVec<U64>,
    keys: GaugeVec<U64>,
    block: Gauge<U64>,
    best_time: Gauge<F64>,
    final_time: Gauge<F64>,
    lag: Gauge<U64>,
    epochs_run: Gauge<U64>,
    epochs_deferred: Gauge<U64>,
    free_bytes: Gauge<U64>,
    free_seconds: Gauge<F64>,
    equivocations: Counter<U64>,
    unreadable: Counter<U64>,
}

/// What of the state could not be read.
type Unread = String;

impl ChainMetrics {
    /// Registers them.
    ///
    /// Errors: one of the names is taken.
    pub(super) fn new(registry: &Registry) -> Result<Self, PrometheusError> {
        let gauge = |name: &str, help: &str| register(Gauge::<U64>::new(name, help)?, registry);
        let seconds = |name: &str, help: &str| register(Gauge::<F64>::new(name, help)?, registry);
        let counter = |name: &str, help: &str| register(Counter::<U64>::new(name, help)?, registry);
        let labelled = |name: &str, help: &str, label: &str| {
            register(
                GaugeVec::<U64>::new(Opts::new(name, help), &[label])?,
                registry,
            )
        };
        let values = VALUES.iter().map(|row| Ok((gauge(row.0, row.1)?, *row)));
        Ok(Self {
            values: values.collect::<Result<_, PrometheusError>>()?,
            staged: labelled(
                "subtensor_staged_work",
                "Work that is done a part in each block: what is left of it",
                "job",
            )?,
            keys: labelled(
                "subtensor_shield_keys",
                "Whether the shield knows this key to encrypt to",
                "key",
            )?,
            block: gauge(
                "subtensor_metrics_block",
                "The block that the metrics are about",
            )?,
            best_time: seconds(
                "subtensor_best_block_timestamp_seconds",
                "The time in the best block, since 1970",
            )?,
            final_time: seconds(
                "subtensor_final_block_timestamp_seconds",
                "The time in the last final block, since 1970",
            )?,
            lag: gauge(
                "subtensor_finality_lag_blocks",
                "Best blocks that are not final yet",
            )?,
            epochs_run: gauge(
                "subtensor_epochs_run",
                "Epochs that have run on the subnets that exist",
            )?,
            epochs_deferred: gauge(
                "subtensor_epochs_deferred",
                "Subnets whose epoch was due and waits for the next block",
            )?,
            free_bytes: gauge(
                "subtensor_free_calls_bytes",
                "Length of the extrinsics of the block that pay no fee",
            )?,
            free_seconds: seconds(
                "subtensor_free_calls_seconds",
                "Weight of the extrinsics of the block that pay no fee",
            )?,
            equivocations: counter(
                "subtensor_equivocations_total",
                "Slots in which two blocks of the author were seen",
            )?,
            unreadable: counter(
                "subtensor_metrics_unreadable_total",
                "Blocks whose metrics could not be read",
            )?,
        })
    }

    /// Follows the chain.
    pub(super) async fn run(self, client: Arc<Client>) {
        let mut slots = Slots::default();
        let imported = client
            .every_import_notification_stream()
            .map(|block| (Some(block.header), block.is_new_best));
        let made_final = client.finality_notification_stream().map(|_| (None, true));
        let mut news = stream::select(imported, made_final);
        self.update(&client);
        while let Some((header, is_best)) = news.next().await {
            if let Some(header) = header {
                self.watch(&mut slots, &header);
            }
            if is_best {
                self.update(&client);
            }
        }
    }

    fn watch(&self, slots: &mut Slots, header: &Header) {
        let Some((slot, other)) = slots.note(header) else {
            return;
        };
        self.equivocations.inc();
        log::error!(
            target: LOG,
            "The author of slot {} made two blocks in it, {:?} and {other:?}: either two machines \
             have its key, or it is stolen",
            *slot,
            header.hash(),
        );
    }

    fn update(&self, client: &Client) {
        if let Err(reason) = self.read(client) {
            // Not more often than once a block, and only what has changed its name.
            self.unreadable.inc();
            log::debug!(target: LOG, "a metric cannot be read: {reason}");
        }
    }

    fn read(&self, client: &Client) -> Result<(), Unread> {
        let info = client.info();
        let state = State {
            client,
            at: info.best_hash,
        };
        for (gauge, (_, _, pallet, item, read)) in &self.values {
            gauge.set(state.value(pallet, item, *read)?);
        }
        for (job, item, read) in STAGED {
            self.staged
                .with_label_values(&[job])
                .set(state.value(CORE, item, read)?);
        }
        for (key, item) in KEYS {
            self.keys.with_label_values(&[key]).set(state.value(
                "MevShield",
                item,
                Read::Presence,
            )?);
        }
        let number = info.best_number;
        let finalized = State {
            client,
            at: info.finalized_hash,
        };
        self.best_time.set(state.time()?);
        self.final_time.set(finalized.time()?);
        self.lag
            .set(number.saturating_sub(info.finalized_number).into());
        self.epochs_run.set(
            state
                .numbers(CORE, "SubnetEpochIndex")?
                .fold(0, u64::saturating_add),
        );
        let next = u64::from(number).saturating_add(1);
        let waiting = state
            .numbers(CORE, "PendingEpochAt")?
            .filter(|at| *at <= next);
        self.epochs_deferred
            .set(u64::try_from(waiting.count()).unwrap_or(u64::MAX));
        let (picoseconds, bytes) = state.free_calls(number)?;
        self.free_bytes.set(bytes.into());
        self.free_seconds.set(picoseconds as f64 / 1e12);
        // Last: whoever sees it sees the others too.
        self.block.set(number.into());
        Ok(())
    }
}

/// The state at the end of a block.
struct State<'a> {
    client: &'a Client,
    at: Hash,
}

impl State<'_> {
    fn raw(&self, pallet: &str, item: &str) -> Result<Option<Vec<u8>>, Unread> {
        let found = self
            .client
            .storage(self.at, &StorageKey(storage_key(pallet, item)));
        found
            .map(|data| data.map(|data| data.0))
            .map_err(|error| format!("{pallet}.{item}: {error}"))
    }

    fn value(&self, pallet: &str, item: &str, read: Read) -> Result<u64, Unread> {
        let raw = self.raw(pallet, item)?;
        number(raw.as_deref(), read)
            .ok_or_else(|| format!("{pallet}.{item} holds something else: {raw:?}"))
    }

    /// The time of a block; the first one has none.
    fn time(&self) -> Result<f64, Unread> {
        let milliseconds = self.value("Timestamp", "Now", Read::Number(8))?;
        Ok(milliseconds as f64 / 1e3)
    }

    /// The values of a map of numbers.
    fn numbers(&self, pallet: &str, item: &str) -> Result<impl Iterator<Item = u64>, Unread> {
        let prefix = StorageKey(storage_key(pallet, item));
        let pairs = self
            .client
            .storage_pairs(self.at, Some(&prefix), None)
            .map_err(|error| format!("{pallet}.{item}: {error}"))?;
        Ok(pairs.filter_map(|(_, value)| number(Some(&value.0), Read::Number(8))))
    }

    /// Weight (in picoseconds) and bytes of what paid no fee in block `now`.
    fn free_calls(&self, now: BlockNumber) -> Result<(u64, u32), Unread> {
        let Some(raw) = self.raw(CORE, "FreeCallsOfBlock")? else {
            return Ok((0, 0));
        };
        let (block, time, bytes) = <(u64, u64, u32)>::decode(&mut raw.as_slice())
            .map_err(|error| format!("FreeCallsOfBlock: {error}"))?;
        Ok(if block == u64::from(now) {
            (time, bytes)
        } else {
            (0, 0)
        })
    }
}

/// What is stored, as a number.
fn number(raw: Option<&[u8]>, read: Read) -> Option<u64> {
    let Some(raw) = raw else {
        return Some(0);
    };
    match read {
        Read::Number(size) => {
            let mut bytes = [0; 8];
            bytes.get_mut(..size)?.copy_from_slice(raw.get(..size)?);
            Some(u64::from_le_bytes(bytes))
        }
        Read::Length => Compact::<u32>::decode(&mut &*raw)
            .ok()
            .map(|length| length.0.into()),
        Read::Presence => Some(1),
    }
}
