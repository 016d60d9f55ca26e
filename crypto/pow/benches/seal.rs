//! Hashes a second of one thread, and the time of checking a proof.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use subtensor_pow::{Challenge, Difficulty};

fn bench(criterion: &mut Criterion) {
    let challenge = Challenge::new(1, &[0x11; 32], &[0x22; 32], &[0x33; 32]);
    // No seal meets it, but for one in 2^64.
    let difficulty = Difficulty::new(u64::MAX);
    let tried = 10_000;
    let mut group = criterion.benchmark_group("mining");
    group.throughput(Throughput::Elements(tried));
    group.bench_function("solve", |bencher| {
        bencher.iter(|| black_box(&challenge).solve(difficulty, 0..tried));
    });
    group.finish();

    let seal = challenge.seal(7);
    criterion.bench_function("check", |bencher| {
        bencher.iter(|| {
            Challenge::new(black_box(1), &[0x11; 32], &[0x22; 32], &[0x33; 32]).check(
                7,
                &seal.0,
                Difficulty::new(1),
            )
        });
    });
}

criterion_group!(benches, bench);
criterion_main!(benches);
