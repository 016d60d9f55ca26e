//! Who stakes on root or has bought shares, numbered without gaps (spec 10 §14.6).

use subtensor_primitives::NetUid;

use crate::{
    Config, Funds, Shares,
    pallet::{NumStakingColdkeys, StakingColdkeys, StakingColdkeysByIndex},
};

impl<T: Config> Funds<T> {
    /// Brings the index up to date after the positions of a coldkey on root have changed.
    pub(crate) fn index_root_staker(coldkey: &T::AccountId) {
        if Shares::<T>::has_position(NetUid::ROOT, coldkey) {
            Self::add_root_staker(coldkey);
        } else if let Some(place) = StakingColdkeys::<T>::get(coldkey) {
            Self::remove_root_staker(coldkey, place);
        }
    }

    /// Gives a coldkey the next place, unless it has one. The escrow gets none.
    pub(super) fn add_root_staker(coldkey: &T::AccountId) {
        if Self::is_escrow(coldkey) || StakingColdkeys::<T>::contains_key(coldkey) {
            return;
        }
        let place = NumStakingColdkeys::<T>::get();
        StakingColdkeys::<T>::insert(coldkey, place);
        StakingColdkeysByIndex::<T>::insert(place, coldkey);
        NumStakingColdkeys::<T>::put(place.saturating_add(1));
    }

    /// Gives the place of a coldkey to another, unless that has one already.
    pub(super) fn rename_root_staker(old: &T::AccountId, new: &T::AccountId) {
        let Some(place) = StakingColdkeys::<T>::get(old) else {
            return;
        };
        if StakingColdkeys::<T>::contains_key(new) {
            Self::remove_root_staker(old, place);
            return;
        }
        StakingColdkeys::<T>::remove(old);
        StakingColdkeys::<T>::insert(new, place);
        StakingColdkeysByIndex::<T>::insert(place, new);
    }

    /// The last one takes the place.
    fn remove_root_staker(coldkey: &T::AccountId, place: u64) {
        let last = NumStakingColdkeys::<T>::get().saturating_sub(1);
        StakingColdkeys::<T>::remove(coldkey);
        if let Some(mover) = StakingColdkeysByIndex::<T>::take(last).filter(|_| place != last) {
            StakingColdkeys::<T>::insert(&mover, place);
            StakingColdkeysByIndex::<T>::insert(place, mover);
        }
        NumStakingColdkeys::<T>::put(last);
    }
}
