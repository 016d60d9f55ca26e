use super::*;
use proptest::prelude::*;
use subtensor_emission::MAX_ISSUANCE;

const TAO: u64 = 1_000_000_000;

#[test]
fn costs_are_those_of_30_6_3() {
    for (last_tao, block, now, cost) in [
        (1_000, 0, 100, 1_000_000_000_000),
        (1_000, 500, 500, 2_000_000_000_000),
        (1_000, 500, 50_900, 1_500_000_046_400),
        (1_000, 500, 101_300, 1_000_000_092_800),
        (2_000, 500, 101_300, 2_000_000_084_800),
        (2_000, 500, 151_700, 1_000_000_127_200),
        (2_000, 500, 160_500, 1_000_000_000_000),
    ] {
        let last = Creation {
            cost: last_tao * TAO,
            block,
        };
        assert_eq!(lock_cost(last, now, 100_800, 1_000 * TAO), cost, "{now}");
    }
    let last = Creation {
        cost: 2_000 * TAO,
        block: 500,
    };
    assert_eq!(lock_cost(last, 160_500, 0, 1_000 * TAO), 4_000 * TAO);
}

#[test]
fn the_interval_halves_with_the_emission() {
    for (issuance, interval) in [
        (0, 100_800),
        (MAX_ISSUANCE / 2 - 1, 100_800),
        (MAX_ISSUANCE / 2, 50_400),
        (MAX_ISSUANCE / 4 * 3, 25_200),
        (MAX_ISSUANCE, 0),
    ] {
        // A ratio that is not exact is rounded down, and so is what it is multiplied with.
        let got = reduction_interval(100_800, issuance);
        assert!(got == interval || got + 1 == interval, "{issuance}: {got}");
    }
}

proptest! {
    #[test]
    fn costs_fall_from_twice_the_last_to_the_least(
        cost: u64, block: u64, age in 0u64..1 << 40, interval: u64, least: u64,
    ) {
        let last = Creation { cost, block };
        let at = |age| lock_cost(last, block.saturating_add(age), interval, least);
        prop_assert!(at(age) >= least);
        prop_assert!(at(age) <= cost.saturating_mul(2).max(least));
        prop_assert!(at(age + 1) <= at(age));
    }

    #[test]
    fn the_interval_never_grows_with_issuance(
        blocks: u64,
        issuance in 0..MAX_ISSUANCE,
        more: u64,
    ) {
        let before = reduction_interval(blocks, issuance);
        prop_assert!(before <= blocks);
        prop_assert!(reduction_interval(blocks, issuance.saturating_add(more)) <= before);
    }
}
