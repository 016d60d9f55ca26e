//! What a claim takes of rows of every kind.

use proptest::prelude::*;

use super::any_width;
use crate::claim::{Consolidation, DustLimits, Kind, Part, Plan, Row, Settlement, Take};
use crate::price::payout;

const OFF: DustLimits = DustLimits {
    row_cap: 0,
    row_bps: 0,
    slice: 0,
    forfeit_cap: 0,
};

fn row(kind: Kind, amount: u64, value: u64) -> Row {
    Row {
        kind,
        amount,
        value,
        anchored: value,
    }
}

fn part(row: Row, owed: u64, shares: u64) -> Part {
    Plan::new(owed, shares, &[row], &OFF).parts[0]
}

#[test]
fn small_rows_are_sold_and_small_garbage_is_written_off() {
    let consolidation = |kind, value, spot| row(kind, 9, value).consolidation(spot, 100);
    assert_eq!(consolidation(Kind::Sellable, 99, 500), Consolidation::Sell);
    assert_eq!(consolidation(Kind::Sellable, 100, 0), Consolidation::Keep);
    assert_eq!(consolidation(Kind::Garbage, 0, 99), Consolidation::WriteOff);
    assert_eq!(consolidation(Kind::Garbage, 0, 100), Consolidation::Keep);
    assert_eq!(consolidation(Kind::Root, 1, 1), Consolidation::Keep);
}

#[test]
fn a_part_of_a_row_is_rounded_down() {
    let take = |amount, most| Part::Take(Take { amount, most });
    assert_eq!(part(row(Kind::Sellable, 10, 100), 1, 3), take(3, 33));
    assert_eq!(part(row(Kind::Root, 10, 10), 1, 3), take(3, 3));
    // No unit of it, but a value.
    assert_eq!(part(row(Kind::Sellable, 2, 100), 1, 3), take(1, 33));
    // Some units of it, but no value.
    assert_eq!(part(row(Kind::Sellable, 10, 2), 1, 3), Part::Nothing);
    assert_eq!(part(row(Kind::Garbage, 10, 0), 1, 3), Part::Nothing);
    assert_eq!(part(row(Kind::Garbage, 10, 0), 3, 3), Part::Nothing);
    assert_eq!(part(row(Kind::Sellable, 10, 100), 3, 3), take(10, u64::MAX));
    assert_eq!(part(row(Kind::Root, 0, 0), 3, 3), Part::Nothing);
}

#[test]
fn a_claimant_gets_no_more_than_the_part_is_worth() {
    let take = Take {
        amount: 1,
        most: 100,
    };
    let settled = |paid, surplus| Settlement { paid, surplus };
    assert_eq!(take.settle(99), settled(99, 0));
    assert_eq!(take.settle(100), settled(100, 0));
    assert_eq!(take.settle(103), settled(100, 3));
}

#[test]
fn dust_has_four_conditions() {
    let limits = DustLimits {
        row_cap: 1_000,
        row_bps: 10_000,
        slice: 50,
        forfeit_cap: 199,
    };
    let small = row(Kind::Sellable, 10, 999);
    let is_dust = |row, owed, limits| {
        // A second row keeps the floor at its cap.
        let rows = [row, self::row(Kind::Root, 1_000_000, 1_000_000)];
        let plan = Plan::new(owed, 100, &rows, &limits);
        assert_eq!(plan.parts[1], part(rows[1], owed, 100));
        assert_eq!(plan.dust_rows > 0, matches!(plan.parts[0], Part::Dust(_)));
        plan.dust_rows > 0
    };
    assert!(is_dust(small, 20, limits));
    // Too much to lose, or nobody else to keep it.
    assert!(!is_dust(small, 21, limits));
    assert!(!is_dust(small, 100, limits));
    assert!(!is_dust(row(Kind::Root, 999, 999), 20, limits));
    assert!(!is_dust(row(Kind::Garbage, 999, 0), 20, limits));
    for off in [
        DustLimits {
            forfeit_cap: 0,
            ..limits
        },
        DustLimits {
            row_cap: 0,
            ..limits
        },
        DustLimits {
            row_bps: 0,
            ..limits
        },
    ] {
        assert!(!is_dust(small, 20, off), "{off:?}");
    }
    let large = row(Kind::Sellable, 10, 1_000);
    assert!(!is_dust(large, 5, limits));
    assert!(is_dust(large, 4, limits));
    assert!(!is_dust(large, 4, DustLimits { slice: 0, ..limits }));
    // Without a forfeit cap not even a slice of nothing is.
    let tiny = row(Kind::Sellable, 10, 1);
    assert!(is_dust(tiny, 1, limits));
    assert!(!is_dust(
        tiny,
        1,
        DustLimits {
            forfeit_cap: 0,
            ..limits
        }
    ));
}

#[test]
fn small_is_measured_by_anchored_values() {
    let limits = DustLimits {
        row_cap: 1_000,
        row_bps: 10,
        slice: 0,
        forfeit_cap: 1_000,
    };
    let anchored = |anchored| Row {
        anchored,
        ..row(Kind::Sellable, 2_000_000, 2_000_000)
    };
    // The floor is 500, of an anchored NAV of 500 thousand.
    for (small, dust_rows) in [(499, 1), (500, 0)] {
        let plan = Plan::new(
            1,
            10,
            &[anchored(small), anchored(500_000 - small)],
            &limits,
        );
        assert_eq!(plan.dust_rows, dust_rows);
        assert_eq!(plan.forfeited, 49 * u64::from(dust_rows));
        assert_eq!(plan.redeemable, 200_000 * (2 - u64::from(dust_rows)));
    }
}

#[test]
fn a_claim_is_worth_its_threshold_and_never_nothing() {
    let plan = |redeemable| Plan {
        parts: Vec::new(),
        redeemable,
        dust_rows: 0,
        forfeited: 0,
    };
    assert!(plan(100).is_worth(100));
    assert!(!plan(99).is_worth(100));
    assert!(plan(1).is_worth(0));
    assert!(!plan(0).is_worth(0));
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let kind = prop_oneof![
        1 => Just(Kind::Root),
        3 => Just(Kind::Sellable),
        1 => Just(Kind::Garbage),
    ];
    // Sums of rows fit 64 bits.
    let amount = || any_width(0).prop_map(|amount| amount >> 3);
    let row = (kind, amount(), amount(), amount()).prop_map(|(kind, amount, value, anchored)| {
        let value = match kind {
            Kind::Root => amount,
            Kind::Sellable => value,
            Kind::Garbage => 0,
        };
        Row {
            kind,
            amount,
            value,
            anchored: anchored.min(value),
        }
    });
    prop::collection::vec(row, 0..8)
}

proptest! {
    #[test]
    fn a_plan_takes_no_more_than_there_is(
        rows in rows(), owed in any_width(0), shares in any_width(1),
        row_cap in any_width(0), row_bps in 0u16..=10_000, slice in any_width(0),
        forfeit_cap in any_width(0),
    ) {
        let owed = owed.min(shares);
        let limits = DustLimits { row_cap, row_bps, slice, forfeit_cap };
        let plan = Plan::new(owed, shares, &rows, &limits);
        prop_assert_eq!(plan.parts.len(), rows.len());
        let mut most = 0u128;
        for (row, part) in rows.iter().zip(&plan.parts) {
            match part {
                Part::Take(take) => {
                    prop_assert!(row.kind != Kind::Garbage);
                    prop_assert!(take.amount > 0 && take.amount <= row.amount);
                    let settled = take.settle(row.value);
                    prop_assert_eq!(settled.paid, payout(owed, row.value, shares));
                    most += u128::from(settled.paid);
                }
                Part::Dust(slice) => {
                    prop_assert!(row.kind == Kind::Sellable && owed < shares);
                    prop_assert!(*slice <= forfeit_cap);
                }
                Part::Nothing => {}
            }
        }
        prop_assert!(most <= plan.redeemable.into());
    }
}
