//! Locks: looking at them, changing them, and who wins a subnet by them.

use super::{Job, job};
use crate::{
    Locks, Pallet, Shares, Subnets,
    benchmarking::{
        Setup, TAO, account, lock_stake,
        locks::{leaders, locked, swapped_hotkey, won_subnet},
        origin,
        states::*,
    },
    pallet::*,
};

/// Stake that a lock leaves free, of a coldkey with more positions than count.
pub(crate) fn look_at_lock<T: Setup>() -> Job {
    chain::<T>();
    locked::<T>(STAKER, HOTKEY);
    reopen_pools::<T>();
    let (hotkey, coldkey) = (account::<T>(HOTKEY), account::<T>(STAKER));
    job(move || {
        let free = Shares::<T>::ensure_available(&hotkey, &coldkey, SUBNET, alpha(TAO));
        assert!(free.is_ok());
    })
}

/// A part of a lock goes to somebody who has one for the same hotkey, of another kind.
pub(crate) fn transfer_lock<T: Setup>() -> Job {
    chain::<T>();
    leaders::<T>();
    for coldkey in [STAKER, 5] {
        stake::<T>(coldkey, HOTKEY, SUBNET, 10 * TAO);
        lock_stake::<T>(coldkey, HOTKEY, SUBNET, 9 * TAO);
    }
    let accepts = Pallet::<T>::set_reject_locked_alpha(origin::<T>(5), false);
    accepts.expect("anybody may accept them");
    let keeps = Pallet::<T>::set_perpetual_lock(origin::<T>(5), SUBNET, true);
    keeps.expect("there is a lock");
    reopen_pools::<T>();
    let (from, to) = (account::<T>(STAKER), account::<T>(5));
    job(move || {
        let quoted = Locks::<T>::quote_transfer(&from, &to, SUBNET, alpha(5 * TAO));
        let transfer = quoted.expect("the other accepts it");
        let transfer = transfer.expect("so much is not free");
        Locks::<T>::execute_transfer(&from, &to, SUBNET, transfer);
    })
}

/// No locks follow a hotkey.
pub(crate) fn no_lock_moves<T: Setup>() -> Job {
    job(|| {
        Locks::<T>::go_on_moving();
    })
}

/// So many locks of both kinds follow a hotkey.
pub(crate) fn move_locks<T: Setup>(count: u32) -> Job {
    swapped_hotkey::<T>();
    LockMoves::<T>::insert(
        SUBNET,
        account::<T>(HOTKEY),
        (account::<T>(HOTKEY + 1), count),
    );
    job(|| {
        Locks::<T>::go_on_moving();
    })
}

fn hand_over<T: Setup>(is_won: bool) -> Job {
    job(move || {
        Locks::<T>::hand_over_if_won(SUBNET);
        assert_eq!(Subnets::<T>::owner(SUBNET) == account::<T>(1), !is_won);
    })
}

/// The hotkey with the highest conviction, of as many as are kept in mind, has not won.
pub(crate) fn look_for_takeover<T: Setup>() -> Job {
    won_subnet::<T>(256);
    SubnetAlphaOut::<T>::insert(SUBNET, alpha(1 << 60));
    hand_over::<T>(false)
}

/// Who has won a subnet gets a uid in the place of one of so many.
pub(crate) fn take_over<T: Setup>(uids: u32) -> Job {
    won_subnet::<T>(uids as u16);
    hand_over::<T>(true)
}
