//! The engine's numbers: integers that count 2^-32. All values of an epoch lie in [0, 1] but for sums, so products and
//! quotients of values below one fit 64 bits, and exactly one takes a short cut (spec 20 §3).

/// One.
pub const ONE: u64 = 1 << 32;

/// Floor of a·b for values up to one.
pub fn mul(a: u64, b: u64) -> u64 {
    match (a, b) {
        (ONE, other) | (other, ONE) => other,
        (a, b) if a < ONE && b < ONE => (a * b) >> 32,
        (a, b) => saturate((u128::from(a) * u128::from(b)) >> 32),
    }
}

/// Floor of a/b; 0 if b is.
pub fn div(a: u64, b: u64) -> u64 {
    if b == 0 {
        0
    } else if a < ONE {
        (a << 32) / b
    } else {
        saturate((u128::from(a) << 32) / u128::from(b))
    }
}

fn saturate(value: u128) -> u64 {
    value.try_into().unwrap_or(u64::MAX)
}

/// A u16 as part of 65535.
pub fn from_u16(parts: u16) -> u64 {
    (u64::from(parts) << 32) / 65_535
}

/// A value as parts of 65535, at most 65535.
pub fn to_u16(value: u64) -> u16 {
    if value >= ONE {
        u16::MAX
    } else {
        ((value * 65_535) >> 32) as u16
    }
}

/// Divides by the sum; a sum of zero leaves the values as they are.
pub fn normalize(values: &mut [u64]) {
    let sum = values
        .iter()
        .fold(0u64, |sum, value| sum.saturating_add(*value));
    if sum > 0 {
        values
            .iter_mut()
            .for_each(|value| *value = div(*value, sum));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conversions_are_those_of_20_3_3() {
        assert_eq!(from_u16(65_535), ONE);
        assert_eq!(from_u16(32_767), 2_147_450_879);
        assert_eq!(from_u16(32_768), 2_147_516_416);
        assert_eq!(to_u16(ONE), 65_535);
        assert_eq!(to_u16(ONE + 5), 65_535);
        assert_eq!(to_u16(ONE / 2), 32_767);
    }

    #[test]
    fn short_forms_equal_wide_ones() {
        for a in [0, 1, 77, ONE / 3, ONE - 1, ONE - 9, ONE / 2] {
            for b in [3, 99, 1 << 20, ONE / 7, ONE - 1, ONE, ONE + 1, 3 * ONE] {
                assert_eq!(
                    u128::from(mul(a, b)),
                    (u128::from(a) * u128::from(b)) >> 32,
                    "{a} {b}"
                );
                assert_eq!(
                    u128::from(div(a, b)),
                    (u128::from(a) << 32) / u128::from(b),
                    "{a} {b}"
                );
            }
        }
        assert_eq!(div(5, 0), 0);
    }
}
