//! Queued dividends that enter a fund, and the shares for them (spec 90 §5.2).

use subtensor_fixed::{I96F32, U64F64};

use crate::entitlement::increment;
use crate::price::{mint, starts_new_life};

/// Credits of one hotkey that were put into its fund together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Batch {
    /// By how much the realizable values of their rows grew, rao.
    pub added: u64,
    /// Root stake of the hotkey without the fund's own, rao.
    pub stake: u64,
    /// Root stake of the fund itself, rao.
    pub own_stake: u64,
    /// Realizable NAV before, rao.
    pub nav: u64,
    /// Raw shares before.
    pub shares: u64,
}

/// What comes of a batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The batch is worth no share: its rows stay queued, and nothing has happened.
    Undo,
    /// Nobody but the fund stakes on the hotkey: the credits belong to the shares that are there.
    Kept,
    /// Shares for the stakers on root.
    Minted(Minted),
}

/// Shares for the stakers on root.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minted {
    /// Raw shares.
    pub shares: u64,
    /// What they add to the rate.
    pub increment: I96F32,
    /// Factor of the return that stakers have had, above 1.
    pub growth: U64F64,
    /// Whether the fund is to be retired first.
    pub starts_new_life: bool,
}

/// Whether a hotkey's credits may enter its fund at all, given its root stake and the fund's own
/// (rao) and the raw shares; else they are recycled.
pub fn is_kept(is_on_root: bool, stake: u64, own_stake: u64, shares: u64) -> bool {
    is_on_root && (stake > 0 || (own_stake > 0 && shares > 0))
}

impl Batch {
    /// The part of the value that is for the stakers on root, rounded down: what the fund's own
    /// stake has earned belongs to all shares.
    fn value(&self) -> u64 {
        let all = u128::from(self.stake).saturating_add(self.own_stake.into());
        let value = u128::from(self.added)
            .saturating_mul(self.stake.into())
            .checked_div(all);
        // At most what was added.
        value
            .and_then(|value| u64::try_from(value).ok())
            .unwrap_or(0)
    }

    /// What comes of it.
    pub fn settle(&self) -> Outcome {
        if self.stake == 0 {
            return Outcome::Kept;
        }
        let value = self.value();
        let shares = mint(value, self.nav, self.shares);
        let increment = increment(shares, self.stake);
        if increment.is_zero() {
            return Outcome::Undo;
        }
        Outcome::Minted(Minted {
            shares,
            increment,
            growth: U64F64::ONE.saturating_add(U64F64::from_ratio(value, self.stake)),
            starts_new_life: starts_new_life(value, self.nav, self.shares),
        })
    }
}
