//! What holds between blocks, for `try_state` (spec 60 §2 I5 to I7 and I10).

use frame_support::{
    ensure,
    traits::{Get, ReservableCurrency},
};
use sp_runtime::{
    TryRuntimeError,
    traits::{Saturating, Zero},
};

use crate::{
    Announcements, BalanceOf, Config, DepositKind, LastCallResult, Pallet, Proxies,
    RealPaysFeeConsentV1,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn check_all() -> Result<(), TryRuntimeError> {
        Self::check_lists()?;
        Self::check_deposits()?;
        Self::check_consents()?;
        ensure!(
            LastCallResult::<T>::iter().next().is_none(),
            "a result outlives its block"
        );
        Ok(())
    }

    fn check_lists() -> Result<(), TryRuntimeError> {
        for (real, (definitions, _)) in Proxies::<T>::iter() {
            let count = definitions.len() as u32;
            ensure!(
                (1..=T::MaxProxies::get()).contains(&count),
                "an account has no delegate, or too many"
            );
            ensure!(
                definitions
                    .windows(2)
                    .all(|pair| pair.first() < pair.last()),
                "delegates are not sorted"
            );
            ensure!(
                definitions.iter().all(|known| known.delegate != real),
                "an account is its own delegate"
            );
        }
        for (_, (announced, _)) in Announcements::<T>::iter() {
            let count = announced.len() as u32;
            ensure!(
                (1..=T::MaxPending::get()).contains(&count),
                "a delegate has announced nothing, or too much"
            );
            ensure!(
                announced.windows(2).all(|pair| {
                    pair.first().map(|older| older.height) <= pair.last().map(|newer| newer.height)
                }),
                "announcements are not in their order"
            );
        }
        Ok(())
    }

    /// All deposits are reserved, and each by the account itself but for the price of one delegate,
    /// which the spawner of a pure account pays.
    fn check_deposits() -> Result<(), TryRuntimeError> {
        let mut sum = BalanceOf::<T>::zero();
        let mut reserved = BalanceOf::<T>::zero();
        for who in frame_system::Account::<T>::iter_keys() {
            reserved = reserved.saturating_add(T::Currency::reserved_balance(&who));
        }
        for (who, (_, deposit)) in Proxies::<T>::iter() {
            sum = sum.saturating_add(deposit);
            let own = deposit.saturating_sub(Self::price(DepositKind::Proxies, 1));
            let (_, announced) = Announcements::<T>::get(&who);
            ensure!(
                T::Currency::reserved_balance(&who) >= own.saturating_add(announced),
                "less is reserved than the deposit of delegates"
            );
        }
        for (who, (_, deposit)) in Announcements::<T>::iter() {
            sum = sum.saturating_add(deposit);
            ensure!(
                T::Currency::reserved_balance(&who) >= deposit,
                "less is reserved than the deposit of announcements"
            );
        }
        ensure!(reserved >= sum, "less is reserved than all deposits");
        Ok(())
    }

    fn check_consents() -> Result<(), TryRuntimeError> {
        for (real, delegate, ()) in RealPaysFeeConsentV1::<T>::iter() {
            ensure!(
                Self::definition_of(&real, &delegate, None).is_ok(),
                "an account pays for somebody who is no delegate"
            );
        }
        Ok(())
    }
}
