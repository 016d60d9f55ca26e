//! What clients read of funds (spec 90 §11), of the fund of the vectors.

use super::*;
use crate::Views;

type ClientViews = Views<Test>;

/// The fund holds 8 alpha worth this much, and as many shares.
const NAV: u64 = 3_984_063_745;
const SPOT_NAV: u64 = 4_000_000_000;
const SMALL_OWED: u64 = 996_015_931;
const LARGE_OWED: u64 = 2_988_047_793;

/// A part of a fund's worth.
fn part(owed: u64, of: u64) -> TaoBalance {
    tao((u128::from(owed) * u128::from(of) / u128::from(NAV)) as u64)
}

#[test]
fn a_fund_shows_what_it_holds_and_what_it_is_worth() {
    test_fund(|netuid| {
        let hotkey = account(HOTKEY);
        assert_eq!(
            ClientViews::get_validator_basket(hotkey.clone()),
            [(netuid, rao(8 * TAO), tao(NAV))]
        );
        let summary = ClientViews::get_validator_basket_summary(hotkey.clone());
        assert_eq!(summary.hotkey, hotkey);
        assert_eq!(summary.nav_tao, tao(NAV));
        assert_eq!(summary.spot_nav_tao, tao(SPOT_NAV));
        assert_eq!(summary.shares, NAV);
        assert_eq!(summary.deposited_tao, tao(NAV));
        assert_eq!(summary.redeemed_tao, tao(0));
        let holding = &summary.holdings[0];
        assert_eq!(
            (
                holding.netuid,
                holding.alpha,
                holding.spot_tao,
                holding.realizable_tao
            ),
            (u16::from(netuid), rao(8 * TAO), tao(SPOT_NAV), tao(NAV))
        );
        assert_eq!(ClientViews::get_all_validator_baskets(), [summary]);
        assert_eq!(ClientViews::get_validator_basket_nav(hotkey), tao(NAV));
        assert_eq!(ClientViews::get_root_basket_total_nav(), tao(NAV));
    });
}

#[test]
fn stakers_see_their_part_of_it() {
    test_fund(|_| {
        let hotkey = account(HOTKEY);
        for (coldkey, owed) in [(SMALL, SMALL_OWED), (LARGE, LARGE_OWED)] {
            let coldkey = account(coldkey);
            let (value, spot) = (part(owed, NAV), part(owed, SPOT_NAV));
            assert_eq!(ClientViews::get_root_basket_owed(coldkey.clone()), value);
            assert_eq!(
                ClientViews::get_basket_payout(hotkey.clone(), coldkey.clone()),
                value
            );
            assert_eq!(
                ClientViews::get_root_basket_positions(coldkey.clone()),
                [(hotkey.clone(), owed, value)]
            );
            let position =
                ClientViews::get_basket_position(hotkey.clone(), coldkey.clone()).unwrap();
            assert_eq!(
                (position.beta, position.beta_total, position.nav_tao),
                (owed, NAV, tao(NAV))
            );
            assert_eq!((position.value_tao, position.spot_value_tao), (value, spot));
            assert_eq!(
                ClientViews::get_root_basket_portfolio(coldkey.clone()),
                [position]
            );
            let shown = ClientViews::get_beta_position(hotkey.clone(), coldkey.clone()).unwrap();
            assert_eq!((shown.beta, shown.value_tao), (owed, value));
            let worth = shown.display_beta.saturating_mul(shown.display_price);
            assert!(worth.to_u64().abs_diff(spot.to_u64()) <= 1, "{worth:?}");
            assert_eq!(ClientViews::get_beta_portfolio(coldkey), [shown]);
        }
    });
}

#[test]
fn prices_come_by_pages() {
    test_fund(|_| {
        let hotkey = account(HOTKEY);
        let price = ClientViews::get_beta_pricing(hotkey.clone()).unwrap();
        assert_eq!((price.shares, price.spot_nav_tao), (NAV, tao(SPOT_NAV)));
        assert_eq!(price.first_block, System::block_number());
        assert!(!price.provisional);
        assert_eq!(price.staker_twr, BasketTwr::<Test>::get(&hotkey));
        assert_eq!(price.spot_price, U64F64::from_ratio(SPOT_NAV, NAV));
        assert_eq!(ClientViews::get_beta_index(), (U64F64::ONE, U64F64::ONE));
        assert_eq!(
            (price.bag_index, price.stake_index),
            (U64F64::ONE, U64F64::ONE)
        );

        let full = ClientViews::get_all_beta_pricing(None, 1);
        assert_eq!(full.next, Some(hotkey.clone()));
        assert_eq!(full.pricing, [price]);
        for limit in [0, 1, u32::MAX] {
            let rest = ClientViews::get_all_beta_pricing(Some(hotkey.clone()), limit);
            assert_eq!((rest.pricing, rest.next), (vec![], None));
        }
        assert_eq!(ClientViews::get_all_beta_pricing(None, 0).next, None);
    });
}

#[test]
fn a_preview_foretells_the_claim() {
    test_fund(|netuid| {
        let (hotkey, coldkey) = (account(HOTKEY), account(SMALL));
        // The claim takes in what waits first.
        credit(HOTKEY, netuid, 4 * TAO);
        let preview =
            ClientViews::get_basket_claim_preview(hotkey.clone(), coldkey.clone()).unwrap();
        assert_eq!((preview.flushed_credits, preview.rows), (1, 1));
        assert_eq!(
            (preview.rows_to_sell, preview.dust_rows, preview.swept),
            (1, 0, 0)
        );
        assert!(preview.owed_shares > SMALL_OWED);
        assert_eq!(
            ClientViews::get_root_basket_claim_previews(coldkey.clone()),
            std::slice::from_ref(&preview)
        );
        assert_eq!(queued(netuid), 4 * TAO, "a preview changes nothing");
        let before = root_stake(SMALL);
        claim(SMALL);
        assert_eq!(root_stake(SMALL) - before, preview.redeemable_tao.to_u64());
        assert_eq!(ClientViews::get_basket_claim_preview(hotkey, coldkey), None);
    });
}

#[test]
fn trading_shows_its_budget() {
    test_fund(|netuid| {
        SubnetMovingPrice::<Test>::insert(netuid, I96F32::from_bits(1 << 31));
        let hotkey = account(HOTKEY);
        let status = ClientViews::get_basket_trading_status(hotkey.clone());
        assert_eq!(
            (status.enabled, status.frozen, status.refill_blocks),
            (false, false, 7_200)
        );
        let budget = u128::from(NAV) * 6_553 / 65_535;
        assert_eq!(status.budget_tao, tao(budget as u64));
        assert_eq!(status.tao_available, status.budget_tao);
        BasketTradingEnabled::<Test>::put(true);
        Funds::<Test>::set_trading_frozen(&hotkey, true);
        let status = ClientViews::get_basket_trading_status(hotkey);
        assert_eq!((status.enabled, status.frozen), (true, true));
    });
}

#[test]
fn without_a_fund_there_is_nothing() {
    test(|_| {
        let (hotkey, coldkey) = (account(HOTKEY), account(SMALL));
        join(SMALL, TAO);
        let summary = ClientViews::get_validator_basket_summary(hotkey.clone());
        assert_eq!((summary.hotkey, summary.shares), (hotkey.clone(), 0));
        assert!(summary.holdings.is_empty());
        assert_eq!(ClientViews::get_root_basket_owed(coldkey.clone()), tao(0));
        assert_eq!(ClientViews::get_root_basket_total_nav(), tao(0));
        assert_eq!(ClientViews::get_all_validator_baskets(), []);
        assert_eq!(ClientViews::get_validator_basket(hotkey.clone()), []);
        assert_eq!(ClientViews::get_root_basket_positions(coldkey.clone()), []);
        assert_eq!(ClientViews::get_beta_pricing(hotkey.clone()), None);
        assert_eq!(
            ClientViews::get_basket_position(hotkey.clone(), coldkey.clone()),
            None
        );
        assert_eq!(
            ClientViews::get_beta_position(hotkey.clone(), coldkey.clone()),
            None
        );
        assert_eq!(ClientViews::get_basket_claim_preview(hotkey, coldkey), None);
    });
}
