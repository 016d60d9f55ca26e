//! Published numbers.

use subtensor_amm::{HALF_WEIGHT, Pool};
use subtensor_fixed::{I96F32, U64F64};

use super::E9;
use super::model::{Model, Paid};
use crate::claim::{DustLimits, Kind, Part, Plan, Row};
use crate::display::Fund;
use crate::flush::{Batch, Minted, Outcome, is_kept};
use crate::index::{BetaIndexFundSampleOf, BetaIndexSnapshotOf, BetaIndexSweepOf};
use crate::trade::{Purchase, budget, is_concentrated, level, spend};

/// Of §5: stakers of 25 and 75 TAO.
fn fund() -> Model {
    let pool = Pool {
        tao: 1_000 * E9,
        alpha: 2_000 * E9,
        quote_weight_parts: HALF_WEIGHT,
    };
    Model::new(vec![pool], &[25 * E9, 75 * E9])
}

fn fund_of_two_credits() -> Model {
    let mut fund = fund();
    for _ in 0..2 {
        assert!(fund.flush(&[(1, 4 * E9)]).is_some());
    }
    fund
}

fn minted(outcome: Option<Outcome>) -> Minted {
    match outcome {
        Some(Outcome::Minted(minted)) => minted,
        other => panic!("{other:?}"),
    }
}

fn assert_close(actual: U64F64, expected: f64) {
    let actual = actual.to_bits() as f64 / 2f64.powi(64);
    let error = (actual - expected).abs();
    assert!(error < 1e-11, "{actual} is not {expected}");
}

fn ratio(num: u64, den: u64) -> U64F64 {
    U64F64::from_ratio(num, den)
}

#[test]
fn credits_become_shares_of_the_stakers() {
    let mut fund = fund();
    let first = minted(fund.flush(&[(1, 4 * E9)]));
    assert_eq!(first.shares, 1_996_007_984);
    assert_eq!(fund.rate, I96F32::from_bits(85_727_890));
    assert_close(first.growth, 1.01996007984);
    assert!(!first.starts_new_life);
    assert_eq!((fund.owed(0), fund.owed(1)), (499_001_995, 1_497_005_985));

    assert_eq!(fund.nav(), 1_996_007_984);
    let second = minted(fund.flush(&[(1, 4 * E9)]));
    assert_eq!(fund.nav(), 3_984_063_745);
    assert_eq!(second.shares, 1_988_055_761);
    assert_eq!(fund.rate, I96F32::from_bits(171_114_234));
    assert_eq!((fund.owed(0), fund.owed(1)), (996_015_931, 2_988_047_793));
    assert_eq!(fund.shares, 3_984_063_745);
}

#[test]
fn what_the_fund_itself_has_earned_belongs_to_all_shares() {
    let batch = Batch {
        added: E9,
        stake: 80 * E9,
        own_stake: 20 * E9,
        nav: 0,
        shares: 0,
    };
    assert_eq!(minted(Some(batch.settle())).shares, 800_000_000);
    let nobody = Batch { stake: 0, ..batch };
    assert_eq!(nobody.settle(), Outcome::Kept);
    let reborn = Batch {
        shares: 8_000_000,
        ..batch
    };
    assert!(minted(Some(reborn.settle())).starts_new_life);
    // A share for the deposit, but none for a rao of stake.
    let many = Batch {
        added: 1,
        stake: u64::MAX,
        own_stake: 0,
        ..batch
    };
    assert_eq!(many.settle(), Outcome::Undo);
}

#[test]
fn credits_need_somebody_to_earn_them() {
    assert!(is_kept(true, 1, 0, 0));
    assert!(is_kept(true, 0, 1, 1));
    assert!(!is_kept(true, 0, 1, 0));
    assert!(!is_kept(true, 0, 0, 1));
    assert!(!is_kept(false, 1, 1, 1));
}

#[test]
fn a_deposit_buys_by_the_row_that_it_raises_least() {
    let mut fund = fund_of_two_credits();
    assert_eq!(fund.held[1], 8 * E9);
    let before = fund.held[1];
    assert_eq!(fund.deposit(0, 10 * E9), Some(9_861_543_923));
    assert_eq!(fund.held[1] - before, 19_801_980_198);
    assert_eq!(fund.nav(), 13_984_063_745);
    assert_eq!(fund.owed(0), 996_015_931 + 9_861_543_923);
    assert_eq!(
        crate::price::mint(10 * E9, 3_984_063_745, 3_984_063_745),
        10_000_000_000
    );
}

#[test]
fn a_claim_takes_its_part_and_leaves_the_surplus() {
    let mut fund = fund_of_two_credits();
    let held = fund.held[1];
    assert_eq!(
        fund.claim(0),
        Some(Paid {
            owed: 996_015_931,
            tao: 996_015_931
        })
    );
    assert_eq!(held - fund.held[1], 1_999_999_989);
    assert_eq!(fund.pools[0].tao, 1_000 * E9 - 999_000_993);
    assert_eq!(fund.pools[0].alpha, 2_001_999_999_989);
    assert_eq!(fund.held[0], 2_985_062);
    assert_eq!(fund.value(1), 2_985_062_751);
    assert_eq!(fund.shares, 2_988_047_814);
    assert_eq!(fund.owed(0), 0);
    assert_eq!(fund.claim(0), None);
}

#[test]
fn a_claim_below_the_threshold_changes_nothing() {
    let mut fund = fund_of_two_credits();
    // Shares and rao are one to one here; the accrued part is 996_015_931.
    fund.stakers[0].watermark = 996_015_931 - 499_999;
    assert_eq!(fund.claim(0), None);
    fund.stakers[0].watermark -= 1;
    assert_eq!(fund.claim(0).map(|paid| paid.tao), Some(500_000));
}

const DEFAULTS: DustLimits = DustLimits {
    row_cap: E9,
    row_bps: 10,
    slice: 100_000,
    forfeit_cap: 10_000_000,
};

fn row(tao: u64) -> Row {
    Row {
        kind: Kind::Sellable,
        amount: tao,
        value: tao,
        anchored: tao,
    }
}

#[test]
fn small_rows_and_small_slices_are_dust() {
    let rows = [row(20 * E9), row(5 * E9), row(200 * E9)];
    let shares = 100_000 * E9;
    let plan = Plan::new(E9, shares, &rows, &DEFAULTS);
    let taken = plan
        .parts
        .iter()
        .filter(|part| matches!(part, Part::Take(_)));
    assert_eq!((taken.count(), plan.dust_rows), (2, 1));
    assert_eq!(plan.parts[1], Part::Dust(50_000));
    assert_eq!(plan.forfeited, 50_000);
    assert_eq!(plan.redeemable, 2_200_000);

    let only_rows = DustLimits {
        slice: 0,
        ..DEFAULTS
    };
    // The least row: 10 basis points of the NAV, at most the cap.
    for (nav, floor) in [(100 * E9, 100_000_000), (2_000 * E9, E9)] {
        for (small, dust) in [(floor - 1, 1), (floor, 0)] {
            let rows = [row(small), row(nav - small)];
            let plan = Plan::new(1, 1_000_000, &rows, &only_rows);
            assert_eq!(plan.dust_rows, dust, "{small} of {nav}");
        }
    }
}

#[test]
fn turnover_refills_within_a_day() {
    let all = budget(1_000 * E9, 6_553);
    assert_eq!(all, 99_992_370_489);
    assert_eq!(level(all, None, 5), all);
    let bucket = spend(all, 40 * E9, 1_000);
    assert_eq!(bucket, Some((59_992_370_489, 1_000)));
    assert_eq!(level(all, bucket, 1_000), 59_992_370_489);
    assert_eq!(level(all, bucket, 2_800), 84_990_463_111);
    assert_eq!(level(all, bucket, 1_000_000), all);
    assert_eq!(spend(all, all + 1, 1_000), None);
    // A fund that has shrunk may trade no more than its size allows.
    assert_eq!(level(E9, bucket, 1_000), E9);
}

#[test]
fn purchases_are_bound_by_the_pool() {
    let most = 199_984_740_978;
    let purchase = |bought, held| Purchase {
        bought,
        held,
        reserve: 2_000 * E9,
    };
    let cap = 6_553;
    assert_eq!(purchase(most, most).use_pool(cap, None, 7), Some((most, 7)));
    assert_eq!(purchase(1, most + 1).use_pool(cap, None, 7), None);
    let used = Some((90 * E9, 1_000));
    assert_eq!(
        purchase(0, 0).use_pool(cap, used, 2_800),
        Some((67_500_000_000, 2_800))
    );
    let room = most - 67_500_000_000;
    assert_eq!(
        purchase(room, room).use_pool(cap, used, 2_800),
        Some((most, 2_800))
    );
    assert_eq!(
        purchase(room + 1, room + 1).use_pool(cap, used, 2_800),
        None
    );
}

#[test]
fn concentration_counts_from_as_many_subnets_as_the_cap_needs() {
    assert!(!is_concentrated(E9, E9, 4_096, 15));
    assert!(is_concentrated(E9, E9, 4_096, 16));
    let sixteenth = 62_500_953;
    assert!(!is_concentrated(sixteenth, E9, 4_096, 16));
    assert!(is_concentrated(sixteenth + 1, E9, 4_096, 16));
    assert!(!is_concentrated(E9, E9, u16::MAX, 1));
}

#[test]
fn prices_begin_at_the_index() {
    let index = BetaIndexSnapshotOf {
        bag_level: ratio(105, 100),
        stake_level: ratio(102, 100),
        block: 600,
    };
    let fund = Fund {
        nav: 2_000_000_000,
        shares: 1_600_000_000,
        rate: I96F32::from_num(3),
        twr: ratio(102, 100),
    };
    let before = fund.marks(None, &index);
    assert!(before.provisional);
    assert_close(before.display_price, 1.05);
    assert_close(before.stake_price, 1.02);
    assert!(before.staker_yield.is_zero());

    let baseline = fund.baseline(&index, 700).expect("it has a value");
    assert_close(baseline.price_divisor, 1.25 / 1.05);
    assert_close(baseline.tr_splice, 1.0);
    let stamped = fund.marks(Some(&baseline), &index);
    assert_close(stamped.spot_price, 1.25);
    assert_close(stamped.display_price, 1.05);
    assert_eq!((stamped.first_block, stamped.provisional), (700, false));

    let later = Fund {
        nav: 2_400_000_000,
        rate: I96F32::from_num(5),
        twr: ratio(1_071, 1_000),
        ..fund
    };
    let later = later.marks(Some(&baseline), &index);
    assert_close(later.spot_price, 1.5);
    assert_close(later.display_price, 1.26);
    assert_close(later.stake_price, 1.071);
    assert_close(later.staker_yield, 3.0);

    assert_eq!(Fund { nav: 0, ..fund }.baseline(&index, 7), None);
    assert_eq!(Fund { shares: 0, ..fund }.baseline(&index, 7), None);
}

fn sample(nav: u64, percent: u64) -> BetaIndexFundSampleOf {
    BetaIndexFundSampleOf {
        nav,
        display: ratio(percent, 100),
        stake: ratio(percent * percent, 10_000),
    }
}

#[test]
fn levels_move_as_the_weighted_prices() {
    let mut sweep = BetaIndexSweepOf::default();
    sweep.add(&sample(100 * E9, 100), &sample(E9, 110));
    sweep.add(&sample(300 * E9, 100), &sample(900 * E9, 98));
    let before = BetaIndexSnapshotOf {
        bag_level: U64F64::from_num(2),
        ..BetaIndexSnapshotOf::first(0)
    };
    let after = sweep.publish(&before, 650);
    assert_close(after.bag_level, 2.0 * 404.0 / 400.0);
    assert_close(after.stake_level, (121.0 + 288.12) / 400.0);
    assert_eq!(after.block, 650);

    let nobody = BetaIndexSweepOf::default().publish(&after, 1_300);
    assert_eq!(
        nobody,
        BetaIndexSnapshotOf {
            block: 1_300,
            ..after
        }
    );
    assert!(!after.is_due(1_249));
    assert!(after.is_due(1_250));
}

#[test]
fn small_and_new_funds_are_not_in_the_index() {
    let index = BetaIndexSnapshotOf::first(0);
    let fund = Fund {
        nav: 100_000_000,
        shares: 7,
        rate: I96F32::ZERO,
        twr: U64F64::ONE,
    };
    let baseline = fund.baseline(&index, 1).expect("it has a value");
    let marks = fund.marks(Some(&baseline), &index);
    let kept = BetaIndexFundSampleOf {
        nav: fund.nav,
        display: marks.display_price,
        stake: U64F64::ONE,
    };
    assert_eq!(BetaIndexFundSampleOf::of(fund.nav, &marks), Some(kept));
    assert_eq!(BetaIndexFundSampleOf::of(fund.nav - 1, &marks), None);
    assert_eq!(
        BetaIndexFundSampleOf::of(fund.nav, &fund.marks(None, &index)),
        None
    );
}
