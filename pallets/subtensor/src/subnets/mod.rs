//! Subnets: which exist, who owns them, what it costs to open one, how they start and how they end
//! (spec 30 §4.1, §6, §7).

mod cost;
mod create;
mod dissolve;
mod domain;
mod hyperparameters;
mod identity;
mod prune;
mod queue;
pub mod storage;
mod symbols;
#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::traits::Get;
use sp_runtime::{DispatchError, traits::AccountIdConversion};
use subtensor_primitives::NetUid;

pub use dissolve::Dissolution;
pub use symbols::default_symbol;

use crate::{
    Config,
    pallet::{
        DissolveCleanupQueue, FirstEmissionBlockNumber, NetworkRegisteredAt, NetworksAdded,
        SubnetMechanism, SubnetOwner, SubnetOwnerHotkey, SubtokenEnabled, TotalNetworks,
    },
};

/// Which subnets exist, whose they are, what it costs to open one.
pub struct Subnets<T>(PhantomData<T>);

impl<T: Config> Subnets<T> {
    /// Whether a network exists, root included.
    pub fn subnet_exists(netuid: NetUid) -> bool {
        NetworksAdded::<T>::get(netuid)
    }

    /// Every network in ascending order, root included. At most `SubnetLimit` and root.
    pub fn subnet_netuids() -> Vec<NetUid> {
        let mut netuids: Vec<NetUid> = NetworksAdded::<T>::iter()
            .filter_map(|(netuid, added)| added.then_some(netuid))
            .collect();
        netuids.sort_unstable();
        netuids
    }

    /// Every network that has rows of accounts: those that exist, and those that are dissolved.
    pub(crate) fn netuids_with_rows() -> Vec<NetUid> {
        let mut netuids = Self::subnet_netuids();
        netuids.extend(DissolveCleanupQueue::<T>::get());
        netuids
    }

    /// How many subnets there are, root included.
    pub(crate) fn count() -> u16 {
        TotalNetworks::<T>::get()
    }

    /// The account that belongs to a netuid, whether or not the subnet exists.
    pub fn account_of_subnet(netuid: NetUid) -> T::AccountId {
        T::SubtensorPalletId::get().into_sub_account_truncating(netuid.get())
    }

    /// The account that holds the TAO of a subnet's pool; none for a subnet that does not exist.
    pub fn subnet_account(netuid: NetUid) -> Option<T::AccountId> {
        (netuid.is_root() || NetworksAdded::<T>::contains_key(netuid))
            .then(|| Self::account_of_subnet(netuid))
    }

    /// Whether the alpha of a subnet is priced by a pool; otherwise it is worth one TAO.
    pub fn is_dynamic(netuid: NetUid) -> bool {
        !netuid.is_root() && SubnetMechanism::<T>::get(netuid) == 1
    }

    /// The owner who signed.
    ///
    /// Errors: `BadOrigin` for everybody else.
    pub fn ensure_subnet_owner(
        origin: T::RuntimeOrigin,
        netuid: NetUid,
    ) -> Result<T::AccountId, DispatchError> {
        let who = frame_system::ensure_signed(origin)?;
        match SubnetOwner::<T>::try_get(netuid) {
            Ok(owner) if owner == who => Ok(who),
            _ => Err(DispatchError::BadOrigin),
        }
    }

    /// The owner who signed, or none for root.
    ///
    /// Errors: `BadOrigin` for everybody else.
    pub fn ensure_subnet_owner_or_root(
        origin: T::RuntimeOrigin,
        netuid: NetUid,
    ) -> Result<Option<T::AccountId>, DispatchError> {
        match frame_system::ensure_signed_or_root(origin.clone())? {
            None => Ok(None),
            Some(_) => Self::ensure_subnet_owner(origin, netuid).map(Some),
        }
    }

    /// Whether a hotkey is the one its subnet's owner named.
    pub(super) fn is_owner_hotkey(netuid: NetUid, hotkey: &T::AccountId) -> bool {
        Self::owner_hotkey(netuid).as_ref() == Some(hotkey)
    }

    /// Coldkey that owns a subnet; the zero account if nobody does.
    pub(crate) fn owner(netuid: NetUid) -> T::AccountId {
        SubnetOwner::<T>::get(netuid)
    }

    /// Hotkey that speaks for the owner of a subnet.
    pub(crate) fn owner_hotkey(netuid: NetUid) -> Option<T::AccountId> {
        SubnetOwnerHotkey::<T>::try_get(netuid).ok()
    }

    /// Coldkey and hotkey of the owner, of a subnet that has both.
    pub(crate) fn owner_keys(netuid: NetUid) -> Option<(T::AccountId, T::AccountId)> {
        let coldkey = SubnetOwner::<T>::try_get(netuid).ok()?;
        Some((coldkey, Self::owner_hotkey(netuid)?))
    }

    /// Whether the alpha of a subnet can be traded.
    pub(crate) fn is_trading(netuid: NetUid) -> bool {
        SubtokenEnabled::<T>::get(netuid)
    }

    /// First block of emission, once the owner has started the subnet.
    pub(crate) fn first_emission_block(netuid: NetUid) -> Option<u64> {
        FirstEmissionBlockNumber::<T>::get(netuid)
    }

    /// Block in which a subnet was created.
    pub(crate) fn registered_at(netuid: NetUid) -> u64 {
        NetworkRegisteredAt::<T>::get(netuid)
    }

    /// How the alpha of a subnet is priced. 0: one to one with TAO; 1: by the pool.
    pub(crate) fn pricing(netuid: NetUid) -> u16 {
        SubnetMechanism::<T>::get(netuid)
    }
}
