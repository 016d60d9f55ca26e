//! Benchmarks of calls whose work grows with the hotkeys that they walk. They stand apart, as a
//! macro makes the others, in which components have no names.

use frame_benchmarking::v2::*;
use frame_system::RawOrigin;
use pallet_subtensor::{
    self as subtensor, EpochConsensus,
    children::MAX_PARENTS,
    consensus::{MAX_NULL_UIDS, MAX_UIDS},
};

use super::subnet::{NETUID, add_parents, fill, fill_null, own};
use crate::{Call, Config};

/// What these benchmarks are of.
pub struct Pallet<T: Config>(crate::Pallet<T>);

/// Uids that a batch removes.
const BATCH: u16 = 64;

fn owner<T: Config>() -> RawOrigin<T::AccountId> {
    RawOrigin::Signed(own::<T>())
}

#[benchmarks]
mod benchmarks {
    use super::*;

    /// All uids but so many go.
    #[benchmark]
    fn sudo_trim_to_max_allowed_uids(u: Linear<2, { u32::from(MAX_UIDS) - 1 }>) {
        let origin = owner::<T>();
        fill::<T>(1, MAX_UIDS);

        #[extrinsic_call]
        _(origin, NETUID, u as u16);

        assert_eq!(u32::from(subtensor::SubnetworkN::<T>::get(NETUID)), u);
    }

    /// With an election for which the stake of so many hotkeys is read, of which the uids are a
    /// part.
    #[benchmark]
    fn sudo_trim_null_uids_batch(
        s: Linear<{ MAX_NULL_UIDS.into() }, { 2 * u32::from(MAX_NULL_UIDS) }>,
    ) {
        let origin = owner::<T>();
        fill_null::<T>();
        add_parents::<T>(s - u32::from(MAX_NULL_UIDS) + u32::from(BATCH));

        #[extrinsic_call]
        _(origin, NETUID, MAX_NULL_UIDS - BATCH);

        assert_eq!(
            subtensor::SubnetworkN::<T>::get(NETUID),
            MAX_NULL_UIDS - BATCH
        );
    }

    /// With an election for which the stake of so many hotkeys is read, of which the uids are a
    /// part.
    #[benchmark]
    fn sudo_set_epoch_consensus(
        s: Linear<{ MAX_UIDS.into() }, { u32::from(MAX_UIDS) * (1 + MAX_PARENTS) }>,
    ) {
        let origin = owner::<T>();
        fill::<T>(1, MAX_UIDS);
        add_parents::<T>(s - u32::from(MAX_UIDS));

        #[extrinsic_call]
        _(origin, NETUID, EpochConsensus::Null);

        assert_eq!(
            subtensor::SubnetEpochConsensus::<T>::get(NETUID),
            EpochConsensus::Null
        );
    }
}
