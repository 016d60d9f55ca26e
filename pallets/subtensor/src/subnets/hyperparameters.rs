//! Hyperparameters that have calls of their own (spec 30 §14.1), and what becomes of all of them with their subnet (§7.4).

use frame_support::{ensure, traits::Get};
use frame_system::pallet_prelude::OriginFor;
use sp_runtime::DispatchResult;
use subtensor_primitives::NetUid;

use crate::{Config, Error, Event, Hyperparameter, Pallet, pallet::*};

/// Forgets, for a subnet that is dissolved, what the table lets anybody set for it.
macro_rules! forget {
    ($($storage:ident $names:tt)*) => {
        impl<T: Config> Pallet<T> {
            /// Removes every hyperparameter of a subnet.
            pub(crate) fn remove_hyperparameters(netuid: NetUid) {
                $($storage::<T>::remove(netuid);)*
            }
        }
    };
}

crate::hyperparameters!(items => forget);

impl<T: Config> Pallet<T> {
    /// Sets the hotkey that speaks for the owner (spec 30 §6.8). Root, or the owner; both once in a while. It is one
    /// that the owner's coldkey owns: what another mines would be withheld from it, and what is staked on one that
    /// belongs to nobody could not be taken out.
    ///
    /// Errors, in order: `BadOrigin`, `SubnetNotExists`, `TxRateLimitExceeded`, `CannotUseSystemAccount`,
    /// `NonAssociatedColdKey`.
    pub fn do_set_owner_hotkey(
        origin: OriginFor<T>,
        netuid: NetUid,
        hotkey: T::AccountId,
    ) -> DispatchResult {
        Self::ensure_subnet_owner_or_root(origin, netuid)?;
        ensure!(Self::subnet_exists(netuid), Error::<T>::SubnetNotExists);
        ensure!(
            Self::passes_owner_hotkey_limit(netuid),
            Error::<T>::TxRateLimitExceeded
        );
        ensure!(
            !Self::is_system_account(&hotkey),
            Error::<T>::CannotUseSystemAccount
        );
        ensure!(
            Self::coldkey_owns_hotkey(&SubnetOwner::<T>::get(netuid), &hotkey),
            Error::<T>::NonAssociatedColdKey
        );
        Self::note_owner_hotkey_change(netuid);
        SubnetOwnerHotkey::<T>::insert(netuid, &hotkey);
        Self::deposit_event(Event::SubnetOwnerHotkeySet(netuid, hotkey));
        Ok(())
    }

    /// The hotkey that speaks for an owner is the owner's.
    #[cfg(feature = "try-runtime")]
    pub(crate) fn check_owner_hotkeys() -> Result<(), sp_runtime::TryRuntimeError> {
        let named =
            SubnetOwnerHotkey::<T>::iter().filter(|(netuid, _)| Self::subnet_exists(*netuid));
        for (netuid, hotkey) in named {
            ensure!(
                Self::coldkey_owns_hotkey(&SubnetOwner::<T>::get(netuid), &hotkey),
                "the owner of a subnet does not own the owner's hotkey"
            );
        }
        Ok(())
    }

    /// Sets after how many thousandths of a tempo a validator is inactive. Root, or the owner at times.
    ///
    /// Errors, in order: `BadOrigin`, `SubnetNotExists`, `ActivityCutoffFactorMilliOutOfBounds`; for the owner
    /// `AdminActionProhibitedDuringWeightsWindow`, `TxRateLimitExceeded`.
    pub(crate) fn do_set_activity_cutoff_factor(
        origin: OriginFor<T>,
        netuid: NetUid,
        factor_milli: u32,
    ) -> DispatchResult {
        let by_owner = Self::ensure_subnet_owner_or_root(origin, netuid)?.is_some();
        ensure!(Self::subnet_exists(netuid), Error::<T>::SubnetNotExists);
        let bounds =
            T::MinActivityCutoffFactorMilli::get()..=T::MaxActivityCutoffFactorMilli::get();
        ensure!(
            bounds.contains(&factor_milli),
            Error::<T>::ActivityCutoffFactorMilliOutOfBounds
        );
        let what = Hyperparameter::ActivityCutoffFactorMilli;
        if by_owner {
            ensure!(
                !Self::is_in_admin_freeze_window(netuid),
                Error::<T>::AdminActionProhibitedDuringWeightsWindow
            );
            ensure!(
                Self::passes_hyperparameter_limit(netuid, what),
                Error::<T>::TxRateLimitExceeded
            );
            Self::note_hyperparameter_change(netuid, what);
        }
        ActivityCutoffFactorMilli::<T>::insert(netuid, factor_milli);
        Self::deposit_event(Event::ActivityCutoffFactorMilliSet {
            netuid,
            factor_milli,
        });
        Ok(())
    }
}
