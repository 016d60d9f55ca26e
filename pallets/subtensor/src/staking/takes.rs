//! The take of a delegate from the dividends of its stakers (spec 50 §8.1). It falls at any time and rises once in a
//! while.

use frame_support::ensure;
use sp_runtime::{DispatchResult, PerU16};

use crate::{Config, Error, Event, Pallet, pallet::*};

#[cfg(test)]
mod tests;

impl<T: Config> Pallet<T> {
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
            Self::hotkey_account_exists(hotkey),
            Error::HotKeyAccountNotExists
        );
        ensure!(
            Self::coldkey_owns_hotkey(coldkey, hotkey),
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
            Self::passes_take_limit(hotkey),
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
        Self::deposit_event(Event::TakeDecreased(coldkey, hotkey, take.deconstruct()));
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
        Self::deposit_event(Event::TakeIncreased(coldkey, hotkey, take.deconstruct()));
        Ok(())
    }

    fn put_take(hotkey: &T::AccountId, take: PerU16) {
        Self::note_take_change(hotkey);
        Delegates::<T>::insert(hotkey, take);
    }
}
