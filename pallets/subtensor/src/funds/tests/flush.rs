//! What a fund takes in (spec 90 §5).

use super::*;
use crate::{WeightInfo, funds::hook::MAX_CREDITS, weight_info::MeasuredWeights};
use frame_support::traits::Get;

fn flush() {
    Funds::<Test>::flush(&account(HOTKEY));
}

#[test]
fn the_first_credit_follows_the_vector() {
    test(|netuid| {
        stake_as_in_vectors();
        credit(HOTKEY, netuid, 4 * TAO);
        assert_eq!(queued(netuid), 4 * TAO);
        System::reset_events();
        flush();
        assert_eq!((queued(netuid), held(netuid)), (0, 4 * TAO));
        assert_eq!(shares(), 1_996_007_984);
        assert_eq!(nav(), 1_996_007_984);
        let rate = BasketRate::<Test>::get(account(HOTKEY));
        assert_eq!(rate.to_bits(), 85_727_890);
        let twr = BasketTwr::<Test>::get(account(HOTKEY));
        let scaled = twr
            .saturating_mul(U64F64::from_num(100_000_000_000))
            .to_u64();
        assert!(scaled.abs_diff(101_996_007_984) <= 1, "{scaled}");
        assert_eq!((owed(SMALL), owed(LARGE)), (499_001_995, 1_497_005_985));
        let deposited = BasketDepositedTao::<Test>::get(account(HOTKEY));
        assert_eq!(deposited, tao(1_996_007_984));
        assert_eq!(
            events(),
            [
                Event::BasketDeposited {
                    hotkey: account(HOTKEY),
                    tao: deposited,
                    shares: 1_996_007_984,
                },
                Event::BetaBaselineStamped {
                    hotkey: account(HOTKEY)
                },
            ]
        );
    });
}

#[test]
fn the_second_credit_follows_the_vector() {
    test_fund(|netuid| {
        assert_eq!(held(netuid), 8 * TAO);
        assert_eq!((shares(), nav()), (3_984_063_745, 3_984_063_745));
        let rate = BasketRate::<Test>::get(account(HOTKEY));
        assert_eq!(rate.to_bits(), 171_114_234);
        assert_eq!((owed(SMALL), owed(LARGE)), (996_015_931, 2_988_047_793));
    });
}

#[test]
fn a_price_that_is_lifted_for_a_moment_mints_no_more() {
    test(|netuid| {
        stake_as_in_vectors();
        hold(ROOT, 100 * TAO);
        BasketShares::<Test>::insert(account(HOTKEY), 100 * TAO);
        credit(HOTKEY, netuid, 4 * TAO);
        let fast = SubnetFastMovingPrice::<Test>::get(netuid).unwrap();
        set_pool(netuid, 2_000 * TAO, 1_000 * TAO);
        SubnetFastMovingPrice::<Test>::insert(netuid, fast);
        flush();
        // At half a TAO for an alpha 4 alpha are worth 2, of which half is the fund's own.
        assert_eq!(shares(), 101 * TAO);
    });
}

#[test]
fn what_the_funds_own_stake_earns_belongs_to_all_shares() {
    test(|netuid| {
        join(SMALL, 80 * TAO);
        hold(ROOT, 20 * TAO);
        BasketShares::<Test>::insert(account(HOTKEY), 20 * TAO);
        System::reset_events();
        // Worth 10^9.
        credit(HOTKEY, netuid, 2_002_002_003);
        flush();
        let minted = shares() - 20 * TAO;
        assert_eq!(minted, 800_000_000);
        assert!(events().contains(&Event::BasketDeposited {
            hotkey: account(HOTKEY),
            tao: tao(1_000_000_000),
            shares: minted,
        }));
    });
}

#[test]
fn without_stakers_nothing_is_minted() {
    test(|netuid| {
        hold(ROOT, 20 * TAO);
        BasketShares::<Test>::insert(account(HOTKEY), 20 * TAO);
        credit(HOTKEY, netuid, 4 * TAO);
        flush();
        assert_eq!(shares(), 20 * TAO);
        assert_eq!(held(netuid), 4 * TAO);
        assert!(BasketRate::<Test>::get(account(HOTKEY)).is_zero());
        // Nobody at all.
        BasketShares::<Test>::remove(account(HOTKEY));
        BetaBaseline::<Test>::remove(account(HOTKEY));
        let out = SubnetAlphaOut::<Test>::get(netuid).to_u64();
        credit(HOTKEY, netuid, 4 * TAO);
        flush();
        assert_eq!(queued(netuid), 0);
        assert_eq!(held(netuid), 4 * TAO);
        assert_eq!(SubnetAlphaOut::<Test>::get(netuid), rao(out));
    });
}

#[test]
fn small_credits_wait() {
    test(|netuid| {
        stake_as_in_vectors();
        credit(HOTKEY, netuid, 999_999);
        flush();
        assert_eq!((queued(netuid), shares()), (999_999, 0));
        credit(HOTKEY, netuid, 1);
        flush();
        assert_eq!(queued(netuid), 0);
        assert!(shares() > 0);
    });
}

#[test]
fn a_batch_that_is_worth_no_share_waits() {
    test(|netuid| {
        set_threshold(0);
        join(SMALL, 900_000 * TAO);
        // 2^32 shares are not enough for the last bit of the rate.
        credit(HOTKEY, netuid, 200_000);
        flush();
        assert_eq!((queued(netuid), held(netuid), shares()), (200_000, 0, 0));
        assert!(
            events()
                .iter()
                .all(|event| !matches!(event, Event::BasketDeposited { .. }))
        );
    });
}

#[test]
fn who_has_no_seat_on_root_gets_no_credit() {
    test(|netuid| {
        let out = SubnetAlphaOut::<Test>::get(netuid);
        credit(12, netuid, 4 * TAO);
        assert_eq!(PendingBasketDeposits::<Test>::iter().count(), 0);
        assert_eq!(SubnetAlphaOut::<Test>::get(netuid), out);
        credit(HOTKEY, NetUid::new(77), 0);
        assert_eq!(PendingBasketDeposits::<Test>::iter().count(), 0);
    });
}

#[test]
fn what_a_pool_gives_nothing_for_is_recycled() {
    test(|netuid| {
        let empty = more_subnet(1, 1_000 * TAO, 2_000 * TAO);
        stake_as_in_vectors();
        credit(HOTKEY, netuid, 4 * TAO);
        credit(HOTKEY, empty, 4 * TAO);
        // The price stands, but nothing can be taken out.
        set_pool(empty, 900_000, 1_800_000);
        let out = SubnetAlphaOut::<Test>::get(empty);
        flush();
        assert_eq!((queued(empty), held(empty)), (0, 0));
        assert_eq!(
            SubnetAlphaOut::<Test>::get(empty),
            out.saturating_sub(rao(4 * TAO))
        );
        assert_eq!(shares(), 1_996_007_984);
    });
}

#[test]
fn dividends_on_what_a_fund_holds_raise_its_worth_and_mint_nothing() {
    test_fund(|netuid| {
        let before = (shares(), nav());
        Ledger::<Test>::mint_alpha_out(netuid, rao(TAO));
        Shares::<Test>::increase_stake_for_hotkey(&account(HOTKEY), netuid, rao(TAO));
        assert_eq!(shares(), before.0);
        assert!(nav() > before.1);
    });
}

#[test]
fn a_block_flushes_one_queue() {
    test(|netuid| {
        stake_as_in_vectors();
        for hotkey in [12, 13] {
            assert_ok!(SubtensorModule::try_associate_hotkey(
                signed(hotkey - 10),
                account(hotkey)
            ));
            Neurons::<Test>::append_neuron(ROOT, &account(hotkey), 1);
            assert_ok!(SubtensorModule::add_stake(
                signed(4),
                account(hotkey),
                ROOT,
                tao(TAO)
            ));
        }
        let all = [HOTKEY, 12, 13];
        for hotkey in all {
            credit(hotkey, netuid, TAO);
        }
        let waiting = || {
            all.into_iter()
                .filter(|hotkey| {
                    PendingBasketDeposits::<Test>::contains_key(account(*hotkey), netuid)
                })
                .count()
        };
        for left in [2, 1, 0] {
            Funds::<Test>::flush_next();
            assert_eq!(waiting(), left);
        }
        // Past the end it begins anew, and small credits keep nobody else waiting.
        for hotkey in all {
            credit(hotkey, netuid, 1_000);
        }
        credit(12, netuid, TAO);
        for _ in 0..3 {
            Funds::<Test>::flush_next();
        }
        assert_eq!(waiting(), 2);
    });
}

#[test]
fn a_block_takes_in_so_many_credits() {
    test(|_| {
        stake_as_in_vectors();
        SubnetLimit::<Test>::put(MAX_CREDITS as u16 + 4);
        for number in 0..u64::from(MAX_CREDITS) + 1 {
            let netuid = more_subnet(number, 1_000 * TAO, 2_000 * TAO);
            credit(HOTKEY, netuid, TAO);
        }
        let queue = || Funds::<Test>::count_queued(&account(HOTKEY));
        assert_eq!(queue(), MAX_CREDITS + 1);
        Funds::<Test>::flush_next();
        assert_eq!(queue(), 1);
        assert!(PendingBasketFlushCursor::<Test>::get().is_none());
        Funds::<Test>::flush_next();
        assert_eq!(queue(), 0);
        assert!(PendingBasketFlushCursor::<Test>::get().is_some());
    });
}

#[test]
fn the_flush_of_a_block_takes_a_small_part_of_it() {
    new_test_ext().execute_with(|| {
        let subnets = crate::weight_info::MAX_SUBNETS;
        let weight = MeasuredWeights::<Test>::find_queue(subnets)
            + MeasuredWeights::<Test>::flush_fund(MAX_CREDITS, subnets);
        let block = <<Test as frame_system::Config>::BlockWeights as Get<
            frame_system::limits::BlockWeights,
        >>::get()
        .max_block;
        assert!(
            weight.ref_time() < block.ref_time() / 8,
            "{weight:?} of {block:?}"
        );
    });
}
