//! Calls that buy, sell and move stake, and shares of funds, in states that give them most to do.

use alloc::{vec, vec::Vec};

use subtensor_fixed::I96F32;
use subtensor_primitives::{AlphaBalance, NetUid, TaoBalance};

use super::{
    Setup, TAO, account,
    rows::{ALL, Row, SMALL},
    signed,
    states::*,
};
use crate::{Call, Subnets, pallet::*};

fn add<T: Setup>(netuid: NetUid) -> Call<T> {
    Call::add_stake {
        hotkey: account::<T>(HOTKEY),
        netuid,
        amount_staked: tao(TAO),
    }
}

pub(crate) fn purchases<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("add_stake", "first on a subnet", || {
            chain::<T>();
            suspend::<T>(HOTKEY);
            (signed::<T>(STAKER), add::<T>(SUBNET))
        }),
        ("add_stake", "again where the pool was closed since", || {
            chain::<T>();
            stake::<T>(STAKER, HOTKEY, SUBNET, SMALL);
            AlphaSharePoolEpoch::<T>::insert(account::<T>(HOTKEY), SUBNET, 2);
            (signed::<T>(STAKER), add::<T>(SUBNET))
        }),
        ("add_stake", "more on root, with a fund", || {
            all_subnets::<T>();
            stake::<T>(STAKER, HOTKEY, ROOT, TAO);
            fund::<T>(HOTKEY, 128);
            suspend::<T>(HOTKEY);
            (signed::<T>(STAKER), add::<T>(ROOT))
        }),
        ("add_stake", "first on root, with a fund", || {
            all_subnets::<T>();
            fund::<T>(HOTKEY, 128);
            suspend::<T>(HOTKEY);
            (signed::<T>(STAKER), add::<T>(ROOT))
        }),
        ("add_stake_limit", "first on a subnet", || {
            chain::<T>();
            suspend::<T>(HOTKEY);
            let call = Call::add_stake_limit {
                hotkey: account::<T>(HOTKEY),
                netuid: SUBNET,
                amount_staked: tao(TAO),
                limit_price: TaoBalance::MAX,
                allow_partial: true,
            };
            (signed::<T>(STAKER), call)
        }),
        ("add_stake_burn", "first on a subnet", || {
            chain::<T>();
            suspend::<T>(HOTKEY);
            let call = Call::add_stake_burn {
                hotkey: account::<T>(HOTKEY),
                netuid: SUBNET,
                amount: tao(TAO),
                limit: None,
            };
            (signed::<T>(STAKER), call)
        }),
    ]
}

/// The staker's position on a parent, of which a sale leaves too little.
fn before_sale<T: Setup>(netuid: NetUid) -> AlphaBalance {
    all_subnets::<T>();
    stake::<T>(STAKER, HOTKEY, netuid, TAO);
    if netuid.is_root() {
        fund::<T>(HOTKEY, 128);
    }
    watched::<T>();
    NominatorMinRequiredStake::<T>::put(2_000_000);
    alpha(TAO - SMALL)
}

pub(crate) fn sales<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("remove_stake", "nothing but the sale", || {
            chain::<T>();
            watched::<T>();
            stake::<T>(STAKER, HOTKEY, SUBNET, 10 * TAO);
            let call = Call::remove_stake {
                hotkey: account::<T>(HOTKEY),
                netuid: SUBNET,
                amount_unstaked: alpha(TAO),
            };
            (signed::<T>(STAKER), call)
        }),
        ("remove_stake", "a rest, of a parent", || {
            let call = Call::remove_stake {
                hotkey: account::<T>(HOTKEY),
                netuid: SUBNET,
                amount_unstaked: before_sale::<T>(SUBNET),
            };
            (signed::<T>(STAKER), call)
        }),
        ("remove_stake", "a rest on root, of a parent", || {
            let call = Call::remove_stake {
                hotkey: account::<T>(HOTKEY),
                netuid: ROOT,
                amount_unstaked: before_sale::<T>(ROOT),
            };
            (signed::<T>(STAKER), call)
        }),
        ("remove_stake_limit", "a rest, of a parent", || {
            let call = Call::remove_stake_limit {
                hotkey: account::<T>(HOTKEY),
                netuid: SUBNET,
                amount_unstaked: before_sale::<T>(SUBNET),
                limit_price: tao(1),
                allow_partial: true,
            };
            (signed::<T>(STAKER), call)
        }),
    ]
}

pub(crate) fn sales_of_all<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("remove_stake_full_limit", "on root, of a parent", || {
            before_sale::<T>(ROOT);
            let call = Call::remove_stake_full_limit {
                hotkey: account::<T>(HOTKEY),
                netuid: ROOT,
                limit_price: None,
            };
            (signed::<T>(STAKER), call)
        }),
        ("unstake_all", "on all subnets", || {
            all_subnets::<T>();
            everywhere::<T>();
            let call = Call::unstake_all {
                hotkey: account::<T>(HOTKEY),
            };
            (signed::<T>(STAKER), call)
        }),
        ("unstake_all_alpha", "on all subnets", || {
            all_subnets::<T>();
            everywhere::<T>();
            let call = Call::unstake_all_alpha {
                hotkey: account::<T>(HOTKEY),
            };
            (signed::<T>(STAKER), call)
        }),
        ("recycle_alpha", "all", || {
            chain::<T>();
            watched::<T>();
            stake::<T>(STAKER, HOTKEY, SUBNET, TAO);
            let call = Call::recycle_alpha {
                hotkey: account::<T>(HOTKEY),
                amount: ALL,
                netuid: SUBNET,
            };
            (signed::<T>(STAKER), call)
        }),
        ("burn_alpha", "all", || {
            chain::<T>();
            watched::<T>();
            stake::<T>(STAKER, HOTKEY, SUBNET, TAO);
            let call = Call::burn_alpha {
                hotkey: account::<T>(HOTKEY),
                amount: ALL,
                netuid: SUBNET,
            };
            (signed::<T>(STAKER), call)
        }),
    ]
}

/// The staker's positions on every subnet and root, with a fund of the hotkey.
fn everywhere<T: Setup>() {
    for netuid in Subnets::<T>::subnet_netuids() {
        stake::<T>(STAKER, HOTKEY, netuid, TAO);
    }
    fund::<T>(HOTKEY, 128);
    watched::<T>();
}

/// The staker's position from which all is moved, from a parent to one that is suspended.
fn before_move<T: Setup>(netuid: NetUid) {
    all_subnets::<T>();
    watched::<T>();
    suspend::<T>(HOTKEY + 1);
    stake::<T>(STAKER, HOTKEY, netuid, 10 * TAO);
    fund::<T>(HOTKEY, 128);
    fund::<T>(HOTKEY + 1, 128);
}

pub(crate) fn moves<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("move_stake", "from root, with a fund", || {
            before_move::<T>(ROOT);
            (signed::<T>(STAKER), move_stake::<T>(ROOT, SUBNET))
        }),
        ("move_stake", "to root, with a fund", || {
            before_move::<T>(SUBNET);
            (signed::<T>(STAKER), move_stake::<T>(SUBNET, ROOT))
        }),
        ("move_stake", "on root, with a fund", || {
            before_move::<T>(ROOT);
            (signed::<T>(STAKER), move_stake::<T>(ROOT, ROOT))
        }),
        ("move_stake_limit", "from root, with a fund", || {
            before_move::<T>(ROOT);
            let call = Call::move_stake_limit {
                origin_hotkey: account::<T>(HOTKEY),
                destination_hotkey: account::<T>(HOTKEY + 1),
                origin_netuid: ROOT,
                destination_netuid: SUBNET,
                alpha_amount: ALL,
                limit_price: tao(1),
                allow_partial: true,
            };
            (signed::<T>(STAKER), call)
        }),
        ("swap_stake", "between subnets", || {
            before_move::<T>(SUBNET);
            let call = Call::swap_stake {
                hotkey: account::<T>(HOTKEY),
                origin_netuid: SUBNET,
                destination_netuid: NetUid::new(3),
                alpha_amount: ALL,
            };
            (signed::<T>(STAKER), call)
        }),
        ("swap_stake_limit", "between subnets", || {
            before_move::<T>(SUBNET);
            let call = Call::swap_stake_limit {
                hotkey: account::<T>(HOTKEY),
                origin_netuid: SUBNET,
                destination_netuid: NetUid::new(3),
                alpha_amount: ALL,
                limit_price: tao(1),
                allow_partial: true,
            };
            (signed::<T>(STAKER), call)
        }),
        ("swap_stake_limit", "to root, with a fund", || {
            before_move::<T>(SUBNET);
            let call = Call::swap_stake_limit {
                hotkey: account::<T>(HOTKEY),
                origin_netuid: SUBNET,
                destination_netuid: ROOT,
                alpha_amount: ALL,
                limit_price: tao(1),
                allow_partial: true,
            };
            (signed::<T>(STAKER), call)
        }),
    ]
}

pub(crate) fn transfers<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("transfer_stake", "on root, with a fund", || {
            before_move::<T>(ROOT);
            let call = Call::transfer_stake {
                destination_coldkey: account::<T>(5),
                hotkey: account::<T>(HOTKEY),
                origin_netuid: ROOT,
                destination_netuid: ROOT,
                alpha_amount: ALL,
            };
            (signed::<T>(STAKER), call)
        }),
        ("transfer_stake_and_hotkey", "on root, with a fund", || {
            before_move::<T>(ROOT);
            let call = Call::transfer_stake_and_hotkey {
                destination_coldkey: account::<T>(5),
                origin_hotkey: account::<T>(HOTKEY),
                destination_hotkey: account::<T>(HOTKEY + 1),
                origin_netuid: ROOT,
                destination_netuid: ROOT,
                alpha_amount: ALL,
            };
            (signed::<T>(STAKER), call)
        }),
    ]
}

fn move_stake<T: Setup>(origin_netuid: NetUid, destination_netuid: NetUid) -> Call<T> {
    Call::move_stake {
        origin_hotkey: account::<T>(HOTKEY),
        destination_hotkey: account::<T>(HOTKEY + 1),
        origin_netuid,
        destination_netuid,
        alpha_amount: ALL,
    }
}

pub(crate) fn funds<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("claim_root", "two funds of all subnets", || {
            all_subnets::<T>();
            for hotkey in [HOTKEY, HOTKEY + 1] {
                stake::<T>(STAKER, hotkey, ROOT, TAO);
                fund::<T>(hotkey, 127);
                watched::<T>();
                shares::<T>(STAKER, hotkey);
            }
            let call = Call::claim_root {
                subnets: Default::default(),
            };
            (signed::<T>(STAKER), call)
        }),
        ("claim_root", "as many hotkeys as it looks at", || {
            all_subnets::<T>();
            own_all::<T>(STAKER, 256);
            let owned = OwnedHotkeys::<T>::get(account::<T>(STAKER));
            StakingHotkeys::<T>::insert(account::<T>(STAKER), owned);
            let call = Call::claim_root {
                subnets: Default::default(),
            };
            (signed::<T>(STAKER), call)
        }),
        ("claim_root_with_hotkey", "a fund of all subnets", || {
            all_subnets::<T>();
            fund::<T>(HOTKEY, 128);
            watched::<T>();
            shares::<T>(STAKER, HOTKEY);
            let call = Call::claim_root_with_hotkey {
                hotkey: account::<T>(HOTKEY),
            };
            (signed::<T>(STAKER), call)
        }),
        (
            "claim_root_with_hotkey",
            "holdings that are too small",
            || {
                all_subnets::<T>();
                fund::<T>(HOTKEY, 128);
                shares::<T>(STAKER, HOTKEY);
                let min = I96F32::from_u64(10 * TAO);
                RootClaimableThreshold::<T>::insert(ROOT, min);
                let call = Call::claim_root_with_hotkey {
                    hotkey: account::<T>(HOTKEY),
                };
                (signed::<T>(STAKER), call)
            },
        ),
        ("stake_into_basket", "a fund of all subnets", || {
            all_subnets::<T>();
            fund::<T>(HOTKEY, 128);
            suspend::<T>(HOTKEY);
            let call = Call::stake_into_basket {
                hotkey: account::<T>(HOTKEY),
                amount_staked: tao(1_000 * TAO),
            };
            (signed::<T>(STAKER), call)
        }),
    ]
}

pub(crate) fn trades<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("swap_basket", "a fund of all subnets", || {
            all_subnets::<T>();
            trading_fund::<T>(128);
            watched::<T>();
            let call = Call::swap_basket {
                hotkey: account::<T>(HOTKEY),
                origin_netuid: SUBNET,
                destination_netuid: NetUid::new(3),
                amount: alpha(TAO / 100),
                min_amount_out: 0,
            };
            (signed::<T>(OWNER), call)
        }),
        ("swap_basket_many", "a fund of all subnets", || {
            all_subnets::<T>();
            trading_fund::<T>(128);
            watched::<T>();
            let legs = (0..100u16).map(|leg| {
                let (from, to) = (NetUid::new(2 + leg), NetUid::new(3 + leg));
                (from, to, alpha(TAO / 100), 0)
            });
            let call = Call::swap_basket_many {
                hotkey: account::<T>(HOTKEY),
                legs: legs.collect::<Vec<_>>().try_into().unwrap(),
            };
            (signed::<T>(OWNER), call)
        }),
    ]
}
