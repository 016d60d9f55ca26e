//! Whatever happens to stakes, nobody is owed what others are.

use proptest::prelude::*;
use subtensor_fixed::I96F32;

use crate::entitlement::{after_adding, after_claim, after_grant, after_removing, increment, owed};

const STAKERS: usize = 4;

#[derive(Clone, Copy, Debug)]
enum Step {
    Mint(u64),
    Add(usize, u64),
    Remove(usize, u64),
    RemoveAll(usize),
    Grant(usize, u64),
    Claim(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let amount = || (any::<u64>(), 24u32..63).prop_map(|(bits, shift)| bits >> shift);
    let step = prop_oneof![
        3 => amount().prop_map(Step::Mint),
        3 => (0..STAKERS, amount()).prop_map(|(who, x)| Step::Add(who, x)),
        2 => (0..STAKERS, amount()).prop_map(|(who, x)| Step::Remove(who, x)),
        1 => (0..STAKERS).prop_map(Step::RemoveAll),
        1 => (0..STAKERS, amount()).prop_map(|(who, x)| Step::Grant(who, x)),
        1 => (0..STAKERS).prop_map(Step::Claim),
    ];
    prop::collection::vec(step, 1..60)
}

#[derive(Clone, Debug, Default)]
struct Book {
    rate: I96F32,
    shares: u64,
    stakes: [u64; STAKERS],
    watermarks: [i128; STAKERS],
}

impl Book {
    fn owed(&self, who: usize) -> u64 {
        owed(
            self.rate,
            self.stakes[who],
            self.watermarks[who],
            self.shares,
        )
    }

    fn all_owed(&self) -> [u64; STAKERS] {
        core::array::from_fn(|who| self.owed(who))
    }

    fn remove(&mut self, who: usize, amount: u64) {
        self.stakes[who] -= amount;
        self.watermarks[who] =
            after_removing(self.watermarks[who], self.rate, amount, self.stakes[who]);
    }

    /// The staker who alone may have changed, and by how much at most.
    fn take(&mut self, step: Step) -> Option<usize> {
        match step {
            Step::Mint(shares) => {
                let increment = increment(shares, self.stakes.iter().sum());
                if !increment.is_zero() {
                    self.rate = self.rate.saturating_add(increment);
                    self.shares += shares;
                }
                return None;
            }
            Step::Add(who, amount) => {
                self.stakes[who] += amount;
                self.watermarks[who] = after_adding(self.watermarks[who], self.rate, amount);
            }
            Step::Remove(who, amount) => self.remove(who, amount.min(self.stakes[who])),
            Step::RemoveAll(who) => self.remove(who, self.stakes[who]),
            Step::Grant(who, shares) => {
                self.watermarks[who] = after_grant(self.watermarks[who], shares);
                self.shares += shares;
            }
            Step::Claim(who) => {
                let owed = self.owed(who);
                self.watermarks[who] = after_claim(self.watermarks[who], owed);
                self.shares -= owed;
            }
        }
        match step {
            Step::Mint(_) => None,
            Step::Add(who, _) | Step::Remove(who, _) | Step::RemoveAll(who) => Some(who),
            Step::Grant(who, _) | Step::Claim(who) => Some(who),
        }
    }

    /// Spec 90 §13, rule 1, in 2^-32 of a share.
    fn accrued_beyond_watermarks(&self) -> i128 {
        let stake: u64 = self.stakes.iter().sum();
        self.rate.to_bits() * i128::from(stake) - (self.watermarks.iter().sum::<i128>() << 32)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]
    #[test]
    fn all_that_is_owed_is_covered_by_the_shares(steps in steps()) {
        let mut book = Book { stakes: [1_000; STAKERS], ..Book::default() };
        let mut taken = 0u64;
        for step in steps {
            let before = book.clone();
            let who = book.take(step);
            let owed = book.all_owed();
            let sum: u128 = owed.iter().map(|owed| u128::from(*owed)).sum();
            prop_assert!(sum <= book.shares.into(), "{step:?}: {sum} of {}", book.shares);
            prop_assert!(book.accrued_beyond_watermarks() <= i128::from(book.shares) << 32);
            for other in (0..STAKERS).filter(|other| Some(*other) != who) {
                // Nobody loses by what others do, and a mint takes from nobody.
                prop_assert!(owed[other] >= before.owed(other), "{step:?} moves {other}");
            }
            match step {
                Step::Claim(who) => {
                    taken += before.owed(who);
                    prop_assert_eq!(book.owed(who), 0);
                }
                Step::Grant(who, shares) => {
                    prop_assert!(owed[who] - before.owed(who) <= shares);
                }
                // What has accrued survives a change of stake, but for its rounding.
                Step::Add(who, _) | Step::Remove(who, _) => {
                    prop_assert!(owed[who] <= before.owed(who));
                    prop_assert!(owed[who] + 1 >= before.owed(who));
                }
                Step::Mint(_) | Step::RemoveAll(_) => {}
            }
        }
        prop_assert!(taken.checked_add(book.shares).is_some());
    }

    #[test]
    fn extremes_saturate(bits: i128, stake: u64, watermark: i128, shares: u64) {
        let rate = I96F32::from_bits(bits);
        prop_assert!(owed(rate, stake, watermark, shares) <= shares);
        prop_assert!(after_adding(watermark, rate, stake) >= watermark);
        prop_assert!(after_removing(watermark, rate, stake, 1) <= watermark);
        prop_assert!(after_grant(watermark, shares) <= watermark);
        prop_assert!(after_claim(watermark, shares) >= watermark);
    }
}

#[test]
fn changes_of_stake_are_rounded_against_the_staker() {
    let half = I96F32::from_bits(1 << 31);
    assert_eq!(after_adding(0, half, 3), 2);
    assert_eq!(after_removing(0, half, 3, 1), -1);
    assert_eq!(owed(half, 3, 0, 9), 1);
    assert_eq!(owed(half, 3, -7, 9), 8);
    assert_eq!(owed(half, 3, -70, 9), 9);
    assert_eq!(owed(half, 3, 2, 9), 0);
    assert_eq!(increment(1, 3), I96F32::from_bits((1 << 32) / 3));
    assert_eq!(increment(1, 0), I96F32::ZERO);
    assert_eq!(after_adding(0, I96F32::MAX, u64::MAX), i128::MAX);
}

#[test]
fn a_positive_watermark_goes_with_the_last_stake() {
    let half = I96F32::from_bits(1 << 31);
    let watermark = after_adding(0, half, 3);
    assert_eq!(after_removing(watermark, half, 3, 0), 0);
    assert_eq!(after_removing(watermark, half, 2, 1), 1);
    // What has accrued stays.
    assert_eq!(after_removing(-5, half, 3, 0), -6);
}
