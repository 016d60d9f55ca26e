//! The laws of a swap under any order (spec 50 §1.2, rows 7 and 8).

use std::cmp::Ordering;

use num_bigint::BigUint;
use proptest::prelude::*;

use super::model::{self, BITS, big};
use super::{after, any_pool, any_width, compare, exact_price, free, real_pool, sides};
use crate::limit::Room;
use crate::pool::Side;
use crate::{AmmError, Pool, Quote, Terms, WEIGHT_ONE};

fn any_terms() -> impl Strategy<Value = Terms> {
    (any_width(0), any::<u16>(), 0u64..2_000_000).prop_map(|(limit, fee_rate, minimum_reserve)| {
        Terms {
            limit,
            fee_rate,
            minimum_reserve,
        }
    })
}

/// An order of up to 1100 times the reserve it goes into.
fn orders() -> impl Strategy<Value = (Side, u64, u64)> {
    (sides(), any_width(0), 0u64..1_100)
}

fn amount(pool: &Pool, (side, fraction, times): (Side, u64, u64)) -> (Side, u64) {
    let (reserve, _) = pool.reserves(side);
    let part = (u128::from(reserve) * u128::from(fraction)) >> 64;
    (
        side,
        reserve.saturating_mul(times).saturating_add(part as u64),
    )
}

/// A limit from just behind the price to a million times away.
fn limit(pool: &Pool, side: Side, distance: u64) -> u64 {
    let (num, den) = exact_price(pool);
    let price = u128::try_from(num / den.max(big(1u8))).unwrap_or(u128::MAX);
    let price = price.min(u64::MAX.into());
    let room = price * u128::from(distance) / 1_000_000;
    let limit = match side {
        Side::Buy => price + room + 1,
        Side::Sell => price * 1_000_000 / (1_000_000 + u128::from(distance)),
    };
    u64::try_from(limit).unwrap_or(u64::MAX)
}

fn distances() -> impl Strategy<Value = u64> {
    any_width(0).prop_map(|bits| bits >> 24)
}

/// What the curve pays exactly, with [`BITS`] fractional bits.
fn exact_payout(pool: &Pool, side: Side, net: u64) -> BigUint {
    let (reserve_in, reserve_out) = pool.reserves(side);
    let (num, den) = pool.weights(side);
    let after = big(reserve_in) + net;
    let kept = model::inverse_power(&after, &big(reserve_in), num, den);
    ((big(1u8) << BITS) - kept) * reserve_out
}

/// How far the price lies inside a limit: `Less` is past it.
fn inside(pool: &Pool, side: Side, limit: u64) -> Ordering {
    let order = compare(&(big(limit), big(1u8)), &exact_price(pool));
    if side == Side::Buy {
        order
    } else {
        order.reverse()
    }
}

fn worst(side: Side) -> u64 {
    if side == Side::Buy { u64::MAX } else { 0 }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn no_order_on_any_pool_overflows_or_pays_what_is_not_there(
        pool in any_pool(), side in sides(), amount in any_width(0), terms in any_terms(),
    ) {
        let Ok(quote) = pool.quote(side, amount, &terms) else { return Ok(()) };
        let (reserve_in, reserve_out) = pool.reserves(side);
        let spent = quote.paid_in.checked_add(quote.fee);
        prop_assert!(spent.is_some_and(|spent| spent <= amount));
        prop_assert_eq!(quote.spent(), spent.unwrap());
        prop_assert!(quote.paid_out < reserve_out);
        prop_assert!(reserve_in.checked_add(quote.paid_in).is_some());
        prop_assert_eq!(quote.paid_in == 0, quote.paid_out == 0);
    }

    #[test]
    fn orders_are_refused_only_for_the_stated_reasons(
        pool in real_pool(), order in orders(), distance in distances(), rate in 0u16..=10_000,
    ) {
        let (side, amount) = amount(&pool, order);
        let terms = Terms {
            limit: limit(&pool, side, distance),
            fee_rate: rate,
            minimum_reserve: 1_000_000,
        };
        let (reserve_in, _) = pool.reserves(side);
        let net = amount - crate::fee(amount, rate);
        match pool.quote(side, amount, &terms) {
            Ok(quote) => prop_assert!(quote.paid_in <= net),
            Err(AmmError::InputTooLarge) => prop_assert!(net > 1_000 * reserve_in),
            Err(AmmError::PriceLimitExceeded) => {
                prop_assert_ne!(inside(&pool, side, terms.limit), Ordering::Greater);
            }
            // One rao in is worth less than one out.
            Err(AmmError::ReservesTooLow) => {
                let executed = Room::up_to(terms.limit, &pool, side).unwrap().admit(net);
                prop_assert!(exact_payout(&pool, side, executed) < big(1u8) << BITS);
            }
            Err(error) => prop_assert_eq!(error, AmmError::InsufficientLiquidity),
        }
    }

    #[test]
    fn a_swap_moves_the_price_its_way_and_never_past_the_limit(
        pool in any_pool(), order in orders(), distance in distances(), rate in 0u16..=10_000,
    ) {
        let (side, amount) = amount(&pool, order);
        let terms = Terms {
            limit: limit(&pool, side, distance),
            fee_rate: rate,
            minimum_reserve: 0,
        };
        let Ok(quote) = pool.quote(side, amount, &terms) else {
            return Ok(());
        };
        let done = after(&pool, side, &quote);
        prop_assert_ne!(inside(&done, side, terms.limit), Ordering::Less);
        let moved = compare(&exact_price(&done), &exact_price(&pool));
        let back = if side == Side::Buy {
            Ordering::Less
        } else {
            Ordering::Greater
        };
        prop_assert_ne!(moved, back);
    }

    #[test]
    fn more_in_is_never_less_out(
        pool in any_pool(), order in orders(), more in any_width(0), distance in distances(),
    ) {
        let (side, less) = amount(&pool, order);
        let terms = free(limit(&pool, side, distance));
        let (less, more) = (
            pool.quote(side, less, &terms),
            pool.quote(side, less.saturating_add(more), &terms),
        );
        let (Ok(less), Ok(more)) = (less, more) else {
            return Ok(());
        };
        prop_assert!(more.paid_in >= less.paid_in && more.paid_out >= less.paid_out);
    }

    #[test]
    fn a_better_limit_is_never_worse(
        pool in any_pool(), order in orders(), near in distances(), far in distances(),
    ) {
        let (side, amount) = amount(&pool, order);
        let quote = |distance| pool.quote(side, amount, &free(limit(&pool, side, distance)));
        let (near, far) = (near.min(far), near.max(far));
        let (Ok(near), Ok(far)) = (quote(near), quote(far)) else { return Ok(()) };
        prop_assert!(far.paid_in >= near.paid_in && far.paid_out >= near.paid_out);
    }

    #[test]
    fn a_quote_is_what_is_executed(
        pool in any_pool(), order in orders(), distance in distances(), rate in 0u16..=10_000,
    ) {
        let (side, amount) = amount(&pool, order);
        let terms = Terms {
            limit: limit(&pool, side, distance),
            fee_rate: rate,
            minimum_reserve: 0,
        };
        let Ok(quote) = pool.quote(side, amount, &terms) else {
            return Ok(());
        };
        let no_fee = Terms {
            fee_rate: 0,
            ..terms
        };
        prop_assert_eq!(
            pool.quote(side, quote.paid_in, &no_fee),
            Ok(Quote { fee: 0, ..quote })
        );
        // With the fee on top the same is executed, up to the rounding of fees.
        let again = pool.quote(side, quote.spent(), &terms);
        let net = again.map_or(0, |again| again.paid_in);
        prop_assert!(net.abs_diff(quote.paid_in) <= 1, "{again:?} {quote:?}");
    }

    #[test]
    fn a_limit_admits_the_lesser_of_the_order_and_its_most(
        pool in any_pool(), order in orders(), distance in distances(),
    ) {
        let (side, net) = amount(&pool, order);
        let Some(room) = Room::up_to(limit(&pool, side, distance), &pool, side) else {
            return Ok(());
        };
        let net = net.min(pool.reserves(side).0.saturating_mul(1_000));
        prop_assert_eq!(room.admit(net), net.min(room.most()));
    }

    #[test]
    fn a_round_trip_never_profits(
        pool in any_pool(), order in orders(), rate in 0u16..=10_000,
    ) {
        let (side, amount) = amount(&pool, order);
        let back = if side == Side::Buy {
            Side::Sell
        } else {
            Side::Buy
        };
        let terms = |side| Terms {
            limit: worst(side),
            fee_rate: rate,
            minimum_reserve: 0,
        };
        let Ok(there) = pool.quote(side, amount, &terms(side)) else {
            return Ok(());
        };
        let Ok(home) = after(&pool, side, &there).quote(back, there.paid_out, &terms(back)) else {
            return Ok(());
        };
        prop_assert!(home.paid_out <= there.paid_in);
        prop_assert!(home.paid_out <= amount);
    }

    #[test]
    fn splitting_an_order_gains_nothing(
        pool in any_pool(),
        order in orders(),
        share in 0u64..=1_000,
    ) {
        let (side, whole) = amount(&pool, order);
        let part = (u128::from(whole) * u128::from(share) / 1_000) as u64;
        let terms = free(worst(side));
        let (Ok(at_once), Ok(first)) = (
            pool.quote(side, whole, &terms),
            pool.quote(side, part, &terms),
        ) else {
            return Ok(());
        };
        let second = after(&pool, side, &first).quote(side, whole - part, &terms);
        let Ok(second) = second else { return Ok(()) };
        // Exact sums round to no more; a payout within 2^-40 of an integer may.
        prop_assert!(first.paid_out + second.paid_out <= at_once.paid_out + 1);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn payouts_are_the_exact_ones_rounded_down(pool in any_pool(), order in orders()) {
        let (side, amount) = amount(&pool, order);
        let Ok(quote) = pool.quote(side, amount, &free(worst(side))) else { return Ok(()) };
        if quote.paid_in == 0 {
            return Ok(());
        }
        // The invariant of the pool never falls, since never more is paid than
        // the curve says; and not a rao less, except next to an integer.
        let exact = exact_payout(&pool, side, quote.paid_in);
        let noise = big(1u8) << (BITS - 128);
        prop_assert!((big(quote.paid_out) << BITS) <= &exact + noise);
        let almost = big(1u8) << (BITS - 44);
        prop_assert!(((big(quote.paid_out) + 1u8) << BITS) + almost > exact);
    }

    #[test]
    fn a_limit_is_reached_to_the_18th_decimal(
        pool in any_pool(), side in sides(), distance in distances(),
    ) {
        let limit = limit(&pool, side, distance);
        let Some(room) = Room::up_to(limit, &pool, side) else { return Ok(()) };
        let price = exact_price(&pool);
        let limit = (big(limit), big(1u8));
        let (low, high) = if side == Side::Buy { (price, limit) } else { (limit, price) };
        let (large, small) = (&high.0 * &low.1, &high.1 * &low.0);
        let (reserve, _) = pool.reserves(side);
        // Orders end at a thousand reserves.
        if small == big(0u8) || large.bits() - small.bits() > 30 {
            return Ok(());
        }
        let growth = model::power(&large, &small, pool.weights(side).1, WEIGHT_ONE);
        let exact = ((growth - (big(1u8) << BITS)) * reserve) >> BITS;
        if exact > big(reserve) * 1_000u16 || exact > big(u64::MAX) {
            return Ok(());
        }
        let most = big(room.most());
        prop_assert!(most <= exact);
        prop_assert!(most + (reserve >> 58) + 2u8 > exact);
    }
}
