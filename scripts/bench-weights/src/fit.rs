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

/// Raises a line until it is not below any of the points.
pub(crate) fn above(line: Line, points: impl Iterator<Item = (Vec<u32>, u128)>) -> Line {
    let lacking = points
        .map(|(size, value)| value.saturating_sub(line.at(&size)))
        .max()
        .unwrap_or(0);
    Line {
        base: line.base + lacking,
        ..line
    }
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
        let line = Line {
            base: 2,
            slopes: vec![3, 1],
        };
        let points = [(vec![0, 0], 2), (vec![2, 1], 12), (vec![9, 9], 1)];
        let raised = above(line, points.into_iter());
        assert_eq!(raised.base, 5);
        assert_eq!(raised.at(&[2, 1]), 12);
    }
}
