//! How long the same thing took, again and again.

use std::time::Duration;

/// Durations in nanoseconds, the shortest first.
pub(crate) struct Times(Vec<u128>);

impl Times {
    /// Of durations that each are of so many parts: how long one part took.
    pub(crate) fn per_part(durations: impl IntoIterator<Item = Duration>, parts: u32) -> Self {
        let mut times: Vec<u128> = durations
            .into_iter()
            .map(|duration| duration.as_nanos() / u128::from(parts.max(1)))
            .collect();
        times.sort_unstable();
        Self(times)
    }

    /// Their mean, rounded up; 0 of none.
    pub(crate) fn average(&self) -> u128 {
        let count = self.0.len().max(1) as u128;
        self.0.iter().sum::<u128>().div_ceil(count)
    }

    /// What so many of a hundred are not above; 0 of none.
    pub(crate) fn percentile(&self, percent: usize) -> u128 {
        let rank = (self.0.len() * percent).div_ceil(100);
        self.0.get(rank.saturating_sub(1)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times(nanoseconds: impl IntoIterator<Item = u64>, parts: u32) -> Times {
        let durations = nanoseconds.into_iter().map(Duration::from_nanos);
        Times::per_part(durations, parts)
    }

    #[test]
    fn a_mean_is_rounded_up() {
        assert_eq!(times([1, 2, 5], 1).average(), 3);
        assert_eq!(times([2, 1], 1).average(), 2);
        assert_eq!(times([], 1).average(), 0);
    }

    #[test]
    fn percentiles_are_of_what_was_measured() {
        let all = times((1..=200).rev(), 1);
        assert_eq!(all.percentile(50), 100);
        assert_eq!(all.percentile(99), 198);
        assert_eq!(all.percentile(100), 200);
        assert_eq!(times([7], 1).percentile(50), 7);
        assert_eq!(times([], 1).percentile(50), 0);
    }

    #[test]
    fn parts_share_what_they_took() {
        assert_eq!(times([400, 800], 200).average(), 3);
    }
}
