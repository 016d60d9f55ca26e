//! Claims (spec 90 §8) and their fees (§12).

use super::*;
use crate::{
    Call, Error, WeightInfo,
    funds::{Claim, ClaimWork, weights},
    weight_info::MeasuredWeights,
};
use frame_support::{assert_noop, dispatch::GetDispatchInfo};
use sp_runtime::DispatchError;

fn preview(coldkey: u64) -> Option<Claim> {
    Funds::<Test>::preview_claim(&account(HOTKEY), &account(coldkey))
}

/// Lets one coldkey have shares of another.
fn give_shares(from: u64, to: u64, shares: u64) {
    Funds::<Test>::take_owed(&account(HOTKEY), &account(from), shares);
    Funds::<Test>::grant(&account(HOTKEY), &account(to), shares);
}

#[test]
fn a_claim_follows_the_vector() {
    test_fund(|netuid| {
        let foretold = preview(SMALL).unwrap();
        let root = SubnetTAO::<Test>::get(ROOT).to_u64();
        claim(SMALL);
        assert_eq!(root_stake(SMALL) - 25 * TAO, 996_015_931);
        assert_eq!(foretold.redeemable_tao, tao(996_015_931));
        assert_eq!(foretold.owed_shares, 996_015_931);
        assert_eq!((foretold.rows, foretold.rows_to_sell), (1, 1));
        assert_eq!(held(netuid), 8 * TAO - 1_999_999_989);
        assert_eq!(held(ROOT), 2_985_062);
        assert_eq!(SubnetTAO::<Test>::get(netuid), tao(999_000_999_007));
        assert_eq!(SubnetAlphaIn::<Test>::get(netuid), rao(2_001_999_999_989));
        assert_eq!(SubnetTAO::<Test>::get(ROOT), tao(root + 999_000_993));
        assert_eq!(SubnetRootSellTao::<Test>::get(netuid), tao(999_000_993));
        assert_eq!(shares(), 2_988_047_814);
        assert_eq!(nav(), 2_985_062_751 + 2_985_062);
        assert_eq!(owed(SMALL), 0);
        assert_eq!(
            BasketRedeemedTao::<Test>::get(account(HOTKEY)),
            tao(996_015_931)
        );
        let (hotkey, coldkey) = (account(HOTKEY), account(SMALL));
        let paid = tao(996_015_931);
        let last = events().split_off(events().len() - 2);
        assert_eq!(
            last,
            [
                Event::BasketClaimed {
                    hotkey,
                    coldkey: coldkey.clone(),
                    tao: paid
                },
                Event::RootClaimed { coldkey, tao: paid },
            ]
        );
    });
}

#[test]
fn a_second_claim_does_nothing() {
    test_fund(|_| {
        claim(SMALL);
        let before = (root_stake(SMALL), shares(), nav());
        System::reset_events();
        claim(SMALL);
        assert_eq!((root_stake(SMALL), shares(), nav()), before);
        assert!(events().is_empty());
        assert_eq!(preview(SMALL), None);
    });
}

#[test]
fn who_has_nothing_claims_nothing() {
    test_fund(|_| {
        assert_noop!(
            SubtensorModule::claim_root(RuntimeOrigin::none(), Default::default()),
            DispatchError::BadOrigin
        );
        assert_noop!(
            SubtensorModule::claim_root_with_hotkey(RuntimeOrigin::root(), account(HOTKEY)),
            DispatchError::BadOrigin
        );
        // Neither a fund nor a hotkey is needed.
        assert_ok!(SubtensorModule::claim_root_with_hotkey(
            signed(7),
            account(78)
        ));
        assert_ok!(SubtensorModule::claim_root(signed(7), Default::default()));
        claim(7);
        assert!(events().is_empty());
    });
}

#[test]
fn below_the_threshold_nothing_is_paid() {
    test_fund(|netuid| {
        give_shares(LARGE, 7, 499_999);
        let before = (shares(), nav(), held(netuid));
        claim(7);
        assert_eq!((shares(), nav(), held(netuid)), before);
        assert_eq!((owed(7), root_stake(7)), (499_999, 0));
        assert!(events().is_empty());
        assert_eq!(preview(7).unwrap().redeemable_tao, tao(0));
        set_threshold(499_000);
        claim(7);
        assert!(root_stake(7) >= 499_000);
    });
}

#[test]
fn the_last_one_gets_all() {
    test_fund(|netuid| {
        claim(SMALL);
        let rest = shares() - owed(LARGE);
        BasketClaimed::<Test>::mutate(account(HOTKEY), account(LARGE), |watermark| {
            *watermark -= i128::from(rest)
        });
        let worth = nav();
        claim(LARGE);
        assert_eq!(root_stake(LARGE) - 75 * TAO, worth);
        assert_eq!((held(netuid), held(ROOT), shares()), (0, 0, 0));
        assert!(!BetaBaseline::<Test>::contains_key(account(HOTKEY)));
        assert!(!BasketTwr::<Test>::contains_key(account(HOTKEY)));
        // The fund begins anew.
        System::reset_events();
        credit(HOTKEY, netuid, 4 * TAO);
        Funds::<Test>::flush(&account(HOTKEY));
        assert!(shares() > 0);
        assert!(events().contains(&Event::BetaBaselineStamped {
            hotkey: account(HOTKEY)
        }));
    });
}

#[test]
fn small_holdings_become_cash_and_worthless_ones_go() {
    test_fund(|netuid| {
        let small = more_subnet(1, 1_000 * TAO, 2_000 * TAO);
        let worthless = more_subnet(2, 900_000, 1_800_000);
        let stuck = more_subnet(3, 900_000, 1_800_000);
        hold(small, 900_000);
        hold(worthless, 900_000);
        hold(stuck, 900_000_000);
        System::reset_events();
        let foretold = preview(SMALL).unwrap();
        claim(SMALL);
        let hotkey = account(HOTKEY);
        let first: Vec<_> = events().into_iter().take(2).collect();
        assert_eq!(
            first,
            [
                Event::BasketHoldingConverted {
                    hotkey: hotkey.clone(),
                    netuid: small,
                    tao: tao(449_999),
                },
                Event::BasketAlphaWrittenOff {
                    hotkey,
                    netuid: worthless,
                    alpha: rao(900_000),
                },
            ]
        );
        assert_eq!((held(small), held(worthless)), (0, 0));
        // A pool that gives nothing for a while costs nobody anything.
        assert_eq!(held(stuck), 900_000_000);
        assert_eq!((foretold.swept, foretold.rows), (2, 3));
        assert_eq!(foretold.rows_to_sell, 2);
        let paid = root_stake(SMALL) - 25 * TAO;
        assert_eq!(foretold.redeemable_tao, tao(paid));
        assert!(held(netuid) > 0 && held(ROOT) > 0);
    });
}

#[test]
fn dust_stays_with_the_others() {
    test(|netuid| {
        join(SMALL, TAO);
        let rows = [(netuid, 20), (more_subnet(1, 1_000 * TAO, 2_000 * TAO), 5)];
        let large = more_subnet(2, 1_000 * TAO, 2_000 * TAO);
        for (netuid, worth) in rows.into_iter().chain([(large, 200)]) {
            // So that they bring about so much.
            hold(netuid, 2 * worth * TAO * 1_000 / (1_000 - worth));
        }
        BasketShares::<Test>::insert(account(HOTKEY), 100_000_000);
        give_shares(SMALL, 7, 1_000);
        System::reset_events();
        let foretold = preview(7).unwrap();
        assert_eq!(
            (foretold.rows, foretold.rows_to_sell, foretold.dust_rows),
            (3, 2, 1)
        );
        claim(7);
        assert_eq!(foretold.redeemable_tao, tao(root_stake(7)));
        assert!(events().contains(&Event::BasketClaimDustSkipped {
            hotkey: account(HOTKEY),
            coldkey: account(7),
            rows: 1,
            forfeited_tao_est: foretold.forfeited,
        }));
        assert!(foretold.forfeited.to_u64().abs_diff(50_000) < 1_000);
    });
}

#[test]
fn a_claim_refreshes_the_hold_of_root_stake() {
    test_fund(|_| {
        System::set_block_number(9);
        claim(SMALL);
        assert_eq!(
            LastColdkeyHotkeyStakeBlock::<Test>::get(account(SMALL), account(HOTKEY)),
            Some(9)
        );
    });
}

#[test]
fn a_claim_needs_no_seat() {
    test_fund(|_| {
        Uids::<Test>::remove(ROOT, account(HOTKEY));
        claim(SMALL);
        assert_eq!(root_stake(SMALL) - 25 * TAO, 996_015_931);
        Uids::<Test>::insert(ROOT, account(HOTKEY), 0);
    });
}

#[test]
fn too_much_for_a_block_is_refused() {
    test_fund(|_| {
        let too_heavy = Error::<Test>::RootClaimTooHeavy;
        let all = || SubtensorModule::claim_root(signed(SMALL), Default::default());
        let hotkeys: Vec<AccountId> = (1_000..1_257).map(account).collect();
        StakingHotkeys::<Test>::insert(account(7), hotkeys);
        assert_noop!(
            SubtensorModule::claim_root(signed(7), Default::default()),
            too_heavy
        );
        StakingHotkeys::<Test>::remove(account(7));
        // Rows of one fund: more than 128, then of two.
        let escrow = Funds::<Test>::escrow();
        let share = AlphaV2::<Test>::get((account(HOTKEY), &escrow, NetUid::new(2)));
        let fill = |hotkey: u64, count: u16| {
            for number in 0..count {
                let key = (account(hotkey), &escrow, NetUid::new(1_000 + number));
                AlphaV2::<Test>::insert(key, share);
            }
        };
        fill(HOTKEY, 127);
        assert_ok!(SubtensorModule::claim_root_with_hotkey(
            signed(7),
            account(HOTKEY)
        ));
        fill(HOTKEY, 128);
        assert_noop!(
            SubtensorModule::claim_root_with_hotkey(signed(7), account(HOTKEY)),
            Error::<Test>::RootClaimTooHeavy
        );
        assert_ok!(SubtensorModule::try_associate_hotkey(
            signed(4),
            account(12)
        ));
        assert_ok!(SubtensorModule::add_stake(
            signed(SMALL),
            account(12),
            ROOT,
            tao(TAO)
        ));
        fill(12, 125);
        assert_eq!(StakingHotkeys::<Test>::get(account(SMALL)).len(), 2);
        fill(12, 126);
        assert_noop!(all(), Error::<Test>::RootClaimTooHeavy);
        for hotkey in [HOTKEY, 12] {
            for number in 0..128 {
                AlphaV2::<Test>::remove((account(hotkey), &escrow, NetUid::new(1_000 + number)));
            }
        }
        // Credits that wait.
        for number in 0..513u16 {
            PendingBasketDeposits::<Test>::insert(
                account(HOTKEY),
                NetUid::new(1_000 + number),
                rao(1),
            );
        }
        assert_noop!(all(), Error::<Test>::RootClaimTooHeavy);
        let _ = PendingBasketDeposits::<Test>::clear_prefix(account(HOTKEY), u32::MAX, None);
        assert_ok!(all());
    });
}

#[test]
fn only_root_sets_the_threshold() {
    test(|_| {
        let set = |netuid, new_value| {
            SubtensorModule::sudo_set_root_claim_threshold(RuntimeOrigin::root(), netuid, new_value)
        };
        assert_noop!(
            SubtensorModule::sudo_set_root_claim_threshold(signed(1), ROOT, 1),
            DispatchError::BadOrigin
        );
        for (netuid, value) in [(ROOT, 10_000_001), (NetUid::new(2), 1)] {
            assert_noop!(set(netuid, value), Error::<Test>::InvalidRootClaimThreshold);
        }
        assert_ok!(set(ROOT, 10_000_000));
        assert_eq!(Funds::<Test>::claim_threshold(), tao(10_000_000));
    });
}

#[test]
fn fees_follow_the_figures() {
    assert_eq!(weights::fee_before(), 32_837_053_996);
    let work = |hotkeys, sold, scanned, classified| ClaimWork {
        hotkeys,
        sold,
        scanned,
        classified,
        ..Default::default()
    };
    let scan_of_nothing = 309_208_000 + 6 * 25_000_000;
    for (work, fee) in [
        (work(0, 0, 0, 0), 5_529_759_379 + scan_of_nothing),
        (work(1, 0, 1, 0), 5_529_759_379 + 1_247_812_241),
        (work(2, 1, 2, 0), 8_117_077_758 + 2_036_416_482),
        (work(2, 4, 4, 3), 13_291_714_516 + 3_613_624_964),
        (work(1, 129, 0, 0), 32_837_053_996),
        (work(1, 0, 0, 256), 32_837_053_996),
    ] {
        assert_eq!(work.fee(), fee, "{work:?}");
    }
}

#[test]
fn claims_say_what_they_weigh_and_what_they_are_charged() {
    test_fund(|_| {
        Funds::<Test>::take_claim_fees();
        let call = Call::<Test>::claim_root_with_hotkey {
            hotkey: account(HOTKEY),
        };
        let declared = call.get_dispatch_info().call_weight;
        let before = declared - Funds::<Test>::uncharged_weight(&call);
        assert_eq!(before.ref_time(), 32_837_053_996);
        let other = Call::<Test>::unstake_all {
            hotkey: account(HOTKEY),
        };
        let declared = other.get_dispatch_info().call_weight;
        let charged = declared - Funds::<Test>::uncharged_weight(&other);
        let subnets = crate::weight_info::MAX_SUBNETS;
        let plain = MeasuredWeights::<Test>::unstake_all(subnets)
            + MeasuredWeights::<Test>::look_at_lock() * u64::from(subnets)
            + MeasuredWeights::<Test>::flush_fund(0, 0);
        assert_eq!(charged, plain);
        let said = SubtensorModule::claim_root_with_hotkey(signed(SMALL), account(HOTKEY));
        let weight = MeasuredWeights::<Test>::claim_root(0, 2, 0);
        assert_eq!(said.unwrap().actual_weight, Some(weight));
        claim(LARGE);
        let (weighed, charged) = Funds::<Test>::take_claim_fees();
        let more = MeasuredWeights::<Test>::claim_root(0, 3, 0);
        assert_eq!(weighed.ref_time(), (weight + more).ref_time());
        // One holding for the one, with the cash two for the other.
        let scan_of_nothing = 309_208_000 + 6 * 25_000_000;
        let fees = 5_529_759_379 + 8_117_077_758 + 2 * scan_of_nothing;
        assert_eq!(charged.ref_time(), fees);
        assert_eq!(Funds::<Test>::take_claim_fees(), Default::default());
    });
}
