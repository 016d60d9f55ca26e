//! Vectors of spec 50 §5.

use crate::pow::{FRAC, Ratio, decay_above};
use crate::*;
use primitive_types::U256;
use subtensor_fixed::U64F64;

const E9: u64 = 1_000_000_000;
const E12: u64 = 1_000_000_000_000;

fn pool(alpha: u64, tao: u64, weight_1e10: u64) -> Pool {
    Pool {
        tao,
        alpha,
        quote_weight_parts: weight_1e10 * 100_000_000,
    }
}

fn terms(limit: u64) -> Terms {
    Terms {
        limit,
        fee_rate: 33,
        minimum_reserve: 100,
    }
}

/// A power in units of 10^-18, rounded down.
pub(crate) fn decimals(power: U256) -> u64 {
    ((power * U256::from(WEIGHT_ONE)) >> FRAC).low_u64()
}

#[test]
fn fee_vectors() {
    for (amount, want) in [
        (1985, 0),
        (1986, 1),
        (2_000_000, 1007),
        (2_001_007, 1007),
        (E9, 503_547),
        (100 * E9, 50_354_772),
    ] {
        assert_eq!(fee(amount, 33), want);
    }
    assert_eq!(fee(u64::MAX, 0), 0);
}

#[test]
fn order_vectors() {
    let half = 5_000_000_000;
    // alpha, tao, weight, buy?, amount, limit, (paid in, out, fee)
    for (alpha, tao, w, buy, amount, limit, want) in [
        (4 * E9, E9, half, true, 1000, E12, (1000, 3999, 0)),
        (4 * E9, E9, half, true, 2000, E12, (1999, 7995, 1)),
        (4 * E9, E9, half, true, 123_456, E12, (123_394, 493_515, 62)),
        (
            4 * E9,
            E9,
            half,
            true,
            E9,
            E12,
            (999_496_453, 1_999_496_326, 503_547),
        ),
        (
            4 * E9,
            E9,
            half,
            true,
            10 * E9,
            E12,
            (9_994_964_523, 3_636_197_098, 5_035_477),
        ),
        (4 * E9, E9, half, false, 1000, 100_000, (1000, 249, 0)),
        (4 * E9, E9, half, false, 2000, 100_000, (1999, 499, 1)),
        (
            4 * E9,
            E9,
            half,
            false,
            123_456,
            100_000,
            (123_394, 30_847, 62),
        ),
        (
            100 * E9,
            150 * E9,
            half,
            true,
            900 * E9,
            24 * E9,
            (450 * E9, 75 * E9, 226_710_634),
        ),
        (
            4 * E9,
            E9,
            3_000_000_000,
            true,
            E9 / 10,
            1000 * E12,
            (99_949_646, 160_021_528, 50_354),
        ),
        (
            4 * E9,
            E9,
            3_000_000_000,
            false,
            E9 / 10,
            1000,
            (99_949_646, 55_960_659, 50_354),
        ),
        (
            4 * E12,
            E12,
            5_000_000_005,
            true,
            10 * E9,
            1000 * E12,
            (9_994_964_523, 39_584_215_343, 5_035_477),
        ),
        (
            4 * E12,
            E12,
            5_000_000_005,
            false,
            10 * E9,
            1000,
            (9_994_964_523, 2_492_512_981, 5_035_477),
        ),
    ] {
        let p = pool(alpha, tao, w);
        let t = terms(limit);
        let got = if buy {
            p.buy(amount, &t)
        } else {
            p.sell(amount, &t)
        };
        let (paid_in, paid_out, fee) = want;
        assert_eq!(
            got,
            Ok(Quote {
                paid_in,
                paid_out,
                fee
            }),
            "{p:?} {buy} {amount}"
        );
    }
}

#[test]
fn refusals() {
    let p = pool(1000, 1000, 5_000_000_000);
    let free = Terms {
        fee_rate: 0,
        ..terms(1_000_000 * E9)
    };
    assert_eq!(p.buy(1_000_001, &free), Err(AmmError::InputTooLarge));
    assert!(p.buy(1_000_000, &free).is_ok());
    let free_sell = Terms { limit: 0, ..free };
    assert_eq!(p.sell(1_000_001, &free_sell), Err(AmmError::InputTooLarge));
    assert!(p.sell(1_000_000, &free_sell).is_ok());
    let production = Terms {
        minimum_reserve: 1_000_000,
        ..free
    };
    assert_eq!(p.buy(10, &production), Err(AmmError::ReservesTooLow));
    // Both limits are strict: the price is exactly 1 here.
    assert_eq!(p.buy(10, &terms(E9)), Err(AmmError::PriceLimitExceeded));
    assert_eq!(p.sell(10, &terms(E9)), Err(AmmError::PriceLimitExceeded));
    // An input too small for one rao of output.
    assert_eq!(
        pool(1000, 100_000, 5_000_000_000).buy(1, &free),
        Err(AmmError::ReservesTooLow)
    );
    let outside = pool(1000, 1000, 99_000_001);
    assert_eq!(outside.buy(10, &free), Err(AmmError::ReservesOutOfBalance));
    // An order that would take the whole reserve is cut at its limit.
    let steep = pool(E12, E12, 9_000_000_000);
    let cut = steep
        .buy(1000 * E12, &Terms { limit: E12, ..free })
        .unwrap();
    assert!(cut.paid_out < E12 && cut.paid_in < 1000 * E12);
}

#[test]
fn power_vectors() {
    for (parts, r, d, buy, want) in [
        (500u64, 100_000u128, 100u128, false, 0.999000999000999),
        (250, 500_000, 5000, false, 0.970590147927644),
        (750, 200_000, 2000, true, 0.970590147927644),
        (900, 13_513_642, 1673, true, 0.998886481979889),
        (773, 7_000_000_000, 10_000, false, 0.999999580484586),
    ] {
        let (num, den) = if buy {
            (parts, 1000 - parts)
        } else {
            (1000 - parts, parts)
        };
        let got = decimals(decay_above(r, r + d, Ratio { num, den }));
        assert!((got as f64 / 1e18 - want).abs() < 2e-15, "{got} {want}");
    }
    let (s, r) = (21_000_000_000_000_000u128, 28_000_000_000_000_000u128);
    let p = decimals(decay_above(s, r, Ratio { num: 6, den: 4 }));
    assert_eq!(p, 649_519_052_838_328_985);
    for (num, den) in [
        (500_000_000_000_000_000, 500_000_000_000_000_000),
        (499_999_999_999_500_000, 500_000_000_000_500_000),
        (500_000_000_000_250_000, 499_999_999_999_750_000),
    ] {
        let p = decimals(decay_above(s, s + 100, Ratio { num, den }));
        assert_eq!(p, 999_999_999_999_995_238);
    }
    // Far tails: the reference series fails here, the true result is 0.
    assert!(decimals(decay_above(1, 1001, Ratio { num: 99, den: 1 })) == 0);
}

#[test]
fn input_to_price_vectors() {
    let at = |tao, alpha, num| {
        // Price num/10 with w2 = 1/4 needs 3 * tao / alpha = num / 10.
        let p = pool(alpha, tao, 2_500_000_000);
        assert!((p.price().to_bits() as f64 / 2f64.powi(64) - num as f64 / 10.0).abs() < 1e-9);
        p
    };
    let (tenth, fifth) = (U64F64::from_ratio(1, 10), U64F64::from_ratio(1, 5));
    let low = at(E9, 30 * E9, 1);
    assert_eq!(low.tao_to_reach(fifth), 681_792_830);
    assert_eq!(low.tao_to_reach(U64F64::from_ratio(1, 20)), 0);
    // 66_666_666.7 TAO would be exact, hence the tolerance.
    let high = at(66_666_667, E9, 2);
    assert!(high.alpha_to_reach(tenth).abs_diff(189_207_115) <= 3);
    assert_eq!(high.alpha_to_reach(U64F64::from_ratio(1, 2)), 0);
    let even = pool(E12, E12, 5_000_000_000);
    assert_eq!(
        even.tao_to_reach(U64F64::from_num(1000)),
        17_446_744_073_709
    );
}

#[test]
fn price_vectors() {
    let p = pool(4 * E9, E9, 3_000_000_000).price();
    assert!(p.to_bits().abs_diff((7u128 << 64) / 12) < 4);
    assert_eq!(pool(0, E9, 5_000_000_000).price(), U64F64::ZERO);
    assert_eq!(
        pool(4 * E9, E9, 5_000_000_000).price(),
        U64F64::from_ratio(1, 4)
    );
}

#[test]
fn liquidity_vectors() {
    let p = pool(4 * E12, E12, 5_000_000_000);
    for (tao, alpha, want) in [
        (E9, 0, 500_249_875_062_468_765),
        (0, E9, 499_937_507_811_523_559),
        (E12, 0, 666_666_666_666_666_666),
        (E12, 2 * E12, 571_428_571_428_571_428),
        (0, 0, HALF_WEIGHT),
    ] {
        assert_eq!(p.adjusted_weight(tao, alpha), Ok(want));
    }
    let no_alpha = pool(0, E12, 5_000_000_000);
    assert_eq!(no_alpha.adjusted_weight(5, 0), Ok(HALF_WEIGHT));
    assert_eq!(
        no_alpha.adjusted_weight(0, 5),
        Err(AmmError::ReservesOutOfBalance)
    );
    let no_tao = pool(E12, 0, 5_000_000_000);
    assert_eq!(
        no_tao.adjusted_weight(5, 0),
        Err(AmmError::ReservesOutOfBalance)
    );
    assert_eq!(
        pool(0, 0, 5_000_000_000).adjusted_weight(3, 4),
        Ok(HALF_WEIGHT)
    );

    let fifth = U64F64::from_ratio(1, 5);
    assert_eq!(
        weight_for_price(E9, 4 * E9, fifth),
        Ok(555_555_555_864_197_531)
    );
    assert!(weight_for_price(0, 0, fifth).is_err());
    assert!(weight_for_price(1, E9, fifth).is_err());
}
