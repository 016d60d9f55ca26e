//! Time of a quote: buying and selling at equal and at unequal weights, with a limit that is far
//! away and with one that cuts the order; and of a move between two pools.

use std::{hint::black_box, time::Duration};

use criterion::{Criterion, criterion_group, criterion_main};
use subtensor_amm::{HALF_WEIGHT, MoveLimit, MoveTerms, Pool, Terms, quote_move};
use subtensor_fixed::U64F64;

const TAO: u64 = 1_000_000_000;

/// A pool of 3 000 TAO and 100 000 alpha.
fn pool(quote_weight_parts: u64) -> Pool {
    Pool {
        tao: 3_000 * TAO,
        alpha: 100_000 * TAO,
        quote_weight_parts,
    }
}

const WEIGHTS: [(&str, u64); 3] = [
    ("equal", HALF_WEIGHT),
    ("unequal", 487_654_321_012_345_678),
    ("lopsided", 30_000_000_000_000_001),
];

fn terms(limit: u64) -> Terms {
    Terms {
        limit,
        fee_rate: 33,
        minimum_reserve: 1_000_000,
    }
}

fn quotes(criterion: &mut Criterion) {
    for (weights, parts) in WEIGHTS {
        let pool = pool(parts);
        let price = pool.price().saturating_mul(U64F64::from_num(TAO)).to_u64();
        for (bound, up, down) in [
            ("open", 1_000_000 * TAO, 1_000),
            ("cut", price + price / 100, price - price / 100),
        ] {
            assert!(pool.buy(100 * TAO, &terms(up)).is_ok());
            assert!(pool.sell(5_000 * TAO, &terms(down)).is_ok());
            criterion.bench_function(&format!("buy/{weights}/{bound}"), |bencher| {
                bencher.iter(|| black_box(&pool).buy(black_box(100 * TAO), &terms(up)));
            });
            criterion.bench_function(&format!("sell/{weights}/{bound}"), |bencher| {
                bencher.iter(|| black_box(&pool).sell(black_box(5_000 * TAO), &terms(down)));
            });
        }
    }
}

fn moves(criterion: &mut Criterion) {
    for (weights, parts) in WEIGHTS {
        // Twice as dear as the destination; the second limit cuts.
        let (origin, destination) = (pool(parts), pool(parts));
        let origin = Pool {
            alpha: origin.alpha / 2,
            ..origin
        };
        for (bound, limit) in [("open", TAO), ("cut", 1_950_000_000)] {
            let terms = MoveTerms {
                limit: MoveLimit::Price(limit),
                origin: terms(1_000),
                destination: terms(1_000_000 * TAO),
            };
            let quote = || quote_move(black_box(&origin), &destination, 3_000 * TAO, &terms);
            assert!(quote().is_ok());
            criterion.bench_function(&format!("move/{weights}/{bound}"), |bencher| {
                bencher.iter(quote);
            });
        }
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1));
    targets = quotes, moves
}
criterion_main!(benches);
