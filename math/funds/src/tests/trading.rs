//! Limits of what an owner may trade.

use proptest::prelude::*;
use subtensor_amm::{HALF_WEIGHT, Pool, Terms};
use subtensor_fixed::U64F64;

use super::{E9, any_width};
use crate::trade::{PERIOD, Prices, Purchase, level, spend};

fn price(num: u64, den: u64) -> U64F64 {
    U64F64::from_ratio(num, den)
}

#[test]
fn a_sale_goes_by_the_highest_price_and_a_purchase_by_the_lowest() {
    let prices = |slow, fast, spot| Prices {
        slow: U64F64::from_num(slow),
        fast: U64F64::from_num(fast),
        spot: U64F64::from_num(spot),
    };
    for order in [prices(1, 2, 4), prices(4, 1, 2), prices(2, 4, 1)] {
        assert_eq!(order.sell_limit(), Some(3_920_000_000));
        assert_eq!(order.buy_limit(), Some(1_020_000_000));
    }
    let third = price(1, 3);
    let thirds = Prices {
        slow: third,
        fast: third,
        spot: third,
    };
    // 326_666_666.6 and 340_000_000 less a hair.
    assert_eq!(thirds.sell_limit(), Some(326_666_667));
    assert_eq!(thirds.buy_limit(), Some(339_999_999));
    for missing in [prices(0, 1, 1), prices(1, 0, 1)] {
        assert_eq!((missing.sell_limit(), missing.buy_limit()), (None, None));
    }
    let most = Prices {
        slow: U64F64::MAX,
        fast: U64F64::MAX,
        spot: U64F64::MAX,
    };
    assert_eq!(
        (most.sell_limit(), most.buy_limit()),
        (Some(u64::MAX), Some(u64::MAX))
    );
}

#[test]
fn a_pool_admits_what_its_limit_does() {
    let pool = Pool {
        tao: 1_000 * E9,
        alpha: 2_000 * E9,
        quote_weight_parts: HALF_WEIGHT,
    };
    let fair = Prices {
        slow: pool.price(),
        fast: pool.price(),
        spot: pool.price(),
    };
    let terms = |limit: Option<u64>| Terms {
        limit: limit.expect("both averages are there"),
        fee_rate: 0,
        minimum_reserve: 1,
    };
    // A move of the price by 2 % is one of the reserves by about 1 %.
    let sold = pool
        .sell(u64::MAX >> 20, &terms(fair.sell_limit()))
        .map(|quote| quote.paid_in);
    assert_eq!(sold, Ok(20_305_089_104));
    let bought = pool
        .buy(u64::MAX >> 20, &terms(fair.buy_limit()))
        .map(|quote| quote.paid_in);
    assert_eq!(bought, Ok(9_950_493_836));
    // Somebody has moved the price: nothing goes.
    let before = Prices {
        slow: price(6, 10),
        ..fair
    };
    assert!(pool.sell(E9, &terms(before.sell_limit())).is_err());
    let before = Prices {
        fast: price(4, 10),
        ..fair
    };
    assert!(pool.buy(E9, &terms(before.buy_limit())).is_err());
}

proptest! {
    #[test]
    fn a_period_turns_over_at_most_twice_the_budget(
        all in any_width(1), trades in prop::collection::vec((0u64..3_000, any_width(0)), 1..80),
    ) {
        let (mut bucket, mut now) = (None, 1_000_000u64);
        let mut made = Vec::<(u64, u64)>::new();
        for (blocks, amount) in trades {
            now += blocks;
            let left = level(all, bucket, now);
            prop_assert!(left <= all);
            let mid = amount.min(left);
            bucket = spend(left, mid, now);
            prop_assert!(bucket.is_some());
            prop_assert!(left == u64::MAX || spend(left, left + 1, now).is_none());
            made.push((now, mid));
            let recent = made.iter().filter(|(block, _)| now - block <= PERIOD);
            let sum: u128 = recent.map(|(_, mid)| u128::from(*mid)).sum();
            prop_assert!(sum <= 2 * u128::from(all), "{sum} of {all}");
        }
    }

    #[test]
    fn a_bucket_of_a_changing_fund_holds_its_largest_budget(
        trades in prop::collection::vec((0u64..3_000, any_width(0), any_width(1)), 1..80),
    ) {
        let most = trades.iter().map(|(_, _, all)| *all).max().unwrap_or(0);
        let (mut bucket, mut now, mut sum) = (None, 0u64, 0u128);
        for (blocks, amount, all) in trades {
            now += blocks;
            let left = level(all, bucket, now);
            prop_assert!(left <= all);
            let mid = amount.min(left);
            bucket = spend(left, mid, now);
            sum += u128::from(mid);
            let periods = u128::from(now / PERIOD + 2);
            prop_assert!(sum <= u128::from(most) * periods);
        }
    }

    #[test]
    fn purchases_of_a_period_stay_below_twice_the_cap(
        reserve in any_width(1), cap in 1u16..,
        buys in prop::collection::vec((0u64..3_000, any_width(0)), 1..60),
    ) {
        let (mut used, mut now) = (None, 0u64);
        let mut made = Vec::<(u64, u64)>::new();
        let most = u128::from(reserve) * u128::from(cap) / 65_535;
        for (blocks, bought) in buys {
            now += blocks;
            let purchase = Purchase { bought, held: bought, reserve };
            if let Some(next) = purchase.use_pool(cap, used, now) {
                prop_assert!(u128::from(next.0) <= most && next.0 >= bought);
                used = Some(next);
                made.push((now, bought));
            }
            let recent = made.iter().filter(|(block, _)| now - block <= PERIOD);
            let sum: u128 = recent.map(|(_, bought)| u128::from(*bought)).sum();
            prop_assert!(sum <= 2 * most, "{sum} of {most}");
        }
    }
}
