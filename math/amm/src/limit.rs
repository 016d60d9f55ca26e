//! How far a price limit lets an order go (spec 50 §5.1, §5.3). Prices are
//! compared as exact ratios of integers: no order leaves a price beyond its
//! limit, however small the price is.
//!
//! The input that moves the price by a factor `f` to the limit is
//! `reserve * (f^w - 1)`, w being the weight of what goes out. Most orders end
//! far before; those are recognised without a power, since f^w is at least the
//! weighted harmonic mean of f and 1.

use subtensor_fixed::{Wide, full_mul, q120::Operand};

use crate::pool::{Pool, Side};
use crate::power::{Exponent, growth_below};
use crate::weights::WEIGHT_ONE;

/// Rao in one TAO, the unit of price limits.
const RAO: u64 = 1_000_000_000;
/// Above every factor by which an order may multiply its reserve.
const MAX_GROWTH: u32 = 1_002;
/// The same bound in the unit of weights.
const MAX_GROWTH_PARTS: u128 = MAX_GROWTH as u128 * WEIGHT_ONE as u128;

/// The factor by which an order may move the price, as `large / small` times
/// the ratio of the weights; above 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room<'a> {
    pool: &'a Pool,
    side: Side,
    large: u128,
    small: u128,
}

impl<'a> Room<'a> {
    /// Room up to `limit` rao per alpha; `None` if the price is at the limit
    /// or past it. A pool without alpha has the price 0.
    pub(crate) fn up_to(limit: u64, pool: &'a Pool, side: Side) -> Option<Self> {
        let limit_value = u128::from(limit).saturating_mul(pool.alpha.into());
        let pool_value = u128::from(RAO).saturating_mul(pool.tao.into());
        let (large, small) = match side {
            Side::Buy => (limit_value, pool_value),
            Side::Sell => (pool_value, limit_value),
        };
        let room = Self {
            pool,
            side,
            large,
            small,
        };
        let priceless = side == Side::Sell && pool.alpha == 0;
        (!priceless && room.exact_large() > room.exact_small()).then_some(room)
    }

    /// `large` with its weight. A buy compares `limit * w_tao * alpha` with
    /// `w_alpha * tao`, a sell the other way round: either has the weight of
    /// its input on this side.
    fn exact_large(&self) -> Wide {
        full_mul(self.large, self.pool.weights(self.side).0.into())
    }

    fn exact_small(&self) -> Wide {
        full_mul(self.small, self.pool.weights(self.side).1.into())
    }

    /// Most of `net` that may be paid in without the price passing the limit.
    pub(crate) fn admit(&self, net: u64) -> u64 {
        if self.surely_admits(net) {
            net
        } else {
            net.min(self.most())
        }
    }

    /// Whether `net` is below [`Self::most`] for certain. A power of `f` is at
    /// least its weighted harmonic mean with 1, here `large / (large * w_in +
    /// small * w_out)`; rounding takes less than the slack from the power.
    fn surely_admits(&self, net: u64) -> bool {
        let (reserve, _) = self.pool.reserves(self.side);
        let (weight_in, weight_out) = self.pool.weights(self.side);
        // 64 bits of each suffice, rounded against the order.
        let (large, shift) = self.exact_large().leading(64);
        let small = match shift {
            0 => self.exact_small().low,
            // The smaller one fits after the same shift.
            _ => self
                .exact_small()
                .checked_shr(shift)
                .map_or(u128::MAX, |small| small.saturating_add(1)),
        };
        let mean = large
            .saturating_mul(weight_in.into())
            .saturating_add(small.saturating_mul(weight_out.into()));
        let slack = u128::from(reserve >> 58).saturating_add(2);
        let after = u128::from(reserve)
            .saturating_add(net.into())
            .saturating_add(slack);
        let bound = large.saturating_mul(reserve.into());
        full_mul(after, mean) <= full_mul(bound, WEIGHT_ONE.into())
    }

    /// Input that moves the price to the limit, rounded down; more than any
    /// order may have if the limit is beyond that.
    pub(crate) fn most(&self) -> u64 {
        if self.small == 0 {
            return u64::MAX;
        }
        let growth = if self.pool.has_equal_weights() {
            self.square_root()
        } else {
            growth_below(
                Operand::below(self.exact_large()),
                Operand::above(self.exact_small()),
                Exponent {
                    num: self.pool.weights(self.side).1,
                    den: WEIGHT_ONE,
                },
                MAX_GROWTH_PARTS,
            )
        };
        let (reserve, _) = self.pool.reserves(self.side);
        gain(reserve, growth)
    }

    /// The square root of the room in parts, rounded down, for equal weights.
    fn square_root(&self) -> u128 {
        const SCALE: u128 = (WEIGHT_ONE as u128).saturating_mul(WEIGHT_ONE as u128);
        let whole = self.large.checked_div(self.small).unwrap_or(u128::MAX);
        let most = u128::from(MAX_GROWTH).saturating_mul(MAX_GROWTH.into());
        if whole >= most {
            return MAX_GROWTH_PARTS;
        }
        let rest = self.large.checked_rem(self.small).unwrap_or(0);
        // Less than SCALE, as the rest is less than the divisor.
        let fraction = full_mul(rest, SCALE).checked_div(self.small).unwrap_or(0);
        full_mul(whole, SCALE)
            .checked_add(fraction)
            .map_or(MAX_GROWTH_PARTS, root)
    }
}

/// Square root of a number below 2^140, rounded down.
fn root(square: Wide) -> u128 {
    let coarse = square.checked_shr(12).unwrap_or(u128::MAX).isqrt() << 6;
    [32u128, 16, 8, 4, 2, 1].iter().fold(coarse, |root, step| {
        let next = root.saturating_add(*step);
        if full_mul(next, next) <= square {
            next
        } else {
            root
        }
    })
}

/// `reserve * (growth - 1)`, growth in parts of 10^18, with the factor rounded
/// down to 64 fractional bits first.
fn gain(reserve: u64, growth: u128) -> u64 {
    const PARTS: u128 = WEIGHT_ONE as u128;
    let extra = growth.saturating_sub(PARTS);
    let whole = extra.checked_div(PARTS).unwrap_or(0);
    let fraction = extra.checked_rem(PARTS).unwrap_or(0) << 64;
    let fraction = fraction.checked_div(PARTS).unwrap_or(0);
    let reserve = u128::from(reserve);
    let gain = reserve
        .saturating_mul(whole)
        .saturating_add(reserve.saturating_mul(fraction) >> 64);
    u64::try_from(gain).unwrap_or(u64::MAX)
}
