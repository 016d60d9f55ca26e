//! When the epoch of a subnet is due (spec 10 §12.1, §12.2).

use alloc::vec::Vec;
use subtensor_primitives::NetUid;

use crate::{
    Config, EpochConsensus, Event, Pallet, Schedule,
    pallet::{
        AdminFreezeWindow, BlocksSinceLastStep, LastEpochBlock, LastMechansimStepBlock,
        LastYumaStepBlock, MaxEpochsPerBlock, PendingEpochAt, SubnetEpochIndex,
    },
};

/// A subnet that has not stepped for this many blocks is due whatever its schedule says.
const MAX_BLOCKS_WITHOUT_STEP: u64 = 50_400;

impl<T: Config> Schedule<T> {
    /// Since which block the epoch of a subnet is due, if it is at block `now`.
    pub(crate) fn due_since(netuid: NetUid, now: u64) -> Option<u64> {
        let tempo = Self::tempo(netuid);
        if tempo == 0 {
            return None;
        }
        let triggered = Some(PendingEpochAt::<T>::get(netuid)).filter(|block| *block > 0);
        let scheduled = LastEpochBlock::<T>::get(netuid).saturating_add(tempo);
        let stands_still = BlocksSinceLastStep::<T>::get(netuid) > MAX_BLOCKS_WITHOUT_STEP;
        [triggered, Some(scheduled), stands_still.then_some(now)]
            .into_iter()
            .flatten()
            .filter(|block| *block <= now)
            .min()
    }

    /// Blocks until the schedule, without triggers, runs the next epoch; `u64::MAX` for a subnet
    /// without epochs.
    pub fn blocks_until_next_auto_epoch(netuid: NetUid, now: u64) -> u64 {
        match Self::tempo(netuid) {
            0 => u64::MAX,
            tempo => LastEpochBlock::<T>::get(netuid)
                .saturating_add(tempo)
                .saturating_sub(now),
        }
    }

    /// Block of the next epoch, if the subnet has any.
    pub fn next_epoch_start_block(netuid: NetUid) -> Option<u64> {
        let tempo = Self::tempo(netuid);
        let scheduled = LastEpochBlock::<T>::get(netuid).saturating_add(tempo);
        match PendingEpochAt::<T>::get(netuid) {
            _ if tempo == 0 => None,
            0 => Some(scheduled),
            pending => Some(scheduled.min(pending)),
        }
    }

    /// The subnets that are due, in the order of their turns.
    pub(crate) fn queue_due_subnets(subnets: &[NetUid], now: u64) -> Vec<NetUid> {
        let first = now.checked_rem(subnets.len() as u64).unwrap_or_default() as usize;
        let mut queue: Vec<(u64, usize, NetUid)> = Vec::new();
        let rotated = subnets.iter().cycle().skip(first).take(subnets.len());
        for (turn, netuid) in rotated.enumerate() {
            BlocksSinceLastStep::<T>::mutate(netuid, |blocks| *blocks = blocks.saturating_add(1));
            if let Some(since) = Self::due_since(*netuid, now) {
                queue.push((since, turn, *netuid));
            }
        }
        queue.sort_unstable();
        queue.into_iter().map(|(_, _, netuid)| netuid).collect()
    }

    /// Most epochs that may run in one block.
    pub(crate) fn max_epochs_per_block() -> usize {
        usize::from(MaxEpochsPerBlock::<T>::get()).max(1)
    }

    /// The epoch of a subnet takes place in block `now`, whether or not it succeeds.
    pub(crate) fn start_epoch(netuid: NetUid, now: u64) {
        LastEpochBlock::<T>::insert(netuid, now);
        PendingEpochAt::<T>::remove(netuid);
        SubnetEpochIndex::<T>::mutate(netuid, |index| *index = index.saturating_add(1));
        BlocksSinceLastStep::<T>::remove(netuid);
    }

    /// The epoch of a subnet has succeeded.
    pub(crate) fn note_step(netuid: NetUid, now: u64, consensus: EpochConsensus) {
        LastMechansimStepBlock::<T>::insert(netuid, now);
        if consensus == EpochConsensus::Yuma {
            LastYumaStepBlock::<T>::insert(netuid, now);
        }
    }

    /// The next epochs of a subnet are none of Yuma consensus: its last one stays known.
    pub(crate) fn keep_yuma_step(netuid: NetUid) {
        LastYumaStepBlock::<T>::insert(netuid, Self::last_yuma_step(netuid));
    }

    /// Lets a due epoch wait for the next block; since when it is due stays known.
    pub(crate) fn defer_epoch(netuid: NetUid, now: u64) {
        let next = now.saturating_add(1);
        PendingEpochAt::<T>::mutate(netuid, |pending| {
            *pending = if *pending == 0 {
                next
            } else {
                next.min(*pending)
            };
        });
        Pallet::<T>::deposit_event(Event::EpochDeferred {
            netuid,
            from_block: now,
            to_block: next,
        });
    }

    /// Whether the epoch of a subnet is so near that its owner may not change hyperparameters:
    /// within the window, or asked for.
    pub fn is_in_admin_freeze_window(netuid: NetUid) -> bool {
        let (now, window) = (
            Self::current_block(),
            u64::from(AdminFreezeWindow::<T>::get()),
        );
        let is_near = PendingEpochAt::<T>::get(netuid) > now
            || Self::blocks_until_next_auto_epoch(netuid, now) < window;
        !netuid.is_root() && Self::tempo(netuid) != 0 && is_near
    }
}
