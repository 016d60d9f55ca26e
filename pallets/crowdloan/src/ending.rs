//! The two ends of a crowdloan.

use frame_support::{
    dispatch::{
        DispatchErrorWithPostInfo, DispatchResult, GetDispatchInfo, WithPostDispatchInfo,
        extract_actual_weight,
    },
    ensure,
    traits::fungible::Inspect,
    weights::Weight,
};
use sp_runtime::{DispatchError, traits::Dispatchable};
use subtensor_primitives::TaoBalance;

use crate::{
    Config, Contributions, CrowdloanId, Crowdloans, CurrentCrowdloanId, Error, Event, InfoOf,
    MaxContributions, Pallet, StoredCallOf, WeightInfo,
};

impl<T: Config> Pallet<T> {
    /// Finalizes a crowdloan by the origin of its creator, and gives what the stored call weighed.
    /// As for every call, what fails leaves nothing behind, `CurrentCrowdloanId` neither.
    pub(crate) fn do_finalize(
        id: CrowdloanId,
        who: &T::AccountId,
        origin: T::RuntimeOrigin,
    ) -> Result<Weight, DispatchErrorWithPostInfo> {
        let own = T::WeightInfo::finalize();
        let info = Self::ready(id, who).map_err(|error| error.with_weight(own))?;
        let before = T::Currency::balance(&info.funds_account);
        let weight = match (&info.call, &info.target_address) {
            (Some(call), None) => Self::make_stored_call(id, call, origin)?,
            (None, Some(target)) => {
                let all = info.raised.saturating_add(Self::surplus(&info));
                Self::pay(&info.funds_account, target, all)
                    .map_err(|error| error.with_weight(own))?;
                Weight::zero()
            }
            _ => return Err(Error::<T>::InvalidFinalizationConfig.with_weight(own)),
        };
        Self::close(id, info, before)
            .map_err(|error| error.with_weight(own.saturating_add(weight)))?;
        Ok(weight)
    }

    /// A crowdloan that can be finalized.
    fn ready(id: CrowdloanId, who: &T::AccountId) -> Result<InfoOf<T>, Error<T>> {
        let info = Crowdloans::<T>::get(id).ok_or(Error::<T>::InvalidCrowdloanId)?;
        ensure!(info.creator == *who, Error::<T>::InvalidOrigin);
        ensure!(info.raised == info.cap, Error::<T>::CapNotRaised);
        ensure!(!info.finalized, Error::<T>::AlreadyFinalized);
        ensure!(
            !CurrentCrowdloanId::<T>::exists(),
            Error::<T>::AlreadyFinalizing
        );
        Ok(info)
    }

    /// The origin is that of `finalize`, so the filters of a delegate hold for the stored call too.
    fn make_stored_call(
        id: CrowdloanId,
        stored: &StoredCallOf<T>,
        origin: T::RuntimeOrigin,
    ) -> Result<Weight, DispatchErrorWithPostInfo> {
        let own = T::WeightInfo::finalize();
        let (call, overhead) = Self::load_call(stored).map_err(|error| {
            // How much was loaded in vain is not known.
            DispatchErrorWithPostInfo::from(DispatchError::from(error))
        })?;
        CurrentCrowdloanId::<T>::put(id);
        let info = call.get_dispatch_info();
        let outcome = call.dispatch(origin);
        let weight = extract_actual_weight(&outcome, &info).saturating_add(overhead);
        outcome.map_err(|failure| failure.error.with_weight(own.saturating_add(weight)))?;
        CurrentCrowdloanId::<T>::kill();
        Self::drop_call(stored);
        Ok(weight)
    }

    /// What a stranger has sent to the funds account is not asked for, but does not stay either.
    fn close(id: CrowdloanId, mut info: InfoOf<T>, before: u64) -> DispatchResult {
        let left = TaoBalance::new(T::Currency::balance(&info.funds_account));
        ensure!(
            left.saturating_add(info.raised).to_u64() <= before,
            Error::<T>::FundsNotSettled
        );
        if !left.is_zero() {
            Self::pay(&info.funds_account, &info.creator, left)?;
        }
        Self::release(&info)?;
        info.finalized = true;
        Crowdloans::<T>::insert(id, info);
        Self::deposit_event(Event::Finalized { crowdloan_id: id });
        Ok(())
    }

    pub(crate) fn do_dissolve(id: CrowdloanId, who: &T::AccountId) -> DispatchResult {
        let info = Self::own(id, who)?;
        let given = Contributions::<T>::get(id, who).ok_or(Error::<T>::NoContribution)?;
        ensure!(given == info.raised, Error::<T>::NotReadyToDissolve);
        let all = given.saturating_add(Self::surplus(&info));
        Self::pay(&info.funds_account, who, all)?;
        Contributions::<T>::remove(id, who);
        if let Some(call) = &info.call {
            Self::drop_call(call);
        }
        Self::release(&info)?;
        Crowdloans::<T>::remove(id);
        MaxContributions::<T>::remove(id);
        Self::deposit_event(Event::Dissolved { crowdloan_id: id });
        Ok(())
    }

    /// What was sent to the funds account past the crowdloan, rao.
    fn surplus(info: &InfoOf<T>) -> TaoBalance {
        TaoBalance::new(T::Currency::balance(&info.funds_account)).saturating_sub(info.raised)
    }

    /// The funds account need not live any more.
    fn release(info: &InfoOf<T>) -> DispatchResult {
        frame_system::Pallet::<T>::dec_providers(&info.funds_account).map(|_| ())
    }
}
