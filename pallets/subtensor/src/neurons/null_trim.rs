//! Pruning of a subnet under Null consensus, batch by batch, until there is room for Yuma consensus
//! (spec 90 §15.5).

#[cfg(test)]
mod tests;

use alloc::{vec, vec::Vec};
use frame_support::ensure;
use sp_runtime::DispatchError;
use subtensor_null::Plan;
use subtensor_primitives::NetUid;

use crate::{
    Config, Error, Event, Neurons, Pallet, Scores, Subnets, ValidatorWeights,
    consensus::{at, set_at},
    domain::{Domain, Domains, Renumbering},
    pallet::{MaxAllowedUids, NullPruningTarget, SubnetworkN},
    weights::CommitKey,
};

/// Most uids that go in one batch.
const BATCH: u16 = 64;
/// Most keys of commits that are removed at once.
const MAX_COMMIT_KEYS: usize = 2_500;

/// The keys of commits that wait, as many as are removed at once, and whether these are all.
struct Waiting<T: Config> {
    keys: Vec<CommitKey<T::AccountId>>,
    is_all: bool,
}

impl<T: Config> Waiting<T> {
    fn of(netuid: NetUid) -> Self {
        let some = ValidatorWeights::<T>::commit_keys(netuid).take(MAX_COMMIT_KEYS + 1);
        let mut keys: Vec<_> = some.collect();
        let is_all = keys.len() <= MAX_COMMIT_KEYS;
        keys.truncate(MAX_COMMIT_KEYS);
        Self { keys, is_all }
    }
}

impl<T: Config> Neurons<T> {
    /// Removes uids of a subnet until `target` are left, at most 64 at once: those with the least
    /// emission first, the highest uid among equals, and none that is immune. The last uids move to
    /// the free ones. Before, all commits are dropped, which name uids of before; where there are
    /// too many for that, nothing else is done. What is left to do is for the next calls. With as
    /// many uids as there are, only commits go. Returns of how many hotkeys the stake was read.
    ///
    /// Errors, in order: `SubnetNotExists`; `InvalidValue` but under Null consensus, and below the
    /// least or above the present most; `TrimmingWouldExceedMaxImmunePercentage` if too many of the
    /// rest would be immune; `InvalidValue` if too few may go.
    pub fn do_trim_null_batch(netuid: NetUid, target: u16) -> Result<u32, DispatchError> {
        ensure!(
            Subnets::<T>::subnet_exists(netuid),
            Error::<T>::SubnetNotExists
        );
        ensure!(Scores::<T>::is_null(netuid), Error::<T>::InvalidValue);
        let immune = Self::check_trimming(netuid, target)?;
        let waiting = Waiting::<T>::of(netuid);
        let surplus = SubnetworkN::<T>::get(netuid).saturating_sub(target);
        let removed = if waiting.is_all {
            surplus.min(BATCH)
        } else {
            0
        };
        let plan = Self::plan(netuid, &immune, removed)?;

        let cleared = waiting.keys.len() as u32;
        ValidatorWeights::<T>::drop_commits(waiting.keys);
        let stakers = if removed > 0 {
            MaxAllowedUids::<T>::insert(netuid, plan.stay.len() as u16);
            Self::prune(netuid, plan)
        } else {
            0
        };
        let remaining = surplus.saturating_sub(removed);
        let is_over = remaining == 0 && waiting.is_all;
        NullPruningTarget::<T>::set(netuid, (!is_over).then_some(target));
        Pallet::<T>::deposit_event(Event::NullUidsPruningProgress {
            netuid,
            target,
            remaining,
            removed,
            cleared_commits: cleared,
        });
        Ok(stakers)
    }

    /// The same in one batch down to `max` uids, of which there are more.
    ///
    /// Errors: `InvalidValue` if that is not enough, for uids or for commits, or if too few may go.
    pub(super) fn trim_in_one_batch(
        netuid: NetUid,
        max: u16,
        immune: &[u16],
    ) -> Result<u32, Error<T>> {
        let surplus = SubnetworkN::<T>::get(netuid).saturating_sub(max);
        let waiting = Waiting::<T>::of(netuid);
        ensure!(surplus <= BATCH && waiting.is_all, Error::InvalidValue);
        let plan = Self::plan(netuid, immune, surplus)?;
        ValidatorWeights::<T>::drop_commits(waiting.keys);
        Ok(Self::prune(netuid, plan))
    }

    fn plan(netuid: NetUid, immune: &[u16], count: u16) -> Result<Plan, Error<T>> {
        let uids = SubnetworkN::<T>::get(netuid);
        let list = Scores::<T>::emissions(netuid);
        let emission: Vec<u64> = (0..uids).map(|uid| at(&list, uid).to_u64()).collect();
        let mut is_immune = vec![false; uids.into()];
        for uid in immune {
            set_at(&mut is_immune, *uid, true);
        }
        subtensor_null::prune(&emission, &is_immune, count.into()).ok_or(Error::InvalidValue)
    }

    /// Removes uids, and elects who validates. Rows of weights stay only of the one who did.
    fn prune(netuid: NetUid, plan: Plan) -> u32 {
        ValidatorWeights::<T>::forget_rows_without_permit(netuid);
        let gone = plan.gone.into_iter().map(|uid| Self::unseat(netuid, uid));
        let uids = Renumbering::new(plan.stay, gone.collect());
        Domains::<T>::renumber_uids(netuid, &uids);
        Scores::<T>::elect(netuid)
    }
}
