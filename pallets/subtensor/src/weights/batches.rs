//! Weights and commits for several subnets in one call (spec 40 §6.3, §7.2, chapter 90 §21.2).

use alloc::{collections::BTreeSet, vec::Vec};
use codec::Compact;
use frame_support::{ensure, weights::Weight};
use sp_core::H256;
use sp_runtime::DispatchResult;
use subtensor_primitives::{List, MechId, NetUid};

use super::{MAX_BATCH, Row, RowList, WeightList};
use crate::{Config, Error, Event, Pallet, Subnets, ValidatorWeights, WeightInfo};

/// A row of a batch, apart.
pub(crate) struct BatchItem {
    pub netuid: NetUid,
    pub targets: Vec<u16>,
    pub weights: Vec<u16>,
    pub version_key: u64,
}

impl BatchItem {
    pub(crate) fn row(&self) -> Row<'_> {
        Row {
            targets: &self.targets,
            weights: &self.weights,
            version_key: self.version_key,
        }
    }
}

/// The rows that a batch sets, if its lists are of one length.
pub(crate) fn batch_items(
    netuids: &[Compact<NetUid>],
    rows: &[RowList],
    version_keys: &[Compact<u64>],
) -> Vec<BatchItem> {
    let lists = netuids.iter().zip(rows).zip(version_keys);
    lists
        .map(|((netuid, row), version_key)| BatchItem {
            netuid: netuid.0,
            targets: row.iter().map(|(target, _)| target.0).collect(),
            weights: row.iter().map(|(_, weight)| weight.0).collect(),
            version_key: version_key.0,
        })
        .collect()
}

/// Weight of setting the rows of a batch.
pub(crate) fn weight_of_batch<T: Config>(rows: &[RowList]) -> Weight {
    rows.iter().fold(T::WeightInfo::batch(), |sum, row| {
        sum.saturating_add(T::WeightInfo::set_weights(row.len() as u32))
    })
}

/// Weight of committing to the rows of a batch of `items`.
pub(crate) fn weight_of_batch_commit<T: Config>(items: usize) -> Weight {
    T::WeightInfo::commit_weights()
        .saturating_mul(items as u64)
        .saturating_add(T::WeightInfo::batch())
}

/// Weight of revealing a row with its salt.
pub(crate) fn weight_of_reveal<T: Config>(uids: &[u16], values: &[u16], salt: &[u16]) -> Weight {
    let entries = uids
        .len()
        .saturating_add(values.len())
        .saturating_add(salt.len());
    T::WeightInfo::reveal_weights(entries as u32)
}

/// Weight of revealing the rows of a batch, with their salts.
pub(crate) fn weight_of_batch_reveal<T: Config>(
    rows: &[WeightList],
    values: &[WeightList],
    salts: &[WeightList],
) -> Weight {
    let lists = rows.iter().chain(values).chain(salts);
    let entries: usize = lists.map(|list| list.len()).sum();
    // The entries once, and the rest of a reveal for each row.
    T::WeightInfo::reveal_weights(0)
        .saturating_mul(rows.len() as u64)
        .saturating_add(T::WeightInfo::reveal_weights(entries as u32))
}

impl<T: Config> ValidatorWeights<T> {
    /// What keeps a batch for several subnets from being begun: `lengths` are those of its lists.
    pub(crate) fn check_batch(lengths: &[usize]) -> Result<(), Error<T>> {
        let first = lengths.first().copied().unwrap_or_default();
        ensure!(
            lengths.iter().all(|length| *length == first),
            Error::InputLengthsUnequal
        );
        let networks = usize::from(Subnets::<T>::count());
        ensure!((1..=networks).contains(&first), Error::InvalidBatchLength);
        Ok(())
    }

    /// Sets a row on each of several subnets; what fails does not keep the others from it.
    pub(crate) fn do_batch_set_weights(
        hotkey: &T::AccountId,
        netuids: List<Compact<NetUid>, MAX_BATCH>,
        rows: &[RowList],
        version_keys: &[Compact<u64>],
    ) -> DispatchResult {
        Self::check_batch(&[netuids.len(), rows.len(), version_keys.len()])?;
        let results = batch_items(&netuids, rows, version_keys)
            .into_iter()
            .map(|item| {
                let result = Self::do_set_weights(hotkey, item.netuid, MechId::MAIN, &item.row());
                (item.netuid, result)
            })
            .collect();
        Self::report_batch(hotkey, netuids, results);
        Ok(())
    }

    /// Commits to a row by its hash on each of several subnets; what fails does not keep the others
    /// from it.
    pub(crate) fn do_batch_commit_weights(
        hotkey: &T::AccountId,
        netuids: List<Compact<NetUid>, MAX_BATCH>,
        hashes: &[H256],
    ) -> DispatchResult {
        Self::check_batch_commit(hotkey, &netuids, hashes)?;
        let results = netuids
            .iter()
            .zip(hashes)
            .map(|(netuid, hash)| {
                let result = Self::do_commit_weights(hotkey, netuid.0, MechId::MAIN, *hash);
                (netuid.0, result)
            })
            .collect();
        Self::report_batch(hotkey, netuids, results);
        Ok(())
    }

    /// What keeps a batch of commits from being begun: its lists, and stake that is missing on any
    /// of the subnets.
    pub(crate) fn check_batch_commit(
        hotkey: &T::AccountId,
        netuids: &[Compact<NetUid>],
        hashes: &[H256],
    ) -> Result<(), Error<T>> {
        Self::check_batch(&[netuids.len(), hashes.len()])?;
        Self::check_min_stakes(hotkey, netuids)
    }

    /// Whether a hotkey has the least stake on all of these subnets.
    pub(crate) fn check_min_stakes(
        hotkey: &T::AccountId,
        netuids: &[Compact<NetUid>],
    ) -> Result<(), Error<T>> {
        let has_stake = |netuid: &Compact<NetUid>| Self::passes_weights_min_stake(hotkey, netuid.0);
        ensure!(
            netuids.iter().all(has_stake),
            Error::NotEnoughStakeToSetWeights
        );
        Ok(())
    }

    fn report_batch(
        hotkey: &T::AccountId,
        netuids: List<Compact<NetUid>, MAX_BATCH>,
        results: Vec<(NetUid, DispatchResult)>,
    ) {
        let failed: Vec<_> = results
            .into_iter()
            .filter_map(|(netuid, result)| Some((netuid, result.err()?)))
            .collect();
        if !failed.is_empty() {
            Pallet::<T>::deposit_event(Event::BatchCompletedWithErrors());
        }
        for (netuid, error) in failed {
            Pallet::<T>::deposit_event(Event::BatchWeightItemFailed(netuid, error));
        }
        let netuids = netuids.into_inner();
        Pallet::<T>::deposit_event(Event::BatchWeightsCompleted(netuids, hotkey.clone()));
    }
}

/// Whether a subnet stands twice in a list.
pub(crate) fn has_twice(netuids: &[Compact<NetUid>]) -> bool {
    let distinct: BTreeSet<NetUid> = netuids.iter().map(|netuid| netuid.0).collect();
    distinct.len() < netuids.len()
}
