//! Many locks and their sum: whatever is done with the locks, the sum stays within its bound.

use proptest::prelude::*;
use subtensor_fixed::U64F64;

use super::{DECAYING, DEFAULT, PERPETUAL, lock};
use crate::{Bucket, Lock, LockMode, LockRates, Ownership, roll_forward};

/// All alpha there can be, rao.
const SUPPLY: u64 = 21_000_000_000_000_000;

/// Somebody's locks on one hotkey, and their sum.
struct Hotkey {
    now: u64,
    rates: LockRates,
    perpetual: bool,
    ownership: Ownership,
    locks: Vec<Lock>,
    bucket: Bucket,
}

/// What happens to it.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// Blocks pass.
    Wait(u64),
    /// A coldkey locks so much more, in all the supply divided by the number of locks at most.
    Add(usize, u64),
    /// A lock goes away.
    Remove(usize),
    /// Part of a lock goes away, in 65 536ths.
    Reduce(usize, u16),
    /// A lock is written as it is.
    Touch(usize),
    /// The hotkey becomes the owner's, or ceases to be.
    Owner(bool),
}

const LOCKS: usize = 24;

fn acts() -> impl Strategy<Value = Act> {
    prop_oneof![
        4 => (0u64..3_000_000).prop_map(Act::Wait),
        2 => (0u64..100).prop_map(Act::Wait),
        6 => (0..LOCKS, any::<u64>(), 0u32..56)
            .prop_map(|(who, bits, shift)| Act::Add(who, (bits >> 10) >> shift)),
        2 => (0..LOCKS).prop_map(Act::Remove),
        2 => (0..LOCKS, any::<u16>()).prop_map(|(who, part)| Act::Reduce(who, part)),
        4 => (0..LOCKS).prop_map(Act::Touch),
        1 => any::<bool>().prop_map(Act::Owner),
    ]
}

fn rates() -> impl Strategy<Value = LockRates> {
    prop_oneof![
        3 => Just(DEFAULT),
        1 => Just(LockRates { unlock: 200_000, maturity: 240_000 }),
        1 => Just(LockRates { unlock: 1_000_000, maturity: 50_000 }),
    ]
}

impl Hotkey {
    fn new(rates: LockRates, perpetual: bool) -> Self {
        Self {
            now: 1,
            rates,
            perpetual,
            ownership: Ownership::Never,
            locks: vec![Lock::default(); LOCKS],
            bucket: Bucket::default(),
        }
    }

    fn mode(&self) -> LockMode {
        LockMode {
            ownership: self.ownership,
            perpetual: self.perpetual,
        }
    }

    fn rolled(&self, lock: Lock) -> Lock {
        roll_forward(lock, self.now, self.rates, self.mode())
    }

    /// Writes a lock, with what `change` makes of it. Dust vanishes.
    fn write(&mut self, who: usize, change: impl FnOnce(Lock) -> Lock) {
        let before = self.locks[who];
        let before = (before != Lock::default()).then(|| self.rolled(before));
        let changed = change(before.unwrap_or(Lock {
            last_update: self.now,
            ..Lock::default()
        }));
        let after = Some(self.rolled(changed)).filter(|after| !after.is_dust());
        self.bucket = self.bucket.roll_forward(self.now, self.rates, self.mode());
        self.bucket.replace(before, after);
        self.locks[who] = after.unwrap_or_default();
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::Wait(blocks) => self.now += blocks,
            Act::Add(who, amount) => {
                let most = SUPPLY / LOCKS as u64;
                self.write(who, |lock| Lock {
                    mass: (lock.mass + amount).min(most.max(lock.mass)),
                    ..lock
                });
            }
            Act::Remove(who) => self.write(who, |lock| Lock {
                mass: 0,
                conviction: U64F64::ZERO,
                ..lock
            }),
            Act::Reduce(who, part) => self.write(who, |lock| {
                let left = U64F64::from_ratio(part.into(), u16::MAX.into());
                Lock {
                    mass: left.saturating_mul(U64F64::from_num(lock.mass)).to_u64(),
                    conviction: left.saturating_mul(lock.conviction),
                    ..lock
                }
            }),
            Act::Touch(who) => self.write(who, |lock| lock),
            Act::Owner(becomes) => {
                self.bucket = self.bucket.roll_forward(self.now, self.rates, self.mode());
                self.bucket.change_owner();
                self.ownership = match (becomes, self.ownership) {
                    (true, _) => Ownership::Now,
                    (false, Ownership::Now) => Ownership::Until(self.now),
                    (false, before) => before,
                };
                self.bucket.sum = self.rolled(self.bucket.sum);
            }
        }
    }

    /// Differences of mass and conviction between the sum and the locks as they are now, rao.
    fn differences(&self) -> (u64, u64) {
        let sum = self.rolled(self.bucket.sum);
        let (mut mass, mut conviction) = (0u64, U64F64::ZERO);
        for lock in &self.locks {
            let lock = self.rolled(*lock);
            mass += lock.mass;
            conviction = conviction.saturating_add(lock.conviction);
        }
        let apart = sum.conviction.max(conviction);
        let apart = apart.saturating_sub(sum.conviction.min(conviction));
        (sum.mass.abs_diff(mass), apart.to_u64() + 1)
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn a_sum_is_that_of_its_locks(
        acts in prop::collection::vec(acts(), 1..120),
        rates in rates(),
        perpetual: bool,
    ) {
        let mut hotkey = Hotkey::new(rates, perpetual);
        for act in acts {
            hotkey.act(act);
            let bound = hotkey.bucket.error();
            let (mass, conviction) = hotkey.differences();
            prop_assert!(
                mass <= bound && conviction <= bound + 1,
                "{act:?}: {mass} and {conviction} of {:?}", hotkey.bucket
            );
            let held = hotkey.locks.iter().filter(|lock| **lock != Lock::default()).count();
            prop_assert_eq!(hotkey.bucket.locks as usize, held);
            if held == 0 {
                prop_assert_eq!(hotkey.bucket.sum.mass, 0);
                prop_assert!(hotkey.bucket.sum.conviction.is_zero());
            }
        }
    }

    #[test]
    fn a_perpetual_mass_is_exact(acts in prop::collection::vec(acts(), 1..120)) {
        let mut hotkey = Hotkey::new(DEFAULT, true);
        for act in acts {
            hotkey.act(act);
            prop_assert_eq!(hotkey.differences().0, 0);
        }
    }

    #[test]
    fn the_greater_of_mass_and_conviction_never_grows_by_itself(
        mass in 0u64..SUPPLY, conviction in 0u64..SUPPLY, age in 0u64..20_000_000,
        rates in rates(), perpetual: bool,
    ) {
        let mode = if perpetual { PERPETUAL } else { DECAYING };
        let rolled = roll_forward(lock(mass, conviction), 1_000 + age, rates, mode);
        let most = U64F64::from_num(mass.max(conviction) + 1);
        prop_assert!(rolled.conviction <= most && rolled.mass <= mass);
    }
}

#[test]
fn the_locks_of_others_change_as_before() {
    // Two locks of half; one is written every block, which changes nothing about the sum.
    let mut hotkey = Hotkey::new(DEFAULT, false);
    for who in [0, 1] {
        hotkey.act(Act::Add(who, 1_000_000_000));
    }
    let alone = hotkey.locks[1];
    for _ in 0..1_000 {
        hotkey.act(Act::Wait(648));
        hotkey.act(Act::Touch(0));
    }
    let (other, sum) = (hotkey.rolled(alone), hotkey.bucket.sum);
    assert!(other.mass.abs_diff(499_999_856) <= 2);
    let error = hotkey.bucket.error();
    assert!(error <= 1_020, "{error}");
    assert!(sum.mass.abs_diff(2 * other.mass) <= 1_000 + error);
    let conviction = sum.conviction.to_u64();
    assert!(conviction.abs_diff(2 * other.conviction.to_u64()) <= 1_000 + error);
}

#[test]
fn a_single_lock_is_the_sum() {
    let mut hotkey = Hotkey::new(DEFAULT, false);
    for (who, amount) in [(0, 12_345_678), (1, 87_654_321)] {
        hotkey.act(Act::Add(who, amount));
        hotkey.act(Act::Wait(7_777));
    }
    hotkey.act(Act::Remove(0));
    hotkey.act(Act::Touch(1));
    assert_eq!(hotkey.bucket.sum, hotkey.locks[1]);
    assert_eq!((hotkey.bucket.locks, hotkey.bucket.drift), (1, 0));
}
