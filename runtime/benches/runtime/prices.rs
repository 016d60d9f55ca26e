//! What accesses take on a database, where the state of these chains is in memory.

use std::time::Duration;

use node_subtensor_runtime::Runtime;

use crate::chain::{Chain, Touched};

/// The time taken, with accesses at the prices of the node's database, which weights have, too: as
/// `scripts/bench-weights.sh database` measures them. What an access takes in memory is small
/// beside that, and is counted with it.
pub(crate) fn on_database(chain: &Chain, taken: Duration, touched: Touched) -> Duration {
    let prices = chain
        .open()
        .natively(<Runtime as frame_system::Config>::DbWeight::get);
    let accesses = prices.reads_writes(touched.reads as u64, touched.writes as u64);
    taken + Duration::from_nanos(accesses.ref_time() / 1_000)
}

/// How many times as long.
pub(crate) fn ratio(charged: Duration, taken: Duration) -> f64 {
    charged.as_secs_f64() / taken.as_secs_f64().max(1e-9)
}
