//! No way leads out of a position for what is collateral there (spec 90 §14.5).

use frame_support::{assert_noop, assert_ok};
use sp_runtime::traits::Dispatchable;
use subtensor_primitives::SwapInterface;

use super::*;
use crate::{Call, Error, Views};

const STAKE: u64 = 10 * E9;
const LOCKED: u64 = 6 * E9;

fn bonded(run: impl FnOnce(NetUid)) {
    test(|netuid| {
        SubtensorModule::try_associate_hotkey(signed(MINER), account(HOTKEY + 1)).unwrap();
        give(MINER, HOTKEY, netuid, STAKE);
        lock(MINER, HOTKEY, netuid, LOCKED);
        run(netuid);
    });
}

/// The ways out of the position, for so much alpha, on which the coldkey keeps it or what it is
/// worth.
fn sales_and_moves(netuid: NetUid, amount: AlphaBalance) -> Vec<Call<Test>> {
    let (hotkey, other, root) = (account(HOTKEY), account(HOTKEY + 1), NetUid::ROOT);
    let go = |destination_netuid| Call::move_stake {
        origin_hotkey: hotkey.clone(),
        destination_hotkey: other.clone(),
        origin_netuid: netuid,
        destination_netuid,
        alpha_amount: amount,
    };
    vec![
        Call::remove_stake {
            hotkey: hotkey.clone(),
            netuid,
            amount_unstaked: amount,
        },
        Call::remove_stake_limit {
            hotkey: hotkey.clone(),
            netuid,
            amount_unstaked: amount,
            limit_price: tao(1),
            allow_partial: false,
        },
        go(netuid),
        go(root),
        Call::move_stake_limit {
            origin_hotkey: hotkey.clone(),
            destination_hotkey: other.clone(),
            origin_netuid: netuid,
            destination_netuid: root,
            alpha_amount: amount,
            limit_price: tao(1),
            allow_partial: false,
        },
        Call::swap_stake {
            hotkey: hotkey.clone(),
            origin_netuid: netuid,
            destination_netuid: root,
            alpha_amount: amount,
        },
        Call::swap_stake_limit {
            hotkey: hotkey.clone(),
            origin_netuid: netuid,
            destination_netuid: root,
            alpha_amount: amount,
            limit_price: tao(1),
            allow_partial: false,
        },
    ]
}

/// Those on which it loses it.
fn gifts_and_destruction(netuid: NetUid, amount: AlphaBalance) -> Vec<Call<Test>> {
    let hotkey = account(HOTKEY);
    vec![
        Call::transfer_stake {
            destination_coldkey: account(3),
            hotkey: hotkey.clone(),
            origin_netuid: netuid,
            destination_netuid: netuid,
            alpha_amount: amount,
        },
        Call::transfer_stake_and_hotkey {
            destination_coldkey: account(3),
            origin_hotkey: hotkey.clone(),
            destination_hotkey: account(HOTKEY + 1),
            origin_netuid: netuid,
            destination_netuid: netuid,
            alpha_amount: amount,
        },
        Call::recycle_alpha {
            hotkey: hotkey.clone(),
            amount,
            netuid,
        },
        Call::burn_alpha {
            hotkey,
            amount,
            netuid,
        },
    ]
}

#[test]
fn every_way_out_lets_through_what_is_free_and_no_more() {
    let ways = |netuid, amount| {
        let kept = sales_and_moves(netuid, amount).into_iter();
        kept.chain(gifts_and_destruction(netuid, amount))
    };
    for way in 0..ways(NetUid::ROOT, alpha(0)).count() {
        bonded(|netuid| {
            // Other stake of the coldkey does not stand in for the collateral.
            give(MINER, HOTKEY + 1, netuid, STAKE);
            let leave = |amount| {
                let call = ways(netuid, alpha(amount)).nth(way).unwrap();
                RuntimeCall::from(call).dispatch(signed(MINER))
            };
            let free = STAKE - LOCKED;
            for amount in [free + 1, u64::MAX] {
                assert_noop!(leave(amount), Error::<Test>::StakeUnavailable);
            }
            assert_ok!(leave(free));
            assert!(stake(MINER, HOTKEY, netuid).abs_diff(LOCKED) <= 1, "{way}");
            check();
        });
    }
}

#[test]
fn all_at_once_leaves_the_position_where_it_is() {
    bonded(|netuid| {
        give(MINER, HOTKEY, netuid, 1);
        let (who, hotkey) = (|| signed(MINER), || account(HOTKEY));
        let full = SubtensorModule::remove_stake_full_limit(who(), hotkey(), netuid, None);
        assert_noop!(full, Error::<Test>::StakeUnavailable);
        // Nothing else to sell.
        let refusal = SubtensorModule::unstake_all_alpha(who(), hotkey());
        assert_noop!(refusal, Error::<Test>::AmountTooLow);
        let amount = tao(E9);
        assert_ok!(SubtensorModule::add_stake(
            who(),
            hotkey(),
            NetUid::ROOT,
            amount
        ));
        assert_ok!(SubtensorModule::unstake_all(who(), hotkey()));
        assert_eq!(stake(MINER, HOTKEY, NetUid::ROOT), 0);
        assert_eq!(stake(MINER, HOTKEY, netuid), STAKE + 1);
        check();
    });
}

#[test]
fn fees_are_paid_with_what_is_free() {
    bonded(|netuid| {
        let call = Call::<Test>::burn_alpha {
            hotkey: account(HOTKEY),
            amount: alpha(1),
            netuid,
        };
        let price = Swap::price(netuid);
        let fee = |alpha: u64| {
            let fee = U64F64::from_num(alpha).saturating_mul(price).to_u64();
            Staking::<Test>::quote_alpha_fee(&account(MINER), &call, tao(fee)).map(|_| ())
        };
        assert_ok!(fee(STAKE - LOCKED));
        assert_noop!(fee(STAKE - LOCKED + 1_000), Error::<Test>::StakeUnavailable);
    });
}

#[test]
fn nominators_of_the_same_hotkey_are_free() {
    bonded(|netuid| {
        give(3, HOTKEY, netuid, E9);
        let all = AlphaBalance::MAX;
        assert_ok!(SubtensorModule::remove_stake(
            signed(3),
            account(HOTKEY),
            netuid,
            all
        ));
        check();
    });
}

#[test]
fn a_small_nomination_that_is_collateral_stays() {
    test(|netuid| {
        // As if the hotkey had been somebody else's.
        give(MINER, 11, netuid, 1_000);
        lock(MINER, 11, netuid, 1);
        Nominations::<Test>::set_nominator_min_required_stake(10_000_000);
        let is_small = || {
            Nominations::<Test>::clear_small_nomination_if_required(
                &account(11),
                &account(MINER),
                netuid,
            )
        };
        assert!(is_small());
        assert_eq!(stake(MINER, 11, netuid), 1_000);
        check();
        Collateral::<Test>::settle(netuid, &account(11), &account(MINER), alpha(1), alpha(0));
        assert!(is_small());
        assert_eq!(stake(MINER, 11, netuid), 0);
    });
}

#[test]
fn conviction_and_collateral_hold_back_together() {
    bonded(|netuid| {
        give(MINER, HOTKEY + 1, netuid, E9);
        lock_stake(MINER, HOTKEY, netuid, 3 * E9);
        // 11 of which 6 and 3 are held.
        let sell = |hotkey, amount| {
            SubtensorModule::remove_stake(signed(MINER), account(hotkey), netuid, alpha(amount))
        };
        assert_noop!(sell(HOTKEY, 2 * E9 + 1), Error::<Test>::StakeUnavailable);
        let shown = Views::<Test>::get_stake_availability_for_coldkeys(
            vec![account(MINER)],
            Some(vec![netuid]),
        );
        let shown = &shown[&account(MINER)][&netuid];
        assert_eq!(
            (shown.total.0, shown.locked.0, shown.available.0),
            (alpha(11 * E9), alpha(9 * E9), alpha(2 * E9))
        );
        assert_ok!(sell(HOTKEY, 2 * E9));
        assert_noop!(sell(HOTKEY + 1, E9), Error::<Test>::StakeUnavailable);
        // Within the subnet the coldkey still holds all of it, but collateral stays on its hotkey.
        let go = |from, to, amount| {
            SubtensorModule::move_stake(
                signed(MINER),
                account(from),
                account(to),
                netuid,
                netuid,
                alpha(amount),
            )
        };
        assert_ok!(go(HOTKEY + 1, HOTKEY, E9));
        assert_noop!(
            go(HOTKEY, HOTKEY + 1, 3 * E9 + 2),
            Error::<Test>::StakeUnavailable
        );
        assert_ok!(go(HOTKEY, HOTKEY + 1, 3 * E9 - 2));
        check();
    });
}
