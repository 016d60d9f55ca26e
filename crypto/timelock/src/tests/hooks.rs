//! All heavy work goes through the hooks, as often as a weight may take it to, and never with a
//! point that a host function would not take.

use std::cell::Cell;

use ark_bls12_381_ext::{Bls12_381, Fq12, G1Projective, G2Projective};
use ark_ec::pairing::Pairing;
use ark_ff::Zero;

use super::*;
use crate::{CurveHooks, QUICKNET_PUBLIC_KEY, verify};

/// How often each hook was called: pairs of the Miller loop, final exponentiations, and
/// multiplications in G1 and G2.
type Calls = (usize, usize, usize, usize);

thread_local! {
    static CALLS: Cell<Calls> = const { Cell::new((0, 0, 0, 0)) };
}

fn count(change: impl FnOnce(&mut Calls)) {
    let mut calls = CALLS.get();
    change(&mut calls);
    CALLS.set(calls);
}

fn calls_of(work: impl FnOnce()) -> Calls {
    CALLS.set((0, 0, 0, 0));
    work();
    CALLS.get()
}

struct Counted;

impl CurveHooks for Counted {
    fn multi_miller_loop(
        g1: impl Iterator<Item = <Bls12_381<Self> as Pairing>::G1Prepared>,
        g2: impl Iterator<Item = <Bls12_381<Self> as Pairing>::G2Prepared>,
    ) -> Fq12 {
        // A new point is checked; the one at infinity is not on the curve.
        let g1: Vec<_> = g1
            .map(|point| ark_bls12_381::G1Affine::new(point.0.x, point.0.y))
            .collect();
        let g2: Vec<_> = g2
            .map(|point| ark_bls12_381::G2Affine::new(point.0.x, point.0.y))
            .collect();
        assert_eq!(g1.len(), g2.len());
        count(|calls| calls.0 += g1.len());
        ark_bls12_381::Bls12_381::multi_miller_loop(g1, g2).0
    }

    fn final_exponentiation(target: Fq12) -> Fq12 {
        assert!(!target.is_zero());
        count(|calls| calls.1 += 1);
        Plain::final_exponentiation(target)
    }

    fn mul_projective_g1(base: &G1Projective<Self>, scalar: &[u64]) -> G1Projective<Self> {
        count(|calls| calls.2 += 1);
        let base = G1Projective::<Plain>::new(base.x, base.y, base.z);
        let product = Plain::mul_projective_g1(&base, scalar);
        G1Projective::new_unchecked(product.x, product.y, product.z)
    }

    fn mul_projective_g2(base: &G2Projective<Self>, scalar: &[u64]) -> G2Projective<Self> {
        count(|calls| calls.3 += 1);
        let base = G2Projective::<Plain>::new(base.x, base.y, base.z);
        let product = Plain::mul_projective_g2(&base, scalar);
        G2Projective::new_unchecked(product.x, product.y, product.z)
    }
}

#[test]
fn the_work_of_each_step_is_known() {
    let ciphertext = bytes(HELLO);
    let ciphertext = Ciphertext::parse(&ciphertext).unwrap();
    let mut key = None;
    let decode = calls_of(|| key = RoundKey::<Counted>::decode(&signature()));
    assert_eq!(decode, (0, 0, 2, 0));
    let open = calls_of(|| assert!(key.unwrap().open(&ciphertext).is_some()));
    assert_eq!(open, (1, 1, 0, 2));
    let check = calls_of(|| {
        let valid = verify::<Counted>(&QUICKNET_PUBLIC_KEY, ROUND, &signature());
        assert_eq!(valid, Ok(true));
    });
    assert_eq!(check, (2, 1, 2, 1));
}
