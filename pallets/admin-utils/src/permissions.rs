//! Who may set a hyperparameter and when (spec 30 §14): root always; the owner of the subnet outside the freeze window
//! and once in a number of tempos for each.

use frame_support::ensure;
use frame_system::pallet_prelude::OriginFor;
use pallet_subtensor::{
    Error as SubtensorError, Hyperparameter, LastRateLimitedBlock, OwnerHyperparamRateLimit,
    Pallet as Subtensor, RateLimitKey, Tempo,
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
        let by_owner = Subtensor::<T>::ensure_subnet_owner_or_root(origin, netuid)?.is_some();
        ensure!(
            Subtensor::<T>::subnet_exists(netuid),
            Error::<T>::SubnetDoesNotExist
        );
        ensure!(
            !by_owner || !Subtensor::<T>::is_in_admin_freeze_window(netuid),
            SubtensorError::<T>::AdminActionProhibitedDuringWeightsWindow
        );
        Ok(by_owner)
    }

    /// Runs a change for root, or for the owner if it has not changed the same value lately.
    ///
    /// Errors: those of `ensure_owner_or_root`, `TxRateLimitExceeded`, and those of the change.
    pub(crate) fn as_owner_or_root(
        origin: OriginFor<T>,
        netuid: NetUid,
        what: Hyperparameter,
        change: impl FnOnce(bool) -> DispatchResult,
    ) -> DispatchResult {
        let by_owner = Self::ensure_owner_or_root(origin, netuid)?;
        let key = RateLimitKey::OwnerHyperparamUpdate(netuid, what);
        let now = Subtensor::<T>::current_block();
        if by_owner {
            let last = LastRateLimitedBlock::<T>::get(&key);
            let tempos = u64::from(OwnerHyperparamRateLimit::<T>::get());
            let limit = tempos.saturating_mul(Tempo::<T>::get(netuid).into());
            let passed = last == 0 || now.saturating_sub(last) >= limit;
            ensure!(passed, SubtensorError::<T>::TxRateLimitExceeded);
        }
        change(by_owner)?;
        if by_owner {
            LastRateLimitedBlock::<T>::insert(key, now);
        }
        Ok(())
    }
}
