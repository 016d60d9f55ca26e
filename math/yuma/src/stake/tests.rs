use proptest::prelude::*;

use super::*;

proptest! {
    #[test]
    fn shares_are_exact(stake in 0u128..1 << 96, rest in 0u128..1 << 95) {
        let total = stake + rest;
        prop_assume!(total > 0 && total >> 96 == 0);
        prop_assert_eq!(u128::from(share(stake, total)), (stake << 32) / total);
    }
}
