//! The emission gate on a chain (spec 90 §16).

use subtensor_fixed::{I96F32, U64F64};
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use crate::{emission::subnet::BlockSubnet, mock::*, pallet::*};

/// Subnets with these moving prices, in hundredths, and pools that take what they get.
fn subnets(prices: &[u64]) -> Vec<NetUid> {
    let subnets: Vec<NetUid> = (0..prices.len() as u64)
        .map(|number| start_subnet(1, 11 + number))
        .collect();
    for (netuid, price) in subnets.iter().zip(prices) {
        let price = I96F32::from_bits(i128::from(*price) * (1 << 32) / 100);
        SubnetMovingPrice::<Test>::insert(netuid, price);
        SubnetTAO::<Test>::insert(netuid, TaoBalance::new(1_000 * TAO));
        SubnetAlphaIn::<Test>::insert(netuid, AlphaBalance::new(1_000 * TAO));
    }
    subnets
}

/// What a block gives to the subnets, in thousandths of its emission.
fn shares_in(subnets: &[NetUid], now: u64) -> Vec<u64> {
    let mut started: Vec<BlockSubnet> = subnets
        .iter()
        .filter_map(|netuid| BlockSubnet::read::<Test>(*netuid))
        .collect();
    Coinbase::<Test>::emit(&mut started, TaoBalance::new(TAO), now);
    let of = |netuid| {
        let injected = SubnetTaoInEmission::<Test>::get(netuid).to_u64();
        let spent = injected + SubnetExcessTao::<Test>::get(netuid).to_u64();
        (spent + TAO / 2_000) * 1_000 / TAO
    };
    subnets.iter().map(of).collect()
}

fn bar() -> u64 {
    let bar = EmissionGateBar::<Test>::get();
    bar.saturating_mul(U64F64::from_num(1_000)).to_u64()
}

#[test]
fn two_subnets_at_one_and_two_share_22_to_78() {
    new_test_ext().execute_with(|| {
        let subnets = subnets(&[20, 40]);
        assert_eq!(bar(), 0);
        assert_eq!(shares_in(&subnets, 1), [220, 780]);
        // Of fewer than 32 subnets the last is the bar.
        assert_eq!(bar(), 333);
    });
}

#[test]
fn the_bar_stays_for_360_blocks() {
    new_test_ext().execute_with(|| {
        let subnets = subnets(&[20, 40]);
        shares_in(&subnets, 361);
        SubnetMovingPrice::<Test>::insert(subnets[0], I96F32::from_bits(1 << 28));
        // What falls below it loses more than its price.
        assert_eq!(shares_in(&subnets, 719), [10, 990]);
        assert_eq!(bar(), 333);
        shares_in(&subnets, 720);
        assert_eq!(bar(), 135);
    });
}

#[test]
fn the_next_block_looks_for_a_bar_that_was_changed() {
    new_test_ext().execute_with(|| {
        let subnets = subnets(&[62, 32, 6]);
        for (rank, quantile, expected) in [(1, 99, 620), (2, 1, 320), (0, 61, 620), (0, 95, 59)] {
            Coinbase::<Test>::set_bar_quantile(U64F64::from_ratio(quantile, 100));
            Coinbase::<Test>::set_bar_rank(rank);
            assert_eq!(bar(), 0);
            shares_in(&subnets, 1);
            assert!(bar().abs_diff(expected) <= 1, "{} {expected}", bar());
        }
        // The exponent leaves it alone.
        let before = bar();
        EmissionGateExponent::<Test>::put(U64F64::ONE);
        shares_in(&subnets, 2);
        assert_eq!(bar(), before);
    });
}

#[test]
fn without_shares_there_is_no_bar_and_an_old_one_stays() {
    new_test_ext().execute_with(|| {
        let subnets = subnets(&[0, 0]);
        assert_eq!(shares_in(&subnets, 1), [0, 0]);
        assert_eq!(shares_in(&[], 2), Vec::<u64>::new());
        assert!(!EmissionGateBar::<Test>::exists());
        EmissionGateBar::<Test>::put(U64F64::from_ratio(1, 4));
        assert_eq!(shares_in(&subnets, 360), [0, 0]);
        assert_eq!(bar(), 250);
    });
}

#[test]
fn what_is_burned_lowers_a_share_before_the_gate() {
    new_test_ext().execute_with(|| {
        let subnets = subnets(&[40, 40]);
        MinerBurned::<Test>::insert(subnets[0], subtensor_fixed::U96F32::from_ratio(1, 2));
        assert_eq!(shares_in(&subnets, 1), [220, 780]);
    });
}

#[test]
fn a_subnet_without_emission_counts_for_the_bar_and_gets_nothing() {
    new_test_ext().execute_with(|| {
        let subnets = subnets(&[20, 40, 40]);
        SubnetEmissionEnabled::<Test>::insert(subnets[1], false);
        // 1/5 is the bar, but for rounding: the others keep 1/2 and 8/9 of theirs.
        assert_eq!(shares_in(&subnets, 1), [220, 0, 780]);
        assert_eq!(bar(), 199);
    });
}
