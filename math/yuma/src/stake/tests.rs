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

#[test]
fn stake_weights_are_shares_of_what_counts() {
    let rao =
        |stake: &[u64]| -> Vec<u128> { stake.iter().map(|rao| u128::from(*rao) << 32).collect() };
    let weights = |stake: &[u64], threshold, owner| stake_weights(&rao(stake), threshold, owner);
    assert_eq!(weights(&[3, 1, 0], 0, None), [49_151, 16_383, 0]);
    // Below the threshold only the owner counts.
    assert_eq!(weights(&[3, 1, 0], 3, None), [65_535, 0, 0]);
    assert_eq!(weights(&[3, 1, 0], 3, Some(1)), [49_151, 16_383, 0]);
    assert_eq!(weights(&[3, 1, 0], 4, None), [0; 3]);
}
