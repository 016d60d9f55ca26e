//! Trimming: a subnet gives up the uids that earn least, and numbers the others anew (spec 30 §9.5,
//! §19 D11). Under Yuma consensus all of it is bounded by the 256 uids that a subnet has over its
//! mechanisms; under Null consensus there may be ten times as many, so that they go in batches.

#[cfg(test)]
mod tests;

use alloc::vec::Vec;
use frame_support::{ensure, traits::Get};
use sp_runtime::{DispatchError, Percent};
use subtensor_primitives::NetUid;

use crate::{
    Config, Error, Neurons, Schedule, Scores, Subnets,
    consensus::at,
    domain::{Domain, Domains, Renumbering},
    pallet::{
        AssociatedEvmAddress, BlockAtRegistration, ImmunityPeriod, Keys, MaxAllowedUids,
        MinAllowedUids, NullPruningTarget, SubnetworkN, Uids,
    },
};

impl<T: Config> Neurons<T> {
    /// Lowers the most uids of a subnet to `most`. If there are more, those with the least emission
    /// go, the highest uid first among equals, and the others move up. Newcomers in immunity and
    /// the owner's immune uids stay. Weights that are committed and not revealed are dropped: they
    /// name uids of before. Under Null consensus it is one batch ([`Self::do_trim_null_batch`]),
    /// which ends a pruning. Returns of how many hotkeys the stake was read.
    ///
    /// Errors, in order: `SubnetNotExists`; `InvalidValue` below the least or above the present
    /// most; `TrimmingWouldExceedMaxImmunePercentage` if too many of the rest would be immune;
    /// `InvalidValue` if it is more than a batch.
    pub fn do_trim(netuid: NetUid, max: u16) -> Result<u32, DispatchError> {
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        let immune = Self::check_trimming(netuid, max)?;
        let uids = SubnetworkN::<T>::get(netuid);
        let mut stakers = 0;
        if uids > max && Scores::<T>::is_null(netuid) {
            stakers = Self::trim_in_one_batch(netuid, max, &immune)?;
        } else if uids > max {
            Self::remove_uids_but(netuid, uids, Self::best_uids(netuid, uids, max, &immune));
        }
        NullPruningTarget::<T>::remove(netuid);
        MaxAllowedUids::<T>::insert(netuid, max);
        Ok(stakers)
    }

    /// Whether a subnet may have at most `max` uids. Gives the immune uids if some have to go.
    ///
    /// Errors, in order: `InvalidValue`, `TrimmingWouldExceedMaxImmunePercentage`.
    pub(super) fn check_trimming(netuid: NetUid, max: u16) -> Result<Vec<u16>, Error<T>> {
        let bounds = MinAllowedUids::<T>::get(netuid).max(1)..=MaxAllowedUids::<T>::get(netuid);
        ensure!(bounds.contains(&max), Error::InvalidValue);
        let uids = SubnetworkN::<T>::get(netuid);
        if uids <= max {
            return Ok(Vec::new());
        }
        let immune = Self::immune_uids(netuid, uids);
        ensure!(
            Percent::from_rational(immune.len() as u32, max.into())
                < T::MaxImmuneUidsPercentage::get(),
            Error::TrimmingWouldExceedMaxImmunePercentage
        );
        Ok(immune)
    }

    /// Uids in immunity, and those of the owner that are never replaced.
    fn immune_uids(netuid: NetUid, uids: u16) -> Vec<u16> {
        let now = Schedule::<T>::current_block();
        let period = u64::from(ImmunityPeriod::<T>::get(netuid));
        let immortal = Self::immortal_uids(netuid);
        let age = |uid| now.saturating_sub(BlockAtRegistration::<T>::get(netuid, uid));
        (0..uids)
            .filter(|uid| immortal.contains(uid) || age(*uid) < period)
            .collect()
    }

    /// The uids that stay, ascending: the immune ones, and of the others those with the highest
    /// emission.
    fn best_uids(netuid: NetUid, uids: u16, max: u16, immune: &[u16]) -> Vec<u16> {
        let emission = Scores::<T>::emissions(netuid);
        let earned = |uid: u16| at(&emission, uid);
        let mut others: Vec<u16> = (0..uids).filter(|uid| !immune.contains(uid)).collect();
        others.sort_by_key(|uid| core::cmp::Reverse(earned(*uid)));
        others.truncate(usize::from(max).saturating_sub(immune.len()));
        others.extend(immune);
        others.sort_unstable();
        others
    }

    fn remove_uids_but(netuid: NetUid, uids: u16, stay: Vec<u16>) {
        let gone = (0..uids)
            .filter(|uid| stay.binary_search(uid).is_err())
            .map(|uid| Self::unseat(netuid, uid))
            .collect();
        Domains::<T>::renumber_uids(netuid, &Renumbering::new(stay, gone));
    }

    /// Gives a hotkey another uid, which is free.
    pub(super) fn move_seat(netuid: NetUid, old: u16, new: u16) {
        if old == new {
            return;
        }
        let hotkey = Keys::<T>::take(netuid, old);
        Uids::<T>::insert(netuid, &hotkey, new);
        Keys::<T>::insert(netuid, new, hotkey);
        BlockAtRegistration::<T>::swap(netuid, old, netuid, new);
        AssociatedEvmAddress::<T>::swap(netuid, old, netuid, new);
    }
}
