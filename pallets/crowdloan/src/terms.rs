//! Who may touch a crowdloan, and what its creator can change of it.

use frame_support::{dispatch::DispatchResult, ensure, traits::Get};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_runtime::traits::Saturating;
use subtensor_primitives::TaoBalance;

use crate::{
    Config, Contributions, CrowdloanId, Crowdloans, CurrentCrowdloanId, Error, Event, InfoOf,
    MaxContributions, Pallet,
};

impl<T: Config> Pallet<T> {
    /// A crowdloan whose stored call is not running: while it does, what was raised is being
    /// spent.
    pub(crate) fn idle(id: CrowdloanId) -> Result<InfoOf<T>, Error<T>> {
        let info = Crowdloans::<T>::get(id).ok_or(Error::<T>::InvalidCrowdloanId)?;
        ensure!(
            CurrentCrowdloanId::<T>::get() != Some(id),
            Error::<T>::AlreadyFinalizing
        );
        Ok(info)
    }

    /// A crowdloan that is not finalized.
    pub(crate) fn open(id: CrowdloanId) -> Result<InfoOf<T>, Error<T>> {
        let info = Self::idle(id)?;
        ensure!(!info.finalized, Error::<T>::AlreadyFinalized);
        Ok(info)
    }

    /// A crowdloan that is not finalized, for its creator.
    pub(crate) fn own(id: CrowdloanId, who: &T::AccountId) -> Result<InfoOf<T>, Error<T>> {
        let info = Self::open(id)?;
        ensure!(info.creator == *who, Error::<T>::InvalidOrigin);
        Ok(info)
    }

    /// Whether a crowdloan may end then.
    pub(crate) fn check_end(end: BlockNumberFor<T>) -> Result<(), Error<T>> {
        let now = frame_system::Pallet::<T>::block_number();
        ensure!(now < end, Error::<T>::CannotEndInPast);
        let duration = end.saturating_sub(now);
        ensure!(
            duration >= T::MinimumBlockDuration::get(),
            Error::<T>::BlockDurationTooShort
        );
        ensure!(
            duration <= T::MaximumBlockDuration::get(),
            Error::<T>::BlockDurationTooLong
        );
        Ok(())
    }

    pub(crate) fn do_update_min_contribution(
        id: CrowdloanId,
        who: &T::AccountId,
        amount: TaoBalance,
    ) -> DispatchResult {
        let mut info = Self::own(id, who)?;
        Self::check_min_contribution(amount)?;
        if let Some(most) = MaxContributions::<T>::get(id) {
            ensure!(amount <= most, Error::<T>::MinimumContributionTooHigh);
        }
        info.min_contribution = amount;
        Crowdloans::<T>::insert(id, info);
        Self::deposit_event(Event::MinContributionUpdated {
            crowdloan_id: id,
            new_min_contribution: amount,
        });
        Ok(())
    }

    pub(crate) fn do_update_end(
        id: CrowdloanId,
        who: &T::AccountId,
        end: BlockNumberFor<T>,
    ) -> DispatchResult {
        let mut info = Self::own(id, who)?;
        Self::check_end(end)?;
        info.end = end;
        Crowdloans::<T>::insert(id, info);
        Self::deposit_event(Event::EndUpdated {
            crowdloan_id: id,
            new_end: end,
        });
        Ok(())
    }

    pub(crate) fn do_update_cap(
        id: CrowdloanId,
        who: &T::AccountId,
        cap: TaoBalance,
    ) -> DispatchResult {
        let mut info = Self::own(id, who)?;
        ensure!(cap >= info.raised, Error::<T>::CapTooLow);
        info.cap = cap;
        Crowdloans::<T>::insert(id, info);
        Self::deposit_event(Event::CapUpdated {
            crowdloan_id: id,
            new_cap: cap,
        });
        Ok(())
    }

    pub(crate) fn do_set_max_contribution(
        id: CrowdloanId,
        who: &T::AccountId,
        most: Option<TaoBalance>,
    ) -> DispatchResult {
        let info = Self::own(id, who)?;
        if let Some(most) = most {
            let given = Contributions::<T>::get(id, who).unwrap_or_default();
            ensure!(
                most >= info.min_contribution.max(given),
                Error::<T>::MaximumContributionTooLow
            );
        }
        MaxContributions::<T>::set(id, most);
        Self::deposit_event(Event::MaxContributionUpdated {
            crowdloan_id: id,
            new_max_contribution: most,
        });
        Ok(())
    }
}
