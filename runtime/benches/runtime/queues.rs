//! What it takes to put an encrypted commit behind many others: the value grows by a few bytes, and
//! is read, hashed and written whole at the end of the block.

use std::time::{Duration, Instant};

use node_subtensor_runtime::{AccountId, Runtime};
use pallet_subtensor::{TimelockedWeightCommits, weights::CommitPayload};
use subtensor_primitives::{NetUid, NetUidStorageIndex};

use crate::{
    chain::Chain,
    population::hotkey,
    timing::{median, millis},
};

/// Runs of each.
const RUNS: usize = 15;
/// Bytes of a commit.
const BYTES: usize = 5_000;
const EPOCH: u64 = 9;

/// Prints a row for each length of the queue.
pub(crate) fn print(chain: &Chain) {
    println!("A commit behind others, median of {RUNS} blocks, milliseconds\n");
    println!("| Waiting | MB | End of the block without | with | ns for a byte |");
    println!("|---|---|---|---|---|");
    for (fill, waiting) in [
        (fill::<0> as fn(), 0),
        (fill::<256>, 256),
        (fill::<2560>, 2_560),
    ] {
        let chain = chain.changed(fill);
        let without = median_of(|| end_of_block(&chain, false));
        let with = median_of(|| end_of_block(&chain, true));
        let bytes = waiting * BYTES;
        let of_each = with.saturating_sub(without).as_nanos() as f64 / bytes.max(1) as f64;
        println!(
            "| {waiting} | {:.1} | {:.2} | {:.2} | {:.2} |",
            bytes as f64 / 1e6,
            millis(without),
            millis(with),
            of_each,
        );
    }
    println!();
}

fn median_of(run: impl FnMut() -> Duration) -> Duration {
    median(std::iter::repeat_with(run).take(RUNS + 1).skip(1).collect())
}

/// The append, the root and the nodes of the state after it.
fn end_of_block(chain: &Chain, appends: bool) -> Duration {
    let mut block = chain.open();
    block.initialize();
    block.set_time();
    let start = Instant::now();
    if appends {
        block.natively(|| append(0));
    }
    block.close();
    start.elapsed()
}

fn append(number: usize) {
    let hotkey: AccountId = hotkey(NetUid::new(1), (number % 256) as u16);
    let ciphertext = CommitPayload::try_from(vec![number as u8; BYTES]).expect("it is short");
    let index = NetUidStorageIndex::from(NetUid::new(1));
    TimelockedWeightCommits::<Runtime>::append(index, EPOCH, (hotkey, 1_u64, ciphertext, 9_u64));
}

fn fill<const N: usize>() {
    (0..N).for_each(append);
}
