//! What blocks ask the host for, call by call: each storage item, how often it is read, written and
//! looked for. Unlike the items that weights count, whatever is asked for twice counts twice.

use std::{
    collections::BTreeMap,
    fmt::Debug,
    sync::{Arc, Mutex},
};

use frame_support::traits::StorageInfoTrait;
use node_subtensor_runtime::{AllPalletsWithSystem, Runtime};
use pallet_subtensor::PendingEpochAt;
use subtensor_primitives::NetUid;
use tracing::{
    Event, Id, Metadata, Subscriber,
    field::{Field, Visit},
    span::{Attributes, Record},
};

use crate::chain::Chain;

/// Hexadecimal digits of a storage prefix.
const PREFIX: usize = 64;
/// Rows of a table of items.
const ROWS: usize = 48;

/// Calls by item and method.
type Counts = BTreeMap<(String, String), u64>;

/// Listens to what the state machine tells of each call, as a node logs it at `-lstate=trace`.
struct Listener(Arc<Mutex<Counts>>);

/// What one call says of itself.
#[derive(Default)]
struct Call {
    method: String,
    key: String,
}

impl Visit for Call {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == "method" {
            self.method = value.into();
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        if matches!(field.name(), "key" | "prefix") {
            self.key = format!("{value:?}");
        }
    }
}

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "state"
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut call = Call::default();
        event.record(&mut call);
        call.key.truncate(PREFIX);
        let mut counts = self.0.lock().expect("nobody panicked");
        *counts.entry((call.key, call.method)).or_default() += 1;
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// Counts the calls to the host while something runs.
fn counted(run: impl FnOnce()) -> Counts {
    let counts = Arc::new(Mutex::new(Counts::new()));
    tracing::subscriber::with_default(Listener(counts.clone()), run);
    let counts = counts.lock().expect("nobody panicked");
    counts.clone()
}

/// Names of storage items by their prefixes.
fn names() -> BTreeMap<String, String> {
    AllPalletsWithSystem::storage_info()
        .into_iter()
        .map(|info| {
            let text = |name| String::from_utf8_lossy(name).into_owned();
            let name = format!("{}.{}", text(&info.pallet_name), text(&info.storage_name));
            let prefix = sp_core::bytes::to_hex(&info.prefix, false);
            (prefix.trim_start_matches("0x").into(), name)
        })
        .collect()
}

/// Prints what the start and the end of a block ask for, and an epoch on top of that.
pub(crate) fn print(chain: &Chain) {
    let start = |netuid: Option<NetUid>| {
        let mut block = chain.open();
        let number = block.number;
        block.natively(|| {
            if let Some(netuid) = netuid {
                PendingEpochAt::<Runtime>::insert(netuid, u64::from(number));
            }
        });
        counted(|| {
            block.initialize();
        })
    };
    let idle = start(None);
    table("`on_initialize`, a block without an epoch", &idle);
    let mut epoch = start(Some(NetUid::new(1)));
    for (call, count) in &idle {
        let with = epoch.entry(call.clone()).or_default();
        *with = with.saturating_sub(*count);
    }
    table("an epoch on top of that", &epoch);
}

/// Calls by item, the most asked for first.
fn table(title: &str, counts: &Counts) {
    let mut items = BTreeMap::<&str, BTreeMap<&str, u64>>::new();
    let mut methods = BTreeMap::<&str, u64>::new();
    for ((key, method), count) in counts {
        *items.entry(key).or_default().entry(method).or_default() += count;
        *methods.entry(method).or_default() += count;
    }
    let mut rows: Vec<(u64, &str, String)> = items
        .iter()
        .map(|(key, methods)| {
            let of: Vec<String> = methods
                .iter()
                .map(|(name, n)| format!("{name} {n}"))
                .collect();
            (methods.values().sum(), *key, of.join(", "))
        })
        .filter(|(sum, ..)| *sum > 0)
        .collect();
    rows.sort_by_key(|(sum, ..)| std::cmp::Reverse(*sum));
    let names = names();
    let sum: u64 = counts.values().sum();
    println!("Calls to the host in {title}: {sum}, {methods:?}\n");
    println!("| Item | Calls | Of them |");
    println!("|---|---|---|");
    for (sum, key, of) in rows.into_iter().take(ROWS) {
        let name = names.get(key).map_or(key, String::as_str);
        println!("| `{name}` | {sum} | {of} |");
    }
    println!();
}
