//! Scores of a uid from its first to its last block (spec 20 §11).

use alloc::vec::Vec;
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{
    Config, Mechanisms, Neurons, Scores,
    pallet::{
        Active, Bonds, BondsResetOn, Consensus, Dividends, Emission, Incentive, LastUpdate,
        StakeWeight, ValidatorPermit, ValidatorTrust, Weights,
    },
};

/// Sets the element of a uid; a list that is too short is filled up.
pub(crate) fn set_at<V: Clone + Default>(list: &mut Vec<V>, uid: u16, value: V) {
    let uid = usize::from(uid);
    if list.len() <= uid {
        list.resize(uid.saturating_add(1), V::default());
    }
    if let Some(slot) = list.get_mut(uid) {
        *slot = value;
    }
}

impl<T: Config> Scores<T> {
    /// Gives a uid the scores of a newcomer registered in `block`, whether the uid is new or had another hotkey.
    pub(crate) fn reset_neuron_consensus(netuid: NetUid, uid: u16, block: u64) {
        Active::<T>::mutate(netuid, |list| set_at(list, uid, true));
        Emission::<T>::mutate(netuid, |list| set_at(list, uid, AlphaBalance::ZERO));
        Consensus::<T>::mutate(netuid, |list| set_at(list, uid, 0));
        Dividends::<T>::mutate(netuid, |list| set_at(list, uid, 0));
        ValidatorTrust::<T>::mutate(netuid, |list| set_at(list, uid, 0));
        ValidatorPermit::<T>::mutate(netuid, |list| set_at(list, uid, false));
        StakeWeight::<T>::mutate(netuid, |list| set_at(list, uid, 0));
        for index in Mechanisms::<T>::mechanism_indices(netuid) {
            Incentive::<T>::mutate(index, |list| set_at(list, uid, 0));
            LastUpdate::<T>::mutate(index, |list| set_at(list, uid, block));
            Weights::<T>::remove(index, uid);
            Bonds::<T>::remove(index, uid);
        }
    }

    /// Removes all bonds on a miner, where the subnet lets miners ask for it. Whoever holds no uid asks in vain.
    pub fn reset_bonds(netuid: NetUid, hotkey: &T::AccountId) {
        let Some(uid) =
            Neurons::<T>::uid_for(netuid, hotkey).filter(|_| BondsResetOn::<T>::get(netuid))
        else {
            return;
        };
        for index in Mechanisms::<T>::mechanism_indices(netuid) {
            for (validator, mut row) in Bonds::<T>::iter_prefix(index).collect::<Vec<_>>() {
                let before = row.len();
                row.retain(|(target, _)| *target != uid);
                if row.len() < before {
                    Bonds::<T>::insert(index, validator, row);
                }
            }
        }
    }
}
