//! Stake weight of a hotkey: its alpha and, at the weight of TAO, its root stake, both after what parents lend and
//! children borrow (spec 20 §5, 50 §7.2).

use alloc::vec::Vec;
use subtensor_fixed::U96F32;
use subtensor_primitives::NetUid;

use crate::{Config, Pallet, pallet::*};

/// Lists that a hotkey's inheritance depends on: (part of `u64::MAX`, key).
struct Family<AccountId> {
    children: Vec<(u64, AccountId)>,
    parents: Vec<(u64, AccountId)>,
}

fn part(parts: u64) -> U96F32 {
    U96F32::from_ratio(parts, u64::MAX)
}

impl<T: Config> Pallet<T> {
    /// Stake weight of a hotkey, rao: total, from alpha, from root TAO (not yet weighted).
    pub fn stake_weight_parts(hotkey: &T::AccountId, netuid: NetUid) -> (u64, u64, u64) {
        let (total, alpha, tao) = Self::exact_stake_weight(hotkey, netuid);
        ((total >> 32).try_into().unwrap_or(u64::MAX), alpha, tao)
    }

    /// Total stake weight of a hotkey, rao.
    pub fn stake_weight(hotkey: &T::AccountId, netuid: NetUid) -> u64 {
        Self::stake_weight_parts(hotkey, netuid).0
    }

    /// Total in 2^-32 rao, alpha and root TAO in rao.
    pub(crate) fn exact_stake_weight(hotkey: &T::AccountId, netuid: NetUid) -> (u128, u64, u64) {
        let family = Family {
            children: ChildKeys::<T>::get(hotkey, netuid),
            parents: ParentKeys::<T>::get(hotkey, netuid),
        };
        let alpha = if netuid.is_root() {
            TotalHotkeyAlpha::<T>::get(hotkey, netuid).to_u64()
        } else {
            Self::inherited(hotkey, netuid, &family)
        };
        let tao = Self::inherited(hotkey, NetUid::ROOT, &family);
        let weight = part(TaoWeight::<T>::get()).to_bits();
        let total =
            (u128::from(alpha) << 32).saturating_add(u128::from(tao).saturating_mul(weight));
        (total, alpha, tao)
    }

    /// Stake of a hotkey on `stake_of` after inheritance, rao.
    fn inherited(hotkey: &T::AccountId, stake_of: NetUid, family: &Family<T::AccountId>) -> u64 {
        let stake = |key: &T::AccountId| {
            U96F32::from_num(TotalHotkeyAlpha::<T>::get(key, stake_of).to_u64())
        };
        let own = stake(hotkey);
        let given = family
            .children
            .iter()
            .fold(U96F32::ZERO, |sum, (parts, _)| {
                sum.saturating_add(own.saturating_mul(part(*parts)))
            });
        let lent = family
            .parents
            .iter()
            .fold(U96F32::ZERO, |sum, (parts, parent)| {
                sum.saturating_add(stake(parent).saturating_mul(part(*parts)))
            });
        own.saturating_sub(given).saturating_add(lent).to_u64()
    }
}
