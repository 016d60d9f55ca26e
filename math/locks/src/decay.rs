//! Exponential decay.

use subtensor_fixed::U64F64;

/// Exponents below minus this are cut off.
const MAX_EXPONENT: u64 = 40;
/// ln 2 in 2^-64.
const LN_2: u128 = 0xB172_17F7_D1CF_79AC;

/// e^-x, for x up to 44. Halved once per whole ln 2 in x, the rest by its series, whose terms vanish within 24.
fn exp_neg(x: U64F64) -> U64F64 {
    let halvings = x.to_bits().checked_div(LN_2).unwrap_or_default();
    let rest = U64F64::from_bits(x.to_bits().saturating_sub(halvings.saturating_mul(LN_2)));
    let (mut plus, mut minus, mut term) = (U64F64::ONE, U64F64::ZERO, U64F64::ONE);
    for step in 1..24u64 {
        term = term.saturating_mul(rest).safe_div(U64F64::from_num(step));
        let side = if step % 2 == 0 { &mut plus } else { &mut minus };
        *side = side.saturating_add(term);
    }
    let value = plus.saturating_sub(minus).to_bits();
    U64F64::from_bits(
        u32::try_from(halvings)
            .ok()
            .and_then(|by| value.checked_shr(by))
            .unwrap_or_default(),
    )
}

/// What is left of 1 after `blocks` with the time constant `rate`: `e^-(blocks / rate)`, all after no blocks, else nothing
/// with the time constant 0.
pub(crate) fn decay(blocks: u64, rate: u64) -> U64F64 {
    match (blocks, rate) {
        (0, _) => U64F64::ONE,
        (_, 0) => U64F64::ZERO,
        _ => exp_neg(U64F64::from_ratio(blocks, rate).min(U64F64::from_num(MAX_EXPONENT))),
    }
}
