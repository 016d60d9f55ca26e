//! Mechanisms: independent sets of weights on one subnet, each with a part of its emission (spec 20 §9, 40 §5).

use alloc::{vec, vec::Vec};
use frame_support::ensure;
use sp_runtime::DispatchResult;
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};

use crate::{Config, Error, Pallet, pallet::*};

/// Most mechanisms of any subnet.
pub const MOST_MECHANISMS: u8 = 16;
/// Most uids of a subnet over all its mechanisms.
pub const MAX_UIDS: u16 = 256;

impl<T: Config> Pallet<T> {
    /// Sets the number of mechanisms of a subnet. What belongs to a mechanism that goes is removed; emission is split
    /// evenly again.
    ///
    /// Errors, in order: `MechanismDoesNotExist`, `InvalidValue`, `TooManyUIDsPerMechanism`.
    pub fn do_set_mechanism_count(netuid: NetUid, count: MechId) -> DispatchResult {
        ensure!(
            Self::subnet_exists(netuid),
            Error::<T>::MechanismDoesNotExist
        );
        let most = MaxMechanismCount::<T>::get().min(MechId::new(MOST_MECHANISMS));
        ensure!(count.get() > 0 && count <= most, Error::<T>::InvalidValue);
        let uids = MaxAllowedUids::<T>::get(netuid).saturating_mul(count.get().into());
        ensure!(uids <= MAX_UIDS, Error::<T>::TooManyUIDsPerMechanism);

        let current = MechanismCountCurrent::<T>::get(netuid);
        if count == current {
            return Ok(());
        }
        let index_of = |mechanism| NetUidStorageIndex::from_parts(netuid, MechId::new(mechanism));
        for mechanism in count.get()..current.get() {
            Self::remove_mechanism(index_of(mechanism));
        }
        for mechanism in current.get()..count.get() {
            Self::add_mechanism(index_of(mechanism), SubnetworkN::<T>::get(netuid));
        }
        MechanismCountCurrent::<T>::insert(netuid, count);
        MechanismEmissionSplit::<T>::remove(netuid);
        Ok(())
    }

    /// Every uid starts without incentive, and without weights.
    fn add_mechanism(index: NetUidStorageIndex, uids: u16) {
        Incentive::<T>::insert(index, vec![0; uids.into()]);
        LastUpdate::<T>::insert(index, vec![0; uids.into()]);
    }

    /// Rows are bounded by the uids, commits by those who may commit.
    pub(crate) fn remove_mechanism(index: NetUidStorageIndex) {
        let _ = Weights::<T>::clear_prefix(index, u32::MAX, None);
        let _ = Bonds::<T>::clear_prefix(index, u32::MAX, None);
        let _ = WeightCommits::<T>::clear_prefix(index, u32::MAX, None);
        let _ = TimelockedWeightCommits::<T>::clear_prefix(index, u32::MAX, None);
        Incentive::<T>::remove(index);
        LastUpdate::<T>::remove(index);
    }

    /// Sets the parts of the mechanisms in the emission, of 65535; none for even parts.
    ///
    /// Errors, in order: `MechanismDoesNotExist`, `InvalidValue` for no parts, too many, or another sum.
    pub fn do_set_emission_split(netuid: NetUid, split: Option<Vec<u16>>) -> DispatchResult {
        ensure!(
            Self::subnet_exists(netuid),
            Error::<T>::MechanismDoesNotExist
        );
        if let Some(parts) = &split {
            let count = usize::from(MechanismCountCurrent::<T>::get(netuid).get());
            ensure!((1..=count).contains(&parts.len()), Error::<T>::InvalidValue);
            let sum = parts
                .iter()
                .fold(0u64, |sum, part| sum.saturating_add((*part).into()));
            ensure!(sum == u64::from(u16::MAX), Error::<T>::InvalidValue);
        }
        MechanismEmissionSplit::<T>::set(netuid, split);
        Ok(())
    }

    /// Storage keys of all mechanisms of a subnet.
    pub(crate) fn mechanism_indices(netuid: NetUid) -> impl Iterator<Item = NetUidStorageIndex> {
        let count = MechanismCountCurrent::<T>::get(netuid).get().max(1);
        (0..count)
            .map(move |mechanism| NetUidStorageIndex::from_parts(netuid, MechId::new(mechanism)))
    }

    /// Emission of each mechanism: by the stored split, in parts of 65535, or evenly; what rounding leaves belongs to
    /// the first.
    pub fn mechanism_parts(netuid: NetUid, emission: u64) -> Vec<(MechId, u64)> {
        let count = MechanismCountCurrent::<T>::get(netuid).get().max(1);
        let split = MechanismEmissionSplit::<T>::get(netuid);
        let parts = subtensor_emission::mechanism_parts(emission, count, split.as_deref());
        (0..count).map(MechId::new).zip(parts).collect()
    }

    /// Removes all bonds on a miner, where the subnet lets miners ask for it. Whoever holds no uid asks in vain.
    pub fn reset_bonds(netuid: NetUid, hotkey: &T::AccountId) {
        let Some(uid) = Self::uid_for(netuid, hotkey).filter(|_| BondsResetOn::<T>::get(netuid))
        else {
            return;
        };
        for index in Self::mechanism_indices(netuid) {
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
