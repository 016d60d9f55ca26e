//! Neurons: hotkeys that hold a uid on a subnet, how they get it and how they lose it (spec 30 §8 to §10, §21).

mod price;
mod prune;
mod register;
mod root;
pub mod storage;
#[cfg(test)]
mod tests;
mod trim;
mod work;

use frame_support::ensure;
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::NetUid;

use crate::{Config, Error, Pallet, pallet::*};

pub use work::Seal;
pub(crate) use work::WorkClaim;

/// Where a newcomer goes.
pub(crate) enum Vacancy {
    /// To the next uid.
    Next,
    /// To the uid of somebody who has to leave.
    Of(u16),
}

impl<T: Config> Pallet<T> {
    /// Uid of a hotkey.
    pub fn uid_for(netuid: NetUid, hotkey: &T::AccountId) -> Option<u16> {
        Uids::<T>::get(netuid, hotkey)
    }

    /// Whether a hotkey holds a uid.
    pub fn is_registered(netuid: NetUid, hotkey: &T::AccountId) -> bool {
        Uids::<T>::contains_key(netuid, hotkey)
    }

    /// Uid of the owner's hotkey, if it holds one.
    pub fn owner_uid(netuid: NetUid) -> Option<u16> {
        let hotkey = SubnetOwnerHotkey::<T>::try_get(netuid).ok()?;
        Self::uid_for(netuid, &hotkey)
    }

    /// Where the next newcomer goes.
    ///
    /// Errors: `NoNeuronIdAvailable` if the subnet is full and nobody may be replaced.
    pub(crate) fn place_for_newcomer(netuid: NetUid) -> Result<Vacancy, Error<T>> {
        let limit = MaxAllowedUids::<T>::get(netuid);
        ensure!(limit > 0, Error::NoNeuronIdAvailable);
        if SubnetworkN::<T>::get(netuid) < limit {
            return Ok(Vacancy::Next);
        }
        Self::neuron_to_prune(netuid)
            .filter(|uid| Self::owner_uid(netuid) != Some(*uid))
            .map(Vacancy::Of)
            .ok_or(Error::NoNeuronIdAvailable)
    }

    /// Gives a newcomer the place that was found for it; returns its uid.
    pub(crate) fn give_place(
        netuid: NetUid,
        hotkey: &T::AccountId,
        place: Vacancy,
    ) -> Result<u16, DispatchError> {
        let now = Self::current_block();
        match place {
            Vacancy::Next => Ok(Self::append_neuron(netuid, hotkey, now)),
            Vacancy::Of(uid) => Self::replace_neuron(netuid, uid, hotkey, now).map(|()| uid),
        }
    }

    /// Gives a hotkey the next uid. The caller has checked that there is room.
    pub(crate) fn append_neuron(netuid: NetUid, hotkey: &T::AccountId, block: u64) -> u16 {
        let uid = SubnetworkN::<T>::get(netuid);
        SubnetworkN::<T>::insert(netuid, uid.saturating_add(1));
        Self::seat(netuid, uid, hotkey, block);
        uid
    }

    /// Gives the uid of one hotkey to another. Bonds on the uid and weights given to it before are ignored by the next
    /// epoch, because they are older than the registration.
    ///
    /// Errors: `NoNeuronIdAvailable` if the uid is that of the owner's hotkey.
    pub(crate) fn replace_neuron(
        netuid: NetUid,
        uid: u16,
        hotkey: &T::AccountId,
        block: u64,
    ) -> DispatchResult {
        ensure!(
            Self::owner_uid(netuid) != Some(uid),
            Error::<T>::NoNeuronIdAvailable
        );
        Self::unseat(netuid, uid);
        Self::seat(netuid, uid, hotkey, block);
        Ok(())
    }

    /// Takes a uid from its hotkey, with what the hotkey has as a neuron; returns the hotkey.
    fn unseat(netuid: NetUid, uid: u16) -> T::AccountId {
        let hotkey = Keys::<T>::take(netuid, uid);
        Uids::<T>::remove(netuid, &hotkey);
        IsNetworkMember::<T>::remove(&hotkey, netuid);
        Axons::<T>::remove(netuid, &hotkey);
        NeuronCertificates::<T>::remove(netuid, &hotkey);
        Prometheus::<T>::remove(netuid, &hotkey);
        BlockAtRegistration::<T>::remove(netuid, uid);
        AssociatedEvmAddress::<T>::remove(netuid, uid);
        hotkey
    }

    fn seat(netuid: NetUid, uid: u16, hotkey: &T::AccountId, block: u64) {
        Keys::<T>::insert(netuid, uid, hotkey);
        Uids::<T>::insert(netuid, hotkey, uid);
        BlockAtRegistration::<T>::insert(netuid, uid, block);
        IsNetworkMember::<T>::insert(hotkey, netuid, true);
        Self::reset_neuron_consensus(netuid, uid, block);
    }
}
