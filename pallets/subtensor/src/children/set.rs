//! Naming the children of a hotkey (spec 50 §9.2).

use alloc::collections::BTreeSet;
use frame_support::{ensure, weights::Weight};
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::NetUid;

use super::Relatives;
use crate::{
    Children, Config, Error, Event, Hotkeys, Pallet, RateLimits, Schedule, Shares, Subnets,
    WeightInfo,
    pallet::{ChildKeys, PendingChildKeyCooldown},
    rate_limits::Action,
    shares::Prices,
};

impl<T: Config> Children<T> {
    /// Names the children of a hotkey. They get their parts after the cooldown, at once on a subnet
    /// that has not started and where a hotkey without children names none. Returns the weight of
    /// what was done.
    pub(crate) fn do_set_children(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        children: Relatives<T::AccountId>,
    ) -> Result<Weight, DispatchError> {
        let mut prices = Prices::default();
        Self::check_set_children(coldkey, hotkey, netuid, &children, &mut prices)?;
        let displacement = Self::find_displaced(hotkey, netuid, &children)?;

        let weight =
            T::WeightInfo::set_children(children.len() as u32, prices.count(), displacement.rivals);
        RateLimits::<T>::note_action(hotkey, netuid, Action::Children);
        if !Subnets::<T>::is_trading(netuid) {
            Self::take_pending_children(hotkey, netuid);
            Self::put_children(hotkey, netuid, children, displacement);
        } else if children.is_empty() && !ChildKeys::<T>::contains_key(hotkey, netuid) {
            // Nothing is taken away, so nothing has to wait: entries that wait cost every block
            // time.
            Self::take_pending_children(hotkey, netuid);
            Pallet::<T>::deposit_event(Event::SetChildren(hotkey.clone(), netuid, children));
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
            RateLimits::<T>::passes_action_limit(hotkey, netuid, Action::Children),
            Error::<T>::TxRateLimitExceeded
        );
        ensure!(
            !netuid.is_root(),
            Error::<T>::RegistrationNotPermittedOnRootSubnet
        );
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        ensure!(
            Hotkeys::<T>::coldkey_owns_hotkey(coldkey, hotkey),
            Error::<T>::NonAssociatedColdKey
        );
        let distinct: BTreeSet<&T::AccountId> = children.iter().map(|(_, child)| child).collect();
        ensure!(distinct.len() == children.len(), Error::<T>::DuplicateChild);
        Self::check_children(hotkey, netuid, children)?;
        ensure!(
            children.is_empty()
                || Subnets::<T>::is_owner_hotkey(netuid, hotkey)
                || Shares::<T>::is_worth_threshold(hotkey, prices),
            Error::<T>::NotEnoughStakeToSetChildkeys
        );
        Ok(())
    }

    /// Keeps children until the cooldown is over, in place of others that wait.
    fn schedule_children(hotkey: &T::AccountId, netuid: NetUid, children: Relatives<T::AccountId>) {
        let cooldown =
            Schedule::<T>::current_block().saturating_add(PendingChildKeyCooldown::<T>::get());
        Self::put_pending_children(hotkey, netuid, &children, cooldown);
        Pallet::<T>::deposit_event(Event::SetChildrenScheduled(
            hotkey.clone(),
            netuid,
            cooldown,
            children,
        ));
    }
}
