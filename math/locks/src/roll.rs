//! Locks from one block to a later one (spec 50 §11.2).

use subtensor_fixed::{Fixed, I64F64, U64F64};

use crate::decay::decay;

/// A lock whose mass and conviction are both below this is gone, in rao.
const DUST: u64 = 100;

/// A lock, or the sum of several of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    /// What is locked, in rao.
    pub mass: u64,
    /// Conviction at `last_update`, in rao.
    pub conviction: U64F64,
    /// Block at which the lock was like this.
    pub last_update: u64,
}

impl Lock {
    /// Whether the lock is too little to count.
    pub fn is_dust(&self) -> bool {
        self.mass < DUST && self.conviction < U64F64::from_num(DUST)
    }

    /// The lock, or nothing where it is too little to count.
    pub fn without_dust(self) -> Self {
        if !self.is_dust() {
            return self;
        }
        Self {
            last_update: self.last_update,
            ..Self::default()
        }
    }
}

/// Whether the hotkey of a lock is the subnet owner's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ownership {
    /// It is not, and was not since the lock was made.
    #[default]
    Never,
    /// It was, until this block inclusive.
    Until(u64),
    /// It is the owner's as long as nothing else is said.
    Now,
}

/// Kind of a lock, which decides how it changes with time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LockMode {
    /// On the hotkey of the subnet owner, conviction always equals the mass; on one that ceased to
    /// be, it goes on from there.
    pub ownership: Ownership,
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

/// The lock at block `now`; one from the future stays as it is. Dust stays too, so that what is
/// taken out of a sum for a lock is what it has in it.
pub fn roll_forward(lock: Lock, now: u64, rates: LockRates, mode: LockMode) -> Lock {
    let LockMode {
        ownership,
        perpetual,
    } = mode;
    match ownership {
        Ownership::Now => advance(lock, now, rates, perpetual, true),
        Ownership::Until(block) if lock.last_update <= block => {
            let owned = advance(lock, now.min(block), rates, perpetual, true);
            advance(owned, now, rates, perpetual, now <= block)
        }
        Ownership::Until(_) | Ownership::Never => advance(lock, now, rates, perpetual, false),
    }
}

/// The same of a hotkey that is the owner's all the time, or never.
fn advance(lock: Lock, now: u64, rates: LockRates, perpetual: bool, owner: bool) -> Lock {
    let blocks = now.saturating_sub(lock.last_update);
    let unlock_left = decay(blocks, rates.unlock);
    let maturity_left = decay(blocks, rates.maturity);
    let whole = U64F64::from_num(lock.mass);

    let (kept, gained) = if perpetual {
        (whole, U64F64::ONE.saturating_sub(maturity_left))
    } else {
        (
            unlock_left.saturating_mul(whole),
            gain(blocks, rates, unlock_left, maturity_left),
        )
    };
    let mass = kept.to_u64();
    let conviction = if owner {
        U64F64::from_num(mass)
    } else {
        maturity_left
            .saturating_mul(lock.conviction)
            .saturating_add(whole.saturating_mul(gained))
    };
    Lock {
        mass,
        conviction,
        last_update: now.max(lock.last_update),
    }
}
