//! Who may set a value and when (spec 30 §14): root always; the owner of the subnet outside the
//! freeze window, and once in an interval for each value.

use codec::Encode;
use frame_support::{
    dispatch::{DispatchClass, DispatchErrorWithPostInfo, PostDispatchInfo, WithPostDispatchInfo},
    ensure,
    weights::Weight,
};
use frame_system::{ensure_root, pallet_prelude::OriginFor};
use pallet_subtensor::{
    Error as SubtensorError, Hyperparameter, RateLimits, Schedule, Subnets, rate_limits::Action,
};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::NetUid;

use crate::{
    MAX_STAKERS, WeightInfo,
    pallet::{Config, Error, Event, Pallet},
};

/// Who may set a value of a subnet, besides root.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Who {
    /// Nobody.
    Root,
    /// The owner, once in `OwnerHyperparamRateLimit` tempos for each of these.
    Owner(Hyperparameter),
    /// The owner, once in the interval of that use.
    OwnerPer(Action),
    /// The owner, as often as it likes.
    OwnerAlways,
}

impl<T: Config> Pallet<T> {
    /// Makes a change of a subnet that exists; without one, of the chain, which is root's. The
    /// change is told whether the owner makes it.
    ///
    /// Errors, in order: `BadOrigin`; for the owner `TxRateLimitExceeded`,
    /// `AdminActionProhibitedDuringWeightsWindow`; `SubnetDoesNotExist`; those of the change.
    pub(crate) fn change(
        origin: OriginFor<T>,
        subnet: Option<NetUid>,
        who: Who,
        change: impl FnOnce(bool) -> DispatchResult,
    ) -> DispatchResult {
        let Some(netuid) = subnet else {
            ensure_root(origin)?;
            return change(false);
        };
        Self::by(origin, netuid, who, |by_owner| {
            ensure!(
                Subnets::<T>::subnet_exists(netuid),
                Error::<T>::SubnetDoesNotExist
            );
            change(by_owner)
        })
    }

    /// Makes a change if its maker may. The change itself says whether there is such a subnet; one
    /// that does not exist has no owner.
    ///
    /// Errors, in order: `BadOrigin`; for the owner `TxRateLimitExceeded`,
    /// `AdminActionProhibitedDuringWeightsWindow`; those of the change.
    pub(crate) fn by(
        origin: OriginFor<T>,
        netuid: NetUid,
        who: Who,
        change: impl FnOnce(bool) -> DispatchResult,
    ) -> DispatchResult {
        let owner = match who {
            Who::Root => ensure_root(origin).map(|()| None)?,
            _ => Subnets::<T>::ensure_subnet_owner_or_root(origin, netuid)?,
        };
        if let Some(owner) = &owner {
            ensure!(
                Self::passes_limit(owner, netuid, who),
                SubtensorError::<T>::TxRateLimitExceeded
            );
            ensure!(
                !Schedule::<T>::is_in_admin_freeze_window(netuid),
                SubtensorError::<T>::AdminActionProhibitedDuringWeightsWindow
            );
        }
        change(owner.is_some())?;
        if let Some(owner) = owner {
            Self::note_change(&owner, netuid, who);
        }
        Ok(())
    }

    /// Like [`Self::by`], for a change that declares much: one that is not permitted weighs no more
    /// than a setter. Gives of how many hotkeys the change read the stake.
    pub(crate) fn by_reading(
        origin: OriginFor<T>,
        netuid: NetUid,
        who: Who,
        change: impl FnOnce() -> Result<u32, DispatchError>,
    ) -> Result<u32, DispatchErrorWithPostInfo> {
        let (mut is_permitted, mut stakers) = (false, 0);
        let result = Self::by(origin, netuid, who, |_| {
            is_permitted = true;
            stakers = change()?;
            Ok(())
        });
        match result {
            Ok(()) => Ok(stakers),
            Err(error) if is_permitted => Err(error.into()),
            Err(error) => Err(error.with_weight(<T as Config>::WeightInfo::setter())),
        }
    }

    fn passes_limit(owner: &T::AccountId, netuid: NetUid, who: Who) -> bool {
        match who {
            Who::Owner(what) => RateLimits::<T>::passes_hyperparameter_limit(netuid, what),
            Who::OwnerPer(what) => RateLimits::<T>::passes_action_limit(owner, netuid, what),
            Who::OwnerAlways | Who::Root => true,
        }
    }

    fn note_change(owner: &T::AccountId, netuid: NetUid, who: Who) {
        match who {
            Who::Owner(what) => RateLimits::<T>::note_hyperparameter_change(netuid, what),
            Who::OwnerPer(what) => RateLimits::<T>::note_action(owner, netuid, what),
            Who::OwnerAlways | Who::Root => {}
        }
    }

    /// What a trimming under Null consensus took, for which the stake of `stakers` hotkeys was
    /// read. How many parents they have is not bounded by the uids: what the call has not declared
    /// is added to the block all the same.
    pub(crate) fn trimmed(stakers: u32) -> PostDispatchInfo {
        let taken = <T as Config>::WeightInfo::trim_null(stakers);
        let declared = <T as Config>::WeightInfo::trim_null(MAX_STAKERS);
        let rest = taken.saturating_sub(declared);
        if rest != Weight::zero() {
            frame_system::Pallet::<T>::register_extra_weight_unchecked(rest, DispatchClass::Normal);
        }
        Some(taken).into()
    }

    /// Tells of a change that has no event of its own: the value is what the call `call` was given.
    pub(crate) fn note_parameter(netuid: Option<NetUid>, call: &str, value: impl Encode) {
        Self::deposit_event(Event::ParameterSet {
            netuid,
            name: call.trim_start_matches("sudo_set_").as_bytes().to_vec(),
            value: value.encode(),
        });
    }
}
