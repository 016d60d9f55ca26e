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

/// Hooks in a state that gives them something to do.
struct Row<'a> {
    name: &'static str,
    chain: &'a Chain,
    /// What is done before.
    begin: fn(&mut OpenBlock<'_>),
    run: fn(&mut OpenBlock<'_>) -> Duration,
}

/// Prints a row per state.
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
        let row = Row {
            name,
            chain: &chain.changed(prepare),
            begin: |_| (),
            run: |block| block.initialize(),
        };
        row.print(Duration::ZERO);
    }
    let end = |name, chain| Row {
        name,
        chain,
        begin: |block| {
            block.initialize();
            block.set_time();
        },
        run: finalize,
    };
    let idle = end("", chain).median();
    end("64 parents are valued", &chain.changed(wait_for_value)).print(idle);
    println!();
}

impl Row<'_> {
    fn median(&self) -> Duration {
        let once = || {
            let mut block = self.chain.open();
            (self.begin)(&mut block);
            (self.run)(&mut block)
        };
        // The first one fills caches.
        median(
            std::iter::repeat_with(once)
                .take(RUNS + 1)
                .skip(1)
                .collect(),
        )
    }

    /// Prints what it takes, without what it takes where there is nothing to do.
    fn print(&self, idle: Duration) {
        let taken = self.median().saturating_sub(idle);
        let mut counted = self.chain.open_to_count();
        (self.begin)(&mut counted);
        let before = charged(&mut counted);
        let touched: Touched = counted.touched_by(|block| {
            (self.run)(block);
        });
        let charged = charged(&mut counted).saturating_sub(before);
        let whole = on_database(self.chain, taken, touched);
        println!(
            "| {} | {:.1} | {} | {} | {:.1} | {:.1} | {:.1} |",
            self.name,
            millis(taken),
            touched.reads,
            touched.writes,
            millis(whole),
            millis(charged),
            ratio(charged, whole),
        );
    }
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
