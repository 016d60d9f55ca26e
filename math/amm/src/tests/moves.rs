//! Moves take the most that their limit allows (spec 50 §6.5, §15 row 11).

use std::cell::Cell;

use num_bigint::BigUint;
use proptest::prelude::*;
use proptest::strategy::ValueTree;

use super::{E9, MAX_PRICE, MIN_PRICE, compare, exact_price, free, pool, real_pool, terms};
use crate::moves::Route;
use crate::pool::Side;
use crate::search::{MAX_PROBES, Probe, TARGET, largest};
use crate::*;

/// Equal weights, in parts of 10^10.
const HALF: u64 = 5_000_000_000;

/// The origin pays the fee, the destination is free.
fn move_terms(limit: MoveLimit, fee_rate: u16) -> MoveTerms {
    MoveTerms {
        limit,
        origin: Terms {
            fee_rate,
            ..terms(MIN_PRICE)
        },
        destination: free(MAX_PRICE),
    }
}

/// The pools after a move.
fn moved(origin: &Pool, destination: &Pool, quote: &MoveQuote) -> (Pool, Pool) {
    (
        origin.after(Side::Sell, quote.sold.paid_in, quote.sold.paid_out),
        destination.after(Side::Buy, quote.bought.paid_in, quote.bought.paid_out),
    )
}

/// Whether a ratio of prices is at a limit or above, in big integers.
fn keeps_price(origin: &Pool, destination: &Pool, limit: u64) -> bool {
    let ((on, od), (dn, dd)) = (exact_price(origin), exact_price(destination));
    let limit = (BigUint::from(limit), BigUint::from(E9));
    compare(&(on * dd, od * dn), &limit).is_ge()
}

fn keeps_received(quote: &MoveQuote, limit: u64) -> bool {
    let got = BigUint::from(quote.bought.paid_out) * E9;
    got >= BigUint::from(quote.sold.spent()) * limit
}

/// Executes both orders one after the other.
fn execute(
    origin: &Pool,
    destination: &Pool,
    amount: u64,
    terms: &MoveTerms,
) -> Result<MoveQuote, AmmError> {
    let sold = origin.sell(amount, &terms.origin)?;
    let bought = destination.buy(sold.paid_out, &terms.destination)?;
    Ok(MoveQuote { sold, bought })
}

/// Pools of equal weights from amounts in 10^9, and a limit.
fn case((t1, a1, t2, a2): (u64, u64, u64, u64), limit: MoveLimit) -> u64 {
    let (origin, destination) = (pool(a1 * E9, t1 * E9, HALF), pool(a2 * E9, t2 * E9, HALF));
    let most = 1_000 * origin.alpha;
    let quote = quote_move(&origin, &destination, most, &move_terms(limit, 0)).unwrap();
    quote.sold.spent()
}

/// The published formula bounds what is received per alpha given, in pools of
/// equal weights without fees; so does this limit.
#[test]
#[rustfmt::skip]
fn what_is_received_follows_the_vectors() {
    let pools = (150, 100, 100, 100);
    for (pools, limit, want) in [
        (pools, 100_000_000, 560 * E9),
        (pools, 500_000_000, 80 * E9 - 1),
        (pools, 750_000_000, 40 * E9 - 1),
        (pools, 1_000_000_000, 20 * E9 - 1),
        (pools, 1_250_000_000, 8 * E9 - 1),
        (pools, 1_499_999_999, 26),
        (pools, 1_500_000_000, 0),
        (pools, 1_500_000_001, 0),
        ((100, 200, 300, 400), 500_000_000, 50 * E9),
    ] {
        let got = case(pools, MoveLimit::Received(limit));
        // Both payouts round to a rao of their own.
        let rounding = 2 + 2 * E9 / limit;
        assert!(
            got.abs_diff(want) <= rounding || limit == 1_499_999_999 && got == 0,
            "{limit}: {got} {want}"
        );
    }
}

/// A limit on the prices after the move allows less: about half for small
/// moves. In pools of equal weights without fees it is
/// `a1 * (sqrt(ratio / limit) - 1) / (1 + t1 / t2)`.
#[test]
fn a_limit_on_prices_has_the_closed_form() {
    let pools = (150, 100, 100, 100);
    for (limit, want) in [
        (100_000_000, 114_919_333_848),
        (500_000_000, 29_282_032_302),
        (750_000_000, 16_568_542_494),
        (1_000_000_000, 8_989_794_855),
        (1_250_000_000, 3_817_804_600),
        (1_499_999_999, 13),
        (1_500_000_000, 0),
        (1_500_000_001, 0),
    ] {
        let got = case(pools, MoveLimit::Price(limit));
        assert!(got.abs_diff(want) <= 4, "{limit}: {got} {want}");
    }
    // No limit moves everything.
    assert_eq!(case(pools, MoveLimit::Price(0)), 100_000 * E9);
    assert_eq!(case(pools, MoveLimit::Received(0)), 100_000 * E9);
}

#[test]
fn moves_are_refused_as_their_orders_are() {
    let (rich, poor) = (pool(100 * E9, 100 * E9, HALF), pool(50, 100 * E9, HALF));
    let any = move_terms(MoveLimit::Price(0), 33);
    let refused =
        |origin, destination, amount, terms| quote_move(origin, destination, amount, terms);
    assert_eq!(
        refused(&rich, &poor, E9, &any),
        Err(AmmError::ReservesTooLow)
    );
    assert_eq!(
        refused(&rich, &rich, 101_000 * E9, &any),
        Err(AmmError::InputTooLarge)
    );
    let dear = MoveTerms {
        destination: free(E9),
        ..any
    };
    assert_eq!(
        refused(&rich, &rich, E9, &dear),
        Err(AmmError::PriceLimitExceeded)
    );
    // A rao of alpha at a hundredth of a rao buys nothing.
    let cheap = pool(100 * E9, E9, HALF);
    assert_eq!(
        refused(&cheap, &rich, 1, &any),
        Err(AmmError::ReservesTooLow)
    );
    // An order that the destination cannot take is cut for the ratio's sake.
    let tiny = pool(1_000_000, 1_000_000, HALF);
    let quote = quote_move(&rich, &tiny, 50 * E9, &move_terms(MoveLimit::Price(1), 0)).unwrap();
    assert!(quote.sold.spent() < 50 * E9 && quote.bought.paid_out > 0);
}

#[test]
fn a_search_never_needs_more_probes_than_halving() {
    for (answer, curve) in [
        (1u64, 0u32),
        (77, 3),
        (u64::MAX - 2, 1),
        (1 << 40, 5),
        (0, 2),
    ] {
        let probes = Cell::new(0);
        let at = |amount: u64| {
            probes.set(probes.get() + 1);
            // Steep or flat around the answer, far from a line.
            let relative = (u128::from(amount) << 20) / u128::from(answer + 1);
            let measure = relative.saturating_pow(curve).min(u128::MAX >> 41) << 40;
            let holds = amount <= answer;
            let measure = if holds {
                measure.min(TARGET)
            } else {
                measure.max(TARGET + 1)
            };
            Probe {
                measure,
                holds,
                result: amount,
            }
        };
        let found = largest((0, at(0)), (u64::MAX, at(u64::MAX)), at);
        assert_eq!(found, answer);
        assert!(probes.get() - 2 <= MAX_PROBES);
    }
}

#[derive(Clone, Copy, Debug)]
struct Case {
    origin: Pool,
    destination: Pool,
    amount: u64,
    ratio: u64,
    fee_rate: u16,
}

/// Two pools, an amount, and a limit from a millionth of the ratio of their
/// prices to a little above it.
fn cases() -> impl Strategy<Value = Case> {
    (
        real_pool(),
        real_pool(),
        1u64..=1_000_000,
        0u32..30,
        1u64..=1_100_000,
        0u16..=10_000,
    )
        .prop_map(|(origin, destination, share, shift, relative, fee_rate)| {
            let ((on, od), (dn, dd)) = (exact_price(&origin), exact_price(&destination));
            let ratio = on * dd * relative * E9 / (od * dn * 1_000_000u32);
            Case {
                origin,
                destination,
                amount: ((u128::from(origin.alpha) * u128::from(share)) >> shift)
                    .min(1_000 * u128::from(origin.alpha)) as u64,
                ratio: u64::try_from(ratio).unwrap_or(u64::MAX),
                fee_rate,
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5_000))]

    #[test]
    fn a_move_is_the_largest_that_keeps_the_prices(case in cases()) {
        let Case {
            origin,
            destination,
            amount,
            ratio,
            fee_rate,
        } = case;
        let terms = move_terms(MoveLimit::Price(ratio), fee_rate);
        let Ok(quote) = quote_move(&origin, &destination, amount, &terms) else {
            return Ok(());
        };
        let moved_amount = quote.sold.spent();
        prop_assert!(moved_amount <= amount);
        if quote != MoveQuote::default() {
            prop_assert_eq!(
                execute(&origin, &destination, moved_amount, &terms),
                Ok(quote)
            );
            let (o, d) = moved(&origin, &destination, &quote);
            prop_assert!(keeps_price(&o, &d, ratio));
        }
        // One rao more breaks the limit, or more than that where the fee or
        // the rounding of the first rao swallow it.
        for more in [1, 2, moved_amount / 100 + 2] {
            let larger = moved_amount + more;
            let Ok(quote) = execute(&origin, &destination, larger, &terms) else {
                continue;
            };
            let (o, d) = moved(&origin, &destination, &quote);
            prop_assert!(
                larger > amount || !keeps_price(&o, &d, ratio) || quote.sold.spent() < larger
            );
        }
    }

    #[test]
    fn a_move_keeps_what_is_received(case in cases()) {
        let Case {
            origin,
            destination,
            amount,
            ratio,
            fee_rate,
        } = case;
        let terms = move_terms(MoveLimit::Received(ratio), fee_rate);
        let Ok(quote) = quote_move(&origin, &destination, amount, &terms) else {
            return Ok(());
        };
        let moved_amount = quote.sold.spent();
        if quote != MoveQuote::default() {
            prop_assert_eq!(
                execute(&origin, &destination, moved_amount, &terms),
                Ok(quote)
            );
            prop_assert!(keeps_received(&quote, ratio));
            // The prices may move about twice as far.
            let prices = quote_move(
                &origin,
                &destination,
                amount,
                &move_terms(MoveLimit::Price(ratio), fee_rate),
            );
            prop_assert!(
                fee_rate != 0 || prices.is_ok_and(|prices| prices.sold.spent() <= moved_amount + 2)
            );
        }
        // A hundredth more lowers the ratio by about the hundredth of the share
        // of the pool that is moved. The rounding of the sale and its fee, up
        // to two of the rao moved, outweighs that in small moves.
        let larger = moved_amount + moved_amount / 100 + 1;
        let visible = moved_amount > origin.alpha / 1_000
            && u128::from(moved_amount).pow(2) > 10_000 * u128::from(origin.alpha);
        if let Ok(quote) = execute(&origin, &destination, larger, &terms)
            && quote.sold.paid_out.min(quote.bought.paid_out) > 10_000_000
            && visible
        {
            prop_assert!(
                larger > amount || quote.sold.spent() < larger || !keeps_received(&quote, ratio)
            );
        }
    }

    #[test]
    fn a_better_ratio_moves_less(case in cases(), factor in 1_000u64..2_000) {
        let Case {
            origin,
            destination,
            amount,
            ratio,
            fee_rate,
        } = case;
        let quote = |ratio| {
            quote_move(
                &origin,
                &destination,
                amount,
                &move_terms(MoveLimit::Price(ratio), fee_rate),
            )
        };
        let better = (u128::from(ratio) * u128::from(factor) / 1_000).min(u64::MAX.into()) as u64;
        let (Ok(loose), Ok(tight)) = (quote(ratio), quote(better)) else {
            return Ok(());
        };
        prop_assert!(tight.sold.spent() <= loose.sold.spent());
        prop_assert!(tight.bought.paid_out <= loose.bought.paid_out);
    }
}

/// Average and worst number of probes of searches that cut a move.
fn probes(cases: impl Strategy<Value = Case>) -> (u32, u32) {
    let (mut total, mut searches, mut worst) = (0, 0, 0);
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    for _ in 0..10_000 {
        let case = cases.new_tree(&mut runner).unwrap().current();
        let terms = move_terms(MoveLimit::Price(case.ratio), case.fee_rate);
        let route = Route {
            origin: &case.origin,
            destination: &case.destination,
            terms: &terms,
        };
        let (rest, whole) = (route.probe(0), route.probe(case.amount));
        if !rest.holds || whole.holds {
            continue;
        }
        let probes = Cell::new(0);
        largest((0, rest), (case.amount, whole), |amount| {
            probes.set(probes.get() + 1);
            route.probe(amount)
        });
        searches += 1;
        total += probes.get();
        worst = worst.max(probes.get());
    }
    assert!(searches > 1_000);
    (total / searches, worst)
}

#[test]
fn searches_take_few_probes() {
    let (average, worst) = probes(cases());
    assert!(average <= 18 && worst <= MAX_PROBES, "{average} {worst}");
    // Pools as injections leave them, the default fee, a limit in sight.
    let usual = cases().prop_map(|case| {
        let weighted = |pool: Pool| Pool {
            quote_weight_parts: 400_000_000_000_000_000 + pool.quote_weight_parts / 5,
            tao: pool.tao.max(1_000 * E9),
            alpha: pool.alpha.max(1_000 * E9),
        };
        let (origin, destination) = (weighted(case.origin), weighted(case.destination));
        let ((on, od), (dn, dd)) = (exact_price(&origin), exact_price(&destination));
        let ratio = on * dd * (900 + case.ratio % 100) * E9 / (od * dn * 1_000u32);
        Case {
            origin,
            destination,
            amount: origin.alpha,
            ratio: u64::try_from(ratio).unwrap_or(u64::MAX),
            fee_rate: 33,
        }
    });
    let (average, worst) = probes(usual);
    assert!(average <= 8 && worst <= MAX_PROBES, "{average} {worst}");
}
