//! The index of all funds (spec 90 §10.2).

use super::*;
use subtensor_funds::{
    display::BetaBaselineOf,
    index::{BetaIndexFundSampleOf, BetaIndexSnapshotOf},
};

fn near(value: U64F64, expected: f64) {
    let exact = (expected * (1u128 << 64) as f64) as u128;
    let slack = 1u128 << 34;
    assert!(
        value.to_bits().abs_diff(exact) < slack,
        "{value:?} {expected}"
    );
}

/// A fund of cash with a baseline, whose displayed price was `before` at the last sweep, with `nav`
/// rao then, and is `now` times that.
fn fund_of(hotkey: u64, nav: u64, now: f64) {
    let worth = (nav as f64 * now) as u64;
    Ledger::<Test>::mint_to_subnet(ROOT, tao(worth)).unwrap();
    Funds::<Test>::add_cash(&account(hotkey), tao(worth));
    BasketShares::<Test>::insert(account(hotkey), nav);
    BetaBaseline::<Test>::insert(
        account(hotkey),
        BetaBaselineOf {
            price_divisor: U64F64::ONE,
            rate0: I96F32::ZERO,
            tr_splice: U64F64::ONE,
            first_block: 1,
        },
    );
    BetaIndexFundSample::<Test>::insert(
        account(hotkey),
        BetaIndexFundSampleOf {
            nav,
            display: U64F64::ONE,
            stake: U64F64::ONE,
        },
    );
}

fn sweep_until_published() -> u32 {
    let mut blocks = 0;
    loop {
        Funds::<Test>::sweep_index();
        blocks += 1;
        if BetaIndexSweep::<Test>::get().is_none() {
            return blocks;
        }
    }
}

#[test]
fn the_index_moves_as_the_prices_of_funds() {
    test(|_| {
        BetaIndexSnapshot::<Test>::put(BetaIndexSnapshotOf::first(1));
        fund_of(HOTKEY, 100 * TAO, 1.10);
        fund_of(12, 300 * TAO, 0.98);
        // Too small to count.
        fund_of(13, TAO / 100, 7.0);
        let before = BetaIndexSnapshot::<Test>::get();
        System::set_block_number(600);
        Funds::<Test>::sweep_index();
        assert_eq!(BetaIndexSnapshot::<Test>::get(), before);
        System::set_block_number(601);
        assert_eq!(sweep_until_published(), 1);
        let after = BetaIndexSnapshot::<Test>::get().unwrap();
        near(after.bag_level, 1.01);
        near(after.stake_level, 1.0);
        assert_eq!(after.block, 601);
        near(Funds::<Test>::index().bag_level, 1.01);
        let sample = BetaIndexFundSample::<Test>::get(account(HOTKEY)).unwrap();
        near(sample.display, 1.1);
        assert_eq!(sample.nav, 110 * TAO);
        // What flows in does not move it.
        System::set_block_number(1_201);
        Ledger::<Test>::mint_to_subnet(ROOT, tao(98 * TAO)).unwrap();
        Funds::<Test>::add_cash(&account(12), tao(98 * TAO));
        BasketShares::<Test>::mutate(account(12), |shares| *shares += 100 * TAO);
        sweep_until_published();
        near(BetaIndexSnapshot::<Test>::get().unwrap().bag_level, 1.01);
    });
}

#[test]
fn a_fund_without_a_sample_counts_from_the_next_sweep() {
    test_fund(|_| {
        System::set_block_number(601);
        // 4 TAO of alpha.
        sweep_until_published();
        let sample = BetaIndexFundSample::<Test>::get(account(HOTKEY)).unwrap();
        near(Funds::<Test>::index().bag_level, 1.0);
        let (marks, nav) = Funds::<Test>::marks(&account(HOTKEY)).unwrap();
        assert_eq!((sample.nav, sample.display), (nav, marks.display_price));
        assert!(Funds::<Test>::marks(&account(12)).is_none());
    });
}

#[test]
fn a_block_looks_at_so_many_holdings() {
    test(|_| {
        BetaIndexSnapshot::<Test>::put(BetaIndexSnapshotOf::first(1));
        for number in 0..300 {
            fund_of(1_000 + number, TAO, 1.0);
        }
        System::set_block_number(700);
        assert_eq!(sweep_until_published(), 2);
        near(Funds::<Test>::index().bag_level, 1.0);
    });
}
