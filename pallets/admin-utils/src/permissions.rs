//! Who may set a hyperparameter and when (spec 30 §14): root always; the owner of the subnet outside the freeze window
//! and once in a number of tempos for each.

use frame_support::ensure;
use frame_system::pallet_prelude::OriginFor;
use pallet_subtensor::{
    Error as SubtensorError, Hyperparameter, Pallet as Subtensor, rate_limits::Use,
};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::NetUid;

use crate::pallet::{Config, Error, Pallet};

impl<T: Config> Pallet<T> {
    /// Root, on a subnet that exists.
    ///
    /// Errors: `BadOrigin`, `SubnetDoesNotExist`.
    pub(crate) fn ensure_root_of_subnet(origin: OriginFor<T>, netuid: NetUid) -> DispatchResult {
        frame_system::ensure_root(origin)?;
        ensure!(
            Subtensor::<T>::subnet_exists(netuid),
            Error::<T>::SubnetDoesNotExist
        );
        Ok(())
    }

    /// Root or the owner, who then must be outside the freeze window. Returns whether it is the owner.
    ///
    /// Errors: `BadOrigin`, `SubnetDoesNotExist`, `AdminActionProhibitedDuringWeightsWindow`.
    pub(crate) fn ensure_owner_or_root(
        origin: OriginFor<T>,
        netuid: NetUid,
    ) -> Result<bool, DispatchError> {
        let by_owner = Self::is_by_owner(origin, netuid)?;
        if by_owner {
            Self::ensure_not_frozen(netuid)?;
        }
        Ok(by_owner)
    }

    /// Whether it is the owner, and not root, of a subnet that exists.
    fn is_by_owner(origin: OriginFor<T>, netuid: NetUid) -> Result<bool, DispatchError> {
        let owner = Subtensor::<T>::ensure_subnet_owner_or_root(origin, netuid)?;
        ensure!(
            Subtensor::<T>::subnet_exists(netuid),
            Error::<T>::SubnetDoesNotExist
        );
        Ok(owner.is_some())
    }

    fn ensure_not_frozen(netuid: NetUid) -> DispatchResult {
        ensure!(
            !Subtensor::<T>::is_in_admin_freeze_window(netuid),
            SubtensorError::<T>::AdminActionProhibitedDuringWeightsWindow
        );
        Ok(())
    }

    /// Runs a change for root, or for the owner if it has not changed the same value lately.
    ///
    /// Errors: `BadOrigin`, `SubnetDoesNotExist`; for the owner `TxRateLimitExceeded`,
    /// `AdminActionProhibitedDuringWeightsWindow`; and those of the change.
    pub(crate) fn as_owner_or_root(
        origin: OriginFor<T>,
        netuid: NetUid,
        what: Hyperparameter,
        change: impl FnOnce(bool) -> DispatchResult,
    ) -> DispatchResult {
        let by_owner = Self::is_by_owner(origin, netuid)?;
        if by_owner {
            ensure!(
                Subtensor::<T>::passes_hyperparameter_limit(netuid, what),
                SubtensorError::<T>::TxRateLimitExceeded
            );
            Self::ensure_not_frozen(netuid)?;
        }
        change(by_owner)?;
        if by_owner {
            Subtensor::<T>::note_hyperparameter_change(netuid, what);
        }
        Ok(())
    }

    /// Runs a change of the mechanisms for root, or for the owner if it has not changed them lately. The change itself
    /// says whether there is such a subnet.
    ///
    /// Errors: `BadOrigin`, `TxRateLimitExceeded`, `AdminActionProhibitedDuringWeightsWindow`, and those of the change.
    pub(crate) fn of_mechanisms(
        origin: OriginFor<T>,
        netuid: NetUid,
        what: Use,
        change: impl FnOnce() -> DispatchResult,
    ) -> DispatchResult {
        let owner = Subtensor::<T>::ensure_subnet_owner_or_root(origin, netuid)?;
        if let Some(owner) = &owner {
            ensure!(
                Subtensor::<T>::passes_use_limit(owner, netuid, what),
                SubtensorError::<T>::TxRateLimitExceeded
            );
            Self::ensure_not_frozen(netuid)?;
        }
        change()?;
        if let Some(owner) = owner {
            Subtensor::<T>::note_use(&owner, netuid, what);
        }
        Ok(())
    }
}
