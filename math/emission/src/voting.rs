//! Voting power: the average of a validator's stake over its epochs (spec 50 §12).

/// One, for smoothing factors of voting power.
pub const VOTING_ONE: u64 = 1_000_000_000_000_000_000;

/// Voting power after an epoch, in the unit of `stake`; `alpha` of 10^18 is the part of the new
/// stake in it. None is left of one that falls below `threshold`; one that has never been there
/// goes on to grow. Rounds down, in favour of nobody.
pub fn next_voting_power(alpha: u64, stake: u64, power: u64, threshold: u64) -> u64 {
    let alpha = alpha.min(VOTING_ONE);
    let kept = VOTING_ONE.saturating_sub(alpha);
    // Each product is below 2^124.
    let sum = u128::from(alpha)
        .saturating_mul(stake.into())
        .saturating_add(u128::from(kept).saturating_mul(power.into()));
    let next = u64::try_from(sum / u128::from(VOTING_ONE)).unwrap_or(u64::MAX);
    if next < threshold && power >= threshold {
        return 0;
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn power_grows_and_falls_as_in_50_12() {
        const ALPHA: u64 = 3_570_000_000_000_000;
        let first = next_voting_power(ALPHA, 1_000_000_000_000, 0, 0);
        assert_eq!(first, 3_570_000_000);
        let second = next_voting_power(ALPHA, 1_000_000_000_000, first, 0);
        assert_eq!(second, 7_127_255_100);
        let threshold = 1_000_000_000;
        assert_eq!(next_voting_power(VOTING_ONE, 0, threshold, threshold), 0);
        // One that is not there yet stays.
        assert_eq!(next_voting_power(ALPHA, threshold, 7, threshold), 3_570_006);
    }

    proptest! {
        #[test]
        fn power_stays_between_what_it_was_and_the_stake(
            alpha in 0..=VOTING_ONE,
            stake: u64,
            power: u64,
        ) {
            let next = next_voting_power(alpha, stake, power, 0);
            // A rao is lost at most.
            prop_assert!(next >= stake.min(power).saturating_sub(1));
            prop_assert!(next <= stake.max(power));
        }

        #[test]
        fn nobody_stays_below_the_threshold_who_was_above(
            alpha in 0..=VOTING_ONE,
            stake: u64,
            power: u64,
            threshold: u64,
        ) {
            let next = next_voting_power(alpha, stake, power, threshold);
            let plain = next_voting_power(alpha, stake, power, 0);
            let is_lost = power >= threshold && plain < threshold;
            prop_assert_eq!(next, if is_lost { 0 } else { plain });
        }
    }
}
