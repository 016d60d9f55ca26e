//! Which hotkeys may have the highest conviction of a subnet.
//!
//! Anybody may lock for any hotkey, so the hotkeys with locks are as many as somebody cares to
//! make. A takeover asks for more than 18 % of the alpha outside the pool, though, and of the
//! greater of mass and conviction that much can be with eleven hotkeys at most: masses are stake,
//! of which there is no more than that alpha, and convictions follow masses. Without being touched,
//! the greater of both never grows, whatever the kind of the locks. So it is enough to look, when a
//! lock for a hotkey is written, whether it belongs to the first sixteen, and at an epoch only at
//! those.

use subtensor_fixed::U64F64;
use subtensor_primitives::NetUid;

use crate::{Config, Locks, Subnets, pallet::LockLeaders};

/// How many hotkeys are kept.
pub(crate) const MAX_LOCK_LEADERS: u32 = 16;

impl<T: Config> Locks<T> {
    /// After a lock for a hotkey was written: keeps it in mind if it belongs to the first.
    pub(super) fn consider_leader(netuid: NetUid, hotkey: &T::AccountId) {
        let mut leaders = LockLeaders::<T>::get(netuid);
        if leaders.contains(hotkey) {
            return;
        }
        if leaders.try_push(hotkey.clone()).is_err() {
            let rank = Self::rank(netuid, hotkey);
            let last = leaders
                .iter_mut()
                .map(|leader| (Self::rank(netuid, leader), leader))
                .min_by(|(one, _), (other, _)| one.cmp(other));
            match last {
                Some((least, leader)) if least < rank => *leader = hotkey.clone(),
                _ => return,
            }
        }
        LockLeaders::<T>::insert(netuid, leaders);
    }

    /// After the last lock for a hotkey is gone.
    pub(super) fn forget_leader(netuid: NetUid, hotkey: &T::AccountId) {
        LockLeaders::<T>::mutate_exists(netuid, |leaders| {
            if let Some(listed) = leaders {
                listed.retain(|leader| leader != hotkey);
                if listed.is_empty() {
                    *leaders = None;
                }
            }
        });
    }

    /// The greater of mass and conviction of all locks for a hotkey.
    fn rank(netuid: NetUid, hotkey: &T::AccountId) -> U64F64 {
        let (perpetual, decaying) = (
            Self::bucket(netuid, hotkey, true).sum,
            Self::bucket(netuid, hotkey, false).sum,
        );
        let mass = U64F64::from_num(perpetual.mass.saturating_add(decaying.mass));
        mass.max(perpetual.conviction.saturating_add(decaying.conviction))
    }

    /// The hotkey with the highest conviction among those that may win the subnet and the owner's,
    /// among equals the greatest account id; with its conviction, rao.
    pub(super) fn most_convicted(netuid: NetUid) -> Option<(T::AccountId, U64F64)> {
        let leaders = LockLeaders::<T>::get(netuid).into_iter();
        leaders
            .chain(Subnets::<T>::owner_hotkey(netuid))
            .map(|hotkey| (Self::get_hotkey_conviction(hotkey.clone(), netuid), hotkey))
            .max_by_key(|score| score.clone())
            .filter(|(conviction, _)| !conviction.is_zero())
            .map(|(conviction, hotkey)| (hotkey, conviction))
    }
}
