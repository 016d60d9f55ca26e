//! Calls that change locks, and calls that locks hold back, in states that give them most to do.

use alloc::{vec, vec::Vec};

use super::{
    Setup, TAO, account, at_block, lock_stake, origin,
    rows::{ALL, Row},
    signed,
    states::*,
};
use crate::{
    Call, Pallet, Subnets, locks::MAX_LOCK_LEADERS, pallet::*, shares::MAX_POSITIONS_FOR_LOCKS,
};

/// First number of those who lead.
const LEADERS: u64 = 60_000;

/// As many hotkeys as are kept in mind have locks of both kinds.
pub(crate) fn leaders<T: Setup>() {
    for number in LEADERS..LEADERS + u64::from(MAX_LOCK_LEADERS) {
        own::<T>(number, number);
        for coldkey in [number, number + 1_000] {
            stake::<T>(coldkey, number, SUBNET, TAO);
            lock_stake::<T>(coldkey, number, SUBNET, TAO);
        }
        let keeps = Pallet::<T>::set_perpetual_lock(origin::<T>(number), SUBNET, true);
        keeps.unwrap();
    }
}

/// A coldkey has stake on more hotkeys than count, and a lock for one of them, of both kinds of
/// which there are others.
pub(crate) fn locked<T: Setup>(coldkey: u64, hotkey: u64) {
    for number in 0..=MAX_POSITIONS_FOR_LOCKS as u64 + 1 {
        stake::<T>(coldkey, hotkey + number, SUBNET, 10 * TAO);
    }
    lock_stake::<T>(coldkey, hotkey, SUBNET, TAO);
}

fn lock<T: Setup>() -> Call<T> {
    Call::lock_stake {
        hotkey: account::<T>(HOTKEY),
        netuid: SUBNET,
        amount: alpha(10 * TAO),
    }
}

fn perpetual<T: Setup>(enabled: bool) -> Call<T> {
    Call::set_perpetual_lock {
        netuid: SUBNET,
        enabled,
    }
}

pub(crate) fn locks<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("lock_stake", "the first for a hotkey", || {
            chain::<T>();
            leaders::<T>();
            for number in 0..20 {
                stake::<T>(STAKER, HOTKEY + number, SUBNET, TAO);
            }
            (signed::<T>(STAKER), lock::<T>())
        }),
        ("lock_stake", "more", || {
            chain::<T>();
            locked::<T>(STAKER, HOTKEY);
            leaders::<T>();
            assert!(!LockLeaders::<T>::get(SUBNET).contains(&account::<T>(HOTKEY)));
            (signed::<T>(STAKER), lock::<T>())
        }),
        ("move_lock", "to a hotkey without locks", || {
            chain::<T>();
            leaders::<T>();
            locked::<T>(STAKER, HOTKEY);
            let call = Call::move_lock {
                destination_hotkey: account::<T>(HOTKEY + 1),
                netuid: SUBNET,
            };
            (signed::<T>(STAKER), call)
        }),
        ("set_perpetual_lock", "a lock that decays", || {
            chain::<T>();
            leaders::<T>();
            locked::<T>(STAKER, HOTKEY);
            (signed::<T>(STAKER), perpetual::<T>(true))
        }),
        ("set_perpetual_lock", "a lock that stays", || {
            chain::<T>();
            leaders::<T>();
            locked::<T>(STAKER, HOTKEY);
            Pallet::<T>::set_perpetual_lock(origin::<T>(STAKER), SUBNET, true).unwrap();
            (signed::<T>(STAKER), perpetual::<T>(false))
        }),
        ("set_reject_locked_alpha", "accepted", || {
            let call = Call::set_reject_locked_alpha { enabled: false };
            (signed::<T>(STAKER), call)
        }),
    ]
}

pub(crate) fn held_back<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("remove_stake", "a lock", || {
            chain::<T>();
            locked::<T>(STAKER, HOTKEY);
            let call = Call::remove_stake {
                hotkey: account::<T>(HOTKEY),
                netuid: SUBNET,
                amount_unstaked: alpha(TAO),
            };
            (signed::<T>(STAKER), call)
        }),
        ("unstake_all", "a lock", || {
            chain::<T>();
            locked::<T>(STAKER, HOTKEY);
            let call = Call::unstake_all {
                hotkey: account::<T>(HOTKEY),
            };
            (signed::<T>(STAKER), call)
        }),
        ("recycle_alpha", "a lock", || {
            chain::<T>();
            locked::<T>(STAKER, HOTKEY);
            let call = Call::recycle_alpha {
                hotkey: account::<T>(HOTKEY),
                amount: alpha(TAO),
                netuid: SUBNET,
            };
            (signed::<T>(STAKER), call)
        }),
        ("add_stake_burn", "a lock", || {
            chain::<T>();
            locked::<T>(STAKER, HOTKEY);
            let call = Call::add_stake_burn {
                hotkey: account::<T>(HOTKEY),
                netuid: SUBNET,
                amount: tao(TAO),
                limit: None,
            };
            (signed::<T>(STAKER), call)
        }),
        ("add_collateral", "a lock", || {
            chain::<T>();
            locked::<T>(OWNER, HOTKEY);
            let call = Call::add_collateral {
                netuid: SUBNET,
                hotkey: account::<T>(HOTKEY),
                alpha: alpha(TAO),
                limit_price: tao(0),
            };
            (signed::<T>(OWNER), call)
        }),
    ]
}

pub(crate) fn moved<T: Setup>() -> Vec<Row<T>> {
    vec![
        ("swap_stake", "a lock", || {
            all_subnets::<T>();
            locked::<T>(STAKER, HOTKEY);
            let call = Call::swap_stake {
                hotkey: account::<T>(HOTKEY),
                origin_netuid: SUBNET,
                destination_netuid: subtensor_primitives::NetUid::new(3),
                alpha_amount: alpha(TAO),
            };
            (signed::<T>(STAKER), call)
        }),
        ("transfer_stake", "with all that is locked", || {
            chain::<T>();
            leaders::<T>();
            stake::<T>(STAKER, HOTKEY, SUBNET, 10 * TAO);
            lock_stake::<T>(STAKER, HOTKEY, SUBNET, 10 * TAO);
            Pallet::<T>::set_reject_locked_alpha(origin::<T>(5), false).unwrap();
            Pallet::<T>::set_perpetual_lock(origin::<T>(5), SUBNET, true).unwrap();
            let call = Call::transfer_stake {
                destination_coldkey: account::<T>(5),
                hotkey: account::<T>(HOTKEY),
                origin_netuid: SUBNET,
                destination_netuid: SUBNET,
                alpha_amount: ALL,
            };
            (signed::<T>(STAKER), call)
        }),
        ("transfer_stake_and_hotkey", "with a part of both", || {
            chain::<T>();
            leaders::<T>();
            for coldkey in [STAKER, 5] {
                stake::<T>(coldkey, HOTKEY, SUBNET, 10 * TAO);
                lock_stake::<T>(coldkey, HOTKEY, SUBNET, 9 * TAO);
            }
            Pallet::<T>::set_reject_locked_alpha(origin::<T>(5), false).unwrap();
            Pallet::<T>::set_perpetual_lock(origin::<T>(5), SUBNET, true).unwrap();
            let call = Call::transfer_stake_and_hotkey {
                destination_coldkey: account::<T>(5),
                origin_hotkey: account::<T>(HOTKEY),
                destination_hotkey: account::<T>(HOTKEY + 1),
                origin_netuid: SUBNET,
                destination_netuid: SUBNET,
                alpha_amount: alpha(5 * TAO),
            };
            (signed::<T>(STAKER), call)
        }),
    ]
}

/// A hotkey with more locks of both kinds than follow it in a block.
pub(crate) fn swapped_hotkey<T: Setup>() {
    chain::<T>();
    leaders::<T>();
    for number in 70_000..70_100 {
        stake::<T>(number, HOTKEY, SUBNET, 200);
        lock_stake::<T>(number, HOTKEY, SUBNET, 200);
        if number % 2 == 0 {
            Pallet::<T>::set_perpetual_lock(origin::<T>(number), SUBNET, true).unwrap();
        }
    }
    LockMoves::<T>::insert(
        SUBNET,
        account::<T>(HOTKEY),
        (account::<T>(HOTKEY + 1), 100),
    );
}

/// Somebody wins a full subnet of so many uids.
pub(crate) fn won_subnet<T: Setup>(uids: u16) {
    chain::<T>();
    populated_subnet::<T>(uids);
    leaders::<T>();
    let number = LEADERS;
    stake::<T>(number, number, SUBNET, 1_000_000 * TAO);
    lock_stake::<T>(number, number, SUBNET, 900_000 * TAO);
    Subnets::<T>::put_owner_hotkey(SUBNET, account::<T>(number));
    Subnets::<T>::put_owner_hotkey(SUBNET, account::<T>(11));
    full_root::<T>();
    lend_to_owners::<T>();
    NetworkRegisteredAt::<T>::insert(SUBNET, 0);
    at_block::<T>(3_000_000);
}
