//! Giving to a crowdloan, taking back what was given, and giving it back.

use alloc::vec::Vec;
use frame_support::{
    dispatch::DispatchResult,
    ensure,
    traits::{
        Get,
        fungible::{Inspect, Mutate},
        tokens::{Fortitude, Preservation},
    },
};
use sp_runtime::{DispatchError, traits::SaturatedConversion};
use subtensor_primitives::TaoBalance;

use crate::{
    Config, Contributions, CrowdloanId, Crowdloans, Error, Event, InfoOf, MaxContributions, Pallet,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_contribute(
        id: CrowdloanId,
        contributor: T::AccountId,
        offered: TaoBalance,
    ) -> DispatchResult {
        let mut info = Self::idle(id)?;
        let now = frame_system::Pallet::<T>::block_number();
        ensure!(now < info.end, Error::<T>::ContributionPeriodEnded);
        ensure!(info.raised < info.cap, Error::<T>::CapRaised);
        ensure!(
            offered >= info.min_contribution,
            Error::<T>::ContributionTooLow
        );
        let before = Contributions::<T>::get(id, &contributor);
        if before.is_none() {
            ensure!(
                info.contributors_count < T::MaxContributors::get(),
                Error::<T>::MaxContributorsReached
            );
            info.contributors_count = info
                .contributors_count
                .checked_add(1)
                .ok_or(Error::<T>::Overflow)?;
        }
        let before = before.unwrap_or_default();
        let amount = offered.min(Self::room(id, &info, before)?);
        let given = before.checked_add(amount).ok_or(Error::<T>::Overflow)?;
        // Less could not be paid back to an account that has nothing else.
        ensure!(
            given.to_u64() >= T::Currency::minimum_balance(),
            Error::<T>::ContributionTooLow
        );
        info.raised = info
            .raised
            .checked_add(amount)
            .ok_or(Error::<T>::Overflow)?;
        Self::check_funds(&contributor, amount)?;
        Self::pay(&contributor, &info.funds_account, amount)?;
        Contributions::<T>::insert(id, &contributor, given);
        Crowdloans::<T>::insert(id, info);
        Self::deposit_event(Event::Contributed {
            crowdloan_id: id,
            contributor,
            amount,
        });
        Ok(())
    }

    /// How much more a crowdloan takes from an account that has given so much.
    fn room(id: CrowdloanId, info: &InfoOf<T>, before: TaoBalance) -> Result<TaoBalance, Error<T>> {
        let room = info.cap.saturating_sub(info.raised);
        let Some(most) = MaxContributions::<T>::get(id) else {
            return Ok(room);
        };
        ensure!(before < most, Error::<T>::MaxContributionReached);
        Ok(room.min(most.saturating_sub(before)))
    }

    pub(crate) fn do_withdraw(id: CrowdloanId, contributor: T::AccountId) -> DispatchResult {
        let mut info = Self::open(id)?;
        let given = Contributions::<T>::get(id, &contributor).unwrap_or_default();
        ensure!(!given.is_zero(), Error::<T>::NoContribution);
        let amount = if contributor == info.creator {
            let amount = given.saturating_sub(info.deposit);
            ensure!(!amount.is_zero(), Error::<T>::DepositCannotBeWithdrawn);
            Contributions::<T>::insert(id, &contributor, info.deposit);
            amount
        } else {
            Contributions::<T>::remove(id, &contributor);
            Self::count_out(&mut info, 1)?;
            given
        };
        Self::pay_back(&mut info, &contributor, amount)?;
        Crowdloans::<T>::insert(id, info);
        Self::deposit_event(Event::Withdrew {
            crowdloan_id: id,
            contributor,
            amount,
        });
        Ok(())
    }

    /// Pays back contributors, and gives how many.
    pub(crate) fn do_refund(id: CrowdloanId, who: &T::AccountId) -> Result<u32, DispatchError> {
        let mut info = Self::own(id, who)?;
        // The creator may be among the first, so one row more is read than is removed.
        let rows: Vec<_> = Contributions::<T>::iter_prefix(id)
            .filter(|(contributor, _)| *contributor != info.creator)
            .take(T::RefundContributorsLimit::get().saturated_into())
            .collect();
        let refunded = rows.len().saturated_into();
        for (contributor, amount) in rows {
            Self::pay_back(&mut info, &contributor, amount)?;
            Contributions::<T>::remove(id, &contributor);
        }
        Self::count_out(&mut info, refunded)?;
        let event = if info.contributors_count > 1 {
            Event::PartiallyRefunded { crowdloan_id: id }
        } else {
            Event::AllRefunded { crowdloan_id: id }
        };
        Crowdloans::<T>::insert(id, info);
        Self::deposit_event(event);
        Ok(refunded)
    }

    /// Takes contributors out of the count.
    fn count_out(info: &mut InfoOf<T>, count: u32) -> Result<(), Error<T>> {
        info.contributors_count = info
            .contributors_count
            .checked_sub(count)
            .ok_or(Error::<T>::Underflow)?;
        Ok(())
    }

    fn pay_back(
        info: &mut InfoOf<T>,
        contributor: &T::AccountId,
        amount: TaoBalance,
    ) -> DispatchResult {
        info.raised = info
            .raised
            .checked_sub(amount)
            .ok_or(Error::<T>::Underflow)?;
        Self::pay(&info.funds_account, contributor, amount)
    }

    /// Moves TAO. The sender may be reaped.
    pub(crate) fn pay(
        from: &T::AccountId,
        to: &T::AccountId,
        amount: TaoBalance,
    ) -> DispatchResult {
        T::Currency::transfer(from, to, amount.to_u64(), Preservation::Expendable)?;
        Ok(())
    }

    /// Whether an account can spend so much.
    pub(crate) fn check_funds(who: &T::AccountId, amount: TaoBalance) -> Result<(), Error<T>> {
        let spendable =
            T::Currency::reducible_balance(who, Preservation::Expendable, Fortitude::Polite);
        ensure!(
            spendable >= amount.to_u64(),
            Error::<T>::InsufficientBalance
        );
        Ok(())
    }
}
