use proptest::prelude::*;

use super::*;

fn exact(a: u64, b: u64) -> u128 {
    (u128::from(a) << 32) / u128::from(b)
}

#[test]
fn conversions_are_those_of_20_3_3() {
    assert_eq!(from_u16(65_535), ONE);
    assert_eq!(from_u16(32_767), 2_147_450_879);
    assert_eq!(from_u16(32_768), 2_147_516_416);
    for parts in 0..=u16::MAX {
        assert_eq!(from_u16(parts), (u64::from(parts) << 32) / 65_535);
    }
    assert_eq!(to_u16(ONE), 65_535);
    assert_eq!(to_u16(ONE + 5), 65_535);
    assert_eq!(to_u16(ONE / 2), 32_767);
}

#[test]
fn nothing_is_divided_by_zero() {
    assert_eq!(div(5, 0), 0);
    assert_eq!(Divisor::new(0).of(0), 0);
}

/// Values whose extremes and neighbours come up often.
fn up_to(most: u64) -> impl Strategy<Value = u64> {
    prop_oneof![0..=most, 0..=most.min(9), (most - most.min(9))..=most]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20_000))]

    #[test]
    fn products_are_exact(
        a in up_to(ONE),
        b in up_to(ONE),
        wide in up_to(1 << 57),
        factor in up_to(20 * ONE),
    ) {
        prop_assert_eq!(u128::from(mul(a, b)), (u128::from(a) * u128::from(b)) >> 32);
        let product = (u128::from(wide) * u128::from(factor)) >> 32;
        prop_assert_eq!(u128::from(mul_wide(wide, factor)), product);
        prop_assert_eq!(u128::from(mul_in_parts(wide, factor)), product);
        let amount = u64::MAX - wide;
        let product = (u128::from(amount) * u128::from(a)) >> 32;
        prop_assert_eq!(u128::from(mul_wide(amount, a)), product);
        prop_assert_eq!(u128::from(mul_in_parts(amount, a)), product);
    }

    #[test]
    fn whole_numbers_divide_exactly(a in up_to(u64::MAX), divisor in 2u64..40) {
        prop_assert_eq!(Whole::new(divisor).of(a), a / divisor);
    }

    #[test]
    fn quotients_are_exact(a in up_to(1 << 47), rest in up_to(1 << 47)) {
        let b = a + rest;
        prop_assume!(b > 0);
        prop_assert_eq!(u128::from(div(a, b)), exact(a, b));
        prop_assert_eq!(u128::from(inverse(ONE + b)), exact(ONE, ONE + b));
    }

    #[test]
    fn reciprocals_divide_exactly(a in up_to(ONE), rest in up_to(1 << 48)) {
        let divisor = a + rest;
        prop_assume!(divisor > 0);
        prop_assert_eq!(u128::from(Divisor::new(divisor).of(a)), exact(a, divisor));
    }
}
