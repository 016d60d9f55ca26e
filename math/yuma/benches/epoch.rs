//! Time of an epoch, of the engine and of the plain formulation that its tests compare it with.
//! Divide by validators times entries for the time of an entry.

#![allow(clippy::indexing_slicing, reason = "a benchmark may stop by a panic")]

#[path = "../tests/model/mod.rs"]
mod model;
mod network;
#[path = "../tests/support/mod.rs"]
mod support;

use std::{hint::black_box, time::Duration};

use criterion::{Criterion, criterion_group, criterion_main};
use network::{SIZES, VARIANTS, network};
use subtensor_yuma::{Workspace, epoch};

/// The plain formulation needs gigabytes beyond so many uids.
const MAX_PLAIN_UIDS: usize = 1_024;
fn bench(criterion: &mut Criterion) {
    for size in SIZES {
        for variant in VARIANTS {
            let network = network(variant, size);
            let (uids, validators, entries) = size;
            let name = format!("{variant}/{uids}x{validators}x{entries}");
            let mut work = Workspace::default();
            criterion.bench_function(&format!("epoch/{name}"), |bencher| {
                bencher.iter(|| {
                    epoch(black_box(&network.input()), &mut work)
                        .expect("the network is consistent");
                });
            });
            if uids <= MAX_PLAIN_UIDS {
                criterion.bench_function(&format!("baseline/{name}"), |bencher| {
                    bencher.iter(|| model::epoch(black_box(&network.input())));
                });
            }
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1));
    targets = bench
}
criterion_main!(benches);
