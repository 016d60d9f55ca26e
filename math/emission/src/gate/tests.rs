//! Vectors and properties of spec 90 §16.

use super::*;
use crate::{ShareInput, enabled_shares, shares::tao_emission, subnet_shares};
use proptest::prelude::*;
use subtensor_fixed::U96F32;

fn ratio(num: u64, den: u64) -> U64F64 {
    U64F64::from_ratio(num, den)
}

fn ratios<const N: usize>(nums: [u64; N], den: u64) -> Vec<U64F64> {
    nums.iter().map(|num| ratio(*num, den)).collect()
}

fn float(number: U64F64) -> f64 {
    number.to_bits() as f64 / 2f64.powi(64)
}

fn check(shares: &[U64F64], bar: U64F64, exponent: u64, expected: &[f64]) {
    let gated = gated_shares(shares.to_vec(), bar, U64F64::from_num(exponent));
    assert_eq!(gated.len(), expected.len());
    for (share, expected) in gated.iter().zip(expected) {
        let share = float(*share);
        // The vectors have six decimals.
        assert!((share - expected).abs() < 6e-7, "{gated:?} {expected}");
    }
}

#[test]
fn gated_shares_follow_the_vectors() {
    let sixteenths = ratios([10, 5, 1], 16);
    check(
        &sixteenths,
        ratio(5, 16),
        3,
        &[0.779944, 0.219359, 0.000696],
    );
    let last = gate_bar(&sixteenths, 64, ratio(61, 100)).unwrap();
    assert_eq!(last, ratio(1, 16));
    check(&sixteenths, last, 3, &[0.646589, 0.321049, 0.032362]);
    check(
        &sixteenths,
        ratio(10, 16),
        3,
        &[0.899838, 0.099982, 0.000180],
    );
    let thirds = ratios([1, 2], 3);
    check(&thirds, thirds[0], 3, &[0.219512, 0.780488]);
    let tenths = ratios([4, 3, 2, 1], 10);
    let even = [0.459770, 0.310345, 0.172414, 0.057471];
    check(&tenths, tenths[2], 1, &even);
    let steep = [0.505917, 0.366615, 0.126973, 0.000494];
    check(&tenths, tenths[2], 8, &steep);
}

#[test]
fn bars_follow_the_vectors() {
    let shares = ratios([10, 5, 1], 16);
    for (percent, sixteenths) in [(10, 10), (61, 10), (75, 5), (95, 1)] {
        let bar = gate_bar(&shares, 0, ratio(percent, 100));
        assert_eq!(bar, Some(ratio(sixteenths, 16)), "{percent}");
    }
    for (rank, sixteenths) in [(1, 10), (2, 5), (3, 1), (4, 1), (u16::MAX, 1)] {
        let bar = gate_bar(&shares, rank, U64F64::ZERO);
        assert_eq!(bar, Some(ratio(sixteenths, 16)), "{rank}");
    }
    // Shares of 0 have no rank, and the order given does not matter.
    let mixed = ratios([0, 5, 1, 10, 0], 16);
    assert_eq!(gate_bar(&mixed, 32, U64F64::ZERO), Some(ratio(1, 16)));
    // Rounded shares may stay below every quantile.
    let thirds = ratios([1, 1, 1], 3);
    assert_eq!(gate_bar(&thirds, 0, U64F64::ONE), Some(ratio(1, 3)));
    for rank in [0, 32] {
        assert_eq!(gate_bar(&ratios([0, 0], 1), rank, ratio(1, 2)), None);
        assert_eq!(gate_bar(&[], rank, ratio(1, 2)), None);
    }
}

#[test]
fn without_a_bar_and_where_nothing_passes_shares_stay() {
    let shares = ratios([1, 2], 3);
    let cube = U64F64::from_num(3);
    assert_eq!(gated_shares(shares.clone(), U64F64::ZERO, cube), shares);
    let equal = vec![ratio(1, 256); 256];
    let steepest = U64F64::from_num(8);
    assert_eq!(gated_shares(equal.clone(), U64F64::ONE, steepest), equal);
    assert_eq!(
        gated_shares(vec![U64F64::ZERO], U64F64::ONE, cube),
        [U64F64::ZERO]
    );
    assert!(gated_shares(vec![], U64F64::ONE, cube).is_empty());
}

#[test]
fn exponents_out_of_range_count_as_the_nearest() {
    let shares = ratios([10, 5, 1], 16);
    let gated = |exponent| gated_shares(shares.clone(), shares[1], exponent);
    assert_eq!(gated(U64F64::MAX), gated(U64F64::from_num(8)));
    assert_eq!(gated(U64F64::ZERO), gated(U64F64::ONE));
}

#[test]
fn the_gate_stands_before_the_switch() {
    // What is switched off counts for the bar and is gated, then goes to the others.
    let subnet = |enabled| ShareInput {
        moving_price: U64F64::ONE,
        miner_burned: U96F32::ZERO,
        enabled,
    };
    let mut subnets = [subnet(true), subnet(false), subnet(true)];
    subnets[0].moving_price = U64F64::from_num(10);
    subnets[1].moving_price = U64F64::from_num(5);
    let shares = subnet_shares(&subnets);
    let bar = gate_bar(&shares, 2, U64F64::ZERO).unwrap();
    let gated = gated_shares(shares, bar, U64F64::from_num(3));
    let enabled = enabled_shares(gated, &subnets);
    let amounts: Vec<u64> = enabled
        .iter()
        .map(|share| tao_emission(1_000_000, *share).to_u64())
        .collect();
    // 0.779944 and 0.000696 of their sum.
    assert_eq!(amounts, [999_107, 0, 892]);
}

/// Shares in 2^-64, as prices and burning give them.
fn any_shares() -> impl Strategy<Value = Vec<U64F64>> {
    let weight = prop_oneof![Just(0u64), 1u64..100, 1u64..1 << 40];
    prop::collection::vec(weight, 1..129).prop_map(|weights| {
        let sum = weights.iter().sum();
        weights.iter().map(|weight| ratio(*weight, sum)).collect()
    })
}

fn any_exponent() -> impl Strategy<Value = U64F64> {
    prop_oneof![
        (1u64..=8).prop_map(U64F64::from_num),
        (1u128 << 64..=8 << 64).prop_map(U64F64::from_bits),
    ]
}

fn any_ratio() -> impl Strategy<Value = U64F64> {
    (any::<u128>(), 0u32..128).prop_map(|(bits, shift)| U64F64::from_bits(bits >> shift))
}

proptest! {
    #[test]
    fn the_whole_is_shared_in_order(
        shares in any_shares(), rank in 0u16..140, quantile in 1u64..100, h in any_exponent(),
    ) {
        let bar = gate_bar(&shares, rank, ratio(quantile, 100));
        prop_assert_eq!(bar.is_none(), shares.iter().all(|share| share.is_zero()));
        let bar = bar.unwrap_or_default();
        prop_assert!(bar.is_zero() || shares.contains(&bar));
        let gated = gated_shares(shares.clone(), bar, h);
        let sum = gated.iter().fold(U64F64::ZERO, |sum, share| sum.saturating_add(*share));
        prop_assert!(sum <= U64F64::ONE);
        if !bar.is_zero() {
            prop_assert!(1.0 - float(sum) < 1e-12);
        }
        for (one, gated_one) in shares.iter().zip(&gated) {
            prop_assert!(!one.is_zero() || gated_one.is_zero());
            for (other, gated_other) in shares.iter().zip(&gated) {
                prop_assert!(one > other || gated_one <= gated_other);
            }
        }
    }

    #[test]
    fn a_larger_share_keeps_more_of_itself(
        bar in 1u128..=1 << 64, one in 1u128..=1 << 64, other in 1u128..=1 << 64,
        h in any_exponent(),
    ) {
        let bar = U64F64::from_bits(bar);
        let (small, large) = (one.min(other), one.max(other));
        let passed = |bits| pass(U64F64::from_bits(bits), bar, h).to_bits();
        prop_assert!(passed(large) <= large);
        // Each is rounded down by less than one.
        let kept_of_small = full_mul(passed(small), large).checked_shr(0).unwrap();
        let kept_of_large = full_mul(passed(large) + 1, small).checked_shr(0).unwrap_or(u128::MAX);
        prop_assert!(kept_of_small <= kept_of_large);
        prop_assert_eq!(pass(bar, bar, h).to_bits(), bar.to_bits() / 2);
    }

    #[test]
    fn powers_are_those_of_floats(base in any_ratio(), h in any_exponent()) {
        let power = power(base, h);
        let expected = float(base).powf(float(h));
        if expected >= 2f64.powi(64) {
            prop_assert!(float(power) >= 0.999_999 * 2f64.powi(64));
        } else {
            // Each product of small numbers drops up to 2^-64.
            let error = (float(power) - expected).abs();
            prop_assert!(error <= expected * 1e-6 + 9.0 * 2f64.powi(-64), "{power:?} {expected}");
        }
    }

    #[test]
    fn powers_never_fall(base in any_ratio(), step in any_ratio(), h in any_exponent()) {
        prop_assert!(power(base, h) <= power(base.saturating_add(step), h));
    }
}
