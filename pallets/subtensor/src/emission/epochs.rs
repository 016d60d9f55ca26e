//! When a subnet's epoch is due, and emptying its pots for it (spec 10 §12).

use alloc::vec::Vec;
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{Config, Event, Pallet, pallet::*};

/// A subnet that has not stepped for this many blocks is due whatever its schedule says.
const MAX_BLOCKS_WITHOUT_STEP: u64 = 50_400;

/// Alpha that waited for an epoch, rao.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Pots {
    pub owner: AlphaBalance,
    pub server: AlphaBalance,
    pub validator: AlphaBalance,
    pub root: AlphaBalance,
}

impl<T: Config> Pallet<T> {
    /// Whether the epoch of a subnet is due at block `now`.
    pub fn should_run_epoch(netuid: NetUid, now: u64) -> bool {
        let tempo = u64::from(Tempo::<T>::get(netuid));
        if tempo == 0 {
            return false;
        }
        let pending = PendingEpochAt::<T>::get(netuid);
        (pending > 0 && now >= pending)
            || BlocksSinceLastStep::<T>::get(netuid) > MAX_BLOCKS_WITHOUT_STEP
            || now.saturating_sub(LastEpochBlock::<T>::get(netuid)) >= tempo
    }

    /// Blocks until the schedule, without triggers, runs the next epoch; `u64::MAX` for a subnet without epochs.
    pub fn blocks_until_next_auto_epoch(netuid: NetUid, now: u64) -> u64 {
        match u64::from(Tempo::<T>::get(netuid)) {
            0 => u64::MAX,
            tempo => LastEpochBlock::<T>::get(netuid)
                .saturating_add(tempo)
                .saturating_sub(now),
        }
    }

    /// Block of the next epoch, if the subnet has any.
    pub fn next_epoch_start_block(netuid: NetUid) -> Option<u64> {
        let tempo = u64::from(Tempo::<T>::get(netuid));
        let scheduled = LastEpochBlock::<T>::get(netuid).saturating_add(tempo);
        match PendingEpochAt::<T>::get(netuid) {
            _ if tempo == 0 => None,
            0 => Some(scheduled),
            pending => Some(scheduled.min(pending)),
        }
    }

    /// Takes the pots of every subnet whose epoch runs in this block. At most `MaxEpochsPerBlock` run, the others wait
    /// a block; who comes first rotates with the block number, so that nobody always waits.
    pub(crate) fn drain_due_subnets(subnets: &[NetUid], now: u64) -> Vec<(NetUid, Pots)> {
        let cap = usize::from(MaxEpochsPerBlock::<T>::get());
        let first = now.checked_rem(subnets.len() as u64).unwrap_or_default() as usize;
        let mut drained = Vec::new();
        for netuid in subnets
            .iter()
            .cycle()
            .skip(first)
            .take(subnets.len())
            .copied()
        {
            BlocksSinceLastStep::<T>::mutate(netuid, |blocks| *blocks = blocks.saturating_add(1));
            if !Self::should_run_epoch(netuid, now) {
                continue;
            }
            if drained.len() >= cap {
                Self::defer_epoch(netuid, now);
                continue;
            }
            drained.push((netuid, Self::drain(netuid)));
            BlocksSinceLastStep::<T>::insert(netuid, 0);
            LastEpochBlock::<T>::insert(netuid, now);
            PendingEpochAt::<T>::insert(netuid, 0);
            SubnetEpochIndex::<T>::mutate(netuid, |index| *index = index.saturating_add(1));
        }
        drained
    }

    fn defer_epoch(netuid: NetUid, now: u64) {
        let next = now.saturating_add(1);
        PendingEpochAt::<T>::insert(netuid, next);
        Self::deposit_event(Event::EpochDeferred {
            netuid,
            from_block: now,
            to_block: next,
        });
    }

    fn drain(netuid: NetUid) -> Pots {
        Pots {
            owner: PendingOwnerCut::<T>::take(netuid),
            server: PendingServerEmission::<T>::take(netuid),
            validator: PendingValidatorEmission::<T>::take(netuid),
            root: PendingRootAlphaDivs::<T>::take(netuid),
        }
    }
}
