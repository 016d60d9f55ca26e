//! Stake that hotkeys lend to others.

use alloc::{vec, vec::Vec};

use frame_support::weights::WeightMeter;

use super::{Job, dispatch, job};
use crate::{
    Call, Children, Shares,
    benchmarking::{Setup, TAO, account, signed, states::*},
    pallet::*,
    shares::Prices,
};

/// First number of the children that are named.
const NAMED: u64 = 6_000;
/// First number of those who wait.
const WAITING: u64 = 400_000;

/// So many children are named at once, by a parent whose stake on all subnets is valued, and whose
/// children of before cease to be.
fn naming<T: Setup>(count: u32) -> Job {
    valued::<T>();
    suspend::<T>(HOTKEY);
    StakeThreshold::<T>::put(1);
    children::<T>(HOTKEY, 7_000);
    SubtokenEnabled::<T>::insert(SUBNET, false);
    let named = (NAMED..NAMED + u64::from(count))
        .map(|child| (u64::MAX / 8, account::<T>(child)))
        .collect();
    let call = Call::set_children {
        hotkey: account::<T>(HOTKEY),
        netuid: SUBNET,
        children: named,
    };
    dispatch::<T>((signed::<T>(OWNER), call))
}

pub(crate) fn set_children<T: Setup>(count: u32, subnets_valued: u32) -> Job {
    some_subnets::<T>(subnets_valued);
    naming::<T>(count)
}

/// As many children are named as can be; so many of them have as many parents as can be, with which
/// the new one is compared.
pub(crate) fn set_children_rivals<T: Setup>(full: u32) -> Job {
    some_subnets::<T>(2);
    for child in NAMED..NAMED + u64::from(full) {
        parents::<T>(child, 1);
    }
    naming::<T>(5)
}

/// Nothing waits on so many subnets.
pub(crate) fn walk_pending_children<T: Setup>(count: u32) -> Job {
    all_subnets::<T>();
    let stepped: Vec<_> = subnets::<T>().take(count as usize).collect();
    for netuid in &stepped {
        PendingChildKeysCursor::<T>::insert(netuid, account::<T>(WAITING));
    }
    job(move || {
        Children::<T>::apply_due_children(&[], 3);
    })
}

/// So many hotkeys wait for children, until after a block.
fn waiting<T: Setup>(count: u32, cooldown: u64) -> Job {
    chain::<T>();
    StakeThreshold::<T>::put(1);
    suspend::<T>(98);
    for number in WAITING..WAITING + u64::from(count) {
        own::<T>(OWNER, number);
        stake::<T>(OWNER, number, SUBNET, TAO);
        suspend::<T>(number);
        children::<T>(number, 7_000);
        let named = (NAMED..NAMED + 5)
            .map(|child| (u64::MAX / 8, account::<T>(child)))
            .collect::<Vec<_>>();
        PendingChildKeys::<T>::insert(SUBNET, account::<T>(number), (named, cooldown));
        PendingChildKeysOf::<T>::insert(account::<T>(number), vec![SUBNET]);
    }
    job(|| {
        Children::<T>::apply_due_children(&[SUBNET], 3);
    })
}

/// They wait on.
pub(crate) fn pass_pending_children<T: Setup>(count: u32) -> Job {
    waiting::<T>(count, 1_000_000)
}

/// They get them, in the place of others.
pub(crate) fn apply_pending_children<T: Setup>(count: u32) -> Job {
    waiting::<T>(count, 1)
}

/// Values stake on so many subnets, whose prices are known already or are not.
fn value<T: Setup>(count: u32, is_known: bool) -> Job {
    some_subnets::<T>(count.max(2));
    StakeThreshold::<T>::put(u64::MAX);
    for netuid in subnets::<T>().take(count as usize) {
        for hotkey in [HOTKEY, HOTKEY + 1] {
            TotalHotkeyAlpha::<T>::insert(account::<T>(hotkey), netuid, alpha(TAO));
        }
    }
    let mut prices = Prices::default();
    if is_known {
        Shares::<T>::is_worth_threshold(&account::<T>(HOTKEY + 1), &mut prices);
    }
    let hotkey = account::<T>(HOTKEY);
    job(move || assert!(!Shares::<T>::is_worth_threshold(&hotkey, &mut prices)))
}

pub(crate) fn value_stakes<T: Setup>(count: u32) -> Job {
    value::<T>(count, true)
}

pub(crate) fn look_up_prices<T: Setup>(count: u32) -> Job {
    value::<T>(count, false)
}

/// So many parents without stake wait to be valued.
pub(crate) fn check_parent<T: Setup>(count: u32) -> Job {
    chain::<T>();
    StakeThreshold::<T>::put(u64::MAX);
    for number in WAITING..WAITING + u64::from(count) {
        ChildkeyThresholdChecks::<T>::insert(account::<T>(number), ());
    }
    job(|| Children::<T>::check_parents(&mut WeightMeter::new()))
}

/// So many parents are suspended, and there is no threshold any more.
pub(crate) fn lift_suspension<T: Setup>(count: u32) -> Job {
    chain::<T>();
    StakeThreshold::<T>::put(0);
    (WAITING..WAITING + u64::from(count)).for_each(suspend::<T>);
    job(|| Children::<T>::check_parents(&mut WeightMeter::new()))
}
