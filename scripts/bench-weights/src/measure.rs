//! Runs benchmarks at many sizes.

use std::error::Error;

use frame_benchmarking::{Analysis, BenchmarkResult, BenchmarkSelector};

use crate::{
    arguments::{Arguments, Task},
    chain::{Benchmark, Chain, Component, Purpose},
    fit::{self, Line},
};

/// What a benchmark weighs.
pub(crate) struct Weight {
    /// As the benchmark is called.
    pub(crate) name: String,
    /// Letters of its components.
    pub(crate) components: Vec<String>,
    /// Picoseconds, without the accesses to a database on disk.
    pub(crate) time: Line,
    /// Keys read.
    pub(crate) reads: Line,
    /// Keys written.
    pub(crate) writes: Line,
    /// The shortest run, in nanoseconds.
    pub(crate) least_time: u128,
}

/// Measures each benchmark.
///
/// Errors: if one fails; it is named.
pub(crate) fn all(
    chain: &Chain,
    benchmarks: &[Benchmark],
    arguments: &Arguments,
) -> Result<Vec<Weight>, Box<dyn Error>> {
    let Task::Measure { steps, repeats, .. } = arguments.task else {
        return Err("nothing to measure".into());
    };
    let mut weights = Vec::new();
    for benchmark in benchmarks {
        let weight = one(chain, benchmark, steps, repeats)
            .map_err(|error| format!("{}::{}: {error}", benchmark.pallet, benchmark.name))?;
        println!("    {}: {} ns", weight.name, weight.time.at_least() / 1_000);
        weights.push(weight);
    }
    Ok(weights)
}

fn one(
    chain: &Chain,
    benchmark: &Benchmark,
    steps: u32,
    repeats: u32,
) -> Result<Weight, Box<dyn Error>> {
    let (mut times, mut counts) = (Vec::new(), Vec::new());
    for (index, components) in sizes(benchmark, steps).iter().enumerate() {
        if index == 0 {
            chain.run(benchmark, components, Purpose::Verify)?;
        }
        counts.extend(chain.run(benchmark, components, Purpose::Count)?);
        times.extend(chain.run(benchmark, components, Purpose::Time { repeats })?);
    }
    if times.is_empty() || counts.is_empty() {
        return Err("it measured nothing".into());
    }
    let time = Analysis::min_squares_iqr(&times, BenchmarkSelector::ExtrinsicTime)?;
    Ok(Weight {
        name: benchmark.name.clone(),
        components: benchmark
            .components
            .iter()
            .map(|(name, ..)| name.to_string())
            .collect(),
        least_time: time.minimum,
        time: Line::from(time),
        reads: accesses(&counts, |run| run.reads),
        writes: accesses(&counts, |run| run.writes),
    })
}

/// The line over counted accesses.
fn accesses(counts: &[BenchmarkResult], counted: impl Fn(&BenchmarkResult) -> u32) -> Line {
    let points: Vec<_> = counts
        .iter()
        .map(|run| {
            let sizes = run.components.iter().map(|(_, size)| *size).collect();
            (sizes, u128::from(counted(run)))
        })
        .collect();
    fit::over(&points)
}

/// The sizes to measure at: each component from its least to its greatest value, with the others at
/// their greatest.
fn sizes(benchmark: &Benchmark, steps: u32) -> Vec<Vec<Component>> {
    let greatest: Vec<Component> = benchmark
        .components
        .iter()
        .map(|(name, _, high)| (*name, *high))
        .collect();
    let mut sizes = Vec::new();
    for (index, (name, low, high)) in benchmark.components.iter().enumerate() {
        for value in fit::spread(*low, *high, steps) {
            let mut size = greatest.clone();
            if let Some(component) = size.get_mut(index) {
                *component = (*name, value);
            }
            sizes.push(size);
        }
    }
    if sizes.is_empty() {
        sizes.push(greatest);
    }
    sizes
}
