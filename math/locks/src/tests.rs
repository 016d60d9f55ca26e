//! Published vectors, and the laws of §11.2.

mod bucket;

use super::*;
use proptest::prelude::*;
use subtensor_fixed::U64F64;

const DEFAULT: LockRates = LockRates {
    unlock: 934_866,
    maturity: 934_866,
};
const DECAYING: LockMode = LockMode {
    ownership: Ownership::Never,
    perpetual: false,
};
const PERPETUAL: LockMode = LockMode {
    ownership: Ownership::Never,
    perpetual: true,
};

fn lock(mass: u64, conviction: u64) -> Lock {
    Lock {
        mass,
        conviction: U64F64::from_num(conviction),
        last_update: 1_000,
    }
}

fn after(blocks: u64, start: Lock, rates: LockRates, mode: LockMode) -> (u64, f64) {
    let rolled = roll_forward(start, 1_000 + blocks, rates, mode);
    assert_eq!(rolled.last_update, 1_000 + blocks);
    (
        rolled.mass,
        rolled.conviction.to_bits() as f64 / 2f64.powi(64),
    )
}

fn assert_close(actual: f64, expected: f64) {
    assert!(
        (actual - expected).abs() <= expected * 1e-6,
        "{actual} is not {expected}"
    );
}

#[test]
fn mass_decays_and_conviction_grows() {
    for (blocks, conviction, mass, expected) in [
        (7_200, 0, 992_327_943, 7_642_551.1),
        (648_000, 0, 499_999_856, 346_573_634.0),
        (934_866, 0, 367_879_441, 367_879_441.0),
        (934_866, 500_000_000, 367_879_441, 551_819_161.0),
        (9_348_660, 0, 45_399, 453_999.0),
    ] {
        let (left, now) = after(blocks, lock(1_000_000_000, conviction), DEFAULT, DECAYING);
        assert!(left.abs_diff(mass) <= 2, "{left} is not {mass}");
        assert_close(now, expected);
    }
}

#[test]
fn perpetual_mass_stays() {
    for (blocks, expected) in [
        (7_200, 7_672_056.9),
        (648_000, 500_000_143.0),
        (934_866, 632_120_559.0),
    ] {
        let (mass, conviction) = after(blocks, lock(1_000_000_000, 0), DEFAULT, PERPETUAL);
        assert_eq!(mass, 1_000_000_000);
        assert_close(conviction, expected);
    }
}

#[test]
fn different_rates() {
    let rates = LockRates {
        unlock: 200_000,
        maturity: 240_000,
    };
    let (mass, conviction) = after(10_000, lock(10_000, 0), rates, DECAYING);
    assert_eq!(mass, 9_512);
    assert_close(conviction, 398.0016);
}

#[test]
fn dust_needs_both_to_be_small() {
    assert_eq!(lock(99, 99).without_dust(), lock(0, 0));
    assert_eq!(lock(100, 99).without_dust(), lock(100, 99));
    assert_eq!(lock(99, 100).without_dust(), lock(99, 100));
    // A sum has dust in it as long as its locks have.
    assert_eq!(after(0, lock(99, 99), DEFAULT, DECAYING), (99, 99.0));
}

#[test]
fn owner_conviction_is_the_mass() {
    let mode = LockMode {
        ownership: Ownership::Now,
        perpetual: true,
    };
    assert_eq!(after(0, lock(5_000, 7), DEFAULT, mode), (5_000, 5_000.0));
}

#[test]
fn conviction_goes_on_from_the_mass_where_a_hotkey_ceased_to_be_the_owners() {
    let until = |block| LockMode {
        ownership: Ownership::Until(block),
        perpetual: true,
    };
    let start = lock(1_000_000_000, 0);
    assert_eq!(
        after(500, start, DEFAULT, until(1_500)),
        (1_000_000_000, 1e9)
    );
    assert_eq!(
        after(500, start, DEFAULT, until(2_000)),
        (1_000_000_000, 1e9)
    );
    assert_eq!(
        after(648_000, start, DEFAULT, until(1_000)),
        (1_000_000_000, 1e9)
    );
    // What was locked later never was the owner's.
    assert_eq!(
        after(648_000, start, DEFAULT, until(999)),
        after(648_000, start, DEFAULT, PERPETUAL)
    );
    let decaying = LockMode {
        perpetual: false,
        ..until(649_000)
    };
    let (mass, conviction) = after(2 * 648_000, start, DEFAULT, decaying);
    assert!(mass.abs_diff(249_999_856) <= 4, "{mass}");
    // From half of it at block 649 000.
    assert_close(conviction, 423_286_660.0);
}

#[test]
fn extreme_rates_and_ages_do_not_fail() {
    for rates in [(0, 0), (0, 1), (1, 0), (1, 2), (u64::MAX, 1), (1, u64::MAX)] {
        let rates = LockRates {
            unlock: rates.0,
            maturity: rates.1,
        };
        for mode in [DECAYING, PERPETUAL] {
            let rolled = roll_forward(lock(u64::MAX, u64::MAX), u64::MAX, rates, mode);
            assert_eq!(rolled.last_update, u64::MAX);
        }
    }
}

/// Ages from a block to where nothing is left.
fn ages() -> impl Strategy<Value = u64> {
    (any::<u64>(), 30u32..64).prop_map(|(bits, shift)| bits >> shift)
}

/// Time constants from a block to a thousand years, half of them equal.
fn rates() -> impl Strategy<Value = LockRates> {
    let rate = || (any::<u64>(), 32u32..64).prop_map(|(bits, shift)| (bits >> shift).max(1));
    (rate(), rate(), any::<bool>()).prop_map(|(unlock, other, equal)| LockRates {
        unlock,
        maturity: if equal { unlock } else { other },
    })
}

fn ownerships() -> impl Strategy<Value = Ownership> {
    prop_oneof![
        Just(Ownership::Never),
        (0u64..10_000_000).prop_map(Ownership::Until),
        Just(Ownership::Now),
    ]
}

fn modes() -> impl Strategy<Value = LockMode> {
    (ownerships(), any::<bool>()).prop_map(|(ownership, perpetual)| LockMode {
        ownership,
        perpetual,
    })
}

proptest! {
    #[test]
    fn a_mass_never_grows_and_conviction_stays_below_it(
        mass in 0u64..21_000_000_000_000_000, age in ages(), rates in rates(), mode in modes(),
    ) {
        let rolled = roll_forward(lock(mass, 0), 1_000 + age, rates, mode);
        prop_assert!(rolled.mass <= mass);
        prop_assert!(rolled.conviction <= U64F64::from_num(mass));
        if mode.perpetual {
            prop_assert_eq!(rolled.mass, mass);
        }
    }

    #[test]
    fn rolling_twice_is_rolling_once_but_for_rounding(
        mass in 1_000u64..21_000_000_000_000_000,
        ages in (1u64..2_000_000, 1u64..2_000_000),
        perpetual: bool,
    ) {
        let mode = LockMode {
            ownership: Ownership::Never,
            perpetual,
        };
        let (between, end) = (1_000 + ages.0, 1_000 + ages.0 + ages.1);
        let once = roll_forward(lock(mass, 0), end, DEFAULT, mode);
        let twice = roll_forward(
            roll_forward(lock(mass, 0), between, DEFAULT, mode),
            end,
            DEFAULT,
            mode,
        );
        prop_assert!(once.mass.abs_diff(twice.mass) <= 1);
        let (once, twice) = (once.conviction, twice.conviction);
        let difference = once.max(twice).saturating_sub(once.min(twice));
        prop_assert!(difference <= U64F64::from_num(2), "{difference:?}");
    }

    #[test]
    fn time_does_not_run_backwards(
        mass: u64,
        conviction: u64,
        now in 0u64..=1_000,
        rates in rates(),
    ) {
        let before = lock(mass, conviction);
        prop_assert_eq!(roll_forward(before, now, rates, DECAYING), before);
    }
}
