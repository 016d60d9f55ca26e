//! How a lock changes with time (spec 50 §11.2): the locked mass decays unless the lock is perpetual, and conviction
//! grows towards it. Pure; stored locks are as of their last change and are rolled forward by who reads them.

use subtensor_fixed::{Fixed, I64F64, U64F64};
use subtensor_primitives::AlphaBalance;

use crate::LockState;

/// Locks whose mass and conviction are both below this are gone, in rao of alpha.
const DUST: u64 = 100;
/// Exponents below minus this are cut off.
const MAX_EXPONENT: u64 = 40;
/// ln 2 in 2^-64.
const LN_2: u128 = 0xB172_17F7_D1CF_79AC;

/// Kind of a lock, which decides how it changes with time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LockMode {
    /// On the hotkey of the subnet owner: conviction always equals the mass.
    pub owner: bool,
    /// The mass does not decay.
    pub perpetual: bool,
}

/// Time constants of locks, in blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LockRates {
    /// Of the decay of the mass.
    pub unlock: u64,
    /// Of the growth of conviction.
    pub maturity: u64,
}

/// e^-x, for x up to 44. Halved once per whole ln 2 in x, the rest by its series, whose terms vanish within 24.
fn exp_neg(x: U64F64) -> U64F64 {
    let halvings = x.to_bits().checked_div(LN_2).unwrap_or_default();
    let rest = U64F64::from_bits(x.to_bits().saturating_sub(halvings.saturating_mul(LN_2)));
    let (mut plus, mut minus, mut term) = (U64F64::ONE, U64F64::ZERO, U64F64::ONE);
    for step in 1..24u64 {
        term = term.saturating_mul(rest).safe_div(U64F64::from_num(step));
        let side = if step % 2 == 0 { &mut plus } else { &mut minus };
        *side = side.saturating_add(term);
    }
    let value = plus.saturating_sub(minus).to_bits();
    U64F64::from_bits(
        u32::try_from(halvings)
            .ok()
            .and_then(|by| value.checked_shr(by))
            .unwrap_or_default(),
    )
}

/// What is left of 1 after `blocks` with the time constant `rate`.
fn decay(blocks: u64, rate: u64) -> U64F64 {
    match (blocks, rate) {
        (0, _) => U64F64::ONE,
        (_, 0) => U64F64::ZERO,
        _ => exp_neg(U64F64::from_ratio(blocks, rate).min(U64F64::from_num(MAX_EXPONENT))),
    }
}

/// Conviction that a decaying mass of 1 gains in `blocks`.
fn gain(blocks: u64, rates: LockRates, unlock_left: U64F64, maturity_left: U64F64) -> U64F64 {
    let LockRates { unlock, maturity } = rates;
    if unlock == maturity {
        return U64F64::from_ratio(blocks, maturity).saturating_mul(maturity_left);
    }
    if unlock == 0 || maturity == 0 {
        return U64F64::ZERO;
    }
    let difference = unlock_left
        .convert::<I64F64>()
        .saturating_sub(maturity_left.convert());
    let rate_difference = I64F64::from_u64(unlock).saturating_sub(I64F64::from_u64(maturity));
    I64F64::from_u64(unlock)
        .saturating_mul(difference)
        .safe_div(rate_difference)
        .convert()
}

/// The lock at block `now`.
pub fn roll_forward(lock: LockState, now: u64, rates: LockRates, mode: LockMode) -> LockState {
    let blocks = now.saturating_sub(lock.last_update);
    let unlock_left = decay(blocks, rates.unlock);
    let maturity_left = decay(blocks, rates.maturity);
    let mass = U64F64::from_num(lock.locked_mass.to_u64());

    let gained = if mode.perpetual {
        U64F64::ONE.saturating_sub(maturity_left)
    } else {
        gain(blocks, rates, unlock_left, maturity_left)
    };
    let kept = if mode.perpetual {
        mass
    } else {
        unlock_left.saturating_mul(mass)
    };
    let locked_mass = AlphaBalance::new(kept.to_u64());
    let conviction = if mode.owner {
        U64F64::from_num(locked_mass.to_u64())
    } else {
        maturity_left
            .saturating_mul(lock.conviction)
            .saturating_add(mass.saturating_mul(gained))
    };
    let last_update = now.max(lock.last_update);
    if locked_mass.to_u64() < DUST && conviction < U64F64::from_num(DUST) {
        return LockState {
            locked_mass: AlphaBalance::ZERO,
            conviction: U64F64::ZERO,
            last_update,
        };
    }
    LockState {
        locked_mass,
        conviction,
        last_update,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DEFAULT: LockRates = LockRates {
        unlock: 934_866,
        maturity: 934_866,
    };
    const DECAYING: LockMode = LockMode {
        owner: false,
        perpetual: false,
    };
    const PERPETUAL: LockMode = LockMode {
        owner: false,
        perpetual: true,
    };

    fn lock(mass: u64, conviction: u64) -> LockState {
        LockState {
            locked_mass: AlphaBalance::new(mass),
            conviction: U64F64::from_num(conviction),
            last_update: 1_000,
        }
    }

    fn after(blocks: u64, start: LockState, rates: LockRates, mode: LockMode) -> (u64, f64) {
        let rolled = roll_forward(start, 1_000 + blocks, rates, mode);
        assert_eq!(rolled.last_update, 1_000 + blocks);
        (
            rolled.locked_mass.to_u64(),
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
        assert_eq!(after(0, lock(99, 99), DEFAULT, DECAYING), (0, 0.0));
        assert_eq!(after(0, lock(100, 99), DEFAULT, DECAYING), (100, 99.0));
        assert_eq!(after(0, lock(99, 100), DEFAULT, DECAYING), (99, 100.0));
    }

    #[test]
    fn owner_conviction_is_the_mass() {
        let mode = LockMode {
            owner: true,
            perpetual: true,
        };
        assert_eq!(after(0, lock(5_000, 7), DEFAULT, mode), (5_000, 5_000.0));
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
}
