//! Neurons: hotkeys that hold a uid on a subnet, how they get it and how they lose it (spec 30 §8
//! to §10, §21).

mod domain;
mod limits;
mod null_trim;
mod price;
mod prune;
mod register;
mod root;
pub mod storage;
#[cfg(test)]
mod tests;
mod trim;
mod work;

use core::marker::PhantomData;
use frame_support::ensure;
use sp_runtime::{DispatchError, DispatchResult};
use subtensor_primitives::NetUid;

use crate::{
    Config, Error, Schedule, Subnets,
    domain::{Domain, Domains},
    pallet::{
        AssociatedEvmAddress, BlockAtRegistration, IsNetworkMember, Keys, MaxAllowedUids,
        MaxAllowedValidators, SubnetworkN, Uids,
    },
};

pub use register::Registration;
pub use root::ROOT_SEATS;
pub use work::Seal;
pub(crate) use work::WorkClaim;

/// Where a newcomer goes.
pub(crate) enum Vacancy {
    /// To the next uid.
    Next,
    /// To the uid of somebody who has to leave.
    Of(u16),
}

/// Uids: who has one, who gets the next, who has to leave.
pub struct Neurons<T>(PhantomData<T>);

impl<T: Config> Neurons<T> {
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
        let hotkey = Subnets::<T>::owner_hotkey(netuid)?;
        Self::uid_for(netuid, &hotkey)
    }

    /// Where the next newcomer goes.
    ///
    /// Errors: `NoNeuronIdAvailable` if the subnet is full and nobody may be replaced.
    pub(crate) fn vacancy_for_newcomer(netuid: NetUid) -> Result<Vacancy, Error<T>> {
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
    pub(crate) fn fill_vacancy(
        netuid: NetUid,
        hotkey: &T::AccountId,
        place: Vacancy,
    ) -> Result<u16, DispatchError> {
        let now = Schedule::<T>::current_block();
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

    /// Gives the uid of one hotkey to another. Bonds on the uid and weights given to it before are
    /// ignored by the next epoch, because they are older than the registration.
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
        if netuid.is_root() {
            Self::seat_lost(&Self::hotkey_of(netuid, uid));
        }
        let hotkey = Keys::<T>::take(netuid, uid);
        Uids::<T>::remove(netuid, &hotkey);
        IsNetworkMember::<T>::remove(&hotkey, netuid);
        BlockAtRegistration::<T>::remove(netuid, uid);
        AssociatedEvmAddress::<T>::remove(netuid, uid);
        Domains::<T>::forget_neuron(netuid, &hotkey);
        hotkey
    }

    fn seat(netuid: NetUid, uid: u16, hotkey: &T::AccountId, block: u64) {
        Keys::<T>::insert(netuid, uid, hotkey);
        Uids::<T>::insert(netuid, hotkey, uid);
        BlockAtRegistration::<T>::insert(netuid, uid, block);
        IsNetworkMember::<T>::insert(hotkey, netuid, true);
        Domains::<T>::add_neuron(netuid, uid, block);
    }

    /// Number of uids of a subnet.
    pub(crate) fn count(netuid: NetUid) -> u16 {
        SubnetworkN::<T>::get(netuid)
    }

    /// Most uids of a subnet.
    pub(crate) fn max_uids(netuid: NetUid) -> u16 {
        MaxAllowedUids::<T>::get(netuid)
    }

    /// Most validators of a subnet with a permit.
    pub(crate) fn max_validators(netuid: NetUid) -> u16 {
        MaxAllowedValidators::<T>::get(netuid)
    }

    /// Hotkey of a uid; the zero account for a uid that there is not.
    pub(crate) fn hotkey_of(netuid: NetUid, uid: u16) -> T::AccountId {
        Keys::<T>::get(netuid, uid)
    }

    /// Hotkeys of a subnet, by uid.
    pub(crate) fn hotkeys(netuid: NetUid) -> impl Iterator<Item = T::AccountId> {
        (0..Self::count(netuid)).map(move |uid| Self::hotkey_of(netuid, uid))
    }

    /// Block in which a uid was given to its hotkey.
    pub(crate) fn registered_at(netuid: NetUid, uid: u16) -> u64 {
        BlockAtRegistration::<T>::get(netuid, uid)
    }

    /// Whether a hotkey holds a uid on any subnet.
    pub(crate) fn is_member(hotkey: &T::AccountId) -> bool {
        let mut memberships = IsNetworkMember::<T>::iter_key_prefix(hotkey);
        memberships.next().is_some()
    }
}
