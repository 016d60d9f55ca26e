//! When a subnet's epoch is due, and running it over what its pots hold (spec 10 §12).

use alloc::vec::Vec;
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{Config, Event, Pallet, consensus::Snapshot, pallet::*};

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

impl Pots {
    /// What the epoch divides: everything but the owner's cut.
    fn divisible(&self) -> AlphaBalance {
        self.server
            .saturating_add(self.validator)
            .saturating_add(self.root)
    }
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

    /// The subnets whose epoch runs in this block; their schedule moves on. At most `MaxEpochsPerBlock` run, the others
    /// wait a block; who comes first rotates with the block number, so that nobody always waits.
    pub(crate) fn schedule_due_subnets(subnets: &[NetUid], now: u64) -> Vec<NetUid> {
        let cap = usize::from(MaxEpochsPerBlock::<T>::get());
        let first = now.checked_rem(subnets.len() as u64).unwrap_or_default() as usize;
        let mut due = Vec::new();
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
            if due.len() >= cap {
                Self::defer_epoch(netuid, now);
                continue;
            }
            due.push(netuid);
            LastEpochBlock::<T>::insert(netuid, now);
            PendingEpochAt::<T>::insert(netuid, 0);
            SubnetEpochIndex::<T>::mutate(netuid, |index| *index = index.saturating_add(1));
        }
        due
    }

    /// Runs the epoch of a subnet and pays its pots; returns of how many hotkeys the stake was read. Where no epoch can
    /// run, the pots wait for the next one.
    pub(crate) fn step_subnet(netuid: NetUid, now: u64) -> u32 {
        let pots = Self::pots(netuid);
        let epoch = Snapshot::<T>::read(netuid).and_then(|snapshot| {
            let earned = Self::run_epoch_on(&snapshot, pots.divisible())?;
            Ok((earned, snapshot.stakers))
        });
        match epoch {
            Ok((earned, stakers)) => {
                Self::empty_pots(netuid);
                Self::pay_epoch(netuid, pots, &earned);
                BlocksSinceLastStep::<T>::insert(netuid, 0);
                LastMechansimStepBlock::<T>::insert(netuid, now);
                stakers
            }
            Err(reason) => {
                log::error!(target: "consensus", "epoch of subnet {netuid} skipped: {reason:?}");
                Self::deposit_event(Event::EpochSkipped { netuid, block: now });
                0
            }
        }
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

    fn pots(netuid: NetUid) -> Pots {
        Pots {
            owner: PendingOwnerCut::<T>::get(netuid),
            server: PendingServerEmission::<T>::get(netuid),
            validator: PendingValidatorEmission::<T>::get(netuid),
            root: PendingRootAlphaDivs::<T>::get(netuid),
        }
    }

    fn empty_pots(netuid: NetUid) {
        PendingOwnerCut::<T>::remove(netuid);
        PendingServerEmission::<T>::remove(netuid);
        PendingValidatorEmission::<T>::remove(netuid);
        PendingRootAlphaDivs::<T>::remove(netuid);
    }
}
