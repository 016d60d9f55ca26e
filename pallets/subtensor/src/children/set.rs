//! Naming the children of a hotkey (spec 50 §9.2).

use alloc::collections::BTreeSet;
use frame_support::{ensure, weights::Weight};
use sp_runtime::DispatchError;
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
        let is_worth_it =
            Self::check_set_children(coldkey, hotkey, netuid, &children, &mut prices)?;
        let displacement = Self::find_displaced(hotkey, netuid, &children)?;

        let weight =
            T::WeightInfo::set_children(children.len() as u32, prices.count(), displacement.rivals);
        RateLimits::<T>::note_action(hotkey, netuid, Action::Children);
        if !Subnets::<T>::is_trading(netuid) {
            Self::take_pending_children(hotkey, netuid);
            Self::put_children(hotkey, netuid, children, displacement);
            if is_worth_it {
                Self::lift_suspension(hotkey);
            }
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

    /// Whether they may be named; says whether the stake of the hotkey was found to be worth the
    /// threshold.
    fn check_set_children(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
        netuid: NetUid,
        children: &[(u64, T::AccountId)],
        prices: &mut Prices,
    ) -> Result<bool, DispatchError> {
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
        Self::check_parent_qualifies(hotkey, netuid, children, prices).map_err(Into::into)
    }

    /// Whether a hotkey may have these children: its stake is worth the threshold, or it is the
    /// owner's, or they are none. Says whether it is worth the threshold, which is not looked at of
    /// the owner's and without children.
    ///
    /// Errors: `NotEnoughStakeToSetChildkeys`.
    pub(super) fn check_parent_qualifies(
        hotkey: &T::AccountId,
        netuid: NetUid,
        children: &[(u64, T::AccountId)],
        prices: &mut Prices,
    ) -> Result<bool, Error<T>> {
        let is_exempt = children.is_empty() || Subnets::<T>::is_owner_hotkey(netuid, hotkey);
        let is_worth_it = !is_exempt && Shares::<T>::is_worth_threshold(hotkey, prices);
        ensure!(
            is_exempt || is_worth_it,
            Error::NotEnoughStakeToSetChildkeys
        );
        Ok(is_worth_it)
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
