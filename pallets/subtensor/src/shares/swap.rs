//! Stake that goes along with a hotkey that gives its place to another (spec 50 §13.2): by value,
//! position by position, so that the other may have stake already. Where it has none and nobody
//! stays, the pool changes hands as it is and nobody gains or loses a rao.

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::weights::WeightMeter;
use subtensor_primitives::{AlphaBalance, NetUid};
use subtensor_shares::{SafeFloat, SharePool};

use super::positions::without;
use crate::{
    Config, Funds, Shares, WeightInfo,
    domain::{HotkeySwap, spend},
    pallet::{AlphaV2, PoolStakers, StakePositions, TotalHotkeyAlpha, TotalHotkeyAlphaLastEpoch},
};

/// The pools of two hotkeys on a subnet, of which the positions of the one go to the other.
struct Removal {
    from: SharePool,
    to: SharePool,
    /// The generations of both.
    generations: (u64, u64),
    /// Whether all go to where nobody is, so that shares stay what they are.
    is_whole: bool,
    /// How many have a share of the other pool.
    holders: u32,
}

impl Removal {
    /// The share in the other pool, beside one that is held there, for a share of this one.
    fn share_for(&mut self, mut share: SafeFloat, mut held: SafeFloat) -> SafeFloat {
        if self.is_whole {
            return share;
        }
        // A share that is in a pool can be taken out of it.
        let value = self.from.close(&mut share).unwrap_or_default();
        if self.to.stake(&mut held, value).is_err() {
            // Too little for a share of its own: everybody on the hotkey gets it.
            self.to.value = self.to.value.saturating_add(value);
        }
        if self.to.value_of(held) == 0 {
            // Taking nothing out cannot fail.
            let _ = self.to.close(&mut held);
        }
        held
    }
}

/// Names the new hotkey in the place of the old one, or leaves it out.
fn rename<A: Clone + PartialEq>(list: &mut Option<Vec<A>>, old: &A, new: Option<&A>) {
    let Some(hotkeys) = list else { return };
    match new.filter(|new| !hotkeys.contains(new)) {
        Some(new) => hotkeys
            .iter_mut()
            .filter(|hotkey| *hotkey == old)
            .for_each(|hotkey| *hotkey = new.clone()),
        None => hotkeys.retain(|hotkey| hotkey != old),
    }
    if hotkeys.is_empty() {
        *list = None;
    }
}

impl<T: Config> Shares<T> {
    /// Who has stake on a hotkey, by subnet; funds are left out. None if the meter is spent before
    /// everybody was seen.
    pub(crate) fn stakers_of(
        hotkey: &T::AccountId,
        is_wanted: impl Fn(NetUid) -> bool,
        meter: &mut WeightMeter,
    ) -> Option<BTreeMap<NetUid, Vec<T::AccountId>>> {
        let mut stakers = BTreeMap::<NetUid, Vec<T::AccountId>>::new();
        for (coldkey, netuid) in AlphaV2::<T>::iter_key_prefix((hotkey,)) {
            if !spend(meter, T::WeightInfo::look_at_position()) {
                return None;
            }
            if is_wanted(netuid) && !Funds::<T>::is_escrow(&coldkey) {
                stakers.entry(netuid).or_default().push(coldkey);
            }
        }
        Some(stakers)
    }

    /// Number of coldkeys with a share in the pool of a hotkey.
    pub(crate) fn count_stakers(hotkey: &T::AccountId, netuid: NetUid) -> u32 {
        PoolStakers::<T>::get(netuid, hotkey)
    }

    pub(super) fn weigh_swap(
        netuid: NetUid,
        swap: &HotkeySwap<T::AccountId>,
        meter: &mut WeightMeter,
    ) -> bool {
        let stakers = swap.stakers_on(netuid).len();
        let is_empty = stakers == 0 && TotalHotkeyAlpha::<T>::get(swap.old, netuid).is_zero();
        if swap.keep_stake || is_empty {
            return true;
        }
        // One more for the fund.
        let count = stakers.saturating_add(1) as u64;
        let positions = T::WeightInfo::swap_position(netuid.is_root()).saturating_mul(count);
        spend(meter, T::WeightInfo::swap_pool().saturating_add(positions))
    }

    pub(super) fn swap_stake(netuid: NetUid, swap: &HotkeySwap<T::AccountId>) {
        if swap.keep_stake {
            return;
        }
        let mut stakers = swap.stakers_on(netuid).to_vec();
        let escrow = Funds::<T>::escrow();
        if swap.takes_fund(netuid) && AlphaV2::<T>::contains_key((swap.old, &escrow, netuid)) {
            stakers.push(escrow);
        }
        Self::move_positions(netuid, swap.old, swap.new, &stakers);
    }

    /// Moves the whole positions of some coldkeys from one hotkey to another; rows of a generation
    /// that ended go. If nobody is left on the first, what rounding has left there is everybody's
    /// on the other.
    pub(crate) fn move_positions(
        netuid: NetUid,
        old: &T::AccountId,
        new: &T::AccountId,
        stakers: &[T::AccountId],
    ) {
        let (from, to) = (Self::share_pool(old, netuid), Self::share_pool(new, netuid));
        if stakers.is_empty() && from.value == 0 {
            return;
        }
        let before = (from.value, to.value);
        let moving = stakers
            .iter()
            .filter(|coldkey| !Self::share_of(old, coldkey, netuid).is_zero())
            .count();
        let left = PoolStakers::<T>::get(netuid, old).saturating_sub(moving as u32);
        let holders = PoolStakers::<T>::get(netuid, new);
        let mut removal = Removal {
            from,
            to,
            generations: (Self::generation(old, netuid), Self::generation(new, netuid)),
            is_whole: left == 0 && holders == 0,
            holders,
        };
        if removal.is_whole {
            removal.to.denominator = removal.from.denominator;
            removal.from.denominator = SafeFloat::ZERO;
        }
        for coldkey in stakers {
            Self::move_position(netuid, old, new, coldkey, &mut removal);
        }
        if left == 0 {
            removal.to.value = removal.to.value.saturating_add(removal.from.value);
            removal.from = SharePool::default();
            let last_epoch = TotalHotkeyAlphaLastEpoch::<T>::take(old, netuid);
            if removal.holders > 0 && !last_epoch.is_zero() {
                TotalHotkeyAlphaLastEpoch::<T>::mutate(new, netuid, |alpha: &mut AlphaBalance| {
                    alpha.saturating_accrue(last_epoch)
                });
            }
        }
        Self::put_stakers(netuid, old, left);
        Self::put_stakers(netuid, new, removal.holders);
        Self::put_share_pool(old, netuid, before.0, removal.from);
        Self::put_share_pool(new, netuid, before.1, removal.to);
    }

    fn move_position(
        netuid: NetUid,
        old: &T::AccountId,
        new: &T::AccountId,
        coldkey: &T::AccountId,
        removal: &mut Removal,
    ) {
        let (of_old, of_new) = removal.generations;
        let (_, share) = Self::row(old, coldkey, netuid, of_old);
        let (stored, held) = Self::row(new, coldkey, netuid, of_new);
        Self::erase_row(old, coldkey, netuid, of_old);
        let moved = if share.is_zero() {
            held
        } else {
            removal.share_for(share, held)
        };
        let is_held = !moved.is_zero();
        if is_held {
            if held.is_zero() {
                Self::stamp_row(new, coldkey, netuid, of_new);
                removal.holders = removal.holders.saturating_add(1);
            }
            AlphaV2::<T>::insert((new, coldkey, netuid), moved);
            Self::list_hotkey(new, coldkey);
        } else if !stored.is_zero() {
            Self::erase_row(new, coldkey, netuid, of_new);
            removal.holders = removal.holders.saturating_sub(u32::from(!held.is_zero()));
        }
        StakePositions::<T>::mutate_exists(netuid, coldkey, |hotkeys| {
            rename(hotkeys, old, is_held.then_some(new));
            if !is_held {
                without(hotkeys, new);
            }
        });
        Self::forget_staking_hotkey(old, coldkey);
        if !is_held {
            Self::forget_staking_hotkey(new, coldkey);
        }
        if netuid.is_root() && !is_held {
            Funds::<T>::index_root_staker(coldkey);
        }
    }

    fn put_stakers(netuid: NetUid, hotkey: &T::AccountId, count: u32) {
        if count == 0 {
            PoolStakers::<T>::remove(netuid, hotkey);
        } else {
            PoolStakers::<T>::insert(netuid, hotkey, count);
        }
    }
}
