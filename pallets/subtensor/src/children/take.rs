//! The take of a child key from the dividends of the stake its parents lend (spec 50 §9.4).

use frame_support::ensure;
use sp_runtime::{DispatchResult, PerU16};
use subtensor_primitives::NetUid;

use crate::{
    Children, Config, Error, Event, Hotkeys, Pallet, RateLimits, Subnets,
    pallet::{
        CKBurn, ChildkeyTake, MaxChildkeyTake, MinChildkeyTake, MinChildkeyTakePerSubnet,
        TxChildkeyTakeRateLimit,
    },
    rate_limits::Action,
};

impl<T: Config> Children<T> {
    /// Least take on child keys of a subnet.
    pub fn min_childkey_take(netuid: NetUid) -> PerU16 {
        MinChildkeyTake::<T>::get().max(MinChildkeyTakePerSubnet::<T>::get(netuid))
    }

    /// Take of a child key that is in force.
    pub fn childkey_take(hotkey: &T::AccountId, netuid: NetUid) -> PerU16 {
        ChildkeyTake::<T>::get(hotkey, netuid).max(Self::min_childkey_take(netuid))
    }

    /// Sets the take of a child key. It falls at any time and rises once in a while.
    pub(crate) fn do_set_childkey_take(
        coldkey: &T::AccountId,
        hotkey: T::AccountId,
        netuid: NetUid,
        take: PerU16,
    ) -> DispatchResult {
        ensure!(
            Hotkeys::<T>::coldkey_owns_hotkey(coldkey, &hotkey),
            Error::<T>::NonAssociatedColdKey
        );
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        let bounds = Self::min_childkey_take(netuid)..=MaxChildkeyTake::<T>::get();
        ensure!(bounds.contains(&take), Error::<T>::InvalidChildkeyTake);
        ensure!(
            take <= Self::childkey_take(&hotkey, netuid)
                || RateLimits::<T>::passes_action_limit(&hotkey, netuid, Action::ChildkeyTake),
            Error::<T>::TxChildkeyTakeRateLimitExceeded
        );
        RateLimits::<T>::note_action(&hotkey, netuid, Action::ChildkeyTake);
        Subnets::<T>::note_account(netuid, &hotkey);
        ChildkeyTake::<T>::insert(&hotkey, netuid, take);
        Pallet::<T>::deposit_event(Event::ChildKeyTakeSet(hotkey, take.deconstruct()));
        Ok(())
    }

    /// Sets the blocks between two raises of a take on child keys.
    pub(crate) fn do_set_tx_childkey_take_rate_limit(blocks: u64) {
        TxChildkeyTakeRateLimit::<T>::put(blocks);
        Pallet::<T>::deposit_event(Event::TxChildKeyTakeRateLimitSet(blocks));
    }

    /// Sets the least take on child keys.
    pub(crate) fn do_set_min_childkey_take(take: PerU16) {
        MinChildkeyTake::<T>::put(take);
        Pallet::<T>::deposit_event(Event::MinChildKeyTakeSet(take.deconstruct()));
    }

    /// Sets the highest take on child keys.
    pub(crate) fn do_set_max_childkey_take(take: PerU16) {
        MaxChildkeyTake::<T>::put(take);
        Pallet::<T>::deposit_event(Event::MaxChildKeyTakeSet(take.deconstruct()));
    }

    /// Blocks between two raises of a take on child keys.
    pub(crate) fn take_rate_limit() -> u64 {
        TxChildkeyTakeRateLimit::<T>::get()
    }

    /// Part of the dividends of lent stake that is burned, of `u64::MAX`.
    pub(crate) fn burned_part() -> u64 {
        CKBurn::<T>::get()
    }
}
