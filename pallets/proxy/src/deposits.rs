//! What accounts reserve for the entries that they cause (spec 60 §2 I5): a base for a list that is
//! not empty, and a price for each entry.

use frame_support::traits::{Get, ReservableCurrency};
use sp_runtime::{
    DispatchError,
    traits::{SaturatedConversion, Saturating, Zero},
};

use crate::{Announcements, BalanceOf, Config, DepositKind, Event, Pallet, Proxies};

impl<T: Config> Pallet<T> {
    /// What a list of so many entries costs, rao.
    pub(crate) fn price(kind: DepositKind, entries: usize) -> BalanceOf<T> {
        if entries == 0 {
            return Zero::zero();
        }
        let (base, factor) = match kind {
            DepositKind::Proxies => (T::ProxyDepositBase::get(), T::ProxyDepositFactor::get()),
            DepositKind::Announcements => (
                T::AnnouncementDepositBase::get(),
                T::AnnouncementDepositFactor::get(),
            ),
        };
        base.saturating_add(factor.saturating_mul(entries.saturated_into()))
    }

    /// Reserves or releases what a list costs more or less than it did, and gives what it costs.
    ///
    /// What a pure account got from its spawner is not its own to release: with the last relation
    /// of such an account that part stays reserved, as nobody can act for the account any more.
    ///
    /// Errors: that of the currency, if `who` has not got it.
    pub(crate) fn adjust_deposit(
        who: &T::AccountId,
        kind: DepositKind,
        before: BalanceOf<T>,
        entries: usize,
    ) -> Result<BalanceOf<T>, DispatchError> {
        let after = Self::price(kind, entries);
        if after > before {
            T::Currency::reserve(who, after.saturating_sub(before))?;
        } else {
            T::Currency::unreserve(who, before.saturating_sub(after));
        }
        Ok(after)
    }

    /// Brings both deposits of an account to what their lists cost now. True if one has changed.
    ///
    /// Errors: that of the currency, if `who` has not got it.
    pub(crate) fn poke(who: &T::AccountId) -> Result<bool, DispatchError> {
        let (definitions, before) = Proxies::<T>::get(who);
        let kind = DepositKind::Proxies;
        let delegates = Self::poke_one(who, kind, before, definitions.len())?;
        if let Some(after) = delegates {
            Proxies::<T>::insert(who, (definitions, after));
        }
        let (announced, before) = Announcements::<T>::get(who);
        let kind = DepositKind::Announcements;
        let announcements = Self::poke_one(who, kind, before, announced.len())?;
        if let Some(after) = announcements {
            Announcements::<T>::insert(who, (announced, after));
        }
        Ok(delegates.is_some() || announcements.is_some())
    }

    /// The deposit of a list, if it has changed.
    fn poke_one(
        who: &T::AccountId,
        kind: DepositKind,
        old_deposit: BalanceOf<T>,
        entries: usize,
    ) -> Result<Option<BalanceOf<T>>, DispatchError> {
        let new_deposit = Self::adjust_deposit(who, kind, old_deposit, entries)?;
        if new_deposit == old_deposit {
            return Ok(None);
        }
        Self::deposit_event(Event::DepositPoked {
            who: who.clone(),
            kind,
            old_deposit,
            new_deposit,
        });
        Ok(Some(new_deposit))
    }
}
