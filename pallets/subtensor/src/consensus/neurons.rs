//! Scores of a uid from its first to its last block (spec 20 §11), and of a subnet.

use alloc::{vec, vec::Vec};
use frame_support::traits::Get;
use sp_runtime::PerU16;
use subtensor_primitives::{AlphaBalance, NetUid, NetUidStorageIndex};

use crate::{
    Config, Mechanisms, Neurons, Scores,
    domain::{Domain, Renumbering},
    pallet::{
        Active, ActivityCutoff, Bonds, BondsResetOn, Consensus, ConsensusByMechanism, Dividends,
        Emission, Incentive, Kappa, StakeWeight, SubnetEpochConsensus, ValidatorPermit,
        ValidatorTrust,
    },
};

/// The element of a uid; zero where the list is too short.
pub(crate) fn at<V: Copy + Default>(list: &[V], uid: u16) -> V {
    list.get(usize::from(uid)).copied().unwrap_or_default()
}

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
    /// What the uids of a subnet earned in its last epoch, rao of alpha.
    pub(crate) fn emissions(netuid: NetUid) -> Vec<AlphaBalance> {
        Emission::<T>::get(netuid)
    }

    /// Removes the bonds of all validators on a hotkey, on every mechanism, if the subnet permits
    /// that and the hotkey has a uid there (spec 40 §10.4).
    pub fn reset_bonds(netuid: NetUid, hotkey: &T::AccountId) {
        let uid = Neurons::<T>::uid_for(netuid, hotkey);
        let Some(uid) = uid.filter(|_| BondsResetOn::<T>::get(netuid)) else {
            return;
        };
        for index in Mechanisms::<T>::mechanism_indices(netuid) {
            let rows: Vec<_> = Bonds::<T>::iter_prefix(index).collect();
            for (validator, mut row) in rows {
                let bonds = row.len();
                row.retain(|(target, _)| *target != uid);
                if row.len() < bonds {
                    Bonds::<T>::insert(index, validator, row);
                }
            }
        }
    }

    /// Changes the consensus of a mechanism's last epoch, if it had one: without, liquid bonds are
    /// compared with the current one.
    fn change_previous_consensus(index: NetUidStorageIndex, change: impl FnOnce(&mut Vec<PerU16>)) {
        ConsensusByMechanism::<T>::mutate_exists(index, |stored| {
            stored.as_mut().map(change);
        });
    }

    /// Who may validate, by uid.
    pub(crate) fn permits(netuid: NetUid) -> Vec<bool> {
        ValidatorPermit::<T>::get(netuid)
    }

    /// Whether a uid may validate.
    pub(crate) fn has_permit(netuid: NetUid, uid: u16) -> bool {
        at(&Self::permits(netuid), uid)
    }
}

/// Changes every list of scores of a subnet, which have an element per uid.
macro_rules! change_scores {
    ($netuid:ident, $change:expr) => {
        Emission::<T>::mutate($netuid, $change);
        Consensus::<T>::mutate($netuid, $change);
        Dividends::<T>::mutate($netuid, $change);
        ValidatorTrust::<T>::mutate($netuid, $change);
        ValidatorPermit::<T>::mutate($netuid, $change);
        StakeWeight::<T>::mutate($netuid, $change);
    };
}

impl<T: Config> Domain<T> for Scores<T> {
    fn open_subnet(netuid: NetUid, _now: u64) {
        Kappa::<T>::insert(netuid, T::InitialKappa::get());
        ActivityCutoff::<T>::insert(netuid, T::InitialActivityCutoff::get());
    }

    fn forget_values(netuid: NetUid) {
        Active::<T>::remove(netuid);
        Emission::<T>::remove(netuid);
        Consensus::<T>::remove(netuid);
        Dividends::<T>::remove(netuid);
        ValidatorTrust::<T>::remove(netuid);
        ValidatorPermit::<T>::remove(netuid);
        StakeWeight::<T>::remove(netuid);
        SubnetEpochConsensus::<T>::remove(netuid);
    }

    /// A newcomer is active and has no scores.
    fn add_neuron(netuid: NetUid, uid: u16, _now: u64) {
        change_scores!(netuid, |list| set_at(list, uid, Default::default()));
        Active::<T>::mutate(netuid, |list| set_at(list, uid, true));
        for index in Mechanisms::<T>::mechanism_indices(netuid) {
            Incentive::<T>::mutate(index, |list| set_at(list, uid, 0));
            Self::change_previous_consensus(index, |list| set_at(list, uid, PerU16::zero()));
            Bonds::<T>::remove(index, uid);
        }
    }

    fn renumber_uids(netuid: NetUid, uids: &Renumbering<T::AccountId>) {
        change_scores!(netuid, |list| uids.keep(list));
        Active::<T>::mutate(netuid, |list| uids.keep(list));
        for index in Mechanisms::<T>::mechanism_indices(netuid) {
            Incentive::<T>::mutate(index, |list| uids.keep(list));
            Self::change_previous_consensus(index, |list| uids.keep(list));
            let bonds: Vec<_> = Bonds::<T>::drain_prefix(index).collect();
            for (uid, row) in bonds {
                if let Some(uid) = uids.uid(uid) {
                    Bonds::<T>::insert(index, uid, uids.row(row));
                }
            }
        }
    }

    /// Every uid starts without incentive.
    fn add_mechanism(index: NetUidStorageIndex, uids: u16) {
        Incentive::<T>::insert(index, vec![0; uids.into()]);
    }

    fn forget_mechanism(index: NetUidStorageIndex) {
        let _ = Bonds::<T>::clear_prefix(index, u32::MAX, None);
        Incentive::<T>::remove(index);
        ConsensusByMechanism::<T>::remove(index);
    }

    #[cfg(feature = "try-runtime")]
    fn check() -> Result<(), sp_runtime::TryRuntimeError> {
        Self::check_consensus()
    }
}
