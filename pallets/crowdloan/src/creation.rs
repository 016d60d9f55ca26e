//! Opening a crowdloan.

use frame_support::{dispatch::DispatchResult, ensure, traits::Get};
use sp_runtime::traits::AccountIdConversion;
use subtensor_primitives::TaoBalance;

use crate::{
    Config, Contributions, CrowdloanId, CrowdloanInfo, Crowdloans, Error, Event, NextCrowdloanId,
    Pallet, TermsOf,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn do_create(creator: T::AccountId, terms: TermsOf<T>) -> DispatchResult {
        Self::check_terms(&terms)?;
        Self::check_funds(&creator, terms.deposit)?;
        let id = NextCrowdloanId::<T>::get();
        NextCrowdloanId::<T>::put(id.checked_add(1).ok_or(Error::<T>::Overflow)?);
        let funds_account = Self::funds_account(id);
        // It lives while the crowdloan does, whatever it holds.
        frame_system::Pallet::<T>::inc_providers(&funds_account);
        let call = terms.call.as_ref().map(Self::store_call).transpose()?;
        let info = CrowdloanInfo {
            creator: creator.clone(),
            deposit: terms.deposit,
            min_contribution: terms.min_contribution,
            end: terms.end,
            cap: terms.cap,
            funds_account,
            raised: terms.deposit,
            target_address: terms.target_address,
            call,
            finalized: false,
            contributors_count: 1,
        };
        Crowdloans::<T>::insert(id, &info);
        Self::pay(&creator, &info.funds_account, terms.deposit)?;
        Contributions::<T>::insert(id, &creator, terms.deposit);
        Self::deposit_event(Event::Created {
            crowdloan_id: id,
            creator,
            end: terms.end,
            cap: terms.cap,
        });
        Ok(())
    }

    fn check_terms(terms: &TermsOf<T>) -> Result<(), Error<T>> {
        ensure!(
            terms.deposit >= T::MinimumDeposit::get(),
            Error::<T>::DepositTooLow
        );
        ensure!(terms.cap > terms.deposit, Error::<T>::CapTooLow);
        Self::check_min_contribution(terms.min_contribution)?;
        let is_clear = match (&terms.call, &terms.target_address) {
            (Some(call), None) => Self::can_be_paid_for(call),
            (None, Some(_)) => true,
            _ => false,
        };
        ensure!(is_clear, Error::<T>::InvalidFinalizationConfig);
        Self::check_end(terms.end)
    }

    /// Who holds what a crowdloan raises.
    pub fn funds_account(id: CrowdloanId) -> T::AccountId {
        T::PalletId::get().into_sub_account_truncating(id)
    }

    pub(crate) fn check_min_contribution(amount: TaoBalance) -> Result<(), Error<T>> {
        ensure!(
            amount >= T::AbsoluteMinimumContribution::get(),
            Error::<T>::MinimumContributionTooLow
        );
        Ok(())
    }
}
