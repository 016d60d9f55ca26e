//! Vectors of spec 50 §5 and §6.5.

use super::{E9, E12, MAX_PRICE, MIN_PRICE, free, pool, terms};
use crate::limit::Room;
use crate::pool::Side;
use crate::power::{Exponent, decay_above};
use crate::*;
use subtensor_fixed::{U64F64, full_mul, q120::FRAC};

/// Equal weights, in parts of 10^10.
const HALF: u64 = 5_000_000_000;

#[test]
fn fees_follow_the_vectors() {
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
#[rustfmt::skip]
fn orders_follow_the_vectors() {
    let (x, y) = (4 * E9, E9);
    let near = 5_000_000_005;
    // Buy or sell, alpha, tao, weight, amount, limit, (paid in, out, fee).
    for (side, alpha, tao, weight, amount, limit, (paid_in, paid_out, fee)) in [
        (Side::Buy, x, y, HALF, 1_000, E12, (1_000, 3_999, 0)),
        (Side::Buy, x, y, HALF, 2_000, E12, (1_999, 7_995, 1)),
        (Side::Buy, x, y, HALF, 123_456, E12, (123_394, 493_515, 62)),
        (Side::Buy, x, y, HALF, E9, E12, (999_496_453, 1_999_496_326, 503_547)),
        (Side::Buy, x, y, HALF, 10 * E9, E12, (9_994_964_523, 3_636_197_098, 5_035_477)),
        (Side::Sell, x, y, HALF, 1_000, 100_000, (1_000, 249, 0)),
        (Side::Sell, x, y, HALF, 2_000, 100_000, (1_999, 499, 1)),
        (Side::Sell, x, y, HALF, 123_456, 100_000, (123_394, 30_847, 62)),
        (Side::Buy, 100 * E9, 150 * E9, HALF, 900 * E9, 24 * E9, (450 * E9, 75 * E9, 226_710_634)),
        (Side::Buy, x, y, 3_000_000_000, E9 / 10, MAX_PRICE, (99_949_646, 160_021_528, 50_354)),
        (Side::Sell, x, y, 3_000_000_000, E9 / 10, MIN_PRICE, (99_949_646, 55_960_659, 50_354)),
        (
            Side::Buy,
            4 * E12,
            E12,
            near,
            10 * E9,
            MAX_PRICE,
            (9_994_964_523, 39_584_215_343, 5_035_477),
        ),
        (
            Side::Sell,
            4 * E12,
            E12,
            near,
            10 * E9,
            MIN_PRICE,
            (9_994_964_523, 2_492_512_981, 5_035_477),
        ),
    ] {
        let want = Quote { paid_in, paid_out, fee };
        let got = pool(alpha, tao, weight).quote(side, amount, &terms(limit));
        assert_eq!(got, Ok(want), "{side:?} {amount}");
    }
}

/// What an order for a thousand times the reserve takes under a limit.
fn most(
    side: Side,
    tao: u64,
    alpha: u64,
    limit: u64,
    minimum_reserve: u64,
) -> Result<u64, AmmError> {
    let pool = pool(alpha, tao, HALF);
    let (reserve, _) = pool.reserves(side);
    let terms = Terms {
        minimum_reserve,
        ..terms(limit)
    };
    pool.quote(side, 1000 * reserve, &terms)
        .map(|quote| quote.spent())
}

#[test]
#[rustfmt::skip]
fn limits_allow_what_the_vectors_say() {
    let exceeded = Err(AmmError::PriceLimitExceeded);
    for (tao, alpha, limit, want) in [
        (1_000_000, 1_000_000, 4 * E9, Ok(1_000_503)),
        (1_000_000, 1_000_000, 9 * E9, Ok(2_001_007)),
        (E12, E12, 16 * E9, Ok(3_001_511_404_231)),
        (150 * E9, 100 * E9, 1_500_000_001, Ok(49)),
        (150 * E9, 100 * E9, 6 * E9, Ok(150_075_570_211)),
        (150 * E9, 100 * E9, 1_500_000_000, exceeded),
        (150 * E9, 100 * E9, 0, exceeded),
        // The limit that a ratio of a half sets on leaving root.
        (50 * E9, 100 * E9, 2 * E9, Ok(50_025_190_070)),
        (50 * E9, 100 * E9, 500_000_000, exceeded),
    ] {
        assert_eq!(
            most(Side::Buy, tao, alpha, limit, 1_000_000),
            want,
            "buy {tao} {alpha} {limit}"
        );
    }
    for (tao, alpha, limit, want) in [
        (1_000_000, 1_000_000, 250_000_000, Ok(1_000_503)),
        (E12, E12, 62_500_000, Ok(3_001_511_404_231)),
        (200 * E9, 100 * E9, 500_000_000, Ok(100_050_380_141)),
        (200 * E9, 100 * E9, 125_000_000, Ok(300_151_140_423)),
        (200 * E9, 100 * E9, 1_999_999_999, Ok(24)),
        (10 * E9, 10 * E9, 0, Ok(10 * E12)),
        (200 * E9, 100 * E9, 2 * E9, exceeded),
        (200 * E9, 100 * E9, u64::MAX, exceeded),
        (0, E9, 100, Err(AmmError::ReservesTooLow)),
        (E9, 0, 100, exceeded),
    ] {
        assert_eq!(
            most(Side::Sell, tao, alpha, limit, 1_000_000),
            want,
            "sell {tao} {alpha} {limit}"
        );
    }
}

#[test]
fn the_input_to_a_price_follows_the_vectors() {
    // w2 = 1/4: prices of 0.1 and 0.2. Three times the reserve of the vector
    // makes the second price exact.
    let low = pool(30 * E9, E9, 2_500_000_000);
    let to = |pool: &Pool, side, limit| Room::up_to(limit, pool, side).map(|room| room.most());
    assert_eq!(to(&low, Side::Buy, 200_000_000), Some(681_792_830));
    let high = pool(3 * E9, 200_000_000, 2_500_000_000);
    assert_eq!(to(&high, Side::Sell, 100_000_000), Some(567_621_345));
    // Wrong direction.
    assert_eq!(to(&low, Side::Buy, 50_000_000), None);
    assert_eq!(to(&high, Side::Sell, 500_000_000), None);
    // The reference stops at 17.4 times the reserve, where its number ends.
    let even = pool(E12, E12, HALF);
    assert_eq!(to(&even, Side::Buy, E12), Some(30_622_776_601_683));
}

#[test]
fn inputs_are_capped_at_a_thousand_reserves() {
    let p = pool(1000, 1000, HALF);
    for (side, limit) in [(Side::Buy, MAX_PRICE), (Side::Sell, 0)] {
        let quote = |amount| p.quote(side, amount, &free(limit));
        assert_eq!(quote(1_000_001), Err(AmmError::InputTooLarge));
        assert!(quote(1_000_000).is_ok());
    }
}

#[test]
fn refusals_come_in_the_order_of_the_specification() {
    let p = pool(100, 1000, 9_990_000_000);
    let bad = terms(0);
    let quote = |p: &Pool, amount, terms: &Terms| p.buy(amount, terms);
    let low = Terms {
        minimum_reserve: 101,
        ..bad
    };
    assert_eq!(quote(&p, 2_000_000, &low), Err(AmmError::InputTooLarge));
    assert_eq!(quote(&p, 10, &low), Err(AmmError::ReservesTooLow));
    assert_eq!(quote(&p, 10, &bad), Err(AmmError::ReservesOutOfBalance));
    let p = pool(100, 1000, HALF);
    assert_eq!(quote(&p, 1, &bad), Err(AmmError::PriceLimitExceeded));
    // One rao of TAO buys a tenth of a rao of alpha.
    assert_eq!(
        quote(&p, 1, &terms(MAX_PRICE)),
        Err(AmmError::ReservesTooLow)
    );
    assert_eq!(quote(&p, 0, &terms(MAX_PRICE)), Ok(Quote::default()));
}

#[test]
fn limits_are_strict() {
    let p = pool(1000, 1000, HALF);
    assert_eq!(p.buy(10, &terms(E9)), Err(AmmError::PriceLimitExceeded));
    assert_eq!(p.sell(10, &terms(E9)), Err(AmmError::PriceLimitExceeded));
    // A price of exactly 0.1 at unequal weights, which 64 bits cannot state.
    let tenth = pool(70 * E9, 3 * E9, 3_000_000_000);
    for side in [Side::Buy, Side::Sell] {
        let quote = |limit| tenth.quote(side, 1_000_000, &terms(limit));
        assert_eq!(quote(100_000_000), Err(AmmError::PriceLimitExceeded));
        let beyond = if side == Side::Buy {
            110_000_000
        } else {
            90_000_000
        };
        assert_eq!(quote(beyond).map(|quote| quote.spent()), Ok(1_000_000));
    }
}

#[test]
fn no_order_takes_a_whole_reserve() {
    // A thousand-fold buy with w2/w1 = 9 takes all but 10^-27.
    let steep = pool(E12, E12, 9_000_000_000);
    let order = 1000 * E12;
    let cut = steep.buy(order, &free(MAX_PRICE)).unwrap();
    assert!(cut.paid_out < E12 && cut.paid_in < order);
    // Where even the highest limit that can be stated is no help.
    let small = pool(20_000 * E12, 1_000_000, 9_000_000_000);
    let drained = small.buy(E9, &free(u64::MAX));
    assert_eq!(drained, Err(AmmError::InsufficientLiquidity));
    let drained = pool(E12, E12, 1_000_000_000).sell(order, &free(0));
    assert_eq!(drained, Err(AmmError::InsufficientLiquidity));
    // The last rao stays even where the curve leaves less.
    let even = pool(1_000_000, 1_000_000, HALF).sell(1_000_000_000, &free(0));
    assert_eq!(even.map(|quote| quote.paid_out), Ok(999_000));
}

/// A power in units of 10^-18, rounded down.
fn decimals(power: u128) -> u128 {
    full_mul(power, WEIGHT_ONE.into())
        .checked_shr(FRAC)
        .unwrap()
}

#[test]
fn powers_follow_the_vectors() {
    for (parts, r, d, buy, want) in [
        (
            500u64,
            100_000u128,
            100u128,
            false,
            999_000_999_000_999_000u128,
        ),
        (250, 500_000, 5000, false, 970_590_147_927_644_000),
        (750, 200_000, 2000, true, 970_590_147_927_644_000),
        (900, 13_513_642, 1673, true, 998_886_481_979_889_000),
        (773, 7_000_000_000, 10_000, false, 999_999_580_484_586_000),
    ] {
        let (num, den) = if buy {
            (parts, 1000 - parts)
        } else {
            (1000 - parts, parts)
        };
        let got = decimals(decay_above(r, r + d, Exponent { num, den }));
        assert!(got.abs_diff(want) < 1000, "{got} {want}");
    }
    let (s, r) = (21_000_000_000_000_000u128, 28_000_000_000_000_000u128);
    let p = decimals(decay_above(s, r, Exponent { num: 6, den: 4 }));
    assert_eq!(p, 649_519_052_838_328_985);
    for (num, den) in [
        (500_000_000_000_000_000, 500_000_000_000_000_000),
        (499_999_999_999_500_000, 500_000_000_000_500_000),
        (500_000_000_000_250_000, 499_999_999_999_750_000),
    ] {
        let p = decimals(decay_above(s, s + 100, Exponent { num, den }));
        assert_eq!(p, 999_999_999_999_995_238);
    }
    // Far tails: the series of the reference fails here, the true result is 0.
    assert_eq!(
        decimals(decay_above(1, 1001, Exponent { num: 99, den: 1 })),
        0
    );
}

#[test]
fn prices_follow_the_vectors() {
    let p = pool(4 * E9, E9, 3_000_000_000).price();
    assert!(p.to_bits().abs_diff((7u128 << 64) / 12) < 4);
    assert_eq!(pool(0, E9, HALF).price(), U64F64::ZERO);
    let quarter = pool(4 * E9, E9, HALF);
    assert_eq!(quarter.price(), U64F64::from_ratio(1, 4));
    assert_eq!(quarter.alpha_for_tao(7), 28);
    assert_eq!(pool(0, E9, HALF).alpha_for_tao(7), 0);
}

#[test]
fn weights_follow_the_vectors() {
    let p = pool(4 * E12, E12, HALF);
    for (tao, alpha, want) in [
        (E9, 0, 500_249_875_062_468_765),
        (0, E9, 499_937_507_811_523_559),
        (E12, 0, 666_666_666_666_666_666),
        (E12, 2 * E12, 571_428_571_428_571_428),
        (0, 0, HALF_WEIGHT),
    ] {
        let weight = p.adjusted_weight(tao, alpha).unwrap();
        assert_eq!(weight, want);
        let after = Pool {
            tao: p.tao + tao,
            alpha: p.alpha + alpha,
            quote_weight_parts: weight,
        };
        let quarter = U64F64::from_ratio(1, 4).to_bits();
        assert!(after.price().to_bits().abs_diff(quarter) < 1 << 10);
    }
}

#[test]
fn an_empty_side_is_never_refilled() {
    let unbalanced = Err(AmmError::ReservesOutOfBalance);
    let no_alpha = pool(0, E12, HALF);
    assert_eq!(no_alpha.adjusted_weight(5, 0), Ok(HALF_WEIGHT));
    assert_eq!(no_alpha.adjusted_weight(0, 5), unbalanced);
    let no_tao = pool(E12, 0, HALF);
    assert_eq!(no_tao.adjusted_weight(0, 5), Ok(HALF_WEIGHT));
    assert_eq!(no_tao.adjusted_weight(5, 0), unbalanced);
    assert_eq!(pool(0, 0, HALF).adjusted_weight(3, 4), Ok(HALF_WEIGHT));
    assert_eq!(pool(1, 1, HALF).adjusted_weight(u64::MAX, 0), unbalanced);
}

#[test]
fn a_pool_opens_at_a_price() {
    let fifth = U64F64::from_ratio(1, 5);
    let weight = weight_for_price(E9, 4 * E9, fifth);
    assert_eq!(weight, Ok(555_555_555_864_197_531));
    let price = pool(4 * E9, E9, HALF);
    let price = Pool {
        quote_weight_parts: 555_555_555_864_197_531,
        ..price
    }
    .price();
    let want = U64F64::from_num(19_999_999_975).safe_div(U64F64::from_num(100_000_000_000));
    assert!(price.to_bits().abs_diff(want.to_bits()) < 1 << 8);
    let unbalanced = Err(AmmError::ReservesOutOfBalance);
    assert_eq!(weight_for_price(0, 0, fifth), unbalanced);
    assert_eq!(weight_for_price(1, E9, fifth), unbalanced);
    assert_eq!(weight_for_price(E9, 1, fifth), unbalanced);
    assert_eq!(
        weight_for_price(u64::MAX, u64::MAX, U64F64::MAX),
        unbalanced
    );
}

/// More than the pool takes at once is sold, or paid, in several orders; what it takes at once is
/// the order itself.
#[test]
fn large_orders_are_made_in_pieces() {
    let pool = pool(E9, 2 * E9, HALF);
    let limit = free(MIN_PRICE);
    assert_eq!(
        pool.sell_in_pieces(E9, &limit),
        pool.sell(E9, &limit).unwrap()
    );
    let most = 1_000 * E9;
    assert_eq!(pool.sell(most + 1, &limit), Err(AmmError::InputTooLarge));
    let first = pool.sell(most, &limit).unwrap();
    let rest = pool.after(Side::Sell, first.paid_in, first.paid_out);
    let second = rest.sell(E9, &limit).unwrap();
    let both = pool.sell_in_pieces(most + E9, &limit);
    assert_eq!(both.paid_in, most + E9);
    assert_eq!(both.paid_out, first.paid_out + second.paid_out);
    // The fee of each is of what that one pays.
    let paid = terms(MAX_PRICE);
    let cheap = Pool {
        tao: E9,
        alpha: most,
        ..pool
    };
    let bought = cheap.buy_in_pieces(most + 2 * E9, &paid);
    assert_eq!(bought.spent(), most + 2 * E9);
    assert!(bought.paid_out < most && bought.fee > 0);
    // What the pool does not take at all.
    let drained = Pool { tao: 1, ..pool };
    assert_eq!(drained.sell_in_pieces(E9, &limit), Quote::default());
}
