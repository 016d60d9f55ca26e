//! One epoch of a full subnet: natively in its parts, then whole in a block, natively and as
//! WebAssembly.

use pallet_subtensor::Mechanisms;
use std::{hint::black_box, time::Duration};

use node_subtensor_runtime::{Executive, Runtime};
use pallet_subtensor::{PendingEpochAt, WeightInfo, consensus::Snapshot};
use subtensor_primitives::NetUid;

use crate::{
    chain::{Chain, Touched},
    population::{FULL, TAO, VARIANTS, run_epoch, subnet_of},
    timing::{median, millis, time},
};

/// Runs of each.
const RUNS: usize = 25;

/// Prints a row per form of the bonds.
pub(crate) fn print(chain: &Chain) {
    println!("Median of {RUNS} runs, milliseconds\n");
    println!(
        "| Epoch | Read | Compute | Store | Pay | Whole, native | Whole, WebAssembly | Ratio \
         | Declared | Reads | Writes |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    let idle = touched(chain, None);
    let idle_native = median_of(|| native_block(chain, None));
    let idle_wasm = median_of(|| wasm_block(chain, None));
    for (variant, name) in VARIANTS.into_iter().enumerate() {
        let netuid = subnet_of(variant);
        let (read, compute, run) = parts(chain, netuid);
        let of_epoch = touched(chain, Some(netuid));
        let native = median_of(|| native_block(chain, Some(netuid))).saturating_sub(idle_native);
        let wasm = median_of(|| wasm_block(chain, Some(netuid))).saturating_sub(idle_wasm);
        println!(
            "| {name} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} | {:.2} | {:.0} | {} | {} |",
            millis(read),
            millis(compute),
            millis(run.saturating_sub(read + compute)),
            millis(native.saturating_sub(run)),
            millis(native),
            millis(wasm),
            wasm.as_secs_f64() / native.as_secs_f64(),
            millis(declared(chain)),
            of_epoch.reads - idle.reads,
            of_epoch.writes - idle.writes,
        );
    }
    println!(
        "\nStart of a block without an epoch: {:.2} natively, {:.2} as WebAssembly; \
         {} reads, {} writes\n",
        millis(idle_native),
        millis(idle_wasm),
        idle.reads,
        idle.writes,
    );
}

fn median_of(run: impl FnMut() -> Duration) -> Duration {
    // The first one fills caches.
    median(std::iter::repeat_with(run).take(RUNS + 1).skip(1).collect())
}

/// Reading, computing, and all of an epoch without its payout; natively.
fn parts(chain: &Chain, netuid: NetUid) -> (Duration, Duration, Duration) {
    let emission = TAO * 360;
    let read = || Snapshot::<Runtime>::read(netuid).expect("the subnet is sound");
    let mut block = chain.open();
    let reading = median_of(|| block.natively(|| time(read).1));
    let snapshot = block.natively(read);
    let parts = block.natively(|| Mechanisms::<Runtime>::mechanism_parts(netuid, emission));
    let computing = median_of(|| time(|| black_box(snapshot.decide(&parts))).1);
    let running = median_of(|| {
        block.undone(|block| {
            let run = || run_epoch(netuid, emission);
            block.natively(|| time(|| run().expect("the subnet is sound")).1)
        })
    });
    (reading, computing, running)
}

/// Start of a block in which the epoch of a subnet runs, natively.
fn native_block(chain: &Chain, netuid: Option<NetUid>) -> Duration {
    let mut block = chain.open();
    let (number, header) = (block.number, block.header());
    block.natively(|| {
        trigger(netuid, number);
        time(|| Executive::initialize_block(&header)).1
    })
}

/// The same in the blob.
fn wasm_block(chain: &Chain, netuid: Option<NetUid>) -> Duration {
    let mut block = chain.open();
    let number = block.number;
    block.natively(|| trigger(netuid, number));
    block.initialize()
}

/// What the start of a block touches.
fn touched(chain: &Chain, netuid: Option<NetUid>) -> Touched {
    let mut block = chain.open_to_count();
    let number = block.number;
    block.natively(|| trigger(netuid, number));
    block.touched_by(|block| {
        block.initialize();
    })
}

fn trigger(netuid: Option<NetUid>, block: u32) {
    if let Some(netuid) = netuid {
        PendingEpochAt::<Runtime>::insert(netuid, u64::from(block));
    }
}

/// What the weight of an epoch says.
fn declared(chain: &Chain) -> Duration {
    let uids = u32::from(FULL.uids);
    let weight = chain
        .open()
        .natively(|| <Runtime as pallet_subtensor::Config>::WeightInfo::epoch(uids, uids));
    Duration::from_nanos(weight.ref_time() / 1_000)
}
