//! Calls that change locks, and calls that locks hold back, in states that give them most to do.

use super::{
    rows::{ALL, Row},
    states::*,
};
use crate::{Call, locks::MAX_LOCK_LEADERS, mock::*, pallet::*, shares::MAX_POSITIONS_FOR_LOCKS};

/// First number of those who lead.
const LEADERS: u64 = 60_000;

/// As many hotkeys as are kept in mind have locks of both kinds.
pub(super) fn leaders() {
    for number in LEADERS..LEADERS + u64::from(MAX_LOCK_LEADERS) {
        own(number, number);
        for coldkey in [number, number + 1_000] {
            stake(coldkey, number, SUBNET, TAO);
            lock_stake(coldkey, number, SUBNET, TAO);
        }
        let keeps = SubtensorModule::set_perpetual_lock(signed(number), SUBNET, true);
        keeps.unwrap();
    }
}

/// A coldkey has stake on more hotkeys than count, and a lock for one of them, of both kinds of
/// which there are others.
fn locked(coldkey: u64, hotkey: u64) {
    for number in 0..=MAX_POSITIONS_FOR_LOCKS as u64 + 1 {
        stake(coldkey, hotkey + number, SUBNET, 10 * TAO);
    }
    lock_stake(coldkey, hotkey, SUBNET, TAO);
}

fn lock() -> Call<Test> {
    Call::lock_stake {
        hotkey: account(HOTKEY),
        netuid: SUBNET,
        amount: alpha(10 * TAO),
    }
}

fn perpetual(enabled: bool) -> Call<Test> {
    Call::set_perpetual_lock {
        netuid: SUBNET,
        enabled,
    }
}

pub(super) fn locks() -> Vec<Row> {
    vec![
        ("lock_stake", "the first for a hotkey", || {
            chain();
            leaders();
            for number in 0..20 {
                stake(STAKER, HOTKEY + number, SUBNET, TAO);
            }
            (signed(STAKER), lock())
        }),
        ("lock_stake", "more", || {
            chain();
            locked(STAKER, HOTKEY);
            leaders();
            assert!(!LockLeaders::<Test>::get(SUBNET).contains(&account(HOTKEY)));
            (signed(STAKER), lock())
        }),
        ("move_lock", "to a hotkey without locks", || {
            chain();
            leaders();
            locked(STAKER, HOTKEY);
            let call = Call::move_lock {
                destination_hotkey: account(HOTKEY + 1),
                netuid: SUBNET,
            };
            (signed(STAKER), call)
        }),
        ("set_perpetual_lock", "a lock that decays", || {
            chain();
            leaders();
            locked(STAKER, HOTKEY);
            (signed(STAKER), perpetual(true))
        }),
        ("set_perpetual_lock", "a lock that stays", || {
            chain();
            leaders();
            locked(STAKER, HOTKEY);
            SubtensorModule::set_perpetual_lock(signed(STAKER), SUBNET, true).unwrap();
            (signed(STAKER), perpetual(false))
        }),
        ("set_reject_locked_alpha", "accepted", || {
            let call = Call::set_reject_locked_alpha { enabled: false };
            (signed(STAKER), call)
        }),
    ]
}

pub(super) fn held_back() -> Vec<Row> {
    vec![
        ("remove_stake", "a lock", || {
            chain();
            locked(STAKER, HOTKEY);
            let call = Call::remove_stake {
                hotkey: account(HOTKEY),
                netuid: SUBNET,
                amount_unstaked: alpha(TAO),
            };
            (signed(STAKER), call)
        }),
        ("unstake_all", "a lock", || {
            chain();
            locked(STAKER, HOTKEY);
            let call = Call::unstake_all {
                hotkey: account(HOTKEY),
            };
            (signed(STAKER), call)
        }),
        ("recycle_alpha", "a lock", || {
            chain();
            locked(STAKER, HOTKEY);
            let call = Call::recycle_alpha {
                hotkey: account(HOTKEY),
                amount: alpha(TAO),
                netuid: SUBNET,
            };
            (signed(STAKER), call)
        }),
        ("add_stake_burn", "a lock", || {
            chain();
            locked(STAKER, HOTKEY);
            let call = Call::add_stake_burn {
                hotkey: account(HOTKEY),
                netuid: SUBNET,
                amount: tao(TAO),
                limit: None,
            };
            (signed(STAKER), call)
        }),
        ("add_collateral", "a lock", || {
            chain();
            locked(OWNER, HOTKEY);
            let call = Call::add_collateral {
                netuid: SUBNET,
                hotkey: account(HOTKEY),
                alpha: alpha(TAO),
                limit_price: tao(0),
            };
            (signed(OWNER), call)
        }),
    ]
}

pub(super) fn moved() -> Vec<Row> {
    vec![
        ("swap_stake", "a lock", || {
            all_subnets();
            locked(STAKER, HOTKEY);
            let call = Call::swap_stake {
                hotkey: account(HOTKEY),
                origin_netuid: SUBNET,
                destination_netuid: subtensor_primitives::NetUid::new(3),
                alpha_amount: alpha(TAO),
            };
            (signed(STAKER), call)
        }),
        ("transfer_stake", "with all that is locked", || {
            chain();
            leaders();
            stake(STAKER, HOTKEY, SUBNET, 10 * TAO);
            lock_stake(STAKER, HOTKEY, SUBNET, 10 * TAO);
            SubtensorModule::set_reject_locked_alpha(signed(5), false).unwrap();
            SubtensorModule::set_perpetual_lock(signed(5), SUBNET, true).unwrap();
            let call = Call::transfer_stake {
                destination_coldkey: account(5),
                hotkey: account(HOTKEY),
                origin_netuid: SUBNET,
                destination_netuid: SUBNET,
                alpha_amount: ALL,
            };
            (signed(STAKER), call)
        }),
        ("transfer_stake_and_hotkey", "with a part of both", || {
            chain();
            leaders();
            for coldkey in [STAKER, 5] {
                stake(coldkey, HOTKEY, SUBNET, 10 * TAO);
                lock_stake(coldkey, HOTKEY, SUBNET, 9 * TAO);
            }
            SubtensorModule::set_reject_locked_alpha(signed(5), false).unwrap();
            SubtensorModule::set_perpetual_lock(signed(5), SUBNET, true).unwrap();
            let call = Call::transfer_stake_and_hotkey {
                destination_coldkey: account(5),
                origin_hotkey: account(HOTKEY),
                destination_hotkey: account(HOTKEY + 1),
                origin_netuid: SUBNET,
                destination_netuid: SUBNET,
                alpha_amount: alpha(5 * TAO),
            };
            (signed(STAKER), call)
        }),
    ]
}

/// A hotkey with more locks of both kinds than follow it in a block.
pub(super) fn swapped_hotkey() {
    chain();
    leaders();
    for number in 70_000..70_100 {
        stake(number, HOTKEY, SUBNET, 200);
        lock_stake(number, HOTKEY, SUBNET, 200);
        if number % 2 == 0 {
            SubtensorModule::set_perpetual_lock(signed(number), SUBNET, true).unwrap();
        }
    }
    LockMoves::<Test>::insert(SUBNET, account(HOTKEY), (account(HOTKEY + 1), 100));
}

/// Coldkey and hotkey of somebody who wins the full subnet.
pub(super) fn won_subnet() {
    chain();
    full_subnet();
    leaders();
    let number = LEADERS;
    stake(number, number, SUBNET, 1_000_000 * TAO);
    lock_stake(number, number, SUBNET, 900_000 * TAO);
    Subnets::<Test>::put_owner_hotkey(SUBNET, account(number));
    Subnets::<Test>::put_owner_hotkey(SUBNET, account(11));
    full_root();
    lend_to_owners();
    NetworkRegisteredAt::<Test>::insert(SUBNET, 0);
    System::set_block_number(3_000_000);
}
