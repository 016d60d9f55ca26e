//! What a block pays for each timelock and each pulse, without the host functions of a node.

use std::{hint::black_box, time::Duration};

use criterion::{Criterion, criterion_group, criterion_main};
use subtensor_timelock::{Ciphertext, Plain, RoundKey, Secrets, public_key, seal, sign, verify};

const SECRET: [u8; 32] = [7; 32];
const ROUND: u64 = 1_000;
/// Bytes of the weights of 256 uids.
const MESSAGE_BYTES: usize = 1_069;

fn bench(criterion: &mut Criterion) {
    let key = public_key(&SECRET);
    let signature = sign(&SECRET, ROUND);
    let secrets = Secrets {
        key: [1; 32],
        sigma: [2; 32],
        nonce: [3; 12],
    };
    let bytes =
        seal(&key, ROUND, &secrets, &[5; MESSAGE_BYTES]).expect("the key is that of a beacon");
    let ciphertext = Ciphertext::parse(&bytes).expect("it was just made");
    let round_key = RoundKey::<Plain>::decode(&signature).expect("it was just made");

    criterion.bench_function("parse", |bencher| {
        bencher.iter(|| Ciphertext::parse(black_box(&bytes)).is_some());
    });
    criterion.bench_function("decode a signature", |bencher| {
        bencher.iter(|| RoundKey::<Plain>::decode(black_box(&signature)).is_some());
    });
    criterion.bench_function("open", |bencher| {
        bencher.iter(|| round_key.open(black_box(&ciphertext)));
    });
    criterion.bench_function("verify a pulse", |bencher| {
        bencher.iter(|| verify::<Plain>(&key, black_box(ROUND), &signature));
    });
    criterion.bench_function("seal", |bencher| {
        bencher.iter(|| seal(&key, ROUND, &secrets, black_box(&[5; MESSAGE_BYTES])));
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
