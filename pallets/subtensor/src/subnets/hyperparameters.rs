//! The hotkey that speaks for the owner of a subnet (spec 30 §6.8).

use frame_support::ensure;
use frame_system::pallet_prelude::OriginFor;
use sp_runtime::DispatchResult;
use subtensor_primitives::NetUid;

use crate::{
    Children, Config, Error, Event, Hotkeys, Locks, Pallet, RateLimits, Subnets,
    pallet::{SubnetOwner, SubnetOwnerHotkey},
};

impl<T: Config> Subnets<T> {
    /// Sets the hotkey that speaks for the owner (spec 30 §6.8). Root, or the owner; both once in a
    /// while. It is one that the owner's coldkey owns: what another mines would be withheld from
    /// it, and what is staked on one that belongs to nobody could not be taken out.
    ///
    /// Errors, in order: `BadOrigin`, `SubnetNotExists`,
    /// `TxRateLimitExceeded`, `CannotUseSystemAccount`, `NonAssociatedColdKey`.
    pub fn do_set_owner_hotkey(
        origin: OriginFor<T>,
        netuid: NetUid,
        hotkey: T::AccountId,
    ) -> DispatchResult {
        Self::ensure_subnet_owner_or_root(origin, netuid)?;
        ensure!(Self::subnet_exists(netuid), Error::<T>::SubnetNotExists);
        ensure!(
            RateLimits::<T>::passes_owner_hotkey_limit(netuid),
            Error::<T>::TxRateLimitExceeded
        );
        ensure!(
            !Hotkeys::<T>::is_system_account(&hotkey),
            Error::<T>::CannotUseSystemAccount
        );
        ensure!(
            Hotkeys::<T>::coldkey_owns_hotkey(&SubnetOwner::<T>::get(netuid), &hotkey),
            Error::<T>::NonAssociatedColdKey
        );
        RateLimits::<T>::note_owner_hotkey_change(netuid);
        Self::put_owner_hotkey(netuid, hotkey);
        Ok(())
    }

    /// Lets a hotkey speak for the owner; what root validators lent to the one before goes along
    /// (spec 90 §18), and locks for both count otherwise (spec 50 §11.3).
    pub(crate) fn put_owner_hotkey(netuid: NetUid, hotkey: T::AccountId) {
        let before = Self::owner_hotkey(netuid);
        if before.as_ref() != Some(&hotkey) {
            Locks::<T>::change_owner_hotkey(netuid, before.as_ref(), &hotkey);
        }
        SubnetOwnerHotkey::<T>::insert(netuid, &hotkey);
        Pallet::<T>::deposit_event(Event::SubnetOwnerHotkeySet(netuid, hotkey.clone()));
        if let Some(before) = before.filter(|before| *before != hotkey) {
            Children::<T>::follow_owner(netuid, &before, &hotkey);
        }
    }

    /// Gives a subnet to another coldkey, for which one of its hotkeys speaks from now on.
    pub(crate) fn hand_over(netuid: NetUid, coldkey: T::AccountId, hotkey: T::AccountId) {
        let old_coldkey = Self::owner(netuid);
        SubnetOwner::<T>::insert(netuid, &coldkey);
        Self::put_owner_hotkey(netuid, hotkey);
        Pallet::<T>::deposit_event(Event::SubnetOwnerChanged {
            netuid,
            old_coldkey,
            new_coldkey: coldkey,
        });
    }

    /// The hotkey that speaks for an owner is the owner's.
    #[cfg(feature = "try-runtime")]
    pub(crate) fn check_owner_hotkeys() -> Result<(), sp_runtime::TryRuntimeError> {
        let named =
            SubnetOwnerHotkey::<T>::iter().filter(|(netuid, _)| Self::subnet_exists(*netuid));
        for (netuid, hotkey) in named {
            ensure!(
                Hotkeys::<T>::coldkey_owns_hotkey(&SubnetOwner::<T>::get(netuid), &hotkey),
                "the owner of a subnet does not own the owner's hotkey"
            );
        }
        Ok(())
    }
}
