//! Exponentials.

use super::number::{FRAC, LN_2, ONE, mul, polynomial};

/// floor(e^(j/8) * 2^120).
pub(super) const EXP_EIGHTHS: [u128; 6] = [
    ONE,
    1_506_212_647_196_795_353_300_402_660_238_715_789,
    1_706_762_531_160_738_084_723_370_450_341_248_595,
    1_934_015_321_937_211_308_701_695_963_283_661_829,
    2_191_526_470_260_691_078_245_362_714_930_000_889,
    2_483_324_829_630_904_244_265_431_543_006_997_083,
];

/// More than an exponential is off by, in units of 2^-120.
pub const EXP_ERROR: u128 = 32;

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

/// Lower bound of `e^x` for x up to ln 2, short by less than [`EXP_ERROR`].
fn exp_below(x: u128) -> u128 {
    const EIGHTH: u32 = FRAC - 3;
    let eighths = usize::try_from(x >> EIGHTH).unwrap_or(usize::MAX);
    let rest = x & ((1 << EIGHTH) - 1);
    let table = EXP_EIGHTHS.get(eighths).copied().unwrap_or(ONE);
    mul(table, polynomial(&EXP, rest))
}

/// `x` as multiples of ln 2 and the rest. What ln 2 lacks goes to the rest.
fn split(x: u128) -> (u32, u128) {
    let whole = x.checked_div(LN_2).unwrap_or(0);
    let rest = x.saturating_sub(whole.saturating_mul(LN_2));
    // At most 369 of them fit 128 bits.
    (u32::try_from(whole).unwrap_or(u32::MAX), rest)
}

/// `e^x` as `mantissa * 2^doublings`. The mantissa is from 1 to 2 and off by
/// less than [`EXP_ERROR`], up or down, where there are at most 11 doublings.
pub fn exp(x: u128) -> (u128, u32) {
    let (doublings, rest) = split(x);
    (exp_below(rest), doublings)
}

/// Lower bound of `e^-x`, short by less than [`EXP_ERROR`]; exact for 0.
pub fn exp_neg(x: u128) -> u128 {
    if x == 0 {
        return ONE;
    }
    // e^-(n ln 2 + f) = 2^-(n+1) * e^(ln 2 - f)
    let (halvings, rest) = split(x);
    exp_below(LN_2.saturating_sub(rest))
        .checked_shr(halvings.saturating_add(1))
        .unwrap_or(0)
}
