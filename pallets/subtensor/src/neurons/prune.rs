//! Who makes room on a full subnet (spec 30 §9.3, §9.4).

use alloc::{collections::BTreeSet, vec::Vec};
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{
    Config, Hotkeys, Neurons, Schedule, Scores, Subnets,
    consensus::at,
    pallet::{
        BlockAtRegistration, ImmuneOwnerUidsLimit, ImmunityPeriod, Keys, MaxAllowedUids,
        MinNonImmuneUids, SubnetworkN,
    },
};

/// Smaller goes first: emission, block of registration, uid.
type Rank = (AlphaBalance, u64, u16);

impl<T: Config> Neurons<T> {
    /// The uid that a newcomer would take: lowest emission, then oldest. Newcomers are spared while
    /// enough others are left; uids of the owner always.
    pub fn neuron_to_prune(netuid: NetUid) -> Option<u16> {
        let now = Schedule::<T>::current_block();
        let immunity = u64::from(ImmunityPeriod::<T>::get(netuid));
        let emission = Scores::<T>::emissions(netuid);
        let spared = Self::immortal_uids(netuid);
        let (mut immune, mut others): (Option<Rank>, Option<Rank>) = (None, None);
        let mut free = 0u16;
        for uid in (0..SubnetworkN::<T>::get(netuid)).filter(|uid| !spared.contains(uid)) {
            let registered = BlockAtRegistration::<T>::get(netuid, uid);
            let earned = at(&emission, uid);
            let rank = (earned, registered, uid);
            let best = if now.saturating_sub(registered) < immunity {
                &mut immune
            } else {
                free = free.saturating_add(1);
                &mut others
            };
            *best = Some(best.map_or(rank, |best| best.min(rank)));
        }
        let choice = if free > MinNonImmuneUids::<T>::get(netuid) {
            others.or(immune)
        } else {
            immune
        };
        choice.map(|(_, _, uid)| uid)
    }

    /// Uids of the owner that are never replaced: its hotkey's, then the oldest of its others, up
    /// to the limit.
    pub(super) fn immortal_uids(netuid: NetUid) -> Vec<u16> {
        let limit = usize::from(ImmuneOwnerUidsLimit::<T>::get(netuid));
        let mut owned: Vec<(u64, u16)> = Self::owner_uids(netuid)
            .into_iter()
            .map(|uid| (BlockAtRegistration::<T>::get(netuid, uid), uid))
            .collect();
        owned.sort_unstable();
        let mut uids: Vec<u16> = owned.into_iter().map(|(_, uid)| uid).take(limit).collect();
        if let Some(owner) = Self::owner_uid(netuid).filter(|owner| !uids.contains(owner)) {
            uids.insert(0, owner);
            uids.truncate(limit);
        }
        uids
    }

    /// Number of uids that are compared to find room for a newcomer: none where one is free.
    pub(crate) fn uids_to_compare(netuid: NetUid) -> u32 {
        let uids = SubnetworkN::<T>::get(netuid);
        if uids < MaxAllowedUids::<T>::get(netuid) {
            0
        } else {
            uids.into()
        }
    }

    /// Uids of the hotkeys that the owner owns. Reads no more keys than there are uids, however
    /// many hotkeys it owns.
    fn owner_uids(netuid: NetUid) -> Vec<u16> {
        let hotkeys = Hotkeys::<T>::owned(&Subnets::<T>::owner(netuid));
        let uids = SubnetworkN::<T>::get(netuid);
        if hotkeys.len() <= usize::from(uids) {
            let uid_of = |hotkey| Self::uid_for(netuid, hotkey);
            return hotkeys.iter().filter_map(uid_of).collect();
        }
        let hotkeys: BTreeSet<T::AccountId> = hotkeys.into_iter().collect();
        let is_owned = |uid: &u16| hotkeys.contains(&Keys::<T>::get(netuid, uid));
        (0..uids).filter(is_owned).collect()
    }
}
