use super::*;
use proptest::prelude::*;

const E9: u64 = 1_000_000_000;
const E8: u64 = 100_000_000;

#[test]
fn prices_are_split_as_in_90_14_3() {
    for (price, share, burned, locked) in [
        (E9, 32_767, 500_007_630, 499_992_370),
        (E9, 62_258, 50_003_815, 949_996_185),
        (500_000, 62_258, 25_002, 474_998),
        (65_535, 1, 65_534, 1),
        (E9, 0, E9, 0),
        (u64::MAX, u16::MAX, 0, u64::MAX),
    ] {
        let required = requirement(price, share);
        assert_eq!(
            (price - required, required),
            (burned, locked),
            "{price} {share}"
        );
    }
}

#[test]
fn liens_settle_as_in_90_14_3() {
    let half = U64F64::from_ratio(1, 2);
    for (locked, floor, drain_ratio, earned, capturable, after, captured) in [
        (E9, 0, U64F64::ONE, 3 * E8, 3 * E8, 7 * E8, 0),
        (E9, 8 * E8, half, 3 * E8, 3 * E8, 8 * E8 + E8 / 2, 0),
        (E9, 8 * E8, U64F64::ONE, 3 * E8, 3 * E8, 8 * E8, 0),
        (5 * E8, 8 * E8, U64F64::ONE, 4 * E8, 4 * E8, 8 * E8, 3 * E8),
        (
            5 * E8,
            8 * E8,
            U64F64::ONE,
            4 * E8,
            E8 / 10 * 4,
            5 * E8 + E8 / 10 * 4,
            E8 / 10 * 4,
        ),
        // At the floor nothing moves; all of it can come free at once.
        (E9, E9, U64F64::ONE, 3 * E8, 3 * E8, E9, 0),
        (E9, 0, U64F64::from_num(10), E8, 0, 0, 0),
        (u64::MAX, 0, U64F64::MAX, u64::MAX, 0, 0, 0),
        // A ratio so small that a rao earned frees none.
        (E9, 0, half, 1, 1, E9, 0),
    ] {
        let mut lien = Lien {
            locked,
            floor,
            drain_ratio,
        };
        assert_eq!(lien.settle(earned, capturable), captured);
        assert_eq!(
            lien,
            Lien {
                locked: after,
                floor,
                drain_ratio
            }
        );
    }
}

proptest! {
    #[test]
    fn a_lien_falls_by_no_more_than_was_earned_and_never_below_its_floor(
        locked: u64,
        floor: u64,
        ratio in 1..=10u128 << 64,
        earnings in prop::collection::vec(0..u64::MAX >> 8, 1..40),
    ) {
        let drain_ratio = U64F64::from_bits(ratio);
        let mut lien = Lien { locked, floor, drain_ratio };
        let (mut earned, mut kept, mut freed) = (0u64, 0u64, 0u64);
        for amount in earnings {
            let before = lien.locked;
            let capturable = amount / 2;
            let captured = lien.settle(amount, capturable);
            prop_assert!(captured <= capturable);
            earned += amount;
            kept += captured;
            if lien.locked < before {
                prop_assert!(captured == 0 && lien.locked >= floor);
                freed += before - lien.locked;
            } else {
                prop_assert_eq!(lien.locked - before, captured);
                prop_assert!(lien.locked <= floor.max(before));
            }
        }
        let [after, before, kept] = [lien.locked, locked, kept].map(u128::from);
        prop_assert_eq!(after + u128::from(freed), before + kept);
        let most = U64F64::from_num(earned).saturating_mul(drain_ratio);
        prop_assert!(U64F64::from_num(freed) <= most);
    }
}
