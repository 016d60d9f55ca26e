//! Measures the benchmarks of a runtime under the node's executor, with its state in memory, and
//! what the accesses to a state on disk take, and writes what it found as Rust.
//! `scripts/bench-weights.sh` builds what this needs and runs it.

mod arguments;
mod chain;
#[allow(
    dead_code,
    clippy::expect_used,
    reason = "tests of weights have it in common with this program"
)]
#[path = "../../../pallets/subtensor/src/weight_info/tests/counted.rs"]
mod counted;
mod database;
mod fit;
mod logger;
mod measure;
mod render;
mod times;

use std::{env, error::Error, fs, path::Path, process::ExitCode};

use arguments::{Arguments, Command, Task};
use chain::Chain;

fn main() -> ExitCode {
    logger::start();
    match Command::parse(env::args().skip(1)).and_then(run) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<(), Box<dyn Error>> {
    match command {
        Command::Benchmarks(arguments) => benchmarks(&arguments),
        Command::Database {
            folder,
            output,
            remark,
        } => {
            let prices = database::measure(Path::new(&folder))?;
            write(&output, render::prices(&prices, &remark))
        }
    }
}

fn benchmarks(arguments: &Arguments) -> Result<(), Box<dyn Error>> {
    let code = fs::read(&arguments.blob)
        .map_err(|error| format!("the runtime {} is not to be read: {error}", arguments.blob))?;
    let chain = Chain::new(code, &arguments.preset)?;
    let benchmarks = chain.benchmarks()?;
    match &arguments.task {
        Task::List => {
            for benchmark in benchmarks {
                println!("{} {}", benchmark.pallet, benchmark.name);
            }
            Ok(())
        }
        Task::Measure { pallet, output, .. } => {
            let of_pallet: Vec<_> = benchmarks
                .into_iter()
                .filter(|benchmark| benchmark.pallet == *pallet)
                .collect();
            if of_pallet.is_empty() {
                return Err(format!("the runtime has no benchmarks of {pallet}").into());
            }
            let weights = measure::all(&chain, &of_pallet, arguments)?;
            write(output, render::file(&weights, arguments))
        }
    }
}

fn write(output: &str, text: String) -> Result<(), Box<dyn Error>> {
    fs::write(output, text)
        .map_err(|error| format!("{output} is not to be written: {error}").into())
}
