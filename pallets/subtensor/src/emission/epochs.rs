//! When a subnet's epoch is due, and running it over what its pots hold (spec 10 §12).

use alloc::vec::Vec;
use frame_support::{traits::Get, weights::Weight};
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{Config, Event, Pallet, WeightInfo, consensus::Snapshot, pallet::*};

/// A subnet that has not stepped for this many blocks is due whatever its schedule says.
const MAX_BLOCKS_WITHOUT_STEP: u64 = 50_400;
/// Epochs may take the whole work of a block divided by this (design 8.4).
const EPOCH_SHARE: u64 = 4;

/// Alpha that waited for an epoch, rao.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(crate) struct Pots {
    pub owner: AlphaBalance,
    pub server: AlphaBalance,
    pub validator: AlphaBalance,
    pub root: AlphaBalance,
}

impl Pots {
    /// What the epoch divides: as much for miners as for validators and root stakers, so that miners earn their pot
    /// whether or not root dividends are switched on.
    pub(super) fn divisible(&self) -> AlphaBalance {
        self.server.saturating_add(self.server)
    }
}

impl<T: Config> Pallet<T> {
    /// Since which block the epoch of a subnet is due, if it is at block `now`.
    pub(super) fn due_since(netuid: NetUid, now: u64) -> Option<u64> {
        let tempo = u64::from(Tempo::<T>::get(netuid));
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

    /// Whether the epoch of a subnet is due at block `now`.
    pub fn should_run_epoch(netuid: NetUid, now: u64) -> bool {
        Self::due_since(netuid, now).is_some()
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

    /// Runs the epochs that are due, those that have waited longest first, until `MaxEpochsPerBlock` have run or their
    /// part of the block's work is spent; the others wait a block, and so do those whose last epoch is still being paid.
    /// Among equals, who comes first rotates with the block number. Older payouts go on before new ones begin. Returns
    /// the subnets that stepped and the weight of it.
    pub(crate) fn run_due_epochs(subnets: &[NetUid], now: u64) -> (Vec<NetUid>, Weight) {
        let cap = usize::from(MaxEpochsPerBlock::<T>::get()).max(1);
        let budget = T::BlockWeights::get().max_block.saturating_div(EPOCH_SHARE);
        let (mut stepped, mut weight) = (Vec::new(), Weight::zero());
        let mut payouts = Self::payout_meter();
        Self::go_on_paying(&mut payouts);
        for netuid in Self::queue_due_subnets(subnets, now) {
            if stepped.len() >= cap || weight.any_gt(budget) || Self::is_being_paid(netuid) {
                Self::defer_epoch(netuid, now);
                continue;
            }
            LastEpochBlock::<T>::insert(netuid, now);
            PendingEpochAt::<T>::remove(netuid);
            SubnetEpochIndex::<T>::mutate(netuid, |index| *index = index.saturating_add(1));
            BlocksSinceLastStep::<T>::remove(netuid);
            let (is_run, taken) = Self::step_subnet(netuid, now);
            weight = weight.saturating_add(taken);
            if is_run {
                Self::go_on_paying(&mut payouts);
                stepped.push(netuid);
            }
        }
        (stepped, weight.saturating_add(payouts.consumed()))
    }

    /// The subnets that are due, in the order of their turns.
    fn queue_due_subnets(subnets: &[NetUid], now: u64) -> Vec<NetUid> {
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

    /// Runs the epoch of a subnet, divides its pots and queues the dividends. Where no epoch can run, the pots wait for the
    /// next one. Returns whether it ran, and its weight.
    fn step_subnet(netuid: NetUid, now: u64) -> (bool, Weight) {
        let uids = SubnetworkN::<T>::get(netuid).into();
        let pots = Self::pots(netuid);
        let epoch = Snapshot::<T>::read(netuid).and_then(|snapshot| {
            let earned = Self::run_epoch_on(&snapshot, pots.divisible())?;
            Ok((earned, snapshot.stakers))
        });
        match epoch {
            Ok((earned, stakers)) => {
                Self::empty_pots(netuid);
                let hotkeys = Self::pay_epoch(netuid, pots, &earned);
                LastMechansimStepBlock::<T>::insert(netuid, now);
                let weight = T::WeightInfo::epoch(uids, stakers);
                let divided = T::WeightInfo::divide_dividends(hotkeys);
                (true, weight.saturating_add(divided))
            }
            Err(reason) => {
                log::error!(target: "consensus", "epoch of subnet {netuid} skipped: {reason:?}");
                Self::deposit_event(Event::EpochSkipped { netuid, block: now });
                (false, T::WeightInfo::epoch(uids, 0))
            }
        }
    }

    /// Lets a due epoch wait for the next block; since when it is due stays known.
    fn defer_epoch(netuid: NetUid, now: u64) {
        let next = now.saturating_add(1);
        PendingEpochAt::<T>::mutate(netuid, |pending| {
            *pending = if *pending == 0 {
                next
            } else {
                next.min(*pending)
            };
        });
        Self::deposit_event(Event::EpochDeferred {
            netuid,
            from_block: now,
            to_block: next,
        });
    }

    pub(super) fn pots(netuid: NetUid) -> Pots {
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
