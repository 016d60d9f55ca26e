//! Prices that clients see (spec 90 §10.1): of a share of the fund, of what a rao of root stake has
//! earned, both beginning at the index of all funds when the fund gets its baseline.

use codec::{Decode, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use subtensor_fixed::{I96F32, U64F64};

use crate::index::BetaIndexSnapshotOf;

/// Where the prices of a fund begin; stored under this name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct BetaBaselineOf {
    /// Rao per raw share at which the displayed price is 1.
    pub price_divisor: U64F64,
    /// Rate of the hotkey then.
    pub rate0: I96F32,
    /// Factor from the fund's own return to the price of stake.
    pub tr_splice: U64F64,
    /// Block of the baseline.
    pub first_block: u64,
}

/// What the prices of a fund depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fund {
    /// NAV, rao.
    pub nav: u64,
    /// Raw shares.
    pub shares: u64,
    /// Shares minted per rao of root stake, cumulative.
    pub rate: I96F32,
    /// Product of the returns of dividends.
    pub twr: U64F64,
}

/// Prices of a fund.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Rao per raw share.
    pub spot_price: U64F64,
    /// The same on the scale of the index.
    pub display_price: U64F64,
    /// Rao per raw share at which the displayed price is 1.
    pub price_divisor: U64F64,
    /// What a rao of root stake has become.
    pub stake_price: U64F64,
    /// Rao that a rao of root stake has earned since the baseline.
    pub staker_yield: U64F64,
    /// Block of the baseline, 0 without.
    pub first_block: u64,
    /// Whether there is no baseline yet.
    pub provisional: bool,
}

/// `a / b`, at least 2^-64 so that it can be divided by, at most what fits.
fn quotient(a: U64F64, b: U64F64) -> U64F64 {
    let least = U64F64::from_bits(1);
    a.checked_div(b.max(least))
        .unwrap_or(U64F64::MAX)
        .max(least)
}

impl Fund {
    fn spot_price(&self) -> U64F64 {
        quotient(U64F64::from_num(self.nav), U64F64::from_num(self.shares))
    }

    /// The baseline of a fund, with its realizable NAV, at block `now`; `None` for a fund without
    /// shares or value.
    pub fn baseline(&self, index: &BetaIndexSnapshotOf, now: u64) -> Option<BetaBaselineOf> {
        if self.shares == 0 || self.nav == 0 {
            return None;
        }
        Some(BetaBaselineOf {
            price_divisor: quotient(self.spot_price(), index.bag_level),
            rate0: self.rate,
            tr_splice: quotient(index.stake_level, self.twr),
            first_block: now,
        })
    }

    /// Prices of a fund with shares, with its spot NAV. Without a baseline it stands where the
    /// index does.
    pub fn marks(&self, baseline: Option<&BetaBaselineOf>, index: &BetaIndexSnapshotOf) -> Marks {
        let spot_price = self.spot_price();
        let divisor = baseline.map_or_else(
            || quotient(spot_price, index.bag_level),
            |baseline| baseline.price_divisor,
        );
        Marks {
            spot_price,
            display_price: quotient(spot_price, divisor),
            price_divisor: divisor,
            stake_price: baseline.map_or(index.stake_level, |baseline| {
                baseline.tr_splice.saturating_mul(self.twr)
            }),
            staker_yield: baseline.map_or(U64F64::ZERO, |baseline| {
                let gain = self.rate.saturating_sub(baseline.rate0);
                U64F64::from(gain).saturating_mul(spot_price)
            }),
            first_block: baseline.map_or(0, |baseline| baseline.first_block),
            provisional: baseline.is_none(),
        }
    }
}

impl Marks {
    /// Raw shares on the scale of the index: times the displayed price they are worth what they are
    /// at the spot price.
    pub fn display(&self, shares: u64) -> U64F64 {
        U64F64::from_num(shares).saturating_mul(self.price_divisor)
    }
}
