//! Moves between subnets under a ratio limit (spec 50 §6.5).

use frame_support::assert_noop;
use subtensor_primitives::{MoveOutcome, RatioLimit, SwapFee, SwapInterface};

use super::*;

fn quote(origin: NetUid, destination: NetUid, amount: u64, ratio: u64) -> MoveOutcome {
    let both = [RatioLimit::Price(ratio), RatioLimit::Received(ratio)]
        .map(|limit| Swap::quote_move(origin, destination, alpha(amount), limit).unwrap());
    // The kind of limit matters between two pools only.
    assert_eq!(both[0], both[1]);
    both[0]
}

fn spent(outcome: &MoveOutcome) -> u64 {
    outcome
        .sold
        .paid_in
        .saturating_add(outcome.sold.fee)
        .to_u64()
}

#[test]
fn alpha_of_one_tao_moves_one_to_one_up_to_a_ratio_of_one() {
    test(|| {
        for ratio in [0, E9] {
            let all = quote(NetUid::ROOT, STABLE, 77, ratio);
            assert_eq!((spent(&all), all.bought.paid_out), (77, alpha(77)));
        }
        assert_eq!(
            quote(STABLE, NetUid::ROOT, 77, E9 + 1),
            MoveOutcome::default()
        );
    });
}

#[test]
fn leaving_root_pays_the_fee_of_the_destination() {
    test(|| {
        // The vector: reserves of 50 TAO and 100 alpha.
        set_reserves(POOL, 50 * E9, 100 * E9);
        let most = 50_000 * E9;
        let cut = quote(NetUid::ROOT, POOL, most, 500_000_000);
        assert_eq!(spent(&cut), 50_025_190_070);
        assert_eq!(
            cut.sold.paid_out,
            cut.bought.paid_in.saturating_add(cut.bought.fee)
        );
        // Another subnet without a pool has paid its fee, which is none.
        assert_eq!(quote(STABLE, POOL, most, 500_000_000).bought.fee, tao(0));
        assert_eq!(spent(&quote(NetUid::ROOT, POOL, most, 0)), most);
        assert_noop!(
            Swap::quote_move(NetUid::ROOT, POOL, alpha(most), RatioLimit::Price(2 * E9)),
            Error::<Test>::PriceLimitExceeded
        );
    });
}

#[test]
fn going_to_root_is_a_sale_at_the_ratio() {
    test(|| {
        set_reserves(POOL, 200 * E9, 100 * E9);
        let cut = quote(POOL, NetUid::ROOT, 100_000 * E9, 500_000_000);
        assert_eq!(spent(&cut), 100_050_380_141);
        assert_eq!(cut.bought.paid_out.to_u64(), cut.sold.paid_out.to_u64());
        assert_eq!(cut.bought.fee, tao(0));
        assert_noop!(
            Swap::quote_move(POOL, NetUid::ROOT, alpha(E9), RatioLimit::Price(2 * E9)),
            Error::<Test>::PriceLimitExceeded
        );
    });
}

#[test]
fn between_pools_the_origin_pays_the_fee_and_the_ratio_holds() {
    test(|| {
        set_reserves(POOL, 150 * E9, 100 * E9);
        set_reserves(OTHER_POOL, 100 * E9, 100 * E9);
        let moved = |limit| Swap::quote_move(POOL, OTHER_POOL, alpha(100 * E9), limit).unwrap();
        let by_price = moved(RatioLimit::Price(E9));
        assert!(!by_price.sold.fee.is_zero() && by_price.bought.fee.is_zero());
        assert_eq!(by_price.bought.paid_in, by_price.sold.paid_out);
        // Both orders are what the pools quote.
        let sold = Swap::sell(
            POOL,
            alpha(spent(&by_price)),
            Swap::min_price(),
            SwapFee::Charged,
        );
        assert_eq!(sold, Ok(by_price.sold));
        let bought = Swap::buy(
            OTHER_POOL,
            by_price.sold.paid_out,
            Swap::max_price(),
            SwapFee::Waived,
        );
        assert_eq!(bought, Ok(by_price.bought));
        // By what is received more is allowed: 20 alpha but for the fee.
        let by_amount = moved(RatioLimit::Received(E9));
        assert!(by_amount.bought.paid_out.to_u64() >= spent(&by_amount));
        assert!((19 * E9..20 * E9).contains(&spent(&by_amount)));
        assert!((8 * E9..9 * E9).contains(&spent(&by_price)));
        // A ratio above that of the prices allows nothing.
        let nothing = moved(RatioLimit::Price(1_500_000_001));
        assert_eq!(nothing, MoveOutcome::default());
        assert_eq!(spent(&moved(RatioLimit::Price(0))), 100 * E9);
    });
}

#[test]
fn moves_are_refused_with_the_errors_of_the_pools() {
    test(|| {
        let refused =
            |amount| Swap::quote_move(POOL, OTHER_POOL, alpha(amount), RatioLimit::Price(0));
        assert_noop!(refused(5_000 * E12), Error::<Test>::SwapInputTooLarge);
        assert_noop!(refused(1), Error::<Test>::ReservesTooLow);
        set_reserves(OTHER_POOL, E12, 999_999);
        assert_noop!(refused(E9), Error::<Test>::ReservesTooLow);
    });
}
