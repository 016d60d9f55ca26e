//! What holds between blocks, for `try_state` (spec 60 §2 I8 and I9).

use frame_support::{
    ensure,
    traits::{Get, fungible::Inspect},
};
use sp_runtime::{TryRuntimeError, traits::SaturatedConversion};
use subtensor_primitives::TaoBalance;

use crate::{
    Config, Contributions, CrowdloanId, Crowdloans, CurrentCrowdloanId, InfoOf, MaxContributions,
    NextCrowdloanId, Pallet,
};

impl<T: Config> Pallet<T> {
    pub(crate) fn check_all() -> Result<(), TryRuntimeError> {
        ensure!(
            !CurrentCrowdloanId::<T>::exists(),
            "a crowdloan is being finalized between blocks"
        );
        for (id, info) in Crowdloans::<T>::iter() {
            Self::check_books(id, &info)?;
            if !info.finalized {
                Self::check_funds_of(&info)?;
            }
        }
        let has_loan = |id| Crowdloans::<T>::contains_key(id);
        ensure!(
            Contributions::<T>::iter_keys().all(|(id, _)| has_loan(id)),
            "a contribution is to no crowdloan"
        );
        ensure!(
            MaxContributions::<T>::iter_keys().all(has_loan),
            "a limit is of no crowdloan"
        );
        Ok(())
    }

    fn check_books(id: CrowdloanId, info: &InfoOf<T>) -> Result<(), TryRuntimeError> {
        ensure!(id < NextCrowdloanId::<T>::get(), "a number comes again");
        ensure!(
            info.funds_account == Self::funds_account(id),
            "a crowdloan has the account of another"
        );
        ensure!(
            info.call.is_some() != info.target_address.is_some(),
            "a crowdloan cannot be finalized"
        );
        let given: TaoBalance = Contributions::<T>::iter_prefix_values(id).sum();
        ensure!(given == info.raised, "contributions do not sum up");
        let count: u32 = Contributions::<T>::iter_prefix(id).count().saturated_into();
        ensure!(
            count == info.contributors_count && (1..=T::MaxContributors::get()).contains(&count),
            "contributors are miscounted, or too many"
        );
        let own = Contributions::<T>::get(id, &info.creator).unwrap_or_default();
        ensure!(own >= info.deposit, "a creator has taken the deposit");
        ensure!(
            (info.deposit..=info.cap).contains(&info.raised),
            "less than the deposit has been raised, or more than the cap"
        );
        Ok(())
    }

    fn check_funds_of(info: &InfoOf<T>) -> Result<(), TryRuntimeError> {
        ensure!(
            T::Currency::balance(&info.funds_account) >= info.raised.to_u64(),
            "a crowdloan holds less than it has raised"
        );
        ensure!(
            frame_system::Pallet::<T>::providers(&info.funds_account) > 1,
            "nothing keeps the account of a crowdloan alive"
        );
        Ok(())
    }
}
