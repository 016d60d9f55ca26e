//! What the pool guarantees: published vectors, the error bounds of its
//! powers, and its economic laws.

mod injection;
mod model;
mod moves;
mod powers;
mod properties;
mod vectors;

use crate::pool::Side;
use crate::{HALF_WEIGHT, MIN_WEIGHT, Pool, Quote, Terms, WEIGHT_ONE};
use num_bigint::BigUint;
use proptest::prelude::*;

pub(crate) const E9: u64 = 1_000_000_000;
pub(crate) const E12: u64 = 1_000_000_000_000;
/// The limits of orders without one, rao per alpha.
pub(crate) const MAX_PRICE: u64 = 1_000 * E12;
pub(crate) const MIN_PRICE: u64 = 1_000;

/// A pool whose quote weight is given in parts of 10^10.
pub(crate) fn pool(alpha: u64, tao: u64, weight_1e10: u64) -> Pool {
    Pool {
        tao,
        alpha,
        quote_weight_parts: weight_1e10 * 100_000_000,
    }
}

/// The default fee, and the minimum reserve of the vectors.
pub(crate) fn terms(limit: u64) -> Terms {
    Terms {
        limit,
        fee_rate: 33,
        minimum_reserve: 100,
    }
}

pub(crate) fn free(limit: u64) -> Terms {
    Terms {
        fee_rate: 0,
        ..terms(limit)
    }
}

/// Numbers of all lengths, from `least`.
pub(crate) fn any_width(least: u64) -> impl Strategy<Value = u64> {
    (any::<u64>(), 0u32..64).prop_map(move |(bits, shift)| (bits >> shift).max(least))
}

/// Weights of TAO: equal, almost equal, at the bounds, anywhere.
pub(crate) fn weights() -> impl Strategy<Value = u64> {
    let most = WEIGHT_ONE - MIN_WEIGHT;
    prop_oneof![
        Just(HALF_WEIGHT),
        (0u32..59, any::<u64>(), any::<bool>()).prop_map(move |(width, bits, up)| {
            let step = bits >> (64 - width).min(63);
            let weight = if up {
                HALF_WEIGHT + step
            } else {
                HALF_WEIGHT.saturating_sub(step)
            };
            weight.clamp(MIN_WEIGHT, most)
        }),
        prop_oneof![Just(MIN_WEIGHT), Just(most)],
        MIN_WEIGHT..=most,
    ]
}

pub(crate) fn sides() -> impl Strategy<Value = Side> {
    prop_oneof![Just(Side::Buy), Just(Side::Sell)]
}

/// Any pool whatsoever with weights in bounds.
pub(crate) fn any_pool() -> impl Strategy<Value = Pool> {
    (any_width(0), any_width(0), weights()).prop_map(|(tao, alpha, quote_weight_parts)| Pool {
        tao,
        alpha,
        quote_weight_parts,
    })
}

/// Pools of a size that can exist: a thousandth of a TAO up to all there is.
pub(crate) fn real_pool() -> impl Strategy<Value = Pool> {
    let reserve = || any_width(0).prop_map(|bits| 1_000_000 + (bits >> 10) % (21_000_000 * E9));
    (reserve(), reserve(), weights()).prop_map(|(tao, alpha, quote_weight_parts)| Pool {
        tao,
        alpha,
        quote_weight_parts,
    })
}

/// The price as an exact fraction of rao per alpha.
pub(crate) fn exact_price(pool: &Pool) -> (BigUint, BigUint) {
    (
        BigUint::from(pool.base_weight_parts()) * pool.tao * E9,
        BigUint::from(pool.quote_weight_parts) * pool.alpha,
    )
}

/// Compares two fractions.
pub(crate) fn compare(a: &(BigUint, BigUint), b: &(BigUint, BigUint)) -> std::cmp::Ordering {
    (&a.0 * &b.1).cmp(&(&b.0 * &a.1))
}

/// The pool after a quote.
pub(crate) fn after(pool: &Pool, side: Side, quote: &Quote) -> Pool {
    pool.after(side, quote.paid_in, quote.paid_out)
}
