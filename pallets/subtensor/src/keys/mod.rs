//! Which coldkey owns which hotkey: the first to name an unowned hotkey owns it (spec 30 §5). The
//! owner may put another hotkey in the place of one, and a coldkey may give all it has to another
//! (spec 50 §13).

mod announcements;
mod coldkey_swap;
mod domain;
mod lineage;
pub mod storage;
mod swap;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use codec::Decode;
use core::marker::PhantomData;
use frame_support::{PalletId, ensure, traits::Get};
use sp_runtime::{
    DispatchResult,
    traits::{AccountIdConversion, TrailingZeroInput},
};

use crate::{
    Config, Error, Funds, Shares,
    pallet::{OwnedHotkeys, Owner},
    shares::{MAX_HOTKEYS, without},
};

pub use announcements::Freeze;
pub use coldkey_swap::ColdkeySwaps;
#[cfg(any(test, feature = "runtime-benchmarks"))]
pub(crate) use coldkey_swap::{MAX_ROWS, MAX_STAKED};
pub(crate) use coldkey_swap::{SwapSize, max_weight_of_coldkey_swap};
pub(crate) use swap::HotkeySwapOrder;

/// Adds to a list what is not in it.
pub(crate) fn push_unique<V: PartialEq>(list: &mut Vec<V>, item: V) {
    if !list.contains(&item) {
        list.push(item);
    }
}

/// Who owns which hotkey.
pub struct Hotkeys<T>(PhantomData<T>);

impl<T: Config> Hotkeys<T> {
    /// The account of all zeros, which nobody has the key of. Stands for nobody.
    pub fn zero_account() -> T::AccountId {
        #[allow(
            clippy::expect_used,
            reason = "every account type decodes from an endless row of zeros"
        )]
        T::AccountId::decode(&mut TrailingZeroInput::zeroes()).expect("zeros are an account")
    }

    /// Whether an account is one of a subnet, or of funds, and so may not be used as a hotkey.
    pub fn is_system_account(account: &T::AccountId) -> bool {
        Funds::<T>::is_escrow(account)
            || PalletId::try_from_sub_account::<u16>(account)
                .is_some_and(|(id, _)| id == T::SubtensorPalletId::get())
    }

    /// Whether somebody owns the hotkey.
    pub fn hotkey_account_exists(hotkey: &T::AccountId) -> bool {
        Owner::<T>::contains_key(hotkey)
    }

    /// Owner of a hotkey; the zero account if nobody owns it.
    pub fn owner_of(hotkey: &T::AccountId) -> T::AccountId {
        Owner::<T>::get(hotkey)
    }

    /// Whether the coldkey owns the hotkey.
    pub fn coldkey_owns_hotkey(coldkey: &T::AccountId, hotkey: &T::AccountId) -> bool {
        Owner::<T>::try_get(hotkey).is_ok_and(|owner| owner == *coldkey)
    }

    /// Makes the coldkey owner of the hotkey if nobody owns it yet.
    ///
    /// Errors: `CannotUseSystemAccount`, `TooManyStakingHotkeys` for a coldkey that owns as many as
    /// it may.
    pub fn create_account_if_non_existent(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
    ) -> DispatchResult {
        ensure!(
            !Self::is_system_account(hotkey),
            Error::<T>::CannotUseSystemAccount
        );
        if Self::hotkey_account_exists(hotkey) {
            return Ok(());
        }
        let mut owned = OwnedHotkeys::<T>::get(coldkey);
        ensure!(owned.len() < MAX_HOTKEYS, Error::<T>::TooManyStakingHotkeys);
        push_unique(&mut owned, hotkey.clone());
        OwnedHotkeys::<T>::insert(coldkey, owned);
        Owner::<T>::insert(hotkey, coldkey);
        Shares::<T>::list_hotkey(hotkey, coldkey);
        Ok(())
    }

    /// Whether a coldkey may claim a hotkey.
    ///
    /// Errors: `CannotUseSystemAccount`; `NonAssociatedColdKey` if it belongs to somebody else;
    /// `TooManyStakingHotkeys` if it is new and the coldkey owns as many as it may.
    pub(crate) fn check_claim_of_hotkey(
        coldkey: &T::AccountId,
        hotkey: &T::AccountId,
    ) -> Result<(), Error<T>> {
        ensure!(
            !Self::is_system_account(hotkey),
            Error::CannotUseSystemAccount
        );
        if Self::hotkey_account_exists(hotkey) {
            ensure!(
                Self::coldkey_owns_hotkey(coldkey, hotkey),
                Error::NonAssociatedColdKey
            );
        } else {
            ensure!(
                OwnedHotkeys::<T>::decode_len(coldkey).unwrap_or_default() < MAX_HOTKEYS,
                Error::TooManyStakingHotkeys
            );
        }
        Ok(())
    }

    /// Claims a hotkey for a coldkey.
    ///
    /// Errors: those of `check_claim_of_hotkey`.
    pub(crate) fn claim_hotkey(coldkey: &T::AccountId, hotkey: &T::AccountId) -> DispatchResult {
        Self::check_claim_of_hotkey(coldkey, hotkey)?;
        Self::create_account_if_non_existent(coldkey, hotkey)
    }

    /// Gives a hotkey to another coldkey, unless that owns as many as it may.
    pub(crate) fn give_hotkey(hotkey: &T::AccountId, from: &T::AccountId, to: &T::AccountId) {
        let mut owned = OwnedHotkeys::<T>::get(to);
        if owned.len() >= MAX_HOTKEYS || !Self::coldkey_owns_hotkey(from, hotkey) {
            return;
        }
        push_unique(&mut owned, hotkey.clone());
        OwnedHotkeys::<T>::insert(to, owned);
        Owner::<T>::insert(hotkey, to);
        Shares::<T>::list_hotkey(hotkey, to);
        OwnedHotkeys::<T>::mutate_exists(from, |owned| without(owned, hotkey));
        Shares::<T>::forget_staking_hotkey(hotkey, from);
    }

    /// Hotkeys that a coldkey owns, the oldest first.
    pub(crate) fn owned(coldkey: &T::AccountId) -> Vec<T::AccountId> {
        OwnedHotkeys::<T>::get(coldkey)
    }

    /// How many hotkeys a coldkey owns.
    pub(crate) fn count_owned(coldkey: &T::AccountId) -> u32 {
        OwnedHotkeys::<T>::decode_len(coldkey).unwrap_or_default() as u32
    }
}
