//! Mechanisms: independent sets of weights on one subnet, each with a part of its emission (spec 20
//! §9, 40 §5).

use alloc::vec::Vec;
use core::marker::PhantomData;
use frame_support::ensure;
use sp_runtime::DispatchResult;
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};

use crate::{
    Config, Error, Neurons, Scores, Subnets, ValidatorWeights,
    domain::{Domain, Domains},
    pallet::{MaxMechanismCount, MechanismCountCurrent, MechanismEmissionSplit},
};

/// Most mechanisms of any subnet.
pub const MAX_MECHANISMS: u8 = 16;
/// Most uids of a subnet over all its mechanisms, under Yuma consensus.
pub const MAX_UIDS: u16 = 256;
/// The same under Null consensus.
pub const MAX_NULL_UIDS: u16 = 2_500;

/// Independent sets of weights on one subnet.
pub struct Mechanisms<T>(PhantomData<T>);

impl<T: Config> Mechanisms<T> {
    /// Sets the number of mechanisms of a subnet. What belongs to a mechanism that goes is removed;
    /// emission is split evenly again.
    ///
    /// Errors, in order: `MechanismDoesNotExist`, `InvalidValue` (under Null consensus also while
    /// commits wait), `TooManyUIDsPerMechanism`.
    pub fn do_set_mechanism_count(netuid: NetUid, count: MechId) -> DispatchResult {
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::MechanismDoesNotExist
        );
        let max = MaxMechanismCount::<T>::get().min(MechId::new(MAX_MECHANISMS));
        ensure!(count.get() > 0 && count <= max, Error::<T>::InvalidValue);
        let current = MechanismCountCurrent::<T>::get(netuid);
        let may_change = count == current
            || !Scores::<T>::is_null(netuid)
            || ValidatorWeights::<T>::commit_keys(netuid).next().is_none();
        ensure!(may_change, Error::<T>::InvalidValue);
        let uids = Neurons::<T>::max_uids(netuid).saturating_mul(count.get().into());
        let budget = Scores::<T>::uid_budget(netuid);
        ensure!(uids <= budget, Error::<T>::TooManyUIDsPerMechanism);

        if count == current {
            return Ok(());
        }
        let index_of = |mechanism| NetUidStorageIndex::from_parts(netuid, MechId::new(mechanism));
        for mechanism in count.get()..current.get() {
            Domains::<T>::forget_mechanism(index_of(mechanism));
        }
        for mechanism in current.get()..count.get() {
            Domains::<T>::add_mechanism(index_of(mechanism), Neurons::<T>::count(netuid));
        }
        MechanismCountCurrent::<T>::insert(netuid, count);
        MechanismEmissionSplit::<T>::remove(netuid);
        Ok(())
    }

    /// Sets the parts of the mechanisms in the emission, of 65535; none for even parts.
    ///
    /// Errors, in order: `MechanismDoesNotExist`, `InvalidValue` for no parts, too many, or another
    /// sum.
    pub fn do_set_emission_split(netuid: NetUid, split: Option<Vec<u16>>) -> DispatchResult {
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
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
        let count = Self::count(netuid);
        (0..count)
            .map(move |mechanism| NetUidStorageIndex::from_parts(netuid, MechId::new(mechanism)))
    }

    /// Emission of each mechanism: by the stored split, in parts of 65535, or evenly; what rounding
    /// leaves belongs to the first.
    pub fn mechanism_parts(netuid: NetUid, emission: u64) -> Vec<(MechId, u64)> {
        let count = Self::count(netuid);
        let split = MechanismEmissionSplit::<T>::get(netuid);
        let parts = subtensor_emission::mechanism_parts(emission, count, split.as_deref());
        (0..count).map(MechId::new).zip(parts).collect()
    }

    /// Number of mechanisms of a subnet, at least 1.
    pub(crate) fn count(netuid: NetUid) -> u8 {
        MechanismCountCurrent::<T>::get(netuid).get().max(1)
    }
}

impl<T: Config> Domain<T> for Mechanisms<T> {
    fn forget_values(netuid: NetUid) {
        MechanismCountCurrent::<T>::remove(netuid);
        MechanismEmissionSplit::<T>::remove(netuid);
    }
}
