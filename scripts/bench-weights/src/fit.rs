//! Straight lines through what was measured.

use frame_benchmarking::Analysis;

/// A value that grows with each component.
#[derive(Debug, PartialEq)]
pub(crate) struct Line {
    /// The value where all components are 0.
    pub(crate) base: u128,
    /// What one more of each component adds.
    pub(crate) slopes: Vec<u128>,
}

impl From<Analysis> for Line {
    fn from(analysis: Analysis) -> Self {
        Self {
            base: analysis.base,
            slopes: analysis.slopes,
        }
    }
}

impl Line {
    /// The value where all components are 0.
    pub(crate) fn at_least(&self) -> u128 {
        self.base
    }

    /// The value at a size.
    fn at(&self, size: &[u32]) -> u128 {
        let parts = self.slopes.iter().zip(size);
        self.base
            + parts
                .map(|(slope, count)| slope * u128::from(*count))
                .sum::<u128>()
    }
}

/// The line through the values at the least and the greatest size of each component, while the
/// others are greatest, raised until no value is above it.
pub(crate) fn over(points: &[(Vec<u32>, u128)]) -> Line {
    let count = points.first().map_or(0, |(size, _)| size.len());
    let greatest: Vec<u32> = (0..count)
        .map(|place| points.iter().map(|(size, _)| at(size, place)).max())
        .map(Option::unwrap_or_default)
        .collect();
    let mut line = Line {
        base: 0,
        slopes: (0..count)
            .map(|place| slope(points, &greatest, place))
            .collect(),
    };
    line.base = points
        .iter()
        .map(|(size, value)| value.saturating_sub(line.at(size)))
        .max()
        .unwrap_or(0);
    line
}

/// How steep it is from end to end of a component, rounded up.
fn slope(points: &[(Vec<u32>, u128)], greatest: &[u32], place: usize) -> u128 {
    let is_along = |size: &[u32]| {
        let mut pairs = size.iter().zip(greatest).enumerate();
        pairs.all(|(other, (count, most))| other == place || count == most)
    };
    let along = || points.iter().filter(|(size, _)| is_along(size));
    let low = along().min_by_key(|(size, _)| at(size, place));
    let high = along().max_by_key(|(size, _)| at(size, place));
    let (Some((low, few)), Some((high, many))) = (low, high) else {
        return 0;
    };
    let width = u128::from(at(high, place) - at(low, place));
    many.saturating_sub(*few).div_ceil(width.max(1))
}

/// One size of several.
fn at(size: &[u32], place: usize) -> u32 {
    size.get(place).copied().unwrap_or_default()
}

/// At most `count` different values from `low` to `high`, both among them, evenly spread.
pub(crate) fn spread(low: u32, high: u32, count: u32) -> Vec<u32> {
    let (width, gaps) = (
        u64::from(high.saturating_sub(low)),
        u64::from(count.max(2) - 1),
    );
    let mut values: Vec<u32> = (0..=gaps)
        .filter_map(|step| u32::try_from(u64::from(low) + width * step / gaps).ok())
        .collect();
    values.dedup();
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_spread_from_end_to_end() {
        assert_eq!(spread(0, 9, 4), [0, 3, 6, 9]);
        assert_eq!(spread(1, 3, 10), [1, 2, 3]);
        assert_eq!(spread(5, 5, 10), [5]);
        assert_eq!(spread(0, u32::MAX, 2), [0, u32::MAX]);
    }

    #[test]
    fn a_line_covers_every_point() {
        let points = [(vec![0, 4], 5), (vec![3, 4], 10), (vec![3, 0], 2)];
        let line = over(&points);
        assert_eq!(line.slopes, [2, 2]);
        assert_eq!(line.base, 0);
        assert!(points.iter().all(|(size, value)| line.at(size) >= *value));
    }

    #[test]
    fn a_steep_beginning_raises_the_line() {
        let points = [(vec![0], 1), (vec![1], 9), (vec![10], 10)];
        let line = over(&points);
        assert_eq!((line.base, line.slopes), (8, vec![1]));
        assert_eq!(over(&[(vec![], 7)]).base, 7);
    }
}
