//! Invariants of the pool under random orders (spec 50 §1.2, rows 7 and 8) and
//! the stated error bounds of the powers.

use crate::pow::{FRAC, Ratio, decay_above, growth_below, one};
use crate::tests::decimals;
use crate::*;
use primitive_types::U256;
use proptest::prelude::*;
use subtensor_fixed::U64F64;

const E9: u64 = 1_000_000_000;
const E12: u64 = 1_000_000_000_000;

/// ln of reserves times weights, the quantity a swap must not lower.
fn log_invariant(p: &Pool) -> f64 {
    let w2 = p.quote_weight_parts as f64 / 1e18;
    (1.0 - w2) * (p.alpha as f64).ln() + w2 * (p.tao as f64).ln()
}

fn weights() -> impl Strategy<Value = u64> {
    prop_oneof![Just(HALF_WEIGHT), MIN_WEIGHT..=WEIGHT_ONE - MIN_WEIGHT]
}

proptest! {
    #[test]
    fn powers_invert_each_other(
        small in 1u128..1 << 60, extra in 0u128..1 << 60, num in 1u64..100, den in 1u64..100,
    ) {
        let large = small + extra;
        prop_assume!(large / small < 1000);
        let e = Ratio { num, den };
        let down = decay_above(small, large, e);
        prop_assert!(down <= one());
        let native = (small as f64 / large as f64).powf(num as f64 / den as f64);
        prop_assert!((decimals(down) as f64 / 1e18 - native).abs() < 1e-12);
        // decay * growth = 1 to 2^-80 wherever the growth is moderate.
        let cap = one() << 20;
        let up = growth_below(large, small, e, cap);
        prop_assume!(up < cap);
        let product = (down * up) >> FRAC;
        let gap = if product > one() { product - one() } else { one() - product };
        prop_assert!(gap < one() >> 60, "{gap}");
    }

    #[test]
    fn powers_bound_the_exact_rational(small in 1u128..1 << 40, extra in 0u128..1 << 40, n in 2u64..4) {
        // Integer exponents have an exact answer to bracket.
        let large = small + extra;
        let got = decay_above(small, large, Ratio { num: n, den: 1 });
        let (mut s, mut l) = (U256::from(small), U256::from(large));
        for _ in 1..n {
            s *= U256::from(small);
            l *= U256::from(large);
        }
        let exact = (s << 112) / l;
        prop_assert!(got >= exact && got - exact <= one() >> 87);
    }

    #[test]
    fn swaps_keep_the_invariant_and_direction(
        tao in 1_000_000u64..1 << 54, alpha in 1_000_000u64..1 << 54, w in weights(),
        share in 1u64..2000, buy: bool, room in 1u64..3000,
    ) {
        let p = Pool { tao, alpha, quote_weight_parts: w };
        let amount = (if buy { tao } else { alpha } / 1000).saturating_mul(share);
        // A limit between a thousandth and four times away from the price.
        let per_alpha = p.price().saturating_mul(U64F64::from_num(E9)).to_u64();
        prop_assume!(per_alpha > 10_000 && per_alpha < 1 << 50);
        let (up, down) = (per_alpha * (1000 + room) / 1000, per_alpha * 1000 / (1000 + room));
        let limit = if buy { up } else { down };
        let t = Terms { limit, fee_rate: 33, minimum_reserve: 1_000_000 };
        let got = if buy { p.buy(amount, &t) } else { p.sell(amount, &t) };
        prop_assert!(got.is_ok() || got == Err(AmmError::ReservesTooLow), "{got:?}");
        let Ok(q) = got else { return Ok(()) };
        prop_assert!(q.paid_in + q.fee <= amount);
        let mut after = p;
        let limit = U64F64::from_ratio(limit, E9);
        let slack = U64F64::from_bits((limit.to_bits() >> 50) + 512);
        if buy {
            prop_assert!(q.paid_out < alpha);
            after.tao += q.paid_in;
            after.alpha -= q.paid_out;
            prop_assert!(after.price() >= p.price());
            prop_assert!(after.price() <= limit.saturating_add(slack));
        } else {
            prop_assert!(q.paid_out < tao);
            after.alpha += q.paid_in;
            after.tao -= q.paid_out;
            prop_assert!(after.price() <= p.price());
            prop_assert!(after.price().saturating_add(slack) >= limit);
        }
        prop_assert!(log_invariant(&after) >= log_invariant(&p) - 1e-13);
        if w == HALF_WEIGHT {
            let k = |p: &Pool| u128::from(p.tao) * u128::from(p.alpha);
            prop_assert!(k(&after) >= k(&p));
        }
    }

    #[test]
    fn round_trips_never_profit(
        tao in 1_000_000u64..1 << 54, alpha in 1_000_000u64..1 << 54, w in weights(),
        share in 1u64..100_000, rate in 0u16..=10_000,
    ) {
        let p = Pool { tao, alpha, quote_weight_parts: w };
        let amount = (tao / 1000).saturating_mul(share);
        let t = Terms { limit: u64::MAX, fee_rate: rate, minimum_reserve: 0 };
        let Ok(bought) = p.buy(amount, &t) else { return Ok(()) };
        let after = Pool { tao: tao + bought.paid_in, alpha: alpha - bought.paid_out, ..p };
        let Ok(sold) = after.sell(bought.paid_out, &Terms { limit: 0, ..t }) else { return Ok(()) };
        prop_assert!(sold.paid_out <= bought.paid_in);
    }

    #[test]
    fn injection_keeps_the_price(
        tao in E12..1 << 54, alpha in E12..1 << 54, w in weights(),
        d_tao in 0..2 * E9, d_alpha in 0..2 * E9,
    ) {
        let p = Pool { tao, alpha, quote_weight_parts: w };
        let Ok(weight) = p.adjusted_weight(d_tao, d_alpha) else { return Ok(()) };
        let after = Pool { tao: tao + d_tao, alpha: alpha + d_alpha, quote_weight_parts: weight };
        prop_assert!(after.weights_in_bounds());
        prop_assert_eq!(after.base_weight_parts() + weight, WEIGHT_ONE);
        let (a, b) = (p.price().to_bits(), after.price().to_bits());
        prop_assert!(a.abs_diff(b) <= a / 1_000_000_000_000 + 512, "{a} {b}");
    }
}
