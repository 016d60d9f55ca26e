//! Subnets that have all that one can have.

use alloc::{collections::VecDeque, vec, vec::Vec};

use frame_benchmarking::v2::account;
use pallet_subtensor::{
    self as subtensor, EpochConsensus,
    children::MAX_PARENTS,
    consensus::{MAX_NULL_UIDS, MAX_UIDS},
    neurons::ROOT_SEATS,
};
use subtensor_primitives::{MechId, NetUid, NetUidStorageIndex};

use crate::Config;

/// The subnet of the genesis.
pub(super) const NETUID: NetUid = NetUid::new(1);
/// Mechanisms that a subnet can have.
pub(super) const MECHANISMS: u8 = 16;
/// Hotkeys that the owner has.
const OWNED: u32 = 1_024;

pub(super) fn hotkey<T: Config>(number: u32) -> T::AccountId {
    account("hotkey", number, 0)
}

/// A subnet that nothing keeps its owner from changing, though intervals and a window are asked
/// for. Returns the owner.
pub(super) fn own<T: Config>() -> T::AccountId {
    subtensor::AdminFreezeWindow::<T>::put(1);
    subtensor::OwnerHyperparamRateLimit::<T>::put(1);
    subtensor::LiquidAlphaOn::<T>::insert(NETUID, true);
    subtensor::SubnetOwner::<T>::get(NETUID)
}

/// Fills the subnet with as many of `most` uids as its mechanisms leave it. All have rows of
/// weights; bonds and commits have those that there may be under Yuma consensus.
pub(super) fn fill<T: Config>(mechanisms: u8, most: u16) {
    let uids = most / u16::from(mechanisms);
    let bonded = MAX_UIDS / u16::from(mechanisms);
    subtensor::MaxAllowedUids::<T>::insert(NETUID, uids);
    subtensor::MinAllowedUids::<T>::insert(NETUID, 1);
    subtensor::ImmunityPeriod::<T>::insert(NETUID, 0);
    subtensor::MechanismCountCurrent::<T>::insert(NETUID, MechId::new(mechanisms));
    subtensor::MaxMechanismCount::<T>::put(MechId::new(mechanisms));
    for uid in subtensor::SubnetworkN::<T>::get(NETUID)..uids {
        let hotkey = hotkey::<T>(uid.into());
        subtensor::Keys::<T>::insert(NETUID, uid, &hotkey);
        subtensor::Uids::<T>::insert(NETUID, &hotkey, uid);
        subtensor::IsNetworkMember::<T>::insert(&hotkey, NETUID, true);
        subtensor::BlockAtRegistration::<T>::insert(NETUID, uid, 0);
        subtensor::VotingPower::<T>::insert(NETUID, &hotkey, 1);
    }
    subtensor::TotalVotingPower::<T>::insert(NETUID, u64::MAX);
    subtensor::SubnetworkN::<T>::insert(NETUID, uids);
    for mechanism in 0..mechanisms {
        let index = NetUidStorageIndex::from_parts(NETUID, MechId::new(mechanism));
        for uid in 0..uids {
            subtensor::Weights::<T>::insert(index, uid, vec![(uid, 1)]);
            if uid < bonded {
                subtensor::Bonds::<T>::insert(index, uid, vec![(uid, 1)]);
            }
            let hotkey = hotkey::<T>(uid.into());
            subtensor::WeightCommits::<T>::insert(index, hotkey, VecDeque::new());
        }
    }
    let owned: Vec<_> = (0..OWNED)
        .map(|number| account::<T::AccountId>("owned", number, 0))
        .collect();
    subtensor::OwnedHotkeys::<T>::insert(subtensor::SubnetOwner::<T>::get(NETUID), owned);
}

/// A subnet as [`fill`] fills it, under Null consensus.
pub(super) fn fill_null<T: Config>() {
    fill::<T>(1, MAX_NULL_UIDS);
    subtensor::SubnetEpochConsensus::<T>::insert(NETUID, EpochConsensus::Null);
}

/// Gives the hotkeys of the subnet so many parents, each as many as it may have.
pub(super) fn add_parents<T: Config>(count: u32) {
    let parents: Vec<_> = (0..count)
        .map(|number| (1, account::<T::AccountId>("parent", number, 0)))
        .collect();
    for (uid, some) in (1..).zip(parents.chunks(MAX_PARENTS as usize)) {
        subtensor::ParentKeys::<T>::insert(hotkey::<T>(uid), NETUID, some.to_vec());
    }
    // Of all of them it is read whether they are suspended.
    subtensor::ChildkeyThresholdSuspended::<T>::insert(hotkey::<T>(0), ());
}

/// Lets as many root validators as there are, and others up to the most parents, lend their stake
/// to the hotkey of the owner. Returns another hotkey of the owner.
pub(super) fn lend_to_owner<T: Config>() -> T::AccountId {
    let before = hotkey::<T>(1);
    subtensor::SubnetOwnerHotkey::<T>::insert(NETUID, &before);
    let child = vec![(u64::MAX, before.clone())];
    let parents: Vec<_> = (0..MAX_PARENTS)
        .map(|number| (u64::MAX, account::<T::AccountId>("parent", number, 0)))
        .collect();
    for (seat, (_, parent)) in (0..).zip(&parents) {
        subtensor::ChildKeys::<T>::insert(parent, NETUID, &child);
        if seat < ROOT_SEATS {
            subtensor::Uids::<T>::insert(NetUid::ROOT, parent, seat);
        }
    }
    subtensor::ParentKeys::<T>::insert(before, NETUID, parents);
    let next = hotkey::<T>(0);
    subtensor::Owner::<T>::insert(&next, subtensor::SubnetOwner::<T>::get(NETUID));
    next
}
