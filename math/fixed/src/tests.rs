//! Rounding, saturation, encoding and conversion of the fixed-point types.

use super::*;
use codec::{Decode, Encode, MaxEncodedLen};
use primitive_types::U256;
use proptest::prelude::*;

#[test]
fn products_and_quotients_truncate() {
    let third = U64F64::from_ratio(1, 3);
    assert_eq!(third.to_bits(), (1u128 << 64) / 3);
    assert_eq!(third.saturating_mul(U64F64::from_num(3)).to_u64(), 0);
    assert_eq!(U96F32::from_ratio(1, 3).to_bits(), (1u128 << 32) / 3);
    assert_eq!(U64F64::from_num(7).safe_div(U64F64::ZERO), U64F64::ZERO);
    assert_eq!(U64F64::MAX.safe_div(U64F64::from_bits(1)), U64F64::ZERO);
    assert_eq!(U64F64::MAX.saturating_mul(U64F64::MAX), U64F64::MAX);
    assert_eq!(U96F32::MAX.to_u64(), u64::MAX);
}

#[test]
fn signed_rounding_follows_the_convention() {
    let tiny = I96F32::from_bits(1);
    let minus_half = I96F32::from_bits(-(1 << 31));
    // Multiplication floors, division truncates toward zero.
    assert_eq!(tiny.saturating_mul(minus_half), I96F32::from_bits(-1));
    assert_eq!(
        I96F32::from_num(-1).safe_div(I96F32::from_num(3)).to_bits(),
        -((1i128 << 32) / 3)
    );
    assert_eq!(I32F32::MAX.saturating_mul(I32F32::MIN), I32F32::MIN);
    assert_eq!(I32F32::from_num(i64::MAX), I32F32::MAX);
    assert_eq!(I96F32::from_num(-5).to_u64(), 0);
    assert_eq!(I64F64::from_u64(u64::MAX), I64F64::MAX);
}

#[test]
fn conversions_floor_and_saturate() {
    let x = U64F64::from_bits((3 << 64) | 0xffff_ffff);
    assert_eq!(x.convert::<U96F32>(), U96F32::from_num(3));
    assert_eq!(U96F32::MAX.convert::<U64F64>(), U64F64::MAX);
    assert_eq!(I96F32::from_num(-1).convert::<U64F64>(), U64F64::ZERO);
    assert_eq!(
        I64F64::from_bits(-1).convert::<I96F32>(),
        I96F32::from_bits(-1)
    );
    assert_eq!(I96F32::MIN.convert::<I32F32>(), I32F32::MIN);
}

#[test]
fn encoding_is_the_raw_bits() {
    assert_eq!(U64F64::ONE.encode(), (1u128 << 64).encode());
    assert_eq!(I32F32::from_num(-1).encode(), (-(1i64 << 32)).encode());
    assert_eq!(U96F32::max_encoded_len(), 16);
    assert_eq!(I32F32::max_encoded_len(), 8);
    let back = I96F32::decode(&mut &I96F32::from_num(-9).encode()[..]);
    assert_eq!(back, Ok(I96F32::from_num(-9)));
    assert_eq!(
        serde_json::to_string(&U96F32::ONE).unwrap(),
        r#"{"bits":4294967296}"#
    );
}

fn big(wide: Wide) -> U256 {
    (U256::from(wide.high) << 128) | U256::from(wide.low)
}

/// Numbers of every size and close to powers of two, where carries happen.
fn any_width() -> impl Strategy<Value = u128> {
    (any::<u128>(), 0u32..128, any::<bool>())
        .prop_map(|(bits, shift, round)| if round { !0 >> shift } else { bits >> shift })
}

proptest! {
    #[test]
    fn wide_products_and_quotients_match_big_integers(
        a in any_width(), b in any_width(), d in any_width(), high in any_width(),
    ) {
        let product = full_mul(a, b);
        prop_assert_eq!(big(product), U256::from(a) * U256::from(b));
        for dividend in [product, Wide { high, low: a }, Wide { high: high % d.max(1), low: a }] {
            let want = big(dividend).checked_div(d.into()).and_then(|q| u128::try_from(q).ok());
            prop_assert_eq!(dividend.checked_div(d), want);
        }
        for shift in [1, 32, 64, 120, 127] {
            prop_assert_eq!(product.checked_shr(shift), u128::try_from(big(product) >> shift).ok());
            prop_assert_eq!(big(Wide::shifted(a, shift)), U256::from(a) << shift);
        }
        let wide = Wide { high, low: a };
        prop_assert_eq!(wide.bits() as usize, big(wide).bits());
        for bits in [1, 64, 118, 128] {
            let (leading, shift) = wide.leading(bits);
            prop_assert_eq!(shift, wide.bits().saturating_sub(bits));
            prop_assert_eq!(U256::from(leading), big(wide) >> shift);
        }
        let sum = big(wide).checked_add(b.into());
        prop_assert_eq!(wide.checked_add(b).map(big), sum);
        let digits = big(wide).full_mul(b.into()).0;
        let pairs: Vec<u128> = digits
            .chunks(2)
            .map(|pair| u128::from(pair[1]) << 64 | u128::from(pair[0]))
            .collect();
        prop_assert_eq!(wide.full_mul(b).to_vec(), [pairs[2], pairs[1], pairs[0]]);
        prop_assert_eq!(pairs[3], 0);
    }

    #[test]
    fn integer_round_trip(v: u64) {
        prop_assert_eq!(U64F64::from_num(v).to_u64(), v);
        prop_assert_eq!(U96F32::from_num(v).to_u64(), v);
    }

    #[test]
    fn products_match_native_integers(a: u64, b: u64) {
        let got = U96F32::from_bits(a.into()).saturating_mul(U96F32::from_bits(b.into()));
        prop_assert_eq!(got.to_bits(), (u128::from(a) * u128::from(b)) >> 32);
        prop_assert_eq!(
            mul_div_u64(a, b, 1 << 63),
            u64::try_from((u128::from(a) * u128::from(b)) >> 63).unwrap_or(u64::MAX)
        );
    }

    #[test]
    fn signed_product_is_the_floor(a in -1i64 << 40..1i64 << 40, b in -1i64 << 40..1i64 << 40) {
        let got =
            I64F64::from_bits(a.into()).saturating_mul(I64F64::from_bits(i128::from(b) << 30));
        prop_assert_eq!(got.to_bits(), (i128::from(a) * i128::from(b)) >> 34);
    }

    #[test]
    fn quotient_never_exceeds_the_true_value(a: u64, b in 1u64..) {
        let q = U64F64::from_ratio(a, b);
        prop_assert!(q.saturating_mul(U64F64::from_num(b)) <= U64F64::from_num(a));
        prop_assert_eq!(q.to_u64(), a / b);
    }
}
