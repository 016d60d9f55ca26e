//! Powers of ratios for the weighted pool: `ratio^exponent` as exp of ln in
//! fixed point with 120 fractional bits, in the plain order: reduce by powers
//! of two and by eighths, then a short series (spec 50 §5.1).
//!
//! Every step rounds down and no coefficient is negative, so each function is
//! monotone in its ratio, also where the reduction changes. For exponents up
//! to 99 and ratios up to 1001:
//!
//! - [`decay_above`] is at least the exact power and exceeds it by less than
//!   2^-109 (2^-114 for exponents up to 1);
//! - [`growth_below`] is at most the exact power and falls short of it by less
//!   than one unit in the 18th decimal.

use crate::weights::WEIGHT_ONE;
use subtensor_fixed::{Wide, full_mul};

/// Fractional bits.
pub(crate) const FRAC: u32 = 120;
/// 1.
pub(crate) const ONE: u128 = 1 << FRAC;
/// floor(ln 2 * 2^120).
pub(crate) const LN_2: u128 = 921_350_637_599_661_305_226_344_307_672_478_454;
/// floor(ln(1 + j/8) * 2^120).
pub(crate) const LN_EIGHTHS: [u128; 8] = [
    0,
    156_560_508_422_997_862_473_265_394_642_492_949,
    296_608_655_485_715_564_029_320_525_042_905_924,
    423_297_614_764_918_263_051_929_068_063_804_688,
    538_955_573_011_329_583_849_804_851_157_485_702,
    645_350_580_909_422_313_470_169_553_866_839_900,
    743_856_972_206_998_401_427_451_226_087_110_130,
    835_564_228_497_045_147_879_125_376_200_391_626,
];
/// floor(e^(j/8) * 2^120).
pub(crate) const EXP_EIGHTHS: [u128; 6] = [
    ONE,
    1_506_212_647_196_795_353_300_402_660_238_715_789,
    1_706_762_531_160_738_084_723_370_450_341_248_595,
    1_934_015_321_937_211_308_701_695_963_283_661_829,
    2_191_526_470_260_691_078_245_362_714_930_000_889,
    2_483_324_829_630_904_244_265_431_543_006_997_083,
];
/// More than the rounding of an exponential, in units of 2^-120.
const MARGIN: u128 = 32;
/// Bits of a normalised operand; a product with 16 still fits.
const MANTISSA_BITS: u32 = 118;

/// A non-negative rational exponent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Exponent {
    pub(crate) num: u64,
    /// Not 0.
    pub(crate) den: u64,
}

/// A positive number as `mantissa * 2^(bits - 118)`, the top bit of the
/// mantissa being bit 117.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Operand {
    mantissa: u128,
    bits: u32,
}

impl Operand {
    /// A positive number, exact below 2^118 and else rounded down.
    pub(crate) const fn from_u128(value: u128) -> Self {
        let bits = 128u32.saturating_sub(value.leading_zeros());
        let mantissa = if bits > MANTISSA_BITS {
            value >> bits.saturating_sub(MANTISSA_BITS)
        } else {
            value << MANTISSA_BITS.saturating_sub(bits)
        };
        Self { mantissa, bits }
    }

    /// A positive wide number, rounded down.
    pub(crate) const fn below(value: Wide) -> Self {
        let (leading, dropped) = value.leading(MANTISSA_BITS);
        let operand = Self::from_u128(leading);
        Self {
            bits: operand.bits.saturating_add(dropped),
            ..operand
        }
    }

    /// A positive wide number, rounded up or left as it is.
    pub(crate) const fn above(value: Wide) -> Self {
        let below = Self::below(value);
        // One more where nothing was dropped is a bound as well.
        let dropped = below.bits > MANTISSA_BITS;
        Self {
            mantissa: below.mantissa.saturating_add(dropped as u128),
            ..below
        }
    }
}

/// `floor(a * b)` in fixed point; for factors below 2^4.
fn mul(a: u128, b: u128) -> u128 {
    full_mul(a, b).checked_shr(FRAC).unwrap_or(u128::MAX)
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

/// Coefficients `1 / i!` of e^x, rounded down.
const EXP: [u128; 21] = {
    let mut table = [0; 21];
    let (mut factorial, mut i) = (1u128, 0u128);
    let mut rest: &mut [u128] = &mut table;
    while let Some((first, others)) = rest.split_first_mut() {
        *first = match ONE.checked_div(factorial) {
            Some(value) => value,
            None => 0,
        };
        i = i.saturating_add(1);
        factorial = factorial.saturating_mul(i);
        rest = others;
    }
    table
};

/// A polynomial, lowest coefficient first.
fn polynomial(coefficients: &[u128], x: u128) -> u128 {
    coefficients
        .iter()
        .rev()
        .fold(0, |sum, c| mul(sum, x).saturating_add(*c))
}

/// Lower bound of `ln(large / small)`, below 2^7; 0 if `large` is not larger.
fn ln_below(large: Operand, small: Operand) -> u128 {
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

/// Lower bound of `e^x` for x up to ln 2.
fn exp_below(x: u128) -> u128 {
    const EIGHTH: u32 = FRAC - 3;
    let eighths = usize::try_from(x >> EIGHTH).unwrap_or(usize::MAX);
    let rest = x & ((1 << EIGHTH) - 1);
    let table = EXP_EIGHTHS.get(eighths).copied().unwrap_or(ONE);
    mul(table, polynomial(&EXP, rest))
}

/// Lower bound of `ln(large / small) * exponent`, as multiples of ln 2 and the
/// rest; `None` if it is 256 or more.
fn log_power(large: Operand, small: Operand, exponent: Exponent) -> Option<(u32, u128)> {
    let product = full_mul(ln_below(large, small), exponent.num.into());
    let log = product.checked_div(exponent.den.into())?;
    let whole = log.checked_div(LN_2)?;
    let rest = log.saturating_sub(whole.saturating_mul(LN_2));
    Some((u32::try_from(whole).ok()?, rest))
}

/// Upper bound of `(small / large)^exponent` for `0 < small <= large`, in
/// fixed point, at most 1 and never 0.
pub(crate) fn decay_above(small: u128, large: u128, exponent: Exponent) -> u128 {
    let operands = (Operand::from_u128(large), Operand::from_u128(small));
    let decayed = match log_power(operands.0, operands.1, exponent) {
        // e^-(n ln 2 + f) = 2^-(n+1) * e^(ln 2 - f)
        Some((halvings, rest)) => exp_below(LN_2.saturating_sub(rest))
            .checked_shr(halvings.saturating_add(1))
            .unwrap_or(0),
        None => 0,
    };
    decayed.saturating_add(MARGIN).min(ONE)
}

/// Lower bound of `(large / small)^exponent` for `0 < small <= large`, in
/// parts of 10^18, at least 10^18; `cap` (below 2^11 times 10^18) if the power
/// is above it.
pub(crate) fn growth_below(large: Operand, small: Operand, exponent: Exponent, cap: u128) -> u128 {
    let Some((doublings @ 0..=11, rest)) = log_power(large, small, exponent) else {
        return cap;
    };
    let grown = exp_below(rest).saturating_sub(MARGIN);
    full_mul(grown, WEIGHT_ONE.into())
        .checked_shr(FRAC.saturating_sub(doublings))
        .map_or(cap, |parts| parts.clamp(WEIGHT_ONE.into(), cap))
}
