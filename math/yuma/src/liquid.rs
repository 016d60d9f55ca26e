//! Memory of a liquid bond: a sigmoid of how far the validator is from consensus (spec 20 §7.5, §13.1).

use crate::{
    fixed::{ONE, div, from_u16, mul},
    types::Liquid,
};

/// e, cut to 23 fraction bits.
const E: u64 = 11_674_931_200;
const LAST_TERM: u64 = 31;
/// Steepness is in hundredths.
const HUNDRED: u64 = 100;

/// exp of `x` (sign and magnitude, in 2^-32, clamped to 20) by its series.
pub fn exp(negative: bool, magnitude: u64) -> u64 {
    let y = magnitude.min(20 * ONE);
    if y == ONE && !negative {
        return E;
    }
    let (mut sum, mut term) = (ONE + y, y);
    for k in 2..=LAST_TERM {
        term = mul(term, y) / k;
        sum = sum.saturating_add(term);
    }
    if negative { div(ONE, sum) } else { sum }
}

/// Bounds and steepness, ready for use.
pub struct Sigmoid {
    low: u64,
    high: u64,
    steepness: u64,
    falling: bool,
}

impl From<Liquid> for Sigmoid {
    fn from(liquid: Liquid) -> Self {
        Self {
            low: from_u16(liquid.low),
            high: from_u16(liquid.high),
            steepness: (u64::from(liquid.steepness.unsigned_abs()) << 32) / HUNDRED,
            falling: liquid.steepness < 0,
        }
    }
}

impl Sigmoid {
    /// Weight of the new bond, given consensus, weight and old bond of an entry.
    pub fn factor(&self, consensus: u64, weight: u64, bond: u64) -> u64 {
        let distance = if weight >= bond {
            weight.saturating_sub(consensus)
        } else {
            bond.saturating_sub(weight)
        };
        let distance = distance.min(ONE);
        // The exponent is -steepness · (distance - 1/2); a negative product is floored, so its magnitude is ceiled.
        let (above_half, offset) = match distance.checked_sub(ONE / 2) {
            Some(offset) => (true, offset),
            None => (false, ONE / 2 - distance),
        };
        let negative = above_half != self.falling && offset > 0 && self.steepness > 0;
        let product = u128::from(self.steepness) * u128::from(offset);
        let magnitude = if negative {
            product.div_ceil(1 << 32)
        } else {
            product >> 32
        };
        let exponential = exp(negative, magnitude.try_into().unwrap_or(u64::MAX));
        let sigmoid = div(ONE, ONE.saturating_add(exponential));
        let factor = self
            .low
            .saturating_add(mul(sigmoid, self.high.saturating_sub(self.low)));
        factor.min(self.high).max(self.low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_is_that_of_20_13_1() {
        for (x2, up, down) in [
            (1, 7_081_203_935, 2_605_029_348),
            (2, 11_674_931_200, 1_580_030_169),
            (4, 31_735_754_285, 581_260_615),
            (10, 637_429_664_624, 28_939_262),
            (20, 94_602_947_905_357, 194_991),
            (40, 2_066_907_302_758_576_256, 8),
        ] {
            assert_eq!(exp(false, x2 * ONE / 2), up, "{x2}");
            assert_eq!(exp(true, x2 * ONE / 2), down, "{x2}");
        }
        assert_eq!(exp(true, 0), ONE);
    }

    #[test]
    fn factors_are_those_of_20_13_1() {
        let tenths = |tenths: u64| tenths * ONE / 10;
        for (c, w, v, steepness, low, high, expected) in [
            (0, 0, 0, 1000, 45_875, 58_982, 3_012_258_989),
            (10, 10, 0, 1000, 45_875, 58_982, 3_012_258_989),
            (0, 10, 0, 1000, 45_875, 58_982, 3_859_754_218),
            (3, 5, 2, 1000, 45_875, 58_982, 3_047_248_389),
            (3, 2, 5, 1000, 45_875, 58_982, 3_108_904_405),
            (3, 2, 10, 1000, 6_553, 19_660, 1_247_718_905),
            (5, 10, 0, 1000, 6_553, 19_660, 858_960_690),
            (0, 0, 10, 1000, 6_553, 19_660, 1_282_708_304),
            (10, 10, 1, 1000, 6_553, 19_660, 435_213_075),
            (0, 10, 0, -1000, 6_553, 19_660, 435_213_075),
            (0, 10, 0, 32_767, 6_553, 19_660, 1_288_457_418),
            (0, 0, 0, 0, 6_553, 19_660, 858_960_690),
        ] {
            let sigmoid = Sigmoid::from(Liquid {
                low,
                high,
                steepness,
            });
            let factor = sigmoid.factor(tenths(c), tenths(w), tenths(v));
            assert_eq!(factor, expected, "{c} {w} {v} {steepness}");
        }
    }
}
