//! Making a call for somebody else (spec 60 §10.4).

use frame_support::{
    dispatch::{
        DispatchErrorWithPostInfo, DispatchResultWithPostInfo, GetDispatchInfo,
        extract_actual_weight,
    },
    traits::{InstanceFilter, IsSubType, IsType, OriginTrait},
    weights::Weight,
};
use frame_system::RawOrigin;
use sp_runtime::{DispatchError, traits::Dispatchable};

use crate::{Call, Config, Event, Guard, LastCallResult, Pallet};

impl<T: Config> Pallet<T> {
    /// Makes a call for `real` as a delegate of the given type, says what became of it, and gives
    /// what it weighed. What is refused weighs nothing.
    pub(crate) fn execute(
        proxy_type: T::ProxyType,
        real: T::AccountId,
        call: <T as Config>::RuntimeCall,
    ) -> Weight {
        let info = call.get_dispatch_info();
        let mut origin = T::RuntimeOrigin::from(RawOrigin::Signed(real.clone()));
        // The filter stays with the origin, so it holds for all that the call dispatches by it.
        origin.add_filter(move |held: &<T as frame_system::Config>::RuntimeCall| {
            Self::permits(proxy_type, <T as Config>::RuntimeCall::from_ref(held))
        });
        let outcome = Self::dispatch_guarded(&real, call, origin);
        let weight = extract_actual_weight(&outcome, &info);
        let result = outcome.map(|_| ()).map_err(|failure| failure.error);
        LastCallResult::<T>::insert(real, result);
        Self::deposit_event(Event::ProxyExecuted { result });
        weight
    }

    fn dispatch_guarded(
        real: &T::AccountId,
        call: <T as Config>::RuntimeCall,
        origin: T::RuntimeOrigin,
    ) -> DispatchResultWithPostInfo {
        if !origin.filter_call(call.into_ref()) {
            return Err(refusal(frame_system::Error::<T>::CallFiltered.into()));
        }
        T::Guard::check(real, &call).map_err(refusal)?;
        call.dispatch(origin)
    }

    /// Whether a delegate of a type may make a call. What it says of delegates holds for every
    /// type: it names and removes those who may do no more than itself.
    pub fn permits(proxy_type: T::ProxyType, call: &<T as Config>::RuntimeCall) -> bool {
        let is_allowed = match call.is_sub_type() {
            Some(
                Call::add_proxy {
                    proxy_type: named, ..
                }
                | Call::remove_proxy {
                    proxy_type: named, ..
                },
            ) => proxy_type.is_superset(named),
            Some(Call::remove_proxies {} | Call::kill_pure { .. }) => {
                proxy_type == T::ProxyType::default()
            }
            _ => true,
        };
        is_allowed && proxy_type.filter(call)
    }
}

/// A call that was not made.
fn refusal(error: DispatchError) -> DispatchErrorWithPostInfo {
    DispatchErrorWithPostInfo {
        post_info: Some(Weight::zero()).into(),
        error,
    }
}
