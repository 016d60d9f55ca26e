//! An epoch of Null consensus on a subnet with as many uids as it may have, beside what the block's
//! weight says of it.

use std::time::{Duration, Instant};

use frame_support::traits::Hooks;
use node_subtensor_runtime::{Executive, Runtime, SubtensorModule, System};
use pallet_subtensor::PendingEpochAt;
use subtensor_primitives::NetUid;

use crate::{
    chain::{Chain, Touched},
    population,
    timing::{median, millis, time},
};

/// Runs of each.
const RUNS: usize = 15;
const SUBNET: NetUid = NetUid::new(1);

/// What is timed of a block: all of it but transactions.
struct Block {
    native: Duration,
    wasm: Duration,
    /// With the state root.
    end: Duration,
    declared: Duration,
    touched: Touched,
}

/// Prints what an epoch adds to a block.
pub(crate) fn print(chain: &Chain) {
    let chain = chain.changed(population::enlarge);
    let (idle, busy) = (Block::time(&chain, false), Block::time(&chain, true));
    println!("An epoch of Null consensus, 2500 uids, median of {RUNS} runs, milliseconds\n");
    println!("| Native | WebAssembly | End of the block | Declared | Reads | Writes |");
    println!("|---|---|---|---|---|---|");
    let more = |of: fn(&Block) -> Duration| millis(of(&busy).saturating_sub(of(&idle)));
    println!(
        "| {:.1} | {:.1} | {:.1} | {:.0} | {} | {} |\n",
        more(|block| block.native),
        more(|block| block.wasm),
        more(|block| block.end),
        more(|block| block.declared),
        busy.touched.reads - idle.touched.reads,
        busy.touched.writes - idle.touched.writes,
    );
}

impl Block {
    fn time(chain: &Chain, is_due: bool) -> Self {
        let open = || {
            let mut block = chain.open();
            let number = block.number;
            block.natively(|| trigger(is_due, number));
            block
        };
        let mut ends = Vec::new();
        let wasm = median_of(|| {
            let mut block = open();
            let start = block.initialize();
            block.set_time();
            let begun = Instant::now();
            block.close();
            ends.push(begun.elapsed());
            start
        });
        let native = median_of(|| {
            let mut block = open();
            let header = block.header();
            block.natively(|| time(|| Executive::initialize_block(&header)).1)
        });
        let weight = open().natively(|| {
            let number = System::block_number() + 1;
            System::set_block_number(number);
            SubtensorModule::on_initialize(number)
        });
        let mut counted = chain.open_to_count();
        let number = counted.number;
        counted.natively(|| trigger(is_due, number));
        let touched = counted.touched_by(|block| {
            block.initialize();
        });
        Self {
            native,
            wasm,
            end: median(ends),
            declared: Duration::from_nanos(weight.ref_time() / 1_000),
            touched,
        }
    }
}

fn median_of(run: impl FnMut() -> Duration) -> Duration {
    // The first one fills caches.
    median(std::iter::repeat_with(run).take(RUNS + 1).skip(1).collect())
}

fn trigger(is_due: bool, block: u32) {
    if is_due {
        PendingEpochAt::<Runtime>::insert(SUBNET, u64::from(block));
    }
}
