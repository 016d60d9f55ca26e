//! Shares for a value, and prices for display.

use proptest::prelude::*;
use subtensor_fixed::{I96F32, U64F64};

use super::any_width;
use crate::deposit::{Addition, Split, shares_for, split};
use crate::display::Fund;
use crate::index::{BetaIndexFundSampleOf, BetaIndexSnapshotOf, BetaIndexSweepOf};
use crate::price::{capped_value, mint, payout, starts_new_life};

#[test]
fn shares_of_every_kind_of_fund() {
    assert_eq!(mint(7, 0, 0), 7);
    assert_eq!(mint(7, 9, 0), 7);
    assert_eq!(mint(10, 3, 2), 6);
    // A fund without value begins anew only if the old shares are dust.
    assert_eq!(mint(1_000, 0, 10), 1_000);
    assert!(starts_new_life(1_000, 0, 10));
    assert_eq!(mint(1_000, 0, 11), 0);
    assert!(!starts_new_life(1_000, 0, 11));
    assert_eq!(mint(1_099, 0, 11), 0);
    assert!(!starts_new_life(1_000, 0, 0));
    assert!(!starts_new_life(1_000, 1, 10));
    // All shares fit 64 bits.
    assert_eq!(mint(2, 1, u64::MAX / 3), u64::MAX / 3 * 2);
    assert_eq!(mint(3, 1, u64::MAX / 3), 0);
    assert_eq!(mint(u64::MAX, 0, 1), 0);

    assert_eq!(payout(5, 100, 0), 0);
    assert_eq!(payout(1, 100, 3), 33);
    assert_eq!(payout(9, 100, 3), 100);
    assert_eq!(payout(u64::MAX, u64::MAX, 1), u64::MAX);
}

#[test]
fn averages_cap_a_value() {
    let half = U64F64::from_ratio(1, 2);
    assert_eq!(capped_value(100, 201, half), 100);
    assert_eq!(capped_value(100, 199, half), 99);
    assert_eq!(capped_value(100, u64::MAX, U64F64::MAX), 100);
    assert_eq!(capped_value(100, 200, U64F64::ZERO), 0);
}

#[test]
fn a_deposit_is_split_by_value() {
    assert_eq!(split(10, &[]), Split::ToRoot);
    assert_eq!(split(10, &[0, 0]), Split::ToRoot);
    assert_eq!(
        split(10, &[0, 1, 1, 1, 0]),
        Split::Slices(vec![0, 3, 3, 4, 0])
    );
    assert_eq!(split(10, &[1, 10]), Split::TooLittle);
    assert_eq!(split(0, &[1]), Split::TooLittle);
    let most = Split::Slices(vec![u64::MAX / 2, u64::MAX / 2 + 1]);
    assert_eq!(split(u64::MAX, &[u64::MAX, u64::MAX]), most);
}

#[test]
fn prices_out_of_range_stop_at_the_ends() {
    let least = U64F64::from_bits(1);
    let index = BetaIndexSnapshotOf {
        bag_level: least,
        ..BetaIndexSnapshotOf::first(0)
    };
    let fund = |nav, shares| Fund {
        nav,
        shares,
        rate: I96F32::ZERO,
        twr: U64F64::ZERO,
    };
    let worthless = fund(0, 1).marks(None, &index);
    assert_eq!(worthless.spot_price, least);
    let dear = fund(2, 1).baseline(&index, 0).expect("it has a value");
    assert_eq!(dear.price_divisor, U64F64::MAX);
    assert_eq!(dear.tr_splice, U64F64::MAX);

    let sample = |nav, display| BetaIndexFundSampleOf {
        nav,
        display,
        stake: U64F64::ONE,
    };
    let mut sweep = BetaIndexSweepOf::default();
    sweep.add(&sample(1, U64F64::MAX), &sample(1, least));
    assert_eq!(sweep.publish(&index, 9).bag_level, least);
    // More than 64 bits of rao weigh as much as their sum can.
    for _ in 0..3 {
        sweep.add(
            &sample(u64::MAX, U64F64::ONE),
            &sample(u64::MAX, U64F64::ONE),
        );
    }
    let level = sweep.publish(&BetaIndexSnapshotOf::first(0), 9).bag_level;
    assert_eq!(level.to_u64(), 1);
}

#[test]
fn the_rows_bound_shares_only_in_a_fund_with_value() {
    let row = |held, added| [Addition { held, added }];
    assert_eq!(shares_for(100, 100, 50, row(10, 4)), 20);
    assert_eq!(shares_for(100, 100, 50, row(10, 40)), 50);
    assert_eq!(shares_for(100, 100, 50, row(10, 0)), 0);
    assert_eq!(shares_for(100, 100, 0, row(10, 4)), 100);
    assert_eq!(shares_for(100, 0, 1, row(10, 4)), 100);
    assert_eq!(shares_for(100, 0, 2, row(10, 4)), 0);
}

proptest! {
    #[test]
    fn slices_are_the_amount(
        amount in any_width(0), values in prop::collection::vec(any_width(0), 0..9),
    ) {
        if let Split::Slices(slices) = split(amount, &values) {
            prop_assert_eq!(slices.len(), values.len());
            let sum: u128 = slices.iter().map(|slice| u128::from(*slice)).sum();
            prop_assert_eq!(sum, amount.into());
            for (slice, value) in slices.iter().zip(&values) {
                prop_assert_eq!(*slice > 0, *value > 0);
            }
        }
    }

    #[test]
    fn new_shares_are_worth_no_more_than_was_paid(
        value in any_width(0), nav in any_width(1), shares in any_width(1),
    ) {
        let minted = mint(value, nav, shares);
        let after = (u128::from(nav) + u128::from(value), u128::from(shares) + u128::from(minted));
        prop_assert!(after.1 <= u64::MAX.into());
        if let Ok(nav) = u64::try_from(after.0) {
            prop_assert!(payout(minted, nav, after.1 as u64) <= value);
        }
        // One more would be worth more than was paid for it.
        let one_more = (u128::from(minted) + 1) * u128::from(nav);
        prop_assert!(minted == 0 || one_more > u128::from(value) * u128::from(shares));
    }

    #[test]
    fn price_times_shares_is_the_nav(
        nav in 1u64..1 << 60, now in 1u64..1 << 60, shares in 1u64..1 << 60,
        bag in 1u128 << 44..1 << 84, stamped: bool,
    ) {
        let index = BetaIndexSnapshotOf {
            bag_level: U64F64::from_bits(bag),
            ..BetaIndexSnapshotOf::first(0)
        };
        let fund = Fund { nav, shares, rate: I96F32::ZERO, twr: U64F64::ONE };
        let baseline = fund.baseline(&index, 5);
        let marks = Fund { nav: now, ..fund }.marks(baseline.as_ref().filter(|_| stamped), &index);
        let display_shares = marks.display(shares);
        let product = marks.display_price.saturating_mul(display_shares);
        let error = product.to_u64().abs_diff(now);
        // A price that lost its last bit, times the shares on its scale and as they are.
        let bound = [display_shares, U64F64::from_num(shares)]
            .map(|shares| (shares.to_bits() >> 127) as u64);
        let bound = bound[0] + bound[1] + marks.display_price.to_u64() + 3;
        if display_shares < U64F64::MAX && marks.display_price < U64F64::MAX {
            prop_assert!(error <= bound, "{error} above {bound}: {marks:?}");
        }
        if !stamped {
            let off = marks.display_price.max(index.bag_level).to_bits()
                - marks.display_price.min(index.bag_level).to_bits();
            prop_assert!(marks.provisional);
            prop_assert!(off >> 40 <= marks.display_price.to_bits() >> 20 || nav < shares >> 20);
        }
    }

    #[test]
    fn flows_do_not_move_the_index(
        funds in prop::collection::vec((1u64..1 << 50, 1u64..1 << 50, 1u64..1 << 50), 1..9),
        levels in (1u64..1 << 40, 1u64..1 << 40),
    ) {
        let price = |bits: u64| U64F64::from_bits(u128::from(bits) << 30);
        let before = BetaIndexSnapshotOf {
            bag_level: price(levels.0),
            stake_level: price(levels.1),
            block: 1,
        };
        let mut sweep = BetaIndexSweepOf::default();
        for (nav, display, inflow) in &funds {
            let then = BetaIndexFundSampleOf {
                nav: *nav,
                display: price(*display),
                stake: U64F64::ONE,
            };
            let now = BetaIndexFundSampleOf { nav: nav + inflow, ..then };
            sweep.add(&then, &now);
        }
        let after = sweep.publish(&before, 700);
        prop_assert_eq!(after, BetaIndexSnapshotOf { block: 700, ..before });
    }

    #[test]
    fn extremes_of_prices_saturate(
        nav: u64, shares in 1u64.., rate: i128, rate0: i128, bits: [u128; 5],
    ) {
        let of = U64F64::from_bits;
        let index = BetaIndexSnapshotOf {
            bag_level: of(bits[0]),
            stake_level: of(bits[1]),
            block: 0,
        };
        let fund = Fund { nav, shares, rate: I96F32::from_bits(rate), twr: of(bits[2]) };
        let baseline = fund.baseline(&index, 0).map(|baseline| crate::display::BetaBaselineOf {
            rate0: I96F32::from_bits(rate0),
            ..baseline
        });
        let marks = fund.marks(baseline.as_ref(), &index);
        prop_assert!(marks.display_price > U64F64::ZERO);
        let then = BetaIndexFundSampleOf { nav, display: of(bits[3]), stake: of(bits[4]) };
        let mut sweep = BetaIndexSweepOf::default();
        for now in BetaIndexFundSampleOf::of(nav, &marks).iter().chain([&then]) {
            sweep.add(&then, now);
        }
        let after = sweep.publish(&index, 9);
        prop_assert!(nav == 0 || after.bag_level > U64F64::ZERO);
    }
}
