//! What other pallets ask: to forget a subnet, and to read one (spec 40 §10.6).

use alloc::vec::Vec;
use codec::Encode;
use frame_support::weights::{Weight, WeightMeter};
use subtensor_primitives::{CommitmentsInterface, NetUid};

use crate::{
    CommitmentOf, Config, LastBondsReset, LastCommitment, Pallet, RevealedCommitments,
    TimelockChanges, UsedSpaceOf, WeightInfo,
};

impl<T: Config> CommitmentsInterface<T::AccountId> for Pallet<T> {
    /// The hook takes what was sealed out of its index. A meter of fewer rows than there are maps
    /// may go nowhere.
    fn purge_netuid(netuid: NetUid, meter: &mut WeightMeter) -> bool {
        let row = T::WeightInfo::purge_row();
        let commitments = CommitmentOf::<T>::drain_prefix(netuid);
        drain(commitments, row, meter, |(who, registration)| {
            Self::return_deposit(&who, &registration);
            if registration.info.is_sealed() {
                TimelockChanges::<T>::append((netuid, who));
            }
        }) && drain(
            LastCommitment::<T>::drain_prefix(netuid),
            row,
            meter,
            |_| (),
        ) && drain(
            LastBondsReset::<T>::drain_prefix(netuid),
            row,
            meter,
            |_| (),
        ) && drain(
            RevealedCommitments::<T>::drain_prefix(netuid),
            row,
            meter,
            |_| (),
        ) && drain(UsedSpaceOf::<T>::drain_prefix(netuid), row, meter, |_| ())
    }

    fn get_commitments(netuid: NetUid) -> Vec<(T::AccountId, Vec<u8>)> {
        CommitmentOf::<T>::iter_prefix(netuid)
            .map(|(who, registration)| (who, registration.encode()))
            .collect()
    }
}

/// Handles rows of `weight` each as they are drained, until none is left or the meter is spent;
/// says whether none is left.
fn drain<Row>(
    mut rows: impl Iterator<Item = Row>,
    weight: Weight,
    meter: &mut WeightMeter,
    mut handle: impl FnMut(Row),
) -> bool {
    while meter.try_consume(weight).is_ok() {
        match rows.next() {
            Some(row) => handle(row),
            None => return true,
        }
    }
    false
}
