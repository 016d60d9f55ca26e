//! What a stored call may ask.

use alloc::vec::Vec;
use frame_support::traits::Get;
use sp_runtime::{DispatchError, traits::SaturatedConversion};
use subtensor_primitives::{CrowdloansInterface, FinalizingCrowdloan, TaoBalance};

use crate::{Config, Contributions, Crowdloans, CurrentCrowdloanId, Error, Pallet};

impl<T: Config> CrowdloansInterface<T::AccountId> for Pallet<T> {
    fn finalizing() -> Result<FinalizingCrowdloan<T::AccountId>, DispatchError> {
        let id = CurrentCrowdloanId::<T>::get().ok_or(Error::<T>::InvalidCrowdloanId)?;
        let info = Crowdloans::<T>::get(id).ok_or(Error::<T>::InvalidCrowdloanId)?;
        Ok(FinalizingCrowdloan {
            id,
            creator: info.creator,
            funds_account: info.funds_account,
            raised: info.raised,
        })
    }

    fn contributions(id: u32) -> Vec<(T::AccountId, TaoBalance)> {
        Contributions::<T>::iter_prefix(id)
            .take(T::MaxContributors::get().saturated_into())
            .collect()
    }

    fn max_contributors() -> u32 {
        T::MaxContributors::get()
    }
}
