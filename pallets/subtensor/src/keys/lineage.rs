//! Which hotkey took the place of which, and when the next swap may be (spec 90 §20.1, §20.2).

#[cfg(feature = "try-runtime")]
use alloc::collections::BTreeSet;
use frame_support::traits::Get;
use subtensor_primitives::NetUid;

use crate::{
    Children, Collateral, Config, Hotkeys, Neurons, Schedule, Shares,
    domain::HotkeySwap,
    pallet::{HotkeyRoot, HotkeySuccessor, LastHotkeySwapOnNetuid, StakeMoveCooldownUntil},
};
#[cfg(feature = "try-runtime")]
use crate::{Dissolution, pallet::Owner};

impl<T: Config> Hotkeys<T> {
    /// Whether a swap of a hotkey on every subnet concerns one: it has a uid or children there.
    pub(super) fn is_active_on(netuid: NetUid, hotkey: &T::AccountId) -> bool {
        Neurons::<T>::is_registered(netuid, hotkey) || Children::<T>::has_children(hotkey, netuid)
    }

    /// Whether the interval since the coldkey last swapped a hotkey on a subnet is over. The first
    /// swap always passes.
    pub(super) fn passes_swap_interval(netuid: NetUid, coldkey: &T::AccountId) -> bool {
        let last = LastHotkeySwapOnNetuid::<T>::get(netuid, coldkey);
        let interval = T::HotkeySwapOnSubnetInterval::get();
        last == 0 || last.saturating_add(interval) < Schedule::<T>::current_block()
    }

    /// Whether what is staked on a hotkey, if anything is, may move on.
    pub(super) fn passes_move_cooldown(netuid: NetUid, hotkey: &T::AccountId) -> bool {
        Shares::<T>::hotkey_alpha(hotkey, netuid).is_zero()
            || Schedule::<T>::current_block() >= StakeMoveCooldownUntil::<T>::get(netuid, hotkey)
    }

    /// Remembers a swap, before it is done.
    pub(super) fn note_swap(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        let now = Schedule::<T>::current_block();
        if !swap.is_everywhere || Self::is_active_on(netuid, swap.old) {
            LastHotkeySwapOnNetuid::<T>::insert(netuid, swap.coldkey, now);
        }
        let has_stake = !Shares::<T>::hotkey_alpha(swap.old, netuid).is_zero();
        let moves_stake = has_stake
            && !swap.keep_stake
            && (swap.takes_fund(netuid) || !swap.stakers_on(netuid).is_empty());
        if moves_stake {
            let until = now.saturating_add(T::HotkeySwapOnSubnetInterval::get());
            StakeMoveCooldownUntil::<T>::remove(netuid, swap.old);
            StakeMoveCooldownUntil::<T>::insert(netuid, swap.new, until);
        }
        if Self::hands_on_place(netuid, swap) {
            Self::note_successor(netuid, swap.old, swap.new);
        }
    }

    /// Whether the other hotkey becomes a successor. One that was a successor itself and has none
    /// hands that on, wherever its uid is by now, so that every lineage ends at a hotkey that there
    /// is.
    pub(super) fn hands_on_place(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) -> bool {
        let is_tip = HotkeyRoot::<T>::contains_key(netuid, swap.old)
            && !HotkeySuccessor::<T>::contains_key(netuid, swap.old);
        !swap.is_everywhere
            || is_tip
            || Self::is_active_on(netuid, swap.old)
            || Collateral::<T>::is_on(netuid, swap.old)
    }

    fn note_successor(netuid: NetUid, old: &T::AccountId, new: &T::AccountId) {
        HotkeySuccessor::<T>::remove(netuid, new);
        HotkeySuccessor::<T>::insert(netuid, old, new);
        let root = HotkeyRoot::<T>::get(netuid, old).unwrap_or_else(|| old.clone());
        HotkeyRoot::<T>::insert(netuid, new, root);
    }

    /// The hotkey itself or, if it has no uid on a subnet any more because it gave its place to
    /// another, that one.
    pub(crate) fn holder_of_place(netuid: NetUid, hotkey: &T::AccountId) -> T::AccountId {
        if Neurons::<T>::is_registered(netuid, hotkey) {
            return hotkey.clone();
        }
        HotkeySuccessor::<T>::get(netuid, hotkey).unwrap_or_else(|| hotkey.clone())
    }

    /// Every lineage ends, at a hotkey that somebody owns.
    #[cfg(feature = "try-runtime")]
    pub(super) fn check_lineages() -> Result<(), sp_runtime::TryRuntimeError> {
        let living = HotkeySuccessor::<T>::iter()
            .filter(|(netuid, ..)| !Dissolution::<T>::is_being_dissolved(*netuid));
        for (netuid, old, new) in living {
            let mut seen = BTreeSet::from([old]);
            let mut tip = new;
            while let Some(next) = HotkeySuccessor::<T>::get(netuid, &tip) {
                frame_support::ensure!(
                    seen.insert(core::mem::replace(&mut tip, next)),
                    "a lineage of hotkeys goes round"
                );
            }
            frame_support::ensure!(
                Owner::<T>::contains_key(&tip),
                "a lineage ends at a hotkey that nobody owns"
            );
            frame_support::ensure!(
                HotkeyRoot::<T>::contains_key(netuid, &tip),
                "a lineage has no beginning"
            );
        }
        Ok(())
    }
}
