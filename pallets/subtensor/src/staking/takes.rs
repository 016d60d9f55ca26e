//! The take of a delegate from the dividends of its stakers (spec 50 §8.1). It falls at any time
//! and rises once in a while.

use core::marker::PhantomData;
use frame_support::ensure;
use sp_runtime::{DispatchResult, PerU16};
use subtensor_primitives::NetUid;

use crate::{
    Config, Error, Event, Hotkeys, Pallet, RateLimits,
    domain::{Domain, HotkeySwap},
    pallet::{Delegates, MaxDelegateTake, MinDelegateTake},
};

#[cfg(test)]
mod tests;

/// Takes of delegates.
pub struct Takes<T>(PhantomData<T>);

impl<T: Config> Takes<T> {
    /// What every change of a take has to fulfil.
    fn check_take(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        take: PerU16,
    ) -> Result<(), Error<T>> {
        ensure!(
            take >= MinDelegateTake::<T>::get(),
            Error::DelegateTakeTooLow
        );
        ensure!(
            take <= MaxDelegateTake::<T>::get(),
            Error::DelegateTakeTooHigh
        );
        ensure!(
            Hotkeys::<T>::hotkey_account_exists(hotkey),
            Error::HotKeyAccountNotExists
        );
        ensure!(
            Hotkeys::<T>::coldkey_owns_hotkey(coldkey, hotkey),
            Error::NonAssociatedColdKey
        );
        Ok(())
    }

    /// Everything that keeps the take of a hotkey from being lowered.
    pub(crate) fn check_decrease_take(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        take: PerU16,
    ) -> Result<(), Error<T>> {
        Self::check_take(coldkey, hotkey, take)?;
        // The take of a hotkey that never set one may be stored as it is.
        let current = Delegates::<T>::get(hotkey);
        let is_new = !Delegates::<T>::contains_key(hotkey);
        ensure!(
            take < current || (is_new && take == current),
            Error::DelegateTakeTooLow
        );
        Ok(())
    }

    /// Everything that keeps the take of a hotkey from being raised.
    pub(crate) fn check_increase_take(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        take: PerU16,
    ) -> Result<(), Error<T>> {
        Self::check_take(coldkey, hotkey, take)?;
        if let Ok(current) = Delegates::<T>::try_get(hotkey) {
            ensure!(take > current, Error::DelegateTakeTooLow);
        }
        ensure!(
            RateLimits::<T>::passes_take_limit(hotkey),
            Error::DelegateTxRateLimitExceeded
        );
        Ok(())
    }

    /// Lowers the take of a hotkey. Starts the time until it may be raised.
    pub(crate) fn do_decrease_take(
        coldkey: T::AccountId,
        hotkey: T::AccountId,
        take: PerU16,
    ) -> DispatchResult {
        Self::check_decrease_take(&coldkey, &hotkey, take)?;
        Self::put_take(&hotkey, take);
        Pallet::<T>::deposit_event(Event::TakeDecreased(coldkey, hotkey, take.deconstruct()));
        Ok(())
    }

    /// Raises the take of a hotkey.
    pub(crate) fn do_increase_take(
        coldkey: T::AccountId,
        hotkey: T::AccountId,
        take: PerU16,
    ) -> DispatchResult {
        Self::check_increase_take(&coldkey, &hotkey, take)?;
        Self::put_take(&hotkey, take);
        Pallet::<T>::deposit_event(Event::TakeIncreased(coldkey, hotkey, take.deconstruct()));
        Ok(())
    }

    fn put_take(hotkey: &T::AccountId, take: PerU16) {
        RateLimits::<T>::note_take_change(hotkey);
        Delegates::<T>::insert(hotkey, take);
    }

    /// Lets a hotkey that nobody has the key of take nothing.
    pub(crate) fn waive_take(hotkey: &T::AccountId) {
        Delegates::<T>::insert(hotkey, PerU16::zero());
    }

    /// Stores the take of a hotkey that never set one, so that clients see it.
    pub(crate) fn show_take(hotkey: &T::AccountId) {
        if !Delegates::<T>::contains_key(hotkey) {
            Delegates::<T>::insert(hotkey, Delegates::<T>::get(hotkey));
        }
    }

    /// A hotkey on which somebody else than its owner stakes shows its take (spec 50 §8.2).
    pub(crate) fn become_delegate(hotkey: &T::AccountId, coldkey: &T::AccountId) {
        if !Hotkeys::<T>::coldkey_owns_hotkey(coldkey, hotkey) {
            Self::show_take(hotkey);
        }
    }

    /// Take of a hotkey from the dividends of its stakers.
    pub(crate) fn take_of(hotkey: &T::AccountId) -> PerU16 {
        Delegates::<T>::get(hotkey)
    }
}

impl<T: Config> Domain<T> for Takes<T> {
    /// Who stakes on a hotkey pays no other take because it has another name. What the new one has
    /// set itself stays.
    fn swap_hotkey(_netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        if !swap.is_everywhere && !Delegates::<T>::contains_key(swap.new) {
            Self::copy_take(swap);
        }
    }

    fn swap_hotkey_everywhere(swap: &HotkeySwap<T::AccountId>) {
        Self::copy_take(swap);
        if !swap.keep_stake {
            Delegates::<T>::remove(swap.old);
        }
    }
}

impl<T: Config> Takes<T> {
    fn copy_take(swap: &HotkeySwap<T::AccountId>) {
        if let Ok(take) = Delegates::<T>::try_get(swap.old) {
            Delegates::<T>::insert(swap.new, take);
        }
    }
}
