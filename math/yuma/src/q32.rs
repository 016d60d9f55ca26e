//! The engine's numbers, Q32.32: integers that count 2^-32, as plain `u64` and not as the types of
//! storage that `subtensor-fixed` has. Nearly all values of an epoch lie in [0, 1], so products and
//! quotients fit 64 bits; WebAssembly has no wider multiplication and the wider division is a
//! library call (spec 20 §3).

#[cfg(test)]
mod tests;

/// The number 1 in units of 2^-32.
pub(crate) const ONE: u64 = 1 << 32;
/// The bits below one.
const FRACTION: u64 = ONE - 1;

/// Floor of a·b for values up to one.
pub(crate) fn mul(a: u64, b: u64) -> u64 {
    debug_assert!(a <= ONE && b <= ONE);
    if a == ONE { b } else { (a * b) >> 32 }
}

/// Whether products of 128 bits are instructions and not library calls.
const IS_WIDE: bool = !cfg!(target_family = "wasm");

/// Floor of a·b where the result stays below 2^64.
pub(crate) fn mul_wide(a: u64, b: u64) -> u64 {
    if IS_WIDE {
        ((u128::from(a) * u128::from(b)) >> 32) as u64
    } else {
        mul_in_parts(a, b)
    }
}

fn mul_in_parts(a: u64, b: u64) -> u64 {
    let (whole, fraction) = (b >> 32, b & FRACTION);
    a * whole + (a >> 32) * fraction + (((a & FRACTION) * fraction) >> 32)
}

/// A whole number above one that divides many values.
#[derive(Clone, Copy)]
pub(crate) struct Whole {
    divisor: u64,
    /// Floor of (2^64 - 1) / divisor.
    reciprocal: u64,
}

impl Whole {
    pub(crate) const fn new(divisor: u64) -> Self {
        Self {
            divisor,
            reciprocal: u64::MAX / divisor,
        }
    }

    /// Floor of a / divisor. The upper half of the product with the reciprocal is the quotient or
    /// one less; the remainder tells.
    pub(crate) fn of(self, a: u64) -> u64 {
        if IS_WIDE {
            let estimate = ((u128::from(a) * u128::from(self.reciprocal)) >> 64) as u64;
            estimate + u64::from(a - estimate * self.divisor >= self.divisor)
        } else {
            a / self.divisor
        }
    }
}

/// Floor of a/b for a up to b and both below 2^16, or 0 if b is 0.
pub(crate) fn div(a: u64, b: u64) -> u64 {
    match a {
        _ if b == 0 => 0,
        a if a < ONE => (a << 32) / b,
        // The shift would lose bits: divide in two steps.
        a => {
            let (high, rest) = ((a << 16) / b, (a << 16) % b);
            (high << 16) + (rest << 16) / b
        }
    }
}

/// Floor of 1/b, for b of at least one.
pub(crate) fn inverse(b: u64) -> u64 {
    u64::MAX / b + u64::from(u64::MAX % b == b - 1)
}

/// A divisor of many values: one division for all of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Divisor {
    divisor: u64,
    /// Floor of (2^64 - 1) / divisor.
    reciprocal: u64,
}

/// Divides nothing but zeros, and those to zero.
impl Default for Divisor {
    fn default() -> Self {
        Self::new(0)
    }
}

impl Divisor {
    pub(crate) fn new(divisor: u64) -> Self {
        match u64::MAX.checked_div(divisor) {
            Some(reciprocal) => Self {
                divisor,
                reciprocal,
            },
            // Sums of zero divide nothing but zeros.
            None => Self {
                divisor: u64::MAX,
                reciprocal: 0,
            },
        }
    }

    /// Floor of a·2^32 / divisor, for values `a` that are at most the divisor and at most one; 0
    /// for a divisor of 0.
    ///
    /// The product with the reciprocal is short by less than 1 + 2^-32, so its floor is the
    /// quotient or one less; the remainder tells.
    pub(crate) fn of(self, a: u64) -> u64 {
        debug_assert!(a <= ONE && a <= self.divisor);
        let estimate = a.wrapping_mul(self.reciprocal) >> 32;
        let rest = (a << 32).wrapping_sub(estimate.wrapping_mul(self.divisor));
        estimate + u64::from(rest >= self.divisor)
    }
}

/// A u16 as part of 65535: 65535 divides 2^32 with the quotient 65537 and the rest 1.
pub(crate) fn from_u16(parts: u16) -> u64 {
    u64::from(parts) * 65_537 + u64::from(parts == u16::MAX)
}

/// A value as parts of 65535, at most 65535.
pub(crate) fn to_u16(value: u64) -> u16 {
    if value >= ONE {
        u16::MAX
    } else {
        ((value * 65_535) >> 32) as u16
    }
}

/// Divides by the sum; a sum of zero leaves them as they are.
pub(crate) fn normalize(values: &mut [u64]) {
    let sum: u64 = values.iter().sum();
    if sum > 0 {
        values
            .iter_mut()
            .for_each(|value| *value = div(*value, sum));
    }
}
