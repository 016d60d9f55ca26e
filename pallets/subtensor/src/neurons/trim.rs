//! Trimming: a subnet gives up the uids that earn least, and numbers the others anew (spec 30 §9.5, §19 D11). All of it
//! is bounded by the 256 uids that a subnet has over its mechanisms.

#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use frame_support::{ensure, traits::Get};
use sp_runtime::{DispatchResult, Percent};
use subtensor_primitives::{NetUid, NetUidStorageIndex};

use crate::{Config, Error, Pallet, pallet::*};

/// The elements of the uids that stay, in their new order; what is missing is zero.
fn keep<V: Clone + Default>(list: &[V], stay: &[u16]) -> Vec<V> {
    stay.iter()
        .map(|uid| list.get(usize::from(*uid)).cloned().unwrap_or_default())
        .collect()
}

/// New number of an old uid, if it stays. `stay` is sorted.
fn renumbered(stay: &[u16], uid: u16) -> Option<u16> {
    stay.binary_search(&uid).ok().map(|place| place as u16)
}

impl<T: Config> Pallet<T> {
    /// Lowers the most uids of a subnet to `most`. If there are more, those with the least emission go, the highest uid
    /// first among equals, and the others move up. Newcomers in immunity and the owner's immune uids stay. Weights that
    /// are committed and not revealed are dropped: they name uids of before.
    ///
    /// Errors, in order: `SubnetNotExists`; `InvalidValue` below the least or above the present most;
    /// `TrimmingWouldExceedMaxImmunePercentage` if too many of the rest would be immune.
    pub fn do_trim(netuid: NetUid, most: u16) -> DispatchResult {
        ensure!(Self::subnet_exists(netuid), Error::<T>::SubnetNotExists);
        let bounds = MinAllowedUids::<T>::get(netuid).max(1)..=MaxAllowedUids::<T>::get(netuid);
        ensure!(bounds.contains(&most), Error::<T>::InvalidValue);
        let uids = SubnetworkN::<T>::get(netuid);
        if uids > most {
            let immune = Self::immune_uids(netuid, uids);
            ensure!(
                Percent::from_rational(immune.len() as u32, most.into())
                    < T::MaxImmuneUidsPercentage::get(),
                Error::<T>::TrimmingWouldExceedMaxImmunePercentage
            );
            Self::remove_uids_but(netuid, uids, &Self::best_uids(netuid, uids, most, &immune));
        }
        MaxAllowedUids::<T>::insert(netuid, most);
        Ok(())
    }

    /// Uids in immunity, and those of the owner that are never replaced.
    fn immune_uids(netuid: NetUid, uids: u16) -> Vec<u16> {
        let now = Self::current_block();
        let period = u64::from(ImmunityPeriod::<T>::get(netuid));
        let immortal = Self::immortal_uids(netuid);
        let age = |uid| now.saturating_sub(BlockAtRegistration::<T>::get(netuid, uid));
        (0..uids)
            .filter(|uid| immortal.contains(uid) || age(*uid) < period)
            .collect()
    }

    /// The uids that stay, ascending: the immune ones, and of the others those with the highest emission.
    fn best_uids(netuid: NetUid, uids: u16, most: u16, immune: &[u16]) -> Vec<u16> {
        let emission = Emission::<T>::get(netuid);
        let earned = |uid: u16| emission.get(usize::from(uid)).copied().unwrap_or_default();
        let mut others: Vec<u16> = (0..uids).filter(|uid| !immune.contains(uid)).collect();
        others.sort_by_key(|uid| core::cmp::Reverse(earned(*uid)));
        others.truncate(usize::from(most).saturating_sub(immune.len()));
        others.extend(immune);
        others.sort_unstable();
        others
    }

    fn remove_uids_but(netuid: NetUid, uids: u16, stay: &[u16]) {
        for uid in (0..uids).filter(|uid| stay.binary_search(uid).is_err()) {
            let hotkey = Self::unseat(netuid, uid);
            AlphaDividendsPerSubnet::<T>::remove(netuid, hotkey);
        }
        for (new, old) in (0u16..).zip(stay) {
            Self::move_seat(netuid, *old, new);
        }
        SubnetworkN::<T>::insert(netuid, stay.len() as u16);
        Active::<T>::mutate(netuid, |list| *list = keep(list, stay));
        Emission::<T>::mutate(netuid, |list| *list = keep(list, stay));
        Consensus::<T>::mutate(netuid, |list| *list = keep(list, stay));
        Dividends::<T>::mutate(netuid, |list| *list = keep(list, stay));
        ValidatorTrust::<T>::mutate(netuid, |list| *list = keep(list, stay));
        ValidatorPermit::<T>::mutate(netuid, |list| *list = keep(list, stay));
        StakeWeight::<T>::mutate(netuid, |list| *list = keep(list, stay));
        for index in Self::mechanism_indices(netuid) {
            Self::renumber_mechanism(index, stay);
        }
    }

    /// Gives a hotkey another uid, which is free.
    fn move_seat(netuid: NetUid, old: u16, new: u16) {
        if old == new {
            return;
        }
        let hotkey = Keys::<T>::take(netuid, old);
        Uids::<T>::insert(netuid, &hotkey, new);
        Keys::<T>::insert(netuid, new, hotkey);
        BlockAtRegistration::<T>::swap(netuid, old, netuid, new);
        AssociatedEvmAddress::<T>::swap(netuid, old, netuid, new);
    }

    fn renumber_mechanism(index: NetUidStorageIndex, stay: &[u16]) {
        Incentive::<T>::mutate(index, |list| *list = keep(list, stay));
        LastUpdate::<T>::mutate(index, |list| *list = keep(list, stay));
        let renumber_row = |row: Vec<(u16, u16)>| -> Vec<(u16, u16)> {
            row.into_iter()
                .filter_map(|(target, value)| Some((renumbered(stay, target)?, value)))
                .collect()
        };
        let weights: Vec<_> = Weights::<T>::drain_prefix(index).collect();
        let bonds: Vec<_> = Bonds::<T>::drain_prefix(index).collect();
        for (uid, row) in weights {
            if let Some(uid) = renumbered(stay, uid) {
                Weights::<T>::insert(index, uid, renumber_row(row));
            }
        }
        for (uid, row) in bonds {
            if let Some(uid) = renumbered(stay, uid) {
                Bonds::<T>::insert(index, uid, renumber_row(row));
            }
        }
        let _ = WeightCommits::<T>::clear_prefix(index, u32::MAX, None);
        let _ = TimelockedWeightCommits::<T>::clear_prefix(index, u32::MAX, None);
    }
}
