//! Coldkeys that give all they have to another.

use frame_support::{assert_ok, traits::UnfilteredDispatchable};

use super::{Job, dispatch, job};
use crate::{
    Admission, Call, ColdkeySwaps,
    benchmarking::{
        Prepared, Setup, account,
        coldkeys::{NEW, OLD, Size, announce, heavy, heavy_of},
        rows::register,
        signed,
        states::*,
    },
    keys::SwapSize,
    staking::MAX_COLDKEYS,
};

fn swap<T: Setup>() -> Prepared<T> {
    let new_coldkey = account::<T>(NEW);
    (
        signed::<T>(OLD),
        Call::swap_coldkey_announced { new_coldkey },
    )
}

/// Looks at a coldkey with something on every subnet.
pub(crate) fn look_at_coldkey<T: Setup>() -> Job {
    heavy::<T>();
    let coldkey = account::<T>(OLD);
    job(move || {
        SwapSize::of::<T>(&coldkey);
    })
}

/// A coldkey with nothing is swapped, where there are so many subnets.
pub(crate) fn swap_coldkey<T: Setup>(subnets: u32) -> Job {
    some_subnets::<T>(subnets);
    announce::<T>();
    dispatch::<T>(swap::<T>())
}

/// A coldkey with so much is swapped.
fn swap_of<T: Setup>(size: Size) -> Job {
    heavy_of::<T>(size);
    let (origin, call) = swap::<T>();
    // Nothing of it is in a pool, so that there is none to reopen.
    job(move || {
        assert_ok!(call.dispatch_bypass_filter(origin.into()));
    })
}

/// So many subnets are its own, on all of which it has a lock and named a hotkey like many others.
pub(crate) fn swap_coldkey_touched<T: Setup>(touched: u32) -> Job {
    swap_of::<T>(Size {
        touched,
        namesakes: MAX_COLDKEYS as u32 - 1,
        ..Size::default()
    })
}

/// It has stake on so many hotkeys.
pub(crate) fn swap_coldkey_staked<T: Setup>(staked: u32) -> Job {
    swap_of::<T>(Size {
        staked,
        ..Size::default()
    })
}

/// It owns so many hotkeys.
pub(crate) fn swap_coldkey_owned<T: Setup>(owned: u32) -> Job {
    swap_of::<T>(Size {
        owned,
        ..Size::default()
    })
}

pub(crate) fn swap_coldkey_positions<T: Setup>(positions: u32) -> Job {
    swap_of::<T>(Size {
        positions,
        ..Size::default()
    })
}

pub(crate) fn swap_coldkey_collateral<T: Setup>(collateral: u32) -> Job {
    swap_of::<T>(Size {
        collateral,
        ..Size::default()
    })
}

/// Creations that wait name it.
pub(crate) fn swap_coldkey_waiting<T: Setup>(waiting: u32) -> Job {
    swap_of::<T>(Size {
        waiting,
        ..Size::default()
    })
}

/// An account whose swap is announced.
pub(crate) fn swap_guard<T: Setup>() -> Job {
    chain::<T>();
    announce::<T>();
    let coldkey = account::<T>(OLD);
    job(move || assert!(ColdkeySwaps::<T>::freeze_of(&coldkey).is_some()))
}

/// What a registration cannot do.
pub(crate) fn look_at_call<T: Setup>() -> Job {
    chain::<T>();
    let (signer, call) = (account::<T>(OWNER), register::<T>());
    job(move || {
        Admission::<T>::undue_weight(Some(&signer), &call);
    })
}
