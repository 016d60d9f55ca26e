use super::*;
use proptest::prelude::*;

#[test]
fn factors_are_those_of_30_8_3() {
    for (half_life, factor) in [
        (0, NO_DECAY),
        (1, 2_147_483_648),
        (2, 3_037_000_500),
        (3, 3_408_917_802),
        (7, 3_890_053_517),
        (64, 4_248_701_965),
        (360, 4_286_705_684),
        (1_000, 4_291_991_283),
        (36_100, 4_294_884_830),
        (65_535, 4_294_921_870),
    ] {
        assert_eq!(decay_factor(half_life), factor, "{half_life}");
    }
}

#[test]
fn values_fall_as_in_30_8_3() {
    for (half_life, start, after) in [
        (2, 1_024, vec![(1, 724), (2, 511), (3, 361), (4, 255)]),
        (1_000, 1_000, vec![(1, 999)]),
        (
            360,
            1_000_000_000,
            vec![
                (1, 998_076_443),
                (2, 996_156_586),
                (10, 980_930_083),
                (100, 824_860_547),
                (360, 499_999_865),
                (720, 249_999_807),
            ],
        ),
        (0, 700, vec![(1, 700), (9, 700)]),
    ] {
        let factor = decay_factor(half_life);
        for (blocks, expected) in after {
            let value = (0..blocks).fold(start, |value, _| decayed(value, factor));
            assert_eq!(value, expected, "{half_life} {blocks}");
        }
    }
}

#[test]
fn values_rise_as_in_30_8_3() {
    let default = U64F64::from_bits(23_242_897_532_874_035_200);
    for (value, factor, expected) in [
        (1_000_000_000, default, 1_260_000_000),
        (2_520_473_760, default, 3_175_796_937),
        (5, U64F64::ZERO, 5),
        (2, U64F64::from_num(2), 4),
        (u64::MAX, U64F64::from_num(3), u64::MAX),
    ] {
        assert_eq!(raised(value, factor), expected, "{value}");
    }
}

proptest! {
    #[test]
    fn the_factor_is_the_largest_that_halves(half_life in 1u16..) {
        let factor = decay_factor(half_life);
        prop_assert!(pow(factor, half_life) <= HALF);
        prop_assert!(pow(factor + 1, half_life) > HALF);
    }

    #[test]
    fn a_longer_half_life_lets_a_value_fall_slower(half_life in 1u16..u16::MAX, value: u64) {
        let (short, long) = (decay_factor(half_life), decay_factor(half_life + 1));
        prop_assert!(short <= long && long < NO_DECAY);
        prop_assert!(decayed(value, short) <= decayed(value, long));
        prop_assert!(decayed(value, long) <= value);
    }

    #[test]
    fn a_half_life_leaves_half_but_for_rounding(half_life in 1u16..2_000, value: u64) {
        let factor = decay_factor(half_life);
        let after = (0..half_life).fold(value, |value, _| decayed(value, factor));
        // Each block loses less than a rao; the factor is off by less than 2^-32, and so is
        // each step of its power.
        let slack = u64::from(half_life) * (2 + (value >> 32));
        prop_assert!(after.abs_diff(value / 2) <= slack);
    }

    #[test]
    fn nothing_falls_by_rising(value: u64, factor: u128) {
        prop_assert!(raised(value, U64F64::from_bits(factor)) >= value);
    }
}
