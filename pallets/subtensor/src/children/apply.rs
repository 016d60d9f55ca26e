//! Children that wait for their cooldown (spec 50 §9.3). After an epoch the pending children of its
//! subnet are walked and those that are due get their parts. A block walks so far as its budget of
//! database reads goes, shared evenly among the subnets; the next block goes on from where it
//! stopped. A parent that does not qualify any more gets none (spec 90 §20.3).

use alloc::collections::BTreeMap;
use frame_support::weights::Weight;
use sp_runtime::DispatchError;
use subtensor_primitives::NetUid;

use super::{Relatives, max_rivals};
use crate::{
    Children, Config, Subnets, WeightInfo,
    keys::push_unique,
    pallet::{
        PendingChildKeyCooldown, PendingChildKeys, PendingChildKeysCursor, PendingChildKeysOf,
    },
    shares::{Looks, Prices},
};

/// Reads that a block spends on pending children.
pub(super) const READS_PER_BLOCK: u32 = 4_096;
/// Reads to find and load one entry.
const READS_PER_ENTRY: u32 = 2;
/// Reads to apply one, rivals aside.
const READS_PER_APPLICATION: u32 = 40;
/// Reads to compare a rival.
const READS_PER_RIVAL: u32 = 3;
/// Reads to value stake on a subnet, and to look up its price.
const READS_PER_STAKE: u32 = 2;
const READS_PER_PRICE: u32 = 4;

/// What was done.
#[derive(Default)]
struct Work {
    entries: u32,
    applied: u32,
    rivals: u32,
    looks: Looks,
}

impl Work {
    fn reads(&self) -> u32 {
        [
            self.entries.saturating_mul(READS_PER_ENTRY),
            self.applied.saturating_mul(READS_PER_APPLICATION),
            self.rivals.saturating_mul(READS_PER_RIVAL),
            self.looks.rows.saturating_mul(READS_PER_STAKE),
            self.looks.prices.saturating_mul(READS_PER_PRICE),
        ]
        .into_iter()
        .fold(0, u32::saturating_add)
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
        let mut prices = Prices::default();
        let mut weight = T::WeightInfo::walk_pending_children(count);
        for (netuid, last) in walks {
            let work = Self::walk_pending_children(netuid, last, share, now, &mut prices);
            weight = weight.saturating_add(T::WeightInfo::apply_pending_children(
                work.entries,
                work.applied,
                work.rivals,
            ));
        }
        let Looks { rows, prices } = prices.looks();
        weight.saturating_add(T::WeightInfo::value_stakes(rows, prices))
    }

    /// Walks the pending children of a subnet behind `last` until the budget is spent, at least
    /// over one entry.
    fn walk_pending_children(
        netuid: NetUid,
        mut last: Option<T::AccountId>,
        budget: u32,
        now: u64,
        prices: &mut Prices,
    ) -> Work {
        let all_due = !Subnets::<T>::is_trading(netuid);
        let (mut work, before) = (Work::default(), prices.looks());
        loop {
            work.entries = work.entries.saturating_add(1);
            let Some((hotkey, cooldown)) = Self::next_pending(netuid, last.as_ref()) else {
                PendingChildKeysCursor::<T>::remove(netuid);
                return work;
            };
            if all_due || cooldown < now {
                let children = Self::take_pending_children(&hotkey, netuid);
                let max = max_rivals(children.len());
                let applied = Self::apply_children(&hotkey, netuid, children, prices);
                let rivals = applied.unwrap_or_else(|error| {
                    log::debug!(
                        target: "staking",
                        "children of {hotkey:?} on {netuid} are dropped: {error:?}"
                    );
                    max
                });
                work.applied = work.applied.saturating_add(1);
                work.rivals = work.rivals.saturating_add(rivals);
                work.looks = prices.looks().since(before);
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

    /// Gives a hotkey its children if they and it still may be; returns with how many rivals they
    /// were compared.
    fn apply_children(
        hotkey: &T::AccountId,
        netuid: NetUid,
        children: Relatives<T::AccountId>,
        prices: &mut Prices,
    ) -> Result<u32, DispatchError> {
        Self::check_children(hotkey, netuid, &children)?;
        let is_worth_it = Self::check_parent_qualifies(hotkey, netuid, &children, prices)?;
        let displacement = Self::find_displaced(hotkey, netuid, &children)?;
        let rivals = displacement.rivals;
        Self::put_children(hotkey, netuid, children, displacement);
        if is_worth_it {
            Self::lift_suspension(hotkey);
        }
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

    /// Sets the blocks between naming children and having them.
    pub(crate) fn do_set_pending_childkey_cooldown(cooldown: u64) {
        PendingChildKeyCooldown::<T>::put(cooldown);
    }
}
