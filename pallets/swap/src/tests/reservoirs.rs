//! Liquidity that a pool cannot take yet (spec 90 §19).

use frame_support::assert_storage_noop;
use proptest::prelude::*;
use subtensor_primitives::SwapInterface;

use super::*;

/// What is kept for a pool, after a look at the index.
fn kept(netuid: NetUid) -> (u64, u64) {
    assert_ok!(Swap::try_state(1));
    let rows = (
        BalancerTaoReservoir::<Test>::get(netuid).to_u64(),
        BalancerAlphaReservoir::<Test>::get(netuid).to_u64(),
    );
    assert_eq!(Swap::kept_tao(netuid), tao(rows.0));
    rows
}

/// Lets a pool take that and what is kept for it; returns what was added.
fn inject(netuid: NetUid, more_tao: u64, more_alpha: u64) -> (u64, u64) {
    let (added_tao, added_alpha) = Swap::adjust_liquidity(netuid, tao(more_tao), alpha(more_alpha));
    let added = (added_tao.to_u64(), added_alpha.to_u64());
    let before = reserves(netuid);
    set_reserves(netuid, before.0 + added.0, before.1 + added.1);
    added
}

#[test]
fn a_balanced_pool_keeps_nothing() {
    test(|| {
        for _ in 0..10 {
            assert_eq!(inject(POOL, E9, 4 * E9), (E9, 4 * E9));
        }
        assert_eq!(kept(POOL), (0, 0));
        assert!(!ReservoirPools::<Test>::exists());
    });
}

#[test]
fn of_two_sides_the_alpha_goes_first() {
    test(|| {
        // 201 to 2 is beyond 99 to 1.
        assert_eq!(inject(POOL, 200 * E12, 4 * E12), (0, 4 * E12));
        assert_eq!(kept(POOL), (200 * E12, 0));
        assert_eq!(Swap::pools_kept_for(), 1);
        // 201 to 3 is not.
        assert_eq!(inject(POOL, 1, 4 * E12), (200 * E12 + 1, 4 * E12));
        assert_eq!(kept(POOL), (0, 0));
        assert!(!BalancerTaoReservoir::<Test>::contains_key(POOL));
        assert_eq!(Swap::pools_kept_for(), 0);
        assert_eq!(Swap::current_alpha_price(POOL), 250_000_000);
    });
}

#[test]
fn the_tao_goes_if_the_alpha_cannot() {
    test(|| {
        assert_eq!(inject(POOL, E12, 800 * E12), (E12, 0));
        assert_eq!(kept(POOL), (0, 800 * E12));
        assert!(!BalancerTaoReservoir::<Test>::contains_key(POOL));
        assert_eq!(kept(OTHER_POOL), (0, 0));
    });
}

#[test]
fn what_fits_in_no_way_is_kept_to_the_rao_until_it_does() {
    test(|| {
        let weight = SwapBalancer::<Test>::get(POOL);
        assert_eq!(inject(POOL, 10_000 * E12, 396 * E12 + 7), (0, 0));
        assert_eq!(inject(POOL, 3, 0), (0, 0));
        assert_eq!(SwapBalancer::<Test>::get(POOL), weight);
        assert_eq!(kept(POOL), (10_000 * E12 + 3, 396 * E12 + 7));
        // Nothing new comes: it is tried again, and nothing changes.
        assert_storage_noop!(assert_eq!(inject(POOL, 0, 0), (0, 0)));
        let all = (10_000 * E12 + 3, 436 * E12 + 7);
        assert_eq!(inject(POOL, 0, 40 * E12), all);
        assert_eq!(kept(POOL), (0, 0));
    });
}

#[test]
fn what_is_kept_comes_in_when_trades_have_brought_the_pool_there() {
    test(|| {
        assert_eq!(inject(POOL, 200 * E12, 0), (0, 0));
        // Many have bought.
        set_reserves(POOL, 4 * E12, E12);
        assert_eq!(inject(POOL, 0, 0), (200 * E12, 0));
        assert_eq!(kept(POOL), (0, 0));
    });
}

#[test]
fn a_reservoir_goes_with_its_pool() {
    test(|| {
        inject(POOL, 200 * E12, 0);
        inject(OTHER_POOL, 200 * E12, 0);
        assert_eq!(Swap::pools_kept_for(), 2);
        Swap::clear(POOL);
        assert_eq!(kept(POOL), (0, 0));
        assert_eq!(kept(OTHER_POOL), (200 * E12, 0));
        Swap::clear(OTHER_POOL);
        assert!(!ReservoirPools::<Test>::get().contains(&OTHER_POOL));
    });
}

#[test]
fn the_state_check_finds_reservoirs_that_are_empty_or_in_no_index() {
    test(|| {
        BalancerAlphaReservoir::<Test>::insert(POOL, alpha(1));
        assert!(Swap::try_state(1).is_err());
        ReservoirPools::<Test>::put(BTreeSet::from([POOL]));
        assert_ok!(Swap::try_state(1));
        BalancerTaoReservoir::<Test>::insert(POOL, tao(0));
        assert!(Swap::try_state(1).is_err());
        BalancerTaoReservoir::<Test>::remove(POOL);
        ReservoirPools::<Test>::put(BTreeSet::from([POOL, OTHER_POOL]));
        assert!(Swap::try_state(1).is_err());
        ReservoirPools::<Test>::put(BTreeSet::from([POOL]));
    });
}

/// Amounts of all lengths, and none.
fn amounts() -> impl Strategy<Value = u64> {
    (0u64..1 << 50, 0u32..=50).prop_map(|(amount, shift)| amount >> shift)
}

/// What comes, and the reserves that it finds.
#[derive(Clone, Debug)]
struct Step {
    more: (u64, u64),
    reserves: (u64, u64),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let reserve = || 100_000_000u64..1 << 50;
    let step = ((amounts(), amounts()), (reserve(), reserve()))
        .prop_map(|(more, reserves)| Step { more, reserves });
    prop::collection::vec(step, 1..20)
}

fn check_step(step: &Step) {
    set_reserves(POOL, step.reserves.0, step.reserves.1);
    let (before, price) = (kept(POOL), Swap::price(POOL).to_bits());
    let all = (before.0 + step.more.0, before.1 + step.more.1);
    let added = inject(POOL, step.more.0, step.more.1);
    let after = kept(POOL);
    assert_eq!(all, (after.0 + added.0, after.1 + added.1));
    assert!(added.0 == 0 || after.0 == 0, "a side is added in full");
    assert!(added.1 == 0 || after.1 == 0, "a side is added in full");
    // One in 10^10, and the last bits of the price itself.
    let moved = Swap::price(POOL).to_bits().abs_diff(price);
    assert!(moved <= price / 10_000_000_000 + 4, "{price} {moved}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Trades move the reserves in between, and with them the price.
    #[test]
    fn everything_is_injected_or_kept_and_the_price_never_moves(steps in steps()) {
        test(|| steps.iter().for_each(check_step));
    }
}
