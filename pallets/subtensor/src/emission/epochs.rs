//! When a subnet's epoch is due, and running it over what its pots hold (spec 10 §12).

use alloc::vec::Vec;
use frame_support::{traits::Get, weights::Weight};
use subtensor_primitives::{AlphaBalance, NetUid};

use crate::{
    Coinbase, Config, Event, Locks, Neurons, Pallet, Payout, Schedule, Scores, Voting, WeightInfo,
    consensus::Snapshot,
    pallet::{
        PendingOwnerCut, PendingRootAlphaDivs, PendingServerEmission, PendingValidatorEmission,
    },
    weights::Reveals,
};

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
    /// What the epoch divides: as much for miners as for validators and root stakers, so that
    /// miners earn their pot whether or not root dividends are switched on.
    pub(super) fn divisible(&self) -> AlphaBalance {
        self.server.saturating_add(self.server)
    }

    /// The same pots where nobody validates: that of validators is the miners' (spec 90 §15.3).
    fn for_miners_only(self) -> Self {
        Self {
            server: self.server.saturating_add(self.validator),
            validator: AlphaBalance::ZERO,
            ..self
        }
    }

    /// All of it.
    #[cfg(feature = "try-runtime")]
    pub(crate) fn sum(&self) -> AlphaBalance {
        [self.owner, self.server, self.validator, self.root]
            .into_iter()
            .sum()
    }
}

impl<T: Config> Coinbase<T> {
    /// Runs the epochs that are due, those that have waited longest first, until
    /// `MaxEpochsPerBlock` have run or their part of the block's work is spent; the others wait a
    /// block, and so do those whose last epoch is still being paid. While a subnet under Null
    /// consensus is due, which may be ten times as large as others, one runs a block. Among
    /// equals, who comes first rotates with the block number. Older payouts go on before new ones
    /// begin. Weights that were committed for an epoch are revealed before it runs, others after.
    /// Returns the subnets that stepped and the weight of it.
    pub(crate) fn run_due_epochs(subnets: &[NetUid], now: u64) -> (Vec<NetUid>, Weight) {
        let due = Schedule::<T>::queue_due_subnets(subnets, now);
        let cap = match due.iter().any(|netuid| Scores::<T>::is_null(*netuid)) {
            true => 1,
            false => Schedule::<T>::max_epochs_per_block(),
        };
        let budget = T::BlockWeights::get().max_block.saturating_div(EPOCH_SHARE);
        let (mut stepped, mut weight) = (Vec::new(), Weight::zero());
        let mut payouts = Payout::<T>::payout_meter();
        Payout::<T>::go_on_paying(&mut payouts);
        let mut reveals = Reveals::<T>::of_block(now);
        for netuid in due {
            if stepped.len() >= cap || weight.any_gt(budget) || Payout::<T>::is_being_paid(netuid) {
                Schedule::<T>::defer_epoch(netuid, now);
                continue;
            }
            Schedule::<T>::start_epoch(netuid, now);
            reveals.before_epoch(netuid);
            let (is_run, taken) = Self::step_subnet(netuid, now);
            weight = weight.saturating_add(taken);
            if is_run {
                Payout::<T>::go_on_paying(&mut payouts);
                stepped.push(netuid);
            }
        }
        let weight = weight
            .saturating_add(payouts.consumed())
            .saturating_add(reveals.go_on());
        (stepped, weight)
    }

    /// Runs the epoch of a subnet, divides its pots and queues the dividends; then whoever has won
    /// the subnet gets it. Where no epoch can run, the pots wait for the next one. Returns whether
    /// it ran, and its weight.
    fn step_subnet(netuid: NetUid, now: u64) -> (bool, Weight) {
        let uids = Neurons::<T>::count(netuid).into();
        let mut pots = Self::pots(netuid);
        let epoch = Snapshot::<T>::read(netuid).and_then(|snapshot| {
            let divisible = if snapshot.pays_miners_only() {
                pots = pots.for_miners_only();
                pots.server
            } else {
                pots.divisible()
            };
            let earned = Scores::<T>::run_epoch(&snapshot, divisible)?;
            let voting = Voting::<T>::note_epoch(&snapshot);
            Ok((earned, snapshot.stakers, voting))
        });
        match epoch {
            Ok((earned, stakers, voting)) => {
                Self::empty_pots(netuid);
                let hotkeys = Payout::<T>::pay_epoch(netuid, pots, &earned);
                Schedule::<T>::note_step(netuid, now, Scores::<T>::consensus_of(netuid));
                let weight = Scores::<T>::weight_of_epoch(netuid, uids, stakers);
                let weight = weight
                    .saturating_add(T::WeightInfo::divide_dividends(hotkeys))
                    .saturating_add(voting)
                    .saturating_add(Locks::<T>::hand_over_if_won(netuid));
                (true, weight)
            }
            Err(reason) => {
                log::error!(target: "consensus", "epoch of subnet {netuid} skipped: {reason:?}");
                Pallet::<T>::deposit_event(Event::EpochSkipped { netuid, block: now });
                (false, Scores::<T>::weight_of_epoch(netuid, uids, 0))
            }
        }
    }

    pub(crate) fn pots(netuid: NetUid) -> Pots {
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
