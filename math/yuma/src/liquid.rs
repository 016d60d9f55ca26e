//! Memory of a liquid bond: a sigmoid of how far the validator is from consensus (spec 20 §7.5,
//! §13.1).

#[cfg(test)]
mod tests;

use crate::{
    q32::{ONE, Whole, from_u16, inverse, mul, mul_wide},
    types::Liquid,
};

/// e, cut to 23 fraction bits.
const E: u64 = 11_674_931_200;
/// What the terms of the series are divided by, one after the other: 2 to 31.
#[allow(clippy::indexing_slicing, reason = "computed by the compiler")]
const DIVISORS: [Whole; 30] = {
    let mut divisors = [Whole::new(2); 30];
    let mut index = 0;
    while index < divisors.len() {
        divisors[index] = Whole::new(index as u64 + 2);
        index += 1;
    }
    divisors
};
/// Larger exponents count as this one.
const LARGEST: u64 = 20 * ONE;
/// Steepness is in hundredths.
const HUNDRED: u64 = 100;

/// How many series run side by side: each is one long chain of dependent steps.
pub(crate) const LANES: usize = 8;

/// exp of each `y`, up to 20, by its series.
///
/// This is not the exponential of `subtensor-fixed`: an epoch has one legitimate result, and the
/// published ones contain what a series of 32 terms with 32 fraction bits drops, which is nearly a
/// hundredth of e^20.
fn series(y: [u64; LANES]) -> [u64; LANES] {
    let (mut sums, mut terms) = (y.map(|y| ONE + y), y);
    // A term of zero is followed by zeros; looking after each term would take longer than it saves.
    for divisors in DIVISORS.chunks(5) {
        for divisor in divisors {
            for ((sum, term), y) in sums.iter_mut().zip(&mut terms).zip(y) {
                *term = divisor.of(mul_wide(*term, y));
                *sum += *term;
            }
        }
        if terms == [0; LANES] {
            break;
        }
    }
    sums
}

/// Bounds and steepness, ready for use.
pub(crate) struct Sigmoid {
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
    /// How far a validator is from consensus, at most one.
    pub(crate) fn distance(consensus: u64, weight: u64, bond: u64) -> u64 {
        let distance = if weight >= bond {
            weight.saturating_sub(consensus)
        } else {
            bond - weight
        };
        distance.min(ONE)
    }

    /// Weights of new bonds by their distances.
    pub(crate) fn factors(&self, distances: [u64; LANES]) -> [u64; LANES] {
        let exponents = distances.map(|distance| self.exponent(distance));
        let sums = series(exponents.map(|exponent| exponent.magnitude));
        let mut factors = [0; LANES];
        for ((factor, exponent), sum) in factors.iter_mut().zip(exponents).zip(sums) {
            *factor = self.factor(exponent.exp(sum));
        }
        factors
    }

    /// -steepness · (distance - 1/2); a negative product is floored, so its magnitude is ceiled.
    fn exponent(&self, distance: u64) -> Exponent {
        let offset = distance.abs_diff(ONE / 2);
        let is_far = distance > ONE / 2;
        let negative = is_far != self.falling && offset > 0 && self.steepness > 0;
        let is_exact = self.steepness.wrapping_mul(offset).trailing_zeros() >= 32;
        let magnitude = mul_wide(self.steepness, offset) + u64::from(negative && !is_exact);
        Exponent {
            negative,
            magnitude: magnitude.min(LARGEST),
        }
    }

    /// The factor of a distance whose exponential this is.
    fn factor(&self, exponential: u64) -> u64 {
        let sigmoid = inverse(ONE + exponential);
        let factor = self.low + mul(sigmoid, self.high.saturating_sub(self.low));
        factor.min(self.high).max(self.low)
    }
}

/// Sign and magnitude, the latter at most 20.
#[derive(Clone, Copy)]
struct Exponent {
    negative: bool,
    magnitude: u64,
}

impl Exponent {
    /// exp of this, given the series of its magnitude.
    fn exp(self, series: u64) -> u64 {
        match self.negative {
            true => inverse(series),
            false if self.magnitude == ONE => E,
            false => series,
        }
    }
}
