//! Exact 256-bit intermediates behind the fixed-point types: multiply two
//! 128-bit numbers or divide a wide one without losing a bit. Products of
//! 64-bit halves and two-digit long division keep this several times faster
//! than general big integers, natively and as WebAssembly (spec 50 §3).

/// The low 64 bits.
const LOW: u128 = u64::MAX as u128;

/// An unsigned number of 256 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wide {
    /// Bits 128 to 255.
    pub high: u128,
    /// Bits 0 to 127.
    pub low: u128,
}

/// `a * b`, exact.
pub const fn full_mul(a: u128, b: u128) -> Wide {
    // No sum below passes 128 bits: a product of halves leaves room for two
    // more halves.
    let (a1, a0) = (a >> 64, a & LOW);
    let (b1, b0) = (b >> 64, b & LOW);
    let (p00, p01) = (a0.wrapping_mul(b0), a0.wrapping_mul(b1));
    let (p10, p11) = (a1.wrapping_mul(b0), a1.wrapping_mul(b1));
    let middle = (p00 >> 64).wrapping_add(p01 & LOW).wrapping_add(p10 & LOW);
    let high = p11
        .wrapping_add(p01 >> 64)
        .wrapping_add(p10 >> 64)
        .wrapping_add(middle >> 64);
    Wide {
        high,
        low: (middle << 64) | (p00 & LOW),
    }
}

/// One digit of a long division: the quotient of `rest * 2^64 + next` by
/// `divisor` and what remains. Needs `rest < divisor`, whose top bit is set.
fn digit(rest: u128, next: u128, divisor: u128) -> (u128, u128) {
    let (d1, d0) = (divisor >> 64, divisor & LOW);
    let mut quotient = rest.checked_div(d1).unwrap_or(0);
    let mut over = rest.wrapping_sub(quotient.wrapping_mul(d1));
    // The guess from the upper half of the divisor is at most two too high.
    while quotient > LOW || quotient.wrapping_mul(d0) > (over << 64) | next {
        quotient = quotient.wrapping_sub(1);
        over = over.wrapping_add(d1);
        if over > LOW {
            break;
        }
    }
    // The true difference fits, so its value modulo 2^128 is exact.
    let dividend = (rest << 64) | next;
    (
        quotient,
        dividend.wrapping_sub(quotient.wrapping_mul(divisor)),
    )
}

impl Wide {
    /// Number of bits up to the highest that is set.
    pub(crate) const fn bits(self) -> u32 {
        if self.high == 0 {
            128u32.saturating_sub(self.low.leading_zeros())
        } else {
            256u32.saturating_sub(self.high.leading_zeros())
        }
    }

    /// `self + other`, `None` above 256 bits.
    pub const fn checked_add(self, other: u128) -> Option<Self> {
        let (low, carry) = self.low.overflowing_add(other);
        match self.high.checked_add(carry as u128) {
            Some(high) => Some(Self { high, low }),
            None => None,
        }
    }

    /// `self * factor`, exact, as three digits of 128 bits, highest first.
    pub const fn full_mul(self, factor: u128) -> [u128; 3] {
        let (low, high) = (full_mul(self.low, factor), full_mul(self.high, factor));
        let (middle, carry) = low.high.overflowing_add(high.low);
        // 384 bits hold the product, so its highest digit cannot overflow.
        [high.high.wrapping_add(carry as u128), middle, low.low]
    }

    /// The highest `bits` bits (all, if there are fewer), and by how much they
    /// are shifted; `0 < bits <= 128`.
    pub const fn leading(self, bits: u32) -> (u128, u32) {
        let shift = self.bits().saturating_sub(bits);
        let kept = match shift {
            0 => self.low,
            1..=127 => (self.high << 128u32.saturating_sub(shift)) | (self.low >> shift),
            _ => self.high >> shift.saturating_sub(128),
        };
        (kept, shift)
    }

    /// `value * 2^shift`, exact; `0 < shift < 128`.
    pub const fn shifted(value: u128, shift: u32) -> Self {
        Self {
            high: value >> 128u32.saturating_sub(shift),
            low: value << shift,
        }
    }

    /// `floor(self / 2^shift)`, `None` above 128 bits; `0 < shift < 128`.
    pub const fn checked_shr(self, shift: u32) -> Option<u128> {
        if self.high >> shift != 0 {
            return None;
        }
        Some((self.high << 128u32.saturating_sub(shift)) | (self.low >> shift))
    }

    /// `floor(self / divisor)`, `None` above 128 bits or for a zero divisor.
    pub fn checked_div(self, divisor: u128) -> Option<u128> {
        if self.high >= divisor {
            return None;
        }
        if self.high == 0 {
            return self.low.checked_div(divisor);
        }
        let shift = divisor.leading_zeros();
        let divisor = divisor << shift;
        let high = match shift {
            0 => self.high,
            _ => (self.high << shift) | (self.low >> 128u32.saturating_sub(shift)),
        };
        let low = self.low << shift;
        let (upper, rest) = digit(high, low >> 64, divisor);
        let (lower, _) = digit(rest, low & LOW, divisor);
        Some((upper << 64) | lower)
    }
}

/// `floor(a * b / d)` saturating at `u128::MAX`; 0 when `d` is 0.
pub fn mul_div_u128(a: u128, b: u128, d: u128) -> u128 {
    if d == 0 {
        return 0;
    }
    full_mul(a, b).checked_div(d).unwrap_or(u128::MAX)
}

/// `floor(a * b / d)` saturating at `u64::MAX`; 0 when `d` is 0.
pub fn mul_div_u64(a: u64, b: u64, d: u64) -> u64 {
    u128::from(a)
        .saturating_mul(u128::from(b))
        .checked_div(u128::from(d))
        .map_or(0, |q| u64::try_from(q).unwrap_or(u64::MAX))
}
