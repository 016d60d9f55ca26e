//! What comes before the swap of a coldkey: it is announced by the hash of the new coldkey, for a
//! price, and waits, so that whoever holds the key in truth can dispute it. From then on the
//! coldkey may do nothing else, so that a thief of the key gains nothing by an announcement.

#[cfg(test)]
mod tests;

use codec::Encode;
use frame_support::{
    dispatch::{DispatchErrorWithPostInfo, WithPostDispatchInfo},
    ensure,
    traits::Get,
};
use frame_system::pallet_prelude::BlockNumberFor;
use sp_core::H256;
use sp_runtime::{
    DispatchResult,
    traits::{BlakeTwo256, Hash, Saturating},
};

use crate::{
    ColdkeySwaps, Config, Error, Event, Ledger, Pallet, WeightInfo,
    pallet::{
        ColdkeySwapAnnouncementDelay, ColdkeySwapAnnouncements, ColdkeySwapDisputes,
        ColdkeySwapReannouncementDelay,
    },
};

/// What the announcement of a swap does to a coldkey.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Freeze {
    /// It may only make calls that are about the swap.
    Announced,
    /// It may make no calls.
    Disputed,
}

/// A failure before anything was looked up that grows.
pub(super) fn small_failure<T: Config>(error: Error<T>) -> DispatchErrorWithPostInfo {
    error.with_weight(T::WeightInfo::clear_coldkey_swap())
}

impl<T: Config> ColdkeySwaps<T> {
    /// What an account may not do because of a swap that it announced.
    pub fn freeze_of(who: &T::AccountId) -> Option<Freeze> {
        if !Self::is_announced(who) {
            return None;
        }
        Some(if ColdkeySwapDisputes::<T>::contains_key(who) {
            Freeze::Disputed
        } else {
            Freeze::Announced
        })
    }

    /// Whether a coldkey has announced a swap.
    pub(crate) fn is_announced(coldkey: &T::AccountId) -> bool {
        ColdkeySwapAnnouncements::<T>::contains_key(coldkey)
    }

    /// Whether what an account has signed to be done for it later is void: it has announced a swap,
    /// or has given all it had to another coldkey.
    pub(crate) fn is_bound(who: &T::AccountId) -> bool {
        Self::is_announced(who) || Self::has_successor(who)
    }

    /// Announces a swap to the coldkey of that hash. Another announcement costs nothing, but waits
    /// for its turn.
    pub(crate) fn do_announce(who: &T::AccountId, new_coldkey_hash: H256) -> DispatchResult {
        Self::ensure_undisputed(who)?;
        let now = Self::now();
        match ColdkeySwapAnnouncements::<T>::get(who) {
            Some((when, _)) => ensure!(
                Self::is_turn(when, now),
                Error::<T>::ColdkeySwapReannouncedTooEarly
            ),
            None => {
                let cost = T::KeySwapCost::get();
                ensure!(
                    cost <= Ledger::<T>::spendable_keep_alive(who),
                    Error::<T>::NotEnoughBalanceToPaySwapColdKey
                );
                Ledger::<T>::recycle_tao(who, cost)?;
            }
        }
        let when = now.saturating_add(ColdkeySwapAnnouncementDelay::<T>::get());
        ColdkeySwapAnnouncements::<T>::insert(who, (when, new_coldkey_hash));
        Pallet::<T>::deposit_event(Event::ColdkeySwapAnnounced {
            who: who.clone(),
            new_coldkey_hash,
        });
        Ok(())
    }

    /// Whether a coldkey may be swapped to another now, as it announced.
    pub(super) fn check_announced(old: &T::AccountId, new: &T::AccountId) -> Result<(), Error<T>> {
        Self::ensure_undisputed(old)?;
        let (when, hash) = Self::announcement(old)?;
        ensure!(
            hash == new.using_encoded(BlakeTwo256::hash),
            Error::AnnouncedColdkeyHashDoesNotMatch
        );
        ensure!(Self::now() >= when, Error::ColdkeySwapTooEarly);
        Ok(())
    }

    /// Freezes a coldkey that has announced a swap until root decides.
    pub(crate) fn do_dispute(who: &T::AccountId) -> DispatchResult {
        Self::announcement(who)?;
        ensure!(
            !ColdkeySwapDisputes::<T>::contains_key(who),
            Error::<T>::ColdkeySwapAlreadyDisputed
        );
        ColdkeySwapDisputes::<T>::insert(who, Self::now());
        Pallet::<T>::deposit_event(Event::ColdkeySwapDisputed {
            coldkey: who.clone(),
        });
        Ok(())
    }

    /// Takes an announced swap back.
    pub(crate) fn do_clear(who: &T::AccountId) -> DispatchResult {
        Self::ensure_undisputed(who)?;
        let (when, _) = Self::announcement(who)?;
        ensure!(
            Self::is_turn(when, Self::now()),
            Error::<T>::ColdkeySwapClearTooEarly
        );
        Self::forget_announcement(who);
        Pallet::<T>::deposit_event(Event::ColdkeySwapCleared { who: who.clone() });
        Ok(())
    }

    /// Removes what a coldkey announced, and the dispute about it.
    pub(crate) fn do_reset(who: &T::AccountId) {
        Self::forget_announcement(who);
        Pallet::<T>::deposit_event(Event::ColdkeySwapReset { who: who.clone() });
    }

    pub(super) fn forget_announcement(who: &T::AccountId) {
        ColdkeySwapAnnouncements::<T>::remove(who);
        ColdkeySwapDisputes::<T>::remove(who);
    }

    fn announcement(who: &T::AccountId) -> Result<(BlockNumberFor<T>, H256), Error<T>> {
        ColdkeySwapAnnouncements::<T>::get(who).ok_or(Error::ColdkeySwapAnnouncementNotFound)
    }

    /// The guard of calls lets nobody come so far, but what root dispatches in somebody's name does
    /// not pass it.
    fn ensure_undisputed(who: &T::AccountId) -> Result<(), Error<T>> {
        ensure!(
            !ColdkeySwapDisputes::<T>::contains_key(who),
            Error::ColdkeySwapDisputed
        );
        Ok(())
    }

    /// Whether an announcement of a swap in block `when` may be replaced or taken back.
    fn is_turn(when: BlockNumberFor<T>, now: BlockNumberFor<T>) -> bool {
        now >= when.saturating_add(ColdkeySwapReannouncementDelay::<T>::get())
    }

    fn now() -> BlockNumberFor<T> {
        frame_system::Pallet::<T>::block_number()
    }

    /// Whoever is disputed has announced something.
    #[cfg(feature = "try-runtime")]
    pub(super) fn check_disputes() -> Result<(), sp_runtime::TryRuntimeError> {
        ensure!(
            ColdkeySwapDisputes::<T>::iter_keys().all(|who| Self::is_announced(&who)),
            "a swap is under dispute that nobody announced"
        );
        Ok(())
    }
}
