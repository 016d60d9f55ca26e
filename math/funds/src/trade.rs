//! How far an owner may exchange one holding of a fund for another (spec 90 §9).

use subtensor_fixed::{U64F64, full_mul, mul_div_u64};

/// Blocks in which a turnover bucket fills, and in which use of a pool is forgotten.
pub const PERIOD: u64 = 7_200;

/// Caps are in parts of this.
const CAP_ONE: u16 = u16::MAX;
/// Lowest price of a sale, rao per TAO of the highest of its prices.
const SELL_BAND: u128 = 980_000_000;
/// Highest price of a purchase, rao per TAO of the lowest of its prices.
const BUY_BAND: u128 = 1_020_000_000;

/// Prices of a subnet, TAO per alpha.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prices {
    /// Slow average.
    pub slow: U64F64,
    /// Fast average.
    pub fast: U64F64,
    /// Of the pool as it is.
    pub spot: U64F64,
}

impl Prices {
    /// Lowest price at which alpha may be sold, rao per alpha, rounded up: 2 % below the highest of
    /// the prices. `None` while one of the averages is missing.
    pub fn sell_limit(&self) -> Option<u64> {
        let highest = self.averaged()?.slow.max(self.fast).max(self.spot);
        let limit = full_mul(highest.to_bits(), SELL_BAND);
        let whole = limit.checked_shr(U64F64::FRAC).unwrap_or(u128::MAX);
        let has_fraction = limit.low.trailing_zeros() < U64F64::FRAC;
        Some(narrow(whole.saturating_add(has_fraction.into())))
    }

    /// Highest price at which alpha may be bought, rao per alpha, rounded down: 2 % above the
    /// lowest of the prices. `None` while one of the averages is missing.
    pub fn buy_limit(&self) -> Option<u64> {
        let lowest = self.averaged()?.slow.min(self.fast).min(self.spot);
        let limit = full_mul(lowest.to_bits(), BUY_BAND);
        Some(narrow(limit.checked_shr(U64F64::FRAC).unwrap_or(u128::MAX)))
    }

    fn averaged(&self) -> Option<&Self> {
        (!self.slow.is_zero() && !self.fast.is_zero()).then_some(self)
    }
}

fn narrow(value: u128) -> u64 {
    u64::try_from(value).unwrap_or(u64::MAX)
}

/// The part `cap` (of 65535) of an amount, rounded down.
fn part(amount: u64, cap: u16) -> u64 {
    mul_div_u64(amount, cap.into(), CAP_ONE.into())
}

/// What a fund with the guarded NAV `nav` (rao) may turn over in [`PERIOD`] blocks, rao.
pub fn budget(nav: u64, cap: u16) -> u64 {
    part(nav, cap)
}

/// What may be turned over at block `now`, rao, given the `budget` and the stored bucket, what was
/// left and when; without one it is full.
pub fn level(budget: u64, bucket: Option<(u64, u64)>, now: u64) -> u64 {
    let Some((left, block)) = bucket else {
        return budget;
    };
    let elapsed = now.saturating_sub(block);
    left.saturating_add(mul_div_u64(budget, elapsed, PERIOD))
        .min(budget)
}

/// The bucket to store after `mid` rao were turned over at block `now`; `None` if that is more than
/// its `level`.
pub fn spend(level: u64, mid: u64, now: u64) -> Option<(u64, u64)> {
    Some((level.checked_sub(mid)?, now))
}

/// A purchase that a fund has just made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// Alpha bought, rao.
    pub bought: u64,
    /// Alpha of the row with it, rao.
    pub held: u64,
    /// Alpha left in the pool, rao.
    pub reserve: u64,
}

impl Purchase {
    /// The use of the pool to store after the purchase at block `now`, given the one stored before,
    /// alpha and block. `None` if the row or what the fund has lately bought is above the cap.
    pub fn use_pool(&self, cap: u16, used: Option<(u64, u64)>, now: u64) -> Option<(u64, u64)> {
        let most = part(self.reserve, cap);
        let recent = recent_use(used, now).saturating_add(self.bought);
        (self.held <= most && recent <= most).then_some((recent, now))
    }
}

/// What still counts of what a fund has bought from a pool, rao of alpha; it is forgotten linearly,
/// rounded up.
fn recent_use(used: Option<(u64, u64)>, now: u64) -> u64 {
    let (amount, block) = used.unwrap_or_default();
    let elapsed = now.saturating_sub(block);
    amount.saturating_sub(mul_div_u64(amount, elapsed, PERIOD))
}

/// Whether a row worth `value` rao is too much of a fund with the guarded NAV `nav` (rao), while
/// there are `subnets` beside root. With few of them no fund could hold to the cap.
pub fn is_concentrated(value: u64, nav: u64, cap: u16, subnets: u16) -> bool {
    let least = CAP_ONE.div_ceil(cap.max(1));
    subnets >= least && value > part(nav, cap)
}
