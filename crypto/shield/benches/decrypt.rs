//! What a shielded transaction costs its author besides its execution.

use std::{hint::black_box, time::Duration};

use criterion::{Criterion, criterion_group, criterion_main};
use subtensor_shield::{KeyPair, KeyRing, Randomness, ShieldedTransaction, encrypt};

/// Bytes of a signed `add_stake_limit`.
const MESSAGE_BYTES: usize = 180;

fn bench(criterion: &mut Criterion) {
    let ring = KeyRing::new().expect("the system gives random bytes");
    let key = ring.newest_key().expect("a ring has a pair");
    let randomness = Randomness {
        encapsulation: [1; 32],
        nonce: [2; 24],
    };
    let message = [3; MESSAGE_BYTES];
    let ciphertext = encrypt(&key, &message, randomness).expect("the key is one");

    criterion.bench_function("key pair", |bencher| {
        bencher.iter(|| KeyPair::from_seed(black_box(&[5; 64])));
    });
    criterion.bench_function("encrypt", |bencher| {
        bencher.iter(|| encrypt(black_box(&key), black_box(&message), randomness));
    });
    criterion.bench_function("parse, find the key, decrypt", |bencher| {
        bencher.iter(|| {
            let transaction = ShieldedTransaction::parse(black_box(&ciphertext)).ok()?;
            ring.find(&transaction.key_hash)?.decrypt(&transaction).ok()
        });
    });
    criterion.bench_function("parse, no such key", |bencher| {
        let mut foreign = ciphertext.clone();
        if let Some(byte) = foreign.first_mut() {
            *byte ^= 1;
        }
        bencher.iter(|| {
            let transaction = ShieldedTransaction::parse(black_box(&foreign)).ok()?;
            ring.find(&transaction.key_hash)
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
