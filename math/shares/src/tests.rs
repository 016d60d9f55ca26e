//! Vectors of spec 50 §4.4 and the share-pool invariant of spec 50 §1.2 (5).

use super::*;
use codec::Encode;
use proptest::prelude::*;

const E20: u128 = 100_000_000_000_000_000_000;
const E21: u128 = 10 * E20;

fn f(mantissa: u128, exponent: i64) -> SafeFloat {
    SafeFloat::new(mantissa, exponent).unwrap()
}

fn raw(x: SafeFloat) -> (u128, i64) {
    (x.mantissa(), x.exponent())
}

#[test]
fn number_vectors() {
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
    let quotient = |a, b| raw(f(a, 0).checked_div(f(b, 0)).unwrap());
    assert_eq!(quotient(1, 3), (333_333_333_333_333_333_333, -21));
    assert_eq!(quotient(2, 3), (666_666_666_666_666_666_666, -21));
    assert_eq!(quotient(1, 7), (142_857_142_857_142_857_142, -21));
    let seven = f(7, 0).mul_div(f(5, 0), f(3, 0)).unwrap();
    assert_eq!(raw(seven), (116_666_666_666_666_666_666, -19));
    assert_eq!(f(1, 0).checked_div(SafeFloat::ZERO), None);
    assert_eq!(f(1, 0).mul_div(f(1, 0), SafeFloat::ZERO), None);
    assert_eq!(SafeFloat::ZERO.checked_sub(f(1, 0)), None);
    assert_eq!(f(1, 0).checked_sub(f(2, 0)), Some(SafeFloat::ZERO));
    assert_eq!(f(E21, i64::MAX).checked_add(f(E21, i64::MAX)), None);
}

#[test]
fn integers_and_order() {
    for v in [0u64, 1, 9, 10, 999_999_999, u64::MAX - 1, u64::MAX] {
        assert_eq!(SafeFloat::from_u64(v).to_u64(), v);
    }
    assert_eq!(f(E21, 5).to_u64(), u64::MAX);
    assert_eq!(f(E21, -40).to_u64(), 0);
    assert_eq!(f(E21, i64::MIN).to_u64(), 0);
    assert!(f(10, 0).gt(f(9, 0)) && !f(9, 0).gt(f(10, 0)));
    assert!(!f(10, 0).gt(f(10, 0)));
    assert!(f(1, 9).gt(f(1, 0)) && !f(1, 0).gt(f(1, 9)));
    assert!(f(1, 0).gt(SafeFloat::ZERO) && !SafeFloat::ZERO.gt(f(1, 0)));
    assert_eq!(f(1, 0).encode(), (E21, -21i64).encode());
}

#[test]
fn small_sequence() {
    let (mut pool, mut a, mut b) = Default::default();
    let p: &mut SharePool = &mut pool;
    p.update_for_one(&mut a, 1000);
    p.update_for_one(&mut a, -990);
    p.update_for_one(&mut b, 1000);
    p.update_for_one(&mut b, -990);
    assert_eq!((p.value_of(a), p.value_of(b), p.value), (10, 10, 20));
    assert_eq!(raw(p.denominator), (2 * E20, -19));
}

#[test]
fn large_sequence() {
    let (mut pool, mut a, mut b) = Default::default();
    let p: &mut SharePool = &mut pool;
    p.update_for_one(&mut a, 1);
    p.update_for_one(&mut b, 1);
    p.update_for_all(999_999_999_999_998);
    p.update_for_one(&mut a, -499_999_999_999_990);
    p.update_for_one(&mut b, -499_999_999_999_990);
    p.update_for_all(999_999_999_999_980);
    p.update_for_one(&mut a, 1_000_000_000_000);
    p.update_for_one(&mut b, 1_000_000_000_000);
    assert_eq!(p.value_of(a), 501_000_000_000_000);
    assert_eq!(p.value_of(b), 501_000_000_000_000);
    assert_eq!(p.value, 1_002_000_000_000_000);
    assert_eq!(raw(p.denominator), (400_800_000_000_000_000_000, -34));
    assert_eq!(raw(a), (200_400_000_000_000_000_000, -34));
    assert_eq!(raw(b), (200_400_000_000_000_000_000, -34));
}

#[test]
fn long_sequence() {
    let (mut pool, mut a, mut b) = Default::default();
    let p: &mut SharePool = &mut pool;
    p.update_for_one(&mut a, 1);
    p.update_for_one(&mut b, 1);
    p.update_for_all(1_000_000_000_000_000);
    for _ in 0..1000 {
        p.update_for_one(&mut a, -500_000_000);
        p.update_for_one(&mut b, -500_000_000);
    }
    p.update_for_all(1_000_000_000_000_000);
    p.update_for_one(&mut a, 1_000_000_000_000);
    p.update_for_one(&mut b, 1_000_000_000_000);
    for share in [a, b] {
        assert!(p.value_of(share).abs_diff(1_000_500_000_000_000) <= 1);
    }
}

#[test]
fn dust_stays_as_specified() {
    let (mut pool, mut a, mut b) = Default::default();
    let p: &mut SharePool = &mut pool;
    p.update_for_one(&mut a, 3);
    p.update_for_one(&mut b, 4);
    p.update_for_all(3);
    assert_eq!((p.value_of(a), p.value_of(b), p.value), (4, 5, 10));
    p.update_for_one(&mut a, -4);
    assert_eq!(raw(a), (2 * E20, -21));
    assert_eq!((p.value_of(a), p.value, p.value_of(b)), (0, 6, 5));
    assert_eq!(raw(p.denominator), (420_000_000_000_000_000_000, -20));
    p.update_for_one(&mut b, -5);
    assert_eq!(p.value, 1);
    assert_eq!(raw(p.denominator), (7 * E20, -21));
}

#[test]
fn plain_values() {
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
    tiny.update_for_one(&mut share, -12_345_678_901);
    assert!(
        tiny.value_of(share)
            .abs_diff(100_000_000_000 - 12_345_678_901)
            <= 100
    );
}

/// One random step: staker, kind (reward, stake, unstake), amount in rao.
type Step = (usize, u8, u64);

fn steps() -> impl Strategy<Value = Vec<Step>> {
    prop::collection::vec((0usize..5, 0u8..3, 1u64..10_000_000_000_000), 1..60)
}

/// Five stakers with the minimum stake each.
fn staked() -> (SharePool, [SafeFloat; 5]) {
    let mut pool = SharePool::default();
    let mut shares = [SafeFloat::ZERO; 5];
    for share in &mut shares {
        pool.update_for_one(share, 2_000_000);
    }
    (pool, shares)
}

/// Apply a step; nobody takes out more than `1 / keep` of the own value.
fn apply(pool: &mut SharePool, shares: &mut [SafeFloat; 5], step: Step, keep: u64) {
    let (who, what, amount) = step;
    match what {
        0 => pool.update_for_all(amount as i64),
        // Callers refuse stake that the pool cannot express.
        1 if !pool.is_precise_for(amount) => {}
        1 => pool.update_for_one(&mut shares[who], amount as i64),
        _ => {
            let amount = amount.min(pool.value_of(shares[who]) / keep);
            pool.update_for_one(&mut shares[who], -(amount as i64));
        }
    }
}

proptest! {
    #[test]
    fn values_sum_to_the_pool(steps in steps()) {
        let (mut pool, mut shares) = staked();
        for step in steps {
            let before = shares.map(|s| pool.value_of(s));
            apply(&mut pool, &mut shares, step, 2);
            let after = shares.map(|s| pool.value_of(s));
            let total: u64 = after.iter().sum();
            prop_assert!(total <= pool.value, "{} > {}", total, pool.value);
            prop_assert!(pool.value - total <= 5, "{} below {}", total, pool.value);
            for other in 0..5 {
                if step.1 != 0 && other != step.0 {
                    prop_assert!(after[other].abs_diff(before[other]) <= 1);
                }
            }
        }
    }

    /// After full exits the remaining dust shares carry the rounding of the
    /// former large totals, and a later reward scales it up: the sum of values
    /// may then pass the pool's value, by less than a millionth.
    #[test]
    fn full_exits_create_at_most_dust(steps in steps()) {
        let (mut pool, mut shares) = staked();
        for step in steps {
            apply(&mut pool, &mut shares, step, 1);
            let total: u64 = shares.iter().map(|s| pool.value_of(*s)).sum();
            let slack = pool.value / 1_000_000;
            prop_assert!(total <= pool.value + slack, "{} > {}", total, pool.value);
        }
    }

    #[test]
    fn float_quotients_bracket(a in 1u64.., b in 1u64..) {
        let q = SafeFloat::from_u64(a).checked_div(b.into()).unwrap();
        prop_assert_eq!(q.to_u64(), a / b);
        let back = q.mul_div(b.into(), 1.into()).unwrap();
        prop_assert!(!back.gt(a.into()));
    }
}
