//! What the epochs of a subnet go by, how that is switched, and what it limits (spec 90 §15.1,
//! §15.2).

use alloc::{vec, vec::Vec};
use frame_support::{ensure, weights::Weight};
use sp_runtime::DispatchError;
use subtensor_primitives::NetUid;

use super::{MAX_NULL_UIDS, MAX_UIDS, StakeWeights, set_at};
use crate::{
    Config, EpochConsensus, Error, Event, Mechanisms, Neurons, Pallet, Schedule, Scores, Subnets,
    ValidatorWeights, WeightInfo,
    pallet::{SubnetEpochConsensus, ValidatorPermit},
};

/// Most uids of a subnet over all its mechanisms.
fn budget(consensus: EpochConsensus) -> u16 {
    match consensus {
        EpochConsensus::Yuma => MAX_UIDS,
        EpochConsensus::Null => MAX_NULL_UIDS,
    }
}

impl<T: Config> Scores<T> {
    /// Switches what the epochs of a subnet go by; nothing happens if they do already. Bonds,
    /// weights and scores stay. Under Null consensus one uid validates, which is elected at once;
    /// back under Yuma consensus as many may as before, and no more uids are allowed than there is
    /// room for. Returns of how many hotkeys the stake was read.
    ///
    /// Errors, in order: `InvalidValue` on root; `SubnetNotExists`; `InvalidValue` while encrypted
    /// commits wait on any mechanism, if there are too many uids, and while uids are being pruned.
    pub fn do_set_epoch_consensus(
        netuid: NetUid,
        consensus: EpochConsensus,
    ) -> Result<u32, DispatchError> {
        ensure!(!netuid.is_root(), Error::<T>::InvalidValue);
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        if consensus == Self::consensus_of(netuid) {
            return Ok(0);
        }
        ensure!(
            !ValidatorWeights::<T>::has_sealed_commits(netuid),
            Error::<T>::InvalidValue
        );
        let mechanisms = u16::from(Mechanisms::<T>::count(netuid));
        let uids = Neurons::<T>::count(netuid).saturating_mul(mechanisms);
        ensure!(uids <= budget(consensus), Error::<T>::InvalidValue);
        let is_pruned = Neurons::<T>::pruning_target(netuid).is_some();
        ensure!(!is_pruned, Error::<T>::InvalidValue);

        SubnetEpochConsensus::<T>::insert(netuid, consensus);
        let stakers = match consensus {
            EpochConsensus::Null => {
                Neurons::<T>::limit_validators_to_one(netuid);
                Schedule::<T>::keep_yuma_step(netuid);
                Self::elect(netuid)
            }
            EpochConsensus::Yuma => {
                let uids = MAX_UIDS.checked_div(mechanisms).unwrap_or(MAX_UIDS);
                Neurons::<T>::restore_limits(netuid, uids);
                0
            }
        };
        Pallet::<T>::deposit_event(Event::EpochConsensusSet(netuid, consensus));
        Ok(stakers)
    }

    /// What the epochs of a subnet go by.
    pub fn consensus_of(netuid: NetUid) -> EpochConsensus {
        SubnetEpochConsensus::<T>::get(netuid)
    }

    /// Whether it is Null consensus.
    pub fn is_null(netuid: NetUid) -> bool {
        Self::consensus_of(netuid) == EpochConsensus::Null
    }

    /// Most uids of a subnet over all its mechanisms.
    pub fn uid_budget(netuid: NetUid) -> u16 {
        budget(Self::consensus_of(netuid))
    }

    /// Weight of an epoch of `uids` uids for which the stake of `stakers` hotkeys was read, with
    /// the payout of owner and miners.
    pub(crate) fn weight_of_epoch(netuid: NetUid, uids: u32, stakers: u32) -> Weight {
        match Self::consensus_of(netuid) {
            EpochConsensus::Yuma => T::WeightInfo::epoch(uids, stakers),
            EpochConsensus::Null => T::WeightInfo::null_epoch(uids, stakers),
        }
    }

    /// Gives the only permit to the uid with the largest stake, if any counts (spec 90 §15.3).
    /// Returns of how many hotkeys the stake was read.
    pub(crate) fn elect(netuid: NetUid) -> u32 {
        let mut weights = StakeWeights::<T>::new(netuid);
        let stake: Vec<u128> = Neurons::<T>::hotkeys(netuid)
            .map(|hotkey| weights.parts(&hotkey).exact)
            .collect();
        let winner = subtensor_null::elect(&stake, StakeWeights::<T>::threshold());
        ValidatorPermit::<T>::insert(netuid, Self::permits_of(stake.len(), winner));
        weights.count()
    }

    /// The permits of `uids` uids of which one may have won.
    pub(super) fn permits_of(uids: usize, winner: Option<u16>) -> Vec<bool> {
        let mut permits = vec![false; uids];
        if let Some(winner) = winner {
            set_at(&mut permits, winner, true);
        }
        permits
    }

    /// What each kind of consensus asks of a subnet (spec 90 §15, invariants).
    #[cfg(feature = "try-runtime")]
    pub(crate) fn check_consensus() -> Result<(), sp_runtime::TryRuntimeError> {
        for netuid in Subnets::<T>::subnet_netuids() {
            let mechanisms = u32::from(Mechanisms::<T>::count(netuid));
            let uids = u32::from(Neurons::<T>::count(netuid)).saturating_mul(mechanisms);
            ensure!(
                uids <= Self::uid_budget(netuid).into(),
                "a subnet has more uids than its mechanisms leave it"
            );
            let permits = ValidatorPermit::<T>::get(netuid);
            let count = permits.iter().filter(|permit| **permit).count();
            ensure!(
                !Self::is_null(netuid) || count <= 1,
                "several uids have a permit under Null consensus"
            );
            Neurons::<T>::check_limits(netuid, Self::is_null(netuid))?;
        }
        Ok(())
    }
}
