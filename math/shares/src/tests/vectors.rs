//! Vectors of spec 50 §4.4. The sequences run through the operations of the
//! specification and through those that keep the shares covered; they agree.

use codec::Encode;

use super::specified::update_for_one;
use super::{E20, E21, f};
use crate::{SafeFloat, SharePool};

fn raw(x: SafeFloat) -> (u128, i64) {
    (x.mantissa, x.exponent)
}

#[test]
fn numbers_follow_the_vectors() {
    assert_eq!(raw(f(1, 0)), (E21, -21));
    assert_eq!(raw(f(10, 0)), (E21, -20));
    assert_eq!(raw(f(1000, 0)), (E21, -18));
    assert_eq!(raw(f(E21, 0)), (E21, 0));
    assert_eq!(
        raw(f(123_456_789, 0)),
        (123_456_789 * 1_000_000_000_000, -12)
    );
    assert_eq!(SafeFloat::new(E21 + 1, 0), None);
    let sum = |a: SafeFloat, b| raw(a.checked_add(b).unwrap());
    assert_eq!(sum(f(1, 0), f(1, 0)), (2 * E20, -20));
    assert_eq!(sum(f(42, 0), f(1, 23)), (E21, 2));
    assert_eq!(sum(f(4200, 0), f(1, 23)), (E20 + 4, 3));
    assert_eq!(
        sum(f(E21 - 1, 0), f(E21 - 1, 0)),
        (199_999_999_999_999_999_999, 1)
    );
    assert_eq!(sum(f(1, -1000), f(1, -1)), (E21, -22));
    let quotient = |a, b| raw(f(a, 0).mul_div(f(1, 0), f(b, 0)).unwrap());
    assert_eq!(quotient(1, 3), (333_333_333_333_333_333_333, -21));
    assert_eq!(quotient(2, 3), (666_666_666_666_666_666_666, -21));
    assert_eq!(quotient(1, 7), (142_857_142_857_142_857_142, -21));
    let seven = f(7, 0).mul_div(f(5, 0), f(3, 0)).unwrap();
    assert_eq!(raw(seven), (116_666_666_666_666_666_666, -19));
    assert_eq!(f(1, 0).mul_div(f(1, 0), SafeFloat::ZERO), None);
    assert_eq!(SafeFloat::ZERO.checked_sub(f(1, 0)), None);
    assert_eq!(f(1, 0).checked_sub(f(2, 0)), Some(SafeFloat::ZERO));
    assert_eq!(f(E21, i64::MAX).checked_add(f(E21, i64::MAX)), None);
}

#[test]
fn integers_are_exact() {
    for v in [0u64, 1, 9, 10, 999_999_999, u64::MAX - 1, u64::MAX] {
        assert_eq!(SafeFloat::from_u64(v).to_u64(), v);
    }
    assert_eq!(f(E21, 5).to_u64(), u64::MAX);
    assert_eq!(f(E21, -40).to_u64(), 0);
    assert_eq!(f(E21, i64::MIN).to_u64(), 0);
    assert_eq!(f(1, 0).encode(), (E21, -21i64).encode());
}

/// Adds to or takes from one position.
type Change = fn(&mut SharePool, &mut SafeFloat, i64);

fn covered(pool: &mut SharePool, share: &mut SafeFloat, change: i64) {
    let amount = change.unsigned_abs();
    if change > 0 {
        pool.stake(share, amount).unwrap();
    } else {
        pool.unstake(share, amount).unwrap();
    }
}

const BOTH: [Change; 2] = [update_for_one, covered];

#[test]
fn a_small_sequence_follows_the_vector() {
    for change in BOTH {
        let (mut pool, mut a, mut b) = Default::default();
        let p: &mut SharePool = &mut pool;
        change(p, &mut a, 1000);
        change(p, &mut a, -990);
        change(p, &mut b, 1000);
        change(p, &mut b, -990);
        assert_eq!((p.value_of(a), p.value_of(b), p.value), (10, 10, 20));
        assert_eq!(raw(p.denominator), (2 * E20, -19));
    }
}

#[test]
fn a_large_sequence_follows_the_vector() {
    for change in BOTH {
        let (mut pool, mut a, mut b) = Default::default();
        let p: &mut SharePool = &mut pool;
        change(p, &mut a, 1);
        change(p, &mut b, 1);
        p.update_for_all(999_999_999_999_998);
        change(p, &mut a, -499_999_999_999_990);
        change(p, &mut b, -499_999_999_999_990);
        p.update_for_all(999_999_999_999_980);
        change(p, &mut a, 1_000_000_000_000);
        change(p, &mut b, 1_000_000_000_000);
        assert_eq!(p.value_of(a), 501_000_000_000_000);
        assert_eq!(p.value_of(b), 501_000_000_000_000);
        assert_eq!(p.value, 1_002_000_000_000_000);
        assert_eq!(raw(p.denominator), (400_800_000_000_000_000_000, -34));
        assert_eq!(raw(a), (200_400_000_000_000_000_000, -34));
        assert_eq!(raw(b), (200_400_000_000_000_000_000, -34));
    }
}

#[test]
fn a_long_sequence_follows_the_vector() {
    for change in BOTH {
        let (mut pool, mut a, mut b) = Default::default();
        let p: &mut SharePool = &mut pool;
        change(p, &mut a, 1);
        change(p, &mut b, 1);
        p.update_for_all(1_000_000_000_000_000);
        for _ in 0..1000 {
            change(p, &mut a, -500_000_000);
            change(p, &mut b, -500_000_000);
        }
        p.update_for_all(1_000_000_000_000_000);
        change(p, &mut a, 1_000_000_000_000);
        change(p, &mut b, 1_000_000_000_000);
        for share in [a, b] {
            assert!(p.value_of(share).abs_diff(1_000_500_000_000_000) <= 1);
        }
    }
}

/// Two positions of 4 and 5 rao and a remainder of one.
fn with_remainder() -> (SharePool, SafeFloat, SafeFloat) {
    let (mut pool, mut a, mut b): (SharePool, _, _) = Default::default();
    update_for_one(&mut pool, &mut a, 3);
    update_for_one(&mut pool, &mut b, 4);
    pool.update_for_all(3);
    assert_eq!((pool.value_of(a), pool.value_of(b), pool.value), (4, 5, 10));
    (pool, a, b)
}

#[test]
fn the_operation_of_the_specification_leaves_dust() {
    let (mut p, mut a, mut b) = with_remainder();
    update_for_one(&mut p, &mut a, -4);
    assert_eq!(raw(a), (2 * E20, -21));
    assert_eq!((p.value_of(a), p.value, p.value_of(b)), (0, 6, 5));
    assert_eq!(raw(p.denominator), (420_000_000_000_000_000_000, -20));
    update_for_one(&mut p, &mut b, -5);
    assert_eq!(p.value, 1);
    assert_eq!(raw(p.denominator), (7 * E20, -21));
}

#[test]
fn a_closed_position_leaves_its_fraction_to_the_others_and_no_dust() {
    let (mut p, mut a, mut b) = with_remainder();
    assert_eq!(p.unstake(&mut a, 4), Ok(()));
    assert_eq!((a, p.value), (SafeFloat::ZERO, 6));
    // The other position is now the whole pool.
    assert_eq!((p.denominator, p.value_of(b)), (f(4, 0), 6));
    assert_eq!(p.close(&mut b), Ok(6));
    assert_eq!((p, b), Default::default());
}

#[test]
fn values_follow_the_vectors() {
    let pool = SharePool {
        value: 100,
        denominator: f(10, 0),
    };
    assert_eq!((pool.value_of(f(3, 0)), pool.value_of(f(7, 0))), (30, 70));
    let empty = SharePool {
        value: 100,
        denominator: SafeFloat::ZERO,
    };
    assert_eq!(empty.value_of(f(3, 0)), 0);
    assert!(empty.is_precise_for(1));
    assert!(
        !SharePool {
            value: 0,
            denominator: f(1, 0)
        }
        .is_precise_for(1)
    );
    let mut tiny = SharePool {
        value: 1_000_000_000_000,
        denominator: f(1, -14),
    };
    let mut share = f(1, -15);
    assert_eq!(tiny.value_of(share), 100_000_000_000);
    update_for_one(&mut tiny, &mut share, -12_345_678_901);
    assert!(
        tiny.value_of(share)
            .abs_diff(100_000_000_000 - 12_345_678_901)
            <= 100
    );
}
