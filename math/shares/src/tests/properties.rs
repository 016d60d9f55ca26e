//! The share-pool invariant (spec 50 §1.2, row 5) under any history.

use num_bigint::BigUint;
use proptest::prelude::*;

use super::specified::update_for_one;
use crate::{SafeFloat, ShareError, SharePool};

/// Everything there can ever be, in rao.
const SUPPLY: u64 = 21_000_000_000_000_000;
const STAKERS: usize = 5;

#[derive(Clone, Copy, Debug)]
enum Step {
    Reward(u64),
    Stake(usize, u64),
    /// Takes so many of 2^32 parts of a position.
    Unstake(usize, u32),
    Close(usize),
}

/// Amounts of all lengths.
fn amounts() -> impl Strategy<Value = u64> {
    (1..SUPPLY, 0u32..54).prop_map(|(amount, shift)| (amount >> shift).max(1))
}

fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let who = 0..STAKERS;
    let step = prop_oneof![
        amounts().prop_map(Step::Reward),
        (who.clone(), amounts()).prop_map(|(who, amount)| Step::Stake(who, amount)),
        (who.clone(), any::<u32>()).prop_map(|(who, part)| Step::Unstake(who, part)),
        who.prop_map(Step::Close),
    ];
    prop::collection::vec(step, 1..most)
}

#[derive(Clone, Copy, Debug, Default)]
struct State {
    pool: SharePool,
    shares: [SafeFloat; STAKERS],
}

impl State {
    fn values(&self) -> [u64; STAKERS] {
        self.shares.map(|share| self.pool.value_of(share))
    }

    /// Applies a step, unless there would be more than can be. Returns whose
    /// position it changed and by how much.
    fn apply(&mut self, step: Step) -> Option<(usize, i64)> {
        let fits = |amount: u64| self.pool.value + amount <= SUPPLY;
        match step {
            Step::Reward(amount) if fits(amount) => {
                self.pool.update_for_all(amount as i64);
                None
            }
            Step::Stake(who, amount) if fits(amount) => {
                self.pool.stake(&mut self.shares[who], amount).ok()?;
                Some((who, amount as i64))
            }
            Step::Unstake(who, part) => {
                let held = self.pool.value_of(self.shares[who]);
                let amount = ((u128::from(held) * u128::from(part)) >> 32) as u64;
                self.pool.unstake(&mut self.shares[who], amount).unwrap();
                Some((who, -(amount as i64)))
            }
            Step::Close(who) => {
                let amount = self.pool.close(&mut self.shares[who]).unwrap();
                Some((who, -(amount as i64)))
            }
            _ => None,
        }
    }
}

/// A number as a multiple of 10^-`digits`.
fn exact(x: SafeFloat, digits: i64) -> BigUint {
    let zeros = u32::try_from(x.exponent + digits).unwrap();
    BigUint::from(x.mantissa) * BigUint::from(10u8).pow(zeros)
}

/// Enough digits for all the numbers.
fn digits(numbers: &[SafeFloat]) -> i64 {
    let lowest = numbers.iter().map(|x| x.exponent).min();
    -lowest.unwrap_or(0).min(0)
}

fn is_at_most(a: SafeFloat, b: SafeFloat) -> bool {
    let digits = digits(&[a, b]);
    exact(a, digits) <= exact(b, digits)
}

fn covers(pool: &SharePool, shares: &[SafeFloat]) -> bool {
    let digits = digits(shares).max(digits(&[pool.denominator]));
    let sum: BigUint = shares.iter().map(|share| exact(*share, digits)).sum();
    sum <= exact(pool.denominator, digits)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn values_never_add_up_to_more_than_the_pool(steps in steps(150)) {
        let mut state = State::default();
        for step in steps {
            state.apply(step);
            prop_assert!(covers(&state.pool, &state.shares));
            let total: u128 = state.values().iter().map(|value| u128::from(*value)).sum();
            prop_assert!(total <= state.pool.value.into());
        }
    }

    /// What others took out never leaves a share of nothing behind.
    #[test]
    fn whoever_has_a_share_has_a_pool_with_a_value(steps in steps(150)) {
        let mut state = State::default();
        for step in steps {
            state.apply(step);
            let is_shared = state.shares.iter().any(|share| !share.is_zero());
            prop_assert!(state.pool.value > 0 || !is_shared, "{step:?} {state:?}");
        }
    }

    #[test]
    fn nobody_moves_by_more_than_a_rao_when_another_stakes_or_unstakes(steps in steps(60)) {
        let mut state = State::default();
        for step in steps {
            let before = state.values();
            let alone = |who: usize| (0..STAKERS).all(|k| k == who || state.shares[k].is_zero());
            let nobody_else = [0, 1, 2, 3, 4].map(alone);
            let Some((who, change)) = state.apply(step) else {
                continue;
            };
            let after = state.values();
            for k in (0..STAKERS).filter(|k| *k != who) {
                prop_assert!(
                    after[k].abs_diff(before[k]) <= 1,
                    "{step:?} {before:?} {after:?}"
                );
            }
            let own = before[who].checked_add_signed(change).unwrap();
            // Whoever is the first takes what the last one left over.
            prop_assert!(
                after[who].abs_diff(own) <= 1 || nobody_else[who],
                "{step:?} {before:?} {after:?}"
            );
        }
    }

    #[test]
    fn rewards_never_change_shares_and_raise_every_value(steps in steps(60), reward in amounts()) {
        let mut state = State::default();
        steps.into_iter().for_each(|step| { state.apply(step); });
        let mut rewarded = state;
        rewarded.apply(Step::Reward(reward));
        prop_assert_eq!(rewarded.shares, state.shares);
        prop_assert_eq!(rewarded.pool.denominator, state.pool.denominator);
        for (after, before) in rewarded.values().iter().zip(state.values()) {
            prop_assert!(*after >= before);
        }
    }

    #[test]
    fn no_position_of_less_than_a_rao_stays_behind(
        steps in steps(60),
        who in 0..STAKERS,
        part: u32,
    ) {
        let mut state = State::default();
        steps.into_iter().for_each(|step| {
            state.apply(step);
        });
        let before = state.values();
        let mut partly = state;
        partly.apply(Step::Unstake(who, part));
        prop_assert_eq!(partly.shares[who].is_zero(), partly.values()[who] == 0);
        state.apply(Step::Close(who));
        prop_assert!(state.shares[who].is_zero());
        for k in (0..STAKERS).filter(|k| *k != who) {
            prop_assert!(state.values()[k] + 1 >= before[k]);
        }
    }

    #[test]
    fn after_everybody_left_another_can_begin(steps in steps(60)) {
        let mut state = State::default();
        for step in steps.into_iter().chain((0..STAKERS).map(Step::Close)) {
            state.apply(step);
        }
        prop_assert_eq!(state.values(), [0; STAKERS]);
        // Shares that rounding left without an owner are worth the rao it left.
        prop_assert!(state.pool.denominator.is_zero() || state.pool.value > 0);
        let mut share = SafeFloat::ZERO;
        prop_assert_eq!(state.pool.stake(&mut share, 2_000_000), Ok(()));
        prop_assert!(state.pool.value_of(share) >= 1_999_999);
    }

    #[test]
    fn refused_changes_change_nothing(steps in steps(30), who in 0..STAKERS, more in amounts()) {
        let mut state = State::default();
        steps.into_iter().for_each(|step| {
            state.apply(step);
        });
        let (mut pool, mut share) = (state.pool, state.shares[who]);
        let held = pool.value_of(share);
        prop_assert_eq!(
            pool.unstake(&mut share, held + more),
            Err(ShareError::NotEnough)
        );
        let beyond = u64::MAX - state.pool.value.max(1) + 1;
        prop_assert!(
            pool.value == 0 || pool.stake(&mut share, beyond) == Err(ShareError::Overflow)
        );
        prop_assert_eq!((pool, share), (state.pool, state.shares[who]));
    }

    #[test]
    fn the_denominator_follows_the_specification(steps in steps(60)) {
        let mut state = State::default();
        for step in steps {
            let before = state;
            let Some((who, change)) = state.apply(step) else {
                continue;
            };
            let mut pool = before.pool;
            let mut share = before.shares[who];
            update_for_one(&mut pool, &mut share, change);
            prop_assert_eq!(pool.value, state.pool.value);
            // A closed position is the intended difference.
            if !state.shares[who].is_zero() {
                prop_assert_eq!(pool.denominator, state.pool.denominator);
                prop_assert!(
                    pool.value_of(share)
                        .abs_diff(state.pool.value_of(state.shares[who]))
                        <= 1
                );
            }
        }
    }
}

#[test]
fn stake_that_shares_cannot_express_is_refused() {
    let mut pool = SharePool {
        value: 0,
        denominator: SafeFloat::from_u64(1),
    };
    let mut share = SafeFloat::ZERO;
    assert_eq!(pool.stake(&mut share, 5), Err(ShareError::Imprecise));
    assert!(!pool.is_precise_for(5));
}

/// Rewards, two stakes, the exit of the first and more rewards, by the plain
/// operation or by those that keep the shares covered. Returns what is promised
/// to both and what there is.
fn promised(plain: bool) -> (u64, u64) {
    let (mut pool, mut a, mut b) = (SharePool::default(), SafeFloat::ZERO, SafeFloat::ZERO);
    let stake = |pool: &mut SharePool, share: &mut SafeFloat, amount: u64| {
        if plain {
            update_for_one(pool, share, amount as i64);
        } else {
            pool.stake(share, amount).unwrap();
        }
    };
    stake(&mut pool, &mut b, 1_000_000_000_000_000);
    pool.update_for_all(10_000_000_000_000);
    stake(&mut pool, &mut a, 3);
    let held = pool.value_of(b);
    if plain {
        update_for_one(&mut pool, &mut b, -(held as i64));
    } else {
        assert_eq!(pool.close(&mut b), Ok(held));
    }
    pool.update_for_all(1_000_000_007);
    (pool.value_of(a) + pool.value_of(b), pool.value)
}

#[test]
fn the_plain_operation_can_promise_more_than_there_is() {
    assert_eq!(promised(true), (1_000_002_376, 1_000_000_010));
    let (values, pool) = promised(false);
    assert!(values <= pool, "{values} {pool}");
}

proptest! {
    #[test]
    fn quotients_bracket(a in 1u64.., b in 1u64..) {
        let [exact_a, exact_b, one] = [a, b, 1].map(SafeFloat::from_u64);
        let q = exact_a.mul_div(one, exact_b).unwrap();
        prop_assert_eq!(q.to_u64(), a / b);
        prop_assert!(is_at_most(q.mul_div(exact_b, one).unwrap(), exact_a));
    }

    #[test]
    fn the_lower_difference_is_a_bound(a: u64, b: u64, c in 1u64.., d in 1u64..) {
        let [a, b, c, d] = [a, b, c, d].map(SafeFloat::from_u64);
        let b = b.mul_div(c, d).unwrap();
        let below = a.sub_below(b).unwrap();
        let whole = SharePool { denominator: a, ..Default::default() };
        prop_assert!(below.is_zero() || covers(&whole, &[below, b]));
        if let Some(specified) = a.checked_sub(b) {
            prop_assert!(is_at_most(below, specified));
        }
    }
}
