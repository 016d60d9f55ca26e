//! Naming the children of a hotkey (spec 50 §9.2).

use alloc::collections::BTreeSet;
use frame_support::{ensure, weights::Weight};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::NetUid;

use super::Relatives;
use crate::{
    Config, Error, Event, Pallet, WeightInfo, pallet::*, rate_limits::Use, staking::value::Prices,
};

impl<T: Config> Pallet<T> {
    /// Names the children of a hotkey. They get their parts after the cooldown, at once on a subnet that has not started
    /// and where a hotkey without children names none. Returns the weight of what was done.
    pub(crate) fn do_set_children(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        children: Relatives<T::AccountId>,
    ) -> Result<Weight, DispatchError> {
        Self::set_children_at(coldkey, hotkey, netuid, children, &mut Prices::default())
    }

    /// The same with prices that several namings share.
    pub(super) fn set_children_at(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        children: Relatives<T::AccountId>,
        prices: &mut Prices,
    ) -> Result<Weight, DispatchError> {
        Self::check_set_children(coldkey, hotkey, netuid, &children, prices)?;
        let room = Self::find_room(hotkey, netuid, &children)?;

        let weight =
            T::WeightInfo::set_children(children.len() as u32, prices.count(), room.rivals);
        Self::note_use(hotkey, netuid, Use::Children);
        if !SubtokenEnabled::<T>::get(netuid) {
            Self::take_pending_children(hotkey, netuid);
            Self::put_children(hotkey, netuid, children, room);
        } else if children.is_empty() && !ChildKeys::<T>::contains_key(hotkey, netuid) {
            // Nothing is taken away, so nothing has to wait: entries that wait cost every block time.
            Self::take_pending_children(hotkey, netuid);
            Self::deposit_event(Event::SetChildren(hotkey.clone(), netuid, children));
        } else {
            Self::schedule_children(hotkey, netuid, children);
        }
        Ok(weight)
    }

    fn check_set_children(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        children: &[(u64, T::AccountId)],
        prices: &mut Prices,
    ) -> DispatchResult {
        ensure!(
            Self::passes_use_limit(hotkey, netuid, Use::Children),
            Error::<T>::TxRateLimitExceeded
        );
        ensure!(
            !netuid.is_root(),
            Error::<T>::RegistrationNotPermittedOnRootSubnet
        );
        ensure!(Self::subnet_exists(netuid), Error::<T>::SubnetNotExists);
        ensure!(
            Self::coldkey_owns_hotkey(coldkey, hotkey),
            Error::<T>::NonAssociatedColdKey
        );
        let distinct: BTreeSet<&T::AccountId> = children.iter().map(|(_, child)| child).collect();
        ensure!(distinct.len() == children.len(), Error::<T>::DuplicateChild);
        Self::check_children(hotkey, netuid, children)?;
        ensure!(
            children.is_empty()
                || Self::is_owner_hotkey(netuid, hotkey)
                || Self::is_worth_threshold(hotkey, prices),
            Error::<T>::NotEnoughStakeToSetChildkeys
        );
        Ok(())
    }

    /// Whether a hotkey is the one its subnet's owner named.
    pub(super) fn is_owner_hotkey(netuid: NetUid, hotkey: &T::AccountId) -> bool {
        SubnetOwnerHotkey::<T>::try_get(netuid).is_ok_and(|owner| owner == *hotkey)
    }

    /// Keeps children until the cooldown is over, in place of others that wait.
    fn schedule_children(hotkey: &T::AccountId, netuid: NetUid, children: Relatives<T::AccountId>) {
        let cooldown = Self::current_block().saturating_add(PendingChildKeyCooldown::<T>::get());
        Self::put_pending_children(hotkey, netuid, &children, cooldown);
        Self::deposit_event(Event::SetChildrenScheduled(
            hotkey.clone(),
            netuid,
            cooldown,
            children,
        ));
    }
}
