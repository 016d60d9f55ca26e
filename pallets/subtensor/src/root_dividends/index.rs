//! Who stakes on root, numbered without gaps (spec 10 §14.6), so that automatic claims can go
//! round.

use subtensor_primitives::NetUid;

use crate::{
    Config, RootDividends, Shares,
    pallet::{NumStakingColdkeys, RootClaimNext, StakingColdkeys, StakingColdkeysByIndex},
};

impl<T: Config> RootDividends<T> {
    /// Brings the index up to date after the positions of a coldkey on root have changed.
    pub(crate) fn index_root_staker(coldkey: &T::AccountId) {
        let stakes = Shares::<T>::has_position(NetUid::ROOT, coldkey);
        match (stakes, StakingColdkeys::<T>::get(coldkey)) {
            (true, None) => Self::append_root_staker(coldkey),
            (false, Some(place)) => Self::remove_root_staker(coldkey, place),
            _ => {}
        }
    }

    fn append_root_staker(coldkey: &T::AccountId) {
        let place = NumStakingColdkeys::<T>::get();
        StakingColdkeys::<T>::insert(coldkey, place);
        StakingColdkeysByIndex::<T>::insert(place, coldkey);
        NumStakingColdkeys::<T>::put(place.saturating_add(1));
    }

    /// The last one takes the place.
    fn remove_root_staker(coldkey: &T::AccountId, place: u64) {
        let last = NumStakingColdkeys::<T>::get().saturating_sub(1);
        StakingColdkeys::<T>::remove(coldkey);
        RootClaimNext::<T>::remove(coldkey);
        if let Some(mover) = StakingColdkeysByIndex::<T>::take(last).filter(|_| place != last) {
            StakingColdkeys::<T>::insert(&mover, place);
            StakingColdkeysByIndex::<T>::insert(place, mover);
        }
        NumStakingColdkeys::<T>::put(last);
    }
}
