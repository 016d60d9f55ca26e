//! An economy of random people on the real runtime (spec 10, 20, 30, 50; design 6.4). Each seed
//! makes a population that opens subnets, registers, stakes, moves, weighs and administers at
//! random, with valid and invalid arguments, through signed extrinsics. After each block
//! `try_state` of every pallet runs, and what it does not say is checked here.
//!
//! `ECONOMY_SEEDS` sets how many seeds run and `ECONOMY_FIRST_SEED` which is the first. A seed that
//! fails is reduced to the few calls that bring the failure about, and these are printed.

mod chain;
mod draw;
mod invariants;
mod people;
mod play;
mod promises;
mod random;
mod reduce;
mod stage;

use std::{
    env,
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::Instant,
};

use node_subtensor_runtime::Executive;
use play::{CALLS_PER_BLOCK, Game, Report};
use random::Random;

/// Blocks of a seed, after those that set the stage.
const BLOCKS: u32 = 300;
/// Seeds without `ECONOMY_SEEDS`.
const SEEDS: u64 = 4;

fn number(name: &str, default: u64) -> u64 {
    match env::var(name) {
        Err(_) => default,
        Ok(text) => text
            .parse()
            .unwrap_or_else(|_| panic!("{name} is no number: {text}")),
    }
}

/// Plays the calls of a seed, whether or not rules are kept, and tells `watch` when a block is
/// over.
pub(crate) fn watch(seed: u64, blocks: u32, mut watch: impl FnMut(u32)) {
    chain::new_chain().execute_with(|| {
        stage::set_the_stage();
        let mut random = Random::new(seed);
        for block in 0..blocks {
            chain::start_block();
            for (who, call) in draw::calls(&mut random, block, CALLS_PER_BLOCK) {
                // Calls that fail are part of the game.
                let _ = chain::submit(&who.key(), call);
            }
            Executive::finalize_block();
            watch(block);
        }
    })
}

#[test]
fn a_random_economy_keeps_every_rule() {
    let (first, seeds) = (
        number("ECONOMY_FIRST_SEED", 1),
        number("ECONOMY_SEEDS", SEEDS),
    );
    let next = AtomicU64::new(first);
    let started = Instant::now();
    let work = || {
        let mut report = Report::default();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= first + seeds {
                return report;
            }
            let game = Game::record(seed, BLOCKS);
            report.add(&game.report);
            if let Err(violation) = &game.outcome {
                let steps = reduce::reduce(&game);
                panic!(
                    "seed {seed}: {violation}\nreduced to {} calls:\n{}",
                    steps.len(),
                    reduce::print(&steps)
                );
            }
        }
    };
    let cores = thread::available_parallelism().map_or(1, |cores| cores.get());
    let report = thread::scope(|scope| {
        let workers: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        let mut report = Report::default();
        for worker in workers {
            match worker.join() {
                Ok(part) => report.add(&part),
                Err(reason) => std::panic::resume_unwind(reason),
            }
        }
        report
    });
    println!(
        "{seeds} seeds in {:.0} s\n{report}",
        started.elapsed().as_secs_f64()
    );
    report.assert_broad();
    if seeds >= SEEDS {
        report.assert_important();
    }
}
