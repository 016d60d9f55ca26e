//! Quotes, limits, fees and the weights of pools (spec 50 §5.2, §5.3, §5.5).

use frame_support::{assert_noop, assert_ok, assert_storage_noop};
use subtensor_fixed::U64F64;
use subtensor_primitives::{SwapFee, SwapInterface};

use super::*;

#[test]
fn a_quote_takes_the_fee_of_its_pool_unless_it_is_dropped() {
    test(|| {
        let paid = Swap::buy(POOL, tao(E9), Swap::max_price(), SwapFee::Charged).unwrap();
        assert_eq!(paid.fee, tao(503_547));
        assert_eq!(paid.paid_in.saturating_add(paid.fee), tao(E9));
        let free = Swap::buy(POOL, tao(E9), Swap::max_price(), SwapFee::Waived).unwrap();
        assert_eq!((free.paid_in, free.fee), (tao(E9), tao(0)));
        let sold = Swap::sell(POOL, alpha(E9), Swap::min_price(), SwapFee::Charged).unwrap();
        assert_eq!(sold.fee, alpha(503_547));
        FeeRate::<Test>::insert(POOL, 0);
        let sold = Swap::sell(POOL, alpha(E9), Swap::min_price(), SwapFee::Charged).unwrap();
        assert_eq!((sold.paid_in, sold.fee), (alpha(E9), alpha(0)));
        assert_eq!(Swap::fee(OTHER_POOL, 2_000_000), 1_007);
    });
}

#[test]
fn quotes_write_nothing() {
    test(|| {
        assert_storage_noop!({
            let _ = Swap::buy(POOL, tao(E9), Swap::max_price(), SwapFee::Charged);
            let _ = Swap::sell(POOL, alpha(E9), Swap::min_price(), SwapFee::Charged);
            let _ = Swap::sim_swap_tao_for_alpha(POOL, tao(E9));
        });
    });
}

#[test]
fn each_refusal_of_a_pool_has_its_error() {
    test(|| {
        let buy = |amount, limit| Swap::buy(POOL, tao(amount), limit, SwapFee::Waived);
        let sell = |amount, limit| Swap::sell(POOL, alpha(amount), limit, SwapFee::Waived);
        let (max, min) = (Swap::max_price(), Swap::min_price());
        assert_noop!(buy(1_000 * E12 + 1, max), Error::<Test>::SwapInputTooLarge);
        assert_noop!(sell(4_000 * E12 + 1, min), Error::<Test>::SwapInputTooLarge);
        // The price is exactly a quarter, and limits are strict.
        let price = tao(250_000_000);
        assert_noop!(buy(E9, price), Error::<Test>::PriceLimitExceeded);
        assert_noop!(sell(E9, price), Error::<Test>::PriceLimitExceeded);
        // A rao of alpha buys no rao of TAO.
        assert_noop!(sell(1, min), Error::<Test>::ReservesTooLow);
        set_reserves(POOL, E12, 999_999);
        assert_noop!(buy(E9, max), Error::<Test>::ReservesTooLow);
        set_reserves(POOL, 1_000_000, 20_000 * E12);
        SwapBalancer::<Test>::insert(POOL, Balancer::from_parts(900_000_000_000_000_000));
        PalSwapInitialized::<Test>::insert(POOL, true);
        assert_noop!(
            buy(E9, TaoBalance::MAX),
            Error::<Test>::InsufficientLiquidity
        );
        SwapBalancer::<Test>::insert(POOL, Balancer::from_parts(0));
        assert_noop!(buy(E9, max), Error::<Test>::ReservesOutOfBalance);
        SwapBalancer::<Test>::remove(POOL);
    });
}

#[test]
fn orders_without_a_limit_end_at_a_million_and_at_a_millionth() {
    test(|| {
        let (max, min) = (Swap::max_price(), Swap::min_price());
        assert_eq!((max, min), (tao(1_000 * E12), tao(1_000)));
        // At the bounds nothing trades in their direction.
        set_reserves(POOL, 1_000_000 * E9, E9);
        assert_noop!(
            Swap::buy(POOL, tao(E9), max, SwapFee::Charged),
            Error::<Test>::PriceLimitExceeded
        );
        assert_ok!(Swap::sell(POOL, alpha(E9), min, SwapFee::Charged));
        set_reserves(POOL, E9, 1_000_000 * E9);
        assert_noop!(
            Swap::sell(POOL, alpha(E9), min, SwapFee::Charged),
            Error::<Test>::PriceLimitExceeded
        );
        assert_ok!(Swap::buy(POOL, tao(E9), max, SwapFee::Charged));
        // On the way there an order stops.
        set_reserves(POOL, 250_000 * E9, E9);
        let stopped = Swap::buy(POOL, tao(10_000_000 * E9), max, SwapFee::Waived).unwrap();
        assert_eq!(stopped.paid_in, tao(250_000 * E9));
    });
}

#[test]
fn limits_hold_where_alpha_is_worth_one_tao() {
    test(|| {
        for netuid in [NetUid::ROOT, STABLE] {
            let (below, at, above) = (tao(E9 - 1), tao(E9), tao(E9 + 1));
            for limit in [at, above, Swap::max_price()] {
                let bought = Swap::buy(netuid, tao(5), limit, SwapFee::Charged).unwrap();
                assert_eq!(
                    (bought.paid_in, bought.paid_out, bought.fee),
                    (tao(5), alpha(5), tao(0))
                );
            }
            for limit in [below, at, Swap::min_price()] {
                let sold = Swap::sell(netuid, alpha(5), limit, SwapFee::Charged).unwrap();
                assert_eq!(
                    (sold.paid_in, sold.paid_out, sold.fee),
                    (alpha(5), tao(5), alpha(0))
                );
            }
            let exceeded = Error::<Test>::PriceLimitExceeded;
            assert_noop!(Swap::buy(netuid, tao(5), below, SwapFee::Charged), exceeded);
            let exceeded = Error::<Test>::PriceLimitExceeded;
            assert_noop!(
                Swap::sell(netuid, alpha(5), above, SwapFee::Charged),
                exceeded
            );
        }
    });
}

#[test]
fn a_pool_is_initialised_once() {
    test(|| {
        assert_ok!(Swap::init(POOL, None));
        assert!(PalSwapInitialized::<Test>::get(POOL));
        assert!(SwapBalancer::<Test>::contains_key(POOL));
        assert_storage_noop!(assert_ok!(Swap::init(POOL, Some(U64F64::ONE))));
        assert_eq!(Swap::current_alpha_price(POOL), 250_000_000);
    });
}

#[test]
fn a_pool_can_open_at_a_price_within_the_bounds_of_its_weights() {
    test(|| {
        let third = U64F64::from_ratio(1, 3);
        assert_ok!(Swap::init(POOL, Some(third)));
        let price = Swap::current_alpha_price(POOL);
        assert!((333_333_332..=333_333_334).contains(&price), "{price}");
        assert_noop!(
            Swap::init(OTHER_POOL, Some(U64F64::from_num(1_000))),
            Error::<Test>::ReservesOutOfBalance
        );
        set_reserves(OTHER_POOL, 0, 0);
        assert_noop!(
            Swap::init(OTHER_POOL, Some(third)),
            Error::<Test>::ReservesOutOfBalance
        );
        assert_ok!(Swap::init(OTHER_POOL, None));
    });
}

#[test]
fn weights_move_so_that_the_price_does_not() {
    test(|| {
        assert_ok!(Swap::init(POOL, None));
        let added = Swap::adjust_liquidity(POOL, tao(E9), alpha(0));
        assert_eq!(added, (tao(E9), alpha(0)));
        assert_eq!(
            SwapBalancer::<Test>::get(POOL).quote_parts(),
            500_249_875_062_468_765
        );
        set_reserves(POOL, E12 + E9, 4 * E12);
        assert_eq!(Swap::current_alpha_price(POOL), 250_000_000);
        // Adding nothing does not even round.
        let weight = SwapBalancer::<Test>::get(POOL);
        assert_storage_noop!(assert_eq!(
            Swap::adjust_liquidity(POOL, tao(0), alpha(0)),
            Default::default()
        ));
        // What would push a weight out of its bounds is not added.
        assert_eq!(
            Swap::adjust_liquidity(POOL, tao(u64::MAX / 2), alpha(0)),
            Default::default()
        );
        assert_eq!(SwapBalancer::<Test>::get(POOL), weight);
    });
}

#[test]
fn clearing_a_pool_forgets_everything_and_can_be_repeated() {
    test(|| {
        assert_ok!(Swap::init(POOL, None));
        FeeRate::<Test>::insert(POOL, 7);
        for _ in 0..2 {
            Swap::clear(POOL);
            assert!(!PalSwapInitialized::<Test>::contains_key(POOL));
            assert!(!SwapBalancer::<Test>::contains_key(POOL));
            assert_eq!(FeeRate::<Test>::get(POOL), 33);
        }
    });
}
