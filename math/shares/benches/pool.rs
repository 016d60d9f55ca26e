//! Time of the operations on a share pool.

use std::{hint::black_box, time::Duration};

use criterion::{Criterion, criterion_group, criterion_main};
use subtensor_shares::{SafeFloat, SharePool};

/// A pool with a history, and one of its positions.
fn position() -> (SharePool, SafeFloat) {
    let (mut pool, mut share, mut other): (SharePool, _, _) = Default::default();
    pool.stake(&mut other, 1_234_567_890_123)
        .expect("an empty pool");
    pool.update_for_all(987_654_321);
    pool.stake(&mut share, 55_555_555_555)
        .expect("a pool with a value");
    pool.update_for_all(123_456_789);
    (pool, share)
}

fn bench(criterion: &mut Criterion) {
    let (pool, share) = position();
    criterion.bench_function("value_of", |bencher| {
        bencher.iter(|| black_box(&pool).value_of(black_box(share)));
    });
    criterion.bench_function("stake", |bencher| {
        bencher.iter(|| {
            let (mut pool, mut share) = black_box((pool, share));
            pool.stake(&mut share, black_box(7_000_000_000))
                .map(|()| (pool, share))
        });
    });
    criterion.bench_function("unstake", |bencher| {
        bencher.iter(|| {
            let (mut pool, mut share) = black_box((pool, share));
            pool.unstake(&mut share, black_box(7_000_000_000))
                .map(|()| (pool, share))
        });
    });
    criterion.bench_function("close", |bencher| {
        bencher.iter(|| {
            let (mut pool, mut share) = black_box((pool, share));
            pool.close(&mut share).map(|taken| (pool, taken))
        });
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1));
    targets = bench
}
criterion_main!(benches);
