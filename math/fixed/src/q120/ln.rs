//! Logarithms of ratios.

use super::number::{FRAC, LN_2, ONE, mul, polynomial};
use crate::wide::Wide;

/// floor(ln(1 + j/8) * 2^120).
pub(super) const LN_EIGHTHS: [u128; 8] = [
    0,
    156_560_508_422_997_862_473_265_394_642_492_949,
    296_608_655_485_715_564_029_320_525_042_905_924,
    423_297_614_764_918_263_051_929_068_063_804_688,
    538_955_573_011_329_583_849_804_851_157_485_702,
    645_350_580_909_422_313_470_169_553_866_839_900,
    743_856_972_206_998_401_427_451_226_087_110_130,
    835_564_228_497_045_147_879_125_376_200_391_626,
];

/// Bits of a normalised operand; a product with 16 still fits.
const MANTISSA_BITS: u32 = 118;

/// A positive number as `mantissa * 2^(bits - 118)`, the top bit of the
/// mantissa being bit 117.
#[derive(Clone, Copy, Debug)]
pub struct Operand {
    mantissa: u128,
    bits: u32,
}

impl Operand {
    /// A positive number, exact below 2^118 and else rounded down.
    pub const fn from_u128(value: u128) -> Self {
        let bits = 128u32.saturating_sub(value.leading_zeros());
        let mantissa = if bits > MANTISSA_BITS {
            value >> bits.saturating_sub(MANTISSA_BITS)
        } else {
            value << MANTISSA_BITS.saturating_sub(bits)
        };
        Self { mantissa, bits }
    }

    /// A positive wide number, rounded down.
    pub const fn below(value: Wide) -> Self {
        let (leading, dropped) = value.leading(MANTISSA_BITS);
        let operand = Self::from_u128(leading);
        Self {
            bits: operand.bits.saturating_add(dropped),
            ..operand
        }
    }

    /// A positive wide number, rounded up or left as it is.
    pub const fn above(value: Wide) -> Self {
        let below = Self::below(value);
        // One more where nothing was dropped is a bound as well.
        let dropped = below.bits > MANTISSA_BITS;
        Self {
            mantissa: below.mantissa.saturating_add(dropped as u128),
            ..below
        }
    }
}

/// Coefficients `1 / (2i + 1)` of artanh(z) / z, rounded down.
const ARTANH: [u128; 14] = {
    let mut table = [0; 14];
    let mut odd = 1u128;
    let mut rest: &mut [u128] = &mut table;
    while let Some((first, others)) = rest.split_first_mut() {
        *first = match ONE.checked_div(odd) {
            Some(value) => value,
            None => 0,
        };
        odd = odd.saturating_add(2);
        rest = others;
    }
    table
};

/// Lower bound of `ln(large / small)`, short by less than 2^-112 for operands of
/// 128 bits; 0 if `large` is not larger.
pub fn ln(large: Operand, small: Operand) -> u128 {
    // large / small = 2^halvings * a / b with a / b in [1, 2).
    let (mut a, b) = (large.mantissa, small.mantissa);
    let Some(mut halvings) = large.bits.checked_sub(small.bits) else {
        return 0;
    };
    if a < b {
        let Some(fewer) = halvings.checked_sub(1) else {
            return 0;
        };
        halvings = fewer;
        a <<= 1;
    }
    // a / b = (1 + j/8) * a' / b' with a' / b' in [1, 9/8).
    let a = a << 3;
    let eighths = (9..16u128)
        .take_while(|n| b.saturating_mul(*n) <= a)
        .count();
    let b = b.saturating_mul(8u128.saturating_add(eighths as u128));
    // ln(a' / b') = 2 artanh(z) with z = (a' - b') / (a' + b') < 1/16.
    let z = Wide::shifted(a.saturating_sub(b), FRAC)
        .checked_div(a.saturating_add(b))
        .unwrap_or(0);
    let artanh = mul(z, polynomial(&ARTANH, mul(z, z)));
    let table = LN_EIGHTHS.get(eighths).copied().unwrap_or(0);
    LN_2.saturating_mul(halvings.into())
        .saturating_add(table)
        .saturating_add(artanh << 1)
}
