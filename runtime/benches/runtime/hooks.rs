//! What hooks take, as WebAssembly, beside the weight that they add to their block.

use std::time::{Duration, Instant};

use frame_support::dispatch::DispatchClass;
use node_subtensor_runtime::{Runtime, RuntimeOrigin, SubtensorModule, System};
use pallet_subtensor::{ChildkeyThresholdChecks, PendingEpochAt};
use subtensor_primitives::NetUid;

use crate::{
    chain::{Chain, OpenBlock, Touched},
    population::{self, START, VARIANTS, hotkey, subnet_of},
    prices::{on_database, ratio},
    reveals,
    timing::{median, millis},
};

/// Runs of each.
const RUNS: usize = 15;
const SUBNET: NetUid = NetUid::new(1);

/// Prints a row per state that gives hooks something to do.
pub(crate) fn print(chain: &Chain) {
    println!("Median of {RUNS} runs, milliseconds as WebAssembly\n");
    println!("| Hooks | Time | Reads | Writes | On a database | Charged | Ratio |");
    println!("|---|---|---|---|---|---|---|");
    let starts: [(&str, fn()); 7] = [
        ("every block", || ()),
        (VARIANTS[0], epoch::<0>),
        (VARIANTS[1], epoch::<1>),
        (VARIANTS[2], epoch::<2>),
        ("Null consensus, 2500 uids", || {
            population::enlarge();
            epoch::<0>();
        }),
        ("32 encrypted commits are opened", reveals::fill::<32>),
        ("a subnet is dissolved", dissolve),
    ];
    for (name, prepare) in starts {
        let chain = chain.changed(prepare);
        row(name, &chain, OpenBlock::initialize, |_| ());
    }
    let chain = chain.changed(wait_for_value);
    let begin = |block: &mut OpenBlock<'_>| {
        block.initialize();
        block.set_time();
    };
    row("on_idle, 64 parents are valued", &chain, finalize, begin);
    println!();
}

/// Prints what `run` takes after `begin`.
fn row(
    name: &str,
    chain: &Chain,
    run: fn(&mut OpenBlock<'_>) -> Duration,
    begin: impl Fn(&mut OpenBlock<'_>),
) {
    let once = || {
        let mut block = chain.open();
        begin(&mut block);
        run(&mut block)
    };
    // The first one fills caches.
    let taken = median(
        std::iter::repeat_with(once)
            .take(RUNS + 1)
            .skip(1)
            .collect(),
    );
    let mut counted = chain.open_to_count();
    begin(&mut counted);
    let before = charged(&mut counted);
    let touched: Touched = counted.touched_by(|block| {
        run(block);
    });
    let charged = charged(&mut counted).saturating_sub(before);
    let whole = on_database(taken, touched);
    println!(
        "| {name} | {:.1} | {} | {} | {:.1} | {:.1} | {:.1} |",
        millis(taken),
        touched.reads,
        touched.writes,
        millis(whole),
        millis(charged),
        ratio(charged, whole),
    );
}

/// The weight of the block's hooks so far. That of the block before stands until the next begins.
fn charged(block: &mut OpenBlock<'_>) -> Duration {
    let number = block.number;
    let weight = block.natively(|| match System::block_number() == number {
        true => System::block_weight()
            .get(DispatchClass::Mandatory)
            .ref_time(),
        false => 0,
    });
    Duration::from_nanos(weight / 1_000)
}

/// The last hooks of a block, without the root of its state.
fn finalize(block: &mut OpenBlock<'_>) -> Duration {
    let start = Instant::now();
    block.call("BlockBuilder_finalize_block", &[]);
    start.elapsed()
}

/// The epoch of a subnet of one kind is due.
fn epoch<const VARIANT: usize>() {
    PendingEpochAt::<Runtime>::insert(subnet_of(VARIANT), u64::from(START) + 1);
}

fn dissolve() {
    SubtensorModule::root_dissolve_network(RuntimeOrigin::root(), SUBNET)
        .expect("the subnet exists");
}

fn wait_for_value() {
    for uid in 0..64 {
        ChildkeyThresholdChecks::<Runtime>::insert(hotkey(SUBNET, uid), ());
    }
}
