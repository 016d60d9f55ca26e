//! Children that wait for their cooldown (spec 50 §9.3). After an epoch the pending children of its
//! subnet are walked and those that are due get their parts. A block walks so far as its budget of
//! database reads goes, shared evenly among the subnets; the next block goes on from where it
//! stopped.

use alloc::{collections::BTreeMap, vec::Vec};
use frame_support::weights::Weight;
use sp_runtime::DispatchError;
use subtensor_primitives::NetUid;

use super::{Relatives, max_rivals};
use crate::{
    Children, Config, Shares, Subnets, WeightInfo,
    keys::push_unique,
    pallet::{
        PendingChildKeyCooldown, PendingChildKeys, PendingChildKeysCursor, PendingChildKeysOf,
    },
    shares::Prices,
};

/// Reads that a block spends on pending children.
pub(super) const READS_PER_BLOCK: u32 = 4_096;
/// Reads to find and load one entry.
const READS_PER_ENTRY: u32 = 2;
/// Reads to apply one, rivals aside.
const READS_PER_APPLICATION: u32 = 34;

/// Pending children that a sale of stake may cost their hotkey.
pub(crate) struct AtStake {
    subnets: Vec<NetUid>,
    /// All that wait.
    pending: u32,
    /// Subnets on which stake was valued to find out.
    valued: u32,
}

/// What was done.
#[derive(Default)]
struct Work {
    entries: u32,
    applied: u32,
    rivals: u32,
}

impl Work {
    fn reads(&self) -> u32 {
        let applied = self.applied.saturating_mul(READS_PER_APPLICATION);
        self.entries
            .saturating_add(self.rivals)
            .saturating_mul(READS_PER_ENTRY)
            .saturating_add(applied)
    }
}

impl<T: Config> Children<T> {
    /// Applies due children on the subnets whose epoch ran in this block, and where walks are
    /// unfinished.
    pub(crate) fn apply_due_children(stepped: &[NetUid], now: u64) -> Weight {
        let mut walks: BTreeMap<NetUid, Option<T::AccountId>> =
            stepped.iter().map(|netuid| (*netuid, None)).collect();
        walks
            .extend(PendingChildKeysCursor::<T>::iter().map(|(netuid, last)| (netuid, Some(last))));
        let count = walks.len() as u32;
        let share = READS_PER_BLOCK.checked_div(count).unwrap_or_default();
        let mut weight = T::WeightInfo::walk_pending_children(count);
        for (netuid, last) in walks {
            let work = Self::walk_pending_children(netuid, last, share, now);
            weight = weight.saturating_add(T::WeightInfo::apply_pending_children(
                work.entries,
                work.applied,
                work.rivals,
            ));
        }
        weight
    }

    /// Walks the pending children of a subnet behind `last` until the budget is spent, at least
    /// over one entry.
    fn walk_pending_children(
        netuid: NetUid,
        mut last: Option<T::AccountId>,
        budget: u32,
        now: u64,
    ) -> Work {
        let all_due = !Subnets::<T>::is_trading(netuid);
        let mut work = Work::default();
        loop {
            work.entries = work.entries.saturating_add(1);
            let Some((hotkey, cooldown)) = Self::next_pending(netuid, last.as_ref()) else {
                PendingChildKeysCursor::<T>::remove(netuid);
                return work;
            };
            if all_due || cooldown < now {
                let children = Self::take_pending_children(&hotkey, netuid);
                let max = max_rivals(children.len());
                let rivals =
                    Self::apply_children(&hotkey, netuid, children).unwrap_or_else(|error| {
                        log::debug!(
                            target: "staking",
                            "children of {hotkey:?} on {netuid} are dropped: {error:?}"
                        );
                        max
                    });
                work.applied = work.applied.saturating_add(1);
                work.rivals = work.rivals.saturating_add(rivals);
            }
            if work.reads() >= budget {
                PendingChildKeysCursor::<T>::insert(netuid, hotkey);
                return work;
            }
            last = Some(hotkey);
        }
    }

    /// The entry behind a hotkey's in storage order, with the block of its cooldown.
    fn next_pending(netuid: NetUid, last: Option<&T::AccountId>) -> Option<(T::AccountId, u64)> {
        let mut entries = match last {
            None => PendingChildKeys::<T>::iter_prefix(netuid),
            Some(hotkey) => {
                let from = PendingChildKeys::<T>::hashed_key_for(netuid, hotkey);
                PendingChildKeys::<T>::iter_prefix_from(netuid, from)
            }
        };
        entries
            .next()
            .map(|(hotkey, (_, cooldown))| (hotkey, cooldown))
    }

    /// Gives a hotkey its children if they still may be; returns with how many rivals they were
    /// compared.
    fn apply_children(
        hotkey: &T::AccountId,
        netuid: NetUid,
        children: Relatives<T::AccountId>,
    ) -> Result<u32, DispatchError> {
        Self::check_children(hotkey, netuid, &children)?;
        let displacement = Self::find_displaced(hotkey, netuid, &children)?;
        let rivals = displacement.rivals;
        Self::put_children(hotkey, netuid, children, displacement);
        Ok(rivals)
    }

    /// Makes children wait until after block `cooldown`.
    pub(super) fn put_pending_children(
        hotkey: &T::AccountId,
        netuid: NetUid,
        children: &Relatives<T::AccountId>,
        cooldown: u64,
    ) {
        PendingChildKeys::<T>::insert(netuid, hotkey, (children, cooldown));
        PendingChildKeysOf::<T>::mutate(hotkey, |subnets| push_unique(subnets, netuid));
    }

    /// Removes and returns the children that wait.
    pub(super) fn take_pending_children(
        hotkey: &T::AccountId,
        netuid: NetUid,
    ) -> Relatives<T::AccountId> {
        Self::forget_pending_children(hotkey, &[netuid]);
        PendingChildKeys::<T>::take(netuid, hotkey).0
    }

    /// Takes subnets out of the list of those on which children of a hotkey wait.
    pub(crate) fn forget_pending_children(hotkey: &T::AccountId, subnets: &[NetUid]) {
        PendingChildKeysOf::<T>::mutate_exists(hotkey, |waiting| {
            if let Some(list) = waiting {
                list.retain(|netuid| !subnets.contains(netuid));
                if list.is_empty() {
                    *waiting = None;
                }
            }
        });
    }

    /// The pending children that a hotkey has because its stake is worth `StakeThreshold`: none if
    /// it is not, and not those on a subnet of whose owner it is the hotkey (spec 90 §20.3). To be
    /// asked before stake is sold.
    pub(crate) fn pending_children_at_stake(hotkey: &T::AccountId) -> AtStake {
        let mut subnets = PendingChildKeysOf::<T>::get(hotkey);
        let pending = subnets.len() as u32;
        subnets.retain(|netuid| !Subnets::<T>::is_owner_hotkey(*netuid, hotkey));
        let mut prices = Prices::default();
        if !subnets.is_empty() && !Shares::<T>::is_worth_threshold(hotkey, &mut prices) {
            subnets.clear();
        }
        AtStake {
            subnets,
            pending,
            valued: prices.count(),
        }
    }

    /// Drops them if the sale has brought the stake below the threshold: one of a hotkey that was
    /// below it before costs nobody anything. Returns the weight of both looks.
    pub(crate) fn drop_pending_children_if_below(hotkey: &T::AccountId, before: AtStake) -> Weight {
        let AtStake {
            subnets,
            pending,
            valued,
        } = before;
        let mut prices = Prices::default();
        if !subnets.is_empty() && !Shares::<T>::is_worth_threshold(hotkey, &mut prices) {
            for netuid in &subnets {
                PendingChildKeys::<T>::remove(netuid, hotkey);
            }
            Self::forget_pending_children(hotkey, &subnets);
        }
        let valued = valued.saturating_add(prices.count());
        T::WeightInfo::purge_pending_children(valued, pending)
    }

    /// Sets the blocks between naming children and having them.
    pub(crate) fn do_set_pending_childkey_cooldown(cooldown: u64) {
        PendingChildKeyCooldown::<T>::put(cooldown);
    }

    /// On how many subnets children of a hotkey wait.
    pub(crate) fn count_pending(hotkey: &T::AccountId) -> u32 {
        PendingChildKeysOf::<T>::get(hotkey).len() as u32
    }
}
