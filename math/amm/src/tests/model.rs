//! A slow and independent model of powers: logarithms to base two digit by
//! digit through repeated squaring, powers of two as products of repeated
//! square roots, both on big integers. It shares no method with the engine and
//! is exact to far beyond 200 fractional bits.

use std::sync::OnceLock;

use num_bigint::BigUint;

/// Fractional bits of the model.
pub(crate) const BITS: u64 = 640;
/// Digits of a logarithm.
const DIGITS: u64 = 300;

pub(crate) fn big(value: impl Into<BigUint>) -> BigUint {
    value.into()
}

fn one() -> BigUint {
    big(1u8) << BITS
}

/// `log2(n / d)` with [`DIGITS`] fractional bits, for `n >= d`.
pub(crate) fn log2(n: &BigUint, d: &BigUint) -> BigUint {
    let mut whole = n.bits() - d.bits();
    if &(d << whole) > n {
        whole -= 1;
    }
    let mut x = (n << BITS) / (d << whole);
    let mut log = big(whole);
    for _ in 0..DIGITS {
        x = (&x * &x) >> BITS;
        log <<= 1u8;
        if x.bits() > BITS + 1 {
            log += 1u8;
            x >>= 1u8;
        }
    }
    log
}

/// `2^(2^-i)` for i from 1.
fn roots() -> &'static [BigUint] {
    static ROOTS: OnceLock<Vec<BigUint>> = OnceLock::new();
    ROOTS.get_or_init(|| {
        let root = |x: &BigUint| Some((x << BITS).sqrt());
        std::iter::successors(root(&(one() << 1u8)), root)
            .take(DIGITS as usize)
            .collect()
    })
}

/// `2^x` with [`BITS`] fractional bits; x has [`DIGITS`].
pub(crate) fn exp2(x: &BigUint) -> BigUint {
    let whole = x >> DIGITS;
    let fraction = (1..=DIGITS)
        .zip(roots())
        .filter(|(i, _)| x.bit(DIGITS - i))
        .fold(one(), |product, (_, root)| (product * root) >> BITS);
    fraction << u64::try_from(whole).unwrap()
}

/// `(n / d)^(num / den)` with [`BITS`] fractional bits, for `n >= d > 0`.
pub(crate) fn power(n: &BigUint, d: &BigUint, num: u64, den: u64) -> BigUint {
    exp2(&(log2(n, d) * num / den))
}

/// `(d / n)^(num / den)` with [`BITS`] fractional bits, for `n >= d > 0`.
pub(crate) fn inverse_power(n: &BigUint, d: &BigUint, num: u64, den: u64) -> BigUint {
    (one() << BITS) / power(n, d, num, den)
}

#[test]
fn the_model_knows_simple_powers() {
    let near = |got: BigUint, want: BigUint| {
        let gap = if got > want { got - want } else { want - got };
        assert!(gap < one() >> 280u16, "{gap}");
    };
    near(power(&big(9u8), &big(4u8), 1, 2), one() * 3u8 / 2u8);
    near(power(&big(27u8), &big(1u8), 5, 3), one() * 243u8);
    near(
        inverse_power(&big(7u8), &big(2u8), 3, 1),
        one() * 8u8 / 343u16,
    );
}
