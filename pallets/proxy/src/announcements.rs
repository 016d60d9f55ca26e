//! Calls that delegates announce before they make them (spec 60 §10.4).

use frame_support::{dispatch::DispatchResult, ensure};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::traits::Saturating;

use crate::{
    Announcement, AnnouncementOf, Announcements, Config, DepositKind, Error, Event, Pallet,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn add_announcement(
        who: T::AccountId,
        real: T::AccountId,
        call_hash: T::Hash,
    ) -> DispatchResult {
        Self::definition_of(&real, &who, None)?;
        let (mut announced, deposit) = Announcements::<T>::get(&who);
        let new = Announcement {
            real: real.clone(),
            call_hash,
            height: frame_system::Pallet::<T>::block_number(),
        };
        announced.try_push(new).map_err(|_| Error::<T>::TooMany)?;
        let kind = DepositKind::Announcements;
        let deposit = Self::adjust_deposit(&who, kind, deposit, announced.len())?;
        Announcements::<T>::insert(&who, (announced, deposit));
        Self::deposit_event(Event::Announced {
            real,
            proxy: who,
            call_hash,
        });
        Ok(())
    }

    /// Drops what a delegate has announced of a call for `real`, however long ago.
    ///
    /// Errors: `NotFound`.
    pub(crate) fn drop_announcements(
        delegate: &T::AccountId,
        real: &T::AccountId,
        call_hash: T::Hash,
    ) -> DispatchResult {
        let is_meant = |announcement: &AnnouncementOf<T>| {
            announcement.real == *real && announcement.call_hash == call_hash
        };
        Self::drop_where(delegate, is_meant, Error::NotFound)
    }

    /// Drops what a delegate has announced of a call for `real` at least `delay` blocks ago.
    ///
    /// Errors: `Unannounced`.
    pub(crate) fn take_announced(
        delegate: &T::AccountId,
        real: &T::AccountId,
        call_hash: T::Hash,
        delay: BlockNumberFor<T>,
    ) -> DispatchResult {
        let now = frame_system::Pallet::<T>::block_number();
        let is_due = |announcement: &AnnouncementOf<T>| {
            announcement.real == *real
                && announcement.call_hash == call_hash
                && now.saturating_sub(announcement.height) >= delay
        };
        Self::drop_where(delegate, is_due, Error::Unannounced)
    }

    fn drop_where(
        delegate: &T::AccountId,
        is_meant: impl Fn(&AnnouncementOf<T>) -> bool,
        error: Error<T>,
    ) -> DispatchResult {
        let (mut announced, deposit) = Announcements::<T>::get(delegate);
        let before = announced.len();
        announced.retain(|announcement| !is_meant(announcement));
        ensure!(announced.len() < before, error);
        let kind = DepositKind::Announcements;
        let deposit = Self::adjust_deposit(delegate, kind, deposit, announced.len())?;
        if announced.is_empty() {
            Announcements::<T>::remove(delegate);
        } else {
            Announcements::<T>::insert(delegate, (announced, deposit));
        }
        Ok(())
    }
}
