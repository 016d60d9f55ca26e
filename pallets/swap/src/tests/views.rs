//! Prices and simulated swaps (spec 50 §5.7).

use codec::Encode;
use subtensor_primitives::{SwapFee, SwapInterface};

use super::*;

#[test]
fn prices_follow_the_reserves_and_the_weights() {
    test(|| {
        assert_eq!(Swap::current_alpha_price(POOL), 250_000_000);
        assert_eq!(Swap::current_alpha_price(STABLE), E9);
        assert_eq!(Swap::current_alpha_price(NetUid::ROOT), E9);
        set_reserves(OTHER_POOL, E9, 4 * E9);
        SwapBalancer::<Test>::insert(OTHER_POOL, Balancer::from_parts(300_000_000_000_000_000));
        PalSwapInitialized::<Test>::insert(OTHER_POOL, true);
        let prices = [
            (NetUid::ROOT, E9),
            (POOL, 250_000_000),
            (STABLE, E9),
            (OTHER_POOL, 583_333_333),
        ];
        let want: Vec<_> = prices
            .map(|(netuid, price)| SubnetPrice { netuid, price })
            .into();
        assert_eq!(Swap::current_alpha_price_all(), want);
        set_reserves(POOL, E9, 0);
        assert_eq!(Swap::current_alpha_price(POOL), 0);
        assert_eq!(Swap::alpha_for_tao(POOL, tao(7)), alpha(0));
        assert_eq!(Swap::alpha_for_tao(STABLE, tao(7)), alpha(7));
    });
}

#[test]
fn a_simulated_purchase_is_the_quote() {
    test(|| {
        let swap = Swap::buy(POOL, tao(E9), Swap::max_price(), SwapFee::Charged).unwrap();
        let want = SimSwapResult {
            tao_amount: swap.paid_in,
            alpha_amount: swap.paid_out,
            tao_fee: swap.fee,
            alpha_slippage: alpha(4 * E9).saturating_sub(swap.paid_out),
            ..Default::default()
        };
        assert_eq!(Swap::sim_swap_tao_for_alpha(POOL, tao(E9)), want);
        let amounts = [
            999_496_453,
            swap.paid_out.to_u64(),
            503_547,
            0,
            0,
            4 * E9 - swap.paid_out.to_u64(),
        ];
        assert_eq!(want.encode(), amounts.encode());
    });
}

#[test]
fn a_simulated_sale_is_the_quote() {
    test(|| {
        let swap = Swap::sell(POOL, alpha(E9), Swap::min_price(), SwapFee::Charged).unwrap();
        let want = SimSwapResult {
            tao_amount: swap.paid_out,
            alpha_amount: swap.paid_in,
            alpha_fee: swap.fee,
            tao_slippage: tao(250_000_000).saturating_sub(swap.paid_out),
            ..Default::default()
        };
        assert_eq!(Swap::sim_swap_alpha_for_tao(POOL, alpha(E9)), want);
    });
}

#[test]
fn simulations_are_one_to_one_without_a_pool() {
    test(|| {
        for netuid in [NetUid::ROOT, STABLE] {
            let want = SimSwapResult {
                tao_amount: tao(7),
                alpha_amount: alpha(7),
                ..Default::default()
            };
            assert_eq!(Swap::sim_swap_tao_for_alpha(netuid, tao(7)), want);
            assert_eq!(Swap::sim_swap_alpha_for_tao(netuid, alpha(7)), want);
        }
    });
}

#[test]
fn all_is_lost_where_there_is_no_subnet() {
    test(|| {
        let buy = SimSwapResult {
            alpha_slippage: alpha(7),
            ..Default::default()
        };
        assert_eq!(Swap::sim_swap_tao_for_alpha(NOWHERE, tao(7)), buy);
        let sell = SimSwapResult {
            tao_slippage: tao(7),
            ..Default::default()
        };
        assert_eq!(Swap::sim_swap_alpha_for_tao(NOWHERE, alpha(7)), sell);
    });
}

#[test]
fn simulations_that_fail_are_all_zero() {
    test(|| {
        let nothing = SimSwapResult::default();
        assert_eq!(nothing.encode(), [0; 48]);
        // Too large, too small, a price at the bound, reserves too small.
        assert_eq!(
            Swap::sim_swap_tao_for_alpha(POOL, tao(1_001 * E12)),
            nothing
        );
        assert_eq!(Swap::sim_swap_alpha_for_tao(POOL, alpha(1)), nothing);
        set_reserves(POOL, E9, 1_000_000 * E9);
        assert_eq!(Swap::sim_swap_alpha_for_tao(POOL, alpha(E9)), nothing);
        set_reserves(POOL, 999_999, 999_999);
        assert_eq!(Swap::sim_swap_tao_for_alpha(POOL, tao(E9)), nothing);
    });
}
