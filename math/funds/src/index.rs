//! The index of all funds: two levels that follow the funds' prices, each weighted by its NAV, so
//! that what flows in and out of funds does not move them (spec 90 §10.2). The stored records are
//! declared here, under the names of the public interface.

use alloc::vec::Vec;
use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use subtensor_fixed::{U64F64, mul_div_u128};

use crate::display::Marks;

/// Blocks between the publication of a snapshot and the next sweep.
const REFRESH: u64 = 600;
/// Least NAV of a fund in the index, rao.
const MIN_NAV: u64 = 100_000_000;

/// Levels as they were published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct BetaIndexSnapshotOf {
    /// Of the prices of shares.
    pub bag_level: U64F64,
    /// Of the prices of stake.
    pub stake_level: U64F64,
    /// Block of publication.
    pub block: u64,
}

/// A sweep over all funds that is not over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct BetaIndexSweepOf {
    /// The fund looked at last.
    pub cursor: Vec<u8>,
    /// NAV of the funds at the sweep before, rao.
    pub weight_sum: u128,
    /// Those, each grown as its price of a share has; rao, saturating.
    pub rel_bag_sum: U64F64,
    /// Those, each grown as its price of stake has; rao, saturating.
    pub rel_stake_sum: U64F64,
}

/// Prices of a fund at the last sweep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct BetaIndexFundSampleOf {
    /// Spot NAV, rao.
    pub nav: u64,
    /// Price of a share.
    pub display: U64F64,
    /// Price of stake.
    pub stake: U64F64,
}

impl BetaIndexSnapshotOf {
    /// Where the index begins, at block `now`.
    pub const fn first(now: u64) -> Self {
        Self {
            bag_level: U64F64::ONE,
            stake_level: U64F64::ONE,
            block: now,
        }
    }

    /// Whether a sweep is to start at block `now`.
    pub const fn is_due(&self, now: u64) -> bool {
        now.saturating_sub(self.block) >= REFRESH
    }
}

impl BetaIndexFundSampleOf {
    /// What is remembered of a fund with the spot NAV `nav` (rao); nothing of one that is too small
    /// for the index, or that has no baseline.
    pub fn of(nav: u64, marks: &Marks) -> Option<Self> {
        (nav >= MIN_NAV && !marks.provisional).then_some(Self {
            nav,
            display: marks.display_price,
            stake: marks.stake_price,
        })
    }
}

/// `nav` (rao) grown as a price has.
fn grown(nav: u64, before: U64F64, now: U64F64) -> U64F64 {
    let nav = U64F64::from_num(nav).to_bits();
    U64F64::from_bits(mul_div_u128(nav, now.to_bits(), before.to_bits()))
}

/// A level that moves as the weighted prices have.
fn moved(level: U64F64, sum: U64F64, weight: u128) -> U64F64 {
    let weight = U64F64::from_num(u64::try_from(weight).unwrap_or(u64::MAX));
    U64F64::from_bits(mul_div_u128(
        level.to_bits(),
        sum.to_bits(),
        weight.to_bits(),
    ))
    .max(U64F64::from_bits(1))
}

impl BetaIndexSweepOf {
    /// Counts a fund that was in the sweep before and is in this one.
    pub fn add(&mut self, before: &BetaIndexFundSampleOf, now: &BetaIndexFundSampleOf) {
        self.weight_sum = self.weight_sum.saturating_add(before.nav.into());
        let bag = grown(before.nav, before.display, now.display);
        let stake = grown(before.nav, before.stake, now.stake);
        self.rel_bag_sum = self.rel_bag_sum.saturating_add(bag);
        self.rel_stake_sum = self.rel_stake_sum.saturating_add(stake);
    }

    /// The next snapshot, at block `now`; without funds the levels stay.
    pub fn publish(&self, before: &BetaIndexSnapshotOf, now: u64) -> BetaIndexSnapshotOf {
        if self.weight_sum == 0 {
            return BetaIndexSnapshotOf {
                block: now,
                ..*before
            };
        }
        BetaIndexSnapshotOf {
            bag_level: moved(before.bag_level, self.rel_bag_sum, self.weight_sum),
            stake_level: moved(before.stake_level, self.rel_stake_sum, self.weight_sum),
            block: now,
        }
    }
}
