//! Times epochs in WebAssembly, compiled as the node's executor compiles a runtime, and natively.
//! Prints ns per weight entry. The argument is the path of the compiled guest.

#[path = "../../../benches/network/mod.rs"]
mod network;
#[path = "../../../tests/support/mod.rs"]
mod support;

use std::{
    error::Error,
    hint::black_box,
    time::{Duration, Instant},
};

use network::{SIZES, VARIANTS};
use subtensor_yuma::{Workspace, epoch};
use wasmtime::{Config, Engine, Instance, Module, OptLevel, Store, TypedFunc};

/// How long each measurement runs.
const SPAN: Duration = Duration::from_millis(500);
/// Each is repeated so often; the fastest counts.
const REPEATS: usize = 3;
/// The plain formulation does not fit the memory of a module beyond so many uids.
const MAX_PLAIN_UIDS: usize = 256;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args()
        .nth(1)
        .ok_or("usage: subtensor-yuma-host GUEST.wasm")?;
    let mut config = Config::new();
    config.cranelift_opt_level(OptLevel::SpeedAndSize);
    let engine = Engine::new(&config)?;
    let module = Module::from_file(&engine, path)?;
    let mut store = Store::new(&engine, ());
    let instance = Instance::new(&mut store, &module, &[])?;
    let prepare: TypedFunc<(u32, u32), ()> = instance.get_typed_func(&mut store, "prepare")?;
    let mut guest = |name: &str| instance.get_typed_func::<u32, ()>(&mut store, name);
    let (run_engine, run_baseline) = (guest("engine")?, guest("baseline")?);

    println!(
        "| Epoch | Native, ns per entry | WebAssembly, ns per entry | Ratio \
         | Plain, WebAssembly | Ratio |"
    );
    println!("|---|---|---|---|---|---|");
    for (size, (uids, validators, entries)) in (0..).zip(SIZES) {
        for (variant, name) in (0..).zip(VARIANTS) {
            let per_entry = |time: f64| time / (validators * entries) as f64;
            let native_network = network::network(name, (uids, validators, entries));
            let mut work = Workspace::default();
            let native = per_entry(time(|count| {
                for _ in 0..count {
                    let output = epoch(black_box(&native_network.input()), &mut work);
                    output.expect("the network is consistent");
                }
                Ok(())
            })?);
            prepare.call(&mut store, (size, variant))?;
            let wasm = per_entry(time(|count| Ok(run_engine.call(&mut store, count)?))?);
            print!(
                "| {name}/{uids}x{validators}x{entries} | {native:.1} | {wasm:.1} | {:.2} ",
                wasm / native
            );
            if uids <= MAX_PLAIN_UIDS {
                let plain = per_entry(time(|count| Ok(run_baseline.call(&mut store, count)?))?);
                println!("| {plain:.0} | {:.0} |", plain / wasm);
            } else {
                println!("| | |");
            }
        }
    }
    Ok(())
}

/// Nanoseconds of one run, of the fastest of some series.
fn time(mut run: impl FnMut(u32) -> Result<(), Box<dyn Error>>) -> Result<f64, Box<dyn Error>> {
    let start = Instant::now();
    run(1)?;
    let once = start.elapsed().max(Duration::from_nanos(1));
    let count = (SPAN.as_nanos() / once.as_nanos()).clamp(1, 100_000) as u32;
    let mut fastest = f64::INFINITY;
    for _ in 0..REPEATS {
        let start = Instant::now();
        run(count)?;
        fastest = fastest.min(start.elapsed().as_nanos() as f64 / f64::from(count));
    }
    Ok(fastest)
}
