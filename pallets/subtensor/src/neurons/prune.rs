//! Who makes room on a full subnet (spec 30 §9.3, §9.4).

use alloc::vec::Vec;
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{Config, Pallet, pallet::*};

/// Smaller goes first: emission, block of registration, uid.
type Rank = (AlphaBalance, u64, u16);

impl<T: Config> Pallet<T> {
    /// The uid that a newcomer would take: lowest emission, then oldest. Newcomers are spared while enough others are
    /// left; uids of the owner always.
    pub fn neuron_to_prune(netuid: NetUid) -> Option<u16> {
        let now = Self::current_block();
        let immunity = u64::from(ImmunityPeriod::<T>::get(netuid));
        let emission = Emission::<T>::get(netuid);
        let spared = Self::immortal_uids(netuid);
        let (mut immune, mut others): (Option<Rank>, Option<Rank>) = (None, None);
        let mut free = 0u16;
        for uid in (0..SubnetworkN::<T>::get(netuid)).filter(|uid| !spared.contains(uid)) {
            let registered = BlockAtRegistration::<T>::get(netuid, uid);
            let earned = emission.get(usize::from(uid)).copied().unwrap_or_default();
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

    /// Number of hotkeys that are walked to find the owner's uids, for weights.
    pub fn owner_hotkeys(netuid: NetUid) -> u32 {
        let owned = OwnedHotkeys::<T>::decode_len(SubnetOwner::<T>::get(netuid));
        owned.unwrap_or_default() as u32
    }

    /// Uids of the owner that are never replaced: its hotkey's, then the oldest of its others, up to the limit.
    pub(super) fn immortal_uids(netuid: NetUid) -> Vec<u16> {
        let limit = usize::from(ImmuneOwnerUidsLimit::<T>::get(netuid));
        let mut owned: Vec<(u64, u16)> = OwnedHotkeys::<T>::get(SubnetOwner::<T>::get(netuid))
            .iter()
            .filter_map(|hotkey| Self::uid_for(netuid, hotkey))
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
}
