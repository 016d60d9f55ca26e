//! All blocks of a tempo, with the epochs of all subnets spread over them.

use std::time::Duration;

use node_subtensor_runtime::Runtime;
use pallet_subtensor::LastEpochBlock;
use subtensor_primitives::NetUid;

use crate::{
    chain::{Chain, Ends},
    population::{Size, TEMPO},
    timing::{mean, millis},
};

/// Block time of the production profile, ms.
const BLOCK_TIME: f64 = 12_000.0;

/// Runs the blocks of a tempo and prints what they took.
pub(crate) fn print(chain: &mut Chain, size: Size) {
    let (mut idle, mut busy): (Vec<Ends>, Vec<Ends>) = (Vec::new(), Vec::new());
    for _ in 0..TEMPO {
        let ends = chain.advance();
        if epochs_in_best(chain, size) > 0 {
            busy.push(ends);
        } else {
            idle.push(ends);
        }
    }
    println!("{TEMPO} blocks, milliseconds as WebAssembly\n");
    println!(
        "| Blocks | Count | on_initialize, average | worst | Part of 12 s, average | worst \
         | Not in the cache, average | finalize, average |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    row("without an epoch", &idle.iter().collect::<Vec<_>>());
    row("with an epoch", &busy.iter().collect::<Vec<_>>());
    row("all", &idle.iter().chain(&busy).collect::<Vec<_>>());
    println!();
}

/// Number of epochs that ran in the best block.
fn epochs_in_best(chain: &Chain, size: Size) -> usize {
    let mut next = chain.open();
    let best = u64::from(next.number - 1);
    next.natively(|| {
        (1..=size.subnets)
            .map(|netuid| LastEpochBlock::<Runtime>::get(NetUid::new(netuid)))
            .filter(|last| *last == best)
            .count()
    })
}

fn row(name: &str, blocks: &[&Ends]) {
    let each = |of: fn(&Ends) -> Duration| blocks.iter().map(|ends| of(ends)).collect::<Vec<_>>();
    let starts = each(|ends| ends.initialize);
    let average = millis(mean(&starts));
    let worst = millis(starts.iter().max().copied().unwrap_or_default());
    println!(
        "| {name} | {} | {average:.2} | {worst:.2} | {:.3} % | {:.3} % | {:.2} | {:.2} |",
        blocks.len(),
        average / BLOCK_TIME * 100.0,
        worst / BLOCK_TIME * 100.0,
        millis(mean(&each(|ends| ends.first))),
        millis(mean(&each(|ends| ends.finalize))),
    );
}
