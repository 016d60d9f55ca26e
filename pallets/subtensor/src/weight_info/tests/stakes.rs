//! Calls that buy, sell and move stake, and shares of funds, in states that give them most to do.

use subtensor_fixed::I96F32;
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::{
    rows::{ALL, Row, SMALL},
    states::*,
};
use crate::{Call, mock::*, pallet::*};

fn add(netuid: NetUid) -> Call<Test> {
    Call::add_stake {
        hotkey: account(HOTKEY),
        netuid,
        amount_staked: tao(TAO),
    }
}

pub(super) fn purchases() -> Vec<Row> {
    vec![
        ("add_stake", "first on a subnet", || {
            chain();
            suspend(HOTKEY);
            (signed(STAKER), add(SUBNET))
        }),
        ("add_stake", "again where the pool was closed since", || {
            chain();
            stake(STAKER, HOTKEY, SUBNET, SMALL);
            AlphaSharePoolEpoch::<Test>::insert(account(HOTKEY), SUBNET, 2);
            (signed(STAKER), add(SUBNET))
        }),
        ("add_stake", "more on root, with a fund", || {
            all_subnets();
            stake(STAKER, HOTKEY, ROOT, TAO);
            fund(HOTKEY, 128);
            suspend(HOTKEY);
            (signed(STAKER), add(ROOT))
        }),
        ("add_stake", "first on root, with a fund", || {
            all_subnets();
            fund(HOTKEY, 128);
            suspend(HOTKEY);
            (signed(STAKER), add(ROOT))
        }),
        ("add_stake_limit", "first on a subnet", || {
            chain();
            suspend(HOTKEY);
            let call = Call::add_stake_limit {
                hotkey: account(HOTKEY),
                netuid: SUBNET,
                amount_staked: tao(TAO),
                limit_price: TaoBalance::MAX,
                allow_partial: true,
            };
            (signed(STAKER), call)
        }),
        ("add_stake_burn", "first on a subnet", || {
            chain();
            suspend(HOTKEY);
            let call = Call::add_stake_burn {
                hotkey: account(HOTKEY),
                netuid: SUBNET,
                amount: tao(TAO),
                limit: None,
            };
            (signed(STAKER), call)
        }),
    ]
}

/// The staker's position on a parent, of which a sale leaves too little.
fn before_sale(netuid: NetUid) -> AlphaBalance {
    all_subnets();
    stake(STAKER, HOTKEY, netuid, TAO);
    if netuid.is_root() {
        fund(HOTKEY, 128);
    }
    watched();
    NominatorMinRequiredStake::<Test>::put(2_000_000);
    alpha(TAO - SMALL)
}

pub(super) fn sales() -> Vec<Row> {
    vec![
        ("remove_stake", "nothing but the sale", || {
            chain();
            watched();
            stake(STAKER, HOTKEY, SUBNET, 10 * TAO);
            let call = Call::remove_stake {
                hotkey: account(HOTKEY),
                netuid: SUBNET,
                amount_unstaked: alpha(TAO),
            };
            (signed(STAKER), call)
        }),
        ("remove_stake", "a rest, of a parent", || {
            let call = Call::remove_stake {
                hotkey: account(HOTKEY),
                netuid: SUBNET,
                amount_unstaked: before_sale(SUBNET),
            };
            (signed(STAKER), call)
        }),
        ("remove_stake", "a rest on root, of a parent", || {
            let call = Call::remove_stake {
                hotkey: account(HOTKEY),
                netuid: ROOT,
                amount_unstaked: before_sale(ROOT),
            };
            (signed(STAKER), call)
        }),
        ("remove_stake_limit", "a rest, of a parent", || {
            let call = Call::remove_stake_limit {
                hotkey: account(HOTKEY),
                netuid: SUBNET,
                amount_unstaked: before_sale(SUBNET),
                limit_price: tao(1),
                allow_partial: true,
            };
            (signed(STAKER), call)
        }),
    ]
}

pub(super) fn sales_of_all() -> Vec<Row> {
    vec![
        ("remove_stake_full_limit", "on root, of a parent", || {
            before_sale(ROOT);
            let call = Call::remove_stake_full_limit {
                hotkey: account(HOTKEY),
                netuid: ROOT,
                limit_price: None,
            };
            (signed(STAKER), call)
        }),
        ("unstake_all", "on all subnets", || {
            all_subnets();
            everywhere();
            let call = Call::unstake_all {
                hotkey: account(HOTKEY),
            };
            (signed(STAKER), call)
        }),
        ("unstake_all_alpha", "on all subnets", || {
            all_subnets();
            everywhere();
            let call = Call::unstake_all_alpha {
                hotkey: account(HOTKEY),
            };
            (signed(STAKER), call)
        }),
        ("recycle_alpha", "all", || {
            chain();
            watched();
            stake(STAKER, HOTKEY, SUBNET, TAO);
            let call = Call::recycle_alpha {
                hotkey: account(HOTKEY),
                amount: ALL,
                netuid: SUBNET,
            };
            (signed(STAKER), call)
        }),
        ("burn_alpha", "all", || {
            chain();
            watched();
            stake(STAKER, HOTKEY, SUBNET, TAO);
            let call = Call::burn_alpha {
                hotkey: account(HOTKEY),
                amount: ALL,
                netuid: SUBNET,
            };
            (signed(STAKER), call)
        }),
    ]
}

/// The staker's positions on every subnet and root, with a fund of the hotkey.
fn everywhere() {
    for netuid in Subnets::<Test>::subnet_netuids() {
        stake(STAKER, HOTKEY, netuid, TAO);
    }
    fund(HOTKEY, 128);
    watched();
}

/// The staker's position from which all is moved, from a parent to one that is suspended.
fn before_move(netuid: NetUid) {
    all_subnets();
    watched();
    suspend(HOTKEY + 1);
    stake(STAKER, HOTKEY, netuid, 10 * TAO);
    fund(HOTKEY, 128);
    fund(HOTKEY + 1, 128);
}

pub(super) fn moves() -> Vec<Row> {
    vec![
        ("move_stake", "from root, with a fund", || {
            before_move(ROOT);
            (signed(STAKER), move_stake(ROOT, SUBNET))
        }),
        ("move_stake", "to root, with a fund", || {
            before_move(SUBNET);
            (signed(STAKER), move_stake(SUBNET, ROOT))
        }),
        ("move_stake", "on root, with a fund", || {
            before_move(ROOT);
            (signed(STAKER), move_stake(ROOT, ROOT))
        }),
        ("move_stake_limit", "from root, with a fund", || {
            before_move(ROOT);
            let call = Call::move_stake_limit {
                origin_hotkey: account(HOTKEY),
                destination_hotkey: account(HOTKEY + 1),
                origin_netuid: ROOT,
                destination_netuid: SUBNET,
                alpha_amount: ALL,
                limit_price: tao(1),
                allow_partial: true,
            };
            (signed(STAKER), call)
        }),
        ("swap_stake", "between subnets", || {
            before_move(SUBNET);
            let call = Call::swap_stake {
                hotkey: account(HOTKEY),
                origin_netuid: SUBNET,
                destination_netuid: NetUid::new(3),
                alpha_amount: ALL,
            };
            (signed(STAKER), call)
        }),
        ("swap_stake_limit", "to root, with a fund", || {
            before_move(SUBNET);
            let call = Call::swap_stake_limit {
                hotkey: account(HOTKEY),
                origin_netuid: SUBNET,
                destination_netuid: ROOT,
                alpha_amount: ALL,
                limit_price: tao(1),
                allow_partial: true,
            };
            (signed(STAKER), call)
        }),
    ]
}

pub(super) fn transfers() -> Vec<Row> {
    vec![
        ("transfer_stake", "on root, with a fund", || {
            before_move(ROOT);
            let call = Call::transfer_stake {
                destination_coldkey: account(5),
                hotkey: account(HOTKEY),
                origin_netuid: ROOT,
                destination_netuid: ROOT,
                alpha_amount: ALL,
            };
            (signed(STAKER), call)
        }),
        ("transfer_stake_and_hotkey", "on root, with a fund", || {
            before_move(ROOT);
            let call = Call::transfer_stake_and_hotkey {
                destination_coldkey: account(5),
                origin_hotkey: account(HOTKEY),
                destination_hotkey: account(HOTKEY + 1),
                origin_netuid: ROOT,
                destination_netuid: ROOT,
                alpha_amount: ALL,
            };
            (signed(STAKER), call)
        }),
    ]
}

fn move_stake(origin_netuid: NetUid, destination_netuid: NetUid) -> Call<Test> {
    Call::move_stake {
        origin_hotkey: account(HOTKEY),
        destination_hotkey: account(HOTKEY + 1),
        origin_netuid,
        destination_netuid,
        alpha_amount: ALL,
    }
}

pub(super) fn funds() -> Vec<Row> {
    vec![
        ("claim_root", "two funds of all subnets", || {
            all_subnets();
            for hotkey in [HOTKEY, HOTKEY + 1] {
                stake(STAKER, hotkey, ROOT, TAO);
                fund(hotkey, 127);
                watched();
                shares(STAKER, hotkey);
            }
            let call = Call::claim_root {
                subnets: Default::default(),
            };
            (signed(STAKER), call)
        }),
        ("claim_root", "as many hotkeys as it looks at", || {
            all_subnets();
            own_all(STAKER, 256);
            let owned = OwnedHotkeys::<Test>::get(account(STAKER));
            StakingHotkeys::<Test>::insert(account(STAKER), owned);
            let call = Call::claim_root {
                subnets: Default::default(),
            };
            (signed(STAKER), call)
        }),
        ("claim_root_with_hotkey", "a fund of all subnets", || {
            all_subnets();
            fund(HOTKEY, 128);
            watched();
            shares(STAKER, HOTKEY);
            let call = Call::claim_root_with_hotkey {
                hotkey: account(HOTKEY),
            };
            (signed(STAKER), call)
        }),
        (
            "claim_root_with_hotkey",
            "holdings that are too small",
            || {
                all_subnets();
                fund(HOTKEY, 128);
                shares(STAKER, HOTKEY);
                let min = I96F32::from_u64(10 * TAO);
                RootClaimableThreshold::<Test>::insert(ROOT, min);
                let call = Call::claim_root_with_hotkey {
                    hotkey: account(HOTKEY),
                };
                (signed(STAKER), call)
            },
        ),
        ("stake_into_basket", "a fund of all subnets", || {
            all_subnets();
            fund(HOTKEY, 128);
            suspend(HOTKEY);
            let call = Call::stake_into_basket {
                hotkey: account(HOTKEY),
                amount_staked: tao(1_000 * TAO),
            };
            (signed(STAKER), call)
        }),
    ]
}

pub(super) fn trades() -> Vec<Row> {
    vec![
        ("swap_basket", "a fund of all subnets", || {
            all_subnets();
            trading_fund();
            watched();
            let call = Call::swap_basket {
                hotkey: account(HOTKEY),
                origin_netuid: SUBNET,
                destination_netuid: NetUid::new(3),
                amount: alpha(TAO / 100),
                min_amount_out: 0,
            };
            (signed(OWNER), call)
        }),
        ("swap_basket_many", "a fund of all subnets", || {
            all_subnets();
            trading_fund();
            watched();
            let legs = (0..100u16).map(|leg| {
                let (from, to) = (NetUid::new(2 + leg), NetUid::new(3 + leg));
                (from, to, alpha(TAO / 100), 0)
            });
            let call = Call::swap_basket_many {
                hotkey: account(HOTKEY),
                legs: legs.collect::<Vec<_>>().try_into().unwrap(),
            };
            (signed(OWNER), call)
        }),
    ]
}
